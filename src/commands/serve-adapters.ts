import type { Logger } from 'pino';
import type { AdapterContext, Intake, RunningAdapter, StartAdapter } from '../adapters/adapter.js';
import type { Pauses } from '../adapters/retry-with-pauses.js';
import type { AdapterName } from './serve-settings.js';
import type { Telemetry } from './start-telemetry.js';
import { startWithRetry } from './start-with-retry.js';

/** An adapter that the settings ask for. */
export interface PlannedAdapter {
  readonly name: AdapterName;
  /** Of the platform, as the operator sees it in a firewall. */
  readonly host: string;
  readonly start: StartAdapter;
}

export interface ServeOptions {
  readonly log: Logger;
  readonly context: Pick<AdapterContext, 'planlotse' | 'today' | 'command' | 'reportUrl'>;
  readonly telemetry: Telemetry;
  readonly intakeOf: (adapter: AdapterName) => Intake;
  /** Aborted when the program is to stop. */
  readonly signal: AbortSignal;
  /** How long adapters may take to stop, in milliseconds. */
  readonly grace: number;
  readonly pauses?: Pauses;
}

/** How serving ended: told to stop, all adapters stopped in time or not; or every adapter failed. */
export type ServeEnd = 'stopped' | 'overran' | 'all-failed';

/** Runs adapters side by side until the signal, or until all have failed. One that fails leaves the others alone. */
export async function serveAdapters(adapters: readonly PlannedAdapter[], options: ServeOptions): Promise<ServeEnd> {
  const lives = adapters.map((adapter) => live(adapter, options));
  const stopped = new Promise<'stop'>((resolve) => {
    if (options.signal.aborted) resolve('stop');
    options.signal.addEventListener('abort', () => resolve('stop'), { once: true });
  });
  const ended = Promise.all(lives);
  if ((await Promise.race([stopped, ended])) !== 'stop') return 'all-failed';
  return (await within(options.grace, ended)) ? 'stopped' : 'overran';
}

/** One adapter from its start to its end; never rejects. */
async function live({ name, host, start }: PlannedAdapter, options: ServeOptions): Promise<void> {
  const log = options.log.child({ adapter: name });
  const { telemetry } = options;
  const own = new AbortController();
  const { signal } = own;
  if (options.signal.aborted) own.abort();
  options.signal.addEventListener('abort', () => own.abort(), { once: true });
  let running: RunningAdapter | undefined;
  try {
    const fail = (error: unknown): void => {
      if (signal.aborted) return;
      log.error({ err: error }, 'failed, stopping this adapter');
      own.abort();
    };
    const context: AdapterContext = {
      ...options.context,
      log,
      signal,
      fail,
      observe: (event) => telemetry.observe(name, event),
      intake: options.intakeOf(name),
    };
    running = await startWithRetry(start, context, host, options.pauses);
    if (!signal.aborted) {
      telemetry.state(name, 'connected');
      // Since the process started.
      log.info({ ms: Math.round(performance.now()) }, 'ready');
      await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
    }
  } catch (error) {
    if (!signal.aborted) log.error({ err: error }, 'could not start');
  }
  telemetry.state(name, 'ended');
  try {
    await running?.stop();
    log.info('stopped');
  } catch (error) {
    log.error({ err: error }, 'failed while stopping');
  }
}

async function within(ms: number, ended: Promise<unknown>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const over = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), ms);
  });
  const inTime = await Promise.race([ended.then(() => true), over]);
  clearTimeout(timer);
  return inTime;
}
