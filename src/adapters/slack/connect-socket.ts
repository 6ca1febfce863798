import type { SocketModeReceiver } from '@slack/bolt';
import { type AdapterContext, AdapterError } from '../adapter.js';
import { type Pauses, retryWithPauses } from '../retry-with-pauses.js';
import { explainError } from './slack-errors.js';

const PAUSES: Pauses = { first: 500, longest: 30_000 };

/**
 * Connects over Socket Mode and keeps connected. The library's own way of connecting again is off: where Slack refuses
 * for good, it would end in an error that nobody catches, and with it the whole program.
 *
 * @returns how to disconnect.
 */
export async function connectSocket(
  { client }: SocketModeReceiver,
  { log, signal, fail, observe }: Pick<AdapterContext, 'log' | 'signal' | 'fail' | 'observe'>,
  pauses: Pauses = PAUSES,
): Promise<() => Promise<void>> {
  let state: 'connecting' | 'connected' | 'stopping' = 'connecting';

  const connect = async (): Promise<void> => {
    try {
      await client.start();
    } catch (error) {
      throw failure(error);
    }
    state = 'connected';
  };

  const connectAgain = async (): Promise<void> => {
    const began = performance.now();
    state = 'connecting';
    log.warn('disconnected, connecting again');
    observe({ kind: 'disconnected' });
    try {
      await retryWithPauses(
        connect,
        pauses,
        signal,
        (error) => !(error instanceof AdapterError) || error.retry,
        ({ error, attempt, pause }) => log.warn({ err: error, attempt, pause }, 'could not connect again'),
      );
      observe({ kind: 'connected' });
      log.info({ ms: Math.round(performance.now() - began) }, 'connected again');
    } catch (error) {
      if (!signal.aborted) fail(error);
    }
  };

  client.on('disconnected', () => {
    if (state === 'connected' && !signal.aborted) void connectAgain();
  });
  await connect();
  return async () => {
    state = 'stopping';
    await client.disconnect();
  };
}

/** Without a reason the socket closed before Slack said hello. */
function failure(error: unknown): unknown {
  return error instanceof Error
    ? explainError(error)
    : new AdapterError('SLACK_SOCKET_CLOSED', 'Slack closed the connection before it was ready.', { retry: true });
}
