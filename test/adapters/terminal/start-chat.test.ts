import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import type { DataNews } from '../../../src/adapters/terminal/chat-session.js';
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

/** What a terminal shows of rows, carriage returns and the escape codes that move and clear. */
function screenOf(written: string, columns: number): string[] {
  const rows: string[][] = [[]];
  let [row, column] = [0, 0];
  // biome-ignore lint/suspicious/noControlCharactersInRegex: escape codes are what is looked for.
  for (const [piece, amount, code] of written.matchAll(/\u001b\[(\d*)([A-Z])|[\s\S]/g)) {
    const count = Number(amount || 1);
    if (code === 'A') row = Math.max(0, row - count);
    else if (code === 'B') row += count;
    else if (code === 'C') column += count;
    else if (code === 'D') column = Math.max(0, column - count);
    else if (code === 'G') column = count - 1;
    else if (code === 'J') {
      rows.length = row + 1;
      rows[row]?.splice(column);
    } else if (piece === '\r') column = 0;
    else if (piece === '\n') [row, column] = [row + 1, 0];
    else {
      if (column === columns) [row, column] = [row + 1, 0];
      while (rows.length <= row) rows.push([]);
      const cells = rows[row] ?? [];
      while (cells.length < column) cells.push(' ');
      cells[column++] = piece;
    }
    while (rows.length <= row) rows.push([]);
  }
  return rows.map((cells) => cells.join('').trimEnd());
}

test.each([
  ['nothing typed', [''], 0],
  ['a line half typed', ['Wer hilft bei'], 0],
  ['a line over three rows', [...'Wer hilft '.repeat(9)], 0],
  ['a line over three rows that was pasted', ['Wer hilft '.repeat(9)], 0],
  ['the cursor in the middle of a line over three rows', [...'Wer hilft '.repeat(9)], 45],
])('prints news above the prompt, with %s', async (_, keys, back) => {
  const columns = 40;
  const input = new PassThrough();
  const output = Object.assign(new PassThrough({ encoding: 'utf8' }), { columns, isTTY: true });
  let written = '';
  output.on('data', (piece) => {
    written += String(piece);
  });
  let tell = (_news: DataNews): void => {};
  const done = startChat(() => planlotse, {
    input,
    output,
    color: false,
    explain: false,
    today: () => '2026-01-15',
    followData: (teller) => {
      tell = teller;
    },
  });
  for (const key of [...keys, ...Array.from({ length: back }, () => '\u001b[D')]) {
    input.write(key);
    await new Promise((resolve) => setImmediate(resolve));
  }
  const before = screenOf(written, columns);
  tell({ kind: 'loaded', version: '1a2b3c4d' });
  tell({ kind: 'refused', faults: 2 });
  const prompt = before.findIndex((row) => row.startsWith('>'));
  const news = [
    'Die Daten sind neu geladen (Fassung',
    '1a2b3c4d).',
    'Die geänderten Daten haben 2 Fehler; es',
    'antworten weiter die alten. „planlotse',
    'check“ nennt die Fehler.',
  ];
  const shown = screenOf(written, columns);
  expect(shown).toEqual([...before.slice(0, prompt), ...news, ...before.slice(prompt)]);
  // The cursor is where it was: what is typed next goes on there.
  input.write('X');
  await new Promise((resolve) => setImmediate(resolve));
  const typed = keys.join('');
  const at = typed.length - back;
  const text = screenOf(written, columns)
    .slice(prompt + news.length)
    .join('');
  expect(text.replaceAll(' ', '')).toBe(`>${typed.slice(0, at)}X${typed.slice(at)}`.replaceAll(' ', ''));
  input.write('\u0003');
  await done;
  tell({ kind: 'unreadable' });
  expect(written).not.toContain('nicht lesbar');
});
