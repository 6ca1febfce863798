import { type LinkState, stateOf, unreachable } from './link-state.js';

/** How addresses are asked for. */
export interface Requests {
  readonly request: (url: string, method: 'HEAD' | 'GET') => Promise<Response>;
  /** Leaves the host of an address alone for some milliseconds. */
  readonly rest: (url: string, ms: number) => Promise<void>;
  /** Whether the time for all is over. */
  readonly isOver: () => boolean;
}

const MOST_REDIRECTS = 5;
const REDIRECTS: readonly number[] = [301, 302, 303, 307, 308];
const PERMANENT: readonly number[] = [301, 308];
const BUSY: readonly number[] = [429, 503];
/** A host that asks for a longer pause is not waited for. */
const LONGEST_REST_MS = 60_000;
const REST_MS = 5_000;

/** Follows an address to where it ends. Never throws. */
export async function followLink(url: string, requests: Requests): Promise<LinkState> {
  let current = url;
  let isForGood = true;
  try {
    for (let hops = 0; hops <= MOST_REDIRECTS; hops++) {
      if (requests.isOver()) return { kind: 'unchecked' };
      const response = await askPolitely(current, requests);
      const location = response.headers.get('location');
      if (!REDIRECTS.includes(response.status) || location === null) {
        const state = stateOf(response.status);
        return state.kind === 'ok' && hops > 0 && isForGood ? { kind: 'moved', target: current } : state;
      }
      isForGood &&= PERMANENT.includes(response.status);
      current = new URL(location, current).href;
    }
    return { kind: 'unreachable', reason: 'redirects' };
  } catch (error) {
    return requests.isOver() ? { kind: 'unchecked' } : { kind: 'unreachable', reason: unreachable(error) };
  }
}

/** Asks for the head; for the whole page where the head is refused; once more where the host asks for a pause. */
async function askPolitely(url: string, requests: Requests): Promise<Response> {
  const head = await requests.request(url, 'HEAD');
  if (head.status < 400) return head;
  const first = BUSY.includes(head.status) ? head : await requests.request(url, 'GET');
  if (!BUSY.includes(first.status)) return first;
  const pause = pauseOf(first.headers.get('retry-after'));
  if (pause > LONGEST_REST_MS) return first;
  await requests.rest(url, pause);
  return requests.request(url, 'GET');
}

/** Milliseconds that `Retry-After` asks for: seconds or a date. */
function pauseOf(header: string | null): number {
  if (header === null) return REST_MS;
  const ms = /^\d+$/.test(header.trim()) ? Number(header) * 1000 : Date.parse(header) - Date.now();
  return Number.isNaN(ms) ? REST_MS : Math.max(0, ms);
}
