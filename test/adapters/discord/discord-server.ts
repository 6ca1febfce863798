import { EventEmitter, once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type IncomingMessage, Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { ChannelType } from 'discord.js';
import { DigitalDiscord, generateSnowflake } from 'discord-digital-twin';
import { vi } from 'vitest';
import { createGatewayFront, type GatewayFront, type Identify } from './gateway-front.js';
import { callbackFaults, commandFaults, messageFaults } from './outgoing.js';

// A running stand-in of Discord: discord-digital-twin, with what it lacks put in front of it.

export const TOKEN = 'MTIzNDU2Nzg5MDEyMzQ1Njc4.Secret.abcdefghijklmnopqrstuvwxyz0';
export const IDS = {
  bot: '100000000000000001',
  guild: '200000000000000001',
  publicGuild: '200000000000000002',
  strangeGuild: '200000000000000003',
  general: '300000000000000001',
  thread: '300000000000000002',
  publicChannel: '300000000000000003',
  strangeChannel: '300000000000000004',
  direct: '300000000000000005',
  voice: '300000000000000006',
  asker: '400000000000000001',
  other: '400000000000000002',
  otherBot: '400000000000000003',
} as const;

/** A request as the bot made it. */
export interface Seen {
  readonly method: string;
  readonly path: string;
  readonly query: string;
  readonly authorization: string | undefined;
  readonly userAgent: string | undefined;
  readonly body: unknown;
  readonly files: readonly { readonly name: string; readonly text: string }[];
  readonly at: number;
}

/** What the front answers in place of the stand-in. */
export interface Failure {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface DiscordServer {
  readonly apiUrl: string;
  readonly twin: DigitalDiscord;
  readonly gateway: GatewayFront;
  readonly seen: readonly Seen[];
  /** What Discord would have refused in the bodies seen. */
  readonly faults: readonly string[];
  /** Answers the next requests whose "METHOD path" fits with a failure. */
  readonly fail: (request: RegExp, failure: Failure, times?: number) => void;
  /** Lets the next request whose "METHOD path" fits wait until the returned function is called. */
  readonly hold: (request: RegExp) => { readonly held: Promise<void>; readonly release: () => void };
  /** From now on, the token is refused everywhere. */
  readonly revoke: () => void;
  /** Waits for a request whose "METHOD path" fits, after it was answered; those before `from` do not count. */
  readonly request: (request: RegExp, from?: number) => Promise<Seen>;
  /** Waits until this many clients are ready. */
  readonly connections: (count: number) => Promise<void>;
  readonly stop: () => Promise<void>;
}

type Json = Record<string, unknown>;

export async function startDiscordServer(): Promise<DiscordServer> {
  const seen: Seen[] = [];
  const answered = new Set<Seen>();
  const faults: string[] = [];
  const failures: { readonly request: RegExp; readonly failure: Failure; times: number }[] = [];
  const holds: { readonly request: RegExp; readonly reached: () => void; readonly released: Promise<void> }[] = [];
  const commands = new Map<string, Json[]>();
  const events = new EventEmitter().setMaxListeners(0);
  let token: string | undefined = TOKEN;

  const http = createServer((request, response) => void handle(request, response));
  http.listen(0, '127.0.0.1');
  await once(http, 'listening');
  const { port } = http.address() as AddressInfo;
  const folder = await mkdtemp(join(tmpdir(), 'planlotse-discord-'));
  const twin = createTwin(`ws://127.0.0.1:${port}/gateway`, `file:${join(folder, 'twin.db')}`);
  const gateway = createGatewayFront(http, {
    upstream: () => twin.gatewayUrl,
    accepts: (given) => given === token,
    mend: (event, data, identify) => mend(event, data as Json, identify, port),
  });
  await onLoopback(() => twin.start());
  const direct = { id: IDS.direct, type: ChannelType.DM };
  await twin.prisma.channel.create({ data: direct });

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = '', headers } = request;
    const url = new URL(request.url ?? '/', 'http://front');
    const path = decodeURIComponent(url.pathname.replace(/^\/api\/v10/, ''));
    const { body, files } = await readBody(request);
    const one: Seen = {
      method,
      path,
      query: url.search,
      authorization: headers.authorization,
      userAgent: headers['user-agent'],
      body,
      files,
      at: performance.now(),
    };
    seen.push(one);
    const key = `${method} ${path}`;
    const { status, body: answer, headers: extra = {} } = await answerTo(one, key);
    response.writeHead(status, answer === undefined ? extra : { 'content-type': 'application/json', ...extra });
    response.end(answer === undefined ? undefined : JSON.stringify(answer));
    answered.add(one);
    events.emit('answered');
  }

  async function answerTo(one: Seen, key: string): Promise<Failure> {
    faults.push(...faultsOf(one).map((fault) => `${key}: ${fault}`));
    const hold = holds.findIndex(({ request }) => request.test(key));
    for (const { reached, released } of hold < 0 ? [] : holds.splice(hold, 1)) {
      reached();
      await released;
    }
    const planned = failures.find(({ request, times }) => times > 0 && request.test(key));
    if (planned !== undefined) {
      planned.times--;
      return planned.failure;
    }
    const needsToken = !/^\/(?:interactions|webhooks)\//.test(one.path);
    if (needsToken && (token === undefined || one.authorization !== `Bot ${token}`)) {
      return { status: 401, body: { message: '401: Unauthorized', code: 0 } };
    }
    if (!needsToken && one.authorization !== undefined) faults.push(`${key}: token sent along`);
    if (key === 'POST /users/@me/channels') {
      const { recipient_id } = one.body as { recipient_id: string };
      return { status: 200, body: { ...direct, recipients: [await userOf(twin, recipient_id)] } };
    }
    if (/^\/applications\/\d+\/(?:guilds\/\d+\/)?commands$/.test(one.path)) return registered(one);
    return forward(one);
  }

  /** Commands are kept here: the stand-in forgets localisations and contexts. */
  function registered({ method, path, body }: Seen): Failure {
    if (method === 'PUT') {
      const extras = {
        application_id: IDS.bot,
        version: generateSnowflake(),
        default_member_permissions: null,
        nsfw: false,
      };
      commands.set(
        path,
        (body as Json[]).map((command) => ({ id: generateSnowflake(), ...extras, dm_permission: true, ...command })),
      );
    }
    return { status: 200, body: commands.get(path) ?? [] };
  }

  async function forward({ method, path, query, body }: Seen): Promise<Failure> {
    const search = new URLSearchParams(query);
    search.delete('with_response');
    const answer = await fetch(`${twin.restUrl}/v10${path}?${search}`, {
      method,
      headers: { 'content-type': 'application/json', authorization: `Bot ${TOKEN}` },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    return { status: answer.status, ...(text === '' ? {} : { body: JSON.parse(text) }) };
  }

  return {
    apiUrl: `http://127.0.0.1:${port}/api`,
    twin,
    gateway,
    seen,
    faults,
    fail: (request, failure, times = 1) => void failures.push({ request, failure, times }),
    hold: (request) => {
      let reached = (): void => {};
      let release = (): void => {};
      const held = new Promise<void>((resolve) => {
        reached = resolve;
      });
      const released = new Promise<void>((resolve) => {
        release = resolve;
      });
      holds.push({ request, reached, released });
      return { held, release: () => release() };
    },
    revoke: () => {
      token = undefined;
      gateway.closeAll(4004);
    },
    request: async (wanted, from = 0) => {
      for (;;) {
        const found = seen.slice(from).find((one) => answered.has(one) && wanted.test(`${one.method} ${one.path}`));
        if (found !== undefined) return found;
        await once(events, 'answered');
      }
    },
    connections: async (count) => void (await vi.waitUntil(() => gateway.connected() >= count, { timeout: 18_000 })),
    stop: async () => {
      gateway.stop();
      http.closeAllConnections();
      http.close();
      await twin.stop();
      await twin.prisma.$disconnect();
      await rm(folder, { recursive: true });
    },
  };
}

function createTwin(gatewayUrlOverride: string, dbUrl: string): DigitalDiscord {
  const text = (id: string, name: string) => ({ id, name, type: ChannelType.GuildText as const });
  return new DigitalDiscord({
    dbUrl,
    botToken: TOKEN,
    botUser: { id: IDS.bot, username: 'planlotse' },
    gatewayUrlOverride,
    users: [
      { id: IDS.asker, username: 'asker' },
      { id: IDS.other, username: 'other' },
      { id: IDS.otherBot, username: 'otherbot', bot: true },
    ],
    guilds: [
      {
        id: IDS.guild,
        name: 'Verein',
        ownerId: IDS.asker,
        channels: [
          text(IDS.general, 'allgemein'),
          { id: IDS.thread, name: 'faden', type: ChannelType.PublicThread, parentId: IDS.general },
          { id: IDS.voice, name: 'buehne', type: ChannelType.GuildStageVoice },
        ],
      },
      { id: IDS.publicGuild, name: 'Amt', ownerId: IDS.asker, channels: [text(IDS.publicChannel, 'offen')] },
    ],
  });
}

/** The stand-in listens on every interface; here only on this machine. */
async function onLoopback(start: () => Promise<void>): Promise<void> {
  const { listen } = Server.prototype;
  Server.prototype.listen = function onlyHere(this: Server, port: number, done: () => void) {
    return listen.apply(this, [port, '127.0.0.1', done] as never);
  } as typeof listen;
  try {
    await start();
  } finally {
    Server.prototype.listen = listen;
  }
}

/** What real events have and the stand-in's lack. Without MessageContent, only what is meant for the bot has a text. */
function mend(event: string, data: Json, { intents }: Identify, port: number): unknown {
  if (event === 'READY') return { ...data, resume_gateway_url: `ws://127.0.0.1:${port}/gateway` };
  if (event !== 'MESSAGE_CREATE') return data;
  const { guild_id, ...message } = data;
  const isDirect = guild_id === '' || guild_id === undefined;
  const content = String(message.content);
  const referenced = message.message_reference as { readonly to_bot?: boolean } | undefined;
  const mentioned = [...content.matchAll(/<@!?(\d+)>/g)].map(([, id]) => id ?? '');
  if (referenced?.to_bot === true) mentioned.push(IDS.bot);
  const author = message.author as { readonly id: string };
  const hasText = isDirect || mentioned.includes(IDS.bot) || author.id === IDS.bot || (intents & (1 << 15)) !== 0;
  return {
    ...message,
    ...(isDirect ? {} : { guild_id }),
    ...(referenced === undefined ? {} : { type: 19 }),
    channel_type: isDirect ? ChannelType.DM : ChannelType.GuildText,
    content: hasText ? content : '',
    mentions: [...new Set(mentioned)].map((id) => ({ id, username: 'somebody', discriminator: '0', avatar: null })),
  };
}

async function userOf(twin: DigitalDiscord, id: string): Promise<Json> {
  const user = await twin.prisma.user.findUniqueOrThrow({ where: { id } });
  return { id, username: user.username, discriminator: '0', avatar: null };
}

async function readBody(request: IncomingMessage): Promise<Pick<Seen, 'body' | 'files'>> {
  const bytes = await buffer(request);
  const type = request.headers['content-type'] ?? '';
  if (bytes.length === 0) return { body: undefined, files: [] };
  if (!type.startsWith('multipart/')) return { body: JSON.parse(bytes.toString()), files: [] };
  const form = await new Response(bytes, { headers: { 'content-type': type } }).formData();
  const files = await Promise.all(
    [...form.values()]
      .flatMap((value) => (typeof value === 'string' ? [] : [value]))
      .map(async (file) => ({
        name: file.name,
        // Response.text() would drop a byte order mark.
        text: Buffer.from(await file.arrayBuffer()).toString(),
      })),
  );
  return { body: JSON.parse(String(form.get('payload_json'))), files };
}

function faultsOf({ method, path, body }: Seen): string[] {
  if (path.endsWith('/callback')) return callbackFaults(body);
  if (path.endsWith('/commands') && method === 'PUT') return commandFaults(body);
  if (method === 'POST' && /^\/channels\/\d+\/messages$/.test(path)) return messageFaults(body);
  return method === 'GET' || path === '/users/@me/channels' ? [] : ['an unexpected request'];
}
