import type { App } from '@slack/bolt';
import { isLanguageTag, type LanguageTag } from '../../../core/index.js';
import type { Asker } from '../../adapter.js';
import { ACTION } from '../blocks.js';
import { readClick, viewLanguage } from '../read-payload.js';
import { homeView } from '../render-view.js';
import { askerOf, HOUSE_LANGUAGE, type SlackBot, type SlackClient } from '../slack-bot.js';

/** The home page, anew whenever someone opens it, in the language that it was last shown in. */
export function listenToHome(app: Pick<App, 'action' | 'event'>, bot: SlackBot): void {
  const publish = (client: SlackClient, asker: Asker, language: LanguageTag): Promise<void> =>
    bot.serve({
      way: 'home',
      asker,
      work: async () => {
        await client.views.publish({ user_id: asker.user, view: homeView(bot.context.planlotse().catalog, language) });
        return undefined;
      },
    });
  app.event('app_home_opened', async ({ event, client, context }) => {
    if (event.tab === 'home') await publish(client, askerOf(context), viewLanguage(event.view) ?? HOUSE_LANGUAGE);
  });
  app.action(new RegExp(`^${ACTION.home}`), async ({ ack, body, client, context }) => {
    await ack();
    const { actions } = readClick(body);
    const language = actions[0].action_id.slice(ACTION.home.length);
    if (isLanguageTag(language)) await publish(client, askerOf(context), language);
  });
}
