import type { AdapterEvent, Intake, RunningAdapter } from '../../../../src/adapters/adapter.js';
import { type SlackOptions, type SlackSeams, startSlack } from '../../../../src/adapters/slack/start-slack.js';
import { createIntake } from '../../../../src/commands/create-intake.js';
import { createLog } from '../../../../src/commands/create-log.js';
import type { Planlotse } from '../../../../src/core/index.js';
import { fixturePlanlotse, TODAY } from '../../fixture-catalog.js';
import { createPerson, type OnScreen, type Person, type Shown } from './person.js';
import { createRecorder, type Recorder } from './recorder.js';
import { APP_TOKEN, BOT_TOKEN, type Call, type StandIn, type StandInOptions, startStandIn } from './stand-in.js';

export type LogLine = Readonly<Record<string, unknown>>;

/** The adapter, connected to a stand-in of its own. */
export interface Running {
  readonly slack: StandIn;
  readonly anna: Person;
  readonly log: Recorder<LogLine>;
  readonly failures: Recorder<unknown>;
  readonly events: Recorder<AdapterEvent>;
  /** Puts other data in the place of what answers now. */
  readonly reload: (planlotse: Planlotse) => void;
  /** The next call of a method, counted from when `since` was asked for. */
  readonly since: () => (method: string) => Promise<Call>;
  readonly stop: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Lets everything in. */
const EVERYTHING = createIntake({ perUser: 0, perServer: 0, observe: () => {} });

/** What starts with a context of its own. */
export function contextOf(
  log: Recorder<LogLine>,
  failures: Recorder<unknown>,
  planlotse: () => Planlotse,
  signal: AbortSignal,
  observe: (event: AdapterEvent) => void = () => {},
  intake: Intake = EVERYTHING,
) {
  const lines = { write: (line: string) => log.add(JSON.parse(line) as LogLine) };
  return {
    planlotse,
    log: createLog({ logLevel: 'debug', secrets: [BOT_TOKEN, APP_TOKEN] }, lines),
    today: () => TODAY,
    command: 'plan',
    reportUrl: 'https://example.org/report',
    signal,
    fail: failures.add,
    observe,
    intake,
  };
}

export interface RunOptions extends StandInOptions, SlackSeams {
  readonly slack?: StandIn;
  readonly options?: Partial<SlackOptions>;
  readonly intake?: Intake;
}

export async function runBot({ slack: given, options, scopes, intake, ...seams }: RunOptions = {}): Promise<Running> {
  const slack = given ?? (await startStandIn(scopes === undefined ? {} : { scopes }));
  const log = createRecorder<LogLine>();
  const failures = createRecorder<unknown>();
  const events = createRecorder<AdapterEvent>();
  const end = new AbortController();
  let planlotse = fixturePlanlotse();
  const start = startSlack(
    { botToken: BOT_TOKEN, mode: 'socket', appToken: APP_TOKEN, apiUrl: slack.apiUrl, ...options } as SlackOptions,
    { pauses: { first: 5, longest: 20 }, ...seams },
  );
  const running: RunningAdapter = await start(
    contextOf(log, failures, () => planlotse, end.signal, events.add, intake),
  );
  const stop = async (): Promise<void> => {
    if (end.signal.aborted) return;
    end.abort();
    await running.stop();
  };
  return {
    slack,
    anna: createPerson(slack, slack.socket),
    log,
    failures,
    events,
    reload: (next) => {
      planlotse = next;
    },
    since: () => {
      const from = slack.calls.all.length;
      return (method) => slack.calls.next((call) => call.method === method, from);
    },
    stop,
    close: async () => {
      await stop();
      await slack.close();
    },
  };
}

/** A call of the bot as what a person then has on the screen. */
export function screenOf(call: Call, more: Partial<OnScreen> = {}): OnScreen {
  const { body, result, method } = call;
  const view = (body.view ?? undefined) as
    | { readonly blocks: readonly Shown[]; readonly type: 'modal' | 'home' }
    | undefined;
  const made = result.view as { readonly id: string } | undefined;
  if (view !== undefined && made !== undefined)
    return { blocks: view.blocks, view: { id: made.id, type: view.type }, ...more };
  return {
    blocks: (body.blocks ?? []) as readonly Shown[],
    isEphemeral: method === 'chat.postEphemeral' || (method === 'respond' && body.response_type === 'ephemeral'),
    ...(typeof body.channel === 'string' && { channel: body.channel }),
    ...(typeof result.ts === 'string' && { ts: result.ts }),
    ...(typeof body.thread_ts === 'string' && { threadTs: body.thread_ts }),
    ...more,
  };
}
