import { stat } from 'node:fs/promises';
import { relative, resolve } from 'node:path';
import { type DataFolder, readData } from '../adapters/files/read-data.js';
import { readRevision } from '../adapters/files/read-revision.js';
import { type DataSide, type Fault, readCatalog, readGolden } from '../core/index.js';
import { createDataPath } from './data-path.js';
import type { ProgramIo } from './program-io.js';
import type { Settings } from './settings.js';

/** One side of a comparison as the user named it. */
export interface DiffSide extends DataFolder {
  /** What to call it: the revision with its commit, or the folder. */
  readonly name: string;
  /** Names a file of it as it can be opened, or as git names it. */
  readonly pathOf: (file: string) => string;
}

/** A side that is in order, or its faults. */
export type CheckedSide =
  | { readonly kind: 'data'; readonly data: DataSide }
  | { readonly kind: 'faults'; readonly faults: readonly Fault[] };

/**
 * Reads a side: the data folder of the settings where nothing is named, a folder where there is one of that name,
 * else a revision of the repository that the data folder lies in.
 *
 * @throws DataFolderError, RevisionError where it cannot be read.
 */
export async function readDiffSide(named: string | undefined, settings: Settings, io: ProgramIo): Promise<DiffSide> {
  const folder = named === undefined ? settings.folder : resolve(io.cwd, named);
  if (named === undefined || (await isFolder(folder))) {
    const pathOf = createDataPath({ data: named ?? settings.data, folder }, io.cwd);
    return { ...(await readData(folder)), name: named ?? (relative(io.cwd, folder) || '.'), pathOf };
  }
  const revision = await readRevision(settings.folder, named, io.env);
  const commit = revision.commit.slice(0, 8);
  return {
    files: revision.files,
    modified: revision.modified,
    name: revision.commit.startsWith(named) ? commit : `${named} (${commit})`,
    pathOf: (file) => `${named}:${revision.path}${file}`,
  };
}

/** Checks a side as a whole, golden questions included. */
export function checkDiffSide({ files, modified }: DataFolder): CheckedSide {
  const result = readCatalog(files, modified);
  if (result.kind === 'faults') return result;
  const { questions, faults } = readGolden(files, result.catalog);
  if (faults.length > 0) return { kind: 'faults', faults };
  return { kind: 'data', data: { files, catalog: result.catalog, golden: questions } };
}

async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
}
