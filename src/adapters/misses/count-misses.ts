import type { LanguageTag } from '../../core/index.js';
import type { DatedTally } from './miss-files.js';
import { isCommon, type MissCounts, type MissedWord, total } from './miss-store.js';

interface Collected {
  readonly language: LanguageTag;
  readonly days: Map<string, number>;
  word?: string;
}

/** Adds up what all days and processes have counted. A word that no file has in clear stays uncounted among the rare. */
export function countMisses(tallies: readonly DatedTally[], threshold: number): MissCounts {
  const kinds = new Map<string, number>();
  const collected = new Map<string, Collected>();
  for (const { day, tally } of tallies) {
    for (const [kind, count] of tally.kinds) kinds.set(kind, (kinds.get(kind) ?? 0) + count);
    for (const { fingerprint, word, language, count } of tally.words.values()) {
      const entry: Collected = collected.get(fingerprint) ?? { language, days: new Map() };
      collected.set(fingerprint, entry);
      entry.days.set(day, (entry.days.get(day) ?? 0) + count);
      if (word !== undefined) entry.word = word;
    }
  }
  const words = [...collected.values()].flatMap((entry) => shown(entry, threshold));
  const [since] = tallies.map(({ day }) => day).sort();
  return {
    words: words.sort((a, b) => b.count - a.count || (a.word < b.word ? -1 : 1)),
    rare: collected.size - words.length,
    kinds,
    ...(since === undefined ? {} : { since }),
  };
}

function shown({ word, language, days }: Collected, threshold: number): MissedWord[] {
  if (word === undefined || !isCommon(days, threshold)) return [];
  const [first = '', ...later] = [...days.keys()].sort();
  return [{ word, language, count: total(days.values()), first, last: later.at(-1) ?? first }];
}
