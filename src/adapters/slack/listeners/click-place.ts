import type { RespondFn } from '@slack/bolt';
import { createSay } from '../../../core/index.js';
import type { Rendered } from '../blocks.js';
import { isChannel, postPublicly, QUIET } from '../post.js';
import type { ClickBody } from '../read-payload.js';
import { answerView } from '../render-view.js';
import { HOUSE_LANGUAGE, type Reply, type SlackBot, type SlackClient } from '../slack-bot.js';
import { cannotPost } from '../slack-errors.js';

/** Where something was clicked, and so where what it brings is shown. */
export interface ClickPlace {
  /** In place of a private answer, beside a public one, only for who clicked. */
  readonly show: (reply: Reply) => Promise<void>;
  /** Beside the answer, only for who clicked. */
  readonly tell: (rendered: Rendered) => Promise<void>;
  /** For everybody. */
  readonly share: (reply: Reply) => Promise<void>;
}

/** The place of a click, from its payload. */
export function placeOf(bot: SlackBot, client: SlackClient, click: ClickBody, respond: RespondFn): ClickPlace {
  const { view, channel } = click;
  if (view !== undefined) return inView(bot, client, click.trigger_id, view);
  return inMessage(client, click, channel?.id ?? '', respond);
}

function inMessage(client: SlackClient, click: ClickBody, channel: string, respond: RespondFn): ClickPlace {
  const { container, message } = click;
  const isEphemeral = container.is_ephemeral === true;
  const isPrivate = isEphemeral || !isChannel(channel);
  const threadTs = message?.thread_ts ?? container.thread_ts;
  const thread = threadTs === undefined ? {} : { thread_ts: threadTs };
  const beside = { ...QUIET, ...thread, response_type: 'ephemeral', replace_original: false } as const;
  const replace = async (rendered: Rendered): Promise<void> => {
    await respond({ ...rendered, ...QUIET, replace_original: true });
  };
  return {
    show: async ({ render }) => {
      if (isPrivate) await replace(render({ isEphemeral, share: isEphemeral && isChannel(channel) }));
      else await respond({ ...render({ isEphemeral: true, share: true }), ...beside });
    },
    tell: async (rendered) => {
      await respond({ ...rendered, ...beside });
    },
    share: async ({ render }) => {
      await postPublicly(client, { channel, ...(threadTs !== undefined && { threadTs }) }, render()).catch(
        async (error: unknown) => {
          // The address that came with the click also works where the bot is no member.
          if (!cannotPost(error)) throw error;
          await respond({ ...render(), ...QUIET, ...thread, response_type: 'in_channel', replace_original: false });
        },
      );
      // Shared once: the offer goes away.
      await replace(render({ isEphemeral }));
    },
  };
}

function inView(
  bot: SlackBot,
  client: SlackClient,
  triggerId: string,
  view: { readonly id: string; readonly type: string },
): ClickPlace {
  const open = async (rendered: Rendered, language = HOUSE_LANGUAGE): Promise<void> => {
    const shown = answerView(rendered, createSay(bot.context.planlotse().catalog, language));
    const { views } = client;
    if (view.type === 'modal') await views.push({ trigger_id: triggerId, view: shown });
    else await views.open({ trigger_id: triggerId, view: shown });
  };
  const show = async ({ answer, catalog, render }: Reply): Promise<void> => {
    if (view.type === 'modal') {
      await client.views.update({ view_id: view.id, view: answerView(render(), createSay(catalog, answer.language)) });
    } else {
      await open(render(), answer.language);
    }
  };
  return { show, tell: open, share: show };
}
