// @ts-check
// One system on one task, in a process of its own: node --expose-gc bench/quality/measure.js SYSTEM TASK_FILE
import { readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { heapMb, percentile, rssMb } from '../collection/timing.js';
import { SYSTEMS } from './systems.js';

/** @typedef {{ readonly id: string, readonly ids: readonly string[], readonly confidence?: number | undefined }} Ranked */
/** @typedef {{ readonly results: readonly Ranked[], readonly build: number, readonly p50: number, readonly p99: number, readonly heap?: number, readonly rss?: number }} Measured */

const MOST_HITS = 100;
/** Of which the measures need this many. */
const KEPT_HITS = 10;
/** The quickest of so many calls is a query's time; other programs on the machine slow single ones. */
const ROUNDS = 3;

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [, , name = '', file = ''] = process.argv;
  process.stdout.write(JSON.stringify(await measure(name, JSON.parse(readFileSync(file, 'utf8')))));
}

/**
 * Builds the index, asks every query once to warm up and for the results, and again for the times.
 *
 * @param {string} name
 * @param {Omit<import('./tasks.js').Task, 'relevant'>} task
 * @returns {Promise<Measured>}
 */
async function measure(name, { documents, language, queries }) {
  const system = SYSTEMS.find((entry) => entry.name === name);
  if (system === undefined) throw new Error(`There is no system "${name}".`);
  const heapBefore = heapMb();
  const start = performance.now();
  const search = await system.create(documents, language);
  const build = performance.now() - start;
  const heap = heapMb() - heapBefore;

  const results = [];
  for (const query of queries) {
    const { ids, confidence } = await search.search(query, MOST_HITS);
    results.push({ id: query.id, ids: ids.slice(0, KEPT_HITS), confidence });
  }
  const times = queries.map(() => Number.POSITIVE_INFINITY);
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [at, query] of queries.entries()) {
      const before = performance.now();
      const found = search.search(query, MOST_HITS);
      if (found instanceof Promise) await found;
      times[at] = Math.min(times[at] ?? 0, performance.now() - before);
    }
  }
  search.close?.();
  const memory = system.ownProcess === true ? {} : { heap, rss: rssMb() };
  return { results, build, p50: percentile(times, 0.5), p99: percentile(times, 0.99), ...memory };
}
