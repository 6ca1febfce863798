import { rarityOf, weightOf } from './bm25.js';
import { countUp, startsOf } from './inverted.js';

/** How long a group of letters is: long enough to tell roots apart, short enough for the parts of a compound. */
const GROUP = 4;

/** Finds documents by groups of letters, so that words unknown in this form still say something. */
export interface LetterGroups {
  /** Adds to `scores` the share of the words' letter groups that each document holds, weighed by rarity, times `factor`. */
  readonly score: (words: readonly string[], factor: number, scores: Float32Array) => void;
}

/** Groups in more than this share of many documents tell next to nothing and cost most of the time. */
const COMMON = 0.25;
const FEW = 500;

/** "^int", "inte", …, "ion$": the groups of letters of a folded word, its ends marked. */
export function lettersOf(word: string): string[] {
  const marked = `^${word}$`;
  if (marked.length <= GROUP) return [marked];
  return Array.from({ length: marked.length - GROUP + 1 }, (_, at) => marked.slice(at, at + GROUP));
}

/** Indexes the letter groups of each document's words. */
export function createLetterGroups(documents: readonly (readonly string[])[]): LetterGroups {
  const { ids, count } = createGroupCounter();
  const grouped = documents.map(count);
  const frequencies = new Uint32Array(ids.size);
  for (const { groups } of grouped) for (const group of groups) countUp(frequencies, group);
  const starts = startsOf(frequencies);
  const total = starts.at(-1) ?? 0;
  const holders = new Uint32Array(total);
  const weights = new Float32Array(total);
  const ends = starts.slice();
  const size = documents.length;
  const average = grouped.reduce((sum, { length }) => sum + length, 0) / Math.max(size, 1) || 1;
  for (const [document, { groups, counts, length }] of grouped.entries()) {
    for (let at = 0; at < groups.length; at++) {
      const group = groups[at] ?? 0;
      const end = ends[group] ?? 0;
      ends[group] = end + 1;
      holders[end] = document;
      weights[end] = weightOf(counts[at] ?? 0, length / average);
    }
  }
  const most = size <= FEW ? size : COMMON * size;
  return {
    score: (words, factor, scores) => {
      const found: number[] = [];
      let mass = 0;
      for (const letters of new Set(words.flatMap(lettersOf))) {
        const group = ids.get(letters);
        const frequency = group === undefined ? 0 : (frequencies[group] ?? 0);
        mass += rarityOf(frequency, size);
        if (group !== undefined && frequency <= most) found.push(group);
      }
      if (mass === 0) return;
      for (const group of found) {
        const share = (factor * rarityOf(frequencies[group] ?? 0, size)) / mass;
        const end = starts[group + 1] ?? 0;
        for (let at = starts[group] ?? 0; at < end; at++) {
          const document = holders[at] ?? 0;
          scores[document] = (scores[document] ?? 0) + share * (weights[at] ?? 0);
        }
      }
    },
  };
}

interface GroupCounts {
  readonly groups: Uint32Array;
  /** How often each of `groups` stands in the document. */
  readonly counts: Uint32Array;
  /** All groups of the document, repeated ones too. */
  readonly length: number;
}

/** Numbers the groups of letters as they come up, and counts those of each document's words. */
function createGroupCounter(): {
  readonly ids: ReadonlyMap<string, number>;
  readonly count: (words: readonly string[]) => GroupCounts;
} {
  const ids = new Map<string, number>();
  const cut = new Map<string, readonly number[]>();
  let times = new Uint32Array(0);
  const numberOf = (letters: string): number => {
    const id = ids.get(letters) ?? ids.size;
    if (id === ids.size) ids.set(letters, id);
    return id;
  };
  const groupsOf = (word: string): readonly number[] => {
    const before = cut.get(word);
    if (before !== undefined) return before;
    const groups = lettersOf(word).map(numberOf);
    cut.set(word, groups);
    return groups;
  };
  return {
    ids,
    count: (words) => {
      const all = words.map(groupsOf);
      if (times.length < ids.size) times = new Uint32Array(2 * ids.size);
      const groups: number[] = [];
      let length = 0;
      for (const own of all) {
        length += own.length;
        for (const group of own) if (countUp(times, group) === 1) groups.push(group);
      }
      const counts = Uint32Array.from(groups, (group) => times[group] ?? 0);
      for (const group of groups) times[group] = 0;
      return { groups: Uint32Array.from(groups), counts, length };
    },
  };
}
