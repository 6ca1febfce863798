import type { AdapterEvent, Intake } from '../../../src/adapters/adapter.js';
import { startDiscord } from '../../../src/adapters/discord/start-discord.js';
import { createIntake } from '../../../src/commands/create-intake.js';
import { createLog } from '../../../src/commands/create-log.js';
import type { Planlotse } from '../../../src/core/index.js';
import { realPlanlotse, TODAY } from '../../core/real-planlotse.js';
import { type DiscordServer, IDS, TOKEN } from './discord-server.js';

export interface BotUnderTest {
  /** Lines of the log. */
  readonly log: readonly Readonly<Record<string, unknown>>[];
  readonly logText: () => string;
  /** Waits for a line of the log; those before `from` do not count. */
  readonly logged: (message: string, from?: number) => Promise<Readonly<Record<string, unknown>>>;
  readonly events: readonly AdapterEvent[];
  /** What the adapter said it cannot go on with. */
  readonly failed: Promise<unknown>;
  readonly stop: () => Promise<void>;
}

export interface BotOptions {
  /** Data that can change while the bot runs. */
  readonly planlotse?: () => Planlotse;
  readonly token?: string;
  readonly reportUrl?: string;
  readonly signal?: AbortSignal;
  readonly intake?: Intake;
}

/** The adapter in this process, as `serve` starts it. */
export async function startBot(server: DiscordServer, options: BotOptions = {}): Promise<BotUnderTest> {
  const lines: string[] = [];
  const events: AdapterEvent[] = [];
  const waiting = new Set<() => void>();
  const log = createLog(
    { logLevel: 'debug', secrets: [TOKEN] },
    {
      write: (line) => {
        lines.push(line);
        for (const look of [...waiting]) look();
      },
    },
  );
  let fail: (error: unknown) => void = () => {};
  const failed = new Promise<unknown>((resolve) => {
    fail = resolve;
  });
  const real = realPlanlotse().planlotse;
  const parsed = () => lines.map((line): Readonly<Record<string, unknown>> => JSON.parse(line));
  const start = startDiscord({
    token: options.token ?? TOKEN,
    apiUrl: server.apiUrl,
    publicGuilds: [IDS.publicGuild],
  });
  const running = await start({
    planlotse: options.planlotse ?? (() => real),
    log: log.child({ adapter: 'discord' }),
    today: () => TODAY,
    command: 'plan',
    signal: options.signal ?? new AbortController().signal,
    fail,
    observe: (event) => events.push(event),
    // Lets everything in, if the test does not say otherwise.
    intake: options.intake ?? createIntake({ perUser: 0, perServer: 0, observe: () => {} }),
    ...(options.reportUrl === undefined ? {} : { reportUrl: options.reportUrl }),
  });
  return {
    get log() {
      return parsed();
    },
    events,
    logText: () => lines.join(''),
    logged: (message, from = 0) =>
      new Promise((resolve) => {
        const look = (): void => {
          const found = parsed()
            .slice(from)
            .find(({ msg }) => msg === message);
          if (found === undefined) return;
          waiting.delete(look);
          resolve(found);
        };
        waiting.add(look);
        look();
      }),
    failed,
    stop: () => running.stop(),
  };
}
