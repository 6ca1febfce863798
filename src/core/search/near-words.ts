import { editDistance } from '../language/edit-distance.js';
import { isSlip } from '../language/typing-slips.js';

/** A word of the texts that is spelt much like one of the question. */
export interface NearWord {
  readonly word: string;
  /** 0 to 1; the nearer the word, the higher. */
  readonly likeness: number;
}

/** Words of the texts near to a misspelt one, best first. */
export type NearWords = (word: string) => readonly NearWord[];

const LEAST_LENGTH = 4;
/** Of shorter words only the most usual mistakes are one: "Hund" is no misspelt "Bund". */
const SHORT = 5;
/** From this length on two mistakes are still more likely than another word. */
const LONG = 8;
const LONGEST = 40;
const MOST = 4;
const MOST_CACHED = 5000;

interface Entry {
  readonly word: string;
  readonly count: number;
  readonly letters: number;
}

/**
 * Builds the search for near words. Most words are ruled out by the set of their letters, so that the
 * distance is computed for few of them.
 *
 * @param words - Folded words with the number of texts that use them.
 */
export function createNearWords(words: ReadonlyMap<string, number>): NearWords {
  const byLength = new Map<number, Entry[]>();
  for (const [word, count] of words) {
    if (word.length < LEAST_LENGTH - 1 || /\d/.test(word)) continue;
    const entries = byLength.get(word.length) ?? [];
    entries.push({ word, count, letters: lettersIn(word) });
    byLength.set(word.length, entries);
  }
  const known = new Map<string, readonly NearWord[]>();
  return (word) => {
    if (word.length < LEAST_LENGTH || word.length > LONGEST || /\d/.test(word)) return [];
    let near = known.get(word);
    if (near === undefined) {
      near = findNear(word, byLength);
      if (known.size >= MOST_CACHED) known.clear();
      known.set(word, near);
    }
    return near;
  };
}

function findNear(word: string, byLength: ReadonlyMap<number, readonly Entry[]>): NearWord[] {
  const limit = word.length >= LONG ? 2 : 1;
  const letters = lettersIn(word);
  const found: { readonly entry: Entry; readonly distance: number }[] = [];
  for (let length = word.length - limit; length <= word.length + limit; length++) {
    for (const entry of byLength.get(length) ?? []) {
      // One edit changes at most two of the letters that occur.
      if (bitCount(entry.letters ^ letters) > 2 * limit) continue;
      const distance = editDistance(word, entry.word, limit);
      if (distance > limit || (word.length <= SHORT && !isSlip(word, entry.word))) continue;
      found.push({ entry, distance });
    }
  }
  const least = Math.min(...found.map(({ distance }) => distance));
  return found
    .filter(({ distance }) => distance === least)
    .sort((a, b) => b.entry.count - a.entry.count || (a.entry.word < b.entry.word ? -1 : 1))
    .slice(0, MOST)
    .map(({ entry }) => ({ word: entry.word, likeness: likeness(word, entry.word, least) }));
}

/** The first letter is seldom mistyped; a second mistake makes another word more likely. */
function likeness(word: string, other: string, distance: number): number {
  return (distance === 1 ? 1 : 0.85) * (word.charAt(0) === other.charAt(0) ? 1 : 0.8);
}

/** A bit for each of the letters a to z that a word has; all others share the rest. */
function lettersIn(word: string): number {
  let bits = 0;
  for (let at = 0; at < word.length; at++) {
    const place = word.charCodeAt(at) - 97;
    bits |= 1 << (place >= 0 && place < 26 ? place : 26 + (word.charCodeAt(at) & 3));
  }
  return bits;
}

function bitCount(bits: number): number {
  let left = bits;
  let count = 0;
  while (left !== 0) {
    left &= left - 1;
    count++;
  }
  return count;
}
