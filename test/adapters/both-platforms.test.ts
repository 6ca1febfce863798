import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, expect, it, onTestFinished, vi } from 'vitest';
import { freePort } from '../free-port.js';
import { type DiscordServer, startDiscordServer, TOKEN } from './discord/discord-server.js';
import { createUser, textOf as discordText } from './discord/discord-user.js';
import { createPerson, textOf as slackText } from './slack/stand-in/person.js';
import { createRecorder } from './slack/stand-in/recorder.js';
import { type LogLine, screenOf } from './slack/stand-in/running-bot.js';
import { APP_TOKEN, BOT_TOKEN, type StandIn, startStandIn } from './slack/stand-in/stand-in.js';

const PROGRAM = new URL('../../dist/main.js', import.meta.url).pathname;

/** Clients pause before they connect again. */
const UNHURRIED = { timeout: 40_000, interval: 100 };

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

/** The status of /readyz and what it says. */
async function readiness(port: number): Promise<object> {
  const response = await fetch(`http://127.0.0.1:${port}/readyz`);
  return { status: response.status, ...((await response.json()) as object) };
}

it('answers on one platform while the other is down, and shows which', { timeout: 60_000 }, async () => {
  const port = await freePort();
  const { logged } = serveBoth({ PLANLOTSE_HEALTH_PORT: String(port) });
  await Promise.all([logged('ready', 'slack'), logged('ready', 'discord')]);
  await vi.waitUntil(async () => (await fetch(`http://127.0.0.1:${port}/readyz`)).status === 200, UNHURRIED);
  slack.fail('apps.connections.open', ...Array.from({ length: 100 }, () => ({ breaks: 'before' }) as const));
  slack.socket.cut();
  expect(await logged('could not connect again', 'slack')).toMatchObject({ attempt: 1, pause: expect.any(Number) });
  expect(await readiness(port)).toMatchObject({
    status: 503,
    adapters: { slack: 'disconnected', discord: 'connected' },
  });
  expect(await askDiscord('Was ist InteA?')).toContain('InteA');
  slack.fail('apps.connections.open');
  await logged('connected again', 'slack');
  discord.gateway.down(true);
  await logged('connecting again', 'discord');
  expect(await readiness(port)).toMatchObject({
    status: 503,
    adapters: { slack: 'connected', discord: 'disconnected' },
  });
  expect(await askSlack('Was ist InteA?')).toContain('InteA');
  discord.gateway.down(false);
  await vi.waitUntil(async () => (await fetch(`http://127.0.0.1:${port}/readyz`)).status === 200, UNHURRIED);
  const metrics = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
  for (const line of [
    'planlotse_reconnects_total{adapter="slack"} 1',
    'planlotse_reconnects_total{adapter="discord"} 1',
    'planlotse_answers_total{adapter="discord",kind="record"} 1',
    'planlotse_answers_total{adapter="slack",kind="record"} 1',
    'planlotse_adapter_connected{adapter="slack"} 1',
    'planlotse_questions_in_flight{adapter="slack"} 0',
    'planlotse_data_reads_total{outcome="loaded"} 1',
  ]) {
    expect(metrics.split('\n')).toContain(line);
  }
});

it('finishes what is in flight on both when told to stop, and closes every socket', async () => {
  const port = await freePort();
  const { program, logged, closed } = serveBoth({ PLANLOTSE_HEALTH_PORT: String(port) });
  await Promise.all([logged('ready', 'slack'), logged('ready', 'discord')]);
  const { held, release } = discord.hold(/^POST \/interactions\/.*\/callback$/);
  const asked = askDiscord('Was ist InteA?');
  slack.fail('chat.postMessage', { status: 429, headers: { 'retry-after': '1' }, body: { ok: false } });
  await createPerson(slack, slack.socket).mention(slack.channels.team, 'Was ist InteA?');
  await Promise.all([held, slack.calls.next(({ method }) => method === 'chat.postMessage')]);
  program.kill('SIGTERM');
  await vi.waitFor(async () => expect(await readiness(port)).toMatchObject({ status: 503, stopping: true }), UNHURRIED);
  release();
  expect(await asked).toContain('InteA');
  await slack.calls.next(({ method, result }) => method === 'chat.postMessage' && result.ok === true);
  expect(await closed).toEqual([0, null]);
  expect(discord.gateway.connected()).toBe(0);
});
