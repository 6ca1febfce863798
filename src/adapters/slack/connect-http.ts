import type { Server } from 'node:http';
import type { HTTPReceiver } from '@slack/bolt';
import type { Logger } from 'pino';
import { AdapterError } from '../adapter.js';

/** Where Slack sends everything. */
export const EVENTS_PATH = '/slack/events';
/** Where a load balancer asks whether this replica is up. */
export const HEALTH_PATH = '/health';

/** Longer than the pause after which load balancers close a connection, or they meet closed ones. */
const KEEP_ALIVE = 65_000;

/**
 * Listens for Slack's requests.
 *
 * @returns how to stop listening.
 */
export async function connectHttp(receiver: HTTPReceiver, port: number, log: Logger): Promise<() => Promise<void>> {
  const server = await receiver.start(port, { keepAliveTimeout: KEEP_ALIVE }).catch((cause: unknown) => {
    const isTaken = cause instanceof Error && 'code' in cause && cause.code === 'EADDRINUSE';
    throw isTaken
      ? new AdapterError('SLACK_PORT_TAKEN', `Port ${port} is in use. Set another SLACK_PORT.`, { cause })
      : cause;
  });
  countRefused(server, log);
  return () => receiver.stop();
}

/** A wrong signing secret shows in every request being refused; told at 1, 2, 4, 8 … so that nobody floods the log. */
function countRefused(server: Server, log: Logger): void {
  let refused = 0;
  let next = 1;
  server.on('request', (_request, response) => {
    response.once('finish', () => {
      if (response.statusCode !== 401) return;
      refused += 1;
      if (refused < next) return;
      next *= 2;
      log.warn(
        { refused, code: 'SLACK_SIGNATURE_WRONG' },
        'requests refused: their signature does not fit. If they come from Slack, check SLACK_SIGNING_SECRET and the clock',
      );
    });
  });
}
