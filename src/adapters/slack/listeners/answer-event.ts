import type { Asker } from '../../adapter.js';
import { readable } from '../escape.js';
import { isChannel, type Place, postAnswer, postPublicly } from '../post.js';
import { readPrevious } from '../read-previous.js';
import type { SlackBot, SlackClient, Way } from '../slack-bot.js';
import type { QuestionEvent } from './read-event.js';

/** Answers a question that was written into a conversation, once, however often it is delivered. */
export async function answerEvent(
  bot: SlackBot,
  client: SlackClient,
  way: Extract<Way, 'mention' | 'message'>,
  asker: Asker,
  eventId: string,
  { channel, user, ts, thread_ts: threadTs, text }: QuestionEvent,
): Promise<void> {
  if (!(await isFirst(bot, eventId, channel, ts))) return;
  const isDirect = way === 'message';
  // A direct conversation stays where it is; in a channel every question gets a thread.
  const thread = threadTs ?? (isDirect ? undefined : ts);
  const place: Place = { channel, user, ...(thread !== undefined && { threadTs: thread }) };
  await bot.serve({
    way,
    asker,
    work: async () => {
      const asked = { channel, ts, isDirect, ...(threadTs !== undefined && { threadTs }) };
      // What is read from the conversation and the answer are of the same data, whatever is loaded in between.
      const current = bot.context.planlotse();
      const previous = await readPrevious(bot, client, asked, current.catalog);
      const { answer, render } = bot.ask(readable(text), { previous }, current);
      await postAnswer(bot, client, place, (isEphemeral) => render({ isEphemeral }));
      return { answer };
    },
    tell: (text) => postPublicly(client, place, { text, blocks: [] }),
    refuse: async (text, isNew) => {
      if (isNew) await tellAlone(client, { channel, user, ...(threadTs !== undefined && { threadTs }) }, text);
    },
  });
}

/** A sentence for the asker alone. In a thread that the asker has not begun nobody would see it. */
async function tellAlone(client: SlackClient, place: Place, text: string): Promise<void> {
  const { channel, user, threadTs } = place;
  if (!isChannel(channel)) {
    await postPublicly(client, place, { text, blocks: [] });
    return;
  }
  const thread = threadTs === undefined ? {} : { thread_ts: threadTs };
  await client.chat.postEphemeral({ channel, user, text, parse: 'none', link_names: false, ...thread });
}

/** A mention can come as `app_mention` and as `message`, and each again after a while. */
async function isFirst({ answered }: SlackBot, eventId: string, channel: string, ts: string): Promise<boolean> {
  const isNewEvent = await answered.claim(`event ${eventId}`);
  const isNewMessage = await answered.claim(`message ${channel} ${ts}`);
  return isNewEvent && isNewMessage;
}
