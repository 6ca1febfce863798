import { type CompoundSplitter, createCompoundSplitter } from '../language/compounds.js';
import { LANGUAGE_TAGS, type LanguageTag } from '../language/languages.js';
import { stemWord, type Token } from '../language/tokenise.js';
import type { ConceptMatcher } from './concepts.js';
import type { AnalysedDocument } from './documents.js';
import type { SearchStages } from './stages.js';

/** Terms under which one word of a text is indexed. */
export interface TokenTerms {
  /** The word's stem; absent for a stop word. */
  readonly word?: string;
  /** Stems of a compound's parts. */
  readonly parts: readonly string[];
  /** Terms of the concepts that begin here, and of their broader ones. */
  readonly concepts: readonly string[];
}

/** The words of a corpus and what is known of them. */
export interface Lexicon {
  /** Terms under which a text's tokens are indexed, token by token. */
  readonly termsOf: (tokens: readonly Token[], language: LanguageTag) => readonly TokenTerms[];
  /** Parts of a compound, as stems. */
  readonly partsOf: (token: Token, language: LanguageTag) => readonly string[];
  /** How a folded word is written in the texts, in lower case. */
  readonly written: (word: string) => string;
  /** Folded words of a language with the number of documents that use them. */
  readonly words: (language: LanguageTag) => ReadonlyMap<string, number>;
}

/** Collects the words of all documents, and learns to split compounds at them. */
export function createLexicon(
  documents: readonly AnalysedDocument[],
  concepts: ConceptMatcher,
  stages: SearchStages,
): Lexicon {
  const words = new Map<LanguageTag, Map<string, number>>(LANGUAGE_TAGS.map((tag) => [tag, new Map()]));
  for (const document of documents) {
    for (const language of LANGUAGE_TAGS) {
      const seen = new Set<string>();
      for (const part of document.parts) {
        if (part.language !== language) continue;
        for (const token of part.tokens) {
          if (token.stop) continue;
          for (const word of [token.word, ...token.pieces]) seen.add(word);
        }
      }
      const counts = words.get(language);
      for (const word of seen) counts?.set(word, (counts.get(word) ?? 0) + 1);
    }
  }
  const written = new Map<string, string>();
  for (const { parts } of documents) {
    for (const { tokens } of parts) {
      for (const { word, text } of tokens) if (!written.has(word)) written.set(word, text.toLowerCase());
    }
  }
  const splitters = new Map<LanguageTag, CompoundSplitter>();
  for (const language of LANGUAGE_TAGS) {
    splitters.set(language, createCompoundSplitter(words.get(language) ?? new Map(), language));
  }
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
    termsOf: (tokens, language) => {
      const found = concepts(tokens, language);
      return tokens.map((token, index) => {
        const concepts = found.get(index) ?? [];
        return token.stop && !token.acronym
          ? { parts: [], concepts }
          : { word: token.stem, parts: partsOf(token, language), concepts };
      });
    },
  };
}
