import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { afterEach, expect, it, onTestFinished } from 'vitest';
import { freePort } from '../../free-port.js';
import { createPerson, textOf } from './stand-in/person.js';
import { createRecorder } from './stand-in/recorder.js';
import { type LogLine, screenOf } from './stand-in/running-bot.js';
import { APP_TOKEN, BOT_TOKEN, SIGNING_SECRET, type StandIn, startStandIn } from './stand-in/stand-in.js';
import { createHttpSide } from './stand-in/transport.js';

const PROGRAM = new URL('../../../dist/main.js', import.meta.url).pathname;
let slack: StandIn | undefined;

afterEach(() => slack?.close());

/** Starts the built program as an operator does. */
function serve(env: Readonly<Record<string, string>>) {
  const program = spawn(process.execPath, [PROGRAM, 'serve'], { env: { PATH: process.env.PATH, ...env } });
  onTestFinished(() => void program.kill('SIGKILL'));
  const log = createRecorder<LogLine>();
  createInterface(program.stdout).on('line', (line) => log.add(JSON.parse(line) as LogLine));
  const stderr = text(program.stderr);
  const closed = once(program, 'close');
  const logged = (msg: string): Promise<LogLine> => log.next((line) => line.msg === msg);
  return { program, log, logged, end: async () => ({ code: (await closed)[0] as unknown, stderr: await stderr }) };
}

it('serves Slack over Socket Mode until SIGTERM, with nothing but environment variables', async () => {
  slack = await startStandIn();
  const { program, log, logged, end } = serve({
    SLACK_BOT_TOKEN: BOT_TOKEN,
    SLACK_APP_TOKEN: APP_TOKEN,
    SLACK_API_URL: slack.apiUrl,
    PLANLOTSE_COMMAND: 'frag',
  });
  expect(await logged('ready')).toMatchObject({ adapter: 'slack', level: 'info' });
  const anna = createPerson(slack, slack.socket, { command: 'frag' });
  await anna.command('Wer hilft bei Rassismus?');
  const answer = await slack.calls.next(({ method }) => method === 'respond');
  expect(textOf(screenOf(answer).blocks)).toContain('Herkunft');
  await anna.mention(slack.channels.team, 'Wie viele Maßnahmen richten sich an Frauen?');
  await slack.calls.next(({ method }) => method === 'chat.postMessage');
  await log.next(({ way }) => way === 'mention');
  program.kill('SIGTERM');
  expect(await end()).toEqual({ code: 0, stderr: '' });
  const lines = JSON.stringify(log.all);
  expect(lines).toContain('"msg":"answered"');
  for (const hidden of [BOT_TOKEN, APP_TOKEN, 'Wer hilft', slack.people.anna]) expect(lines).not.toContain(hidden);
});

it('serves Slack over signed HTTP', async () => {
  slack = await startStandIn();
  const port = await freePort();
  const { program, logged, end } = serve({
    SLACK_BOT_TOKEN: BOT_TOKEN,
    SLACK_MODE: 'http',
    SLACK_SIGNING_SECRET: SIGNING_SECRET,
    SLACK_PORT: String(port),
    SLACK_API_URL: slack.apiUrl,
  });
  await logged('ready');
  const http = createHttpSide(() => `http://127.0.0.1:${port}/slack/events`, SIGNING_SECRET);
  await createPerson(slack, http).command('Was ist InteA?');
  await slack.calls.next(({ method }) => method === 'respond');
  program.kill('SIGTERM');
  expect(await end()).toEqual({ code: 0, stderr: '' });
});

it('ends with 69 and what to do where Slack refuses the token', async () => {
  slack = await startStandIn();
  slack.fail('auth.test', { body: { ok: false, error: 'invalid_auth' } });
  const env = { SLACK_BOT_TOKEN: BOT_TOKEN, SLACK_APP_TOKEN: APP_TOKEN, SLACK_API_URL: slack.apiUrl };
  const { logged, end } = serve(env);
  expect(await logged('could not start')).toMatchObject({
    err: { code: 'SLACK_TOKEN_REFUSED', message: expect.stringContaining('SLACK_BOT_TOKEN') },
  });
  expect(await end()).toMatchObject({ code: 69 });
});
