import { PassThrough, Readable, Writable } from 'node:stream';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { run } from '../../src/commands/run.js';
import { createSink, NO_LIFECYCLE, runProgram } from './run-program.js';

const answer = z.object({
  version: z.literal(1),
  kind: z.string(),
  language: z.string(),
  ids: z.array(z.string()),
  text: z.string(),
  evidence: z.object({ records: z.array(z.object({ id: z.string(), status: z.string() })) }),
});
const failure = z.strictObject({
  version: z.literal(1),
  kind: z.literal('error'),
  code: z.string(),
  message: z.string(),
});

function parseLines(text: string): unknown[] {
  expect(text.endsWith('\n')).toBe(true);
  return text
    .slice(0, -1)
    .split('\n')
    .map((line): unknown => JSON.parse(line));
}

test('prints the whole list as plain text', async () => {
  const { code, stdout, stderr } = await runProgram(['ask', 'Welche Maßnahmen gibt es für Frauen?']);
  expect(code).toBe(0);
  expect(stderr).toBe('');
  expect(stdout).toContain('\n6. ');
  expect(stdout).not.toContain('Seite 1');
});

test('prints exactly one JSON object on one line', async () => {
  const { code, stdout } = await runProgram(['ask', '--json', 'Was ist InteA?']);
  const lines = parseLines(stdout);
  expect(lines).toHaveLength(1);
  expect(answer.parse(lines[0]).ids).toEqual(['intea']);
  expect(code).toBe(0);
});

test('takes a question without quotation marks', async () => {
  const { stdout } = await runProgram(['ask', '--json', 'Was', 'ist', 'InteA?']);
  expect(answer.parse(parseLines(stdout)[0]).ids).toEqual(['intea']);
});

test('takes a question that starts with a brace as it stands', async () => {
  const { code, stdout } = await runProgram(['ask', '--json', '{"question": "InteA"}']);
  expect(answer.parse(parseLines(stdout)[0]).version).toBe(1);
  expect(code).toBe(0);
});

test('ends with 0 where nothing is found', async () => {
  const { code, stdout } = await runProgram(['ask', '--json', 'Wie hoch ist der Eiffelturm?']);
  expect(answer.parse(parseLines(stdout)[0]).kind).toBe('nothing-found');
  expect(code).toBe(0);
});

test('adds reasons with --explain only', async () => {
  const question = 'Wer hilft bei Rassismus?';
  expect((await runProgram(['ask', question])).stdout).not.toContain('Gefunden über');
  expect((await runProgram(['ask', '--explain', question])).stdout).toContain('Gefunden über');
});

test('answers in the language that is asked for', async () => {
  const { stdout } = await runProgram(['ask', '--json', '--language', 'en', 'InteA']);
  expect(answer.parse(parseLines(stdout)[0]).language).toBe('en');
});

test('gives an error for an empty question and ends with 3', async () => {
  const { code, stdout } = await runProgram(['ask', '--json', ' ']);
  expect(failure.parse(parseLines(stdout)[0]).code).toBe('EMPTY_QUESTION');
  expect(code).toBe(3);
});

test('answers each line of standard input in its place, errors included', async () => {
  const stdin = [
    'InteA',
    '',
    '{"question": "InteA", "language": "en", "today": "2026-01-15"}',
    '{broken',
    '{"question": "InteA", "colour": "red"}',
    'Was ist ADiBe?',
  ].join('\r\n');
  const { code, stdout } = await runProgram(['ask', '--json'], { stdin });
  const lines = parseLines(stdout);
  expect(lines).toHaveLength(6);
  expect(answer.parse(lines[0]).ids).toEqual(['intea']);
  expect(failure.parse(lines[1]).code).toBe('EMPTY_QUESTION');
  expect(answer.parse(lines[2]).language).toBe('en');
  expect(failure.parse(lines[3]).code).toBe('BROKEN_JSON');
  expect(failure.parse(lines[4]).code).toBe('INVALID_REQUEST');
  expect(answer.parse(lines[5]).ids).toContain('adibe-netzwerk');
  expect(code).toBe(3);
});

test('ends with 0 where every line is a question', async () => {
  const { code, stdout } = await runProgram(['ask', '--json'], { stdin: 'InteA\nADiBe\n' });
  expect(parseLines(stdout)).toHaveLength(2);
  expect(code).toBe(0);
});

test('says nothing to an empty standard input', async () => {
  expect(await runProgram(['ask'])).toEqual({ code: 0, stdout: '', stderr: '' });
});

test('passes over empty lines and parts the answers in plain mode', async () => {
  const { code, stdout } = await runProgram(['ask'], { stdin: 'InteA\n\n\n{\nADiBe' });
  const parts = stdout.split('\n---\n\n');
  expect(parts).toHaveLength(3);
  expect(parts[1]).toContain('BROKEN_JSON: ');
  expect(code).toBe(3);
});

test('narrows the earlier questions of a line', async () => {
  const previous = ['Maßnahmen für Frauen'];
  const stdin = `${previous[0]}\n${JSON.stringify({ question: 'nur laufende', previous })}\n`;
  const [all, running] = parseLines((await runProgram(['ask', '--json'], { stdin })).stdout).map((line) =>
    answer.parse(line),
  );
  expect(running?.ids.length).toBeGreaterThan(0);
  expect(running?.ids.length).toBeLessThan(all?.ids.length ?? 0);
  expect(running?.evidence.records.map(({ status }) => status)).toEqual(running?.ids.map(() => 'running'));
});

test('answers a line before the next one comes', async () => {
  const stdin = new PassThrough();
  const stdout = new PassThrough();
  const { stream: stderr } = createSink();
  const now = (): Date => new Date('2026-01-15');
  const done = run(['ask', '--json'], { stdin, stdout, stderr, env: {}, cwd: '/', now, lifecycle: NO_LIFECYCLE });
  const answers = stdout[Symbol.asyncIterator]();
  for (const id of ['intea', 'adinet']) {
    stdin.write(`Was ist ${id}?\n`);
    const { value } = await answers.next();
    expect(answer.parse(JSON.parse(String(value))).ids).toContain(id);
  }
  stdin.end();
  expect(await done).toBe(0);
});

test('keeps no more than one answer for a slow reader', async () => {
  const most: number[] = [];
  const slow = new Writable({
    write(piece: Buffer, _encoding, done) {
      most.push(this.writableLength / piece.length);
      setImmediate(done);
    },
  });
  const { code } = await runProgram(['ask', '--json'], { stdin: 'InteA\n'.repeat(50), stdout: slow });
  expect(code).toBe(0);
  expect(most).toHaveLength(50);
  expect(Math.max(...most)).toBe(1);
});

test('ends quietly when the reader has gone', async () => {
  let asked = 0;
  const stdin = Readable.from(
    (function* endless() {
      for (;;) {
        asked += 1;
        yield 'InteA\n';
      }
    })(),
  );
  const gone = new Writable({
    write: (_piece, _encoding, done) => done(Object.assign(new Error('write EPIPE'), { code: 'EPIPE' })),
  });
  const { code, stderr } = await runProgram(['ask'], { stdin, stdout: gone });
  expect(code).toBe(0);
  expect(stderr).toBe('');
  expect(asked).toBeLessThan(100);
});

test('says so when the output fails, such as on a full disk', async () => {
  const full = new Writable({
    write: (_piece, _encoding, done) => done(Object.assign(new Error('ENOSPC: no space left'), { code: 'ENOSPC' })),
  });
  const { code, stderr } = await runProgram(['ask', 'InteA'], { stdout: full });
  expect(code).toBe(70);
  expect(stderr).toContain('no space left');
});
