import type { Catalog } from '../catalog/catalog.js';
import { RECORD_KINDS } from '../catalog/record-schemas.js';
import { MEASURE_TYPES, PROVENANCES, STATUSES } from '../catalog/schema-parts.js';
import { CODE_LENGTH, type CodedKind, codeOf } from '../catalog/short-hash.js';
import { FACETS, PROPERTIES } from '../catalog/vocabulary-schemas.js';
import { LANGUAGE_TAGS } from '../language/languages.js';
import {
  ABOUTS,
  ACTIONS,
  type Clause,
  type FacetClause,
  isPeriodClause,
  type PeriodClause,
  type Query,
  SUBJECT_KINDS,
} from '../question/query.js';

/** The longest code: what Discord lets a button carry. */
export const MAX_CODE_LENGTH = 100;

/** A Query read back from a code. */
export interface DecodedQuery {
  readonly query: Query;
  /** False where the data has changed since: the answer then comes from the new data and says so. */
  readonly isCurrent: boolean;
}

const VERSION = '1';
const DATA_LENGTH = 3;
const NONE = '-';
const SEPARATOR = '.';
const DIGITS = '0123456789abcdefghijklmnopqrstuvwxyz';
const MAX_PAGE = 36 * 36 - 1;
const DATE_LENGTH = 4;
const MONTHS = 13;
const DAYS = 32;

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
const RECORDS = 'r';
const SUBJECT = 'u';

/**
 * Writes a Query into at most {@link MAX_CODE_LENGTH} characters, for a button or menu. The free text is not
 * in it: it is read back from the answer's line that echoes the question.
 */
export function encodeQuery(query: Query, catalog: Catalog): string {
  const head = [
    VERSION,
    letterOf(ACTIONS, query.action),
    letterOf(LANGUAGE_TAGS, query.language),
    letterOf(LANGUAGE_TAGS, query.textLanguage),
    letterOf(ABOUTS, query.about),
    letterOf(PROPERTIES, query.property),
    letterOf(FACETS, query.breakdown),
    letterOf(
      catalog.phrases.missing.map(({ id }) => id),
      query.missing,
    ),
    toBase36(Math.min(query.page, MAX_PAGE), 2),
    catalog.version.hash.slice(0, DATA_LENGTH),
  ].join('');
  const segments = [
    ...(query.records === undefined ? [] : [RECORDS + query.records.map((id) => codeOf('record', id)).join('')]),
    ...(query.subject === undefined
      ? []
      : [
          SUBJECT +
            letterOf(SUBJECT_KINDS, query.subject.kind) +
            (query.subject.kind === 'plan' ? '' : codeOf(query.subject.kind, query.subject.id)),
        ]),
    ...query.clauses.map(encodeClause),
  ];
  return [head, ...segments].join(SEPARATOR);
}

function encodeClause(clause: Clause): string {
  if (isPeriodClause(clause)) return PERIOD_LETTERS[clause.facet] + encodeDate(clause.from) + encodeDate(clause.to);
  const letter = FACET_LETTERS[clause.facet];
  const mark = clause.involved === true ? INVOLVED : letter;
  const values = clause.any.map((value) => encodeValue(clause.facet, value)).join('');
  return (clause.not === true ? mark.toUpperCase() : mark) + values;
}

