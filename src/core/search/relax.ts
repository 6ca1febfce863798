import type { Clause } from '../question/query.js';

/** The order in which filters are given up: first what narrows most by accident, last what was most meant. */
const WEAKEST_FIRST: readonly Clause['facet'][] = [
  'end',
  'start',
  'status',
  'provenance',
  'group',
  'region',
  'type',
  'organisation',
  'field',
];

/** Filters that hold, and those that had to be given up. */
export interface Relaxed {
  readonly clauses: readonly Clause[];
  readonly dropped: readonly Clause[];
}

/**
 * Gives up as few filters as possible, the weakest first, until something passes. Where nothing ever does,
 * all stay.
 *
 * @param mayDrop - `some` keeps at least one filter: without words nothing else would be left of the question.
 */
export function relax(
  clauses: readonly Clause[],
  mayDrop: 'none' | 'some' | 'all',
  isEnough: (kept: readonly Clause[]) => boolean,
): Relaxed {
  if (mayDrop === 'none' || isEnough(clauses)) return { clauses, dropped: [] };
  const without = (facets: readonly Clause['facet'][]): Relaxed => ({
    clauses: clauses.filter(({ facet }) => !facets.includes(facet)),
    dropped: clauses.filter(({ facet }) => facets.includes(facet)),
  });
  const present = WEAKEST_FIRST.filter((facet) => clauses.some((clause) => clause.facet === facet));
  // One filter less if that is enough, else the weakest ones together; all of them only where words remain.
  const attempts = [...present.map((facet) => [facet]), ...present.map((_, index) => present.slice(0, index + 1))];
  for (const facets of attempts) {
    const attempt = without(facets);
    if ((mayDrop === 'all' || attempt.clauses.length > 0) && isEnough(attempt.clauses)) return attempt;
  }
  return { clauses, dropped: [] };
}
