import fc from 'fast-check';
import picocolors from 'picocolors';
import { expect, test } from 'vitest';
import { layOut, line, textWidth, wrap } from '../../../src/adapters/terminal/layout.js';

test('breaks at word ends and hangs the rows that follow', () => {
  expect(wrap('eins zwei drei vier', 10, 0, 2)).toEqual(['eins zwei', '  drei', '  vier']);
});

test('fills a row to its last column', () => {
  expect(wrap('12345 7890', 10)).toEqual(['12345 7890']);
  expect(wrap('12345 78901', 10)).toEqual(['12345', '78901']);
});

test('breaks an address that is longer than a row', () => {
  expect(wrap('Siehe https://hessen.de', 12)).toEqual(['Siehe', 'https://hess', 'en.de']);
});

test('keeps an empty paragraph as an empty row', () => {
  expect(wrap('', 10, 3)).toEqual(['']);
});

test('loses no letter and makes no row too long', () => {
  const word = fc.string({ minLength: 1, maxLength: 30, unit: fc.constantFrom('a', 'ß', '/', '–', 'é') });
  fc.assert(
    fc.property(
      fc.array(word),
      fc.integer({ min: 10, max: 100 }),
      fc.nat(6),
      fc.nat(6),
      (words, width, indent, hang) => {
        const rows = wrap(words.join(' '), width, indent, hang);
        expect(Math.max(...rows.map((row) => row.length))).toBeLessThanOrEqual(width);
        expect(rows.join('').replaceAll(' ', '')).toBe(words.join(''));
      },
    ),
  );
});

test('writes at most 100 columns, and 80 where the screen names none', () => {
  expect([40, 100, 101, 250, 0, undefined, 3].map(textWidth)).toEqual([40, 100, 100, 100, 80, 80, 10]);
});

test('colours only where colours are on', () => {
  const lines = [line('Titel', 'title'), line(''), line('Quelle', 'quiet')];
  expect(layOut(lines, 80, picocolors.createColors(false))).toBe('Titel\n\nQuelle\n');
  expect(layOut(lines, 80, picocolors.createColors(true))).toBe(
    '\u001b[1mTitel\u001b[22m\n\n\u001b[2mQuelle\u001b[22m\n',
  );
});
