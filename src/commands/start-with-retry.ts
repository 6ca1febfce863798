import { type AdapterContext, AdapterError, type RunningAdapter, type StartAdapter } from '../adapters/adapter.js';
import { type Pauses, retryWithPauses } from '../adapters/retry-with-pauses.js';

export const PAUSES: Pauses = { first: 1000, longest: 60_000 };

/**
 * Starts an adapter, again and again while its platform cannot be reached, until the program stops.
 *
 * @param host - The platform's, named on every line about waiting for it.
 */
export function startWithRetry(
  start: StartAdapter,
  context: AdapterContext,
  host: string,
  pauses: Pauses = PAUSES,
): Promise<RunningAdapter> {
  return retryWithPauses(
    () => start(context),
    pauses,
    context.signal,
    isUnreachable,
    ({ error, attempt, pause }) => context.log.warn({ err: error, host, attempt, pause }, 'unreachable, trying again'),
  );
}

const NETWORK_CODES: ReadonlySet<unknown> = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ECONNABORTED',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENETDOWN',
  'UND_ERR_CONNECT_TIMEOUT',
  'UND_ERR_HEADERS_TIMEOUT',
  'UND_ERR_SOCKET',
]);
/** Errors wrap errors; a chain longer than this is a circle. */
const DEEPEST = 5;

/** Whether an error, or what caused it, says that the platform could not be reached. */
export function isUnreachable(error: unknown): boolean {
  let current = error;
  for (let depth = 0; depth < DEEPEST && current instanceof Error; depth++) {
    if (current instanceof AdapterError) return current.retry;
    if ('code' in current && NETWORK_CODES.has(current.code)) return true;
    // Slack's client keeps what happened in `original`.
    current = current.cause ?? ('original' in current ? current.original : undefined);
  }
  return false;
}
