// @ts-check
import { spawn } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { performance } from 'node:perf_hooks';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';

/** @typedef {Readonly<Record<string, unknown>>} LogLine */
/** @typedef {{ readonly ids: readonly string[], readonly text: string, readonly at: number }} Answered */
/** @typedef {{ readonly rss: number, readonly heapUsed: number }} Memory */

const MAIN = fileURLToPath(new URL('../../dist/main.js', import.meta.url));
const PROBE = fileURLToPath(new URL('memory-probe.js', import.meta.url));
const SECRET = '0123456789abcdef0123456789abcdef';
/** Nothing that is waited for takes so long, unless it never comes. */
const GIVE_UP = 60_000;

/**
 * Starts the built program as an operator does, with Slack over HTTP; Slack's side is a small server in this process.
 *
 * @param {string} data
 * @param {Readonly<Record<string, string>>} env
 */
export async function startProgram(data, env = {}) {
  const api = await startApi();
  const port = await freePort();
  const program = spawn(process.execPath, ['--expose-gc', '--import', PROBE, MAIN, 'serve'], {
    env: {
      PATH: process.env.PATH,
      PLANLOTSE_DATA: data,
      SLACK_BOT_TOKEN: 'xoxb-1-soak',
      SLACK_MODE: 'http',
      SLACK_SIGNING_SECRET: SECRET,
      SLACK_PORT: String(port),
      SLACK_API_URL: api.url,
      ...env,
    },
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  const { stdout } = program;
  if (stdout === null) throw new Error('the program has no output');
  const closed = once(program, 'close');
  /** @type {{ readonly line: LogLine, readonly at: number }[]} */
  const lines = [];
  /** @type {Set<() => void>} */
  const waiting = new Set();
  const look = () => {
    for (const one of waiting) one();
  };
  createInterface(stdout).on('line', (line) => {
    lines.push({ line: JSON.parse(line), at: performance.now() });
    look();
  });
  void closed.then(look);

  /**
   * Waits for a line of the log, from a place in it on.
   *
   * @param {(line: LogLine) => boolean} fits
   * @param {number} from
   * @param {string} what
   * @returns {Promise<{ readonly line: LogLine, readonly at: number }>}
   */
  const logged = (fits, from, what) =>
    new Promise((resolve, reject) => {
      const fail = () => {
        waiting.delete(check);
        const tail = lines.slice(-5).map(({ line }) => JSON.stringify(line));
        reject(new Error(`waited in vain for ${what}; the log ends with\n${tail.join('\n')}`));
      };
      const late = setTimeout(fail, GIVE_UP);
      const check = () => {
        const found = lines.slice(from).find(({ line }) => fits(line));
        if (found === undefined && program.exitCode === null) return;
        clearTimeout(late);
        waiting.delete(check);
        if (found === undefined) fail();
        else resolve(found);
      };
      waiting.add(check);
      check();
    });
  await logged(({ msg }) => msg === 'ready', 0, 'the program to be ready');

  return {
    logged,
    /** How many lines the log has. */
    lines: () => lines.length,
    /** Asks a question, and resolves with the answer and the records that the log names for it. */
    ask: async (/** @type {string} */ question) => {
      const from = lines.length;
      const answered = api.next();
      await sendCommand(port, question, answered.url);
      const { body, at } = await answered.response;
      const { line } = await logged(({ msg }) => msg === 'answered', from, `the answer to "${question}"`);
      const ids = Array.isArray(line.ids) ? line.ids.map(String) : [];
      return /** @type {Answered} */ ({ ids, text: body, at });
    },
    hangUp: () => void program.kill('SIGHUP'),
    /** @returns {Promise<Memory>} */
    memory: async () => {
      const told = once(program, 'message');
      program.send('memory');
      const [memory] = await told;
      return memory;
    },
    stop: async () => {
      program.kill('SIGTERM');
      const [code] = await closed;
      api.close();
      if (code !== 0) throw new Error(`the program ended with ${code}`);
    },
    kill: () => {
      program.kill('SIGKILL');
      api.close();
    },
  };
}

/**
 * A slash command, signed as Slack signs it.
 *
 * @param {number} port
 * @param {string} question
 * @param {string} responseUrl
 */
async function sendCommand(port, question, responseUrl) {
  const fields = {
    command: '/plan',
    text: question,
    user_id: 'U1',
    user_name: 'anna',
    channel_id: 'C1',
    channel_name: 'team',
    team_id: 'T1',
    team_domain: 'example',
    api_app_id: 'A1',
    token: 'x',
    trigger_id: 'x',
    response_url: responseUrl,
  };
  const body = new URLSearchParams(fields).toString();
  const timestamp = String(Math.floor(Date.now() / 1000));
  const signature = createHmac('sha256', SECRET).update(`v0:${timestamp}:${body}`).digest('hex');
  const response = await fetch(`http://127.0.0.1:${port}/slack/events`, {
    method: 'POST',
    body,
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      'x-slack-request-timestamp': timestamp,
      'x-slack-signature': `v0=${signature}`,
    },
  });
  if (!response.ok) throw new Error(`the program answered Slack with ${response.status}`);
  await response.arrayBuffer();
}

/** A Web API that knows who the bot is, with addresses that take answers. */
async function startApi() {
  /** @type {Map<string, (answer: { readonly body: string, readonly at: number }) => void>} */
  const waiting = new Map();
  let answers = 0;
  const server = createServer(async (request, response) => {
    const body = await text(request);
    waiting.get(request.url ?? '')?.({ body, at: performance.now() });
    waiting.delete(request.url ?? '');
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ ok: true, user_id: 'U0', bot_id: 'B0' }));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const root = `http://127.0.0.1:${portOf(server)}`;
  return {
    url: `${root}/api/`,
    next: () => {
      answers += 1;
      const path = `/response/${answers}`;
      /** @type {Promise<{ readonly body: string, readonly at: number }>} */
      const response = new Promise((resolve) => waiting.set(path, resolve));
      return { url: root + path, response };
    },
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const port = portOf(server);
  server.close();
  await once(server, 'close');
  return port;
}

/** @param {import('node:http').Server} server */
function portOf(server) {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}
