import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, expect, it, onTestFinished } from 'vitest';
import { type DiscordServer, startDiscordServer, TOKEN } from './discord/discord-server.js';
import { createUser, textOf as discordText } from './discord/discord-user.js';
import { createPerson, textOf as slackText } from './slack/stand-in/person.js';
import { createRecorder } from './slack/stand-in/recorder.js';
import { type LogLine, screenOf } from './slack/stand-in/running-bot.js';
import { APP_TOKEN, BOT_TOKEN, type StandIn, startStandIn } from './slack/stand-in/stand-in.js';

const PROGRAM = new URL('../../dist/main.js', import.meta.url).pathname;

let slack: StandIn;
let discord: DiscordServer;

beforeEach(async () => {
  [slack, discord] = await Promise.all([startStandIn(), startDiscordServer()]);
});

afterEach(() => Promise.all([slack.close(), discord.stop()]));

/** Starts the built program with the variables of both platforms. */
function serveBoth(more: Readonly<Record<string, string>> = {}) {
  const program = spawn(process.execPath, [PROGRAM, 'serve', '--today', '2026-01-15'], {
    env: {
      PATH: process.env.PATH,
      SLACK_BOT_TOKEN: BOT_TOKEN,
      SLACK_APP_TOKEN: APP_TOKEN,
      SLACK_API_URL: slack.apiUrl,
      DISCORD_TOKEN: TOKEN,
      DISCORD_API_URL: discord.apiUrl,
      ...more,
    },
  });
  onTestFinished(() => void program.kill('SIGKILL'));
  const log = createRecorder<LogLine>();
  createInterface(program.stdout).on('line', (line) => log.add(JSON.parse(line) as LogLine));
  const logged = (msg: string, adapter: string): Promise<LogLine> =>
    log.next((line) => line.msg === msg && line.adapter === adapter);
  return { program, logged, closed: once(program, 'close') };
}

async function askSlack(question: string): Promise<string> {
  await createPerson(slack, slack.socket).command(question);
  return slackText(screenOf(await slack.calls.next(({ method }) => method === 'respond')).blocks);
}

async function askDiscord(question: string): Promise<string> {
  return discordText((await createUser(discord).command('frage', { text: question })).message);
}

it('serves both at once, and one that ends leaves the other answering', async () => {
  const { program, logged, closed } = serveBoth();
  await Promise.all([logged('ready', 'slack'), logged('ready', 'discord')]);
  expect(await askSlack('Was ist InteA?')).toContain('InteA');
  expect(await askDiscord('Was ist InteA?')).toContain('InteA');
  slack.fail('chat.postMessage', { body: { ok: false, error: 'token_revoked' } });
  await createPerson(slack, slack.socket).mention(slack.channels.team, 'Was ist InteA?');
  await logged('failed, stopping this adapter', 'slack');
  expect(await askDiscord('Seit wann gibt es ADiBe?')).toContain('2016');
  program.kill('SIGTERM');
  expect(await closed).toEqual([0, null]);
});

it('answers in Slack where Discord refuses the token', async () => {
  const { program, logged, closed } = serveBoth({ DISCORD_TOKEN: `${TOKEN}x` });
  await Promise.all([logged('ready', 'slack'), logged('could not start', 'discord')]);
  expect(await askSlack('Was ist InteA?')).toContain('InteA');
  program.kill('SIGTERM');
  expect(await closed).toEqual([0, null]);
});
