import type { LanguageTag } from '../language/languages.js';
import type { Token } from '../language/tokenise.js';
import type { ConceptMatcher } from './concepts.js';
import type { AnalysedDocument } from './documents.js';
import type { Lexicon } from './lexicon.js';
import type { Positions } from './positions.js';
import { columnOf, type DocumentTerms } from './postings.js';

/** Gives every term a number, as it comes up in the documents. */
export interface TermNumbering {
  /** All terms of a document: words, parts of compounds, concepts. */
  readonly termsOf: (document: AnalysedDocument) => DocumentTerms & Positions;
  /** The number of a term; undefined for one that no document had so far. */
  readonly numberOf: (term: string) => number | undefined;
  /** How many terms there are so far. */
  readonly size: () => number;
}

/** Places left free between two texts, so that their words do not count as standing together. */
const BETWEEN_TEXTS = 100;

/** The terms of one word by their numbers. */
interface Numbered {
  readonly words: readonly number[];
  readonly parts: readonly number[];
}

/** Prepares the numbering; a word is looked up once, however often the texts have it. */
export function createTermNumbering(lexicon: Lexicon, conceptsIn: ConceptMatcher): TermNumbering {
  const numbers = new Map<string, number>();
  const known = new Map<Token, Numbered>();
  const numberFor = (term: string): number => {
    const number = numbers.get(term) ?? numbers.size;
    if (number === numbers.size) numbers.set(term, number);
    return number;
  };
  const numberedOf = (token: Token, language: LanguageTag): Numbered => {
    const before = known.get(token);
    if (before !== undefined) return before;
    const { word, parts } = lexicon.termsOf(token, language);
    const numbered = { words: word === undefined ? [] : [numberFor(word)], parts: parts.map(numberFor) };
    known.set(token, numbered);
    return numbered;
  };
  return {
    numberOf: (term) => numbers.get(term),
    size: () => numbers.size,
    termsOf: (document) => {
      const terms: number[] = [];
      const columns: number[] = [];
      const places: number[] = [];
      let place = 0;
      for (const { field, language, tokens } of document.parts) {
        const [asWord, asPart] = [columnOf(field, false), columnOf(field, true)];
        const add = (term: number, column: number): void => {
          terms.push(term);
          columns.push(column);
          places.push(place);
        };
        const concepts = conceptsIn(tokens, language);
        for (let at = 0; at < tokens.length; at++) {
          const token = tokens[at];
          if (token === undefined) continue;
          place++;
          const { words, parts } = numberedOf(token, language);
          for (const term of words) add(term, asWord);
          for (const concept of concepts.get(at) ?? []) add(numberFor(concept), asWord);
          for (const term of parts) add(term, asPart);
        }
        place += BETWEEN_TEXTS;
      }
      return { terms: Uint32Array.from(terms), columns: Uint8Array.from(columns), places: Uint32Array.from(places) };
    },
  };
}
