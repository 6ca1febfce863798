import { randomBytes } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { setTimeout as pauseFor } from 'node:timers/promises';
import type { Miss } from '../../core/index.js';
import { countMisses } from './count-misses.js';
import {
  ensureKey,
  type Key,
  readKey,
  readTallies,
  removeKey,
  removeTallies,
  tallyFile,
  writeTallyFile,
} from './miss-files.js';
import type { MissStore } from './miss-store.js';
import { createTallies, type Tallies } from './tallies.js';

export interface FolderMissStoreOptions {
  /** Made where it is missing, but only by the first count. */
  readonly folder: string;
  /** In how many questions a word must have been missed before it is kept and shown in clear. */
  readonly threshold: number;
  /** How long counts are gathered before they are written, in milliseconds; so many are lost at most. */
  readonly pause?: number;
}

const PAUSE = 1000;
/** More questions than this do not wait for a folder that cannot be opened. */
const MOST_WAITING = 1000;

/** What a process has counted under one key. */
interface Counted {
  readonly key: Key;
  readonly tallies: Tallies;
}

/**
 * Keeps counts in a folder: a file for each day and each process that counts, replaced as a whole, so that neither an
 * end at any moment nor another process can damage it. Nothing is locked. Fingerprints are made with a key beside the
 * files; deleting everything takes away the key first, which voids what another process writes at that moment.
 */
export function createFolderMissStore({ folder, threshold, pause = PAUSE }: FolderMissStoreOptions): MissStore {
  const writer = randomBytes(6).toString('hex');
  const closing = new AbortController();
  let waiting: { readonly miss: Miss; readonly day: string }[] = [];
  let counted: Counted | undefined;
  let next: Promise<void> | undefined;
  let lastWritten = Number.NEGATIVE_INFINITY;
  let queue: Promise<unknown> = Promise.resolve();

  /** Runs one task at a time, in the order given. */
  const inTurn = <T>(task: () => Promise<T>): Promise<T> => {
    const done = queue.then(task);
    queue = done.catch(() => undefined);
    return done;
  };

  const gather = async (): Promise<void> => {
    const rest = Math.max(0, lastWritten + pause - performance.now());
    await pauseFor(rest, undefined, { signal: closing.signal }).catch(() => undefined);
    next = undefined;
    await inTurn(write);
  };

  /** The counts under the key that holds now; anew where it has changed, since all before was deleted then. */
  const current = async (): Promise<Counted> => {
    const key = await ensureKey(folder);
    if (counted?.key.id !== key.id) {
      counted = { key, tallies: createTallies(key, await readTallies(folder, key), threshold) };
    }
    return counted;
  };

  const write = async (): Promise<void> => {
    lastWritten = performance.now();
    const { key, tallies } = await current();
    for (const { miss, day } of waiting) tallies.add(miss, day);
    waiting = [];
    for (const [day, tally] of tallies.unwritten()) {
      const file = tallyFile(folder, day, key, writer);
      await writeTallyFile(file, tally);
      tallies.wrote(day);
      // Deleted meanwhile: the file must not outlive that.
      if ((await readKey(folder))?.id !== key.id) await rm(file, { force: true });
    }
  };

  return {
    add: (miss, day) => {
      if (waiting.length >= MOST_WAITING) return Promise.reject(new Error('Too many questions wait to be counted.'));
      waiting.push({ miss, day });
      next ??= gather();
      return next;
    },
    list: () =>
      inTurn(async () => {
        const key = await readKey(folder);
        return countMisses(key === undefined ? [] : await readTallies(folder, key), threshold);
      }),
    prune: (before) =>
      inTurn(async () => {
        counted?.tallies.prune(before);
        await removeTallies(folder, before, await readKey(folder));
      }),
    clear: () =>
      inTurn(async () => {
        waiting = [];
        counted = undefined;
        await removeKey(folder);
        await removeTallies(folder, '', undefined);
      }),
    close: async () => {
      closing.abort();
      await next?.catch(() => undefined);
      if (waiting.length > 0 || (counted?.tallies.unwritten().length ?? 0) > 0) await inTurn(write);
    },
  };
}
