import { setTimeout as wait } from 'node:timers/promises';
import PQueue from 'p-queue';
import { followLink } from './follow-link.js';
import type { LinkState } from './link-state.js';

export interface LinkOptions {
  /** Who asks, with an address to complain to. */
  readonly userAgent: string;
  /** Milliseconds until one request is given up. */
  readonly timeout: number;
  /** Milliseconds between two requests to one host. */
  readonly pause: number;
  /** Milliseconds until no further address is begun; what is left stays unchecked. */
  readonly limit: number;
  readonly onProgress?: (done: number, total: number) => void;
}

/** Hosts that are asked at a time. */
const MOST_AT_ONCE = 8;

/**
 * Asks every address once whether it is still there, one request at a time and with a pause at each host. Sends
 * nothing but the address and the name of the program. Never throws for an address.
 *
 * @returns the state of each address.
 */
export async function checkLinks(
  urls: readonly string[],
  options: LinkOptions,
): Promise<ReadonlyMap<string, LinkState>> {
  const states = new Map<string, LinkState>();
  const ended = AbortSignal.timeout(options.limit);
  const all = new PQueue({ concurrency: MOST_AT_ONCE });
  const hosts = new Map<string, PQueue>();
  const queueOf = (url: string): PQueue => {
    const { host } = new URL(url);
    const queue = hosts.get(host) ?? new PQueue({ concurrency: 1, interval: options.pause, intervalCap: 1 });
    hosts.set(host, queue);
    return queue;
  };
  const request = (url: string, method: 'HEAD' | 'GET'): Promise<Response> =>
    queueOf(url).add(() =>
      all.add(async () => {
        const signal = AbortSignal.any([ended, AbortSignal.timeout(options.timeout)]);
        const headers = { 'user-agent': options.userAgent, accept: '*/*' };
        const response = await fetch(url, { method, headers, signal, redirect: 'manual', credentials: 'omit' });
        // Only the status and the headers count.
        await response.body?.cancel();
        return response;
      }),
    );
  const rest = async (url: string, ms: number): Promise<void> => {
    // The whole host waits, so that no other of its addresses is asked meanwhile.
    await queueOf(url).add(async () => {
      await wait(ms, undefined, { signal: ended });
    });
  };

  let done = 0;
  const over = new Promise<LinkState>((resolve) => {
    ended.addEventListener('abort', () => resolve({ kind: 'unchecked' }));
  });
  await Promise.all(
    urls.map(async (url) => {
      const followed = followLink(url, { request, rest, isOver: () => ended.aborted });
      states.set(url, await Promise.race([followed, over]));
      done += 1;
      options.onProgress?.(done, urls.length);
    }),
  );
  // What still waits for its turn after the limit would keep the program running.
  for (const queue of hosts.values()) queue.clear();
  return states;
}
