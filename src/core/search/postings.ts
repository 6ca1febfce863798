import { weightOf } from './bm25.js';
import { SEARCH_FIELDS, type SearchField } from './documents.js';
import { countUp, startsOf } from './inverted.js';

/** Where a term stands: documents in ascending order, and what finding it there is worth. */
export interface Postings {
  readonly documents: Uint32Array;
  /** BM25+ weight of the term in each document, without its rarity. */
  readonly weights: Float32Array;
  /** Bit per field (in the order of {@link SEARCH_FIELDS}) that holds the term. */
  readonly fields: Uint8Array;
}

/** The postings of all terms by their numbers. */
export interface PostingsTable {
  readonly of: (term: number) => Postings;
  /** In how many documents a term stands. */
  readonly frequency: (term: number) => number;
}

/** The terms of a document by their numbers, in the order of its texts. */
export interface DocumentTerms {
  readonly terms: Uint32Array;
  /** What {@link columnOf} says of each. */
  readonly columns: Uint8Array;
}

const WIDTH = SEARCH_FIELDS.length;
const COLUMNS = 2 * WIDTH;
/** What an occurrence as part of a compound counts, beside one as a word. */
const PART_COUNT = 0.6;

/** Where a term stands: in which field, and whether as a word or as part of a compound. */
export function columnOf(field: SearchField, isPart: boolean): number {
  return SEARCH_FIELDS.indexOf(field) + (isPart ? WIDTH : 0);
}

/**
 * Inverts the documents: counts each term by field and weighs it, so that a question only has to add up.
 * All postings lie in three arrays; a term's are a stretch of each (docs/adr/0013).
 *
 * @param terms - How many terms there are.
 */
export function createPostings(
  documents: readonly DocumentTerms[],
  terms: number,
  fieldWeights: Readonly<Record<SearchField, number>>,
): PostingsTable {
  const { frequencies, lengths } = measure(documents, terms);
  const starts = startsOf(frequencies);
  const all = fill(documents, starts, lengths, fieldWeights);
  const known: Postings[] = [];
  return {
    frequency: (term) => frequencies[term] ?? 0,
    of: (term) => {
      const before = known[term];
      if (before !== undefined) return before;
      const [start, end] = [starts[term], starts[term + 1]];
      const postings = {
        documents: all.documents.subarray(start, end),
        weights: all.weights.subarray(start, end),
        fields: all.fields.subarray(start, end),
      };
      known[term] = postings;
      return postings;
    },
  };
}

/** In how many documents each term stands, and how many different terms each field of each document has. */
function measure(
  documents: readonly DocumentTerms[],
  terms: number,
): { readonly frequencies: Uint32Array; readonly lengths: Uint32Array } {
  const frequencies = new Uint32Array(terms);
  const lengths = new Uint32Array(documents.length * WIDTH);
  const lastIn = new Uint32Array(terms);
  const columnLastIn = new Uint32Array(terms * COLUMNS);
  for (const [index, { terms: own, columns }] of documents.entries()) {
    const document = index + 1;
    for (let at = 0; at < own.length; at++) {
      const term = own[at] ?? 0;
      const column = columns[at] ?? 0;
      if (columnLastIn[term * COLUMNS + column] === document) continue;
      columnLastIn[term * COLUMNS + column] = document;
      countUp(lengths, index * WIDTH + (column % WIDTH));
      if (lastIn[term] === document) continue;
      lastIn[term] = document;
      countUp(frequencies, term);
    }
  }
  return { frequencies, lengths };
}

/** The postings of all terms, one term's behind the other's. */
function fill(
  documents: readonly DocumentTerms[],
  starts: Uint32Array,
  lengths: Uint32Array,
  fieldWeights: Readonly<Record<SearchField, number>>,
): Postings {
  const total = starts.at(-1) ?? 0;
  const all = {
    documents: new Uint32Array(total),
    weights: new Float32Array(total),
    fields: new Uint8Array(total),
  };
  const ends = starts.slice();
  const averages = averagesOf(lengths);
  const weights = SEARCH_FIELDS.map((field) => fieldWeights[field]);
  const counts = new Uint32Array((starts.length - 1) * COLUMNS);
  for (const [document, { terms, columns }] of documents.entries()) {
    for (let at = 0; at < terms.length; at++) countUp(counts, (terms[at] ?? 0) * COLUMNS + (columns[at] ?? 0));
    for (let at = 0; at < terms.length; at++) {
      const term = terms[at] ?? 0;
      const row = term * COLUMNS;
      let weight = 0;
      let bits = 0;
      for (let field = 0; field < WIDTH; field++) {
        // Single precision, as the weights have.
        const count = Math.fround((counts[row + field] ?? 0) + (counts[row + WIDTH + field] ?? 0) * PART_COUNT);
        if (count === 0) continue;
        const length = (lengths[document * WIDTH + field] ?? 0) / (averages[field] ?? 1);
        weight += (weights[field] ?? 0) * weightOf(count, length);
        bits |= 1 << field;
      }
      // A term that stands there again was counted with its first occurrence.
      if (bits === 0) continue;
      counts.fill(0, row, row + COLUMNS);
      const end = ends[term] ?? 0;
      ends[term] = end + 1;
      all.documents[end] = document;
      all.weights[end] = weight;
      all.fields[end] = bits;
    }
  }
  return all;
}

/** How long each field is on average; 1 where no document has it. */
function averagesOf(lengths: Uint32Array): number[] {
  return SEARCH_FIELDS.map((_, field) => {
    let average = 0;
    for (let document = 0; document * WIDTH < lengths.length; document++) {
      average = (average * document + (lengths[document * WIDTH + field] ?? 0)) / (document + 1);
    }
    return average > 0 ? average : 1;
  });
}

/** The place of a document in postings, or -1. */
export function placeOf(document: number, { documents }: Postings): number {
  let low = 0;
  let high = documents.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = documents[middle] ?? 0;
    if (found === document) return middle;
    if (found < document) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

/** The bit mask that stands for these fields. */
export function fieldBits(...fields: readonly SearchField[]): number {
  return fields.reduce((bits, field) => bits | (1 << SEARCH_FIELDS.indexOf(field)), 0);
}

/** The names of the fields that a bit mask stands for. */
export function fieldsOf(bits: number): SearchField[] {
  return SEARCH_FIELDS.filter((_, column) => (bits & (1 << column)) !== 0);
}
