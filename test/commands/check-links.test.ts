import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { broken, type DataFiles, type Edit, fewFiles, PROBE_PATH } from '../data-files.js';
import { folderOf, runProgram } from './run-program.js';

interface Seen {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
}

let seen: Seen[];
let open: number;
let mostOpen: number;
let base: string;

/** What the server does with a path; the number of requests to it counts from 1. */
const PATHS: Readonly<Record<string, (response: ServerResponse, method: string, count: number) => void>> = {
  '/ok': (response) => response.end('ok'),
  '/moved': (response) => response.writeHead(301, { location: '/ok' }).end(),
  '/moved-twice': (response) => response.writeHead(308, { location: '/moved' }).end(),
  '/for-now': (response) => response.writeHead(302, { location: '/ok' }).end(),
  '/moved-away': (response) => response.writeHead(301, { location: '/gone' }).end(),
  '/loop': (response) => response.writeHead(301, { location: '/loop' }).end(),
  '/gone': (response) => response.writeHead(404).end(),
  '/forbidden': (response) => response.writeHead(403).end(),
  '/no-head': (response, method) => response.writeHead(method === 'HEAD' ? 405 : 200).end(),
  '/busy-once': (response, _, count) => response.writeHead(count === 1 ? 429 : 200, { 'retry-after': '0' }).end(),
  '/busy': (response) => response.writeHead(429, { 'retry-after': '0' }).end(),
  '/busy-for-long': (response) => response.writeHead(429, { 'retry-after': '86400' }).end(),
  '/broken': (response) => response.writeHead(500).end(),
  '/silent': () => {},
  '/cut': (response) => response.destroy(),
};

