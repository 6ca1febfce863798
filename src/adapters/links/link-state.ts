/** Why no answer came. */
export type Unreachable = 'timeout' | 'unknown-host' | 'refused' | 'certificate' | 'redirects' | 'invalid' | 'network';

/** What came of asking for an address. */
export type LinkState =
  | { readonly kind: 'ok' }
  /** There, but for good at another address. */
  | { readonly kind: 'moved'; readonly target: string }
  | { readonly kind: 'gone'; readonly status: number }
  /** Perhaps there for people, but not for programs, or not without a login. */
  | { readonly kind: 'refused'; readonly status: number }
  | { readonly kind: 'failed'; readonly status: number }
  | { readonly kind: 'unreachable'; readonly reason: Unreachable }
  /** Not asked, since the time was over. */
  | { readonly kind: 'unchecked' };

const GONE: readonly number[] = [404, 410];

/** The state that a final status says, redirects apart. */
export function stateOf(status: number): LinkState {
  if (status >= 200 && status < 400) return { kind: 'ok' };
  if (GONE.includes(status)) return { kind: 'gone', status };
  return status < 500 ? { kind: 'refused', status } : { kind: 'failed', status };
}

/** Why a request failed, from what `fetch` throws. */
export function unreachable(error: unknown): Unreachable {
  if (!(error instanceof Error)) return 'network';
  if (error.name === 'TimeoutError' || error.name === 'AbortError') return 'timeout';
  const code = codeOf(error.cause);
  // A scheme or port that nothing is asked on; everything else has the code of the system or of TLS.
  if (code === undefined) return 'invalid';
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return 'unknown-host';
  if (code === 'ECONNREFUSED') return 'refused';
  if (code.includes('TIMEOUT') || code === 'ETIMEDOUT') return 'timeout';
  return /CERT|SIGNATURE|ALTNAME|ISSUER|SSL|TLS/.test(code) ? 'certificate' : 'network';
}

function codeOf(cause: unknown): string | undefined {
  // Several addresses of one host were tried in turn.
  if (cause instanceof AggregateError) return codeOf(cause.errors[0]);
  return cause instanceof Error && 'code' in cause && typeof cause.code === 'string' ? cause.code : undefined;
}
