import type { Catalog } from '../catalog/catalog.js';
import { codeOf } from '../catalog/short-hash.js';
import { FACETS, PROPERTIES } from '../catalog/vocabulary-schemas.js';
import { LANGUAGE_TAGS } from '../language/languages.js';
import { ABOUTS, ACTIONS, type Clause, type Query, SUBJECT_KINDS } from '../question/query.js';
import { codeBookOf, decodeClause, encodeClause } from './clause-codec.js';
import { fromBase36, letterOf, toBase36, valueAt } from './code-letters.js';
import { decodeText, encodeText, type FocusPlace, withText } from './text-codec.js';

/** The longest code of a Query; what is left of the 100 characters of a Discord button says what the click does. */
export const MAX_CODE_LENGTH = 98;

/** A Query read back from a code. */
export interface DecodedQuery {
  readonly query: Query;
  /** False where the data has changed since: the answer then comes from the new data and says so. */
  readonly isCurrent: boolean;
  /** Whether the Query had free text, which is not in the code. */
  readonly hasText: boolean;
  /** Where in the free text the words stand that are wanted. */
  readonly focus?: FocusPlace;
}

const VERSION = '1';
const DATA_LENGTH = 3;
const PAGE_AT = 9;
const DATA_AT = 11;
const HEAD_LENGTH = DATA_AT + DATA_LENGTH;
const SEPARATOR = '.';
const MAX_PAGE = 36 * 36 - 1;
const RECORDS = 'r';
const SUBJECT = 'u';

/**
 * Writes a Query into at most {@link MAX_CODE_LENGTH} characters, for a button or menu. The free text is not
 * in it: it is read back from the answer's line that echoes the question. Every Query of an answer fits; of one
 * made by hand with more filters, the oldest are left out.
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
    letterOf(missingIds(catalog), query.missing),
    encodeText(query),
    toBase36(Math.min(query.page, MAX_PAGE), DATA_AT - PAGE_AT),
    catalog.version.hash.slice(0, DATA_LENGTH),
  ].join('');
  const named = [
    ...(query.records === undefined ? [] : [RECORDS + query.records.map((id) => codeOf('record', id)).join('')]),
    ...(query.subject === undefined
      ? []
      : [
          SUBJECT +
            letterOf(SUBJECT_KINDS, query.subject.kind) +
            (query.subject.kind === 'plan' ? '' : codeOf(query.subject.kind, query.subject.id)),
        ]),
  ];
  const start = [head, ...named].join(SEPARATOR);
  let left = MAX_CODE_LENGTH - start.length;
  const filters: string[] = [];
  for (const clause of [...query.clauses].reverse()) {
    const code = SEPARATOR + encodeClause(clause);
    if (code.length > left) break;
    left -= code.length;
    filters.push(code);
  }
  return start + filters.reverse().join('');
}

/**
 * Reads a code back.
 *
 * @param text - The free text, from the line that echoes the question; heeded where the Query had some.
 * @returns undefined for a code that this program never wrote.
 */
export function decodeQuery(code: string, text: string, catalog: Catalog): DecodedQuery | undefined {
  const [head = '', ...segments] = code.split(SEPARATOR);
  if (code.length > MAX_CODE_LENGTH || head.length !== HEAD_LENGTH || !head.startsWith(VERSION)) return undefined;
  const action = valueAt(ACTIONS, head.charAt(1));
  const language = valueAt(LANGUAGE_TAGS, head.charAt(2));
  const page = fromBase36(head.slice(PAGE_AT, DATA_AT));
  if (action === undefined || language === undefined || page === undefined) return undefined;
  const decoder = codeBookOf(catalog);
  let isCurrent = head.slice(DATA_AT) === catalog.version.hash.slice(0, DATA_LENGTH);
  let records: string[] | undefined;
  let subject: Query['subject'];
  const clauses: Clause[] = [];
  for (const segment of segments) {
    const letter = segment.charAt(0);
    const rest = segment.slice(1);
    if (letter === RECORDS) {
      const found = decoder('record', rest);
      records = found.ids.length === 0 ? undefined : [...found.ids];
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
  const missing = valueAt(missingIds(catalog), head.charAt(7));
  const { hasText, focus } = decodeText(head.charAt(8));
  const query: Query = {
    action,
    language,
    text: '',
    clauses,
    page: Math.max(1, page),
    ...(textLanguage === undefined ? {} : { textLanguage }),
    ...(records === undefined ? {} : { records }),
    ...(property === undefined ? {} : { property }),
    ...(missing === undefined ? {} : { missing }),
    ...(subject === undefined ? {} : { subject }),
    ...(breakdown === undefined ? {} : { breakdown }),
    ...(about === undefined ? {} : { about }),
  };
  return {
    isCurrent,
    hasText,
    ...(focus === undefined ? {} : { focus }),
    query: hasText ? withText(query, text, focus) : query,
  };
}

function missingIds(catalog: Catalog): string[] {
  return catalog.phrases.missing.map(({ id }) => id);
}
