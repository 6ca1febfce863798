import type { App } from '@slack/bolt';
import { readable } from '../escape.js';
import { isChannel, QUIET } from '../post.js';
import { askerOf, type SlackBot } from '../slack-bot.js';

/** `/plan <question>`: an answer that only the asker sees, with the offer to share it. */
export function listenToCommands(app: Pick<App, 'command'>, bot: SlackBot): void {
  app.command(`/${bot.context.command}`, async ({ ack, command, context, respond }) => {
    await ack();
    await bot.serve({
      way: 'command',
      asker: askerOf(context),
      work: async () => {
        const { answer, render } = bot.ask(readable(command.text));
        const share = isChannel(command.channel_id);
        await respond({ ...render({ isEphemeral: true, share }), ...QUIET, response_type: 'ephemeral' });
        return { answer };
      },
      tell: (text) => respond({ text, response_type: 'ephemeral' }),
    });
  });
}
