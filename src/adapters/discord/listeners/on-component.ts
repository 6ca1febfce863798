import {
  type ButtonInteraction,
  InteractionContextType,
  MessageFlags,
  type StringSelectMenuInteraction,
} from 'discord.js';
import { type PlatformClick, respondToClick } from '../../../core/index.js';
import {
  type Audience,
  answerMessage,
  asPrivate,
  copyMessage,
  sentenceMessage,
  tableMessage,
  whyMessage,
} from '../create-messages.js';
import { type DiscordBot, type Done, done, languageOf } from '../discord-bot.js';
import { readMessage } from '../read-message.js';
import { OPEN_MENU } from '../render-controls.js';
import { replyWithFile } from '../reply-with-file.js';

type ComponentInteraction = ButtonInteraction | StringSelectMenuInteraction;

/** A click on a button or menu, on another replica or a month later too: all that it needs is in the message. */
export async function onComponent(interaction: ComponentInteraction, bot: DiscordBot): Promise<Done> {
  const planlotse = bot.planlotse();
  const { catalog } = planlotse;
  const language = languageOf(interaction.locale);
  const reply = respondToClick(planlotse, { ...clickOf(interaction), today: bot.today(), language });
  switch (reply.kind) {
    case 'answer': {
      const place = placeOf(interaction);
      // A private answer is replaced; under a public one the answer goes to the one who clicked.
      if (place === 'public') {
        await interaction.reply(asPrivate(answerMessage(reply.answer, catalog, { ...bot, audience: 'private' })));
      } else {
        await interaction.update(answerMessage(reply.answer, catalog, { ...bot, audience: place }));
      }
      return done(reply.answer);
    }
    case 'share':
      await interaction.reply(answerMessage(reply.answer, catalog, { ...bot, audience: 'public' }));
      return done(reply.answer);
    case 'text': {
      const { extra, text, answer } = reply;
      const message = extra === 'why' ? whyMessage(text, answer) : copyMessage(text, answer, catalog);
      await replyWithFile(interaction, message, catalog, language);
      return done(answer, extra);
    }
    case 'table':
      await replyWithFile(interaction, tableMessage(reply.table, reply.answer, catalog), catalog, language);
      return done(reply.answer, 'table');
    case 'unknown':
      await interaction.reply(asPrivate(sentenceMessage(reply.text)));
      return { kind: 'unknown', ids: [] };
  }
}

function clickOf(interaction: ComponentInteraction): Pick<PlatformClick, 'code' | 'lines' | 'value'> {
  const { lines } = readMessage(interaction.message);
  const { customId } = interaction;
  if (interaction.isButton()) return { code: customId, lines };
  const [value = ''] = interaction.values;
  return customId.startsWith(OPEN_MENU) ? { code: value, lines } : { code: customId, lines, value };
}

/** Who sees the message that was clicked. */
function placeOf({ message, context }: ComponentInteraction): Audience {
  if (message.flags.has(MessageFlags.Ephemeral)) return 'private';
  return context === InteractionContextType.BotDM ? 'direct' : 'public';
}
