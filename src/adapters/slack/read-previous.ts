import { z } from 'zod';
import { type Catalog, type Query, readQuery } from '../../core/index.js';
import { readBlocks } from './read-payload.js';
import type { SlackBot, SlackClient } from './slack-bot.js';

/** A question of which only the conversation before it tells what it means. */
export interface Asked {
  readonly channel: string;
  readonly ts: string;
  readonly threadTs?: string;
  readonly isDirect: boolean;
}

/** A whole thread, oldest first, since Slack has no call for its end. */
const MOST_REPLIES = 1000;
/** Of a direct conversation the newest. */
const MOST_MESSAGES = 20;

const message = z.object({
  user: z.string().optional(),
  bot_id: z.string().optional(),
  blocks: z.unknown().optional(),
});

/**
 * The question that a follow-up refines, read by one call from the bot's last answer in the thread or direct
 * conversation. It stands in the blocks, as it does for clicks, not in metadata: those are not to be had for answers
 * that went through a `response_url`. Where it cannot be read the question stands on its own.
 */
export async function readPrevious(
  bot: SlackBot,
  client: SlackClient,
  asked: Asked,
  catalog: Catalog,
): Promise<Query[]> {
  const { userId, botId } = bot.identity;
  for (const one of await messagesBefore(bot, client, asked)) {
    const { data } = message.safeParse(one);
    if (data === undefined || (data.user !== userId && data.bot_id !== botId)) continue;
    const { codes, lines } = readBlocks(data.blocks);
    const query = readQuery(codes, lines, catalog);
    if (query !== undefined) return [query];
  }
  return [];
}

/** Newest first. */
async function messagesBefore(bot: SlackBot, client: SlackClient, asked: Asked): Promise<readonly unknown[]> {
  const { channel, ts, threadTs, isDirect } = asked;
  try {
    if (threadTs !== undefined) {
      const limits = { latest: ts, inclusive: false, limit: MOST_REPLIES };
      const { messages = [] } = await client.conversations.replies({ channel, ts: threadTs, ...limits });
      return messages.reverse();
    }
    if (!isDirect) return [];
    const { messages = [] } = await client.conversations.history({ channel, latest: ts, limit: MOST_MESSAGES });
    return messages;
  } catch (error) {
    bot.note(error, 'could not read what the question follows up');
    return [];
  }
}
