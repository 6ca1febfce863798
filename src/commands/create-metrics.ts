import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { AdapterEvent } from '../adapters/adapter.js';
import type { DataVersion } from '../core/index.js';
import type { IntakeEvent } from './create-intake.js';
import type { AdapterName } from './serve-settings.js';

/** What became of reading the data: at the start, and when it has changed since. */
export type DataOutcome = 'loaded' | 'refused' | 'unreadable' | 'unchanged';

/** Figures of this process for Prometheus. Labels have few values, none of which comes from a user. */
export interface Metrics {
  readonly observe: (adapter: AdapterName, event: AdapterEvent | IntakeEvent) => void;
  readonly connected: (adapter: AdapterName, isConnected: boolean) => void;
  readonly dataRead: (outcome: DataOutcome) => void;
  readonly dataInUse: (data: { readonly version: DataVersion; readonly records: number }) => void;
  readonly logLineLost: () => void;
  /** In the exposition format of Prometheus. */
  readonly render: () => Promise<string>;
  readonly contentType: string;
}

/** Answers take milliseconds, a platform that asks for a pause takes minutes. */
const SECONDS = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60];

export function createMetrics(adapters: readonly AdapterName[]): Metrics {
  const register = new Registry();
  const registers = [register];
  collectDefaultMetrics({ register });
  const answers = new Counter({
    name: 'planlotse_answers_total',
    help: 'Answers sent, by kind.',
    labelNames: ['adapter', 'kind'],
    registers,
  });
  const seconds = new Histogram({
    name: 'planlotse_answer_seconds',
    help: 'From the receipt of a question until the platform had taken the answer.',
    labelNames: ['adapter'],
    buckets: SECONDS,
    registers,
  });
  const errors = new Counter({
    name: 'planlotse_errors_total',
    help: 'Questions that were not answered and other failures, by the code that the log has too.',
    labelNames: ['adapter', 'code'],
    registers,
  });
  const limited = new Counter({
    name: 'planlotse_limited_total',
    help: 'Questions and type-aheads not let in: too many of one user, of one server, or at once.',
    labelNames: ['adapter', 'reason'],
    registers,
  });
  const inFlight = new Gauge({
    name: 'planlotse_questions_in_flight',
    help: 'Questions that are being answered.',
    labelNames: ['adapter'],
    registers,
  });
  const connected = new Gauge({
    name: 'planlotse_adapter_connected',
    help: '1 while the platform is connected, else 0.',
    labelNames: ['adapter'],
    registers,
  });
  const reconnects = new Counter({
    name: 'planlotse_reconnects_total',
    help: 'Connections that came back after they had been lost.',
    labelNames: ['adapter'],
    registers,
  });
  const reads = new Counter({
    name: 'planlotse_data_reads_total',
    help: 'Times that the data was read, the start included, by what became of it.',
    labelNames: ['outcome'],
    registers,
  });
  const info = new Gauge({
    name: 'planlotse_data_info',
    help: 'The version of the data that answers, as a label.',
    labelNames: ['version'],
    registers,
  });
  const records = new Gauge({ name: 'planlotse_data_records', help: 'Records of the data that answers.', registers });
  const date = new Gauge({
    name: 'planlotse_data_date_seconds',
    help: 'Day of the newest change of the data that answers, as Unix time.',
    registers,
  });
  const lost = new Counter({
    name: 'planlotse_log_lines_lost_total',
    help: 'Lines of the log that could not be written, as on a full disk.',
    registers,
  });
  // What has not happened yet shows as 0, so that an alarm sees the first time.
  for (const adapter of adapters) {
    connected.set({ adapter }, 0);
    inFlight.set({ adapter }, 0);
    reconnects.inc({ adapter }, 0);
    for (const reason of ['user', 'server', 'busy']) limited.inc({ adapter, reason }, 0);
  }
  for (const outcome of ['loaded', 'refused', 'unreadable', 'unchanged']) reads.inc({ outcome }, 0);

  return {
    observe: (adapter, event) => {
      switch (event.kind) {
        case 'answered':
          answers.inc({ adapter, kind: event.answer });
          seconds.observe({ adapter }, event.ms / 1000);
          return;
        case 'failed':
          errors.inc({ adapter, code: event.code });
          return;
        case 'limited':
          limited.inc({ adapter, reason: event.reason });
          return;
        case 'began':
          inFlight.inc({ adapter });
          return;
        case 'ended':
          inFlight.dec({ adapter });
          return;
        case 'connected':
          reconnects.inc({ adapter });
          return;
        case 'disconnected':
          return;
      }
    },
    connected: (adapter, isConnected) => connected.set({ adapter }, isConnected ? 1 : 0),
    dataRead: (outcome) => reads.inc({ outcome }),
    dataInUse: ({ records: count, version }) => {
      info.reset();
      info.set({ version: version.hash }, 1);
      records.set(count);
      if (version.date !== undefined) date.set(Date.parse(version.date) / 1000);
    },
    logLineLost: () => lost.inc(),
    render: () => register.metrics(),
    contentType: register.contentType,
  };
}
