import type { AdapterName } from './serve-settings.js';

/** How an adapter is: `ended` where its platform refused it, or where the program stops. */
export type AdapterState = 'starting' | 'connected' | 'disconnected' | 'ended';

/** Whether questions are answered on every platform that is configured, and what is amiss where not. */
export interface ReadinessReport {
  readonly ready: boolean;
  readonly data: 'loading' | 'loaded';
  readonly adapters: Readonly<Partial<Record<AdapterName, AdapterState>>>;
  readonly stopping: boolean;
}

/** Keeps what readiness depends on. */
export interface Readiness {
  readonly dataLoaded: () => void;
  readonly set: (adapter: AdapterName, state: AdapterState) => void;
  readonly stopping: () => void;
  readonly report: () => ReadinessReport;
}

export function createReadiness(adapters: readonly AdapterName[]): Readiness {
  const states = new Map<AdapterName, AdapterState>(adapters.map((name) => [name, 'starting']));
  let isLoaded = false;
  let isStopping = false;
  return {
    dataLoaded: () => {
      isLoaded = true;
    },
    set: (adapter, state) => {
      // A socket may still have something to say after the end.
      if (states.get(adapter) !== 'ended') states.set(adapter, state);
    },
    stopping: () => {
      isStopping = true;
    },
    report: () => ({
      ready: isLoaded && !isStopping && [...states.values()].every((state) => state === 'connected'),
      data: isLoaded ? 'loaded' : 'loading',
      adapters: Object.fromEntries(states),
      stopping: isStopping,
    }),
  };
}
