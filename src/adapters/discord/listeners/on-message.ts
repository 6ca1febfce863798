import type { Message } from 'discord.js';
import { createSay } from '../../../core/index.js';
import { answerMessage } from '../create-messages.js';
import { type DiscordBot, type Done, done } from '../discord-bot.js';
import { isForbidden, isWithoutHistory } from '../discord-error.js';
import { readPrevious } from '../read-previous.js';

/** Answers a message that is for the bot. */
export async function onMessage(message: Message, bot: DiscordBot): Promise<Done> {
  const planlotse = bot.planlotse();
  const previous = await readPrevious(message, planlotse.catalog, bot.log);
  const answer = planlotse.answer({
    text: withoutMention(message),
    today: bot.today(),
    ...(previous === undefined ? {} : { previous: [previous] }),
  });
  const isDirect = message.guildId === null;
  const reply = answerMessage(answer, planlotse.catalog, { ...bot, audience: isDirect ? 'direct' : 'public' });
  try {
    await send(message, reply);
  } catch (error) {
    if (isDirect || !isForbidden(error)) throw error;
    bot.log.warn({ err: error, mend: MEND }, 'may not write there, answering in a direct message');
    const note = createSay(planlotse.catalog, answer.language)('discord.noSend', { command: bot.command });
    await message.author.send(answerMessage(answer, planlotse.catalog, { ...bot, audience: 'direct', note }));
  }
  return done(answer);
}

const MEND = 'Give the bot View Channel, Send Messages, Send Messages in Threads and Read Message History there.';

/**
 * Whether it is a direct message, a mention, or a reply to the bot, which mentions it too. Everything else is not for the
 * bot; without the MessageContent intent it has no text either.
 */
export function isForBot({ author, webhookId, system, guildId, mentions, client }: Message): boolean {
  if (author.bot || webhookId !== null || system) return false;
  return guildId === null || (client.user !== null && mentions.users.has(client.user.id));
}

function withoutMention({ content, client }: Message): string {
  return content.replace(/<@!?(\d+)>/g, (mention, id) => (id === client.user?.id ? ' ' : mention)).trim();
}

/** Answers below the question; where the bot may not read what was said, without pointing to it. */
async function send(message: Message, reply: ReturnType<typeof answerMessage>): Promise<void> {
  try {
    await message.reply(reply);
  } catch (error) {
    if (!isWithoutHistory(error) || !message.channel.isSendable()) throw error;
    await message.channel.send(reply);
  }
}
