import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { DataFiles } from '../../core/index.js';
import { isSameListing, type Listing, listFolder } from './list-folder.js';

/** The files of a data folder and the day of the newest change. */
export interface DataFolder {
  readonly files: DataFiles;
  readonly modified: string;
}

/** A data folder as it was read, and whether nothing changed meanwhile. */
export interface DataReading extends DataFolder {
  readonly listing: Listing;
  /** False where a file came, went or was changed while it was read: the texts can be of two states. */
  readonly isSettled: boolean;
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
  try {
    return await readListed(folder, await listFolder(folder));
  } catch (cause) {
    throw new DataFolderError(folder, cause);
  }
}

/**
 * Like {@link readData}, and looks afterwards whether anything changed meanwhile.
 *
 * @param known - What was read last. Where the folder still looks like it, nothing is read, and undefined comes back.
 * @throws DataFolderError where the folder is missing or not readable.
 */
export async function readDataAgain(path: string, known?: Listing): Promise<DataReading | undefined> {
  const folder = resolve(path);
  try {
    const listing = await listFolder(folder);
    if (known !== undefined && isSameListing(known, listing)) return undefined;
    const data = await readListed(folder, listing);
    return { ...data, listing, isSettled: isSameListing(listing, await listFolder(folder)) };
  } catch (cause) {
    throw new DataFolderError(folder, cause);
  }
}

async function readListed(folder: string, { files, newest }: Listing): Promise<DataFolder> {
  const paths = [...files.keys()].sort((a, b) => a.localeCompare(b));
  const texts = await Promise.all(
    paths.map(async (path): Promise<[string, string]> => [path, await readFile(join(folder, path), 'utf8')]),
  );
  return { files: new Map(texts), modified: new Date(newest).toISOString().slice(0, 10) };
}
