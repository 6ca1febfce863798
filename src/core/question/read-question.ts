import type { Catalog } from '../catalog/catalog.js';
import { countryNames } from '../language/country-names.js';
import { LANGUAGE_TAGS, type LanguageTag } from '../language/languages.js';
import { oncePer } from '../language/once.js';
import { foldWord, stemWord, type Token, tokenise } from '../language/tokenise.js';
import { detectLanguage, type LanguageEvidence } from './detect-language.js';
import { parseQuestion, type Reading } from './parse-question.js';
import { createPhraseBook } from './phrase-book.js';
import { type Correction, createSpeller } from './spelling.js';

/** A reading with the words that were corrected on the way. */
export interface CorrectedReading extends Reading {
  readonly corrections: readonly Correction[];
}

/** What the reader has to know of the texts that are searched. */
export interface KnownTexts {
  /** Folded words of a language with the number of texts that use them. */
  readonly words: (language: LanguageTag) => ReadonlyMap<string, number>;
  /** How a folded word is written in the texts. */
  readonly written: (word: string) => string;
  /** Whether a term stands in any text. */
  readonly hasTerm: (term: string) => boolean;
  /** The parts of a compound, as stems. */
  readonly partsOf: (token: Token, language: LanguageTag) => readonly string[];
  /** Whether a word stands in a title, among keywords or in the vocabulary, so that it can be a topic. */
  readonly isTelling: (token: Token, language: LanguageTag) => boolean;
  /** Where a text names something that the vocabulary knows and no record holds. */
  readonly lacking: (
    tokens: readonly Token[],
    language: LanguageTag,
  ) => readonly { readonly start: number; readonly end: number }[];
  /** Whether a word stands for a concept of the vocabulary. */
  readonly isConcept: (token: Token, language: LanguageTag) => boolean;
}

export type Reader = (text: string, language?: LanguageTag, fallback?: LanguageTag) => CorrectedReading;

/** From the text of a question to what it means: language, spelling, phrases, names, topic. */
export function createReader(catalog: Catalog, texts: KnownTexts): Reader {
  const book = createPhraseBook(catalog);
  const stems = oncePer(
    (tag: LanguageTag) =>
      new Set([...book.words(tag).keys(), ...book.nameWords(tag).keys()].map((word) => stemWord(word, tag))),
  );
  const isKnown = (token: Token, language: LanguageTag): boolean =>
    book.words(language).has(token.word) ||
    book.nameWords(language).has(token.word) ||
    stems(language).has(token.stem) ||
    LANGUAGE_TAGS.some((tag) => texts.hasTerm(stemWord(foldWord(token.text, tag), tag))) ||
    token.pieces.some((piece) => texts.hasTerm(stemWord(piece, language))) ||
    texts.partsOf(token, language).length > 0 ||
    texts.isConcept(token, language);
  const candidates = (language: LanguageTag): ReadonlyMap<string, number> => {
    const words = new Map(texts.words(language));
    for (const word of book.nameWords(language).keys()) words.set(word, (words.get(word) ?? 0) + 1);
    for (const word of book.words(language).keys()) words.set(word, (words.get(word) ?? 0) + COMMON);
    return words;
  };
  const writtenAs = (word: string): string => {
    for (const tag of LANGUAGE_TAGS) {
      const written = book.words(tag).get(word) ?? book.nameWords(tag).get(word);
      if (written !== undefined) return written;
    }
    return texts.written(word);
  };
  const speller = createSpeller(candidates, isKnown, writtenAs);
  const evidence: LanguageEvidence = {
    count: (word, tag) => (texts.words(tag).get(word) ?? 0) + (book.words(tag).has(word) ? PHRASE_WEIGHT : 0),
  };
  return (text, language, fallback) => {
    const detected = language ?? detectLanguage(text, evidence, fallback);
    if (detected === undefined) return foreign(fallback);
    const { tokens, corrections } = speller.correct(tokenise(text, detected), detected);
    return {
      ...parseQuestion(tokens, detected, book, {
        isTelling: (token) => texts.isTelling(token, detected),
        lacking: (all) => texts.lacking(all, detected),
        isCountry: (token) => countryNames(detected).has(token.word),
      }),
      corrections,
    };
  };
}

/** Of two words equally near to a typo, the one that questions are phrased with was meant. */
const COMMON = 1000;

/** A word that questions are phrased with tells more of a language than one that a text uses once. */
const PHRASE_WEIGHT = 5;

function foreign(language: LanguageTag = 'de'): CorrectedReading {
  return {
    query: { action: 'foreign-language', language, text: '', clauses: [], page: 1 },
    refines: false,
    pronoun: false,
    adds: false,
    fragment: false,
    ownSubject: false,
    ownRequest: false,
    topic: [],
    ignored: [],
    corrections: [],
  };
}
