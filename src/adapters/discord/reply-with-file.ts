import type { ButtonInteraction, InteractionReplyOptions, StringSelectMenuInteraction } from 'discord.js';
import { type Catalog, createSay, type LanguageTag } from '../../core/index.js';
import { asPrivate, sentenceMessage } from './create-messages.js';
import { isForbidden } from './discord-error.js';

/** Answers the one who clicked, often with a file. Where files are not allowed, says what to do. */
export async function replyWithFile(
  interaction: ButtonInteraction | StringSelectMenuInteraction,
  message: Parameters<typeof asPrivate>[0],
  catalog: Catalog,
  language: LanguageTag,
): Promise<void> {
  const reply: InteractionReplyOptions = asPrivate(message);
  try {
    await interaction.reply(reply);
  } catch (error) {
    if (message.files === undefined || !isForbidden(error)) throw error;
    await interaction.reply(asPrivate(sentenceMessage(createSay(catalog, language)('discord.noFile'))));
  }
}
