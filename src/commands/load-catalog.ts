import { readData } from '../adapters/files/read-data.js';
import { type Catalog, parseCatalog } from '../core/index.js';
import type { Settings } from './settings.js';

/**
 * Reads the data folder into a catalogue.
 *
 * @throws DataFolderError where the folder cannot be read, DataError with every fault where it is broken.
 */
export async function loadCatalog({ folder }: Settings): Promise<Catalog> {
  const { files, modified } = await readData(folder);
  return parseCatalog(files, modified);
}
