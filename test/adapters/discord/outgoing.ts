import {
  ApplicationCommandType,
  ComponentType,
  ContainerBuilder,
  ContainerComponent,
  ContextMenuCommandBuilder,
  SlashCommandBuilder,
  TextDisplayBuilder,
} from 'discord.js';
import { z } from 'zod';
import type { answerMessage } from '../../../src/adapters/discord/create-messages.js';
import { readMessage } from '../../../src/adapters/discord/read-message.js';

// What Discord's published description says of what a bot sends, strict: an unknown field is a fault.

const text = (max: number) => z.string().min(1).max(max);
const button = z.union([
  z.strictObject({ type: z.literal(2), style: z.literal(5), label: text(80), url: z.url().max(512) }),
  z.strictObject({ type: z.literal(2), style: z.number().min(1).max(4), label: text(80), custom_id: text(100) }),
]);
const select = z.strictObject({
  type: z.literal(3),
  custom_id: text(100),
  placeholder: z.string().max(150).optional(),
  options: z
    .array(z.strictObject({ label: text(100), value: text(100), description: text(100).optional() }))
    .min(1)
    .max(25),
});
const row = z.strictObject({
  type: z.literal(1),
  components: z.union([z.array(button).min(1).max(5), z.array(select).length(1)]),
});
const display = z.strictObject({ type: z.literal(10), content: text(4000) });
const section = z.strictObject({
  type: z.literal(9),
  components: z.array(display).min(1).max(3),
  accessory: button,
});
const container = z.strictObject({ type: z.literal(17), components: z.array(z.union([row, display, section])).min(1) });

const message = z.strictObject({
  content: z.string().max(2000).optional(),
  tts: z.literal(false).optional(),
  flags: z.number(),
  components: z
    .array(z.union([container, display]))
    .max(1)
    .optional(),
  allowed_mentions: z.strictObject({ parse: z.array(z.never()), replied_user: z.literal(false) }),
  attachments: z
    .array(z.strictObject({ id: z.string(), filename: text(200).optional() }))
    .max(10)
    .optional(),
  message_reference: z
    .strictObject({ message_id: z.string(), fail_if_not_exists: z.literal(false), type: z.literal(0).optional() })
    .optional(),
  enforce_nonce: z.literal(false).optional(),
  nonce: z.string().max(25).optional(),
});

const EPHEMERAL = 64;
const SUPPRESS_EMBEDS = 4;
const COMPONENTS_V2 = 32_768;

interface Node {
  readonly type: number;
  readonly components?: readonly Node[];
  readonly accessory?: Node;
  readonly content?: string;
  readonly custom_id?: string;
  readonly options?: readonly { readonly value: string }[];
}

/** Every fault of a message that the bot sends; `update` replaces one that is there. */
export function messageFaults(body: unknown, kind: 'new' | 'update' = 'new'): string[] {
  const parsed = message.safeParse(body);
  if (!parsed.success) return parsed.error.issues.map(({ path, message: what }) => `${path.join('.')}: ${what}`);
  const { flags, content = '', components = [] } = parsed.data;
  const nodes = components.flatMap((one) => flatten(one as Node));
  const total = nodes.reduce((sum, { content: own = '' }) => sum + own.length, 0);
  const ids = nodes.flatMap(({ custom_id }) => custom_id ?? []);
  const faults: string[] = [];
  if ((flags & ~(EPHEMERAL | SUPPRESS_EMBEDS | COMPONENTS_V2)) !== 0) faults.push(`unknown flags ${flags}`);
  if ((flags & SUPPRESS_EMBEDS) === 0) faults.push('links unfurl');
  if (kind === 'update' && (flags & EPHEMERAL) !== 0) faults.push('an update cannot become private');
  if ((flags & COMPONENTS_V2) !== 0 && content !== '') faults.push('content beside components');
  if ((flags & COMPONENTS_V2) === 0 && components.length > 0) faults.push('components without their flag');
  if (content === '' && components.length === 0) faults.push('empty');
  if (nodes.length > 40) faults.push(`${nodes.length} components`);
  if (total > 4000) faults.push(`${total} characters`);
  if (new Set(ids).size < ids.length) faults.push('custom_id twice');
  for (const { options = [] } of nodes) {
    if (new Set(options.map(({ value }) => value)).size < options.length) faults.push('option twice');
  }
  return [...faults, ...(components as readonly Node[]).flatMap(builderFaults)];
}

