import { Client, GatewayIntentBits, Options, Partials } from 'discord.js';

/** How to reach Discord. */
export interface DiscordOptions {
  readonly token: string;
  /** Servers where answers to commands are public unless the asker says otherwise. */
  readonly publicGuilds: readonly string[];
  /** Another address than Discord's, for tests and proxies. */
  readonly apiUrl?: string;
}

/** How long a request may take, in milliseconds; an interaction is void after 3 s anyway. */
const TIMEOUT = 10_000;

/**
 * A client that hears only what is meant for it. Without the MessageContent intent Discord sends the text of direct
 * messages and of mentions alone. Nothing of what was said is kept.
 */
export function createClient({ apiUrl }: Pick<DiscordOptions, 'apiUrl'>): Client {
  return new Client({
    intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages],
    // A direct conversation is not known before its first message.
    partials: [Partials.Channel],
    shards: 'auto',
    allowedMentions: { parse: [], repliedUser: false },
    // The message that is answered may have been deleted meanwhile.
    failIfNotExists: false,
    makeCache: Options.cacheWithLimits({ ...Options.DefaultMakeCacheSettings, ...NOTHING_KEPT }),
    rest: { timeout: TIMEOUT, ...(apiUrl === undefined ? {} : { api: apiUrl.replace(/\/$/, '') }) },
  });
}

/** What servers consist of is kept, as the client needs it; messages are not, and of people only the bot itself. */
const onlySelf = {
  maxSize: 1,
  keepOverLimit: ({ id, client }: { readonly id: string; readonly client: Client }) => id === client.user?.id,
};

const NOTHING_KEPT = {
  MessageManager: 0,
  ReactionManager: 0,
  PresenceManager: 0,
  VoiceStateManager: 0,
  ThreadMemberManager: 0,
  GuildMemberManager: onlySelf,
  UserManager: onlySelf,
};
