import type { Message, RepliableInteraction } from 'discord.js';
import { createSay, type Say } from '../../../core/index.js';
import type { Limit } from '../../adapter.js';
import { inEveryLanguage } from '../../in-every-language.js';
import { asPrivate, sentenceMessage } from '../create-messages.js';
import { type DiscordBot, languageOf } from '../discord-bot.js';
import { isForbidden, isUncertain } from '../discord-error.js';

/** Tells the asker alone that it failed, and what to do where something is not allowed. */
export async function apologise(
  interaction: RepliableInteraction,
  error: unknown,
  reference: string,
  bot: DiscordBot,
): Promise<void> {
  if (interaction.replied || interaction.deferred) return;
  const say = createSay(bot.planlotse().catalog, languageOf(interaction.locale));
  const text = isForbidden(error) ? say('discord.noPublic') : say('error.apology', { reference });
  await interaction.reply(asPrivate(sentenceMessage(text)));
}

/** Tells it below a message, unless the answer may stand there all the same, or nothing may. */
export async function apologiseBelow(
  message: Message,
  error: unknown,
  reference: string,
  bot: DiscordBot,
): Promise<void> {
  if (isForbidden(error) || isUncertain(error)) return;
  const text = inEveryLanguage(bot.planlotse(), (say) => say('error.apology', { reference }));
  await message.reply(sentenceMessage(text));
}

/** Asks to come back later, if that was not asked just before. */
export async function refuse(interaction: RepliableInteraction, limit: Limit, bot: DiscordBot): Promise<undefined> {
  if (!limit.isNew) return;
  bot.log.warn({ reason: limit.reason, seconds: limit.seconds }, 'limited');
  const say = createSay(bot.planlotse().catalog, languageOf(interaction.locale));
  await interaction.reply(asPrivate(sentenceMessage(limitSentence(limit, say))));
}

/** Asks the same in a direct message, since nothing in a channel is for one alone. Who takes none is told nothing. */
export async function refuseInPrivate(message: Message, limit: Limit, bot: DiscordBot): Promise<undefined> {
  if (!limit.isNew) return;
  bot.log.warn({ reason: limit.reason, seconds: limit.seconds }, 'limited');
  const sentence = sentenceMessage(inEveryLanguage(bot.planlotse(), (say) => limitSentence(limit, say)));
  await message.author.send(sentence).catch((error: unknown) => {
    if (!isForbidden(error)) throw error;
  });
}

function limitSentence({ reason, seconds }: Limit, say: Say): string {
  return say(`limit.${reason}`, { count: seconds });
}
