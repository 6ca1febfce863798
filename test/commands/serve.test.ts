import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { fewFiles } from '../data-files.js';
import { freePort } from '../free-port.js';
import { copyOfData, runProgram } from './run-program.js';

const PROGRAM = new URL('./serve-with-fakes.js', import.meta.url).pathname;

/** Few records, so that the program is up at once. */
let data = '';

beforeAll(async () => {
  data = await mkdtemp(join(tmpdir(), 'planlotse-'));
  for (const [path, content] of fewFiles) {
    await mkdir(dirname(join(data, path)), { recursive: true });
    await writeFile(join(data, path), content);
  }
});

afterAll(() => rm(data, { recursive: true }));

const SLACK = { SLACK_BOT_TOKEN: 'xoxb-1-secret', SLACK_APP_TOKEN: 'xapp-1-secret' };
const DISCORD = { DISCORD_TOKEN: 'MTIzNDU2Nzg5MDEyMzQ1Njc4.Secret.abcdefghijklmnopqrstuvwxyz0' };

interface Serving {
  readonly program: ChildProcessWithoutNullStreams;
  /** Waits for a line of the log. */
  readonly logged: (message: string, adapter?: string) => Promise<Readonly<Record<string, unknown>>>;
  /** Waits for the end: the exit code, and everything that was logged. */
  readonly end: () => Promise<{ readonly code: unknown; readonly log: string; readonly stderr: string }>;
}

function serve(env: Readonly<Record<string, string>>): Serving {
  const program = spawn(process.execPath, [PROGRAM], { env: { PATH: process.env.PATH, PLANLOTSE_DATA: data, ...env } });
  onTestFinished(() => void program.kill('SIGKILL'));
  const closed = once(program, 'close');
  const stderr = text(program.stderr);
  const lines: string[] = [];
  const waiting = new Set<() => void>();
  createInterface(program.stdout).on('line', (line) => {
    lines.push(line);
    for (const look of waiting) look();
  });
  void closed.then(() => {
    for (const look of waiting) look();
  });
  return {
    program,
    logged: (message, adapter) =>
      new Promise((resolve, reject) => {
        const look = (): void => {
          const found = lines
            .map((line): Record<string, unknown> => JSON.parse(line))
            .find(({ msg, adapter: name }) => msg === message && (adapter === undefined || name === adapter));
          if (found !== undefined) resolve(found);
          else if (program.exitCode !== null) reject(new Error(`ended without "${message}":\n${lines.join('\n')}`));
        };
        waiting.add(look);
        look();
      }),
    end: async () => {
      const [code]: unknown[] = await closed;
      return { code, log: lines.join('\n'), stderr: await stderr };
    },
  };
}

test('serves every platform with a token, says when each is ready, and stops with 0', async () => {
  const { program, logged, end } = serve({ ...SLACK, ...DISCORD, FAKE_SLACK: 'works', FAKE_DISCORD: 'works' });
  expect(await logged('data loaded')).toMatchObject({ level: 'info', records: expect.any(Number) });
  expect(await logged('ready', 'slack')).toMatchObject({ ms: expect.any(Number) });
  await logged('ready', 'discord');
  expect(await logged('answered')).toMatchObject({ kind: expect.any(String) });
  program.kill('SIGTERM');
  await logged('stopped', 'slack');
  await logged('stopped', 'discord');
  expect(await end()).toMatchObject({ code: 0, stderr: '' });
});

test('goes on with one platform where the other refuses, and keeps the token out of the log', async () => {
  const { program, logged, end } = serve({ ...SLACK, ...DISCORD, FAKE_SLACK: 'works', FAKE_DISCORD: 'refuses' });
  expect(await logged('could not start', 'discord')).toMatchObject({
    err: { code: 'TOKEN_INVALID', message: 'The token [redacted] is refused. Make a new one.' },
  });
  await logged('ready', 'slack');
  program.kill('SIGINT');
  const { code, log } = await end();
  expect(code).toBe(0);
  expect(log.toLowerCase()).not.toContain('secret');
});

