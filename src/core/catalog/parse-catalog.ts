import { type Catalog, DataError } from './catalog.js';
import type { DataFiles } from './catalog-files.js';
import { type CatalogResult, createCatalogReader } from './catalog-reader.js';

/**
 * Reads `data/` into a catalogue.
 *
 * @param files - Texts by path relative to `data/`; golden questions, schemas and Markdown are passed over.
 * @param modified - ISO day of the newest change, for the data version.
 * @throws DataError with every fault at once.
 */
export function parseCatalog(files: DataFiles, modified?: string): Catalog {
  const result = readCatalog(files, modified);
  if (result.kind === 'faults') throw new DataError(result.faults);
  return result.catalog;
}

/** Like {@link parseCatalog}, but gives the faults back instead of throwing them. */
export function readCatalog(files: DataFiles, modified?: string): CatalogResult {
  return createCatalogReader().read(files, modified);
}
