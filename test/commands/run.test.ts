import { describe, expect, test } from 'vitest';
import { dayInHesse } from '../../src/commands/days.js';
import { runProgram } from './run-program.js';

describe('ends with 2 and says why:', () => {
  const cases: readonly (readonly [string, readonly string[]])[] = [
    ['unknown option', ['ask', '--colour']],
    ['2025-02-30', ['ask', '--today', '2025-02-30', 'InteA']],
    ['tomorrow', ['check', '--today', 'tomorrow']],
    ['Allowed choices are de, en', ['ask', '--language', 'fr', 'InteA']],
    ['argument missing', ['ask', '--data']],
    ['Give a folder', ['ask', '--data', '', 'InteA']],
    ['/nowhere', ['ask', '--data', '/nowhere', 'InteA']],
    ['unknown command "chekc"', ['chekc']],
    ['too many arguments', ['check', 'data']],
  ];
  test.each(cases)('%s', async (part, argv) => {
    const { code, stdout, stderr } = await runProgram(argv);
    expect(code).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toContain(part);
  });
});

test('shows the exit codes and the environment in its help', async () => {
  const { code, stdout, stderr } = await runProgram(['--help']);
  expect(code).toBe(0);
  expect(stderr).toBe('');
  for (const part of ['PLANLOTSE_DATA', 'NO_COLOR', 'Exit codes:', 'Examples:']) expect(stdout).toContain(part);
});

test.each(['chat', 'ask', 'check', 'golden'])(
  'shows the common options and examples in the help of %s',
  async (name) => {
    const { code, stdout } = await runProgram([name, '--help']);
    expect(code).toBe(0);
    for (const part of ['--data', '--today', '--language', 'Examples:']) expect(stdout).toContain(part);
  },
);

test('shows the version of the package', async () => {
  expect((await runProgram(['--version'])).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
});

test('takes the common options before and after the command', async () => {
  const before = await runProgram(['--language', 'en', 'ask', 'InteA']);
  const after = await runProgram(['ask', 'InteA', '--language', 'en']);
  expect(before).toEqual(after);
  expect(before.stdout).toContain('Status: ');
});

test('answers piped questions without a command, and with chat, as ask does', async () => {
  const asked = await runProgram(['ask', '--json'], { stdin: 'InteA\n' });
  expect(await runProgram(['--json'], { stdin: 'InteA\n' })).toEqual(asked);
  expect(await runProgram(['chat', '--json'], { stdin: 'InteA\n' })).toEqual(asked);
});

test('counts the day from midnight in Hesse', () => {
  expect(dayInHesse(new Date('2025-12-31T22:59:59Z'))).toBe('2025-12-31');
  expect(dayInHesse(new Date('2025-12-31T23:00:00Z'))).toBe('2026-01-01');
  expect(dayInHesse(new Date('2026-06-30T22:00:00Z'))).toBe('2026-07-01');
});
