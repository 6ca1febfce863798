import { LANGUAGES, type LanguageTag } from './languages.js';
import { stemWord } from './tokenise.js';

/** The least length of a part; shorter ones split by chance ("Rat" in "Beratung"). */
const LEAST_PART = 4;
const MOST_PARTS = 4;

/** Cuts a folded word into words that the texts use by themselves; empty where it is no such compound. */
export type CompoundSplitter = (word: string) => readonly string[];

/**
 * Builds a splitter over the words of a corpus, so that "Sprachförderung" shares "Förderung" with the
 * texts without a dictionary of the language.
 *
 * @param words - Folded words that may be parts, with the number of texts that use them.
 */
export function createCompoundSplitter(words: ReadonlyMap<string, number>, language: LanguageTag): CompoundSplitter {
  const links = LANGUAGES[language].compoundLinks;
  if (links.length === 0) return () => [];
  const stems = new Map<string, number>();
  for (const [word, count] of words) {
    if (word.length < LEAST_PART || /\d/.test(word)) continue;
    const stem = stemWord(word, language);
    stems.set(stem, (stems.get(stem) ?? 0) + count);
  }
  const cache = new Map<string, readonly string[]>();

  const isPart = (part: string): boolean => part.length >= LEAST_PART && stems.has(stemWord(part, language));
  const headOf = (part: string): string | undefined => {
    for (const link of links) {
      if (!part.endsWith(link)) continue;
      const head = part.slice(0, part.length - link.length);
      if (isPart(head)) return head;
    }
    // "Sprach-" has lost the final e of "Sprache".
    return isPart(`${part}e`) ? `${part}e` : undefined;
  };

  const cut = (word: string, partsLeft: number): readonly string[] | undefined => {
    if (partsLeft === 0) return undefined;
    // The longest last part first: it carries the meaning.
    for (let at = LEAST_PART; at <= word.length - LEAST_PART; at++) {
      const tail = word.slice(at);
      if (!isPart(tail)) continue;
      const head = headOf(word.slice(0, at));
      if (head !== undefined) return [head, tail];
      const rest = cutHead(word.slice(0, at), partsLeft - 1);
      if (rest !== undefined) return [...rest, tail];
    }
    return undefined;
  };
  const cutHead = (word: string, partsLeft: number): readonly string[] | undefined => {
    for (const link of links) {
      if (!word.endsWith(link)) continue;
      const parts = cut(word.slice(0, word.length - link.length), partsLeft);
      if (parts !== undefined) return parts;
    }
    return undefined;
  };

  return (word) => {
    if (word.length < 2 * LEAST_PART) return [];
    let parts = cache.get(word);
    if (parts === undefined) {
      parts = cut(word, MOST_PARTS - 1) ?? [];
      if (cache.size < 50_000) cache.set(word, parts);
    }
    return parts;
  };
}
