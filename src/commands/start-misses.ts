import { resolve } from 'node:path';
import type { Logger } from 'pino';
import { createFolderMissStore } from '../adapters/misses/folder-miss-store.js';
import type { Planlotse } from '../core/index.js';
import { daysBefore } from './days.js';
import type { MissesSettings } from './misses-settings.js';
import { withMisses } from './with-misses.js';

/** The count of unknown words while the program serves. */
export interface Misses {
  /** The same Planlotse, counted. */
  readonly watch: (current: () => Planlotse) => () => Planlotse;
  /** Keeps what is still in memory; never rejects. */
  readonly stop: () => Promise<void>;
}

export interface StartMissesOptions {
  /** What a relative folder starts from. */
  readonly cwd: string;
  /** Today as an ISO day. */
  readonly today: () => string;
  readonly log: Logger;
}

/** What is older than the term is looked for this often, in milliseconds. */
const HOURLY = 3_600_000;

const OFF: Misses = { watch: (current) => current, stop: async () => {} };

/** Starts to count and to delete what is older than the term; does nothing where the operator has not switched it on. */
export function startMisses(settings: MissesSettings | undefined, { cwd, today, log }: StartMissesOptions): Misses {
  if (settings === undefined) return OFF;
  const { days, threshold } = settings;
  const store = createFolderMissStore({ folder: resolve(cwd, settings.folder), threshold });
  const note = (error: unknown): void => log.warn({ err: error }, 'cannot delete old counts of unknown words');
  const prune = (): void => void store.prune(daysBefore(today(), days)).catch(note);
  log.info({ days, threshold }, 'unknown words are counted');
  prune();
  const timer = setInterval(prune, HOURLY);
  timer.unref();
  return {
    watch: (current) => withMisses(current, { store, days, log }),
    stop: async () => {
      clearInterval(timer);
      await store.close().catch((error: unknown) => log.warn({ err: error }, 'last counts of unknown words are lost'));
    },
  };
}
