import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createNearWords } from '../../../src/core/search/near-words.js';

const near = createNearWords(
  new Map([
    ['diskriminierung', 12],
    ['beratung', 30],
    ['bedeutung', 2],
    ['dolmetscher', 5],
    ['kita', 9],
    ['kiste', 1],
  ]),
);
const words = (word: string): readonly string[] => near(word).map((found) => found.word);

describe('near words', () => {
  it.each([
    ['diskrimnierung', 'diskriminierung', 'a letter lost'],
    ['diskriminieurng', 'diskriminierung', 'two letters swapped'],
    ['dolmettscher', 'dolmetscher', 'a letter doubled'],
    ['dolmtscer', 'dolmetscher', 'two letters lost in a long word'],
    ['kitta', 'kita', 'a letter too many in a short word'],
  ])('of %s are %s: %s', (typed, meant) => {
    expect(words(typed)[0]).toBe(meant);
  });

  it('are only the nearest ones', () => {
    expect(words('beratunk')).toEqual(['beratung']);
  });

  it('are none for short words, numbers and floods of letters', () => {
    expect(words('kit')).toEqual([]);
    expect(words('kita2')).toEqual([]);
    expect(words('a'.repeat(500))).toEqual([]);
  });

  it('are less likely with another first letter', () => {
    const [first] = near('peratung');
    const [last] = near('beratunk');
    expect(first?.word).toBe('beratung');
    expect(first?.likeness).toBeLessThan(last?.likeness ?? 0);
  });

  it('find every word with one letter lost, though most words are never compared', () => {
    const all = ['sprachkurs', 'einbuergerung', 'anerkennung', 'psychosozial', 'frauenhaus', 'ehrenamt', 'zeugnis'];
    const search = createNearWords(new Map(all.map((word) => [word, 1])));
    fc.assert(
      fc.property(fc.constantFrom(...all), fc.nat(), (word, place) => {
        const at = place % word.length;
        const typed = word.slice(0, at) + word.slice(at + 1);
        expect(search(typed).map((found) => found.word)).toContain(word);
      }),
    );
  });
});