function encodeValue(facet: FacetClause['facet'], value: string): string {
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

/**
 * Reads a code back.
 *
 * @param text - The free text, from the line that echoes the question.
 * @returns undefined for a code that this program never wrote.
 */
export function decodeQuery(code: string, text: string, catalog: Catalog): DecodedQuery | undefined {
  const [head = '', ...segments] = code.split(SEPARATOR);
  if (code.length > MAX_CODE_LENGTH || head.length !== 10 + DATA_LENGTH || !head.startsWith(VERSION)) return undefined;
  const action = valueAt(ACTIONS, head.charAt(1));
  const language = valueAt(LANGUAGE_TAGS, head.charAt(2));
  const page = fromBase36(head.slice(8, 10));
  if (action === undefined || language === undefined || page === undefined) return undefined;
  const missingIds = catalog.phrases.missing.map(({ id }) => id);
  const decoder = createCodeBook(catalog);
  let isCurrent = head.slice(10) === catalog.version.hash.slice(0, DATA_LENGTH);
  let records: string[] | undefined;
  let subject: Query['subject'];
  const clauses: Clause[] = [];
  for (const segment of segments) {
    const letter = segment.charAt(0);
    const rest = segment.slice(1);
    if (letter === RECORDS) {
      const found = decoder('record', rest);
      records = [...found.ids];
      isCurrent &&= found.complete;
    } else if (letter === SUBJECT) {
      const kind = valueAt(SUBJECT_KINDS, rest.charAt(0));
      if (kind === undefined) return undefined;
      const [id] = kind === 'plan' ? ['plan'] : decoder(kind, rest.slice(1)).ids;
      if (id === undefined) isCurrent = false;
      else subject = { kind, id };
    } else {
      const clause = decodeClause(letter, rest, decoder);
      if (clause === undefined) return undefined;
      isCurrent &&= clause.complete;
      if (clause.clause !== undefined) clauses.push(clause.clause);
    }
  }
  const textLanguage = valueAt(LANGUAGE_TAGS, head.charAt(3));
  const about = valueAt(ABOUTS, head.charAt(4));
  const property = valueAt(PROPERTIES, head.charAt(5));
  const breakdown = valueAt(FACETS, head.charAt(6));
  const missing = valueAt(missingIds, head.charAt(7));
  return {
    isCurrent,
    query: {
      action,
      language,
      text,
      clauses,
      page,
      ...(textLanguage === undefined ? {} : { textLanguage }),
      ...(records === undefined ? {} : { records }),
      ...(property === undefined ? {} : { property }),
      ...(missing === undefined ? {} : { missing }),
      ...(subject === undefined ? {} : { subject }),
      ...(breakdown === undefined ? {} : { breakdown }),
      ...(about === undefined ? {} : { about }),
    },
  };
}

type CodeBook = (kind: CodedKind, codes: string) => { readonly ids: readonly string[]; readonly complete: boolean };

/** Finds ids by their codes; a code that no id has any more makes the result incomplete. */
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

function decodeClause(
  letter: string,
  rest: string,
  decoder: CodeBook,
): { readonly clause?: Clause; readonly complete: boolean } | undefined {
  for (const facet of ['start', 'end'] as const) {
    if (letter !== PERIOD_LETTERS[facet]) continue;
    const from = decodeDate(rest.slice(0, DATE_LENGTH));
    const to = decodeDate(rest.slice(DATE_LENGTH));
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

const LETTERS = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789';

// Positions in the program's own lists are stable within a version; ids of the data never stand by position.
function letterOf(values: readonly string[], value: string | undefined): string {
  const at = value === undefined ? -1 : values.indexOf(value);
  return at < 0 ? NONE : LETTERS.charAt(at);
}

function valueAt<T extends string>(values: readonly T[], letter: string): T | undefined {
  return letter === '' || letter === NONE ? undefined : values[LETTERS.indexOf(letter)];
}

function toBase36(value: number, length: number): string {
  return value.toString(36).padStart(length, '0');
}

function fromBase36(text: string): number | undefined {
  return [...text].every((digit) => DIGITS.includes(digit)) ? Number.parseInt(text, 36) : undefined;
}

/** A year, month or day in four characters; month or day 0 where it is not known. */
function encodeDate(date: string | undefined): string {
  if (date === undefined) return NONE.repeat(DATE_LENGTH);
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  return toBase36((year * MONTHS + month) * DAYS + day, DATE_LENGTH);
}

function decodeDate(code: string): string | undefined {
  const value = code.startsWith(NONE) ? undefined : fromBase36(code);
  if (value === undefined) return undefined;
  const day = value % DAYS;
  const month = Math.floor(value / DAYS) % MONTHS;
  const year = Math.floor(value / DAYS / MONTHS);
  const parts = [String(year).padStart(4, '0')];
  if (month > 0) parts.push(String(month).padStart(2, '0'));
  if (month > 0 && day > 0) parts.push(String(day).padStart(2, '0'));
  return parts.join('-');
}
