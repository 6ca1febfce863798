// @ts-check
// How fast the Discord adapter answers, beside a bare echo bot on discord.js: 2,000 interactions, 50 in flight.
// node bench/discord-answers.js [--json FILE]; each bot is a process of its own, against the same stand-in.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { readData } from '../dist/adapters/files/read-data.js';
import { parseCatalog, readGolden } from '../dist/core/index.js';
import { startStandIn, TOKEN } from './discord-stand-in.js';

/** @typedef {import('./discord-stand-in.js').Interaction} Interaction */
/** @typedef {{ readonly name: string, readonly answered: number, readonly lost: number, readonly doubled: number, readonly perSecond: number, readonly rows: readonly { readonly what: string, readonly p50: number, readonly p99: number, readonly max: number }[] }} Measured */

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const TOTAL = 2000;
const IN_FLIGHT = 50;
const WARM_UP = 100;
/** Discord voids an interaction after this long. */
const VOID = 3000;

const { values } = parseArgs({ options: { json: { type: 'string' } } });

const { files, modified } = await readData(`${ROOT}/data`);
const questions = readGolden(files, parseCatalog(files, modified)).questions.map(({ question }) => question);

const echo = await measure('bare discord.js echo', ['bench/discord-echo.js']);
const planlotse = await measure('Planlotse', ['dist/main.js', 'serve', '--today', '2026-01-15']);
const results = [echo, planlotse];
for (const { name, answered, lost, doubled, perSecond, rows } of results) {
  process.stdout.write(`${name}: ${answered} answered, ${lost} lost, ${doubled} doubled, ${perSecond.toFixed(0)}/s\n`);
  for (const { what, p50, p99, max } of rows) {
    const [a, b, c] = [p50, p99, max].map((ms) => ms.toFixed(1).padStart(8));
    process.stdout.write(`  ${what.padEnd(12)} p50 ${a} ms   p99 ${b} ms   max ${c} ms\n`);
  }
}
if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(results, null, 2)}\n`);
if (results.some(({ lost, doubled }) => lost + doubled > 0)) process.exitCode = 1;

/**
 * Runs a bot against a stand-in of its own.
 *
 * @param {string} name
 * @param {readonly string[]} argv
 * @returns {Promise<Measured>}
 */
async function measure(name, argv) {
  const standIn = await startStandIn();
  const ready = standIn.ready();
  const bot = spawn(process.execPath, [...argv], {
    cwd: ROOT,
    env: {
      PATH: process.env.PATH,
      DISCORD_TOKEN: TOKEN,
      DISCORD_API_URL: standIn.url,
      LOG_LEVEL: 'warn',
      PLANLOTSE_LIMIT_USER: '0',
      PLANLOTSE_LIMIT_SERVER: '0',
    },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  await ready;
  await run(standIn.ask, WARM_UP);
  const began = performance.now();
  const times = await run(standIn.ask, TOTAL);
  const seconds = (performance.now() - began) / 1000;
  const ended = once(bot, 'exit');
  bot.kill('SIGTERM');
  await ended;
  standIn.close();
  const answered = times.filter(({ ms }) => ms <= VOID);
  return {
    name,
    answered: answered.length,
    lost: TOTAL - answered.length,
    doubled: standIn.doubled(),
    perSecond: TOTAL / seconds,
    rows: ['all', 'command', 'click', 'type-ahead'].map((what) => ({
      what,
      ...quantiles(answered.filter((one) => what === 'all' || one.what === what).map(({ ms }) => ms)),
    })),
  };
}

/**
 * Keeps as many interactions in flight as it may until all are answered or void.
 *
 * @param {(interaction: Interaction) => Promise<number>} ask
 * @param {number} total
 */
async function run(ask, total) {
  /** @type {{ readonly what: string, readonly ms: number }[]} */
  const times = [];
  let next = 0;
  const worker = async () => {
    while (next < total) {
      const { what, interaction } = interactionOf(next++);
      times.push({ what, ms: await within(ask(interaction)) });
    }
  };
  await Promise.all(Array.from({ length: IN_FLIGHT }, worker));
  return times;
}

/** @param {Promise<number>} answer */
async function within(answer) {
  /** @type {NodeJS.Timeout | undefined} */
  let timer;
  const late = new Promise((resolve) => {
    timer = setTimeout(() => resolve(Number.POSITIVE_INFINITY), VOID);
  });
  const ms = await Promise.race([answer, late]);
  clearTimeout(timer);
  return Number(ms);
}

/**
 * Of ten interactions eight are questions, one is a click and one someone who types.
 *
 * @param {number} index
 * @returns {{ readonly what: string, readonly interaction: Interaction }}
 */
function interactionOf(index) {
  const text = questions[index % questions.length] ?? '';
  /** @param {object} option */
  const command = (option) => ({
    id: '1',
    name: 'plan',
    type: 1,
    options: [{ type: 1, name: 'frage', options: [{ type: 3, name: 'text', ...option }] }],
  });
  if (index % 10 === 8) {
    const data = { component_type: 2, custom_id: `qa${text.slice(0, 98)}` };
    const author = { id: '100000000000000001', username: 'bot', discriminator: '0', bot: true };
    const message = {
      id: '600000000000000001',
      author,
      content: '',
      type: 0,
      flags: 64,
      components: [],
      attachments: [],
      embeds: [],
      mentions: [],
      mention_roles: [],
      timestamp: '2026-01-01T00:00:00.000Z',
    };
    return { what: 'click', interaction: { type: 3, data, message } };
  }
  if (index % 10 === 9) {
    const data = command({ value: text.slice(0, 1 + (index % 7)), focused: true });
    return { what: 'type-ahead', interaction: { type: 4, data } };
  }
  return { what: 'command', interaction: { type: 2, data: command({ value: text }) } };
}

/** @param {readonly number[]} times */
function quantiles(times) {
  const sorted = [...times].sort((a, b) => a - b);
  /** @param {number} share */
  const at = (share) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
  return { p50: at(0.5), p99: at(0.99), max: at(1) };
}
