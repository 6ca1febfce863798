import type { App } from '@slack/bolt';
import { askerOf, type SlackBot } from '../slack-bot.js';
import { answerEvent } from './answer-event.js';
import { readDirectMessage } from './read-event.js';

/** A direct message: answered in the conversation. In channels only mentions are answered. */
export function listenToMessages(app: Pick<App, 'event'>, bot: SlackBot): void {
  app.event('message', async ({ event, body, client, context }) => {
    const question = readDirectMessage(event);
    if (question !== undefined) {
      await answerEvent(bot, client, 'message', askerOf(context), body.event_id, question);
    }
  });
}
