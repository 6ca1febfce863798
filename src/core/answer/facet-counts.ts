import type { PlanRecord } from '../catalog/record-schemas.js';
import type { Facet } from '../catalog/vocabulary-schemas.js';
import type { FacetCounts } from './answer.js';
import type { AnswerContext } from './context.js';
import { facetLabel } from './describe-filters.js';

/** How many of the records have each value of a facet, most first. */
export function countFacet(
  records: readonly PlanRecord[],
  facet: Facet,
  { catalog, filters, say }: Pick<AnswerContext, 'catalog' | 'filters' | 'say'>,
): FacetCounts {
  return {
    facet,
    label: say(`facet.${facet}`),
    counts: [...filters.count(records, facet)]
      .map(([value, count]) => ({ value, label: facetLabel(catalog, say, facet, value), count }))
      .sort((a, b) => b.count - a.count || a.label.localeCompare(b.label, say.language)),
  };
}

/** A breakdown in one line: "laufend 82, unbekannt 29". */
export function countsInWords(counts: FacetCounts, most = 8): string {
  return counts.counts
    .slice(0, most)
    .map(({ label, count }) => `${label} ${count}`)
    .join(', ');
}