beforeEach(async () => {
  seen = [];
  open = 0;
  mostOpen = 0;
  const server = createServer(({ method = '', url = '', headers }, response) => {
    seen.push({ method, url, headers });
    open += 1;
    mostOpen = Math.max(mostOpen, open);
    response.on('close', () => {
      open -= 1;
    });
    PATHS[url]?.(response, method, seen.filter((request) => request.url === url).length);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`; // a server on TCP has one
});

/** The few files with all their addresses on the server, and the probe's source as told; "¦" marks it. */
function filesWith(url: string) {
  const local: DataFiles = new Map(
    [...fewFiles].map(([path, text]) => [path, text.replace(/https?:\/\/[^\s"]+/g, `${base}/ok`)]),
  );
  const edit: Edit = [`- url: ${base}/ok\n    title: Eine Quelle`, `- url: ¦${url}\n    title: Eine Quelle`];
  return broken(local, PROBE_PATH, edit);
}

async function checkLink(url: string, ...args: readonly string[]) {
  const { files, places } = filesWith(url);
  const folder = await folderOf(files);
  const times = ['--link-pause', '0'];
  const { code, stdout } = await runProgram(['check', '--json', '--links', '--data', folder, ...times, ...args]);
  const { warnings, summary } = JSON.parse(stdout) as {
    readonly warnings: readonly { file: string; line: number; column: number; code: string; message: string }[];
    readonly summary: { readonly links: { readonly addresses: number; readonly unchecked: number } };
  }; // docs/cli.md
  const found = warnings
    .filter((warning) => warning.code.startsWith('link'))
    .map((warning) => ({ ...warning, file: warning.file.replace(`${folder}/`, '') }));
  return { code, found, places, summary };
}

test.each(['/ok', '/no-head', '/for-now', '/busy-once'])('takes %s as it is', async (path) => {
  const { code, found } = await checkLink(`${base}${path}`);
  expect({ code, found }).toEqual({ code: 0, found: [] });
  expect(seen.some(({ url }) => url === path)).toBe(true);
});

test.each([
  ['/moved', 'linkMoved', 'leitet dauerhaft weiter nach', '/ok.'],
  ['/moved-twice', 'linkMoved', 'leitet dauerhaft weiter nach', '/ok.'],
  ['/moved-away', 'linkGone', 'gibt es nicht mehr', '(404)'],
  ['/gone', 'linkGone', 'gibt es nicht mehr', '(404)'],
  ['/forbidden', 'linkRefused', 'weist die Prüfung ab', '(403)'],
  ['/busy', 'linkRefused', 'weist die Prüfung ab', '(429)'],
  ['/busy-for-long', 'linkRefused', 'weist die Prüfung ab', '(429)'],
  ['/broken', 'linkFailed', 'antwortet mit einem Fehler', '(500)'],
  ['/silent', 'linkUnreachable', 'ist nicht erreichbar', 'keine Antwort in der gegebenen Zeit'],
  ['/loop', 'linkUnreachable', 'ist nicht erreichbar', 'zu viele Weiterleitungen'],
  ['/cut', 'linkUnreachable', 'ist nicht erreichbar', 'Verbindung abgebrochen'],
])('warns of %s as %s, at its place', async (path, code, what, detail) => {
  const patience = path === '/silent' ? ['--link-timeout', '0.5'] : [];
  const { code: exit, found: all, places } = await checkLink(`${base}${path}`, ...patience);
  expect(exit).toBe(0);
  // On a busy machine another address can take as long.
  const found = all.filter(({ message }) => patience.length === 0 || message.includes(path));
  expect(found.map((warning) => `${warning.file}:${warning.line}:${warning.column}`)).toEqual(places);
  expect(found[0]).toMatchObject({ code, message: expect.stringContaining(`${base}${path} ${what}`) });
  expect(found[0]?.message).toContain(detail);
});

test('tells a refused connection, a port that is never asked and a faulty encryption apart', async () => {
  const reasonOf = async (url: string): Promise<string | undefined> => (await checkLink(url)).found[0]?.message;
  expect(await reasonOf(await closedAddress())).toContain('Verbindung abgelehnt');
  expect(await reasonOf('http://127.0.0.1:1/')).toContain('Adresse nicht verwendbar');
  expect(await reasonOf(base.replace('http:', 'https:'))).toContain('Zertifikat oder Verschlüsselung');
});

/** An address where nobody listens any more. */
async function closedAddress(): Promise<string> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo; // a server on TCP has one
  await new Promise((resolve) => server.close(resolve));
  return `http://127.0.0.1:${port}/`;
}

test('says who asks, asks one thing at a time of a host, and sends nothing else', async () => {
  await checkLink(`${base}/gone`);
  expect(seen.length).toBeGreaterThan(2);
  expect(mostOpen).toBe(1);
  for (const { headers } of seen) {
    expect(headers['user-agent']).toMatch(/^Planlotse\/\d+\.\d+\.\d+ \(\+https:\/\/\S+\)$/);
    expect(Object.keys(headers).filter((name) => /cookie|referer|authorization|origin/.test(name))).toEqual([]);
  }
});

test('asks for each address once, however often it stands in the data', async () => {
  const { summary } = await checkLink(`${base}/ok`);
  expect(seen.map(({ method, url }) => `${method} ${url}`)).toEqual(['HEAD /ok']);
  expect(summary.links).toEqual({ addresses: 1, unchecked: 0 });
});

test('asks once more after a pause that the host asks for, and no more', async () => {
  await checkLink(`${base}/busy`);
  expect(seen.filter(({ url }) => url === '/busy')).toHaveLength(2);
  await checkLink(`${base}/busy-for-long`);
  expect(seen.filter(({ url }) => url === '/busy-for-long')).toHaveLength(1);
});

test('begins no further address after the limit, and says how many are left', async () => {
  const { summary, found } = await checkLink(`${base}/silent`, '--link-limit', '0');
  expect(found).toEqual([]);
  expect(summary.links.addresses).toBe(2);
  expect(summary.links.unchecked).toBeGreaterThan(0);
});

test('asks for nothing where it was not told to, or where the data is broken', async () => {
  const { files } = filesWith(`${base}/gone`);
  await runProgram(['check', '--data', await folderOf(files)]);
  const { files: faulty } = broken(files, PROBE_PATH, ['lead: hmais', 'leed: hmais']);
  await runProgram(['check', '--links', '--data', await folderOf(faulty)]);
  expect(seen).toEqual([]);
});

test('shows addresses as text, with how many were looked up', async () => {
  const { files } = filesWith(`${base}/gone`);
  const args = ['check', '--links', '--link-pause', '0', '--data', await folderOf(files)];
  const { code, stdout } = await runProgram(args);
  expect(code).toBe(0);
  expect(stdout).toContain('\n2 Adressen nachgesehen.\n');
  expect(stdout).toMatch(/Seite nicht mehr da \(linkGone\): 1\n {2}\S+probe\.yaml:\d+:\d+ http/);
  expect((await runProgram([...args, '--strict', '--language', 'en'])).stdout).toContain('2 addresses looked up.');
});
