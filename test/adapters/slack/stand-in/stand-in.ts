import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { createEmulator } from 'emulate';
import { SCOPES } from '../../../../src/adapters/slack/scopes.js';
import { freePort } from '../../../free-port.js';
import { createRecorder, type Recorder } from './recorder.js';
import { createSocketSide, portOf, type SocketSide } from './transport.js';

export const BOT_TOKEN = 'xoxb-1-stand-in';
export const APP_TOKEN = 'xapp-1-stand-in';
export const SIGNING_SECRET = '0123456789abcdef0123456789abcdef';
const HUMAN_TOKEN = 'xoxp-1-anna';
const HUMAN_SCOPES = [
  'chat:write',
  'users:read',
  'channels:read',
  'groups:read',
  'im:read',
  'im:write',
  'groups:write',
  'channels:manage',
  'channels:write',
  'channels:history',
  'groups:history',
  'im:history',
  'files:read',
];

/** A call of the Web API, or something sent to a `response_url`. */
export interface Call {
  /** `chat.postMessage`, or `respond`. */
  readonly method: string;
  readonly token: string;
  readonly body: Readonly<Record<string, unknown>>;
  readonly result: Readonly<Record<string, unknown>>;
}

/** What a call is answered with in place of the emulator's answer. */
export interface Fault {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: object;
  /** Breaks the connection: after the call was made, or before. */
  readonly breaks?: 'before' | 'after';
}

export interface StandInOptions {
  /** Scopes of the bot's token; all that it asks for by default. */
  readonly scopes?: readonly string[];
}

/** Slack on this machine: the emulator's Web API, and before it what the emulator lacks. */
export interface StandIn {
  readonly apiUrl: string;
  readonly calls: Recorder<Call>;
  readonly socket: SocketSide;
  readonly people: { readonly anna: string; readonly bot: string };
  readonly channels: {
    readonly team: string;
    readonly outside: string;
    readonly archived: string;
    readonly direct: string;
  };
  /** Calls the Web API as a person. */
  readonly asAnna: (method: string, body: object) => Promise<Record<string, unknown>>;
  /** Calls it as the bot, behind the back of the tests' record. */
  readonly asBot: (method: string, body: object) => Promise<Record<string, unknown>>;
  /** A new address of a `response_url`. */
  readonly responseUrl: () => string;
  /** The next calls of a method are answered so, one after the other. */
  readonly fail: (method: string, ...faults: readonly Fault[]) => void;
  readonly close: () => Promise<void>;
}

