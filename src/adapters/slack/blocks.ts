import type { ActionsBlock, Button, ContextBlock, PlainTextElement, SectionBlock, StaticSelect } from '@slack/types';
import { plain } from './escape.js';
import { LIMITS } from './limits.js';

/** What the ids of buttons and menus begin with; the listeners tell them apart by it. */
export const ACTION = {
  /** A code of the core follows. */
  click: 'click:',
  link: 'link:',
  /** A language follows. */
  home: 'home:',
  /** A language follows. */
  form: 'form:',
  /** A facet follows. */
  filter: 'filter:',
} as const;

/** An answer as Slack takes it; `text` says everything for screen readers and notifications. */
export interface Rendered {
  readonly text: string;
  readonly blocks: (ActionsBlock | ContextBlock | SectionBlock)[];
}

/** A paragraph; the text is escaped already. */
export function section(text: string, accessory?: Button): SectionBlock {
  return { type: 'section', text: { type: 'mrkdwn', text, verbatim: true }, ...(accessory && { accessory }) };
}

/** Small print; each text is escaped already and stands on lines of its own. */
export function context(...texts: readonly string[]): ContextBlock[] {
  const elements = texts
    .filter((text) => text !== '')
    .slice(0, LIMITS.contextElements)
    .map((text) => ({ type: 'mrkdwn' as const, text, verbatim: true }));
  return elements.length === 0 ? [] : [{ type: 'context', elements }];
}

/** A row of buttons or menus; none where there is nothing to do. */
export function actions(elements: readonly (Button | StaticSelect)[], blockId?: string): ActionsBlock[] {
  const shown = elements.slice(0, LIMITS.actions);
  return shown.length === 0
    ? []
    : [{ type: 'actions', elements: shown, ...(blockId !== undefined && { block_id: blockId }) }];
}

/** A button; `spoken` says more than the label to those who hear it. */
export function button(
  id: string,
  label: string,
  { spoken, url, value }: { readonly spoken?: string; readonly url?: string; readonly value?: string } = {},
): Button {
  return {
    type: 'button',
    action_id: id,
    text: plainText(label, LIMITS.buttonText),
    ...(spoken !== undefined && spoken !== label && { accessibility_label: plain(spoken, LIMITS.spoken) }),
    ...(url !== undefined && { url }),
    ...(value !== undefined && { value }),
  };
}

export function plainText(text: string, limit: number): PlainTextElement {
  return { type: 'plain_text', text: plain(text, limit) };
}
