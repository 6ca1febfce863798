import { setTimeout as pause } from 'node:timers/promises';
import { DataError, type Planlotse } from '../../core/index.js';
import { createDataLoader, type DataEvent, type LookOptions, type ReadCatalog } from './data-loader.js';
import { type WatchSettings, watchFolder } from './watch-folder.js';
import { whenQuiet } from './when-quiet.js';

export interface LiveDataOptions {
  readonly folder: string;
  readonly readCatalog: ReadCatalog;
  readonly watch: WatchSettings;
  /** Told of the first load and of everything that follows, after the swap. */
  readonly tell: (event: DataEvent) => void;
  /** Told where the operating system does not report changes, so that the folder is polled. */
  readonly onWatchFailure: (error: unknown) => void;
}

/** Data that follows its folder. */
export interface LiveData {
  /** Who answers now. Whoever holds on to it goes on with the data it began with. */
  readonly planlotse: () => Planlotse;
  /** Looks at the folder at once, also where it is not watched, and tells what came of it. */
  readonly reload: () => void;
  /** Tells nothing more; resolves when nothing is left that could hold the process. */
  readonly stop: () => Promise<void>;
}

/** An editor writes several times a save, a checkout many files; a pause longer than this is taken for the end. */
const TIMES = { quiet: 80, longest: 2000 };
/**
 * Some file systems keep times to two seconds only, so that a change right after another does not show: everything is
 * read once more after that. What could not be read is tried again at the same pace.
 */
const ONCE_MORE = 2500;

/**
 * Loads a data folder, and from then on puts new data in the place of the old whenever the folder has changed and is in
 * order; until then the last good data answers.
 *
 * @throws DataFolderError where the folder cannot be read at the start, DataError with every fault where it is broken.
 */
export async function startLiveData(options: LiveDataOptions): Promise<LiveData> {
  const { folder, watch, tell } = options;
  const loader = createDataLoader(folder, options.readCatalog);
  let current = await loadFirst();
  let next: LookOptions['reason'] = 'hint';
  let timer: NodeJS.Timeout | undefined;
  let isStopped = false;

  const changes = whenQuiet(async ({ isOverdue }) => {
    const reason = next;
    next = 'hint';
    const result = await loader.look({ reason, isOverdue });
    if (isStopped) return 'done';
    if (result.kind === 'too-early') {
      if (next === 'hint') next = reason;
      return 'too-early';
    }
    // It never was quiet, so what was read need not be the end.
    if (isOverdue) changes.hint();
    if (result.kind === 'nothing') return 'done';
    if (watch.mode !== 'off') planOnceMore();
    if (result.kind === 'swap') current = result.planlotse;
    if (result.kind !== 'try-again') tell(result.event);
    return 'done';
  }, TIMES);
  const planOnceMore = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      if (next === 'hint') next = 'again';
      changes.hint();
    }, ONCE_MORE);
  };
  const stopWatching = watchFolder(folder, watch, { onHint: changes.hint, onFailure: options.onWatchFailure });

  return {
    planlotse: () => current,
    reload: () => {
      next = 'asked';
      changes.now();
    },
    stop: async () => {
      isStopped = true;
      clearTimeout(timer);
      await Promise.all([stopWatching(), changes.stop()]);
    },
  };

  async function loadFirst(): Promise<Planlotse> {
    const latest = performance.now() + TIMES.longest;
    for (;;) {
      const result = await loader.look({ reason: 'asked', isOverdue: performance.now() >= latest });
      if (result.kind === 'swap') {
        tell(result.event);
        return result.planlotse;
      }
      if (result.kind === 'kept' && result.event.kind === 'refused') throw new DataError(result.event.faults);
      if (result.kind === 'kept' && result.event.kind === 'unreadable') throw result.event.error;
      await pause(TIMES.quiet);
    }
  }
}
