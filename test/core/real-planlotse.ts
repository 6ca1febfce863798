import { type Catalog, createPlanlotse, type Planlotse, parseCatalog } from '../../src/core/index.js';
import { dataFiles } from '../data-files.js';

/** The day that tests ask on. */
export const TODAY = '2026-01-15';

/** The real data, parsed and indexed once for a test file. */
export function realPlanlotse(): { readonly catalog: Catalog; readonly planlotse: Planlotse } {
  const catalog = parseCatalog(dataFiles, TODAY);
  return { catalog, planlotse: createPlanlotse(catalog) };
}
