import { Command } from 'commander';
import type { Logger } from 'pino';
import type { LiveData } from '../adapters/files/live-data.js';
import type { Pauses } from '../adapters/retry-with-pauses.js';
import type { CommandContext } from './command-context.js';
import { createIntake } from './create-intake.js';
import { createLog } from './create-log.js';
import { EXIT, type ExitCode } from './exit-code.js';
import { logData, startLivePlanlotse } from './live-planlotse.js';
import { type PlannedAdapter, type ServeEnd, serveAdapters } from './serve-adapters.js';
import { readServeSettings, type ServeSettings, SettingsError } from './serve-settings.js';
import { readSettings, type Settings } from './settings.js';
import { isMendable, StartError } from './start-error.js';
import { startMisses } from './start-misses.js';
import { startTelemetry } from './start-telemetry.js';

/** An adapter, where the settings ask for it. */
export type AdapterEntry = (settings: ServeSettings) => PlannedAdapter | undefined;

/** The adapters of this program. A platform's client is read only where it is used: it takes longer than an answer. */
const ADAPTERS: readonly AdapterEntry[] = [
  ({ slack }) =>
    slack && {
      name: 'slack',
      host: hostOf(slack.apiUrl ?? 'https://slack.com'),
      start: async (context) => (await import('../adapters/slack/start-slack.js')).startSlack(slack)(context),
    },
  ({ discord }) =>
    discord && {
      name: 'discord',
      host: hostOf(discord.apiUrl ?? 'https://discord.com'),
      start: async (context) => (await import('../adapters/discord/start-discord.js')).startDiscord(discord)(context),
    },
];

function hostOf(address: string): string {
  return new URL(address).host;
}

/** What tests put in the place of the platforms and the long pauses. */
export interface ServeSeams {
  readonly adapters?: readonly AdapterEntry[];
  /** How long adapters may take to stop, in milliseconds. */
  readonly grace?: number;
  readonly pauses?: Pauses;
}

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
      try {
        const serve = readServeSettings(context.io.env);
        context.finish(await run(readSettings(command, context.io), serve, context, seams));
      } catch (error) {
        throw isMendable(error) ? new StartError(error) : error;
      }
    });
}

const EXAMPLES = `
Environment:
  SLACK_BOT_TOKEN, SLACK_APP_TOKEN   Slack over Socket Mode
  DISCORD_TOKEN                      Discord
  PLANLOTSE_WATCH                    how the data folder is watched: events (the default), poll or off
  PLANLOTSE_HEALTH_PORT              port of /healthz, /readyz and /metrics; none without it
  LOG_LEVEL                          trace, debug, info (the default), warn, error, fatal or silent
  All others are explained in .env.example and docs/cli.md.

Exit codes:
  0   stopped, as it was told to
  1   crashed; starting it again may help
  2   a wrong option
  69  no platform can be served: each refused or failed, and the log says why
  70  did not stop in time
  78  a variable, a port or the data has to be mended before it can start
  130 a second signal ended it at once

Examples:
  planlotse serve
  node --env-file=.env dist/main.js serve
  planlotse serve --data ./data`;

async function run(
  settings: Settings,
  serve: ServeSettings,
  { io }: CommandContext,
  { adapters = ADAPTERS, grace = serve.grace, pauses }: ServeSeams,
): Promise<ExitCode> {
  const planned = adapters.flatMap((entry) => entry(serve) ?? []);
  if (planned.length === 0) {
    throw new SettingsError([
      'Tokens are set, but this version of the program has no adapter for their platforms yet.',
    ]);
  }
  const names = planned.map(({ name }) => name);
  const telemetry = await startTelemetry(names, serve.health);
  const log = createLog(serve, io.stdout);
  io.stdout.on('error', createComplaint(io.stderr, telemetry.logLineLost));
  const stop = new AbortController();
  const forget = io.lifecycle.onSignal((signal) => {
    if (stop.signal.aborted) {
      log.warn({ signal }, 'second signal, ending at once');
      io.lifecycle.exit(EXIT.forced);
      return;
    }
    log.info({ signal }, 'stopping');
    telemetry.stopping();
    stop.abort();
  });
  const forgetCrashes = io.lifecycle.onCrash((error) => {
    log.fatal({ err: error }, 'crashed');
    io.lifecycle.exit(EXIT.crashed);
  });
  let live: LiveData | undefined;
  const forgetHangUp = io.lifecycle.onHangUp(() => live?.reload());
  try {
    const logged = logData(log, settings, io);
    live = await startLivePlanlotse(settings, serve.watch, {
      ...logged,
      onEvent: (event) => {
        logged.onEvent(event);
        telemetry.data(event);
      },
    });
    const misses = startMisses(serve.misses, { cwd: io.cwd, today: settings.today, log });
    const { command, reportUrl } = serve;
    const end = await serveAdapters(planned, {
      log,
      telemetry,
      intakeOf: (name) => createIntake({ ...serve.limits, observe: (event) => telemetry.observe(name, event) }),
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
  } catch (error) {
    if (isMendable(error)) throw error;
    log.fatal({ err: error }, 'crashed');
    return EXIT.crashed;
  } finally {
    await live?.stop();
    forget();
    forgetHangUp();
    forgetCrashes();
    await telemetry.close();
  }
}

/** Says once where the log is lost; the questions go on being answered. */
function createComplaint(stderr: NodeJS.WritableStream, count: () => void): (error: Error) => void {
  let isSaid = false;
  return (error) => {
    count();
    if (isSaid) return;
    isSaid = true;
    const code = 'code' in error ? String(error.code) : error.name;
    stderr.write(
      `LOG_LOST: The log cannot be written (${code}). Answers go on; free the disk, or look where it goes.\n`,
    );
  };
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
