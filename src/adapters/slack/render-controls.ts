import type { ActionsBlock, Button, StaticSelect } from '@slack/types';
import type { Control } from '../../core/index.js';
import { ACTION, actions, button, plainText } from './blocks.js';
import { LIMITS, type Room } from './limits.js';

type Coded = Exclude<Control, { kind: 'link' | 'mailbox' }>;

/**
 * A button with the core's code.
 *
 * @param carried - The line that echoes the question, for a private message: Slack does not hand its text over again.
 *   What opens a record or a field, or asks an example, does without.
 */
export function clickButton(control: Coded, carried?: string): Button {
  return button(ACTION.click + control.code, control.label, {
    ...('spoken' in control && { spoken: control.spoken }),
    ...(carried !== undefined && { value: carried }),
  });
}

/**
 * What a reader can do with an answer, in rows: pages, menus, further questions, extras, web pages.
 *
 * @param carried - As for {@link clickButton}; menus carry it in the id of their row, and are left out if it is longer.
 */
export function controlBlocks(controls: readonly Control[], room: Room, carried?: string): ActionsBlock[] {
  const steps: Button[] = [];
  const menus: StaticSelect[] = [];
  const questions: Button[] = [];
  const extras: Button[] = [];
  const links: Button[] = [];
  for (const control of controls) {
    switch (control.kind) {
      case 'previous':
      case 'next':
      case 'list':
        steps.push(clickButton(control, carried));
        break;
      case 'narrow':
        menus.push(...menu(control, room));
        break;
      case 'option':
        questions.push(clickButton(control, carried));
        break;
      case 'field':
      case 'example':
      case 'related':
        questions.push(clickButton(control));
        break;
      case 'why':
      case 'copy':
      case 'table':
      case 'share':
      case 'language':
        extras.push(clickButton(control, carried));
        break;
      case 'link':
        if (control.url.length <= Math.min(room.url, LIMITS.buttonUrl)) {
          links.push(button(`${ACTION.link}${links.length}`, control.label, control));
        }
        break;
      case 'details':
      // Stands beside its record.
      case 'mailbox':
        // Stands in the text: buttons open no mail program.
        break;
    }
  }
  return [
    ...actions(steps),
    ...(carried === undefined || carried.length <= LIMITS.blockId ? actions(menus, carried) : []),
    ...actions(questions.slice(0, room.buttons)),
    ...actions(extras),
    ...actions(links.slice(0, room.links)),
  ];
}

function menu({ code, label, options }: Extract<Control, { kind: 'narrow' }>, room: Room): StaticSelect[] {
  const shown = options.slice(0, Math.min(room.options, LIMITS.options));
  return shown.length === 0
    ? []
    : [
        {
          type: 'static_select',
          action_id: ACTION.click + code,
          placeholder: plainText(label, LIMITS.placeholder),
          options: shown.map((option) => ({ text: plainText(option.label, LIMITS.optionText), value: option.value })),
        },
      ];
}
