import type { Facet, Property } from '../catalog/vocabulary-schemas.js';
import type { LanguageTag } from '../language/languages.js';

/** What the answer to a Query does. */
export const ACTIONS = [
  'list',
  'count',
  'record',
  'value',
  'overview',
  'help',
  'about',
  'privacy',
  'greeting',
  'thanks',
  'foreign-language',
] as const;
export type Action = (typeof ACTIONS)[number];

/** What kind of list or record is wanted. */
export const ABOUTS = [
  'plan-contents',
  'plan-fields',
  'late',
  'new',
  'ending',
  'what-is',
  'detail',
  'who-helps',
] as const;

/** Facets whose values are ids or fixed words. */
export interface FacetClause {
  readonly facet: Facet;
  /** A record passes if one of these holds; for organisations, with what they were or became. */
  readonly any: readonly string[];
  readonly not?: true;
  /** For organisations: partners count as well as the lead. */
  readonly involved?: true;
}

/** A limit on the start or end of a period; both ends inclusive, each a year, month or day. */
export interface PeriodClause {
  readonly facet: 'start' | 'end';
  readonly from?: string;
  readonly to?: string;
}

export type Clause = FacetClause | PeriodClause;

/** How many values of facets one Query holds at most, so that it fits into a button. */
export const MOST_FACET_VALUES = 8;
/** How many records one Query names at most. */
export const MOST_NAMED = 3;

/** A focus is so many words at most, and begins among the first so many of the text: a code has a letter for it. */
export const MOST_FOCUS_WORDS = 6;
export const LATEST_FOCUS = 9;

export const SUBJECT_KINDS = ['plan', 'field', 'group', 'organisation'] as const;

/** What an overview or a plan question is about. */
export interface Subject {
  readonly kind: (typeof SUBJECT_KINDS)[number];
  readonly id: string;
}

/**
 * What a question means, as plain data: the same Query gives the same answer on the same data and day.
 * Clauses all hold together; `text` holds the words that rank, as they were written.
 */
export interface Query {
  readonly action: Action;
  readonly language: LanguageTag;
  readonly text: string;
  /** The language of `text`, where the answer is in another one. */
  readonly textLanguage?: LanguageTag;
  readonly clauses: readonly Clause[];
  /** Records named in the question, most likely first. */
  readonly records?: readonly string[];
  readonly property?: Property;
  /** The id of something that no record holds, asked for by name ("phone"). */
  readonly missing?: string;
  readonly subject?: Subject;
  readonly breakdown?: Facet;
  /** Words of `text` that name what is wanted ("welches Aktenzeichen"); what holds none of them is no answer. */
  readonly focus?: string;
  /** What kind of list or record is wanted; `detail` asks a record for something that it may not say. */
  readonly about?: (typeof ABOUTS)[number];
  /** Page of a list, from 1. */
  readonly page: number;
}

/** Whether a clause limits a period. */
export function isPeriodClause(clause: Clause): clause is PeriodClause {
  return clause.facet === 'start' || clause.facet === 'end';
}
