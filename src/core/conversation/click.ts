import type { Catalog } from '../catalog/catalog.js';
import { FACETS, type Facet } from '../catalog/vocabulary-schemas.js';
import { LANGUAGE_TAGS, type LanguageTag } from '../language/languages.js';
import type { Query } from '../question/query.js';
import { letterOf, valueAt } from './code-letters.js';
import { decodeQuery, encodeQuery } from './query-codec.js';
import type { FocusPlace } from './text-codec.js';

/** The longest code of a click: what Discord lets a button carry. */
export const MAX_CLICK_LENGTH = 100;

/**
 * What a reader does with an answer. `query` is that of the answer it stands under; only `open` carries another
 * one. `question` carries an example as it stands.
 */
export type Click =
  | { readonly kind: 'next' | 'previous' | 'why' | 'copy' | 'table' | 'share' | 'open'; readonly query: Query }
  /** A menu: its option carries the value; see {@link encodeClick} and `encodeValue`. */
  | { readonly kind: 'narrow'; readonly query: Query; readonly facet: Facet }
  | { readonly kind: 'language'; readonly query: Query; readonly language: LanguageTag }
  | { readonly kind: 'question'; readonly text: string; readonly language: LanguageTag };

/** A click read back from its code. */
export interface DecodedClick {
  /** Its Query still lacks the free text. */
  readonly click: Click;
  /** False where the data has changed since: the answer then comes from the new data and says so. */
  readonly isCurrent: boolean;
  /** Whether the Query had free text, to be read from the echo line of the message. */
  readonly hasText: boolean;
  /** Where in the free text the words stand that are wanted. */
  readonly focus?: FocusPlace;
}

const VERBS = {
  next: 'n',
  previous: 'p',
  why: 'w',
  copy: 'c',
  table: 't',
  share: 's',
  open: 'o',
  narrow: 'm',
  language: 'l',
  question: 'q',
} as const satisfies Readonly<Record<Click['kind'], string>>;

/**
 * Writes a click into at most {@link MAX_CLICK_LENGTH} characters, for the id of a button or menu.
 *
 * @returns undefined for an example question that is too long to be carried.
 */
export function encodeClick(click: Exclude<Click, { kind: 'question' }>, catalog: Catalog): string;
export function encodeClick(click: Click, catalog: Catalog): string | undefined;
export function encodeClick(click: Click, catalog: Catalog): string | undefined {
  const verb = VERBS[click.kind];
  switch (click.kind) {
    case 'next':
    case 'previous':
    case 'why':
    case 'copy':
    case 'table':
    case 'share':
    case 'open':
      return verb + encodeQuery(click.query, catalog);
    case 'narrow':
      return verb + letterOf(FACETS, click.facet) + encodeQuery(click.query, catalog);
    case 'language':
      return verb + letterOf(LANGUAGE_TAGS, click.language) + encodeQuery(click.query, catalog);
    case 'question': {
      const code = verb + letterOf(LANGUAGE_TAGS, click.language) + click.text;
      return code.length > MAX_CLICK_LENGTH ? undefined : code;
    }
  }
}

/**
 * Reads the code of a click back. Never throws.
 *
 * @returns undefined for a code that this program never wrote.
 */
export function decodeClick(code: string, catalog: Catalog): DecodedClick | undefined {
  if (code.length > MAX_CLICK_LENGTH) return undefined;
  const rest = code.slice(1);
  switch (code.charAt(0)) {
    case VERBS.next:
      return withQuery(rest, catalog, (query) => ({ kind: 'next', query }));
    case VERBS.previous:
      return withQuery(rest, catalog, (query) => ({ kind: 'previous', query }));
    case VERBS.why:
      return withQuery(rest, catalog, (query) => ({ kind: 'why', query }));
    case VERBS.copy:
      return withQuery(rest, catalog, (query) => ({ kind: 'copy', query }));
    case VERBS.table:
      return withQuery(rest, catalog, (query) => ({ kind: 'table', query }));
    case VERBS.share:
      return withQuery(rest, catalog, (query) => ({ kind: 'share', query }));
    case VERBS.open:
      return withQuery(rest, catalog, (query) => ({ kind: 'open', query }));
    case VERBS.narrow: {
      const facet = valueAt(FACETS, rest.charAt(0));
      return facet && withQuery(rest.slice(1), catalog, (query) => ({ kind: 'narrow', query, facet }));
    }
    case VERBS.language: {
      const language = valueAt(LANGUAGE_TAGS, rest.charAt(0));
      return language && withQuery(rest.slice(1), catalog, (query) => ({ kind: 'language', query, language }));
    }
    case VERBS.question: {
      const language = valueAt(LANGUAGE_TAGS, rest.charAt(0));
      const text = rest.slice(1);
      if (language === undefined || text.trim() === '') return undefined;
      return { click: { kind: 'question', text, language }, isCurrent: true, hasText: false };
    }
    default:
      return undefined;
  }
}

function withQuery(code: string, catalog: Catalog, clickOf: (query: Query) => Click): DecodedClick | undefined {
  const decoded = decodeQuery(code, '', catalog);
  if (decoded === undefined) return undefined;
  const { query, ...rest } = decoded;
  return { click: clickOf(query), ...rest };
}
