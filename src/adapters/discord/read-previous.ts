import { type Collection, type Message, MessageReferenceType } from 'discord.js';
import type { Logger } from 'pino';
import { type Catalog, type Query, readQuery } from '../../core/index.js';
import { readMessage } from './read-message.js';

/** Messages of a conversation that are looked through for the bot's last answer. */
const MOST_READ = 20;

/**
 * The question that a message goes on from, read from the answer it replies to, or else from the bot's last answer in
 * the thread or direct conversation, by one call. Where there is none, or it may not be read, the message stands alone.
 */
export async function readPrevious(message: Message, catalog: Catalog, log: Logger): Promise<Query | undefined> {
  try {
    for (const found of await candidates(message)) {
      if (found.author.id !== message.client.user.id) continue;
      const { codes, lines } = readMessage(found);
      const query = readQuery(codes, lines, catalog);
      if (query !== undefined) return query;
    }
  } catch (error) {
    log.warn({ err: error }, 'could not read the answer before, answering without it');
  }
  return undefined;
}

/** Newest first. */
async function candidates(message: Message): Promise<readonly Message[]> {
  const { reference, channel } = message;
  if (reference !== null && reference.type === MessageReferenceType.Default) return [await message.fetchReference()];
  if (message.guildId !== null && !channel.isThread()) return [];
  const found: Collection<string, Message> = await channel.messages.fetch({ limit: MOST_READ, before: message.id });
  return [...found.values()].sort((a, b) => b.createdTimestamp - a.createdTimestamp);
}
