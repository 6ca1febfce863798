import type { HomeView, KnownBlock, ModalView } from '@slack/types';
import {
  browseOf,
  type Catalog,
  createSay,
  FORM_FACETS,
  LANGUAGE_TAGS,
  LANGUAGES,
  type LanguageTag,
  MAX_QUESTION_LENGTH,
  type Say,
} from '../../core/index.js';
import { ACTION, actions, button, context, plainText, type Rendered, section } from './blocks.js';
import { escapeAndCut, escapeText, linkAddresses } from './escape.js';
import { LIMITS } from './limits.js';

/** What a view is recognised by when it comes back. */
export const VIEW = { form: 'form', answer: 'answer' } as const;

/** The blocks and actions of the form; also the names in what a submission hands over. */
export const FORM = { text: 'text', from: 'from', to: 'to', channel: 'channel' } as const;

/** A modal with an answer or a text. */
export function answerView({ blocks }: Pick<Rendered, 'blocks'>, say: Say): ModalView {
  return {
    type: 'modal',
    callback_id: VIEW.answer,
    private_metadata: say.language,
    title: plainText(say('slack.title'), LIMITS.viewTitle),
    close: plainText(say('slack.close'), LIMITS.viewButton),
    blocks: blocks.slice(0, LIMITS.viewBlocks),
  };
}

/** The form with filters: every one with type-ahead, a line of text, dates, and where else the answer goes. */
export function formView(say: Say): ModalView {
  const choose = plainText(say('slack.choose'), LIMITS.placeholder);
  return {
    type: 'modal',
    callback_id: VIEW.form,
    private_metadata: say.language,
    title: plainText(say('slack.formTitle'), LIMITS.viewTitle),
    submit: plainText(say('slack.search'), LIMITS.viewButton),
    close: plainText(say('slack.close'), LIMITS.viewButton),
    blocks: [
      ...languageButtons(ACTION.form, say.language),
      input(FORM.text, say('slack.text'), {
        type: 'plain_text_input',
        action_id: FORM.text,
        max_length: MAX_QUESTION_LENGTH,
      }),
      ...FORM_FACETS.map((facet) =>
        input(facet, say(`facet.${facet}`), {
          type: 'multi_external_select',
          action_id: ACTION.filter + facet,
          placeholder: choose,
          min_query_length: 0,
        }),
      ),
      input(FORM.from, say('slack.from'), { type: 'datepicker', action_id: FORM.from }),
      input(FORM.to, say('slack.to'), { type: 'datepicker', action_id: FORM.to }),
      input(
        FORM.channel,
        say('slack.channel'),
        {
          type: 'conversations_select',
          action_id: FORM.channel,
          response_url_enabled: true,
          filter: { include: ['public', 'private', 'mpim', 'im'], exclude_bot_users: true },
        },
        say('slack.channelHint'),
      ),
    ],
  };
}

/** Buttons of the home page; four rows of fields and groups at most. */
const MOST_ENTRIES = 2 * LIMITS.actions;

/** The home page: what the plan is, what there is to browse, examples, data version, privacy. */
export function homeView(catalog: Catalog, language: LanguageTag): HomeView {
  const say = createSay(catalog, language);
  const browse = browseOf(catalog, language);
  const paragraph = (text: string): KnownBlock => section(linkAddresses(escapeAndCut(text, HOME_TEXT)));
  const heading = (text: string): KnownBlock => ({ type: 'header', text: plainText(text, LIMITS.header) });
  const entries = (list: readonly { readonly label: string; readonly count?: number; readonly code: string }[]) => {
    const buttons = list.slice(0, MOST_ENTRIES).map(({ label, count, code }) => {
      const name = count === undefined ? label : say('control.option', { label, count });
      return button(ACTION.click + code, name, { spoken: name });
    });
    return [...actions(buttons.slice(0, LIMITS.actions)), ...actions(buttons.slice(LIMITS.actions))];
  };
  return {
    type: 'home',
    private_metadata: language,
    blocks: [
      heading(browse.title),
      ...browse.sentences.map(paragraph),
      ...actions([button(`${ACTION.form}${language}`, say('slack.formTitle')), ...homeLanguages(language)]),
      heading(browse.fieldsLabel),
      ...entries(browse.fields),
      heading(browse.groupsLabel),
      ...entries(browse.groups),
      heading(browse.examplesLabel),
      ...entries(browse.examples),
      ...browse.privacy.map(paragraph),
      ...context(escapeText(browse.evidenceLine)),
    ],
  };
}

/** Leaves room for the marks of links. */
const HOME_TEXT = 2300;

function homeLanguages(language: LanguageTag) {
  return otherLanguages(language).map((tag) => button(`${ACTION.home}${tag}`, LANGUAGES[tag].name));
}

function languageButtons(prefix: string, language: LanguageTag): KnownBlock[] {
  return actions(otherLanguages(language).map((tag) => button(prefix + tag, LANGUAGES[tag].name)));
}

function otherLanguages(language: LanguageTag): LanguageTag[] {
  return LANGUAGE_TAGS.filter((tag) => tag !== language);
}

type InputElement = Extract<KnownBlock, { type: 'input' }>['element'];

function input(id: string, label: string, element: InputElement, hint?: string): KnownBlock {
  return {
    type: 'input',
    block_id: id,
    optional: true,
    label: plainText(label, LIMITS.inputLabel),
    element,
    ...(hint !== undefined && { hint: plainText(hint, LIMITS.inputLabel) }),
  };
}
