// @ts-check
// Just enough of Slack for a bench and for faults: Socket Mode, and a Web API that takes everything.
import { once } from 'node:events';
import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import { setTimeout } from 'node:timers/promises';
import { WebSocketServer } from 'ws';

export const SLACK_TOKENS = { SLACK_BOT_TOKEN: 'xoxb-1-bench', SLACK_APP_TOKEN: 'xapp-1-bench' };

/** @typedef {{ readonly url: string, readonly command: (user: string, question: string) => Promise<string>, readonly slow: (ms: number) => void, readonly mute: (isMute: boolean) => void, readonly responses: () => number, readonly connected: () => Promise<void>, readonly close: () => void }} SlackStandIn */

/** @returns {Promise<SlackStandIn>} */
export async function startSlackStandIn() {
  /** @type {Map<string, (answer: string) => void>} */
  const open = new Map();
  /** @type {import('ws').WebSocket | undefined} */
  let socket;
  let onConnected = () => {};
  let delay = 0;
  let isMute = false;
  let number = 0;
  let responses = 0;

  const server = createServer(async (request, response) => {
    const body = await text(request);
    if (isMute) return;
    const path = request.url ?? '';
    if (path.startsWith('/response/')) {
      responses++;
      await setTimeout(delay);
      open.get(path)?.(body);
      open.delete(path);
    }
    const answer = path.endsWith('apps.connections.open') ? { url: `ws://${address}/socket` } : {};
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ ok: true, user_id: 'U0', bot_id: 'B0', ts: '1', ...answer }));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const bound = server.address();
  if (bound === null || typeof bound === 'string') throw new Error('no port');
  const address = `127.0.0.1:${bound.port}`;
  const sockets = new WebSocketServer({ server });
  sockets.on('connection', (client) => {
    socket = client;
    client.on('close', () => {
      if (socket === client) socket = undefined;
    });
    client.send(JSON.stringify({ type: 'hello', num_connections: 1 }), () => onConnected());
  });

  return {
    url: `http://${address}/api/`,
    command: (user, question) =>
      new Promise((resolve) => {
        const path = `/response/${++number}`;
        open.set(path, resolve);
        const payload = {
          command: '/plan',
          text: question,
          user_id: user,
          user_name: 'somebody',
          channel_id: 'C1',
          team_id: 'T1',
          trigger_id: 'x',
          response_url: `http://${address}${path}`,
        };
        socket?.send(
          JSON.stringify({
            type: 'slash_commands',
            envelope_id: `e${number}`,
            payload,
            accepts_response_payload: true,
          }),
        );
      }),
    slow: (ms) => {
      delay = ms;
    },
    mute: (now) => {
      isMute = now;
    },
    responses: () => responses,
    connected: () =>
      new Promise((resolve) => {
        if (socket !== undefined) resolve();
        onConnected = resolve;
      }),
    close: () => {
      for (const client of sockets.clients) client.terminate();
      server.closeAllConnections();
      server.close();
    },
  };
}
