import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { copyOfData } from './run-program.js';

const PROGRAM = new URL('../../dist/main.js', import.meta.url).pathname;

function start(...argv: string[]): ChildProcessWithoutNullStreams {
  return spawn(process.execPath, [PROGRAM, ...argv], { cwd: '/' });
}

async function finish(
  program: ChildProcessWithoutNullStreams,
): Promise<{ readonly code: unknown; readonly stdout: string; readonly stderr: string }> {
  const closed = once(program, 'close');
  const [stdout, stderr] = await Promise.all([text(program.stdout), text(program.stderr)]);
  const [code]: unknown[] = await closed;
  return { code, stdout, stderr };
}

test('finds its own data from any folder and ends with 0', async () => {
  const { code, stdout, stderr } = await finish(start('ask', 'Was ist InteA?'));
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toContain('InteA');
});

test('ends with 1 where the data is broken and with 2 on wrong usage', async () => {
  const folder = await copyOfData();
  await writeFile(join(folder, 'plan.yaml'), '');
  expect(await finish(start('ask', '--data', folder, 'InteA'))).toMatchObject({ code: 1, stdout: '' });
  expect(await finish(start('ask', '--nonsense'))).toMatchObject({ code: 2, stdout: '' });
});

test('answers a stream line by line and ends with 3 after a bad one', async () => {
  const program = start('ask', '--json');
  const answers = program.stdout[Symbol.asyncIterator]();
  program.stdin.write('{broken\n');
  const { value } = await answers.next();
  expect(String(value)).toContain('BROKEN_JSON');
  program.stdin.end('InteA');
  const rest: string[] = [];
  for (let piece = await answers.next(); piece.done !== true; piece = await answers.next())
    rest.push(String(piece.value));
  expect(JSON.parse(rest.join(''))).toMatchObject({ ids: ['intea'] });
  if (program.exitCode === null) await once(program, 'close');
  expect(program.exitCode).toBe(3);
});

test('ends quietly when its reader goes', async () => {
  const program = start('ask', '--json');
  const stderr = text(program.stderr);
  const closed = once(program, 'close');
  program.stdin.on('error', () => {});
  program.stdin.write('InteA\n');
  await once(program.stdout, 'data');
  program.stdout.destroy();
  program.stdin.write('InteA\n'.repeat(1000));
  const [code]: unknown[] = await closed;
  expect({ code, stderr: await stderr }).toEqual({ code: 0, stderr: '' });
});
