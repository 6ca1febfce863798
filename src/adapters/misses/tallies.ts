import type { LanguageTag, Miss } from '../../core/index.js';
import type { DayTally, TalliedWord } from './day-tally.js';
import type { DatedTally, Key } from './miss-files.js';
import { isCommon } from './miss-store.js';

/** What a process counts, day by day, knowing what was counted before. */
export interface Tallies {
  readonly add: (miss: Miss, day: string) => void;
  /** The days that have changed since they were written. */
  readonly unwritten: () => readonly (readonly [day: string, tally: DayTally])[];
  readonly wrote: (day: string) => void;
  readonly prune: (before: string) => void;
}

/** A flood of words must not fill the memory or the disk: beyond so many different ones no new word is counted. */
const MOST_WORDS = 5000;

interface OwnTally {
  readonly kinds: Map<string, number>;
  readonly words: Map<string, TalliedWord>;
}

/** Starts to count. `before` is what others have counted, this program before its restart included. */
export function createTallies(key: Key, before: readonly DatedTally[], threshold: number): Tallies {
  const daysOf = new Map<string, Map<string, number>>();
  const own = new Map<string, OwnTally>();
  const changed = new Set<string>();

  const countDay = (fingerprint: string, day: string, count: number): ReadonlyMap<string, number> => {
    const days = daysOf.get(fingerprint) ?? new Map<string, number>();
    daysOf.set(fingerprint, days.set(day, (days.get(day) ?? 0) + count));
    return days;
  };
  for (const { day, tally } of before) {
    for (const { fingerprint, count } of tally.words.values()) countDay(fingerprint, day, count);
  }

  const addWord = (word: string, language: LanguageTag, day: string, words: OwnTally['words']): void => {
    const fingerprint = key.fingerprintOf(word, language);
    if (!daysOf.has(fingerprint) && daysOf.size >= MOST_WORDS) return;
    const days = countDay(fingerprint, day, 1);
    const count = (words.get(fingerprint)?.count ?? 0) + 1;
    words.set(fingerprint, { fingerprint, language, count, ...(isCommon(days, threshold) ? { word } : {}) });
  };

  return {
    add: ({ kind, language, words }, day) => {
      const tally = own.get(day) ?? { kinds: new Map(), words: new Map() };
      own.set(day, tally);
      tally.kinds.set(kind, (tally.kinds.get(kind) ?? 0) + 1);
      for (const word of words) addWord(word, language, day, tally.words);
      changed.add(day);
    },
    unwritten: () => [...own].filter(([day]) => changed.has(day)),
    wrote: (day) => {
      changed.delete(day);
    },
    prune: (first) => {
      for (const day of own.keys()) {
        if (day < first) own.delete(day);
      }
      for (const [fingerprint, days] of daysOf) {
        for (const day of days.keys()) {
          if (day < first) days.delete(day);
        }
        if (days.size === 0) daysOf.delete(fingerprint);
      }
    },
  };
}
