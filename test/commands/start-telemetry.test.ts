import { createServer } from 'node:http';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterEach, expect, it, onTestFinished } from 'vitest';
import type { DataEvent } from '../../src/adapters/files/data-loader.js';
import { startTelemetry, type Telemetry } from '../../src/commands/start-telemetry.js';
import { fixtureCatalog } from '../adapters/fixture-catalog.js';
import { freePort } from '../free-port.js';

let telemetry: Telemetry | undefined;
let base = '';

afterEach(() => telemetry?.close());

async function start(): Promise<Telemetry> {
  const port = await freePort();
  base = `http://127.0.0.1:${port}`;
  telemetry = await startTelemetry(['slack', 'discord'], { host: '127.0.0.1', port });
  return telemetry;
}

async function readiness(): Promise<unknown> {
  const response = await fetch(`${base}/readyz`);
  return { status: response.status, ...((await response.json()) as object) };
}

const loaded = (hash: string): DataEvent => {
  const { version, records } = fixtureCatalog(hash);
  return { kind: 'loaded', version, records: records.size, ms: 1 };
};

const metrics = async (): Promise<string> => (await fetch(`${base}/metrics`)).text();

it('is ready once the data is loaded and every platform is connected, and says what is amiss', async () => {
  const { data, state, observe, stopping } = await start();
  expect((await fetch(`${base}/healthz`)).status).toBe(200);
  expect(await readiness()).toEqual({
    status: 503,
    ready: false,
    data: 'loading',
    adapters: { slack: 'starting', discord: 'starting' },
    stopping: false,
  });
  data(loaded('fixture0'));
  state('slack', 'connected');
  expect(await readiness()).toMatchObject({ status: 503, data: 'loaded', adapters: { discord: 'starting' } });
  state('discord', 'connected');
  expect(await readiness()).toMatchObject({ status: 200, ready: true });
  observe('discord', { kind: 'disconnected' });
  expect(await readiness()).toMatchObject({ status: 503, adapters: { slack: 'connected', discord: 'disconnected' } });
  observe('discord', { kind: 'connected' });
  expect(await readiness()).toMatchObject({ status: 200 });
  stopping();
  expect(await readiness()).toMatchObject({ status: 503, stopping: true });
  expect((await fetch(`${base}/healthz`)).status).toBe(200);
});

it('is never ready again where a platform has refused, whatever its socket says', async () => {
  const { data, state, observe } = await start();
  data(loaded('fixture0'));
  state('slack', 'connected');
  state('discord', 'ended');
  observe('discord', { kind: 'connected' });
  expect(await readiness()).toMatchObject({ status: 503, adapters: { slack: 'connected', discord: 'ended' } });
});

it('counts what happens, by labels of few values', async () => {
  const { data, state, observe, logLineLost } = await start();
  for (const name of ['answers_total', 'errors_total', 'data_info']) expect(await metrics()).not.toContain(`${name}{`);
  data(loaded('fixture0'));
  data({ kind: 'refused', faults: [] });
  data({ kind: 'refused', faults: [] });
  data({ kind: 'unreadable', error: new Error('away') });
  data({ kind: 'unchanged' });
  state('slack', 'connected');
  observe('slack', { kind: 'answered', answer: 'measures', ms: 40 });
  observe('slack', { kind: 'failed', code: 'SLACK_RATE_LIMITED' });
  observe('slack', { kind: 'limited', reason: 'user' });
  observe('slack', { kind: 'began' });
  observe('discord', { kind: 'disconnected' });
  observe('discord', { kind: 'connected' });
  logLineLost();
  const lines = (await metrics()).split('\n');
  for (const line of [
    'planlotse_answers_total{adapter="slack",kind="measures"} 1',
    'planlotse_answer_seconds_bucket{le="0.05",adapter="slack"} 1',
    'planlotse_answer_seconds_bucket{le="0.025",adapter="slack"} 0',
    'planlotse_errors_total{adapter="slack",code="SLACK_RATE_LIMITED"} 1',
    'planlotse_limited_total{adapter="slack",reason="user"} 1',
    'planlotse_limited_total{adapter="discord",reason="busy"} 0',
    'planlotse_questions_in_flight{adapter="slack"} 1',
    'planlotse_adapter_connected{adapter="slack"} 1',
    'planlotse_reconnects_total{adapter="discord"} 1',
    'planlotse_data_reads_total{outcome="loaded"} 1',
    'planlotse_data_reads_total{outcome="refused"} 2',
    'planlotse_data_reads_total{outcome="unreadable"} 1',
    'planlotse_data_reads_total{outcome="unchanged"} 1',
    'planlotse_data_info{version="fixture0"} 1',
    `planlotse_data_records ${fixtureCatalog('fixture0').records.size}`,
    'planlotse_log_lines_lost_total 1',
  ]) {
    expect(lines).toContain(line);
  }
  expect(lines.some((line) => line.startsWith('planlotse_data_date_seconds 1'))).toBe(true);
  expect(lines.some((line) => line.startsWith('nodejs_eventloop_lag_p99_seconds '))).toBe(true);
  data(loaded('fixture1'));
  const after = await metrics();
  expect(after).toContain('planlotse_data_info{version="fixture1"} 1');
  expect(after).not.toContain('fixture0');
});

it('knows no other address and only reads', async () => {
  await start();
  expect((await fetch(`${base}/`)).status).toBe(404);
  expect((await fetch(`${base}/healthz?verbose`)).status).toBe(200);
  expect((await fetch(`${base}/healthz`, { method: 'HEAD' })).status).toBe(200);
  const posted = await fetch(`${base}/metrics`, { method: 'POST', body: 'x' });
  expect(posted.status).toBe(405);
  expect(posted.headers.get('allow')).toBe('GET, HEAD');
  const socket = connect(Number(new URL(base).port), '127.0.0.1');
  socket.write(`GET /healthz HTTP/1.1\r\nhost: x\r\nx-long: ${'x'.repeat(10_000)}\r\n\r\n`);
  expect(await text(socket)).toContain('431');
});

it('says where its port cannot be used', async () => {
  const taken = createServer();
  const port = await freePort();
  await new Promise<void>((resolve) => taken.listen(port, '127.0.0.1', resolve));
  onTestFinished(() => void taken.close());
  await expect(startTelemetry(['slack'], { host: '127.0.0.1', port })).rejects.toMatchObject({
    code: 'HEALTH_PORT_UNUSABLE',
    message: expect.stringContaining('PLANLOTSE_HEALTH_PORT'),
  });
  await expect(startTelemetry(['slack'], { host: '192.0.2.1', port })).rejects.toMatchObject({
    code: 'HEALTH_PORT_UNUSABLE',
  });
});

it('does nothing without a port', async () => {
  const silent = await startTelemetry(['slack'], undefined);
  silent.observe('slack', { kind: 'failed', code: 'X' });
  silent.data({ kind: 'refused', faults: [] });
  await silent.close();
});
