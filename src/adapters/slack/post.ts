import type { Rendered } from './blocks.js';
import type { SlackBot, SlackClient } from './slack-bot.js';
import { cannotPost } from './slack-errors.js';

/** Nothing is unfurled, and no name is looked for in what users wrote. */
export const QUIET = { unfurl_links: false, unfurl_media: false, parse: 'none', link_names: false } as const;

/** Where an answer belongs, and for whom it is. */
export interface Place {
  readonly channel: string;
  readonly user: string;
  readonly threadTs?: string;
}

/** Whether others read along. */
export function isChannel(id: string): boolean {
  return !id.startsWith('D');
}

/** Posts for everybody. */
export async function postPublicly(
  client: SlackClient,
  { channel, threadTs }: Pick<Place, 'channel' | 'threadTs'>,
  rendered: Rendered,
): Promise<void> {
  await client.chat.postMessage({
    channel,
    ...rendered,
    ...QUIET,
    ...(threadTs !== undefined && { thread_ts: threadTs }),
  });
}

/**
 * Posts where the question stood; where the bot may not, only for the asker; where that fails too, in a direct message.
 * Nothing is left of an answer that no place takes but a line of the log.
 */
export async function postAnswer(
  bot: SlackBot,
  client: SlackClient,
  place: Place,
  render: (isEphemeral: boolean) => Rendered,
): Promise<void> {
  const { channel, user, threadTs } = place;
  const ways = [
    () => postPublicly(client, place, render(false)),
    () =>
      client.chat.postEphemeral({
        channel,
        user,
        ...render(true),
        parse: 'none',
        link_names: false,
        ...(threadTs !== undefined && { thread_ts: threadTs }),
      }),
    async () => postPublicly(client, { channel: await openDirect(client, user) }, render(false)),
  ];
  for (const way of ways) {
    try {
      await way();
      return;
    } catch (error) {
      if (!cannotPost(error)) throw error;
    }
  }
  bot.context.log.warn('no place takes the answer: neither the channel nor a direct message');
}

/** The conversation with one person. */
export async function openDirect(client: SlackClient, user: string): Promise<string> {
  const { channel } = await client.conversations.open({ users: user });
  if (channel?.id === undefined) throw new Error('Slack opened a direct message without saying which.');
  return channel.id;
}

/** Sends a file to one person. */
export async function sendFile(client: SlackClient, user: string, filename: string, content: string): Promise<void> {
  await client.files.uploadV2({
    channel_id: await openDirect(client, user),
    filename,
    title: filename,
    file: Buffer.from(content, 'utf8'),
  });
}
