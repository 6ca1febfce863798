import type { App } from '@slack/bolt';
import type { SlackBot } from '../slack-bot.js';
import { answerEvent } from './answer-event.js';
import { readDirectMessage } from './read-event.js';

/** A direct message: answered in the conversation. In channels only mentions are answered. */
export function listenToMessages(app: Pick<App, 'event'>, bot: SlackBot): void {
  app.event('message', async ({ event, body, client }) => {
    const question = readDirectMessage(event);
    if (question !== undefined) await answerEvent(bot, client, 'message', body.event_id, question);
  });
}
