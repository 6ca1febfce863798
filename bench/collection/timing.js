// @ts-check
import { performance } from 'node:perf_hooks';

/**
 * @template T
 * @param {() => T} work
 */
export function timed(work) {
  const before = performance.now();
  const value = work();
  return { value, ms: performance.now() - before };
}

/**
 * The time below which a share of the calls lies; NaN where there were none.
 *
 * @param {readonly number[]} times
 * @param {number} share
 */
export function percentile(times, share) {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}

export function rssMb() {
  return process.memoryUsage().rss / 2 ** 20;
}

/** Heap in use after a collection; needs --expose-gc. */
export function heapMb() {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed / 2 ** 20;
}
