import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { echoOf, type Query, readEcho } from '../../../src/core/index.js';
import { realPlanlotse } from '../real-planlotse.js';

const { catalog } = realPlanlotse();

const list = (text: string, language: 'de' | 'en' = 'de'): Query => ({
  action: 'list',
  language,
  text,
  clauses: [],
  page: 1,
});

describe('the line that echoes the words', () => {
  it('gives them back exactly, whatever they contain, line breaks as spaces', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', minLength: 1, maxLength: 300 }),
        fc.constantFrom('de' as const, 'en' as const),
        (text, language) => {
          const line = echoOf(list(text, language), catalog) ?? '';
          const expected = text.replace(/\r\n|[\n\v\f\r\u0085\u2028\u2029]/g, ' ');
          expect(readEcho(`9 Maßnahmen.\n${line}\nStand: laufend`, catalog)).toBe(expected);
          expect(readEcho(['9 Maßnahmen.', line], catalog)).toBe(expected);
        },
      ),
    );
  });

  it.each([
    '*fett* _kursiv_ `code`',
    '„Zitat“ "quote"',
    'Frage: was? Gesucht nach: x',
    '..',
    '<@U123> & @everyone',
    ' {text} ',
  ])('keeps %s', (text) => {
    expect(readEcho(echoOf(list(text), catalog) ?? '', catalog)).toBe(text);
  });

  it('is the last of its form, since an answer may quote another one above it', () => {
    const line = echoOf(list('Deutschkurs'), catalog) ?? '';
    expect(readEcho(['Gesucht nach: etwas anderem', line, 'Stand: laufend'], catalog)).toBe('Deutschkurs');
  });

  it('is missing where there are no words', () => {
    expect(echoOf(list(''), catalog)).toBeUndefined();
    expect(readEcho('Stand: laufend\nGesucht nach: ', catalog)).toBe('');
  });
});
