import { Command } from 'commander';
import type { Logger } from 'pino';
import type { LiveData } from '../adapters/files/live-data.js';
import type { CommandContext } from './command-context.js';
import { createLog } from './create-log.js';
import { EXIT, type ExitCode } from './exit-code.js';
import { logData, startLivePlanlotse } from './live-planlotse.js';
import { type PlannedAdapter, type ServeEnd, serveAdapters } from './serve-adapters.js';
import { readServeSettings, type ServeSettings, SettingsError } from './serve-settings.js';
import { readSettings, type Settings } from './settings.js';
import { startMisses } from './start-misses.js';
import type { Pauses } from './start-with-retry.js';

/** An adapter, where the settings ask for it. */
export type AdapterEntry = (settings: ServeSettings) => PlannedAdapter | undefined;

/** The adapters of this program. A platform's client is read only where it is used: it takes longer than an answer. */
const ADAPTERS: readonly AdapterEntry[] = [
  ({ slack }) =>
    slack && {
      name: 'slack',
      start: async (context) => (await import('../adapters/slack/start-slack.js')).startSlack(slack)(context),
    },
  ({ discord }) =>
    discord && {
      name: 'discord',
      start: async (context) => (await import('../adapters/discord/start-discord.js')).startDiscord(discord)(context),
    },
];

/** What tests put in the place of the platforms and the long pauses. */
export interface ServeSeams {
  readonly adapters?: readonly AdapterEntry[];
  /** How long adapters may take to stop, in milliseconds. */
  readonly grace?: number;
  readonly pauses?: Pauses;
}

const GRACE = 10_000;

/** `planlotse serve`: answers in Slack and Discord until it is told to stop. */
export function createServeCommand(context: CommandContext, seams: ServeSeams = {}): Command {
  return new Command('serve')
    .summary('answer in Slack and Discord')
    .description(
      'Connects every platform whose token is set in the environment, and answers until SIGTERM or SIGINT. ' +
        'Follows changes of the data; SIGHUP has it look at once. Logs JSON to standard output; a second signal ends at once.',
    )
    .addHelpText('after', EXAMPLES)
    .action(async (_options: unknown, command: Command) => {
      const serve = readServeSettings(context.io.env);
      context.finish(await run(readSettings(command, context.io), serve, context, seams));
    });
}

const EXAMPLES = `
Environment:
  SLACK_BOT_TOKEN, SLACK_APP_TOKEN   Slack over Socket Mode
  DISCORD_TOKEN                      Discord
  PLANLOTSE_WATCH                    how the data folder is watched: events (the default), poll or off
  LOG_LEVEL                          trace, debug, info (the default), warn, error, fatal or silent
  All others are explained in .env.example and docs/cli.md.

Examples:
  planlotse serve
  node --env-file=.env dist/main.js serve
  planlotse serve --data ./data`;

async function run(
  settings: Settings,
  serve: ServeSettings,
  { io }: CommandContext,
  { adapters = ADAPTERS, grace = GRACE, pauses }: ServeSeams,
): Promise<ExitCode> {
  const planned = adapters.flatMap((entry) => entry(serve) ?? []);
  if (planned.length === 0) {
    throw new SettingsError([
      'Tokens are set, but this version of the program has no adapter for their platforms yet.',
    ]);
  }
  const log = createLog(serve, io.stdout);
  const stop = new AbortController();
  const forget = io.lifecycle.onSignal((signal) => {
    if (stop.signal.aborted) {
      log.warn({ signal }, 'second signal, ending at once');
      io.lifecycle.exit(EXIT.forced);
      return;
    }
    log.info({ signal }, 'stopping');
    stop.abort();
  });
  const forgetCrashes = io.lifecycle.onCrash((error) => {
    log.fatal({ err: error }, 'crashed');
    io.lifecycle.exit(EXIT.internal);
  });
  let live: LiveData | undefined;
  const forgetHangUp = io.lifecycle.onHangUp(() => live?.reload());
  try {
    live = await startLivePlanlotse(settings, serve.watch, logData(log, settings, io));
    const misses = startMisses(serve.misses, { cwd: io.cwd, today: settings.today, log });
    const { command, reportUrl } = serve;
    const end = await serveAdapters(planned, {
      log,
      signal: stop.signal,
      grace,
      context: {
        planlotse: misses.watch(live.planlotse),
        today: settings.today,
        command,
        ...(reportUrl === undefined ? {} : { reportUrl }),
      },
      ...(pauses === undefined ? {} : { pauses }),
    });
    await misses.stop();
    const code = codeOf(end, grace, log);
    // A socket that a library has left open must not keep the process.
    io.lifecycle.exit(code);
    return code;
  } finally {
    await live?.stop();
    forget();
    forgetHangUp();
    forgetCrashes();
  }
}

function codeOf(end: ServeEnd, grace: number, log: Logger): ExitCode {
  switch (end) {
    case 'stopped':
      return EXIT.ok;
    case 'all-failed':
      log.fatal('no adapter is left');
      return EXIT.unavailable;
    case 'overran':
      log.error({ graceMs: grace }, 'adapters did not stop in time');
      return EXIT.internal;
  }
}
