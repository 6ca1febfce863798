// @ts-check
// Just enough of Discord for a bench: a gateway that sends interactions, and an API that takes the answers.
import { once } from 'node:events';
import { createServer } from 'node:http';
import { performance } from 'node:perf_hooks';
import { WebSocketServer } from 'ws';

export const TOKEN = 'MTIzNDU2Nzg5MDEyMzQ1Njc4.Secret.abcdefghijklmnopqrstuvwxyz0';
const BOT = '100000000000000001';
const GUILD = '200000000000000001';
const CHANNEL = '300000000000000001';
const USER = { id: '400000000000000001', username: 'somebody', discriminator: '0', avatar: null };
const OP = { dispatch: 0, heartbeat: 1, identify: 2, hello: 10, heartbeatAck: 11 };

/** @typedef {{ readonly type: number, readonly data: object, readonly message?: object }} Interaction */
/** @typedef {{ readonly url: string, readonly ready: () => Promise<void>, readonly ask: (interaction: Interaction) => Promise<number>, readonly doubled: () => number, readonly close: () => void }} StandIn */

/** @returns {Promise<StandIn>} */
export async function startStandIn() {
  /** @type {Map<string, { readonly began: number, readonly resolve: (ms: number) => void }>} */
  const open = new Map();
  /** @type {((event: string, data: object) => void) | undefined} */
  let send;
  let onReady = () => {};
  let number = 0n;
  let doubled = 0;

  const http = createServer((request, response) => {
    const at = performance.now();
    const path = (request.url ?? '').replace('/api/v10', '').split('?')[0] ?? '';
    request.resume();
    request.on('end', () => {
      const id = /^\/interactions\/(\d+)\//.exec(path)?.[1];
      if (id !== undefined) {
        const waiting = open.get(id);
        if (waiting === undefined) doubled++;
        open.delete(id);
        waiting?.resolve(at - waiting.began);
        response.writeHead(204).end();
        return;
      }
      const body = path === '/gateway/bot' ? gatewayInformation(url) : { id: BOT };
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    });
  });
  http.listen(0, '127.0.0.1');
  await once(http, 'listening');
  const address = http.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  const url = `127.0.0.1:${address.port}`;

  const sockets = new WebSocketServer({ server: http });
  sockets.on('connection', (socket) => {
    let sequence = 0;
    /** @type {(event: string, data: object) => void} */
    const dispatch = (t, d) => socket.send(JSON.stringify({ op: OP.dispatch, t, s: ++sequence, d }));
    socket.send(JSON.stringify({ op: OP.hello, d: { heartbeat_interval: 45_000 } }));
    socket.on('message', (raw) => {
      const { op } = JSON.parse(String(raw));
      if (op === OP.heartbeat) socket.send(JSON.stringify({ op: OP.heartbeatAck }));
      if (op !== OP.identify) return;
      const user = { ...USER, id: BOT, username: 'bot', bot: true };
      dispatch('READY', {
        v: 10,
        user,
        guilds: [],
        session_id: 'bench',
        resume_gateway_url: `ws://${url}`,
        application: { id: BOT, flags: 0 },
      });
      send = dispatch;
      onReady();
    });
  });

  return {
    url: `http://${url}/api`,
    ready: () =>
      new Promise((resolve) => {
        onReady = resolve;
      }),
    ask: ({ type, data, message }) =>
      new Promise((resolve) => {
        const id = String(500_000_000_000_000_000n + ++number);
        const payload = { id, application_id: BOT, type, token: `token-${id}`, version: 1, data };
        const place = { guild_id: GUILD, channel_id: CHANNEL, channel: { id: CHANNEL, type: 0 }, context: 0 };
        const member = { user: USER, roles: [], joined_at: '2024-01-01T00:00:00.000Z', permissions: '0', flags: 0 };
        const rest = { entitlements: [], authorizing_integration_owners: {}, attachment_size_limit: 1e7 };
        open.set(id, { began: performance.now(), resolve });
        send?.('INTERACTION_CREATE', {
          ...payload,
          ...place,
          ...rest,
          member,
          app_permissions: '0',
          locale: 'de',
          ...(message === undefined ? {} : { message: { ...message, channel_id: CHANNEL } }),
        });
      }),
    doubled: () => doubled,
    close: () => {
      for (const socket of sockets.clients) socket.terminate();
      http.closeAllConnections();
      http.close();
    },
  };
}

/** @param {string} url */
function gatewayInformation(url) {
  const limit = { total: 1000, remaining: 999, reset_after: 14_400_000, max_concurrency: 1 };
  return { url: `ws://${url}`, shards: 1, session_start_limit: limit };
}
