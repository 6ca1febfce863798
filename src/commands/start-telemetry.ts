import type { AdapterEvent } from '../adapters/adapter.js';
import type { DataEvent } from '../adapters/files/data-loader.js';
import type { IntakeEvent } from './create-intake.js';
import { type HealthSettings, startHealthServer } from './health-server.js';
import { type AdapterState, createReadiness } from './readiness.js';
import type { AdapterName } from './serve-settings.js';

/** Hears what happens while serving, and tells it at the health port. */
export interface Telemetry {
  readonly observe: (adapter: AdapterName, event: AdapterEvent | IntakeEvent) => void;
  /** An adapter is connected for the first time, or has ended. */
  readonly state: (adapter: AdapterName, state: 'connected' | 'ended') => void;
  /** What became of reading the data, at the start and at every later attempt. */
  readonly data: (event: DataEvent) => void;
  /** A line of the log could not be written. */
  readonly logLineLost: () => void;
  /** The program was told to stop. */
  readonly stopping: () => void;
  /** Closes the health port. */
  readonly close: () => Promise<void>;
}

/**
 * Opens the health port; without one, nothing is counted either.
 *
 * @throws HealthPortError where it cannot listen.
 */
export async function startTelemetry(
  adapters: readonly AdapterName[],
  health: HealthSettings | undefined,
): Promise<Telemetry> {
  if (health === undefined) return SILENT;
  // Read only where it is used.
  const { createMetrics } = await import('./create-metrics.js');
  const metrics = createMetrics(adapters);
  const readiness = createReadiness(adapters);
  const close = await startHealthServer(health, {
    readiness: readiness.report,
    metrics: metrics.render,
    metricsType: metrics.contentType,
  });
  const set = (adapter: AdapterName, state: AdapterState): void => {
    readiness.set(adapter, state);
    metrics.connected(adapter, state === 'connected');
  };
  return {
    observe: (adapter, event) => {
      metrics.observe(adapter, event);
      if (event.kind === 'connected' || event.kind === 'disconnected') set(adapter, event.kind);
    },
    state: set,
    data: (event) => {
      metrics.dataRead(event.kind);
      if (event.kind !== 'loaded') return;
      metrics.dataInUse(event);
      readiness.dataLoaded();
    },
    logLineLost: metrics.logLineLost,
    stopping: readiness.stopping,
    close,
  };
}

const SILENT: Telemetry = {
  observe: () => {},
  state: () => {},
  data: () => {},
  logLineLost: () => {},
  stopping: () => {},
  close: async () => {},
};
