// @ts-check
// Makes random edits in the data of the running program, valid and broken, and checks after each what it answers.
// npm run soak:reload -- [--edits 1000] [--seed 1] [--data DIR] [--within 1000] [--watch events|poll] [--json FILE]
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { readData } from '../dist/adapters/files/read-data.js';
import { InputError, runBench } from './collection/input-error.js';
import { percentile } from './collection/timing.js';
import { soak } from './reload/soak.js';

/** @typedef {import('./reload/soak.js').Outcome} Outcome */

const DATA = fileURLToPath(new URL('../data', import.meta.url));
/** Bytes of heap that an edit may leave behind; a catalogue has a thousand times as many. */
const MOST_PER_EDIT = 10_000;
/** The engine compiles what it has seen often, and its heap settles, within so many edits. */
const SETTLED = 100;
/** Fewer edits after that tell nothing of a leak. */
const TELLING = 200;

await runBench(async () => {
  const { values } = parseArgs({
    options: {
      edits: { type: 'string', default: '1000' },
      seed: { type: 'string', default: '1' },
      data: { type: 'string', default: DATA },
      within: { type: 'string', default: '1000' },
      watch: { type: 'string', default: 'events' },
      json: { type: 'string' },
    },
  });
  const [edits, seed, within] = [values.edits, values.seed, values.within].map(Number);
  if (![edits, seed, within].every((value) => Number.isInteger(value) && Number(value) >= 0) || !edits) {
    throw new InputError(['--edits, --seed and --within take whole numbers']);
  }
  const { files } = await readData(values.data);
  const outcome = await soak({
    files,
    edits,
    seed: seed ?? 1,
    env: { PLANLOTSE_WATCH: values.watch },
    progress: (done, wrong) => {
      if (process.stderr.isTTY) process.stderr.write(`\r${done} of ${edits} edits, ${wrong} wrong`);
    },
  });
  const verdict = judge(outcome, within ?? 0);
  process.stdout.write(
    `${render(outcome, Number(seed))}\n${verdict.map(([ok, text]) => `${ok ? 'ok ' : 'NOT'} ${text}\n`).join('')}`,
  );
  if (values.json !== undefined) {
    const { kinds, ...rest } = outcome;
    writeFileSync(
      values.json,
      `${JSON.stringify({ node: process.version, ...rest, kinds: Object.fromEntries(kinds) })}\n`,
    );
  }
  if (verdict.some(([ok]) => !ok)) process.exitCode = 1;
});

/** @param {Outcome} outcome @param {number} within @returns {(readonly [boolean, string])[]} */
function judge({ edits, wrong, took, memory }, within) {
  const settled = memory.filter((one) => one.edits >= SETTLED);
  const slope = slopeOf(settled.map((one) => [one.edits, one.heapUsed]));
  const slow = percentile(
    took.map(({ answered }) => answered),
    0.99,
  );
  const grows = `heap grows by ${(slope / 1000).toFixed(1)} kB an edit, at most ${MOST_PER_EDIT / 1000}`;
  return [
    [wrong.length === 0, `every answer right after ${edits} edits`],
    [slow <= within, `99 of 100 valid edits answered within ${within} ms`],
    ...(edits < SETTLED + TELLING ? [] : [/** @type {const} */ ([slope <= MOST_PER_EDIT, grows])]),
  ];
}

/** @param {Outcome} outcome @param {number} seed */
function render({ edits, kinds, wrong, took, memory }, seed) {
  const row = (/** @type {string} */ name, /** @type {readonly number[]} */ times) =>
    `${name.padEnd(34)}${[0.5, 0.99, 1].map((share) => percentile(times, share).toFixed(0).padStart(8)).join('')}`;
  const shown = memory.filter((one) => [0.1, 0.5, 1].some((share) => Math.ceil(edits * share) === one.edits));
  return [
    `${edits} edits, seed ${seed}, Node ${process.version}`,
    ...[...kinds]
      .sort(([a], [b]) => a.localeCompare(b))
      .map(([kind, count]) => `${String(count).padStart(6)}  ${kind}`),
    '',
    `${'milliseconds'.padEnd(34)}${['p50', 'p99', 'max'].map((name) => name.padStart(8)).join('')}`,
    row(
      'saved → answered from new data',
      took.map(({ answered }) => answered),
    ),
    row(
      '  of it reading, checking, indexing',
      took.map(({ load }) => load),
    ),
    row(
      '  of it noticing and answering',
      took.map(({ answered, load }) => answered - load),
    ),
    '',
    ...shown.map(
      ({ edits: after, rss, heapUsed }) =>
        `after ${String(after).padStart(5)} edits: ${(rss / 2 ** 20).toFixed(0)} MiB resident, ${(heapUsed / 2 ** 20).toFixed(1)} MiB heap`,
    ),
    ...wrong.slice(0, 20).map((line) => `wrong: ${line}`),
    '',
  ].join('\n');
}

/** Least squares. @param {readonly (readonly number[])[]} points */
function slopeOf(points) {
  const mean = (/** @type {number} */ at) => points.reduce((sum, point) => sum + (point[at] ?? 0), 0) / points.length;
  const [x, y] = [mean(0), mean(1)];
  const over = points.reduce((sum, [a = 0, b = 0]) => sum + (a - x) * (b - y), 0);
  return over / points.reduce((sum, [a = 0]) => sum + (a - x) ** 2, 0);
}
