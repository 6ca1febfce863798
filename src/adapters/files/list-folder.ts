import type { BigIntStats, Dirent } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** What a data folder holds at one moment. Symbolic links are followed. */
export interface Listing {
  /** YAML files by path below the folder, with forward slashes; each with a stamp that changes with the file. */
  readonly files: ReadonlyMap<string, string>;
  /** The folder itself (`''`) and those below it. */
  readonly folders: readonly string[];
  /** When a file was last changed, in milliseconds since 1970; 0 without any file. */
  readonly newest: number;
}

/**
 * Lists a data folder. What begins with a dot is passed over, as is what is not named `.yaml` or `.yml`: so editors can
 * leave their swap, backup and temporary files beside the data.
 *
 * @throws the error of the operating system where something cannot be looked at.
 */
export async function listFolder(folder: string): Promise<Listing> {
  const files = new Map<string, string>();
  const folders: string[] = [];
  let newest = 0;

  const visit = async (path: string): Promise<void> => {
    folders.push(path);
    const entries = await readdir(join(folder, path), { withFileTypes: true });
    await Promise.all(
      entries
        .filter(({ name }) => !name.startsWith('.'))
        .map((entry) => look(entry, path === '' ? entry.name : `${path}/${entry.name}`)),
    );
  };
  const look = async (entry: Dirent, path: string): Promise<void> => {
    if (entry.isDirectory()) return visit(path);
    if (!entry.isSymbolicLink() && !isYaml(path)) return undefined;
    const full = join(folder, path);
    const found = await stat(full, { bigint: true }).catch((error: unknown) => {
      // A link to nowhere is of no interest unless it stands for a file of the data.
      if (isYaml(path)) throw error;
    });
    if (found?.isDirectory() === true) return (await leadsUp(full)) ? undefined : visit(path);
    if (found?.isFile() !== true || !isYaml(path)) return undefined;
    files.set(path, stampOf(found));
    newest = Math.max(newest, Number(found.mtimeMs));
    return undefined;
  };

  await visit('');
  return { files, folders, newest };
}

/** Whether a path names a file that belongs to the data. */
export function isYaml(path: string): boolean {
  return /\.ya?ml$/.test(path);
}

/** Whether two listings show the same files, none of them touched in between. */
export function isSameListing(a: Listing, b: Listing): boolean {
  return a.files.size === b.files.size && [...a.files].every(([path, stamp]) => b.files.get(path) === stamp);
}

/** What folders look like from outside, without their files. */
export interface FolderStamps {
  /** Changes when another folder takes the place of one, or when one cannot be looked at any more. */
  readonly places: string;
  /** Changes as well when an entry comes or goes. */
  readonly entries: string;
}

/** Looks at folders below a folder, given by their paths. Never rejects. */
export async function stampFolders(folder: string, paths: readonly string[]): Promise<FolderStamps> {
  const found = await Promise.all(
    paths.map((path) => stat(join(folder, path), { bigint: true }).catch(() => undefined)),
  );
  return {
    places: found.map((stats) => `${stats?.dev}:${stats?.ino}`).join(),
    entries: found.map((stats) => (stats === undefined ? '' : stampOf(stats))).join(),
  };
}

function stampOf({ dev, ino, size, mtimeNs, ctimeNs }: BigIntStats): string {
  return [dev, ino, size, mtimeNs, ctimeNs].join(':');
}

/** Whether a link leads to a folder that it stands in itself, so that following it would never end. */
async function leadsUp(link: string): Promise<boolean> {
  const [target, place] = await Promise.all([realpath(link), realpath(dirname(link))]);
  return `${place}/`.startsWith(`${target}/`);
}
