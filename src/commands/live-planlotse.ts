import type { Logger } from 'pino';
import type { DataEvent } from '../adapters/files/data-loader.js';
import { type LiveData, startLiveData } from '../adapters/files/live-data.js';
import type { WatchSettings } from '../adapters/files/watch-folder.js';
import { createCatalogReader } from '../core/index.js';
import { placeFaults } from './list-faults.js';
import type { ProgramIo } from './program-io.js';
import type { Settings } from './settings.js';

/** Who is told of new data. */
export interface LiveListeners {
  readonly onEvent: (event: DataEvent) => void;
  readonly onWatchFailure: (error: unknown) => void;
}

/**
 * The data of `serve` and `chat`: loaded, and from then on following its folder.
 *
 * @throws DataFolderError where the folder cannot be read, DataError with every fault where it is broken.
 */
export function startLivePlanlotse(
  { folder }: Pick<Settings, 'folder'>,
  watch: WatchSettings,
  { onEvent, onWatchFailure }: LiveListeners,
): Promise<LiveData> {
  return startLiveData({ folder, watch, readCatalog: createCatalogReader().read, tell: onEvent, onWatchFailure });
}

/** Faults that are logged one by one; one mistake in a list that everything refers to makes hundreds. */
const MOST_FAULTS = 20;

/** Logs what becomes of the data. Faults can quote the data, which is public, and are in the language of editors. */
export function logData(log: Logger, settings: Settings, io: Pick<ProgramIo, 'cwd'>): LiveListeners {
  return {
    onEvent: (event) => {
      switch (event.kind) {
        case 'loaded': {
          const { records, version, ms } = event;
          log.info({ records, dataVersion: version.hash, dataDate: version.date, ms }, 'data loaded');
          break;
        }
        case 'refused': {
          const faults = placeFaults(event.faults, settings.language ?? 'de', settings, io);
          for (const fault of faults.slice(0, MOST_FAULTS)) log.error(fault, 'fault in the data');
          const more = Math.max(0, faults.length - MOST_FAULTS);
          log.error({ faults: faults.length, more }, 'data refused, the last good data goes on answering');
          break;
        }
        case 'unreadable':
          log.error({ err: event.error }, 'data unreadable, the last good data goes on answering');
          break;
        case 'unchanged':
          log.info('data unchanged');
          break;
      }
    },
    onWatchFailure: (error) => log.warn({ err: error }, 'cannot be told of changes to the data, polling from now on'),
  };
}