/** A message as discord.js sends it; files go beside it. */
export function sentMessage(message: ReturnType<typeof answerMessage>): unknown {
  const { flags, allowedMentions, files: _, ...rest } = message;
  const { parse, repliedUser } = allowedMentions ?? {};
  return JSON.parse(
    JSON.stringify({
      ...rest,
      flags: flags.reduce((sum, flag) => sum | flag, 0),
      allowed_mentions: { parse, replied_user: repliedUser },
    }),
  );
}

/** The one container of a message, as it comes back from Discord with a click. */
export function readComponents(components: readonly unknown[] | undefined): ReturnType<typeof readMessage> {
  const [container] = components ?? [];
  // The constructor is only for discord.js itself; it takes what Discord sends.
  const Container = ContainerComponent as unknown as new (data: unknown) => ContainerComponent;
  const component = { toJSON: () => new Container(container).toJSON() };
  return readMessage({ components: [component] as never });
}

/** Every text that is shown. */
export function textsIn(components: readonly unknown[] | undefined): string[] {
  return (components ?? []).flatMap((one) => flatten(one as Node)).flatMap(({ content }) => content ?? []);
}

/** A component and all that it holds. */
export function flatten(node: Node): Node[] {
  return [
    node,
    ...(node.components ?? []).flatMap(flatten),
    ...(node.accessory === undefined ? [] : flatten(node.accessory)),
  ];
}

/** What discord.js's own validators say of a component and all that it holds. */
function builderFaults(node: Node): string[] {
  try {
    switch (node.type as ComponentType) {
      case ComponentType.Container:
        new ContainerBuilder(node as never).toJSON();
        break;
      case ComponentType.TextDisplay:
        new TextDisplayBuilder().setContent(node.content ?? '').toJSON();
        break;
      default:
        return [`component of type ${node.type}`];
    }
    return [];
  } catch (error) {
    return [`discord.js refuses type ${node.type}: ${String(error)}`];
  }
}

const choice = z.strictObject({ name: text(100), value: text(100) });

/** Every fault of what answers an interaction. */
export function callbackFaults(body: unknown): string[] {
  const { type, data } = z.strictObject({ type: z.number(), data: z.unknown() }).parse(body);
  switch (type) {
    case 4:
      return messageFaults(data);
    case 7:
      return messageFaults(data, 'update');
    case 8: {
      const parsed = z.strictObject({ choices: z.array(choice).max(25) }).safeParse(data);
      return parsed.success ? [] : [`choices: ${parsed.error.message}`];
    }
    default:
      return [`callback of type ${type}`];
  }
}

const localized = z.record(z.enum(['en-US', 'en-GB']), text(100));
const option = z.strictObject({
  type: z.number(),
  name: z.string().regex(/^[a-z]{1,32}$/),
  description: text(100),
  description_localizations: localized,
  required: z.boolean().optional(),
  autocomplete: z.boolean().optional(),
});
const where = {
  integration_types: z.tuple([z.literal(0), z.literal(1)]).optional(),
  contexts: z.tuple([z.literal(0), z.literal(1), z.literal(2)]).optional(),
};
const commands = z.array(
  z.discriminatedUnion('type', [
    z.strictObject({
      type: z.literal(ApplicationCommandType.ChatInput),
      name: z.string().regex(/^[a-z0-9_-]{1,32}$/),
      description: text(100),
      description_localizations: localized,
      options: z.array(option.extend({ options: z.array(option).max(25) })).max(25),
      ...where,
    }),
    z.strictObject({
      type: z.literal(ApplicationCommandType.Message),
      name: text(32),
      name_localizations: z.record(z.string(), text(32)),
      ...where,
    }),
  ]),
);

/** Every fault of the commands that are registered. */
export function commandFaults(body: unknown): string[] {
  const parsed = commands.safeParse(body);
  if (!parsed.success) return parsed.error.issues.map(({ path, message: what }) => `${path.join('.')}: ${what}`);
  return parsed.data.flatMap((command) => {
    if (command.type === ApplicationCommandType.Message) {
      new ContextMenuCommandBuilder().setName(command.name).setType(command.type).toJSON();
      return [];
    }
    new SlashCommandBuilder().setName(command.name).setDescription(command.description).toJSON();
    const size = JSON.stringify(command).length;
    return size > 8000 ? [`/${command.name} has ${size} characters`] : [];
  });
}
