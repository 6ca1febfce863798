// @ts-check

/** @typedef {ReturnType<typeof createRandom>} Random */

/**
 * The same numbers for the same seed (mulberry32).
 *
 * @param {number} seed
 */
export function createRandom(seed) {
  let state = seed >>> 0;
  let words = 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let value = Math.imul(state ^ (state >>> 15), state | 1);
    value = (value + Math.imul(value ^ (value >>> 7), value | 61)) ^ value;
    return ((value ^ (value >>> 14)) >>> 0) / 2 ** 32;
  };
  /** A whole number from 0, below a limit. */
  const below = (/** @type {number} */ limit) => Math.floor(next() * limit);
  return {
    next,
    below,
    /**
     * @template T
     * @param {readonly T[]} list
     * @returns {T}
     */
    pick: (list) => {
      const found = list[below(list.length)];
      if (found === undefined) throw new Error('nothing to pick from');
      return found;
    },
    /** A word that nobody has ever written, and that is near no other. */
    word: () => {
      words += 1;
      const letters = (/** @type {string} */ from) => from.charAt(below(from.length));
      const syllables = Array.from({ length: 6 }, () => letters('bdfgklmnprstvwz') + letters('aeiou'));
      return `${syllables.join('')}${words}x`;
    },
  };
}
