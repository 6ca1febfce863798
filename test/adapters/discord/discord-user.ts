import { ApplicationCommandType, ChannelType, ComponentType, InteractionType } from 'discord.js';
import { generateSnowflake } from 'discord-digital-twin';
import { type DiscordServer, IDS, type Seen } from './discord-server.js';
import { flatten } from './outgoing.js';

/** Something that the bot has sent, as a user sees it. */
export interface Shown {
  readonly id: string;
  readonly channel_id: string;
  readonly content: string;
  readonly flags?: number;
  readonly components?: readonly ShownNode[];
}

export interface ShownNode {
  readonly type: number;
  readonly label?: string;
  readonly placeholder?: string;
  readonly custom_id?: string;
  readonly content?: string;
  readonly url?: string;
  readonly options?: readonly { readonly label: string; readonly value: string }[];
  readonly components?: readonly ShownNode[];
  readonly accessory?: ShownNode;
}

/** How the bot answered an interaction. */
export interface Reply {
  /** 4: a new message, 7: another in its place, 8: choices. */
  readonly type: number;
  readonly data: {
    readonly flags?: number;
    readonly content?: string;
    readonly choices?: readonly { readonly name: string; readonly value: string }[];
  };
  readonly files: Seen['files'];
  /** Milliseconds from the event to the answer. */
  readonly ms: number;
  /** The message as it is now; absent for choices and where Discord refused it. */
  readonly message?: Shown;
}

/** Where and as whom someone does something. */
export interface Place {
  readonly user?: string;
  readonly channel?: string;
  readonly guild?: string | null;
  readonly locale?: string;
  /** For everything else that an interaction says. */
  readonly payload?: Readonly<Record<string, unknown>>;
}

type Option = Readonly<Record<string, unknown>>;

export interface DiscordUser {
  readonly command: (
    subcommand: string,
    options?: Readonly<Record<string, string | boolean>>,
    place?: Place,
  ) => Promise<Reply>;
  readonly type: (subcommand: string, focused: string, value: string, place?: Place) => Promise<Reply>;
  /** Clicks the button or menu with this label; for a menu, its option that begins so. */
  readonly click: (message: Shown | undefined, label: string, option?: string, place?: Place) => Promise<Reply>;
  readonly clickCode: (message: Shown | undefined, code: string, place?: Place) => Promise<Reply>;
  readonly lookUp: (text: string, place?: Place) => Promise<Reply>;
  /** Writes a message; resolves with the bot's next message in the channel. */
  readonly say: (text: string, place?: Place & { readonly replyTo?: Shown }) => Promise<Shown>;
  /** Writes a message that is not for the bot. */
  readonly mutter: (text: string, place?: Place & { readonly replyTo?: Shown }) => Promise<void>;
  readonly message: (id: string, channel: string) => Promise<Shown>;
}

