import { createHmac } from 'node:crypto';
import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';

export type EnvelopeType = 'events_api' | 'slash_commands' | 'interactive';

/** How Slack hands something to the app, and what the app acknowledges it with. */
export interface Transport {
  readonly deliver: (type: EnvelopeType, payload: object, retry?: number) => Promise<unknown>;
}

/** Slack takes an acknowledgement for so long. */
const ACK_WITHIN = 3000;

/** Socket Mode: hello, envelopes, acknowledgements, disconnects. */
export interface SocketSide extends Transport {
  readonly upgrade: (request: IncomingMessage, socket: Duplex, head: Buffer) => void;
  /** Resolves when an app is connected. */
  readonly connected: () => Promise<void>;
  /** How many connections there have been. */
  readonly connections: () => number;
  /** Asks the app to connect anew, as Slack does every few hours. */
  readonly refresh: () => void;
  /** Cuts the line without a word. */
  readonly cut: () => void;
  readonly close: () => void;
}

export function createSocketSide(): SocketSide {
  const server = new WebSocketServer({ noServer: true });
  const acks = new Map<string, (payload: unknown) => void>();
  const waiting = new Set<() => void>();
  let current: WebSocket | undefined;
  let connections = 0;
  let envelopes = 0;

  const connected = async (): Promise<WebSocket> => {
    while (current === undefined) await new Promise<void>((resolve) => waiting.add(resolve));
    return current;
  };
  return {
    upgrade: (request, socket, head) =>
      server.handleUpgrade(request, socket, head, (client) => {
        client.on('message', (data) => {
          const { envelope_id: id, payload } = JSON.parse(String(data)) as { envelope_id: string; payload?: unknown };
          acks.get(id)?.(payload);
          acks.delete(id);
        });
        client.on('close', () => {
          if (current === client) current = undefined;
        });
        client.send(JSON.stringify({ type: 'hello', num_connections: 1 }), () => {
          current = client;
          connections += 1;
          for (const go of waiting) go();
          waiting.clear();
        });
      }),
    connected: async () => void (await connected()),
    connections: () => connections,
    deliver: async (type, payload, retry = 0) => {
      const client = await connected();
      envelopes += 1;
      const id = `envelope-${envelopes}`;
      return new Promise((resolve, reject) => {
        const late = setTimeout(() => reject(new Error(`${type} was not acknowledged in time`)), ACK_WITHIN);
        acks.set(id, (ack) => {
          clearTimeout(late);
          resolve(ack);
        });
        const retries = retry === 0 ? {} : { retry_attempt: retry, retry_reason: 'timeout' };
        const accepts = type !== 'events_api';
        client.send(JSON.stringify({ type, envelope_id: id, payload, accepts_response_payload: accepts, ...retries }));
      });
    },
    refresh: () => current?.send(JSON.stringify({ type: 'disconnect', reason: 'refresh_requested' })),
    cut: () => current?.terminate(),
    close: () => {
      for (const client of server.clients) client.terminate();
      server.close();
    },
  };
}

/** What Slack sends over HTTP, signed as Slack signs it. */
export function createHttpSide(
  url: () => string,
  secret: string,
): Transport & {
  readonly send: (type: EnvelopeType, payload: object, options?: HttpOptions) => Promise<Response>;
} {
  const send = (type: EnvelopeType, payload: object, { retry = 0, signWith = secret, at }: HttpOptions = {}) => {
    const isEvent = type === 'events_api';
    const fields = type === 'interactive' ? { payload: JSON.stringify(payload) } : (payload as Record<string, string>);
    const body = isEvent ? JSON.stringify(payload) : new URLSearchParams(fields).toString();
    const timestamp = String(at ?? Math.floor(Date.now() / 1000));
    const signature = createHmac('sha256', signWith).update(`v0:${timestamp}:${body}`).digest('hex');
    return fetch(url(), {
      method: 'POST',
      body,
      signal: AbortSignal.timeout(ACK_WITHIN),
      headers: {
        'content-type': isEvent ? 'application/json' : 'application/x-www-form-urlencoded',
        'x-slack-request-timestamp': timestamp,
        'x-slack-signature': `v0=${signature}`,
        ...(retry > 0 && { 'x-slack-retry-num': String(retry), 'x-slack-retry-reason': 'http_timeout' }),
      },
    });
  };
  return {
    send,
    deliver: async (type, payload, retry = 0) => {
      const response = await send(type, payload, { retry });
      if (!response.ok) throw new Error(`${type} was answered with ${response.status}`);
      const text = await response.text();
      return text === '' ? undefined : JSON.parse(text);
    },
  };
}

export interface HttpOptions {
  readonly retry?: number;
  readonly signWith?: string;
  readonly at?: number;
}

/** The port of a server that listens on any. */
export function portOf(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server does not listen.');
  return address.port;
}
