import { readdir, readFile, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { DataFiles } from '../../core/index.js';
import { isDataFile } from './is-data-file.js';

/** The files of a data folder and the day of the newest change. */
export interface DataFolder {
  readonly files: DataFiles;
  readonly modified: string;
}

/** The data folder cannot be read; the message says which and what to do. */
export class DataFolderError extends Error {
  readonly code = 'DATA_FOLDER_UNREADABLE';

  constructor(folder: string, cause: unknown) {
    super(`Cannot read the data folder "${folder}". Give an existing folder with --data.`, { cause });
    this.name = 'DataFolderError';
  }
}

/**
 * Reads every YAML file below a folder.
 *
 * @throws DataFolderError where the folder is missing or not readable.
 */
export async function readData(path: string): Promise<DataFolder> {
  const folder = resolve(path);
  const paths = await listYaml(folder);
  let newest = 0;
  const entries = await Promise.all(
    paths.map(async (path): Promise<[string, string]> => {
      const full = join(folder, path);
      const [text, { mtimeMs }] = await Promise.all([readFile(full, 'utf8'), stat(full)]);
      newest = Math.max(newest, mtimeMs);
      return [path, text];
    }),
  ).catch((cause: unknown) => {
    throw new DataFolderError(folder, cause);
  });
  return {
    files: new Map(entries.sort(([a], [b]) => a.localeCompare(b))),
    modified: new Date(newest).toISOString().slice(0, 10),
  };
}

async function listYaml(folder: string): Promise<string[]> {
  try {
    const paths = await readdir(folder, { recursive: true });
    return paths.map((path) => path.replaceAll('\\', '/')).filter(isDataFile);
  } catch (cause) {
    throw new DataFolderError(folder, cause);
  }
}