test('ends with 69 where no platform is left, at the start or later', async () => {
  const refused = serve({ ...DISCORD, FAKE_DISCORD: 'refuses' });
  await refused.logged('no adapter is left');
  expect(await refused.end()).toMatchObject({ code: 69 });
  const revoked = serve({ ...SLACK, FAKE_SLACK: 'is revoked' });
  expect(await revoked.logged('failed, stopping this adapter')).toMatchObject({ err: { code: 'TOKEN_REVOKED' } });
  expect(await revoked.end()).toMatchObject({ code: 69 });
});

test('tries again while a platform cannot be reached, and stops meanwhile when told to', async () => {
  const late = serve({ ...SLACK, FAKE_SLACK: 'comes late' });
  expect(await late.logged('unreachable, trying again')).toMatchObject({
    adapter: 'slack',
    host: 'slack.example',
    attempt: 1,
    pause: expect.any(Number),
  });
  await late.logged('ready', 'slack');
  late.program.kill('SIGTERM');
  expect(await late.end()).toMatchObject({ code: 0 });
  const never = serve({ ...SLACK, FAKE_SLACK: 'never comes' });
  await never.logged('unreachable, trying again');
  never.program.kill('SIGTERM');
  expect(await never.end()).toMatchObject({ code: 0 });
});

test('ends after the grace period with 70, and at a second signal at once with 130', async () => {
  const slow = serve({ ...SLACK, FAKE_SLACK: 'never stops', GRACE: '20' });
  await slow.logged('ready');
  slow.program.kill('SIGTERM');
  await slow.logged('adapters did not stop in time');
  expect(await slow.end()).toMatchObject({ code: 70 });
  const stuck = serve({ ...SLACK, FAKE_SLACK: 'never stops' });
  await stuck.logged('ready');
  stuck.program.kill('SIGTERM');
  await stuck.logged('stopping');
  stuck.program.kill('SIGINT');
  await stuck.logged('second signal, ending at once');
  expect(await stuck.end()).toMatchObject({ code: 130 });
});

test.each(['crashes', 'rejects'])('logs what %s without its message, and ends with 1', async (behaviour) => {
  const { logged, end } = serve({ ...DISCORD, FAKE_DISCORD: behaviour });
  expect(await logged('crashed')).toMatchObject({ level: 'fatal', err: { name: 'Error' } });
  const { code, log, stderr } = await end();
  expect(code).toBe(1);
  expect(log + stderr).not.toContain('question of a user');
});

test('ends with 78 where the data, its folder or a variable has to be mended, and says what', async () => {
  const folder = await copyOfData();
  await writeFile(join(folder, 'plan.yaml'), '');
  const broken = serve({ ...SLACK, FAKE_SLACK: 'works', PLANLOTSE_DATA: folder });
  expect(await broken.end()).toMatchObject({ code: 78, stderr: expect.stringContaining('plan.yaml') });
  const nowhere = serve({ ...SLACK, FAKE_SLACK: 'works', PLANLOTSE_DATA: join(folder, 'gone') });
  expect(await nowhere.end()).toMatchObject({ code: 78, stderr: expect.stringContaining('DATA_FOLDER_UNREADABLE') });
  const none = await runProgram(['serve']);
  expect(none.code).toBe(78);
  for (const name of ['SLACK_BOT_TOKEN', 'SLACK_APP_TOKEN', 'DISCORD_TOKEN']) expect(none.stderr).toContain(name);
});

test('takes the grace time from the environment', async () => {
  const slow = serve({ ...SLACK, FAKE_SLACK: 'never stops', PLANLOTSE_GRACE: '1' });
  await slow.logged('ready');
  slow.program.kill('SIGTERM');
  expect(await slow.logged('adapters did not stop in time')).toMatchObject({ graceMs: 1000 });
  expect(await slow.end()).toMatchObject({ code: 70 });
});

test('ends with 78 where the health port is taken, and names the variable', async () => {
  const port = await freePort();
  const other = createServer().listen(port, '127.0.0.1');
  onTestFinished(() => void other.close());
  await once(other, 'listening');
  const { end } = serve({ ...SLACK, FAKE_SLACK: 'works', PLANLOTSE_HEALTH_PORT: String(port) });
  expect(await end()).toMatchObject({
    code: 78,
    log: '',
    stderr: expect.stringMatching(/^HEALTH_PORT_UNUSABLE: .*PLANLOTSE_HEALTH_PORT/),
  });
});
