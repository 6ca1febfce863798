import { editDistance } from '../language/edit-distance.js';
import type { LanguageTag } from '../language/languages.js';
import { stemWord, type Token } from '../language/tokenise.js';
import { isReplaced, isSlip } from '../language/typing-slips.js';

/** A word that was read as another one. */
export interface Correction {
  readonly from: string;
  readonly to: string;
}

/** Knows the words of phrases, names and texts, and reads misspelt ones as one of them. */
export interface Speller {
  readonly correct: (
    tokens: readonly Token[],
    language: LanguageTag,
  ) => { readonly tokens: readonly Token[]; readonly corrections: readonly Correction[] };
}

/** Words shorter than this are not corrected: too many others are near. */
const LEAST_LENGTH = 4;

interface Entry {
  readonly word: string;
  readonly count: number;
}

/**
 * Builds a speller.
 *
 * @param wordsOf - Folded words of a language with how often they occur.
 * @param isKnown - Whether a token means something as it is (by a compound's parts, or in another language).
 * @param writtenAs - How a folded word is spelt, for the reader.
 */
export function createSpeller(
  wordsOf: (language: LanguageTag) => ReadonlyMap<string, number>,
  isKnown: (token: Token, language: LanguageTag) => boolean,
  writtenAs: (word: string) => string,
): Speller {
  const buckets = new Map<LanguageTag, ReadonlyMap<string, readonly Entry[]>>();
  const bucketsOf = (language: LanguageTag): ReadonlyMap<string, readonly Entry[]> => {
    let own = buckets.get(language);
    if (own === undefined) {
      own = bucketise(wordsOf(language));
      buckets.set(language, own);
    }
    return own;
  };
  return {
    correct: (tokens, language) => {
      const corrections: Correction[] = [];
      const corrected = tokens.map((token) => {
        if (token.stop || token.word.length < LEAST_LENGTH || /\d/.test(token.word) || isKnown(token, language))
          return token;
        const word = bestCandidate(token.word, bucketsOf(language));
        if (word === undefined) return token;
        const text = writtenAs(word);
        corrections.push({ from: token.text, to: text });
        return { ...token, text, word, stem: stemWord(word, language), pieces: [] };
      });
      return { tokens: corrected, corrections };
    },
  };
}

/** Words by first letter and length, so that few have to be compared. */
function bucketise(words: ReadonlyMap<string, number>): ReadonlyMap<string, readonly Entry[]> {
  const byKey = new Map<string, Entry[]>();
  for (const [word, count] of words) {
    if (word.length < LEAST_LENGTH - 1 || /\d/.test(word)) continue;
    const key = `${word.charAt(0)}${word.length}`;
    const bucket = byKey.get(key) ?? [];
    bucket.push({ word, count });
    byKey.set(key, bucket);
  }
  return byKey;
}

/** Up to this length only the most usual mistakes are read as one: "black" is no misspelt "back". */
const SHORTEST = 5;
/** From this length on two mistakes are one typo too many rather than another word. */
const LONG = 12;
/** Below this length a replaced letter makes another word ("master", "matter"); a lost one seldom does. */
const SHORT = 12;

/** The nearest known word; the commoner one of two equally near. A typo seldom hits the first letter. */
function bestCandidate(word: string, buckets: ReadonlyMap<string, readonly Entry[]>): string | undefined {
  const limit = word.length >= LONG ? 2 : 1;
  let best: Entry | undefined;
  let bestDistance = limit + 1;
  for (let length = word.length - limit; length <= word.length + limit; length++) {
    for (const entry of buckets.get(`${word.charAt(0)}${length}`) ?? []) {
      const distance = editDistance(word, entry.word, Math.min(limit, bestDistance));
      if (distance > limit || (word.length < SHORT && isReplaced(word, entry.word))) continue;
      if (word.length <= SHORTEST && !isSlip(word, entry.word)) continue;
      if (distance < bestDistance || (distance === bestDistance && entry.count > (best?.count ?? 0))) {
        best = entry;
        bestDistance = distance;
      }
    }
  }
  return best?.word;
}
