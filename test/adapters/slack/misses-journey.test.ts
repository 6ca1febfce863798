import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest';
import { temporaryFolder } from '../../commands/run-program.js';
import { fixtureFiles } from '../fixture-catalog.js';
import { createPerson, type Person, textOf } from './stand-in/person.js';
import { createRecorder } from './stand-in/recorder.js';
import { type LogLine, screenOf } from './stand-in/running-bot.js';
import { APP_TOKEN, BOT_TOKEN, type StandIn, startStandIn } from './stand-in/stand-in.js';

const PROGRAM = new URL('../../../dist/main.js', import.meta.url).pathname;
let slack: StandIn;
let data = '';
let anna: Person;

beforeAll(async () => {
  slack = await startStandIn();
  data = await mkdtemp(join(tmpdir(), 'planlotse-'));
  for (const [path, content] of fixtureFiles) {
    await mkdir(dirname(join(data, path)), { recursive: true });
    await writeFile(join(data, path), content);
  }
  anna = createPerson(slack, slack.socket);
});

afterAll(async () => {
  await slack.close();
  await rm(data, { recursive: true });
});

interface Serving {
  readonly lines: () => string;
  readonly stop: () => Promise<void>;
}

/** The built program, connected, on a day. */
async function serve(cwd: string, day: string, env: Readonly<Record<string, string>>): Promise<Serving> {
  const tokens = { SLACK_BOT_TOKEN: BOT_TOKEN, SLACK_APP_TOKEN: APP_TOKEN, SLACK_API_URL: slack.apiUrl };
  const program = spawn(process.execPath, [PROGRAM, 'serve', '--today', day], {
    cwd,
    env: { PATH: process.env.PATH, PLANLOTSE_DATA: data, ...tokens, ...env },
  });
  onTestFinished(() => void program.kill('SIGKILL'));
  const log = createRecorder<LogLine>();
  createInterface(program.stdout).on('line', (line) => log.add(JSON.parse(line) as LogLine));
  const closed = once(program, 'close');
  await log.next(({ msg }) => msg === 'ready');
  return {
    lines: () => JSON.stringify(log.all),
    stop: async () => {
      program.kill('SIGTERM');
      expect(await closed).toEqual([0, null]);
    },
  };
}

/** What the asker reads. */
async function answerTo(ask: () => Promise<unknown>): Promise<string> {
  const from = slack.calls.all.length;
  const [call] = await Promise.all([slack.calls.next(({ method }) => method === 'respond', from), ask()]);
  return textOf(screenOf(call).blocks);
}

const ask = (question: string) => answerTo(() => anna.command(question));

async function everythingIn(folder: string): Promise<string> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const texts = entries
    .filter((entry) => entry.isFile())
    .map(async ({ parentPath, name }) => `${name}\n${await readFile(join(parentPath, name), 'utf8')}`);
  return (await Promise.all(texts)).join('\n');
}

it('counts what is asked for and not found, over a restart, and nothing about who asked', {
  timeout: 120_000,
}, async () => {
  const cwd = await temporaryFolder();
  const env = { PLANLOTSE_MISSES: 'counts', PLANLOTSE_MISSES_DAYS: '30', PLANLOTSE_MISSES_THRESHOLD: '4' };
  const first = await serve(cwd, '2026-01-05', env);
  for (const question of [
    'Gibt es Quantenphysik?',
    'Gibt es Quantenphysik für Erna Musterfrau?',
    'Wo gibt es Quantenphysik?',
  ]) {
    expect(await ask(question)).toContain('nicht vor: „Quantenphysik“');
  }
  expect(await ask('Was speicherst du?')).toContain('Nach 30 Tagen wird alles gelöscht');
  // Somebody's message that is looked up was not asked of the bot.
  await answerTo(() => anna.lookUp('Quantenphysik'));
  await first.stop();
  expect(await everythingIn(join(cwd, 'counts'))).not.toMatch(/quantenphysik/i);

  const second = await serve(cwd, '2026-01-06', env);
  await ask('Gibt es Quantenphysik?');
  const run = promisify(execFile);
  const misses = (...argv: readonly string[]) =>
    run(process.execPath, [PROGRAM, 'misses', '--today', '2026-01-06', ...argv], {
      cwd,
      env: { PATH: process.env.PATH, PLANLOTSE_DATA: data, ...env },
    });
  // A second after the first question of this process; the one before it may still be in memory.
  await expect
    .poll(async () => (await misses()).stdout, { timeout: 60_000, interval: 500 })
    .toContain('quantenphysik (de): 4 Fragen');
  const { stdout } = await misses();
  expect(stdout).not.toMatch(/erna|musterfrau/i);
  const kept = await everythingIn(join(cwd, 'counts'));
  expect(kept).toContain('quantenphysik');
  for (const hidden of ['erna', 'musterfrau', 'gibt es', 'für', slack.people.anna, 'anna', slack.channels.team]) {
    expect(kept.toLowerCase()).not.toContain(hidden.toLowerCase());
  }
  for (const lines of [first.lines(), second.lines()]) expect(lines).not.toMatch(/quantenphysik|musterfrau/i);

  await misses('--clear');
  expect(await readdir(join(cwd, 'counts'))).toEqual([]);
  await ask('Gibt es Quantenphysik?');
  await second.stop();
  expect(JSON.parse((await misses('--json')).stdout)).toMatchObject({ words: [], rare: 1, questions: 1 });
});

it('keeps no file where it is not switched on, and says so', async () => {
  const cwd = await temporaryFolder();
  const { stop } = await serve(cwd, '2026-01-05', {});
  await ask('Gibt es Quantenphysik?');
  const told = await ask('Was speicherst du?');
  expect(told).toContain('Gespeichert oder protokolliert werden weder Frage noch Name');
  expect(told).not.toContain('Zählung');
  await stop();
  expect(await readdir(cwd)).toEqual([]);
});
