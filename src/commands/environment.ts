import { z } from 'zod';
import { missesVariables } from './misses-settings.js';
import { reportUrl } from './report-url.js';

const API_URL = 'must be an address that begins with https:// or http://';
const SNOWFLAKE = /^\d{17,20}$/;
const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;

const SLACK_PAGE = 'the app’s page on https://api.slack.com/apps';
const DISCORD_PAGE = 'the application’s page on https://discord.com/developers/applications';

const apiUrl = z.url({ protocol: /^https?$/, error: API_URL });

/** A token whose beginning tells what it is; one in the wrong place is told where it belongs. */
function slackToken(prefix: string, place: string, others: Readonly<Record<string, string>>) {
  return z.string().check((context) => {
    if (context.value.startsWith(prefix) && /^[\w-]+$/.test(context.value)) return;
    const [, hint] = Object.entries(others).find(([other]) => context.value.startsWith(other)) ?? [];
    context.issues.push({
      code: 'custom',
      input: context.value,
      message: `${hint ?? `must begin with ${prefix}`}. Take it from "${place}" on ${SLACK_PAGE}.`,
    });
  });
}

const slackBotToken = slackToken('xoxb-', 'OAuth & Permissions', {
  'xapp-': 'holds an app-level token (xapp-…), which belongs into SLACK_APP_TOKEN; here goes the bot token (xoxb-…)',
  'xoxp-': 'holds a user token (xoxp-…); here goes the bot token (xoxb-…)',
});

const slackAppToken = slackToken('xapp-', 'Basic Information, App-Level Tokens', {
  'xoxb-': 'holds a bot token (xoxb-…), which belongs into SLACK_BOT_TOKEN; here goes the app-level token (xapp-…)',
  'xoxp-': 'holds a user token (xoxp-…); here goes the app-level token (xapp-…)',
});

const discordToken = z.string().check(({ value, issues }) => {
  const fail = (message: string): void => {
    issues.push({ code: 'custom', input: value, message: `${message}. Take it from "Bot" on ${DISCORD_PAGE}.` });
  };
  if (/^xox|^xapp/.test(value)) fail('holds a token of Slack');
  else if (SNOWFLAKE.test(value)) fail('holds an id (only digits), not the token of the bot');
  else if (/^Bot\s/i.test(value)) fail('must be the token alone, without "Bot" before it');
  else if (!/^[\w-]+\.[\w-]+\.[\w-]+$/.test(value)) fail('must have three parts with dots between them');
});

const guilds = z
  .string()
  .transform((list) => list.split(/[\s,]+/).filter((id) => id !== ''))
  .pipe(z.array(z.string().regex(SNOWFLAKE, 'must be ids of servers (17 to 20 digits each) with commas between them')));

const port = z.coerce
  .number('must be a port from 1 to 65535')
  .int('must be a port from 1 to 65535')
  .min(1, 'must be a port from 1 to 65535')
  .max(65_535, 'must be a port from 1 to 65535');

/** A whole number between two others; the message says so. */
function wholeNumber(least: number, most: number, what = 'number') {
  const message = `must be a whole ${what} from ${least} to ${most}`;
  return z.coerce.number(message).int(message).min(least, message).max(most, message);
}

/** How the data folder is watched. */
export const watchEnvironment = z.object({
  PLANLOTSE_WATCH: z.enum(['events', 'poll', 'off'], 'must be events, poll or off').default('events'),
  PLANLOTSE_WATCH_INTERVAL: wholeNumber(100, 3_600_000, 'number of milliseconds').default(1000),
});

/** Every variable that `serve` reads. */
export const serveEnvironment = z.object({
  ...watchEnvironment.shape,
  LOG_LEVEL: z.enum(LOG_LEVELS, `must be one of: ${LOG_LEVELS.join(', ')}`).default('info'),
  PLANLOTSE_COMMAND: z
    .string()
    .regex(/^[a-z0-9_-]{1,32}$/, 'must be 1 to 32 small letters, digits, _ or -, without a slash')
    .default('plan'),
  PLANLOTSE_REPORT_URL: reportUrl.optional(),
  ...missesVariables,
  PLANLOTSE_HEALTH_PORT: port.optional(),
  PLANLOTSE_HEALTH_HOST: z
    .string()
    .regex(/^[\w.:-]{1,253}$/, 'must be an address or name of this machine, such as 127.0.0.1 or 0.0.0.0')
    .default('127.0.0.1'),
  PLANLOTSE_LIMIT_USER: wholeNumber(0, 100_000).default(20),
  PLANLOTSE_LIMIT_SERVER: wholeNumber(0, 1_000_000).default(120),
  PLANLOTSE_GRACE: wholeNumber(1, 600).default(10),
  SLACK_BOT_TOKEN: slackBotToken.optional(),
  SLACK_APP_TOKEN: slackAppToken.optional(),
  SLACK_SIGNING_SECRET: z
    .string()
    .regex(
      /^[0-9a-f]{32}$/,
      `must be 32 hexadecimal digits. Take it from "Basic Information, App Credentials" on ${SLACK_PAGE}.`,
    )
    .optional(),
  SLACK_MODE: z.enum(['socket', 'http'], 'must be socket or http').default('socket'),
  SLACK_PORT: port.default(3000),
  SLACK_API_URL: apiUrl.optional(),
  DISCORD_TOKEN: discordToken.optional(),
  DISCORD_APPLICATION_ID: z.string().regex(SNOWFLAKE, 'must be an id of 17 to 20 digits').optional(),
  DISCORD_PUBLIC_GUILDS: guilds.default([]),
  DISCORD_API_URL: apiUrl.optional(),
});

/** The variables as they were understood. */
export type ServeEnvironment = z.infer<typeof serveEnvironment>;
