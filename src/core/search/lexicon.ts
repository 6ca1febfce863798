import { type CompoundSplitter, createCompoundSplitter } from '../language/compounds.js';
import { LANGUAGE_TAGS, type LanguageTag } from '../language/languages.js';
import { stemWord, type Token } from '../language/tokenise.js';
import type { AnalysedDocument } from './documents.js';
import type { SearchStages } from './stages.js';

/** Terms under which one word of a text is indexed. */
export interface TokenTerms {
  /** The word's stem; absent for a stop word. */
  readonly word?: string;
  /** Stems of a compound's parts. */
  readonly parts: readonly string[];
}

/** The words of a corpus and what is known of them. */
export interface Lexicon {
  /** Terms under which a word of a text is indexed. */
  readonly termsOf: (token: Token, language: LanguageTag) => TokenTerms;
  /** Parts of a compound, as stems. */
  readonly partsOf: (token: Token, language: LanguageTag) => readonly string[];
  /** How a folded word is written in the texts, in lower case. */
  readonly written: (word: string) => string;
  /** Folded words of a language with the number of documents that use them. */
  readonly words: (language: LanguageTag) => ReadonlyMap<string, number>;
}

/** Collects the words of all documents, and learns to split compounds at them. */
export function createLexicon(documents: readonly AnalysedDocument[], stages: SearchStages): Lexicon {
  const words = new Map(LANGUAGE_TAGS.map((tag) => [tag, countDocuments(documents, tag)] as const));
  const written = new Map<string, string>();
  for (const { parts } of documents) {
    for (const { tokens } of parts) {
      for (const { word, text } of tokens) if (!written.has(word)) written.set(word, text.toLowerCase());
    }
  }
  const splitters = new Map<LanguageTag, CompoundSplitter>();
  for (const [language, own] of words) splitters.set(language, createCompoundSplitter(own, language));
  const partsOf = (token: Token, language: LanguageTag): readonly string[] => {
    if (!stages.has('compounds')) return [];
    const split = splitters.get(language) ?? (() => []);
    const pieces = token.pieces.length > 0 ? token.pieces : [token.word];
    const parts = pieces.flatMap((piece) => {
      const found = split(piece);
      return found.length > 0
        ? [...(token.pieces.length > 0 ? [piece] : []), ...found]
        : token.pieces.length > 0
          ? [piece]
          : [];
    });
    return [...new Set(parts.map((part) => stemWord(part, language)))].filter((part) => part !== token.stem);
  };
  return {
    partsOf,
    written: (word) => written.get(word) ?? word,
    words: (language) => words.get(language) ?? new Map(),
    termsOf: (token, language) =>
      token.stop && !token.acronym ? NO_TERMS : { word: token.stem, parts: partsOf(token, language) },
  };
}

const NO_TERMS: TokenTerms = { parts: [] };

/** The words of a language, pieces of hyphenated ones too, with the number of documents that use them. */
function countDocuments(documents: readonly AnalysedDocument[], language: LanguageTag): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  const seen = new Set<string>();
  for (const { parts } of documents) {
    for (const part of parts) {
      if (part.language !== language) continue;
      for (const { word, pieces, stop } of part.tokens) {
        if (stop) continue;
        seen.add(word);
        for (const piece of pieces) seen.add(piece);
      }
    }
    for (const word of seen) counts.set(word, (counts.get(word) ?? 0) + 1);
    seen.clear();
  }
  return counts;
}
