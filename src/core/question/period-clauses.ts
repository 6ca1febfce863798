import type { Connector } from '../catalog/vocabulary-schemas.js';
import type { Token } from '../language/tokenise.js';
import type { DateMention } from './dates.js';
import type { Mention } from './phrase-book.js';
import type { PeriodClause } from './query.js';

/** Limits on time found in a question, and the tokens that said so. */
export interface Periods {
  readonly clauses: readonly PeriodClause[];
  readonly tokens: readonly number[];
}

/**
 * Reads dates with the words around them: "seit 2020", "vor März 2021", "bis Ende 2025",
 * "zwischen 2018 und 2020", "2023 gestartet". A date that nothing relates to stays a word of the topic.
 */
export function periodClauses(
  dates: readonly DateMention[],
  connectors: readonly Mention[],
  tokens: readonly Token[],
): Periods {
  const clauses: PeriodClause[] = [];
  const used: number[] = [];
  const said = (connector: Connector): Mention | undefined =>
    connectors.find(({ value }) => value.kind === 'connector' && value.value === connector);
  const before = (date: DateMention): readonly Connector[] =>
    connectors
      .filter(({ end }) => end === date.start || (end === date.start - 1 && isThin(date.start - 1)))
      .flatMap(({ value }) => (value.kind === 'connector' ? [value.value] : []));
  // "bis Ende 2025": an article or a word of the calendar may stand between the connector and the year.
  const isThin = (index: number): boolean =>
    tokens[index]?.stop === true ||
    connectors.some(({ value, start }) => value.kind === 'connector' && value.value === 'edge' && start === index);
  const ends = said('ends');
  const starts = said('starts');
  const take = (clause: PeriodClause, ...spans: readonly { readonly start: number; readonly end: number }[]): void => {
    clauses.push(clause);
    for (const { start, end } of spans) for (let index = start; index < end; index++) used.push(index);
  };
  const verb = ends ?? starts;
  const facet = ends !== undefined && starts === undefined ? 'end' : 'start';
  const withVerb = verb === undefined ? [] : [verb];

  const [first, second] = dates;
  if (first !== undefined && second !== undefined) {
    const opens = before(first);
    if (opens.includes('between') || (opens.includes('since') && before(second).includes('until'))) {
      take({ facet, from: first.date, to: second.date }, first, second, ...withVerb);
      return { clauses, tokens: used };
    }
  }
  const onwards = said('or-later');
  const backwards = said('or-earlier');
  for (const date of dates) {
    const words = before(date);
    if (onwards !== undefined) {
      take({ facet, from: date.date }, date, onwards, ...withVerb);
    } else if (backwards !== undefined) {
      take({ facet, to: date.date }, date, backwards, ...withVerb);
    } else if (words.includes('since')) {
      const sinceThen = said('runs') !== undefined && starts === undefined;
      take(
        sinceThen ? { facet: 'start', from: date.date, to: date.date } : { facet, from: date.date },
        date,
        ...withVerb,
      );
    } else if (words.includes('after')) {
      take({ facet, from: unitAfter(date.date) }, date, ...withVerb);
    } else if (words.includes('before')) {
      take({ facet, to: unitBefore(date.date) }, date, ...withVerb);
    } else if (words.includes('until')) {
      take({ facet: starts === undefined ? 'end' : 'start', to: date.date }, date, ...withVerb);
    } else if (verb !== undefined || words.includes('in-year')) {
      take({ facet, from: date.date, to: date.date }, date, ...withVerb);
    }
  }
  return { clauses, tokens: used };
}

/** The year, month or day that follows, in the same precision. */
export function unitAfter(date: string): string {
  return shift(date, 1);
}

/** The year, month or day before, in the same precision. */
export function unitBefore(date: string): string {
  return shift(date, -1);
}

function shift(date: string, by: number): string {
  const [year = 0, month, day] = date.split('-').map(Number);
  if (month === undefined) return String(year + by);
  if (day === undefined) return new Date(Date.UTC(year, month - 1 + by, 1)).toISOString().slice(0, 7);
  return new Date(Date.UTC(year, month - 1, day + by)).toISOString().slice(0, 10);
}
