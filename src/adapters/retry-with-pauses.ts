import { setTimeout } from 'node:timers/promises';
import pRetry from 'p-retry';

/** Pauses between attempts, in milliseconds: each twice as long as the one before, with some chance in it. */
export interface Pauses {
  readonly first: number;
  readonly longest: number;
}

/** An attempt that failed, and what comes next. */
export interface FailedAttempt {
  readonly error: Error;
  /** From 1. */
  readonly attempt: number;
  /** Until the next attempt, in seconds. */
  readonly pause: number;
}

/**
 * Runs a task until it succeeds, fails for good, or the signal ends it.
 *
 * @param isPassing - Whether another attempt may succeed.
 * @param onPause - Hears of every attempt that is followed by another.
 */
export function retryWithPauses<T>(
  run: () => Promise<T>,
  { first, longest }: Pauses,
  signal: AbortSignal,
  isPassing: (error: Error) => boolean,
  onPause: (failed: FailedAttempt) => void,
): Promise<T> {
  return pRetry(run, {
    retries: Number.POSITIVE_INFINITY,
    minTimeout: 0,
    signal,
    shouldRetry: ({ error }) => isPassing(error),
    // It pauses here, since the library does not tell how long its own pauses are.
    onFailedAttempt: async ({ error, attemptNumber }) => {
      if (!isPassing(error)) return;
      // At least half of it, so that programs that lost a platform together do not come back together.
      const ms = Math.min(longest, first * 2 ** (attemptNumber - 1)) * (0.5 + Math.random() / 2);
      onPause({ error, attempt: attemptNumber, pause: Math.round(ms / 100) / 10 });
      await setTimeout(ms, undefined, { signal });
    },
  });
}
