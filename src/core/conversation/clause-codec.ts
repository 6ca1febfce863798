import type { Catalog } from '../catalog/catalog.js';
import { RECORD_KINDS } from '../catalog/record-schemas.js';
import { MEASURE_TYPES, PROVENANCES, STATUSES } from '../catalog/schema-parts.js';
import { CODE_LENGTH, type CodedKind, codeOf } from '../catalog/short-hash.js';
import { FACETS } from '../catalog/vocabulary-schemas.js';
import { type Clause, type FacetClause, isPeriodClause, type PeriodClause } from '../question/query.js';
import { DATE_LENGTH, decodeDate, encodeDate, letterOf, valueAt } from './code-letters.js';

// What a segment holds; a capital letter negates, so letters must not be case pairs of each other.
const FACET_LETTERS: Readonly<Record<FacetClause['facet'], string>> = {
  field: 'f',
  group: 'g',
  organisation: 'o',
  type: 't',
  status: 's',
  region: 'l',
  provenance: 'p',
  kind: 'k',
};
const INVOLVED = 'i';
const PERIOD_LETTERS: Readonly<Record<PeriodClause['facet'], string>> = { start: 'a', end: 'z' };

/** Writes a filter: a letter for the facet, then its values. */
export function encodeClause(clause: Clause): string {
  if (isPeriodClause(clause)) return PERIOD_LETTERS[clause.facet] + encodeDate(clause.from) + encodeDate(clause.to);
  const letter = FACET_LETTERS[clause.facet];
  const mark = clause.involved === true ? INVOLVED : letter;
  const values = clause.any.map((value) => encodeValue(clause.facet, value)).join('');
  return (clause.not === true ? mark.toUpperCase() : mark) + values;
}

/** Writes one value of a facet in one or {@link CODE_LENGTH} characters. */
export function encodeValue(facet: FacetClause['facet'], value: string): string {
  const kind = CODED[facet];
  return kind === undefined ? letterOf(FIXED[facet] ?? [], value) : codeOf(kind, value);
}

/** Facets whose values are ids of the data. */
const CODED: Readonly<Partial<Record<FacetClause['facet'], CodedKind>>> = {
  field: 'field',
  group: 'group',
  organisation: 'organisation',
  region: 'region',
};

/** Facets whose values are words of the schema. */
const FIXED: Readonly<Partial<Record<FacetClause['facet'], readonly string[]>>> = {
  type: MEASURE_TYPES,
  status: STATUSES,
  provenance: PROVENANCES,
  kind: RECORD_KINDS,
};

/** Finds ids by codes, one after the other. */
export type CodeBook = (
  kind: CodedKind,
  codes: string,
) => { readonly ids: readonly string[]; readonly complete: boolean };

const booksByCatalog = new WeakMap<Catalog, CodeBook>();

/** The codes of a catalogue, hashed once; a code that no id has any more makes a result incomplete. */
export function codeBookOf(catalog: Catalog): CodeBook {
  let book = booksByCatalog.get(catalog);
  if (book === undefined) {
    book = createCodeBook(catalog);
    booksByCatalog.set(catalog, book);
  }
  return book;
}

function createCodeBook(catalog: Catalog): CodeBook {
  const sources: Readonly<Record<CodedKind, Iterable<string>>> = {
    record: catalog.records.keys(),
    field: catalog.actionFields.keys(),
    group: catalog.targetGroups.keys(),
    organisation: catalog.organisations.keys(),
    region: catalog.regions.keys(),
  };
  const books = new Map<CodedKind, ReadonlyMap<string, string>>();
  return (kind, codes) => {
    let book = books.get(kind);
    if (book === undefined) {
      book = new Map([...sources[kind]].map((id) => [codeOf(kind, id), id]));
      books.set(kind, book);
    }
    const ids: string[] = [];
    let complete = codes.length % CODE_LENGTH === 0;
    for (let at = 0; at + CODE_LENGTH <= codes.length; at += CODE_LENGTH) {
      const id = book.get(codes.slice(at, at + CODE_LENGTH));
      if (id === undefined) complete = false;
      else ids.push(id);
    }
    return { ids, complete };
  };
}

/** Reads a filter back; what the data no longer has makes it incomplete. */
export function decodeClause(
  letter: string,
  rest: string,
  decoder: CodeBook,
): { readonly clause?: Clause; readonly complete: boolean } | undefined {
  for (const facet of ['start', 'end'] as const) {
    if (letter !== PERIOD_LETTERS[facet]) continue;
    const from = decodeDate(rest.slice(0, DATE_LENGTH));
    const to = decodeDate(rest.slice(DATE_LENGTH));
    if (from === undefined && to === undefined) return undefined;
    return {
      complete: true,
      clause: { facet, ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) },
    };
  }
  const lower = letter.toLowerCase();
  const facet =
    FACETS.find((name) => FACET_LETTERS[name] === lower) ?? (lower === INVOLVED ? 'organisation' : undefined);
  if (facet === undefined) return undefined;
  const kind = CODED[facet];
  const { ids, complete } =
    kind !== undefined
      ? decoder(kind, rest)
      : { ids: [...rest].flatMap((one) => valueAt(FIXED[facet] ?? [], one) ?? []), complete: true };
  if (ids.length === 0) return { complete: false };
  return {
    complete,
    clause: {
      facet,
      any: ids,
      ...(letter !== lower ? { not: true as const } : {}),
      ...(lower === INVOLVED ? { involved: true as const } : {}),
    },
  };
}

/** Reads one value of a facet back; undefined for one that the data does not have. */
export function decodeValue(facet: FacetClause['facet'], code: string, book: CodeBook): string | undefined {
  const kind = CODED[facet];
  if (kind !== undefined) return code.length === CODE_LENGTH ? book(kind, code).ids[0] : undefined;
  return code.length === 1 ? valueAt(FIXED[facet] ?? [], code) : undefined;
}
