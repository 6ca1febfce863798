import { describe, expect, it } from 'vitest';
import { closeness } from '../../../src/core/search/positions.js';

const at = (...pairs: readonly (readonly [term: number, place: number])[]) => ({
  terms: Uint32Array.from(pairs, ([term]) => term),
  places: Uint32Array.from(pairs, ([, place]) => place),
});
const words = new Map([
  [7, { word: 0, weight: 1 }],
  [8, { word: 1, weight: 1 }],
  [9, { word: 1, weight: 0.5 }],
]);

describe('closeness', () => {
  it('is whole where all words stand together', () => {
    expect(closeness(at([7, 1], [8, 3]), words, [2, 2])).toBe(1);
  });

  it('is a share where they stand far apart', () => {
    expect(closeness(at([7, 1], [8, 300]), words, [3, 1])).toBe(0.75);
  });

  it('takes the best way to find a word once', () => {
    expect(closeness(at([9, 1], [9, 2]), words, [2, 2])).toBe(0.25);
    expect(closeness(at([9, 1], [8, 2]), words, [2, 2])).toBe(0.5);
  });

  it('is nothing without the words', () => {
    expect(closeness(at([1, 1]), words, [2, 2])).toBe(0);
    expect(closeness(at([7, 1]), words, [0, 0])).toBe(0);
  });
});
