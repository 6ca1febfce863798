import type { App } from '@slack/bolt';
import { FORM_FACETS } from '../../../core/index.js';
import { ACTION, plainText } from '../blocks.js';
import { LIMITS } from '../limits.js';
import { viewLanguage } from '../read-payload.js';
import { HOUSE_LANGUAGE, type SlackBot } from '../slack-bot.js';

/** Choices while someone types into a filter of the form. */
export function listenToOptions(app: Pick<App, 'options'>, bot: SlackBot): void {
  for (const facet of FORM_FACETS) {
    app.options<'block_suggestion'>(ACTION.filter + facet, async ({ ack, body }) => {
      const language = viewLanguage(body.view) ?? HOUSE_LANGUAGE;
      const found = bot.suggestions().values(facet, body.value, language, LIMITS.options);
      await ack({ options: found.map(({ label, value }) => ({ text: plainText(label, LIMITS.optionText), value })) });
    });
  }
}
