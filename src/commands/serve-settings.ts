import type { WatchSettings } from '../adapters/files/watch-folder.js';
import { type ServeEnvironment, serveEnvironment, watchEnvironment } from './environment.js';
import type { HealthSettings } from './health-server.js';
import { type MissesSettings, missesOf } from './misses-settings.js';
import { type Environment, givenIn, readEnvironment, SettingsError } from './read-environment.js';

export { SettingsError } from './read-environment.js';

/** What the Slack adapter needs. */
export type SlackSettings = {
  /** Begins with `xoxb-`. */
  readonly botToken: string;
  /** Another address than Slack's, for tests and proxies. */
  readonly apiUrl?: string;
} & (
  | { readonly mode: 'socket'; readonly appToken: string }
  | { readonly mode: 'http'; readonly signingSecret: string; readonly port: number }
);

/** What the Discord adapter needs. */
export interface DiscordSettings {
  readonly token: string;
  /** Found out from the token where it is not given. */
  readonly applicationId?: string;
  /** Servers where answers to commands are public unless the asker says otherwise. */
  readonly publicGuilds: readonly string[];
  /** Another address than Discord's, for tests and proxies. */
  readonly apiUrl?: string;
}

/** What `serve` is told by its environment. A platform without a token is absent. */
export interface ServeSettings {
  readonly logLevel: ServeEnvironment['LOG_LEVEL'];
  readonly command: string;
  readonly reportUrl?: string;
  readonly watch: WatchSettings;
  /** Absent where no health port is wanted. */
  readonly health?: HealthSettings;
  /** Questions a minute; 0 for as many as come. */
  readonly limits: { readonly perUser: number; readonly perServer: number };
  /** How long adapters may take to stop, in milliseconds. */
  readonly grace: number;
  readonly slack?: SlackSettings;
  readonly discord?: DiscordSettings;
  /** Absent where nothing is counted. */
  readonly misses?: MissesSettings;
  /** What must never reach a log. */
  readonly secrets: readonly string[];
}

/** The platforms that `serve` knows. */
export type AdapterName = 'slack' | 'discord';

const NO_TOKEN =
  'No platform is configured. For Slack set SLACK_BOT_TOKEN and SLACK_APP_TOKEN (or SLACK_MODE=http and ' +
  'SLACK_SIGNING_SECRET), for Discord DISCORD_TOKEN; .env.example explains every variable.';

/**
 * Reads the environment.
 *
 * @throws SettingsError with every fault at once.
 */
export function readServeSettings(env: Environment): ServeSettings {
  const given = givenIn(env);
  const read = readEnvironment(serveEnvironment, given, missing(given));
  const slack = slackOf(read);
  const discord = discordOf(read);
  if (slack === undefined && discord === undefined) throw new SettingsError([NO_TOKEN]);
  const misses = missesOf(read);
  const { SLACK_BOT_TOKEN, SLACK_APP_TOKEN, SLACK_SIGNING_SECRET, DISCORD_TOKEN } = read;
  return {
    logLevel: read.LOG_LEVEL,
    command: read.PLANLOTSE_COMMAND,
    watch: { mode: read.PLANLOTSE_WATCH, interval: read.PLANLOTSE_WATCH_INTERVAL },
    secrets: [SLACK_BOT_TOKEN, SLACK_APP_TOKEN, SLACK_SIGNING_SECRET, DISCORD_TOKEN].flatMap((secret) => secret ?? []),
    limits: { perUser: read.PLANLOTSE_LIMIT_USER, perServer: read.PLANLOTSE_LIMIT_SERVER },
    grace: read.PLANLOTSE_GRACE * 1000,
    ...(read.PLANLOTSE_REPORT_URL === undefined ? {} : { reportUrl: read.PLANLOTSE_REPORT_URL }),
    ...(read.PLANLOTSE_HEALTH_PORT === undefined
      ? {}
      : { health: { host: read.PLANLOTSE_HEALTH_HOST, port: read.PLANLOTSE_HEALTH_PORT } }),
    ...(slack === undefined ? {} : { slack }),
    ...(discord === undefined ? {} : { discord }),
    ...(misses === undefined ? {} : { misses }),
  };
}

/**
 * Reads only how the data folder is watched, for what needs no platform.
 *
 * @throws SettingsError with every fault at once.
 */
export function readWatchSettings(env: Environment): WatchSettings {
  const read = readEnvironment(watchEnvironment, givenIn(env));
  return { mode: read.PLANLOTSE_WATCH, interval: read.PLANLOTSE_WATCH_INTERVAL };
}

/** Variables without which others mean nothing. */
function missing(given: Readonly<Record<string, string>>): string[] {
  const { SLACK_BOT_TOKEN: bot, SLACK_APP_TOKEN: app, SLACK_SIGNING_SECRET: secret, SLACK_MODE: mode } = given;
  if (bot === undefined) {
    return app === undefined && secret === undefined
      ? []
      : ['SLACK_BOT_TOKEN is missing; the other variables of Slack are of no use without it.'];
  }
  if (mode === 'http') {
    return secret === undefined ? ['SLACK_SIGNING_SECRET is missing; SLACK_MODE=http needs it.'] : [];
  }
  return app === undefined ? ['SLACK_APP_TOKEN is missing; Socket Mode needs it. Or set SLACK_MODE=http.'] : [];
}

function slackOf(read: ServeEnvironment): SlackSettings | undefined {
  const { SLACK_BOT_TOKEN: botToken, SLACK_APP_TOKEN: appToken, SLACK_SIGNING_SECRET: signingSecret } = read;
  if (botToken === undefined) return undefined;
  const shared = { botToken, ...(read.SLACK_API_URL === undefined ? {} : { apiUrl: read.SLACK_API_URL }) };
  switch (read.SLACK_MODE) {
    case 'socket':
      return appToken === undefined ? undefined : { ...shared, mode: 'socket', appToken };
    case 'http':
      return signingSecret === undefined
        ? undefined
        : { ...shared, mode: 'http', signingSecret, port: read.SLACK_PORT };
  }
}

function discordOf(read: ServeEnvironment): DiscordSettings | undefined {
  if (read.DISCORD_TOKEN === undefined) return undefined;
  return {
    token: read.DISCORD_TOKEN,
    publicGuilds: read.DISCORD_PUBLIC_GUILDS,
    ...(read.DISCORD_APPLICATION_ID === undefined ? {} : { applicationId: read.DISCORD_APPLICATION_ID }),
    ...(read.DISCORD_API_URL === undefined ? {} : { apiUrl: read.DISCORD_API_URL }),
  };
}
