import { RespondError, webApi } from '@slack/bolt';
import { AdapterError } from '../adapter.js';
import { CONNECTION_LOST } from './post-once.js';

/** Slack takes the token no longer, or never did. */
const TOKEN_REFUSED: ReadonlySet<string> = new Set([
  'account_inactive',
  'invalid_auth',
  'not_authed',
  'team_access_not_granted',
  'token_expired',
  'token_revoked',
]);

/** The bot cannot write there, whatever the answer. */
const CANNOT_POST: ReadonlySet<string> = new Set([
  'cannot_reply_to_message',
  'channel_not_found',
  'is_archived',
  'no_permission',
  'not_in_channel',
  'restricted_action',
  'restricted_action_non_threadable_channel',
  'restricted_action_read_only_channel',
  'restricted_action_thread_locked',
  'restricted_action_thread_only_channel',
  'thread_not_found',
  'user_not_in_channel',
]);

/** Slack's own trouble, or a pause that it asks for. */
const PASSES: ReadonlySet<string> = new Set([
  'fatal_error',
  'internal_error',
  'ratelimited',
  'request_timeout',
  'service_unavailable',
]);

/** Whether another place may take what this one refused. */
export function cannotPost(error: unknown): boolean {
  return error instanceof webApi.WebAPIPlatformError && CANNOT_POST.has(error.data.error);
}

/** An error of Slack's client with a code and the mend for the operator; others as they are. */
export function explainError(error: unknown): unknown {
  if (error instanceof webApi.WebAPIPlatformError) return platformError(error);
  if (error instanceof RespondError) {
    return new AdapterError(
      'SLACK_RESPONSE_REFUSED',
      `Slack refused a response to a command or click: ${error.code}.`,
      {
        cause: error,
      },
    );
  }
  if (error instanceof webApi.WebAPIRateLimitedError) {
    const message = `Slack asks for a pause of ${error.retryAfter} seconds.`;
    return new AdapterError('SLACK_RATE_LIMITED', message, { cause: error, retry: true });
  }
  if (error instanceof webApi.WebAPIRequestError) {
    return new AdapterError('SLACK_UNREACHABLE', 'Slack cannot be reached. Check the network and SLACK_API_URL.', {
      cause: error,
      retry: true,
    });
  }
  if (error instanceof webApi.WebAPIHTTPError) {
    return new AdapterError('SLACK_HTTP_ERROR', `Slack answered with HTTP status ${error.statusCode}.`, {
      cause: error,
      retry: true,
    });
  }
  return error;
}

/** What names an error in metrics. */
export function codeOf(explained: unknown): string {
  return explained instanceof AdapterError ? explained.code : 'INTERNAL';
}

/** Whether the adapter cannot go on after an error. */
export function isFinal(error: unknown): boolean {
  return error instanceof AdapterError && error.code === 'SLACK_TOKEN_REFUSED';
}

/** Whether Slack may have shown the answer all the same. */
export function isUncertain(error: unknown): boolean {
  return error instanceof webApi.WebAPIPlatformError && error.data.error === CONNECTION_LOST;
}

function platformError(error: webApi.WebAPIPlatformError): AdapterError {
  // Where a proxy answers in place of Slack, its page stands here.
  const name = /^[a-z_]{1,60}$/.test(error.data.error) ? error.data.error : 'no answer of Slack';
  const fail = (code: string, message: string, retry = false): AdapterError =>
    new AdapterError(code, message, { cause: error, retry });
  if (TOKEN_REFUSED.has(name)) {
    return fail(
      'SLACK_TOKEN_REFUSED',
      `Slack refuses the token (${name}). Install the app again, and set SLACK_BOT_TOKEN and SLACK_APP_TOKEN anew.`,
    );
  }
  if (name === 'missing_scope') {
    return fail(
      'SLACK_MISSING_SCOPE',
      `The scope ${neededBy(error)} is missing. Add it on the app’s page (connections:write: at the app-level token, ` +
        'all others: "OAuth & Permissions", Bot Token Scopes), then install the app again.',
    );
  }
  if (name === 'not_allowed_token_type') {
    return fail(
      'SLACK_WRONG_TOKEN',
      'A token is of the wrong kind: SLACK_BOT_TOKEN begins with xoxb-, SLACK_APP_TOKEN with xapp-.',
    );
  }
  if (name === CONNECTION_LOST) {
    return fail('SLACK_CONNECTION_LOST', 'The connection broke while an answer was sent; it is not sent again.');
  }
  return fail('SLACK_REFUSED', `Slack refused a call: ${name}.`, PASSES.has(name));
}

function neededBy({ data }: webApi.WebAPIPlatformError): string {
  const needed = 'needed' in data ? data.needed : undefined;
  return typeof needed === 'string' && /^[\w:.,|]{1,100}$/.test(needed) ? needed : '(Slack does not say which)';
}
