// @ts-check
// What a flood does to memory: 20,000 commands from 5,000 people as fast as a socket takes them, to the built program
// with a bounded heap, while Slack takes half a second for every answer; then one more question, to see that it still
// answers. node bench/flood.js [--json FILE]; exits with 1 if the program ends or does not answer the last question.
import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createInterface } from 'node:readline';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { SLACK_TOKENS, startSlackStandIn } from './slack-stand-in.js';

const PROGRAM = fileURLToPath(new URL('../dist/main.js', import.meta.url));
const QUESTIONS = 20_000;
const PEOPLE = 5000;
const SLOW = 500;
/** Megabytes; twice of what it takes at rest. A program that kept what floods in would end. */
const HEAP = 256;

const { values } = parseArgs({ options: { json: { type: 'string' } } });

const slack = await startSlackStandIn();
const port = await freePort();
const program = spawn(process.execPath, [`--max-old-space-size=${HEAP}`, PROGRAM, 'serve'], {
  env: {
    PATH: process.env.PATH,
    ...SLACK_TOKENS,
    SLACK_API_URL: slack.url,
    LOG_LEVEL: 'warn',
    PLANLOTSE_HEALTH_PORT: String(port),
  },
  stdio: ['ignore', 'pipe', 'inherit'],
});
let limitedLines = 0;
createInterface(program.stdout).on('line', (line) => {
  if (line.includes('"limited"')) limitedLines++;
});
while (!(await isReady())) await setTimeout(200);
await slack.command('U-first', 'Was ist InteA?');
const before = await megabytes();

slack.slow(SLOW);
let peak = before;
let most = 0;
for (let asked = 0; asked < QUESTIONS; asked++) {
  void slack.command(`U${asked % PEOPLE}`, `Maßnahmen gegen Diskriminierung ${'x'.repeat(2000)}`);
  if (asked % 500 === 499) {
    const { memory, inFlight } = await look();
    peak = Math.max(peak, memory);
    most = Math.max(most, inFlight);
  }
}
for (let now = await look(); now.answers + now.limited <= QUESTIONS || now.inFlight > 0; now = await look()) {
  peak = Math.max(peak, now.memory);
  most = Math.max(most, now.inFlight);
  await setTimeout(500);
}
slack.slow(0);
const { answers, limited } = await look();
const after = await megabytes();
// The workspace's minute has to pass.
let answered = '';
for (let tries = 0; tries < 30 && !answered.includes('InteA'); tries++) {
  answered = await Promise.race([slack.command(`U-last-${tries}`, 'Was ist InteA?'), setTimeout(3000, '')]);
}
const result = {
  questions: QUESTIONS,
  heap: HEAP,
  answers,
  limited,
  limitedLines,
  mostInFlight: most,
  before,
  peak,
  after,
};
program.kill('SIGTERM');
slack.close();
process.stdout.write(`${JSON.stringify(result, null, 2)}\n(memory in MB, resident)\n`);
if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify({ node: process.version, ...result })}\n`);
if (!answered.includes('InteA')) process.exitCode = 1;

async function isReady() {
  return fetch(`http://127.0.0.1:${port}/readyz`).then(
    ({ ok }) => ok,
    () => false,
  );
}

async function megabytes() {
  return (await look()).memory;
}

async function look() {
  const metrics = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
  /** @type {(name: string) => number} */
  const sum = (name) =>
    [...metrics.matchAll(new RegExp(`^${name}(?:\\{.*\\})? (.+)$`, 'gm'))].reduce(
      (all, [, value]) => all + Number(value),
      0,
    );
  return {
    memory: Math.round(sum('process_resident_memory_bytes') / 1e6),
    heap: Math.round(sum('nodejs_heap_size_used_bytes') / 1e6),
    inFlight: sum('planlotse_questions_in_flight'),
    answers: sum('planlotse_answers_total'),
    limited: sum('planlotse_limited_total'),
  };
}

/** @returns {Promise<number>} */
function freePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const bound = server.address();
      server.close(() => resolve(bound === null || typeof bound === 'string' ? 0 : bound.port));
    });
  });
}
