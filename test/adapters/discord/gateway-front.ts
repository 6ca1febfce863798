import type { Server } from 'node:http';
import { WebSocket, WebSocketServer } from 'ws';

/** A message of the gateway, either way. */
export interface Packet {
  readonly op: number;
  readonly t?: string | null;
  readonly s?: number | null;
  readonly d: unknown;
}

export interface Identify {
  readonly token: string;
  readonly intents: number;
}

export interface GatewayFront {
  readonly identifies: readonly Identify[];
  /** How many times a client asked to resume; it is told to identify anew. */
  readonly resumes: () => number;
  readonly connected: () => number;
  /** Sends an event to every client that has identified. */
  readonly dispatch: (event: string, data: unknown) => void;
  readonly closeAll: (code: number) => void;
  /** While it is down, connections break; says how many tried. */
  readonly down: (isDown: boolean) => number;
  readonly stop: () => void;
}

/** What the stand-in's gateway does not do, or does wrong, put right on the way. */
export interface GatewayMends {
  /** The stand-in's own address. */
  readonly upstream: () => string;
  /** A refused token closes with 4004. */
  readonly accepts: (token: string) => boolean;
  readonly mend: (event: string, data: unknown, identify: Identify) => unknown;
}

const OP = { dispatch: 0, identify: 2, resume: 6, invalidSession: 9 };

/** Stands between the client and the stand-in's gateway. */
export function createGatewayFront(server: Server, { upstream, accepts, mend }: GatewayMends): GatewayFront {
  const sockets = new WebSocketServer({ noServer: true });
  const identifies: Identify[] = [];
  const ready = new Map<WebSocket, (event: string, data: unknown) => void>();
  let resumes = 0;
  let isDown = false;
  let refused = 0;

  server.on('upgrade', (request, socket, head) => {
    if (isDown) {
      refused++;
      socket.destroy();
      return;
    }
    sockets.handleUpgrade(request, socket, head, (client) => relay(client));
  });

  function relay(client: WebSocket): void {
    const twin = new WebSocket(`${upstream()}/?v=10&encoding=json`);
    const early: string[] = [];
    let sequence = 0;
    let identify: Identify | undefined;
    const dispatch = (event: string, data: unknown): void => {
      if (client.readyState === WebSocket.OPEN) {
        client.send(JSON.stringify({ op: OP.dispatch, t: event, s: ++sequence, d: data }));
      }
    };
    twin.on('open', () => {
      for (const text of early.splice(0)) twin.send(text);
    });
    twin.on('message', (raw) => {
      const packet = JSON.parse(String(raw)) as Packet;
      if (packet.op !== OP.dispatch || identify === undefined) {
        client.send(String(raw));
        return;
      }
      const event = packet.t ?? '';
      dispatch(event, mend(event, packet.d, identify));
      if (event === 'READY') ready.set(client, dispatch);
    });
    client.on('message', (raw) => {
      const packet = JSON.parse(String(raw)) as Packet;
      if (packet.op === OP.resume) {
        resumes++;
        client.send(JSON.stringify({ op: OP.invalidSession, d: false }));
        return;
      }
      if (packet.op === OP.identify) {
        identify = packet.d as Identify;
        identifies.push(identify);
        if (!accepts(identify.token)) {
          client.close(4004, 'Authentication failed');
          return;
        }
      }
      if (twin.readyState === WebSocket.OPEN) twin.send(String(raw));
      else early.push(String(raw));
    });
    client.on('close', () => {
      ready.delete(client);
      twin.terminate();
    });
    twin.on('close', () => client.close(1001));
    for (const socket of [client, twin]) socket.on('error', () => socket.terminate());
  }

  return {
    identifies,
    resumes: () => resumes,
    connected: () => ready.size,
    dispatch: (event, data) => {
      for (const send of ready.values()) send(event, data);
    },
    closeAll: (code) => {
      for (const client of sockets.clients) client.close(code);
    },
    down: (now) => {
      isDown = now;
      if (isDown) for (const client of sockets.clients) client.terminate();
      return refused;
    },
    stop: () => {
      for (const client of sockets.clients) client.terminate();
      sockets.close();
    },
  };
}