export function createUser(server: DiscordServer, byDefault: Place = {}): DiscordUser {
  const { twin, gateway } = server;

  async function interact(type: InteractionType, data: Option, place: Place, message?: Shown): Promise<Reply> {
    const {
      user = IDS.asker,
      channel = IDS.general,
      guild = IDS.guild,
      locale = 'de',
      payload = {},
    } = { ...byDefault, ...place };
    const id = generateSnowflake();
    const token = `interaction-token-${id}`;
    await twin.prisma.interactionResponse.create({
      data: {
        interactionId: id,
        interactionToken: token,
        applicationId: IDS.bot,
        channelId: channel,
        type: 0,
        messageId: message?.id ?? null,
        acknowledged: false,
      },
    });
    const person = { id: user, username: 'somebody', discriminator: '0', avatar: null };
    const began = performance.now();
    gateway.dispatch('INTERACTION_CREATE', {
      id,
      application_id: IDS.bot,
      type,
      token,
      version: 1,
      data,
      channel_id: channel,
      channel: { id: channel, type: guild === null ? ChannelType.DM : ChannelType.GuildText },
      ...(guild === null
        ? { user: person }
        : {
            guild_id: guild,
            guild: { id: guild, locale: 'en-US', features: [] },
            guild_locale: 'en-US',
            member: {
              user: person,
              roles: [],
              joined_at: '2024-01-01T00:00:00.000Z',
              deaf: false,
              mute: false,
              flags: 0,
              permissions: '0',
            },
          }),
      ...(message === undefined
        ? {}
        : {
            message: {
              author: { id: IDS.bot, username: 'planlotse', discriminator: '0', bot: true },
              timestamp: '2026-01-01T00:00:00.000Z',
              attachments: [],
              embeds: [],
              mentions: [],
              mention_roles: [],
              pinned: false,
              tts: false,
              mention_everyone: false,
              edited_timestamp: null,
              type: 0,
              ...message,
            },
          }),
      app_permissions: '0',
      locale,
      entitlements: [],
      authorizing_integration_owners: { 0: guild ?? '0' },
      context: guild === null ? 1 : 0,
      attachment_size_limit: 10_000_000,
      ...payload,
    });
    const seen = await server.request(new RegExp(`^POST /interactions/${id}/`));
    const { type: kind, data: answer } = seen.body as Pick<Reply, 'type' | 'data'>;
    const reply = { type: kind, data: answer, files: seen.files, ms: seen.at - began };
    const stored = await twin.prisma.interactionResponse.findUniqueOrThrow({ where: { interactionId: id } });
    const shown = kind === 8 || !stored.acknowledged || stored.messageId === null ? undefined : stored.messageId;
    return shown === undefined ? reply : { ...reply, message: await fetchMessage(shown, channel) };
  }

  async function fetchMessage(id: string, channel: string): Promise<Shown> {
    const answer = await fetch(`${twin.restUrl}/v10/channels/${channel}/messages/${id}`);
    return (await answer.json()) as Shown;
  }

  const commandData = (subcommand: string, options: readonly Option[]): Option => ({
    id: '500000000000000001',
    name: 'plan',
    type: ApplicationCommandType.ChatInput,
    options: [{ type: 1, name: subcommand, options }],
  });

  const post = async (text: string, place: Place & { readonly replyTo?: Shown }): Promise<string> => {
    const { user = IDS.asker, channel = IDS.general } = { ...byDefault, ...place };
    const { replyTo } = place;
    const said = await twin.simulateUserMessage({
      channelId: channel,
      userId: user,
      content: text,
      ...(replyTo === undefined
        ? {}
        : { messageReference: { type: 0, channel_id: channel, message_id: replyTo.id, to_bot: true } as never }),
    });
    return said.id;
  };

  return {
    command: (subcommand, options = {}, place = {}) => {
      const given = Object.entries(options).map(([name, value]) => ({
        name,
        value,
        type: typeof value === 'boolean' ? 5 : 3,
      }));
      return interact(InteractionType.ApplicationCommand, commandData(subcommand, given), place);
    },
    type: (subcommand, focused, value, place = {}) =>
      interact(
        InteractionType.ApplicationCommandAutocomplete,
        commandData(subcommand, [{ type: 3, name: focused, value, focused: true }]),
        place,
      ),
    click: (message, label, option, place = {}) => {
      const node = controlOf(message, label);
      const value = node.options?.find((one) => one.label.startsWith(option ?? ''))?.value;
      if (node.options !== undefined && value === undefined) throw new Error(`no option "${option}" in "${label}"`);
      const data = {
        custom_id: node.custom_id,
        component_type: node.type,
        ...(value === undefined ? {} : { values: [value] }),
      };
      return interact(
        InteractionType.MessageComponent,
        data,
        { ...(message === undefined ? {} : { channel: message.channel_id }), ...place },
        message,
      );
    },
    clickCode: (message, code, place = {}) =>
      interact(
        InteractionType.MessageComponent,
        { custom_id: code, component_type: ComponentType.Button },
        place,
        message,
      ),
    lookUp: (text, place = {}) => {
      const target = generateSnowflake();
      const looked = {
        id: target,
        channel_id: IDS.general,
        author: { id: IDS.other, username: 'other', discriminator: '0' },
        content: text,
        timestamp: '2026-01-01T00:00:00.000Z',
        edited_timestamp: null,
        tts: false,
        mention_everyone: false,
        mentions: [],
        mention_roles: [],
        attachments: [],
        embeds: [],
        pinned: false,
        type: 0,
      };
      return interact(
        InteractionType.ApplicationCommand,
        {
          id: '500000000000000002',
          name: 'Im Plan nachschlagen',
          type: ApplicationCommandType.Message,
          target_id: target,
          resolved: { messages: { [target]: looked } },
        },
        place,
      );
    },
    say: async (text, place = {}) => {
      const { channel = IDS.general } = { ...byDefault, ...place };
      const from = server.seen.length;
      await post(text, place);
      await server.request(new RegExp(`^POST /channels/${channel}/messages$`), from);
      const all = await twin.channel(channel).getMessages();
      const last = all.filter(({ author }) => author.id === IDS.bot).at(-1);
      return last as unknown as Shown;
    },
    mutter: async (text, place = {}) => void (await post(text, place)),
    message: fetchMessage,
  };
}

function controlOf(message: Shown | undefined, label: string): ShownNode {
  const nodes = nodesOf(message);
  const found = nodes.find((node) => node.label === label || node.placeholder === label);
  if (found !== undefined) return found;
  throw new Error(`no "${label}" among ${labelsOf(message).join(' | ')}`);
}

/** All components of a message. */
export function nodesOf(message: Shown | undefined): ShownNode[] {
  return (message?.components ?? []).flatMap((node) => flatten(node)) as ShownNode[];
}

/** What its buttons and menus say. */
export function labelsOf(message: Shown | undefined): string[] {
  return nodesOf(message).flatMap(({ label, placeholder }) => label ?? placeholder ?? []);
}

/** All its text. */
export function textOf(message: Shown | undefined): string {
  const texts = nodesOf(message).flatMap(({ content }) => content ?? []);
  return [message?.content ?? '', ...texts].join('\n');
}
