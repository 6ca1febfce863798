import MiniSearch from 'minisearch';
import type { LanguageTag } from '../language/languages.js';
import { tokenise } from '../language/tokenise.js';
import type { Concepts } from './concepts.js';
import { type AnalysedDocument, SEARCH_FIELDS, type SearchDocument, type SearchField } from './documents.js';
import { createLexicon, type Lexicon } from './lexicon.js';

/** One word, part or concept that a search looks for. */
export interface SearchTerm {
  readonly term: string;
  /** Between 0 and 1; the word itself weighs 1. */
  readonly weight: number;
}

/** A document that holds at least one of the terms. */
export interface SearchHit {
  readonly id: string;
  /** Sum of the BM25+ scores of the terms found. */
  readonly score: number;
  /** Terms found and the fields that hold them. */
  readonly found: ReadonlyMap<string, readonly string[]>;
}

export interface SearchIndex {
  readonly lexicon: Lexicon;
  readonly size: number;
  /** In how many documents a term stands. */
  readonly frequency: (term: string) => number;
  /** Inverse document frequency as BM25 has it; the highest where no document holds the term. */
  readonly idf: (frequency: number) => number;
  /** Whether a term stands in the title or the keywords of some document. */
  readonly isTelling: (term: string) => boolean;
  readonly terms: () => Iterable<string>;
  readonly search: (terms: readonly SearchTerm[]) => readonly SearchHit[];
}

/** A title says most of what a record is about; organisation and field names say least. */
const FIELD_WEIGHTS: Readonly<Record<SearchField, number>> = { title: 2, keywords: 1.6, body: 1, context: 0.5 };

const SEPARATOR = ' ';

/** Analyses the documents and indexes them. */
export function createSearchIndex(
  documents: readonly SearchDocument[],
  concepts: Concepts,
  vocabulary: ReadonlyMap<LanguageTag, readonly string[]> = new Map(),
): SearchIndex {
  const analysed: AnalysedDocument[] = documents.map(({ id, parts }) => ({
    id,
    parts: parts.map(({ field, language, text }) => ({ field, language, tokens: tokenise(text, language) })),
  }));
  const lexicon = createLexicon(analysed, vocabulary, concepts.termsIn);
  const frequencies = new Map<string, number>();
  const telling = new Set<string>();
  const index = new MiniSearch<{ id: string } & Record<SearchField, string>>({
    fields: [...SEARCH_FIELDS],
    tokenize: (terms) => (terms === '' ? [] : terms.split(SEPARATOR)),
    processTerm: (term) => term,
    searchOptions: { boost: FIELD_WEIGHTS, prefix: false, fuzzy: false, combineWith: 'OR' },
  });
  index.addAll(
    analysed.map((document) => {
      const fields = { title: '', keywords: '', body: '', context: '' };
      const seen = new Set<string>();
      for (const { field, language, tokens } of document.parts) {
        const terms = lexicon.termsOf(tokens, language).flat();
        for (const term of terms) {
          seen.add(term);
          if (field === 'title' || field === 'keywords') telling.add(term);
        }
        fields[field] = [fields[field], ...terms].filter((term) => term !== '').join(SEPARATOR);
      }
      for (const term of seen) frequencies.set(term, (frequencies.get(term) ?? 0) + 1);
      return { id: document.id, ...fields };
    }),
  );
  const size = documents.length;
  return {
    lexicon,
    size,
    frequency: (term) => frequencies.get(term) ?? 0,
    idf: (frequency) => Math.log(1 + (size - frequency + 0.5) / (frequency + 0.5)),
    isTelling: (term) => telling.has(term),
    terms: () => frequencies.keys(),
    search: (terms) => {
      const weights = new Map<string, number>();
      for (const { term, weight } of terms) weights.set(term, Math.max(weight, weights.get(term) ?? 0));
      if (weights.size === 0) return [];
      return index
        .search([...weights.keys()].join(SEPARATOR), { boostTerm: (term) => weights.get(term) ?? 1 })
        .map((result) => ({
          id: String(result.id),
          // MiniSearch multiplies by the number of matching terms; coverage is weighed on its own here.
          score: result.score / Math.max(result.queryTerms.length, 1),
          found: new Map(Object.entries(result.match)),
        }));
    },
  };
}
