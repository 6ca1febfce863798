import type { App } from '@slack/bolt';
import { askerOf, type SlackBot } from '../slack-bot.js';
import { answerEvent } from './answer-event.js';
import { readMention } from './read-event.js';

/** `@Planlotse …` in a channel: answered in the thread. */
export function listenToMentions(app: Pick<App, 'event'>, bot: SlackBot): void {
  app.event('app_mention', async ({ event, body, client, context }) => {
    const question = readMention(event);
    if (question !== undefined) {
      await answerEvent(bot, client, 'mention', askerOf(context), body.event_id, question);
    }
  });
}
