import { createHash } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import {
  type CatalogResult,
  createPlanlotse,
  type DataFiles,
  type DataVersion,
  type Fault,
  type Planlotse,
} from '../../core/index.js';
import type { Listing } from './list-folder.js';
import { type DataReading, readDataAgain } from './read-data.js';

/** What came of a look at the data. */
export type DataEvent =
  /** The folder is in order, and this version answers; `ms` is the time from the first look to the swap. */
  | { readonly kind: 'loaded'; readonly version: DataVersion; readonly records: number; readonly ms: number }
  /** The folder is broken; the last good version goes on answering. */
  | { readonly kind: 'refused'; readonly faults: readonly Fault[] }
  /** The folder or a file of it cannot be read, or making it ready failed; the last good version goes on answering. */
  | { readonly kind: 'unreadable'; readonly error: unknown }
  /** Something was touched, but the texts are those that were read last. */
  | { readonly kind: 'unchanged' };

/** Reads texts into a catalogue, such as the core's `readCatalog`. */
export type ReadCatalog = (files: DataFiles, modified: string) => CatalogResult;

/** Why to look, and whether it has been waited long enough for the end of all changes. */
export interface LookOptions {
  /** `again` reads every file, whatever the times of the files say; `asked` tells what came of it in any case. */
  readonly reason: 'hint' | 'again' | 'asked';
  readonly isOverdue: boolean;
}

/** What to do after a look. `try-again`: it still cannot be read, which has been told. */
export type LookResult =
  | { readonly kind: 'too-early' }
  | { readonly kind: 'nothing' }
  | { readonly kind: 'try-again' }
  | { readonly kind: 'kept'; readonly event: DataEvent }
  | { readonly kind: 'swap'; readonly planlotse: Planlotse; readonly event: DataEvent };

/** Looks at a data folder, and remembers what it has seen there. */
export interface DataLoader {
  /** Never rejects. Not to be called again before it has resolved. */
  readonly look: (options: LookOptions) => Promise<LookResult>;
}

/** The last good state, and the texts it was made of. */
interface Good {
  readonly digest: string;
  readonly planlotse: Planlotse;
}

export function createDataLoader(folder: string, readCatalog: ReadCatalog): DataLoader {
  let good: Good | undefined;
  let known: Listing | undefined;
  let examined: string | undefined;
  let found: 'in-order' | 'refused' | 'failed' | 'unreadable' | undefined;

  const unreadable = (error: unknown, { reason, isOverdue }: LookOptions): LookResult => {
    known = undefined;
    // A folder that is just being put in the place of another is missing for a moment.
    if (!isOverdue && reason !== 'asked') return { kind: 'too-early' };
    if (found === 'unreadable' && reason !== 'asked') return { kind: 'try-again' };
    found = 'unreadable';
    return { kind: 'kept', event: { kind: 'unreadable', error } };
  };

  /** What was read was half of a change: to be looked at again, as if for the first time. */
  const forget = (): LookResult => {
    [examined, found] = [undefined, undefined];
    return { kind: 'nothing' };
  };

  const examine = async (reading: DataReading, options: LookOptions, began: number): Promise<LookResult> => {
    const digest = digestOf(reading.files);
    const isSame = digest === examined && found !== 'unreadable';
    if (isSame && (found === 'in-order' || options.reason !== 'asked')) {
      return options.reason === 'again' ? { kind: 'nothing' } : { kind: 'kept', event: { kind: 'unchanged' } };
    }
    if (good?.digest === digest) {
      [examined, found] = [digest, 'in-order'];
      return { kind: 'kept', event: loaded(good.planlotse, began) };
    }
    // Should what follows throw, the same texts are not tried again and again.
    [examined, found] = [digest, 'failed'];
    const result = readCatalog(reading.files, reading.modified);
    if (result.kind === 'faults') {
      // Half of a change is no fault of anybody's.
      if (!reading.isSettled) return forget();
      found = 'refused';
      return { kind: 'kept', event: { kind: 'refused', faults: result.faults } };
    }
    // Questions that came meanwhile are answered first.
    await setImmediate();
    const planlotse = createPlanlotse(result.catalog);
    good = { digest, planlotse };
    found = 'in-order';
    return { kind: 'swap', planlotse, event: loaded(planlotse, began) };
  };

  return {
    look: async (options) => {
      const began = performance.now();
      let reading: DataReading | undefined;
      try {
        reading = await readDataAgain(folder, options.reason === 'hint' ? known : undefined);
      } catch (error) {
        return unreadable(error, options);
      }
      if (reading === undefined) return { kind: 'nothing' };
      if (!reading.isSettled && !options.isOverdue) return { kind: 'too-early' };
      known = reading.isSettled ? reading.listing : undefined;
      try {
        return await examine(reading, options, began);
      } catch (error) {
        return { kind: 'kept', event: { kind: 'unreadable', error } };
      }
    },
  };
}

function loaded({ catalog }: Planlotse, began: number): DataEvent {
  const ms = Math.round(performance.now() - began);
  return { kind: 'loaded', version: catalog.version, records: catalog.records.size, ms };
}

/** Longer than the hash of the data version, which is there to be read by people. */
function digestOf(files: DataFiles): string {
  const hash = createHash('sha256');
  for (const [path, text] of files) hash.update(`${path}\0${text.length}\0${text}\0`);
  return hash.digest('hex');
}
