// @ts-check
// How fast Slack gets its acknowledgement and its answer over signed HTTP: 2,000 mentions at 50 in flight, to the built
// program and, beside it, to a bare Bolt app that only echoes. Slack's Web API is a small server in this process that
// takes every post; each app runs in a process of its own. Usage: node bench/slack-answers.js [--json FILE]
import { spawn } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { performance } from 'node:perf_hooks';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { readData } from '../dist/adapters/files/read-data.js';
import { parseCatalog, readGolden } from '../dist/core/index.js';

/** @typedef {{ readonly p50: number, readonly p99: number, readonly max: number }} Times */
/** @typedef {{ readonly app: string, readonly ack: Times, readonly answer: Times, readonly lost: number, readonly doubled: number, readonly perSecond: number }} Measured */

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const QUESTIONS = 2000;
const IN_FLIGHT = 50;
const WARM_UP = 100;
const SECRET = '0123456789abcdef0123456789abcdef';
const GIVE_UP = 30_000;

const { values } = parseArgs({ options: { json: { type: 'string' }, echo: { type: 'string' } } });

if (values.echo === undefined) await report();
else await echo(Number(values.echo));

/** Measures both apps, one after the other, and prints one table. */
async function report() {
  const { files } = await readData(`${ROOT}data`);
  const questions = readGolden(files, parseCatalog(files)).questions.map(({ question }) => question);
  const api = await startApi();
  const port = await freePort();
  const measured = [];
  for (const [app, args] of /** @type {const} */ ([
    ['Planlotse', [`${ROOT}dist/main.js`, 'serve']],
    ['bare Bolt echo', [fileURLToPath(import.meta.url), '--echo', String(port)]],
  ])) {
    measured.push(await measure(app, args, port, questions, api));
  }
  api.close();
  const rows = measured.map(({ app, ack, answer, lost, doubled, perSecond }) =>
    [app, ack.p50, ack.p99, answer.p50, answer.p99, perSecond, lost, doubled].map((cell) =>
      typeof cell === 'number' && !Number.isInteger(cell) ? cell.toFixed(1) : String(cell),
    ),
  );
  const head = ['', 'ack p50 ms', 'ack p99 ms', 'answer p50 ms', 'answer p99 ms', 'per second', 'lost', 'doubled'];
  process.stdout.write(`${QUESTIONS} questions, ${IN_FLIGHT} in flight\n\n${table([head, ...rows])}\n`);
  if (values.json !== undefined)
    writeFileSync(values.json, `${JSON.stringify({ node: process.version, measured }, null, 2)}\n`);
  if (measured.some(({ lost, doubled }) => lost + doubled > 0)) process.exitCode = 1;
}

/**
 * @param {string} app
 * @param {readonly string[]} args
 * @param {number} port
 * @param {readonly string[]} questions
 * @param {Awaited<ReturnType<typeof startApi>>} api
 * @returns {Promise<Measured>}
 */
async function measure(app, args, port, questions, api) {
  const env = {
    PATH: process.env.PATH,
    SLACK_BOT_TOKEN: 'xoxb-1-bench',
    SLACK_MODE: 'http',
    SLACK_SIGNING_SECRET: SECRET,
    SLACK_PORT: String(port),
    SLACK_API_URL: api.url,
    PLANLOTSE_LIMIT_USER: '0',
    PLANLOTSE_LIMIT_SERVER: '0',
  };
  const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'inherit'] });
  const lines = createInterface(child.stdout);
  await new Promise((resolve) => lines.on('line', (line) => line.includes('"ready"') && resolve(undefined)));
  await fire(port, questions, api, `warm-${app}`, WARM_UP);
  const began = performance.now();
  const run = await fire(port, questions, api, app, QUESTIONS);
  const seconds = (performance.now() - began) / 1000;
  child.kill('SIGTERM');
  await once(child, 'exit');
  return { app, ...run, perSecond: Math.round(QUESTIONS / seconds) };
}

/**
 * @param {number} port
 * @param {readonly string[]} questions
 * @param {Awaited<ReturnType<typeof startApi>>} api
 * @param {string} name
 * @param {number} count
 */
