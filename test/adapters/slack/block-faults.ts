import type { KnownBlock } from '@slack/types';
import { LIMITS } from '../../../src/adapters/slack/limits.js';

/** Fields that Slack knows; it refuses others. */
const FIELDS: Readonly<Record<string, readonly string[]>> = {
  section: ['type', 'text', 'accessory', 'block_id'],
  context: ['type', 'elements', 'block_id'],
  actions: ['type', 'elements', 'block_id'],
  header: ['type', 'text', 'block_id'],
  input: ['type', 'block_id', 'label', 'hint', 'optional', 'element'],
  button: ['type', 'action_id', 'text', 'accessibility_label', 'url', 'value'],
  static_select: ['type', 'action_id', 'placeholder', 'options'],
  multi_external_select: ['type', 'action_id', 'placeholder', 'min_query_length'],
  plain_text_input: ['type', 'action_id', 'max_length'],
  datepicker: ['type', 'action_id'],
  conversations_select: ['type', 'action_id', 'response_url_enabled', 'filter'],
  mrkdwn: ['type', 'text', 'verbatim'],
  plain_text: ['type', 'text'],
};

/** Everything in which blocks break Slack's rules; read from the JSON that is sent, not from the types. */
export function blockFaults(blocks: readonly KnownBlock[], surface: 'message' | 'view'): string[] {
  const faults: string[] = [];
  const sent = JSON.parse(JSON.stringify(blocks)) as readonly Json[];
  const ids: string[] = [];
  const check = (path: string, value: unknown, max: number, min = 1): void => {
    const { length } = value as string;
    if (length < min || length > max) faults.push(`${path}: ${length} not within ${min} to ${max}`);
  };
  const visit = (path: string, value: Json): void => {
    const type = String(value.type);
    for (const key of Object.keys(value)) if (!FIELDS[type]?.includes(key)) faults.push(`${path}: ${type} has ${key}`);
    const text = (key: string, max: number): void => {
      const object = value[key] as Json;
      visit(`${path}.${key}`, object);
      check(`${path}.${key}`, object.text, max);
    };
    const each = (key: string, max: number): void => {
      const list = value[key] as Json[];
      check(`${path}.${key}`, list, max);
      for (const [index, one] of list.entries()) visit(`${path}.${key}[${index}]`, one);
    };
    if (value.action_id !== undefined) {
      check(`${path}.action_id`, value.action_id, LIMITS.actionId);
      ids.push(String(value.action_id));
    }
    if (value.block_id !== undefined) {
      check(`${path}.block_id`, value.block_id, LIMITS.blockId);
      ids.push(`block ${value.block_id}`);
    }
    switch (type) {
      case 'section':
        text('text', LIMITS.sectionText);
        if (value.accessory !== undefined) visit(`${path}.accessory`, value.accessory as Json);
        break;
      case 'header':
        text('text', LIMITS.header);
        break;
      case 'context':
        each('elements', LIMITS.contextElements);
        for (const { text: one } of value.elements as Json[]) check(`${path} text`, one, LIMITS.contextText);
        break;
      case 'actions':
        each('elements', LIMITS.actions);
        break;
      case 'input':
        text('label', LIMITS.inputLabel);
        visit(`${path}.element`, value.element as Json);
        break;
      case 'button':
        text('text', LIMITS.buttonText);
        if (value.url !== undefined) check(`${path}.url`, value.url, LIMITS.buttonUrl);
        if (value.value !== undefined) check(`${path}.value`, value.value, LIMITS.buttonValue);
        if (value.accessibility_label !== undefined) check(`${path} spoken`, value.accessibility_label, LIMITS.spoken);
        break;
      case 'static_select':
        text('placeholder', LIMITS.placeholder);
        check(`${path}.options`, value.options, LIMITS.options);
        for (const option of value.options as Json[]) {
          check(`${path} option`, (option.text as Json).text, LIMITS.optionText);
          check(`${path} option value`, option.value, LIMITS.optionValue);
        }
        break;
      case 'multi_external_select':
        text('placeholder', LIMITS.placeholder);
        break;
      case 'mrkdwn':
        if (/<[@!#]/.test(String(value.text))) faults.push(`${path}: calls somebody`);
        if (/@(?:channel|here|everyone)\b/i.test(String(value.text))) faults.push(`${path}: calls everybody`);
        if (/&(?!amp;|lt;|gt;)/.test(String(value.text))) faults.push(`${path}: torn entity`);
        break;
    }
  };
  for (const [index, block] of sent.entries()) visit(`blocks[${index}]`, block);
  if (new Set(ids).size < ids.length) faults.push('an id stands there twice');
  check('blocks', sent, surface === 'message' ? LIMITS.messageBlocks : LIMITS.viewBlocks);
  if (surface === 'message') check('message', JSON.stringify(blocks), LIMITS.message);
  return faults;
}

type Json = Readonly<Record<string, unknown>>;
