import type { Catalog } from '../catalog/catalog.js';
import type { PlanRecord } from '../catalog/record-schemas.js';
import type { Facet } from '../catalog/vocabulary-schemas.js';
import { facetValues } from '../question/filters.js';
import type { FacetCounts } from './answer.js';
import { facetLabel } from './describe-filters.js';
import type { Say } from './say.js';

/** How many of the records have each value of a facet, most first. */
export function countFacet(records: readonly PlanRecord[], facet: Facet, catalog: Catalog, say: Say): FacetCounts {
  return count(records, facet, catalog, say, (value) => value);
}

/**
 * How many of the records each choice of a menu leaves. Filters join what an organisation was before, so a menu names
 * what it is today and counts both.
 */
export function countChoices(records: readonly PlanRecord[], facet: Facet, catalog: Catalog, say: Say): FacetCounts {
  const today = new Map<string, string>();
  for (const id of facet === 'organisation' ? catalog.organisations.keys() : []) today.set(id, heirOf(id, catalog));
  return count(records, facet, catalog, say, (value) => today.get(value) ?? value);
}

/** What an organisation is today, along the first successor of each. */
function heirOf(id: string, catalog: Catalog): string {
  const seen = new Set([id]);
  let heir = id;
  for (;;) {
    const next = catalog.organisations.get(heir)?.successors?.[0];
    if (next === undefined || seen.has(next)) return heir;
    seen.add(next);
    heir = next;
  }
}

function count(
  records: readonly PlanRecord[],
  facet: Facet,
  catalog: Catalog,
  say: Say,
  choiceOf: (value: string) => string,
): FacetCounts {
  const counts = new Map<string, number>();
  for (const record of records) {
    for (const choice of new Set(facetValues(record, facet).map(choiceOf))) {
      counts.set(choice, (counts.get(choice) ?? 0) + 1);
    }
  }
  return {
    facet,
    label: say(`facet.${facet}`),
    counts: [...counts]
      .map(([value, amount]) => ({ value, label: facetLabel(catalog, say, facet, value), count: amount }))
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
