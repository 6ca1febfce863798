import {
  type ChatInputCommandInteraction,
  InteractionContextType,
  type MessageContextMenuCommandInteraction,
} from 'discord.js';
import type { Answer, Catalog } from '../../core/index.js';
import { OPTIONS } from './commands.js';
import { type Audience, answerMessage, asPrivate } from './create-messages.js';
import type { DiscordBot } from './discord-bot.js';

type CommandInteraction = ChatInputCommandInteraction | MessageContextMenuCommandInteraction;

/** Answers a command, to whom it is meant for. */
export async function replyWithAnswer(
  interaction: CommandInteraction,
  answer: Answer,
  catalog: Catalog,
  bot: DiscordBot,
): Promise<void> {
  const audience = audienceOf(interaction, bot);
  const message = answerMessage(answer, catalog, { ...bot, audience });
  await interaction.reply(audience === 'private' ? asPrivate(message) : message);
}

/** What the asker says, else what the operator says of this server, else the asker alone. */
function audienceOf(interaction: CommandInteraction, { publicGuilds }: DiscordBot): Audience {
  if (interaction.context === InteractionContextType.BotDM) return 'direct';
  if (!interaction.isChatInputCommand()) return 'private';
  const isPublic =
    interaction.options.getBoolean(OPTIONS.public) ??
    (interaction.guildId !== null && publicGuilds.has(interaction.guildId));
  return isPublic ? 'public' : 'private';
}
