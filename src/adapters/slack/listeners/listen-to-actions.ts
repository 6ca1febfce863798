import type { App } from '@slack/bolt';
import { type ClickReply, createSay, isLanguageTag, respondToClick } from '../../../core/index.js';
import { ACTION, type Rendered } from '../blocks.js';
import { sendFile } from '../post.js';
import { type ClickBody, languageOf, readClick, shownBy } from '../read-payload.js';
import { renderCopyText, renderNote, renderWhyText } from '../render-text.js';
import { formView } from '../render-view.js';
import { askerOf, HOUSE_LANGUAGE, type Served, type SlackBot, type SlackClient } from '../slack-bot.js';
import { type ClickPlace, placeOf } from './click-place.js';

/** Clicks on what an answer or the home page offers. */
export function listenToActions(app: Pick<App, 'action'>, bot: SlackBot): void {
  app.action(new RegExp(`^${ACTION.click}`), async ({ ack, body, client, context, respond }) => {
    await ack();
    const click = readClick(body);
    const place = placeOf(bot, client, click, respond);
    const tell = (text: string): Promise<void> => place.tell(renderNote(text));
    await bot.serve({
      way: 'click',
      asker: askerOf(context),
      work: () => answerClick(bot, client, click, place),
      tell,
    });
  });
  // The browser opens the page; Slack only wants to hear that the click arrived.
  app.action(new RegExp(`^${ACTION.link}`), async ({ ack }) => ack());
  app.action(new RegExp(`^${ACTION.form}`), async ({ ack, body, client, context }) => {
    await ack();
    const click = readClick(body);
    await bot.serve({ way: 'form', asker: askerOf(context), work: () => showForm(bot, client, click) });
  });
}

async function answerClick(
  bot: SlackBot,
  client: SlackClient,
  click: ClickBody,
  place: ClickPlace,
): Promise<Served | undefined> {
  const { planlotse, today } = bot.context;
  const current = planlotse();
  const { catalog } = current;
  const { lines, codes } = shownBy(click);
  const [{ action_id: id, selected_option: option }] = click.actions;
  const language = languageOf(codes, catalog);
  const reply = respondToClick(current, {
    code: id.slice(ACTION.click.length),
    lines,
    today: today(),
    ...(option && { value: option.value }),
    ...(language !== undefined && { language }),
  });
  if (reply.kind === 'unknown') {
    await place.tell(renderNote(reply.text));
    return undefined;
  }
  const { answer } = reply;
  const say = createSay(catalog, answer.language);
  /** Text where a message can hold it, else a file. */
  const tell = async (rendered: Rendered | undefined, text: string): Promise<void> => {
    if (rendered === undefined) await sendFile(client, click.user.id, `planlotse-${catalog.version.hash}.txt`, text);
    await place.tell(rendered ?? renderNote(say('slack.copySent')));
  };
  switch (reply.kind) {
    case 'answer':
      await place.show(bot.replyWith(answer, catalog));
      break;
    case 'text':
      await tell((reply.extra === 'why' ? renderWhyText : renderCopyText)(reply.text), reply.text);
      break;
    case 'table':
      await sendFile(client, click.user.id, reply.table.filename, reply.table.csv);
      await place.tell(renderNote(say('slack.tableSent')));
      break;
    case 'share':
      await place.share(bot.replyWith(answer, catalog));
      break;
  }
  return { answer, ...extraOf(reply) };
}

/** What was shown where it was not the answer itself. */
function extraOf(reply: Exclude<ClickReply, { kind: 'unknown' }>): Pick<Served, 'extra'> {
  switch (reply.kind) {
    case 'text':
      return { extra: reply.extra };
    case 'table':
      return { extra: 'table' };
    case 'answer':
    case 'share':
      return {};
  }
}

/** Opens the form from the home page, or shows it in the other language. */
async function showForm(bot: SlackBot, client: SlackClient, click: ClickBody): Promise<undefined> {
  const { trigger_id: triggerId, view, actions } = click;
  const tag = actions[0].action_id.slice(ACTION.form.length);
  const language = isLanguageTag(tag) ? tag : HOUSE_LANGUAGE;
  const form = formView(createSay(bot.context.planlotse().catalog, language));
  if (view?.type === 'modal') await client.views.update({ view_id: view.id, view: form });
  else await client.views.open({ trigger_id: triggerId, view: form });
  return undefined;
}
