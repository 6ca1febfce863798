import { ComponentType, type InteractionReplyOptions, MessageFlags, type MessageReplyOptions } from 'discord.js';
import { type Answer, type Catalog, createSay, type Table } from '../../core/index.js';
import type { DiscordBot } from './discord-bot.js';
import { escapeMarkdown } from './escape.js';
import { fitParts, type Part } from './fit-parts.js';
import { LIMITS } from './limits.js';
import { renderComponents } from './render-components.js';

/** Who sees a message: everybody in the channel, the asker alone, or both sides of a direct conversation. */
export type Audience = 'public' | 'private' | 'direct';

/** A message that fits a reply, an update and a channel. Nothing in it pings or unfurls. */
type PlainMessage = Pick<MessageReplyOptions, 'allowedMentions' | 'components' | 'content' | 'files'> & {
  readonly flags: readonly (MessageFlags.IsComponentsV2 | MessageFlags.SuppressEmbeds)[];
};

const NO_PINGS = { parse: [], repliedUser: false };
const FENCE = '```';

/** An answer with its controls. */
export function answerMessage(
  answer: Answer,
  catalog: Catalog,
  { reportUrl, ...options }: Pick<DiscordBot, 'reportUrl'> & { readonly audience: Audience; readonly note?: string },
): PlainMessage {
  const rendered = renderComponents(answer, catalog, {
    ...(options.audience === 'private' ? { share: 'public' } : {}),
    ...(reportUrl === undefined ? {} : { reportUrl }),
    ...(options.note === undefined ? {} : { note: options.note }),
  });
  return {
    components: [rendered],
    flags: [MessageFlags.IsComponentsV2, MessageFlags.SuppressEmbeds],
    allowedMentions: NO_PINGS,
  };
}

/** Why an answer is as it is. */
export function whyMessage(text: string, answer: Answer): PlainMessage {
  const lines = text.split('\n').map((line): Part => {
    const [, bullet = '', rest = ''] = /^(- )?(.*)$/.exec(line) ?? [];
    return { text: escapeMarkdown(rest), before: bullet };
  });
  return textMessage([...lines, evidencePart(answer)]);
}

/** A text to paste: as code, which is copied as it stands, or as a file where it is too long for a message. */
export function copyMessage(text: string, answer: Answer, catalog: Catalog): PlainMessage {
  const code = `${FENCE}\n${text.replaceAll(FENCE, "'''")}\n${FENCE}`;
  if (code.length <= LIMITS.text) {
    return {
      components: [{ type: ComponentType.TextDisplay, content: code }],
      flags: [MessageFlags.IsComponentsV2, MessageFlags.SuppressEmbeds],
      allowedMentions: NO_PINGS,
    };
  }
  const say = createSay(catalog, answer.language);
  const file = { name: `planlotse-${catalog.version.hash}.txt`, attachment: Buffer.from(text) };
  return { ...textMessage([{ text: say('discord.copyFile') }, evidencePart(answer)]), files: [file] };
}

/** A table as a file. */
export function tableMessage({ filename, csv }: Table, answer: Answer, catalog: Catalog): PlainMessage {
  const say = createSay(catalog, answer.language);
  const text = say('discord.table', { count: answer.ids.length });
  const file = { name: filename, attachment: Buffer.from(csv) };
  return { ...textMessage([{ text }, evidencePart(answer)]), files: [file] };
}

/** A sentence of the bot. */
export function sentenceMessage(text: string): PlainMessage {
  return textMessage([{ text: escapeMarkdown(text) }]);
}

/** The same message for the asker alone. */
export function asPrivate(message: PlainMessage): InteractionReplyOptions {
  return { ...message, flags: [...message.flags, MessageFlags.Ephemeral] };
}

function textMessage(parts: readonly Part[]): PlainMessage {
  const [content = ''] = fitParts([parts], LIMITS.content);
  return { content, flags: [MessageFlags.SuppressEmbeds], allowedMentions: NO_PINGS };
}

function evidencePart(answer: Answer): Part {
  return { text: escapeMarkdown(answer.evidence.line), before: '-# ', keep: true };
}
