import type { LanguageTag, Miss } from '../../core/index.js';

/** A word that was missed often enough to be shown. */
export interface MissedWord {
  readonly word: string;
  readonly language: LanguageTag;
  /** In how many questions. */
  readonly count: number;
  /** The first and the last day, as ISO days. */
  readonly first: string;
  readonly last: string;
}

/** What was counted and not yet deleted. */
export interface MissCounts {
  /** The most frequent first. */
  readonly words: readonly MissedWord[];
  /** How many more words were missed, too seldom to be shown. */
  readonly rare: number;
  /** Typed questions by the kind of their answer. */
  readonly kinds: ReadonlyMap<string, number>;
  /** The first day that anything was counted on; absent where nothing was. */
  readonly since?: string;
}

/**
 * Counts what people asked for and did not find: (word, language, day) → count, and (kind of answer, day) → count. A
 * word is kept in clear only from when it {@link isCommon}. All days are ISO days; calls take effect in their order.
 */
export interface MissStore {
  /**
   * Counts one question.
   *
   * @returns when it is kept for good; counts that were kept survive any end of the process.
   * @throws where it cannot be kept now; what was counted is tried again with the next call.
   */
  readonly add: (miss: Miss, day: string) => Promise<void>;
  readonly list: () => Promise<MissCounts>;
  /** Deletes what was counted before a day. */
  readonly prune: (before: string) => Promise<void>;
  /** Deletes everything, also what another process has in memory. */
  readonly clear: () => Promise<void>;
  /** Keeps what is still in memory. Nothing is called after it. */
  readonly close: () => Promise<void>;
}

/** On so many days a word must have been missed: one bad day of one person is not enough. */
const LEAST_DAYS = 2;

/** Whether a word that was counted by day is frequent enough to be kept and shown in clear. */
export function isCommon(days: ReadonlyMap<string, number>, threshold: number): boolean {
  return days.size >= LEAST_DAYS && total(days.values()) >= threshold;
}

/** The sum of counts. */
export function total(counts: Iterable<number>): number {
  let sum = 0;
  for (const count of counts) sum += count;
  return sum;
}
