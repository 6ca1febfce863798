import type { Catalog } from '../catalog/catalog.js';
import type { PlanRecord } from '../catalog/record-schemas.js';
import type { Facet } from '../catalog/vocabulary-schemas.js';
import type { Filters } from '../question/filters.js';
import type { FacetCounts } from './answer.js';
import type { AnswerContext } from './context.js';
import { facetLabel } from './describe-filters.js';

type Counting = Pick<AnswerContext, 'catalog' | 'say'> & { readonly filters: Pick<Filters, 'count'> };

/** How many of the records have each value of a facet, most first. */
export function countFacet(records: readonly PlanRecord[], facet: Facet, context: Counting): FacetCounts {
  return inOrder(facet, context.filters.count(records, facet), context);
}

/**
 * How many of the records each choice of a menu leaves. Filters join what an organisation was before, so a menu names
 * what it is today and counts both.
 */
export function countChoices(records: readonly PlanRecord[], facet: Facet, context: Counting): FacetCounts {
  if (facet !== 'organisation') return countFacet(records, facet, context);
  const counts = new Map<string, number>();
  for (const [id, count] of context.filters.count(records, facet)) {
    const heir = heirOf(id, context.catalog);
    counts.set(heir, (counts.get(heir) ?? 0) + count);
  }
  return inOrder(facet, counts, context);
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

function inOrder(facet: Facet, counts: ReadonlyMap<string, number>, { catalog, say }: Counting): FacetCounts {
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
