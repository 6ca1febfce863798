import MiniSearch from 'minisearch';
import { SEARCH_FIELDS, type SearchField } from './documents.js';

/** Where a term stands: documents in ascending order, and what finding it there is worth. */
export interface Postings {
  readonly documents: Uint32Array;
  /** BM25+ weight of the term in each document, without its rarity. */
  readonly weights: Float32Array;
  /** Bit per field (in the order of {@link SEARCH_FIELDS}) that holds the term. */
  readonly fields: Uint8Array;
}

export type PostingsByTerm = ReadonlyMap<string, Postings>;

/** A part of a compound is indexed with this mark, so that it can weigh less than a word of its own. */
export const PART_MARK = '~';
const SEPARATOR = ' ';

/** The terms of a document's fields; parts of compounds carry {@link PART_MARK}. */
export type FieldTerms = Readonly<Record<SearchField, readonly string[]>>;

/** BM25+ as Lv and Zhai have it (CIKM 2011), with the parameters that MiniSearch comes with. */
const SATURATION = 1.2;
const LENGTH_NORM = 0.7;
const FLOOR = 0.5;
/** What an occurrence as part of a compound counts, beside one as a word. */
const PART_COUNT = 0.6;

/**
 * Indexes documents with MiniSearch and compiles its inverted index into arrays. MiniSearch's own search
 * makes an object with maps for every document that holds any term, which costs most of the time in large
 * collections (docs/adr/0010); its index has all that BM25+ needs.
 */
export function createPostings(
  documents: readonly FieldTerms[],
  fieldWeights: Readonly<Record<SearchField, number>>,
): PostingsByTerm {
  const index = new MiniSearch<{ id: number } & Record<SearchField, string>>({
    fields: [...SEARCH_FIELDS],
    tokenize: (terms) => (terms === '' ? [] : terms.split(SEPARATOR)),
    processTerm: (term) => term,
  });
  index.addAll(
    documents.map((fields, id) => ({
      id,
      title: fields.title.join(SEPARATOR),
      keywords: fields.keywords.join(SEPARATOR),
      questions: fields.questions.join(SEPARATOR),
      body: fields.body.join(SEPARATOR),
      context: fields.context.join(SEPARATOR),
    })),
  );
  return compile(index, fieldWeights);
}

type Entry = Readonly<Record<number, Readonly<Record<string, number>>>>;

function compile(
  index: MiniSearch<{ id: number } & Record<SearchField, string>>,
  fieldWeights: Readonly<Record<SearchField, number>>,
): PostingsByTerm {
  const { documentCount, index: entries, fieldIds, fieldLength, averageFieldLength } = index.toJSON();
  const columns = SEARCH_FIELDS.map((field) => {
    const id = fieldIds[field] ?? 0;
    const average = averageFieldLength[id] ?? 0;
    return { id, weight: fieldWeights[field], average: average > 0 ? average : 1 };
  });
  const width = columns.length;
  const counts = new Float32Array(documentCount * width);
  const seen = new Uint8Array(documentCount);

  const weigh = (document: number): number => {
    let sum = 0;
    for (const [column, { id, weight, average }] of columns.entries()) {
      const count = counts[document * width + column] ?? 0;
      if (count === 0) continue;
      const length = (fieldLength[document]?.[id] ?? 0) / average;
      const saturated = (count * (SATURATION + 1)) / (count + SATURATION * (1 - LENGTH_NORM + LENGTH_NORM * length));
      sum += weight * (FLOOR + saturated);
    }
    return sum;
  };
  const fieldBits = (document: number): number => {
    let bits = 0;
    for (let column = 0; column < width; column++)
      if ((counts[document * width + column] ?? 0) > 0) bits |= 1 << column;
    return bits;
  };
  const postingsOf = (written: readonly { readonly entry: Entry; readonly worth: number }[]): Postings => {
    const touched: number[] = [];
    for (const { entry, worth } of written) {
      for (const [column, { id }] of columns.entries()) {
        const byDocument = entry[id];
        for (const key in byDocument) {
          const document = Number(key);
          if (seen[document] === 0) touched.push(document);
          seen[document] = 1;
          const at = document * width + column;
          counts[at] = (counts[at] ?? 0) + (byDocument[key] ?? 0) * worth;
        }
      }
    }
    const documents = Uint32Array.from(touched).sort();
    const postings = {
      documents,
      weights: Float32Array.from(documents, weigh),
      fields: Uint8Array.from(documents, fieldBits),
    };
    for (const document of documents) {
      seen[document] = 0;
      counts.fill(0, document * width, (document + 1) * width);
    }
    return postings;
  };

  const byTerm = new Map<string, { readonly entry: Entry; readonly worth: number }[]>();
  for (const [written, entry] of entries) {
    const isPart = written.startsWith(PART_MARK);
    const term = isPart ? written.slice(PART_MARK.length) : written;
    const same = byTerm.get(term) ?? [];
    same.push({ entry, worth: isPart ? PART_COUNT : 1 });
    byTerm.set(term, same);
  }
  return new Map([...byTerm].map(([term, written]) => [term, postingsOf(written)]));
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

/** The names of the fields that a bit mask stands for. */
export function fieldsOf(bits: number): SearchField[] {
  return SEARCH_FIELDS.filter((_, column) => (bits & (1 << column)) !== 0);
}
