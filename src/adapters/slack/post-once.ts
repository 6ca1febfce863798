import type { webApi } from '@slack/bolt';

/** The error that takes the place of what Slack's client would repeat. */
export const CONNECTION_LOST = 'connection_lost';

/** Calls that would show something twice if they were made twice. */
const SHOWS = /\/(?:chat\.postMessage|chat\.postEphemeral|files\.completeUploadExternal)$/;
/** The connection was never there, so the call was not made. */
const NOT_SENT: ReadonlySet<unknown> = new Set([
  'ECONNREFUSED',
  'EAI_AGAIN',
  'ENOTFOUND',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/**
 * Slack's client makes a call again after every failure of the network. Where the answer got lost, but not the call,
 * an answer would stand there twice; such a call is ended with an error of Slack's form, which is final.
 */
export function postOnce(fetch: webApi.FetchFunction): webApi.FetchFunction {
  return async (url, init) => {
    try {
      return await fetch(url, init);
    } catch (error) {
      if (!SHOWS.test(String(url)) || NOT_SENT.has(codeOf(error))) throw error;
      return Response.json({ ok: false, error: CONNECTION_LOST });
    }
  };
}

/** `fetch` keeps what happened in the cause. */
function codeOf(error: unknown): unknown {
  const cause = error instanceof Error ? error.cause : undefined;
  return cause instanceof Error && 'code' in cause ? cause.code : undefined;
}
