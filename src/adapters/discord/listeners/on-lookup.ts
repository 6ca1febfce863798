import type { MessageContextMenuCommandInteraction } from 'discord.js';
import { type DiscordBot, type Done, done } from '../discord-bot.js';
import { replyWithAnswer } from '../reply-with-answer.js';

/** "Im Plan nachschlagen" in the menu of a message: asks what the message says, and answers the asker alone. */
export async function onLookup(interaction: MessageContextMenuCommandInteraction, bot: DiscordBot): Promise<Done> {
  const { answer, catalog } = bot.planlotse();
  const found = answer({ text: interaction.targetMessage.content, today: bot.today(), isTyped: false });
  await replyWithAnswer(interaction, found, catalog, bot);
  return done(found);
}
