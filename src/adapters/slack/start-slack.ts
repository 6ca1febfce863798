import { App, HTTPReceiver, SocketModeReceiver, webApi } from '@slack/bolt';
import { type AdapterContext, AdapterError, type StartAdapter } from '../adapter.js';
import type { Pauses } from '../retry-with-pauses.js';
import { type AnsweredMemory, createAnsweredMemory } from './answered-memory.js';
import { connectHttp, EVENTS_PATH, HEALTH_PATH } from './connect-http.js';
import { connectSocket } from './connect-socket.js';
import { registerListeners } from './listeners/register-listeners.js';
import { postOnce } from './post-once.js';
import { missingScopes } from './scopes.js';
import { SILENT_LOGGER } from './silent-logger.js';
import { type BotIdentity, createSlackBot } from './slack-bot.js';
import { explainError } from './slack-errors.js';

/** What the operator sets. */
export type SlackOptions = {
  readonly botToken: string;
  /** Another address than Slack's. */
  readonly apiUrl?: string;
} & (
  | { readonly mode: 'socket'; readonly appToken: string }
  | { readonly mode: 'http'; readonly signingSecret: string; readonly port: number }
);

/** What replicas share, and what tests put in the place of long pauses. */
export interface SlackSeams {
  readonly answered?: AnsweredMemory;
  readonly pauses?: Pauses;
}

/** A call that takes longer is given up. */
const TIMEOUT = 20_000;
/** Pauses that Slack asks for are kept beside these. */
const RETRIES = { retries: 5, minTimeout: 500, factor: 2, randomize: true };
/** While it connects, whoever starts the adapter decides when to try again. */
const AT_ONCE = { retryConfig: { retries: 0 }, rejectRateLimitedCalls: true };

/** Answers in a workspace of Slack, over Socket Mode or HTTP. */
export function startSlack(options: SlackOptions, seams: SlackSeams = {}): StartAdapter {
  return async (context) => {
    const { log } = context;
    const client: webApi.WebClientOptions = {
      ...(options.apiUrl !== undefined && { slackApiUrl: options.apiUrl }),
      logger: SILENT_LOGGER,
      timeout: TIMEOUT,
      fetch: postOnce(fetch),
    };
    const identity = await identify(options.botToken, client, context);
    const bot = createSlackBot(context, identity, seams.answered ?? createAnsweredMemory());
    const receiver = receiverOf(options, client);
    const app = new App({
      token: options.botToken,
      botId: identity.botId,
      botUserId: identity.userId,
      // It is known already who the bot is.
      tokenVerificationEnabled: false,
      receiver,
      convoStore: false,
      logger: SILENT_LOGGER,
      clientOptions: { ...client, retryConfig: RETRIES },
    });
    app.error(async (error) => bot.note(error, 'could not handle what Slack sent'));
    registerListeners(app, bot);
    const disconnect =
      receiver instanceof SocketModeReceiver
        ? await connectSocket(receiver, context, seams.pauses)
        : await connectHttp(receiver, 'port' in options ? options.port : 0, log);
    return {
      stop: async () => {
        await disconnect();
        await bot.idle();
      },
    };
  };
}

/** Asks Slack once who the token belongs to; whoever calls decides whether to ask again. */
async function identify(
  token: string,
  client: webApi.WebClientOptions,
  { log }: Pick<AdapterContext, 'log'>,
): Promise<BotIdentity> {
  try {
    const asked = await new webApi.WebClient(token, { ...client, ...AT_ONCE }).auth.test();
    const { user_id: userId, bot_id: botId, response_metadata: metadata } = asked;
    if (userId === undefined || botId === undefined) {
      throw new AdapterError(
        'SLACK_WRONG_TOKEN',
        'SLACK_BOT_TOKEN belongs to no bot. Take the one that begins with xoxb-.',
      );
    }
    for (const [scope, why] of missingScopes(metadata?.scopes)) {
      log.warn(
        { code: 'SLACK_MISSING_SCOPE', scope },
        `scope missing, needed for ${why}: add it and install the app again`,
      );
    }
    return { userId, botId };
  } catch (error) {
    throw explainError(error);
  }
}

function receiverOf(options: SlackOptions, client: webApi.WebClientOptions): HTTPReceiver | SocketModeReceiver {
  switch (options.mode) {
    case 'socket':
      return new SocketModeReceiver({
        appToken: options.appToken,
        autoReconnectEnabled: false,
        logger: SILENT_LOGGER,
        installerOptions: { clientOptions: { ...client, ...AT_ONCE } },
      });
    case 'http':
      return new HTTPReceiver({
        signingSecret: options.signingSecret,
        endpoints: EVENTS_PATH,
        logger: SILENT_LOGGER,
        customRoutes: [{ path: HEALTH_PATH, method: 'GET', handler: (_request, response) => void response.end('ok') }],
      });
  }
}
