import type { LanguageTag } from '../language/languages.js';
import type { Reading } from '../question/parse-question.js';
import { type Clause, isPeriodClause, MOST_FACET_VALUES, type Query } from '../question/query.js';
import { limitValues } from './steps.js';

/** Facets that a form filters by. */
export const FORM_FACETS = ['field', 'group', 'organisation', 'type', 'status', 'region', 'provenance'] as const;
export type FormFacet = (typeof FORM_FACETS)[number];

/** What a form or the options of a command give: ids or fixed words as `Suggestions` hand them out. */
export type FormFilters = Readonly<Partial<Record<FormFacet, string | readonly string[]>>> & {
  /** Earliest and latest start, each a year, month or day (ISO 8601), inclusive. */
  readonly from?: string;
  readonly to?: string;
};

/** The filters of a form. Several values of one facet mean any of them. */
export function clausesFromFilters(filters: FormFilters): Clause[] {
  const clauses: Clause[] = FORM_FACETS.flatMap((facet) => {
    const given = filters[facet] ?? [];
    const any = [...new Set(typeof given === 'string' ? [given] : given)].filter((value) => value !== '');
    return any.length === 0 ? [] : [{ facet, any: any.slice(0, MOST_FACET_VALUES) }];
  });
  const { from, to } = filters;
  if (from !== undefined || to !== undefined) {
    clauses.push({ facet: 'start', ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) });
  }
  return limitValues(clauses);
}

/**
 * A form as the Query of a list, its text taken as the topic word for word. To have the text read as a question is
 * ("laufende Projekte"), hand text and {@link clausesFromFilters} to `planlotse.answer`.
 */
export function queryFromFilters(filters: FormFilters & { readonly text?: string }, language: LanguageTag): Query {
  const text = plainText(filters.text ?? '');
  return { action: 'list', language, text, clauses: clausesFromFilters(filters), page: 1 };
}

/**
 * Joins what a form's text says with what its filters say. The filters win where both speak of one facet; a text
 * that names a record or asks for anything but a list becomes the topic as it stands.
 */
export function joinForm(reading: Reading, text: string, clauses: readonly Clause[]): Query {
  const { query } = reading;
  const isList = (query.action === 'list' || query.action === 'count') && query.records === undefined;
  if (!isList && text.trim() !== '') {
    return { action: 'list', language: query.language, text: plainText(text), clauses: limitValues(clauses), page: 1 };
  }
  const own = isList ? query.clauses : [];
  const kept = own.filter((clause) => !clauses.some((chosen) => isSame(chosen, clause)));
  const base: Query = isList ? query : { action: 'list', language: query.language, text: '', clauses: [], page: 1 };
  return { ...base, clauses: limitValues([...kept, ...clauses]) };
}

function isSame(chosen: Clause, own: Clause): boolean {
  return chosen.facet === own.facet && (isPeriodClause(own) || own.not !== true);
}

/** Signs that nobody sees (controls, format characters) and halves of letters. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Cs}]+/gu;

/** Runs of spaces and line breaks as one space, nothing invisible: so the text survives the line that echoes it. */
export function plainText(text: string): string {
  return text.replace(/\s+/gu, ' ').replace(INVISIBLE, '').trim();
}
