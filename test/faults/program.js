// @ts-check
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { SLACK_TOKENS } from '../../bench/slack-stand-in.js';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const PROGRAM = `${ROOT}dist/main.js`;
/** Beyond this something does not come any more. */
const GIVE_UP = 90_000;

/** @typedef {{ readonly pid: number, readonly kill: (signal: NodeJS.Signals) => void, readonly log: () => string, readonly stderr: () => string, readonly logged: (part: string) => Promise<void>, readonly ready: () => Promise<void>, readonly look: (path: string) => Promise<{ readonly status: number, readonly body: string }>, readonly end: () => Promise<{ readonly code: number | null, readonly signal: string | null }> }} Running */

const running = /** @type {Set<import('node:child_process').ChildProcess>} */ (new Set());

/** Ends whatever a fault has left behind. */
export function endAll() {
  for (const child of running) child.kill('SIGKILL');
  running.clear();
}

/**
 * Starts the built program for Slack over Socket Mode, with a health port of its own.
 *
 * @param {string} slackUrl
 * @param {{ readonly env?: Readonly<Record<string, string>>, readonly node?: readonly string[], readonly stdout?: number }} [options]
 * @returns {Promise<Running>}
 */
export async function serve(slackUrl, { env = {}, node = [], stdout } = {}) {
  const port = await freePort();
  const child = spawn(process.execPath, [...node, PROGRAM, 'serve'], {
    cwd: ROOT,
    env: {
      PATH: process.env.PATH,
      ...SLACK_TOKENS,
      SLACK_API_URL: slackUrl,
      PLANLOTSE_HEALTH_PORT: String(port),
      ...env,
    },
    stdio: ['ignore', stdout ?? 'pipe', 'pipe'],
  });
  running.add(child);
  const ended = once(child, 'close');
  let log = '';
  let stderr = '';
  child.stdout?.on('data', (piece) => {
    log += String(piece);
  });
  child.stderr?.on('data', (piece) => {
    stderr += String(piece);
  });
  /** @type {(path: string) => Promise<{ status: number, body: string }>} */
  const look = async (path) => {
    const response = await fetch(`http://127.0.0.1:${port}${path}`, { signal: AbortSignal.timeout(2000) });
    return { status: response.status, body: await response.text() };
  };
  return {
    pid: child.pid ?? 0,
    kill: (signal) => void child.kill(signal),
    log: () => log,
    stderr: () => stderr,
    look,
    logged: (part) => until(() => log.includes(part), `"${part}" in the log`),
    ready: () => until(async () => (await look('/readyz').catch(() => undefined))?.status === 200, 'readiness'),
    end: async () => {
      const [code, signal] = await ended;
      return { code, signal };
    },
  };
}

/**
 * Waits for a state.
 *
 * @param {() => boolean | Promise<boolean>} holds
 * @param {string} what
 */
export async function until(holds, what) {
  const end = performance.now() + GIVE_UP;
  while (!(await holds())) {
    if (performance.now() > end) throw new Error(`${what} did not come`);
    await setTimeout(50);
  }
}

/**
 * @param {boolean} holds
 * @param {string} what
 * @returns {asserts holds}
 */
export function expect(holds, what) {
  if (!holds) throw new Error(`expected ${what}`);
}

/** @returns {Promise<number>} */
export async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return address === null || typeof address === 'string' ? 0 : address.port;
}