async function fire(port, questions, api, name, count) {
  const acks = /** @type {number[]} */ ([]);
  const answers = /** @type {number[]} */ ([]);
  let next = 0;
  let lost = 0;
  const worker = async () => {
    for (let index = next++; index < count; index = next++) {
      const ts = `${name}.${index}`;
      const began = performance.now();
      const answered = api.posted(ts);
      await send(port, ts, questions[index % questions.length] ?? '');
      acks.push(performance.now() - began);
      const at = await answered;
      if (at === undefined) lost += 1;
      else answers.push(at - began);
    }
  };
  await Promise.all(Array.from({ length: IN_FLIGHT }, worker));
  const doubled = Array.from({ length: count }, (_, index) => api.count(`${name}.${index}`)).filter(
    (n) => n > 1,
  ).length;
  return { ack: percentiles(acks), answer: percentiles(answers), lost, doubled };
}

/**
 * A mention, signed as Slack signs it.
 *
 * @param {number} port
 * @param {string} ts
 * @param {string} question
 */
async function send(port, ts, question) {
  const event = { type: 'app_mention', user: 'U1', channel: 'C1', text: `<@U0> ${question}`, ts, event_ts: ts };
  const body = JSON.stringify({ type: 'event_callback', team_id: 'T1', event_id: `Ev${ts}`, event });
  const timestamp = String(Math.floor(Date.now() / 1000));
  const signature = createHmac('sha256', SECRET).update(`v0:${timestamp}:${body}`).digest('hex');
  const response = await fetch(`http://127.0.0.1:${port}/slack/events`, {
    method: 'POST',
    body,
    headers: {
      'content-type': 'application/json',
      'x-slack-request-timestamp': timestamp,
      'x-slack-signature': `v0=${signature}`,
    },
  });
  if (!response.ok) throw new Error(`The app answered with ${response.status}.`);
  await response.arrayBuffer();
}

/** A Web API that knows who the bot is and takes every post. */
async function startApi() {
  const posts = /** @type {Map<string, number>} */ (new Map());
  const waiting = /** @type {Map<string, (at: number | undefined) => void>} */ (new Map());
  const server = createServer(async (request, response) => {
    const fields = new URLSearchParams(await text(request));
    const ts = fields.get('thread_ts');
    if (request.url?.endsWith('chat.postMessage') && ts !== null) {
      posts.set(ts, (posts.get(ts) ?? 0) + 1);
      waiting.get(ts)?.(performance.now());
      waiting.delete(ts);
    }
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ ok: true, user_id: 'U0', bot_id: 'B0', ts: '1' }));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${portOf(server)}/api/`,
    count: (/** @type {string} */ ts) => posts.get(ts) ?? 0,
    /** @returns {Promise<number | undefined>} when the answer came */
    posted: (/** @type {string} */ ts) =>
      new Promise((resolve) => {
        const late = setTimeout(() => resolve(undefined), GIVE_UP);
        waiting.set(ts, (at) => {
          clearTimeout(late);
          resolve(at);
        });
      }),
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

/**
 * What Bolt takes by itself: an app that says back what it was told.
 *
 * @param {number} port
 */
async function echo(port) {
  const { App } = await import('@slack/bolt');
  const app = new App({
    token: process.env.SLACK_BOT_TOKEN ?? '',
    signingSecret: SECRET,
    clientOptions: { slackApiUrl: process.env.SLACK_API_URL ?? '' },
  });
  app.event('app_mention', async ({ event, client }) => {
    await client.chat.postMessage({ channel: event.channel, thread_ts: event.ts, text: event.text });
  });
  await app.start(port);
  process.stdout.write('{"msg":"ready"}\n');
  process.on('SIGTERM', () => process.exit(0));
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
  if (address === null || typeof address === 'string') throw new Error('The server does not listen.');
  return address.port;
}

/**
 * @param {readonly number[]} times
 * @returns {Times}
 */
function percentiles(times) {
  const sorted = [...times].sort((a, b) => a - b);
  /** @param {number} share */
  const at = (share) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
  return { p50: at(0.5), p99: at(0.99), max: at(1) };
}

/** @param {readonly (readonly string[])[]} rows */
function table(rows) {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map((row) =>
      row
        .map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)))
        .join('  '),
    )
    .join('\n');
}
