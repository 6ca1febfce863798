// @ts-check
// Takes any number of made-up questions all the way: answer, every renderer, every click, follow-ups, type-ahead.
// node bench/fuzz.js [--cases N] [--seed S]; ends with 1 where a promise is broken. The same seed asks the same.
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import fc from 'fast-check';
import { runnerImport } from 'vite';

/** @typedef {typeof import('../test/fuzz/arbitrary-case.js')} Cases */
/** @typedef {typeof import('../test/fuzz/run-case.js')} Runs */
/** @typedef {typeof import('../test/core/real-planlotse.js')} Real */
/** @typedef {{ calls: number, total: number, slowest: number }} Times */

const ROOT = fileURLToPath(new URL('..', import.meta.url));
/** Cases that are made at once; all at once would not fit into memory. */
const BATCH = 500;
/** More tell nothing new. */
const MOST_FAULTS = 20;
const LONGEST_SHOWN = 300;

const { values } = parseArgs({ options: { cases: { type: 'string' }, seed: { type: 'string' } } });
const cases = wholeNumber('cases', values.cases ?? '100000');
const seed = wholeNumber('seed', values.seed ?? String(Date.now() % 1_000_000_000));
process.exitCode = (await fuzz()) ? 0 : 1;

async function fuzz() {
  // The parts are TypeScript and belong to the tests, which run the same cases.
  const { arbitraryCase } = /** @type {Cases} */ (await load('test/fuzz/arbitrary-case.ts'));
  const { createFuzz } = /** @type {Runs} */ (await load('test/fuzz/run-case.ts'));
  const { realPlanlotse, TODAY } = /** @type {Real} */ (await load('test/core/real-planlotse.ts'));
  const { catalog, planlotse } = realPlanlotse();
  /** @type {Map<string, Times>} */
  const parts = new Map();
  const run = createFuzz(planlotse, TODAY, (part, work) => timed(parts, part, work));
  const arbitrary = arbitraryCase(catalog);
  const slowest = { ms: 0, text: '' };
  let faulty = 0;
  print(`${cases} cases, seed ${seed}, data ${catalog.version.hash}, Node ${process.version}`);
  const began = performance.now();
  let done = 0;
  while (done < cases && faulty < MOST_FAULTS) {
    const batch = fc.sample(arbitrary, { numRuns: Math.min(BATCH, cases - done), seed: seed + done });
    for (const one of batch) {
      if (faulty === MOST_FAULTS) break;
      done += 1;
      const start = performance.now();
      const faults = faultsOf(() => run.run(one));
      const ms = performance.now() - start;
      if (ms > slowest.ms) Object.assign(slowest, { ms, text: one.text });
      if (faults.length === 0) continue;
      faulty += 1;
      print(`\n${shown(JSON.stringify(one))}\n${faults.slice(0, 5).map(shown).join('\n')}`);
    }
    if (done % (20 * BATCH) === 0) print(`${done} cases, ${seconds(began)} s`);
  }
  const total = (performance.now() - began) / 1000;
  print(`\n${done} cases, ${faulty} with faults; ${run.rendered()} different answers rendered; ${total.toFixed(0)} s,`);
  print(
    `${(done / total).toFixed(1)} cases a second; slowest case ${slowest.ms.toFixed(0)} ms: ${shown(slowest.text)}`,
  );
  for (const [part, { calls, total: sum, slowest: most }] of parts) {
    print(`${part}: ${calls} calls, mean ${(sum / calls).toFixed(2)} ms, slowest ${most.toFixed(1)} ms`);
  }
  return faulty === 0;
}

/** @param {() => string[]} run */
function faultsOf(run) {
  try {
    return run();
  } catch (error) {
    return [error instanceof Error ? (error.stack ?? error.message) : String(error)];
  }
}

/**
 * @template T
 * @param {Map<string, Times>} parts
 * @param {string} part
 * @param {() => T} work
 */
function timed(parts, part, work) {
  const start = performance.now();
  const result = work();
  const ms = performance.now() - start;
  const { calls, total, slowest } = parts.get(part) ?? { calls: 0, total: 0, slowest: 0 };
  parts.set(part, { calls: calls + 1, total: total + ms, slowest: Math.max(slowest, ms) });
  return result;
}

/** @param {string} path */
async function load(path) {
  const { module } = await runnerImport(`${ROOT}${path}`, { root: ROOT, logLevel: 'error', configFile: false });
  return module;
}

/**
 * @param {string} name
 * @param {string} given
 */
function wholeNumber(name, given) {
  const value = Number(given);
  if (!/^\d+$/.test(given) || !Number.isSafeInteger(value)) throw new RangeError(`--${name}: give a whole number.`);
  return value;
}

/** @param {string} text */
function shown(text) {
  return text.length <= LONGEST_SHOWN ? text : `${text.slice(0, LONGEST_SHOWN)}… (${text.length} characters)`;
}

/** @param {number} began */
function seconds(began) {
  return ((performance.now() - began) / 1000).toFixed(0);
}

/** @param {string} line */
function print(line) {
  process.stdout.write(`${line}\n`);
}
