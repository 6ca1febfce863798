import { execFile } from 'node:child_process';
import { isDataFile } from './is-data-file.js';
import type { DataFolder } from './read-data.js';

/** A revision cannot be read; the message says which and what to do. */
export class RevisionError extends Error {
  readonly code = 'REVISION_UNREADABLE';

  constructor(message: string, cause?: unknown) {
    super(message, { cause });
    this.name = 'RevisionError';
  }
}

/** A revision of the repository that a data folder lies in. */
export interface Revision extends DataFolder {
  /** The full name of the commit. */
  readonly commit: string;
  /** The data folder's path within the repository. */
  readonly path: string;
}

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Reads a data folder as it was at a revision, with git and without touching the working tree.
 *
 * @param folder - The data folder in the working tree.
 * @param revision - A branch, tag or commit, as git knows it: `main`, `HEAD~3`.
 * @throws RevisionError where git, the repository, the revision or the folder in it is missing.
 */
export async function readRevision(folder: string, revision: string, env: Environment): Promise<Revision> {
  // A hyphen would begin an option; git allows no blanks or controls in names either.
  if (!/^[^\s\p{Cc}-][^\s\p{Cc}]*$/u.test(revision)) throw unknownRevision(revision);
  const git = createGit(folder, env);
  const path = (await git(['rev-parse', '--show-prefix'])).toString().trim();
  const commit = await git(['rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`])
    .then((output) => output.toString().trim())
    .catch((cause: unknown) => {
      throw unknownRevision(revision, cause);
    });
  const tree = await git(['ls-tree', '-r', '-z', commit]);
  const blobs = tree
    .toString()
    .split('\0')
    .flatMap((entry) => {
      const [, hash = '', file = ''] = /^\d{6} blob ([0-9a-f]{40,64})\t(.+)$/s.exec(entry) ?? [];
      return isDataFile(file) ? [{ hash, file }] : [];
    });
  if (blobs.length === 0) {
    throw new RevisionError(
      `The revision "${revision}" has no data in "${path || '.'}". Say where it lies with --data.`,
    );
  }
  const [texts, day] = await Promise.all([
    git(['cat-file', '--batch'], blobs.map(({ hash }) => `${hash}\n`).join('')).then(readBatch),
    git(['show', '--no-patch', '--format=%cs', commit]),
  ]);
  return {
    files: new Map(blobs.map(({ file }, index): [string, string] => [file, texts[index] ?? '']).sort(byPath)),
    modified: day.toString().trim(),
    commit,
    path,
  };
}

function byPath([a]: readonly [string, string], [b]: readonly [string, string]): number {
  return a.localeCompare(b);
}

function unknownRevision(revision: string, cause?: unknown): RevisionError {
  return new RevisionError(
    `There is neither a folder nor a revision ${JSON.stringify(revision)}. Give a folder, or a branch, tag or commit that is ` +
      'known here; a shallow clone knows only the newest (git fetch --unshallow).',
    cause,
  );
}

const MOST_BYTES = 512 * 1024 * 1024;

type Git = (args: readonly string[], input?: string) => Promise<Buffer>;

function createGit(folder: string, env: Environment): Git {
  // A hook sets these for the repository that it runs in.
  const own = Object.entries(env).filter(([name]) => !/^GIT_(?:DIR|WORK_TREE|INDEX_FILE|PREFIX)$/.test(name));
  const options = {
    cwd: folder,
    env: { ...Object.fromEntries(own), LC_ALL: 'C', GIT_TERMINAL_PROMPT: '0' },
    encoding: 'buffer',
    maxBuffer: MOST_BYTES,
  } as const;
  return (args, input) =>
    new Promise((resolve, reject) => {
      const child = execFile('git', args, options, (error, stdout, stderr) => {
        if (error === null) resolve(stdout);
        else reject(gitError(error, stderr.toString().trim(), folder));
      });
      // Where git ends before it has read all, its exit code says why.
      child.stdin?.on('error', () => {});
      child.stdin?.end(input);
    });
}

function gitError(error: Error & { readonly code?: unknown }, said: string, folder: string): RevisionError {
  if (error.code === 'ENOENT') {
    return new RevisionError(
      `Cannot start git in "${folder}". Install git, and give an existing folder with --data.`,
      error,
    );
  }
  const reason = said.replace(/^fatal: /, '') || error.message;
  return new RevisionError(
    `git cannot read "${folder}": ${reason}. Give a data folder in a git repository with --data.`,
    error,
  );
}

/** The texts in the output of `git cat-file --batch`: a line with hash, type and size, the content, a line end. */
function readBatch(output: Buffer): string[] {
  const texts: string[] = [];
  let at = 0;
  while (at < output.length) {
    const end = output.indexOf('\n', at);
    const size = Number(output.toString('utf8', at, end).split(' ')[2]);
    texts.push(output.toString('utf8', end + 1, end + 1 + size));
    at = end + 1 + size + 1;
  }
  return texts;
}
