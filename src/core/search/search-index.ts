import { LANGUAGE_TAGS, type LanguageTag } from '../language/languages.js';
import { once, oncePer } from '../language/once.js';
import { foldWord, stemWord, type Token } from '../language/tokenise.js';
import { type Analyse, createAnalyse } from './analyse.js';
import { rarityOf } from './bm25.js';
import type { Concepts } from './concepts.js';
import { type AnalysedDocument, SEARCH_FIELDS, type SearchDocument, type SearchField } from './documents.js';
import { createLetterGroups, type LetterGroups } from './letter-groups.js';
import { createLexicon, type Lexicon } from './lexicon.js';
import { createNearWords, type NearWord } from './near-words.js';
import type { Positions } from './positions.js';
import { columnOf, createPostings, fieldBits, type Postings } from './postings.js';
import { ALL_STAGES, type SearchStages } from './stages.js';
import { createTermNumbering } from './term-numbering.js';

/** A collection of documents, ready to be searched. Documents are numbered in the order given. */
export interface SearchIndex {
  readonly stages: SearchStages;
  readonly analyse: Analyse;
  readonly concepts: Concepts;
  /** Whether a word of a question only tells a story. */
  readonly isCommon: (token: Token, language: LanguageTag) => boolean;
  readonly lexicon: Lexicon;
  readonly ids: readonly string[];
  /** The number of a document; undefined where there is none of that id. */
  readonly numberOf: (id: string) => number | undefined;
  readonly postings: (term: string) => Postings | undefined;
  /** In how many documents a term stands. */
  readonly frequency: (term: string) => number;
  /** Inverse document frequency as BM25 has it; the highest where no document holds the term. */
  readonly idf: (frequency: number) => number;
  /** Whether a term stands in the title or the keywords of some document. */
  readonly isTelling: (term: string) => boolean;
  /** Indexed words that begin with these letters, the commonest first. */
  readonly startingWith: (beginning: string) => readonly string[];
  /** Words of the texts that a misspelt one may stand for. */
  readonly nearWords: (word: string, language: LanguageTag) => readonly NearWord[];
  /** The weights of all fields that hold anything: scores of collections with more fields are higher. */
  readonly fieldMass: number;
  readonly letterGroups: LetterGroups | undefined;
  /** The number that a term has in {@link Positions}. */
  readonly termNumber: (term: string) => number | undefined;
  readonly positions: (document: number) => Positions | undefined;
}

/** A title says most of what a record is about; organisation and field names say least. */
const FIELD_WEIGHTS: Readonly<Record<SearchField, number>> = {
  title: 2,
  keywords: 1.6,
  questions: 1.3,
  body: 1,
  context: 0.5,
};
const EQUAL_WEIGHTS: Readonly<Record<SearchField, number>> = {
  title: 1,
  keywords: 1,
  questions: 1,
  body: 1,
  context: 1,
};

/** Words by language tag. */
type CommonWords = { readonly [tag: string]: readonly string[] | undefined };

const MOST_BEGINNINGS = 8;
/** How much longer a word may be than the beginning that was asked for. */
const LONGEST_REST = 8;

/** Analyses the documents and indexes them. */
export function createSearchIndex(
  documents: readonly SearchDocument[],
  concepts: Concepts,
  stages: SearchStages = ALL_STAGES,
  common: CommonWords = {},
): SearchIndex {
  const analyse = createAnalyse(stages);
  const analysed: AnalysedDocument[] = documents.map(({ id, parts }) => ({
    id,
    parts: parts.map(({ field, language, text }) => ({ field, language, tokens: analyse(text, language) })),
  }));
  const lexicon = createLexicon(analysed, stages);
  const numbering = createTermNumbering(lexicon, stages.has('concepts') ? concepts.termsIn : () => new Map());
  const numbered = analysed.map(numbering.termsOf);
  const fieldWeights = stages.has('field-weights') ? FIELD_WEIGHTS : EQUAL_WEIGHTS;
  const table = createPostings(numbered, numbering.size(), fieldWeights);
  const used = SEARCH_FIELDS.filter((field) =>
    numbered.some(({ columns }) => columns.includes(columnOf(field, false))),
  );
  const postings = (term: string): Postings | undefined => {
    const number = numbering.numberOf(term);
    return number === undefined ? undefined : table.of(number);
  };
  const frequency = (term: string): number => {
    const number = numbering.numberOf(term);
    return number === undefined ? 0 : table.frequency(number);
  };
  const nearWords = oncePer((tag: LanguageTag) => createNearWords(lexicon.words(tag)));
  const commonWords = oncePer((tag: LanguageTag) => new Set((common[tag] ?? []).map((word) => foldWord(word, tag))));
  const stems = once(() => sortedStems(lexicon));
  const size = documents.length;
  const numberOf = new Map(documents.map(({ id }, number) => [id, number]));
  return {
    stages,
    analyse,
    concepts,
    isCommon: (token, language) => commonWords(language).has(token.word),
    lexicon,
    ids: documents.map(({ id }) => id),
    numberOf: (id) => numberOf.get(id),
    postings,
    frequency,
    idf: (count) => rarityOf(count, size),
    isTelling: (term) => postings(term)?.fields.some((bits) => (bits & TELLING) !== 0) === true,
    startingWith: (beginning) =>
      startingWith(stems(), beginning)
        .filter((stem) => stem.length - beginning.length <= LONGEST_REST && frequency(stem) > 0)
        .sort((a, b) => frequency(b) - frequency(a) || (a < b ? -1 : 1))
        .slice(0, MOST_BEGINNINGS),
    nearWords: (word, language) => nearWords(language)(word),
    fieldMass: used.reduce((sum, field) => sum + fieldWeights[field], 0),
    letterGroups: stages.has('letter-groups')
      ? createLetterGroups(analysed.map(({ parts }) => wordsOf(parts)))
      : undefined,
    termNumber: numbering.numberOf,
    positions: (document) => numbered[document],
  };
}

/** The fields that say what a document is about, rather than mentioning it. */
const TELLING = fieldBits('title', 'keywords');

/** The words whose letters count: names of fields and organisations say nothing of a record's own topic. */
function wordsOf(parts: AnalysedDocument['parts']): string[] {
  return parts.flatMap(({ field, tokens }) =>
    field === 'context' ? [] : tokens.filter(({ stop, acronym }) => !stop || acronym).map(({ word }) => word),
  );
}

function sortedStems(lexicon: Lexicon): readonly string[] {
  const stems = LANGUAGE_TAGS.flatMap((tag) => [...lexicon.words(tag).keys()].map((word) => stemWord(word, tag)));
  return [...new Set(stems)].sort();
}

function startingWith(sorted: readonly string[], beginning: string): string[] {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? '') < beginning) low = middle + 1;
    else high = middle;
  }
  const found: string[] = [];
  for (let at = low; sorted[at]?.startsWith(beginning) === true; at++) found.push(sorted[at] ?? '');
  return found;
}
