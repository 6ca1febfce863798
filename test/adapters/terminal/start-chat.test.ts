import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import { startChat } from '../../../src/adapters/terminal/start-chat.js';
import { createPlanlotse, parseCatalog } from '../../../src/core/index.js';
import { dataFiles } from '../../data-files.js';

const planlotse = createPlanlotse(parseCatalog(dataFiles));

interface Screen {
  readonly columns?: number;
  readonly isTTY?: boolean;
  readonly color?: boolean;
}

/** Types into a chat and gives back what was on the screen. */
async function chat(typed: string, { columns = 80, isTTY = true, color = false }: Screen = {}): Promise<string> {
  const input = new PassThrough();
  const output = Object.assign(new PassThrough(), { columns, isTTY });
  const pieces: string[] = [];
  output.on('data', (piece) => pieces.push(String(piece)));
  const done = startChat(() => planlotse, { input, output, color, explain: false, today: () => '2026-01-15' });
  input.write(typed);
  await done;
  return pieces.join('');
}

const CTRL_C = '\u0003';
const CTRL_D = '\u0004';
// biome-ignore lint/suspicious/noControlCharactersInRegex: escape codes are what is looked for.
const CURSOR = /\u001b\[\d*[GJK]/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: escape codes are what is looked for.
const COLOR = /\u001b\[[\d;]*m/;

test.each([
  ['Ctrl-C', CTRL_C],
  ['Ctrl-C on a half-typed line', `Wer hi${CTRL_C}`],
  ['Ctrl-D', CTRL_D],
  ['/ende', '/ende\r'],
  ['/quit', '/quit\r'],
])('leaves with a goodbye on %s', async (_, keys) => {
  expect(await chat(keys)).toMatch(/\nAuf Wiedersehen\.\n$/);
});

test('answers several lines that were pasted at once', async () => {
  const screen = await chat('InteA\rADiBe\r/quit\r');
  expect(screen).toContain('InteA – ');
  expect(screen).toContain('ADiBe-Netzwerk');
});

test.each([20, 30, 45, 80, 200])('writes no row longer than a screen of %d columns', async (columns) => {
  const screen = await chat('Wer hilft bei Rassismus?\r1\r/hilfe\r/quit\r', { columns });
  const rows = screen.replaceAll('\r', '').replace(CURSOR, '').split('\n');
  const printed = rows.filter((row) => !row.startsWith('> '));
  expect(Math.max(...printed.map((row) => [...row].length))).toBeLessThanOrEqual(Math.min(columns, 100));
});

test('colours titles only where colours are on', async () => {
  expect(await chat('InteA\r/quit\r', { color: true })).toMatch(COLOR);
  expect(await chat('InteA\r/quit\r')).not.toMatch(COLOR);
});

test('sends no escape code at all where the output is no terminal', async () => {
  expect(await chat('InteA\n/quit\n', { isTTY: false })).not.toContain('\u001b');
});

test('calls back what was typed with the arrow key', async () => {
  const screen = await chat('InteA\r/neu\r\u001b[A\u001b[A\r/quit\r');
  expect(screen.split('InteA – ').length).toBe(3);
});

test('completes commands with Tab', async () => {
  const input = new PassThrough();
  const output = Object.assign(new PassThrough({ encoding: 'utf8' }), { columns: 80, isTTY: true });
  const options = { input, output, color: false, explain: false, today: () => '2026-01-15' };
  const done = startChat(() => planlotse, options);
  input.write('/qui\t');
  let screen = '';
  output.on('data', (piece) => {
    screen += String(piece);
    if (screen.endsWith('/quit')) input.write('\r');
  });
  await expect(done).resolves.toBeUndefined();
});
