import type { Catalog } from '../catalog/catalog.js';
import type { PlanRecord } from '../catalog/record-schemas.js';
import type { Facet } from '../catalog/vocabulary-schemas.js';
import { facetValues } from '../question/filters.js';
import type { FacetCounts } from './answer.js';
import { facetLabel } from './describe-filters.js';
import type { Say } from './say.js';

/** How many of the records have each value of a facet, most first. */
export function countFacet(records: readonly PlanRecord[], facet: Facet, catalog: Catalog, say: Say): FacetCounts {
  const counts = new Map<string, number>();
  for (const record of records) {
    for (const value of facetValues(record, facet)) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return {
    facet,
    label: say(`facet.${facet}`),
    counts: [...counts]
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
