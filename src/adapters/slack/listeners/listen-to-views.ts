import type { App, ViewSubmitAction } from '@slack/bolt';
import { clausesFromFilters, createSay } from '../../../core/index.js';
import { openDirect, postPublicly, QUIET } from '../post.js';
import { readForm, viewLanguage } from '../read-payload.js';
import { answerView, FORM, VIEW } from '../render-view.js';
import { askerOf, HOUSE_LANGUAGE, type SlackBot } from '../slack-bot.js';
import { cannotPost } from '../slack-errors.js';

/** The form was sent: the answer takes its place, and stands in a channel as well if one was chosen. */
export function listenToViews(app: Pick<App, 'view'>, bot: SlackBot): void {
  app.view<ViewSubmitAction>(VIEW.form, async ({ ack, body, view, client, context, respond }) => {
    await bot.serve({
      way: 'form',
      asker: askerOf(context),
      work: async () => {
        const { planlotse, today } = bot.context;
        const current = planlotse();
        const { text, filters, channel } = readForm(view.state);
        // Words tell their language; filters alone do not.
        const language = text.trim() === '' ? { language: viewLanguage(view) ?? HOUSE_LANGUAGE } : {};
        const clauses = clausesFromFilters(filters);
        const answer = current.answer({ text, clauses, today: today(), ...language });
        const { catalog, render } = bot.replyWith(answer, current.catalog);
        const rendered = render();
        await ack({ response_action: 'update', view: answerView(rendered, createSay(catalog, answer.language)) });
        if (channel !== undefined) {
          await postPublicly(client, { channel }, rendered).catch(async (error: unknown) => {
            // Slack gives an address for the chosen channel, where the bot need not be a member.
            if (!cannotPost(error) || body.response_urls?.length !== 1) throw error;
            await respond({ ...rendered, ...QUIET, response_type: 'in_channel' });
          });
        }
        return { answer };
      },
      tell: async (text) =>
        postPublicly(client, { channel: await openDirect(client, body.user.id) }, { text, blocks: [] }),
      // In the form, which so keeps what was filled in.
      refuse: async (text) => ack({ response_action: 'errors', errors: { [FORM.text]: text } }),
    });
  });
}
