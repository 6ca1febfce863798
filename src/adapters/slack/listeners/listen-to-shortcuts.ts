import type { App } from '@slack/bolt';
import { createSay } from '../../../core/index.js';
import { readable } from '../escape.js';
import { isChannel, QUIET } from '../post.js';
import { formView } from '../render-view.js';
import { askerOf, HOUSE_LANGUAGE, type SlackBot } from '../slack-bot.js';

/** What the manifest calls the shortcuts. */
export const SHORTCUT = { lookUp: 'look_up', search: 'search' } as const;

/** "Im Plan nachschlagen" at a message, and the form with filters from anywhere. */
export function listenToShortcuts(app: Pick<App, 'shortcut'>, bot: SlackBot): void {
  app.shortcut(
    { callback_id: SHORTCUT.lookUp, type: 'message_action' },
    async ({ ack, shortcut: { message, channel }, context, respond }) => {
      await ack();
      const thread = typeof message.thread_ts === 'string' ? { thread_ts: message.thread_ts } : {};
      await bot.serve({
        way: 'shortcut',
        asker: askerOf(context),
        work: async () => {
          const { answer, render } = bot.ask(readable(message.text ?? ''), { isTyped: false });
          const rendered = render({ isEphemeral: true, share: isChannel(channel.id) });
          await respond({ ...rendered, ...QUIET, ...thread, response_type: 'ephemeral' });
          return { answer };
        },
        tell: (text) => respond({ text, ...thread, response_type: 'ephemeral' }),
      });
    },
  );
  app.shortcut({ callback_id: SHORTCUT.search, type: 'shortcut' }, async ({ ack, shortcut, client, context }) => {
    await ack();
    await bot.serve({
      way: 'shortcut',
      asker: askerOf(context),
      work: async () => {
        const say = createSay(bot.context.planlotse().catalog, HOUSE_LANGUAGE);
        await client.views.open({ trigger_id: shortcut.trigger_id, view: formView(say) });
        return undefined;
      },
    });
  });
}
