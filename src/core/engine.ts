import type { Catalog } from './catalog/catalog.js';
import type { Clause, Query } from './question/query.js';
import type { Selection } from './search/select-records.js';

/** What answers are made with: the catalogue, and the search over it. */
export interface Engine {
  readonly catalog: Catalog;
  /** Selects by a Query's words and filters, or by other filters than its own. */
  readonly select: (query: Query, clauses?: readonly Clause[]) => Selection;
}
