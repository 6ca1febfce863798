import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type InputLine, readLines } from '../../src/commands/read-lines.js';

async function linesOf(pieces: readonly (string | Uint8Array)[], max = 100): Promise<InputLine[]> {
  const stream = (async function* stream() {
    yield* pieces;
  })();
  const lines: InputLine[] = [];
  for await (const line of readLines(stream, max)) lines.push(line);
  return lines;
}

const texts = (lines: readonly InputLine[]): string[] => lines.map(({ text }) => text);

test('ends lines at LF and CRLF, and takes a last line without an end', async () => {
  expect(texts(await linesOf(['a\r\nb\n\nc']))).toEqual(['a', 'b', '', 'c']);
});

test('makes no line of an end', async () => {
  expect(texts(await linesOf(['a\n']))).toEqual(['a']);
  expect(texts(await linesOf(['a', '\n', '']))).toEqual(['a']);
  expect(await linesOf([''])).toEqual([]);
  expect(await linesOf([])).toEqual([]);
});

test('takes a byte order mark off the start', async () => {
  expect(texts(await linesOf([Buffer.from('\uFEFFa\nb')]))).toEqual(['a', 'b']);
});

test('marks a line that is too long, holds only its start, and goes on with the next', async () => {
  expect(await linesOf(['12345\n123456\r\n', '1234', '5678\nnext'], 5)).toEqual([
    { text: '12345', tooLong: false },
    { text: '12345', tooLong: true },
    { text: '12345', tooLong: true },
    { text: 'next', tooLong: false },
  ]);
});

test('allows a line of just the length with CRLF', async () => {
  expect(await linesOf(['12345\r\n'], 5)).toEqual([{ text: '12345', tooLong: false }]);
});

test('gives the same lines wherever the bytes are cut', async () => {
  const text = fc.array(fc.constantFrom('a', 'ß', '€', '😀', '\n', '\r\n', ' '), { maxLength: 20 });
  await fc.assert(
    fc.asyncProperty(text, fc.array(fc.nat(60), { maxLength: 5 }), async (parts, cuts) => {
      const bytes = Buffer.from(parts.join(''));
      const places = [0, ...cuts.map((cut) => Math.min(cut, bytes.length)).sort((a, b) => a - b), bytes.length];
      const pieces = places.slice(1).map((end, index) => bytes.subarray(places[index], end));
      expect(await linesOf(pieces)).toEqual(await linesOf([parts.join('')]));
    }),
  );
});
