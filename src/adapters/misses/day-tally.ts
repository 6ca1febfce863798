import { z } from 'zod';
import { isLanguageTag, type LanguageTag } from '../../core/index.js';

/** A word of a day: its fingerprint, and itself only where it was common by then. */
export interface TalliedWord {
  readonly fingerprint: string;
  readonly word?: string;
  readonly language: LanguageTag;
  readonly count: number;
}

/** What was counted on one day. */
export interface DayTally {
  readonly kinds: ReadonlyMap<string, number>;
  /** By fingerprint. */
  readonly words: ReadonlyMap<string, TalliedWord>;
}

/** Says of a word in clear which fingerprint it has. */
export type FingerprintOf = (word: string, language: LanguageTag) => string;

/** Stands before a fingerprint; no word begins so. */
const MARK = '#';

const counts = z.record(z.string().min(1), z.int().positive());
const file = z.object({ kinds: counts, words: z.record(z.string(), counts) });

/** A tally as text: sorted, so that it does not tell in which order or together with what words were asked for. */
export function writeTally({ kinds, words }: DayTally): string {
  const byLanguage = new Map<LanguageTag, [string, number][]>();
  for (const { fingerprint, word, language, count } of words.values()) {
    const entries = byLanguage.get(language) ?? [];
    entries.push([word ?? MARK + fingerprint, count]);
    byLanguage.set(language, entries);
  }
  const sorted = <T>(entries: Iterable<readonly [string, T]>): Record<string, T> =>
    Object.fromEntries([...entries].sort(([a], [b]) => (a < b ? -1 : 1)));
  const written = sorted([...byLanguage].map(([language, entries]) => [language, sorted(entries)]));
  return `${JSON.stringify({ kinds: sorted(kinds), words: written }, undefined, 2)}\n`;
}

/** @returns undefined where the text is none of {@link writeTally}, such as a damaged file. */
export function readTally(text: string, fingerprintOf: FingerprintOf): DayTally | undefined {
  const { data } = file.safeParse(parseJson(text));
  if (data === undefined) return undefined;
  const words = new Map<string, TalliedWord>();
  for (const [language, entries] of Object.entries(data.words)) {
    if (!isLanguageTag(language)) continue;
    for (const [name, count] of Object.entries(entries)) {
      const isClear = !name.startsWith(MARK);
      const fingerprint = isClear ? fingerprintOf(name, language) : name.slice(MARK.length);
      words.set(fingerprint, { fingerprint, language, count, ...(isClear ? { word: name } : {}) });
    }
  }
  return { kinds: new Map(Object.entries(data.kinds)), words };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
