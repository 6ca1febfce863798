import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createCompoundSplitter } from '../../../src/core/language/compounds.js';
import { foldWord, stemWord } from '../../../src/core/language/tokenise.js';

function splitter(...words: readonly string[]) {
  const split = createCompoundSplitter(new Map(words.map((word) => [foldWord(word, 'de'), 1])), 'de');
  return (word: string): readonly string[] => split(foldWord(word, 'de')).map((part) => stemWord(part, 'de'));
}

describe('splitting a compound', () => {
  it('cuts where both parts are words', () => {
    expect(splitter('Sprache', 'Förderung')('Sprachförderung')).toEqual(['sprach', 'forder']);
  });

  it('drops the letters that link parts', () => {
    expect(splitter('Integration', 'Kurs')('Integrationskurs')).toEqual(['integration', 'kurs']);
    expect(splitter('Familie', 'Zentrum')('Familienzentrum')).toEqual(['famili', 'zentrum']);
  });

  it('knows parts in any inflection', () => {
    expect(splitter('Frauen', 'Häuser')('Frauenhaus')).toHaveLength(2);
  });

  it('cuts into more than two parts', () => {
    expect(splitter('Landes', 'Programm', 'Beratung')('Landesprogrammberatung')).toEqual(['land', 'programm', 'berat']);
  });

  it('does not cut where a part is no word', () => {
    expect(splitter('Förderung')('Sprachförderung')).toEqual([]);
    expect(splitter('Sprache')('Sprachförderung')).toEqual([]);
  });

  it('does not cut short words off by chance', () => {
    expect(splitter('Bund', 'ver', 'Rat', 'Bera', 'ung')('Verbund')).toEqual([]);
    expect(splitter('Rat', 'beut', 'ung')('Beratung')).toEqual([]);
    expect(splitter('Amt', 'Ehre')('Ehrenamt')).toEqual([]);
  });

  it('does not cut English words, which are written apart', () => {
    const split = createCompoundSplitter(
      new Map([
        ['lang', 1],
        ['language', 1],
        ['course', 1],
      ]),
      'en',
    );

    expect(split('languagecourse')).toEqual([]);
  });

  it('gives the same parts again', () => {
    const split = splitter('Sprache', 'Förderung');

    expect(split('Sprachförderung')).toEqual(split('Sprachförderung'));
  });

  it('joins to no more than the word itself, for any words', () => {
    const letters = fc.string({ unit: fc.constantFrom('a', 'b', 'e', 'n', 's', 't'), minLength: 4, maxLength: 12 });
    fc.assert(
      fc.property(fc.array(letters, { maxLength: 20 }), letters, letters, (vocabulary, one, other) => {
        const parts = splitter(...vocabulary, one)(one + other);

        expect(parts.length === 0 || parts.length > 1).toBe(true);
        // Only the lost e of "Sprach-" may be added.
        expect(parts.join('').length).toBeLessThanOrEqual((one + other).length + 1);
      }),
    );
  });

  it('ends for a word that could be cut everywhere', () => {
    const vocabulary = Array.from({ length: 30 }, (_, length) => 'e'.repeat(length + 4));

    expect(splitter(...vocabulary)('e'.repeat(300)).length).toBeLessThanOrEqual(4);
    expect(splitter(...vocabulary)(`${'e'.repeat(300)}x`)).toEqual([]);
    expect(splitter('nens', 'ense', 'sene')('nens'.repeat(75)).length).toBeLessThanOrEqual(4);
  });
});