/** Starts it on free ports of the loopback. */
export async function startStandIn({ scopes = Object.keys(SCOPES) }: StandInOptions = {}): Promise<StandIn> {
  const port = await freePort();
  const emulator = await createEmulator({
    service: 'slack',
    port,
    hostname: '127.0.0.1',
    seed: {
      slack: {
        users: [{ name: 'anna' }],
        channels: [{ name: 'team' }, { name: 'outside', is_private: true }, { name: 'archived' }],
        oauth_apps: [
          {
            app_id: 'A1',
            client_id: 'c',
            client_secret: 's',
            name: 'Planlotse',
            redirect_uris: [],
            bot_id: 'B1PLAN',
            bot_user_id: 'U1PLAN',
          },
        ],
        tokens: [
          { token: BOT_TOKEN, type: 'bot', user_id: 'U1PLAN', bot_id: 'B1PLAN', app_id: 'A1', scopes },
          { token: HUMAN_TOKEN, type: 'user', user: 'anna', scopes: HUMAN_SCOPES },
        ],
        strict_scopes: true,
      },
    },
  });
  const calls = createRecorder<Call>();
  const socket = createSocketSide();
  const faults = new Map<string, Fault[]>();
  let responses = 0;

  const front = createServer((request, response) => {
    void handle(request, response).catch(() => response.destroy());
  });
  front.on('upgrade', socket.upgrade);
  front.listen(0, '127.0.0.1');
  await once(front, 'listening');
  const address = `127.0.0.1:${portOf(front)}`;

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = request.url ?? '';
    const raw = await text(request);
    const token = (request.headers.authorization ?? '').replace('Bearer ', '');
    const isResponse = path.startsWith('/response/');
    const method = isResponse ? 'respond' : path.replace('/api/', '');
    const body = isResponse ? (JSON.parse(raw) as Record<string, unknown>) : fieldsOf(raw);
    const fault = faults.get(method)?.shift();
    if (fault?.breaks === 'before') return void request.socket.destroy();
    const answer =
      fault === undefined || fault.breaks === 'after' ? await resultOf(method, request, raw, token) : faultOf(fault);
    const result = JSON.parse(answer.body || '{}') as Record<string, unknown>;
    calls.add({ method, token, body, result });
    if (fault?.breaks === 'after') return void request.socket.destroy();
    response.writeHead(answer.status, { 'content-type': 'application/json', ...answer.headers }).end(answer.body);
  }

  /** What the emulator has not got is answered here, the rest there. */
  async function resultOf(method: string, request: IncomingMessage, raw: string, token: string) {
    if (method === 'respond') return { status: 200, headers: {}, body: '{"ok":true}' };
    if (method === 'apps.connections.open') {
      const error = token.startsWith('xapp-') ? undefined : 'not_allowed_token_type';
      const body = error === undefined ? { ok: true, url: `ws://${address}/socket` } : { ok: false, error };
      return { status: 200, headers: {}, body: JSON.stringify(body) };
    }
    const answer = await fetch(`${emulator.url}${request.url}`, {
      method: 'POST',
      body: raw,
      headers: { 'content-type': request.headers['content-type'] ?? '', authorization: `Bearer ${token}` },
    });
    const granted = token === BOT_TOKEN ? { 'x-oauth-scopes': scopes.join(',') } : {};
    return { status: answer.status, headers: granted, body: await answer.text() };
  }

  async function call(token: string, method: string, body: object): Promise<Record<string, unknown>> {
    const response = await fetch(`${emulator.url}/api/${method}`, {
      method: 'POST',
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    });
    const result = (await response.json()) as Record<string, unknown>;
    if (result.ok !== true) throw new Error(`${method}: ${String(result.error)}`);
    return result;
  }
  const asAnna = (method: string, body: object) => call(HUMAN_TOKEN, method, body);
  const named = async <T extends { readonly id: string; readonly name: string }>(method: string, key: string) => {
    const result = await asAnna(method, { types: 'public_channel,private_channel' });
    return (name: string): string => (result[key] as T[]).find((one) => one.name === name)?.id ?? '';
  };
  const user = await named('users.list', 'members');
  const channel = await named('conversations.list', 'channels');
  const people = { anna: user('anna'), bot: 'U1PLAN' };
  await asAnna('conversations.invite', { channel: channel('team'), users: people.bot });
  await asAnna('conversations.invite', { channel: channel('archived'), users: people.bot });
  await asAnna('conversations.archive', { channel: channel('archived') });
  const direct = (await asAnna('conversations.open', { users: people.bot })).channel as { readonly id: string };

  return {
    apiUrl: `http://${address}/api/`,
    calls,
    socket,
    people,
    channels: { team: channel('team'), outside: channel('outside'), archived: channel('archived'), direct: direct.id },
    asAnna,
    asBot: (method, body) => call(BOT_TOKEN, method, body),
    responseUrl: () => {
      responses += 1;
      return `http://${address}/response/${responses}`;
    },
    fail: (method, ...next) => faults.set(method, [...next]),
    close: async () => {
      socket.close();
      front.closeAllConnections();
      front.close();
      await emulator.close();
    },
  };
}

function faultOf({ status = 200, headers = {}, body = {} }: Fault) {
  return { status, headers, body: JSON.stringify(body) };
}

/** Slack's client sends forms, with JSON in the fields that are more than text. */
function fieldsOf(raw: string): Record<string, unknown> {
  return Object.fromEntries(
    [...new URLSearchParams(raw)].map(([key, value]) => [key, /^[[{]/.test(value) ? parsed(value) : value]),
  );
}

function parsed(value: string): unknown {
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}
