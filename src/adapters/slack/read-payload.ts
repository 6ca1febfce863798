import { z } from 'zod';
import {
  type Catalog,
  decodeClick,
  FORM_FACETS,
  type FormFilters,
  isLanguageTag,
  type LanguageTag,
} from '../../core/index.js';
import { ACTION } from './blocks.js';
import { readable, uncarry } from './escape.js';
import { FORM } from './render-view.js';

const textObject = z.object({ text: z.string() });
const element = z.object({ action_id: z.string().optional(), text: z.union([z.string(), textObject]).optional() });
const block = z.object({
  type: z.string(),
  text: textObject.optional(),
  accessory: element.optional(),
  elements: z.array(element).optional(),
});
const blockList = z.array(block);

/** What a message or view of the bot still tells: its lines without markup, and the codes of its buttons. */
export interface ShownMessage {
  readonly lines: readonly string[];
  readonly codes: readonly string[];
}

/** Reads the blocks of a message or view as Slack hands them over; of foreign ones nothing is told. */
export function readBlocks(blocks: unknown): ShownMessage {
  const { data: known = [] } = blockList.safeParse(blocks);
  const texts = known.flatMap(({ type, text, elements = [] }) => [
    ...(text === undefined ? [] : [text.text]),
    ...(type === 'context' ? elements.flatMap((one) => (typeof one.text === 'string' ? [one.text] : [])) : []),
  ]);
  const ids = known.flatMap(({ accessory, elements = [] }) =>
    [...(accessory === undefined ? [] : [accessory]), ...elements].flatMap((one) => one.action_id ?? []),
  );
  return {
    lines: texts.flatMap((text) => text.split('\n')).map(readable),
    codes: ids.filter((id) => id.startsWith(ACTION.click)).map((id) => id.slice(ACTION.click.length)),
  };
}

/** The language of a message, from what its buttons carry. */
export function languageOf(codes: readonly string[], catalog: Catalog): LanguageTag | undefined {
  for (const code of codes) {
    const click = decodeClick(code, catalog)?.click;
    if (click !== undefined) return 'query' in click ? click.query.language : click.language;
  }
  return undefined;
}

const shown = z.object({ id: z.string(), type: z.string(), blocks: z.unknown().optional() });

const clickBody = z.object({
  user: z.object({ id: z.string() }),
  trigger_id: z.string(),
  channel: z.object({ id: z.string() }).optional(),
  container: z.object({ is_ephemeral: z.boolean().optional(), thread_ts: z.string().optional() }),
  message: z.object({ blocks: z.unknown().optional(), thread_ts: z.string().optional() }).optional(),
  view: shown.optional(),
  actions: z.tuple(
    [
      z.object({
        action_id: z.string(),
        block_id: z.string().optional(),
        value: z.string().optional(),
        selected_option: z.object({ value: z.string() }).nullish(),
      }),
    ],
    z.unknown().optional(),
  ),
});

/** A click on a button or menu. */
export type ClickBody = z.infer<typeof clickBody>;

/** @throws z.ZodError where the payload is none of Slack's. */
export function readClick(body: unknown): ClickBody {
  return clickBody.parse(body);
}

/** The lines and codes of what was clicked. Of a private message Slack tells only what the button itself carries. */
export function shownBy({ message, view, actions: [action] }: ClickBody): ShownMessage {
  const { lines, codes } = readBlocks(message?.blocks ?? view?.blocks);
  const own = action.action_id.slice(ACTION.click.length);
  const carried = [action.value, action.block_id].flatMap((text) => (text === undefined ? [] : [uncarry(text)]));
  return { lines: [...lines, ...carried], codes: [own, ...codes] };
}

const chosen = z.object({
  value: z.string().nullish(),
  selected_date: z.string().nullish(),
  selected_conversation: z.string().nullish(),
  selected_options: z.array(z.object({ value: z.string() })).nullish(),
});
const formState = z.object({ values: z.record(z.string(), z.record(z.string(), chosen)) });

/** What a form was filled with. */
export interface FilledForm {
  readonly text: string;
  readonly filters: FormFilters;
  readonly channel?: string;
}

/** @throws z.ZodError where the payload is none of Slack's. */
export function readForm(state: unknown): FilledForm {
  const { values } = formState.parse(state);
  const one = (id: string) => Object.values(values[id] ?? {})[0];
  const from = one(FORM.from)?.selected_date ?? undefined;
  const to = one(FORM.to)?.selected_date ?? undefined;
  const channel = one(FORM.channel)?.selected_conversation ?? undefined;
  const facets = FORM_FACETS.map((facet) => [facet, (one(facet)?.selected_options ?? []).map(({ value }) => value)]);
  return {
    text: readable(one(FORM.text)?.value ?? ''),
    filters: {
      ...Object.fromEntries(facets),
      ...(from !== undefined && { from }),
      ...(to !== undefined && { to }),
    },
    ...(channel !== undefined && { channel }),
  };
}

/** The language that a view was made in. */
export function viewLanguage(view: { readonly private_metadata?: string } | undefined): LanguageTag | undefined {
  const tag = view?.private_metadata ?? '';
  return isLanguageTag(tag) ? tag : undefined;
}
