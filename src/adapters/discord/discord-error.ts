import {
  DiscordAPIError,
  DiscordjsError,
  DiscordjsErrorCodes,
  GatewayCloseCodes,
  HTTPError,
  RESTJSONErrorCodes,
} from 'discord.js';
import { AdapterError } from '../adapter.js';

const BOT_PAGE = 'the page of the application on https://discord.com/developers/applications';

/** The interaction is too old or was answered already, by a slow network or another replica. Nothing is left to do. */
export function isTooLate(error: unknown): boolean {
  return hasCode(error, [
    RESTJSONErrorCodes.UnknownInteraction,
    RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged,
  ]);
}

/** Discord does not let the bot write there, or not so. */
export function isForbidden(error: unknown): boolean {
  return hasCode(error, [
    RESTJSONErrorCodes.MissingAccess,
    RESTJSONErrorCodes.MissingPermissions,
    RESTJSONErrorCodes.CannotSendMessagesInNonTextChannel,
    RESTJSONErrorCodes.CannotExecuteActionOnThisChannelType,
    RESTJSONErrorCodes.ActionCannotBePerformedDueToSlowmodeRateLimit,
    RESTJSONErrorCodes.CannotSendMessagesToThisUser,
    RESTJSONErrorCodes.CannotSendMessagesToThisUserDueToHavingNoMutualGuilds,
    RESTJSONErrorCodes.InvalidActionOnArchivedThread,
    RESTJSONErrorCodes.ThreadLocked,
  ]);
}

/** The bot may write, but not as a reply, since it may not read what was said before. */
export function isWithoutHistory(error: unknown): boolean {
  return hasCode(error, [RESTJSONErrorCodes.CannotReplyWithoutPermissionToReadMessageHistory]);
}

/** Discord did not answer in time, so it may have shown the answer all the same. */
export function isUncertain(error: unknown): boolean {
  return error instanceof Error && error.name === 'AbortError';
}

/** What names an error in metrics: one of Discord's codes, or what kind of error it is. */
export function codeOf(error: unknown): string {
  if (error instanceof AdapterError) return error.code;
  if (error instanceof DiscordAPIError) {
    return typeof error.code === 'number' && error.code in RESTJSONErrorCodes
      ? `DISCORD_${error.code}`
      : `DISCORD_HTTP_${error.status}`;
  }
  if (error instanceof HTTPError) return `DISCORD_HTTP_${error.status}`;
  return isUncertain(error) ? 'DISCORD_TIMEOUT' : 'INTERNAL';
}

/** The error for `serve`, where Discord refuses the bot as a whole; undefined for everything else. */
export function refusalOf(error: unknown): AdapterError | undefined {
  const isRefused =
    (error instanceof DiscordAPIError && error.status === 401) ||
    (error instanceof DiscordjsError && error.code === DiscordjsErrorCodes.TokenInvalid);
  return isRefused ? tokenRefused(error) : undefined;
}

/** Why Discord closed the socket for good; undefined where it connects again. */
export function refusalOfClose(code: number): AdapterError | undefined {
  switch (code) {
    case GatewayCloseCodes.AuthenticationFailed:
      return tokenRefused();
    case GatewayCloseCodes.InvalidIntents:
    case GatewayCloseCodes.DisallowedIntents:
      return new AdapterError(
        'DISCORD_INTENTS_REFUSED',
        'Discord refuses the intents. Planlotse needs none of the privileged ones; this version may be too old for Discord.',
      );
    case GatewayCloseCodes.InvalidShard:
    case GatewayCloseCodes.ShardingRequired:
    case GatewayCloseCodes.InvalidAPIVersion:
      return new AdapterError(
        'DISCORD_CONNECTION_REFUSED',
        `Discord refuses the connection (close code ${code}). Update Planlotse, then start it again.`,
      );
    default:
      return undefined;
  }
}

/** An error of the start as `serve` understands it: refused, or worth another attempt. */
export function startError(error: unknown): unknown {
  const refusal = refusalOf(error);
  if (refusal !== undefined) return refusal;
  const status = error instanceof DiscordAPIError || error instanceof HTTPError ? error.status : undefined;
  if (isUncertain(error) || (status !== undefined && status >= 500)) {
    return new AdapterError('DISCORD_UNAVAILABLE', 'Discord does not answer as it should.', {
      cause: error,
      retry: true,
    });
  }
  return error;
}

function tokenRefused(cause?: unknown): AdapterError {
  return new AdapterError(
    'DISCORD_TOKEN_REFUSED',
    `Discord refuses DISCORD_TOKEN. Make a new token under "Bot" on ${BOT_PAGE}, and set it.`,
    { cause },
  );
}

function hasCode(error: unknown, codes: readonly RESTJSONErrorCodes[]): boolean {
  return error instanceof DiscordAPIError && codes.some((code) => code === error.code);
}
