import type { App } from '@slack/bolt';
import { FORM_FACETS } from '../../../core/index.js';
import { ACTION, plainText } from '../blocks.js';
import { LIMITS } from '../limits.js';
import { viewLanguage } from '../read-payload.js';
import { askerOf, HOUSE_LANGUAGE, type SlackBot } from '../slack-bot.js';

/** Choices while someone types into a filter of the form; none for whoever types too much. */
export function listenToOptions(app: Pick<App, 'options'>, bot: SlackBot): void {
  for (const facet of FORM_FACETS) {
    app.options<'block_suggestion'>(ACTION.filter + facet, async ({ ack, body, context }) => {
      const isIn = await bot.context.intake.typing(askerOf(context));
      const language = viewLanguage(body.view) ?? HOUSE_LANGUAGE;
      const found = isIn ? bot.suggestions().values(facet, body.value, language, LIMITS.options) : [];
      await ack({ options: found.map(({ label, value }) => ({ text: plainText(label, LIMITS.optionText), value })) });
    });
  }
}
