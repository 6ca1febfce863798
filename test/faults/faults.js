// @ts-check
import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, existsSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { endAll, expect, freePort, ROOT, serve, until } from './program.js';

/** @typedef {import('../../bench/slack-stand-in.js').SlackStandIn} Slack */
/** @typedef {{ readonly name: string, readonly missing?: () => string | undefined, readonly run: (slack: Slack) => Promise<string> }} Fault */

const QUESTION = 'Was ist InteA?';

/**
 * Faults of the operating system and of the process, each with the running program. `missing` says what this machine
 * lacks for it; `run` returns what was seen, or throws.
 *
 * @type {readonly Fault[]}
 */
export const FAULTS = [
  {
    name: 'full disk under the log',
    missing: () => (existsSync('/dev/full') ? undefined : '/dev/full'),
    run: async (slack) => {
      const full = openSync('/dev/full', 'w');
      const program = await serve(slack.url, { stdout: full });
      await program.ready();
      expect((await slack.command('U1', QUESTION)).includes('InteA'), 'an answer');
      const { body } = await program.look('/metrics');
      const lost = Number(/^planlotse_log_lines_lost_total (\d+)$/m.exec(body)?.[1]);
      expect(lost > 0, 'lost lines to be counted');
      expect(program.stderr().split('LOG_LOST').length === 2, 'one complaint on standard error');
      program.kill('SIGTERM');
      expect((await program.end()).code === 0, 'exit code 0');
      closeSync(full);
      return `answers, ${lost} lines lost, LOG_LOST once on standard error`;
    },
  },
  {
    name: 'disk that fills up and is freed again',
    missing: () => (canMount() ? undefined : 'the right to mount a file system in memory'),
    run: async (slack) => {
      const folder = mkdtempSync(join(tmpdir(), 'planlotse-full-'));
      execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', folder]);
      const log = openSync(join(folder, 'log'), 'a');
      try {
        const program = await serve(slack.url, { stdout: log });
        await program.ready();
        const room = join(folder, 'room');
        execFileSync('sh', ['-c', `cat /dev/zero > ${room} || true`], { stdio: 'ignore' });
        // The rest of the log's own page.
        for (let asked = 0; asked < 60 && !program.stderr().includes('LOG_LOST'); asked++) {
          await slack.command(`U${asked}`, QUESTION);
        }
        expect(program.stderr().includes('LOG_LOST'), 'a complaint');
        rmSync(room);
        await slack.command('U2', QUESTION);
        program.kill('SIGTERM');
        expect((await program.end()).code === 0, 'exit code 0');
        expect(readFileSync(join(folder, 'log'), 'utf8').includes('"stopping"'), 'lines after the disk was freed');
      } finally {
        endAll();
        closeSync(log);
        execFileSync('umount', ['-l', folder]);
        rmSync(folder, { recursive: true });
      }
      return 'answers meanwhile, the log goes on once there is room';
    },
  },
  {
    name: 'health port taken',
    run: async (slack) => {
      const { port, close } = await taken();
      const program = await serve(slack.url, { env: { PLANLOTSE_HEALTH_PORT: String(port) } });
      const { code } = await program.end();
      close();
      expect(code === 78, `exit code 78, not ${code}`);
      expect(program.stderr().includes('PLANLOTSE_HEALTH_PORT'), 'the variable to be named');
      return 'exit code 78, the variable is named';
    },
  },
  {
    name: 'port for Slack over HTTP taken',
    run: async (slack) => {
      const { port, close } = await taken();
      const program = await serve(slack.url, {
        env: { SLACK_MODE: 'http', SLACK_SIGNING_SECRET: '0'.repeat(32), SLACK_PORT: String(port) },
      });
      const { code } = await program.end();
      close();
      expect(code === 69, `exit code 69, not ${code}`);
      expect(program.log().includes('SLACK_PORT_TAKEN'), 'SLACK_PORT_TAKEN in the log');
      return 'exit code 69, SLACK_PORT_TAKEN in the log';
    },
  },
  {
    name: 'data folder that may not be read',
    missing: () => (process.getuid?.() === 0 ? 'a user other than root, whom nothing is refused' : undefined),
    run: async (slack) => {
      const folder = mkdtempSync(join(tmpdir(), 'planlotse-data-'));
      execFileSync('chmod', ['000', folder]);
      const program = await serve(slack.url, { env: { PLANLOTSE_DATA: folder } });
      const { code } = await program.end();
      rmSync(folder, { recursive: true });
      expect(code === 78, `exit code 78, not ${code}`);
      expect(program.stderr().includes('DATA_FOLDER_UNREADABLE'), 'DATA_FOLDER_UNREADABLE');
      return 'exit code 78, DATA_FOLDER_UNREADABLE';
    },
  },
  {
    name: 'too little memory',
    run: async (slack) => {
      const program = await serve(slack.url, { node: ['--max-old-space-size=16'] });
      const { code, signal } = await program.end();
      expect(signal === 'SIGABRT' || code === 134, `an abort, not ${code ?? signal}`);
      expect(program.stderr().includes('heap out of memory'), 'the reason on standard error');
      return 'ends by SIGABRT (134 in a container), the reason on standard error';
    },
  },
  {
    name: 'as much memory as is recommended',
    run: async (slack) => {
      const program = await serve(slack.url, {
        node: ['--max-old-space-size=192'],
        env: { PLANLOTSE_LIMIT_USER: '0', PLANLOTSE_LIMIT_SERVER: '0' },
      });
      await program.ready();
      for (let asked = 0; asked < 200; asked++) await slack.command('U1', `${QUESTION} ${'x'.repeat(1000)}`);
      const { body } = await program.look('/metrics');
      const resident = Math.round(Number(/^process_resident_memory_bytes (.+)$/m.exec(body)?.[1]) / 1e6);
      program.kill('SIGTERM');
      expect((await program.end()).code === 0, 'exit code 0');
      return `200 answers with a heap of 192 MB, ${resident} MB resident`;
    },
  },
  {
    name: 'SIGTERM in the middle of a question',
    run: async (slack) => {
      const program = await serve(slack.url);
      await program.ready();
      slack.slow(1500);
      const asked = slack.command('U1', QUESTION);
      const before = slack.responses();
      await until(() => slack.responses() > before, 'the answer on its way');
      program.kill('SIGTERM');
      expect((await asked).includes('InteA'), 'the answer');
      expect((await program.end()).code === 0, 'exit code 0');
      return 'the question is answered, exit code 0';
    },
  },
  {
    name: 'a second signal while it stops',
    run: async (slack) => {
      const program = await serve(slack.url);
      await program.ready();
      slack.slow(60_000);
      void slack.command('U1', QUESTION);
      const before = slack.responses();
      await until(() => slack.responses() > before, 'the answer on its way');
      program.kill('SIGTERM');
      await program.logged('"stopping"');
      program.kill('SIGTERM');
      const { code } = await program.end();
      expect(code === 130, `exit code 130, not ${code}`);
      return 'exit code 130 at once';
    },
  },
  {
    name: 'SIGKILL in the middle of a question, and a restart',
    run: async (slack) => {
      const killed = await serve(slack.url);
      await killed.ready();
      slack.slow(60_000);
      void slack.command('U1', QUESTION);
      const before = slack.responses();
      await until(() => slack.responses() > before, 'the answer on its way');
      killed.kill('SIGKILL');
      expect((await killed.end()).signal === 'SIGKILL', 'an end by SIGKILL');
      slack.slow(0);
      const again = await serve(slack.url);
      await again.ready();
      expect((await slack.command('U1', QUESTION)).includes('InteA'), 'an answer');
      again.kill('SIGTERM');
      expect((await again.end()).code === 0, 'exit code 0');
      return 'nothing is left behind, the next start answers';
    },
  },
  {
    name: 'a process that hangs',
    run: async (slack) => {
      const program = await serve(slack.url);
      await program.ready();
      program.kill('SIGSTOP');
      const hung = await program.look('/healthz').then(
        () => false,
        () => true,
      );
      program.kill('SIGCONT');
      expect(hung, '/healthz not to answer');
      await until(async () => (await program.look('/healthz').catch(() => undefined))?.status === 200, '/healthz');
      program.kill('SIGTERM');
      await program.end();
      return '/healthz does not answer, so that a supervisor starts it again';
    },
  },
  {
    name: 'a platform that takes the connection and says nothing',
    run: async (slack) => {
      slack.mute(true);
      const program = await serve(slack.url);
      await program.logged('unreachable, trying again');
      expect((await program.look('/readyz')).status === 503, '/readyz to be 503');
      slack.mute(false);
      await program.ready();
      expect((await slack.command('U1', QUESTION)).includes('InteA'), 'an answer');
      program.kill('SIGTERM');
      await program.end();
      return 'given up after 20 s and tried again, /readyz 503 meanwhile';
    },
  },
  {
    name: 'a slow platform',
    run: async (slack) => {
      const program = await serve(slack.url);
      await program.ready();
      slack.slow(3000);
      expect((await slack.command('U1', QUESTION)).includes('InteA'), 'an answer');
      await program.logged('"answered"');
      const { body } = await program.look('/metrics');
      expect(body.includes('planlotse_answer_seconds_bucket{le="2.5",adapter="slack"} 0'), 'the delay to be measured');
      program.kill('SIGTERM');
      await program.end();
      return 'answered late, the delay shows in planlotse_answer_seconds';
    },
  },
  {
    name: 'a machine in another time zone',
    run: async () => {
      // Two zones that never have the same day.
      const [east, west] = ['Pacific/Kiritimati', 'Pacific/Pago_Pago'].map((zone) =>
        execFileSync(process.execPath, ['dist/main.js', 'ask', '--json', 'Was läuft bald aus?'], {
          cwd: ROOT,
          env: { PATH: process.env.PATH ?? '', TZ: zone },
          encoding: 'utf8',
        }),
      );
      expect(east !== undefined && east === west, 'the same answer');
      return 'the same day in every zone: today in Hesse';
    },
  },
];

/** A port that another program uses. */
async function taken() {
  const port = await freePort();
  const server = createServer().listen(port);
  await once(server, 'listening');
  return { port, close: () => void server.close() };
}

function canMount() {
  if (process.getuid?.() !== 0) return false;
  const folder = mkdtempSync(join(tmpdir(), 'planlotse-mount-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=4k', 'tmpfs', folder], { stdio: 'ignore' });
    execFileSync('umount', [folder]);
    return true;
  } catch {
    return false;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
