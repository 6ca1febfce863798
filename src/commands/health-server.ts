import { createServer, type ServerResponse } from 'node:http';

/** Where the health port listens. */
export interface HealthSettings {
  readonly host: string;
  readonly port: number;
}

/** What the health port tells. */
export interface HealthSources {
  readonly readiness: () => { readonly ready: boolean };
  readonly metrics: () => Promise<string>;
  readonly metricsType: string;
}

/** The health port is taken, or this machine has no such address. */
export class HealthPortError extends Error {
  readonly code = 'HEALTH_PORT_UNUSABLE';

  constructor({ host, port }: HealthSettings, cause: unknown) {
    super(
      `Cannot listen on ${host}, port ${port}: another program uses it, or this machine may not. ` +
        'Set another PLANLOTSE_HEALTH_PORT or PLANLOTSE_HEALTH_HOST, or end the other program.',
      { cause },
    );
    this.name = 'HealthPortError';
  }
}

/** Whoever asks is a machine in the same house, at once and in few words. */
const LIMITS = {
  headersTimeout: 5000,
  requestTimeout: 5000,
  keepAliveTimeout: 5000,
  connectionsCheckingInterval: 1000,
  maxHeaderSize: 8192,
};
const MOST_CONNECTIONS = 50;

/**
 * Answers `/healthz`, `/readyz` and `/metrics`.
 *
 * @returns how to close it.
 * @throws HealthPortError where it cannot listen.
 */
export async function startHealthServer(
  settings: HealthSettings,
  sources: HealthSources,
): Promise<() => Promise<void>> {
  const server = createServer(LIMITS, (request, response) => {
    response.setHeader('cache-control', 'no-store');
    const [path = ''] = (request.url ?? '').split('?');
    const answer = ANSWERS[path];
    if (answer === undefined) {
      response.writeHead(404).end();
    } else if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.writeHead(405, { allow: 'GET, HEAD' }).end();
    } else {
      answer(response, sources).catch(() => response.destroy());
    }
  });
  server.maxConnections = MOST_CONNECTIONS;
  await new Promise<void>((resolve, reject) => {
    // One that comes later shall not end the program.
    server.on('error', (cause) => reject(new HealthPortError(settings, cause)));
    server.listen(settings.port, settings.host, resolve);
  });
  return () =>
    new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
}

const ANSWERS: Readonly<Record<string, (response: ServerResponse, sources: HealthSources) => Promise<void>>> = {
  '/healthz': async (response) => send(response, 200, 'text/plain; charset=utf-8', 'ok\n'),
  '/readyz': async (response, { readiness }) => {
    const report = readiness();
    send(response, report.ready ? 200 : 503, 'application/json', `${JSON.stringify(report)}\n`);
  },
  '/metrics': async (response, { metrics, metricsType }) => send(response, 200, metricsType, await metrics()),
};

function send(response: ServerResponse, status: number, type: string, body: string): void {
  response.writeHead(status, { 'content-type': type }).end(body);
}
