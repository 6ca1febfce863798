import { relative, resolve, sep } from 'node:path';
import { type FSWatcher, watch } from 'chokidar';
import { type FolderStamps, isSameListing, isYaml, type Listing, listFolder, stampFolders } from './list-folder.js';

/** How a folder is watched: by what the operating system reports, by looking again and again, or not at all. */
export type WatchMode = 'events' | 'poll' | 'off';

export interface WatchSettings {
  readonly mode: WatchMode;
  /** Milliseconds between two looks of `poll`. */
  readonly interval: number;
}

/** Who is told by {@link watchFolder}. */
export interface WatchListeners {
  /** Something may have changed; it can be nothing, and it can be much. */
  readonly onHint: () => void;
  /** The operating system does not report; the folder is polled from now on. */
  readonly onFailure: (error: unknown) => void;
}

/** Ends a watch; resolves when nothing of it is left. */
type Stop = () => Promise<void>;

/** Milliseconds between two looks at the folders (not the files) beside the reports of the operating system. */
const PATROL = 250;

/**
 * Watches a folder until the returned function is called, also one that vanishes and comes back. Only gives hints: who
 * is told has to look. The first hint comes as soon as the watch stands, for what changed before.
 */
export function watchFolder(path: string, { mode, interval }: WatchSettings, listeners: WatchListeners): Stop {
  const folder = resolve(path);
  const { onHint } = listeners;
  switch (mode) {
    case 'off':
      return async () => {};
    case 'poll':
      return poll(folder, interval, onHint);
    case 'events': {
      let stop = listen(folder, onHint, (error) => {
        const ended = stop();
        const stopPolling = poll(folder, interval, onHint);
        stop = async () => void (await Promise.all([ended, stopPolling()]));
        listeners.onFailure(error);
      });
      return () => stop();
    }
  }
}

/** Compares listings; sees everything that a change of size or times gives away, on any file system. */
function poll(folder: string, interval: number, onHint: () => void): Stop {
  let seen: Listing | 'missing' | undefined;
  return repeat(interval, async () => {
    const now = await listFolder(folder).catch(() => 'missing' as const);
    const isSame = typeof now === 'object' && typeof seen === 'object' ? isSameListing(now, seen) : now === seen;
    if (!isSame) onHint();
    seen = now;
  });
}

/**
 * The operating system reports on the folders that are there when it is asked. That another one took the place of one,
 * by renaming or through a symbolic link further up, shows only by looking; then it is asked anew.
 */
function listen(folder: string, onHint: () => void, onFailure: (error: unknown) => void): Stop {
  let watcher: FSWatcher | undefined;
  let folders: readonly string[] = [''];
  let seen: FolderStamps | undefined;
  let hasFailed = false;

  const ask = (): void => {
    void close(watcher);
    watcher = watch(folder, {
      ignoreInitial: true,
      // Both hold back what is waited for anyway: the end of all changes.
      atomic: false,
      awaitWriteFinish: false,
      ignored: (below, stats) => isHidden(relative(folder, below)) || (stats?.isFile() === true && !isYaml(below)),
    });
    watcher.on('ready', onHint).on('all', onHint);
    watcher.on('error', (error) => {
      if (hasFailed) return;
      hasFailed = true;
      onFailure(error);
    });
  };
  const patrol = repeat(PATROL, async () => {
    const now = await stampFolders(folder, folders);
    if (now.entries === seen?.entries) return;
    onHint();
    if (now.places !== seen?.places && !hasFailed) ask();
    seen = now;
    folders = await listFolder(folder).then(
      (listing) => listing.folders,
      () => folders,
    );
  });
  return async () => {
    hasFailed = true;
    await patrol();
    await close(watcher);
  };
}

async function close(watcher: FSWatcher | undefined): Promise<void> {
  const closed = watcher?.close();
  // It has forgotten its listeners, and an error that is still to come would end the program.
  watcher?.on('error', () => {});
  await closed;
}

/** Does something now, and again after each pause. */
function repeat(pause: number, work: () => Promise<void>): Stop {
  let timer: NodeJS.Timeout | undefined;
  let isStopped = false;
  const run = async (): Promise<void> => {
    await work();
    if (isStopped) return;
    timer = setTimeout(() => {
      running = run();
    }, pause);
  };
  let running = run();
  return async () => {
    isStopped = true;
    clearTimeout(timer);
    await running;
  };
}

function isHidden(path: string): boolean {
  return path.split(sep).some((part) => part.startsWith('.') && part !== '..');
}
