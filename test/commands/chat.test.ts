import { Readable } from 'node:stream';
import { expect, it } from 'vitest';
import { runProgram } from './run-program.js';

/** Lines that somebody types. */
const typed = (...lines: readonly string[]) =>
  Object.assign(Readable.from(lines.map((line) => `${line}\n`)), { isTTY: true });

it('shows where a gap is reported, if the environment says so', async () => {
  const env = { PLANLOTSE_REPORT_URL: 'https://example.org/report' };
  const { code, stdout } = await runProgram(['chat'], { stdin: typed('Gibt es Quantenphysik?', '/ende'), env });
  expect(code).toBe(0);
  expect(stdout).toContain('Lücke melden: https://example.org/report\n');
});

it('refuses a bad address for reports before it starts', async () => {
  const env = { PLANLOTSE_REPORT_URL: 'example.org' };
  const { code, stdout, stderr } = await runProgram(['chat'], { stdin: typed('/ende'), env });
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toContain('PLANLOTSE_REPORT_URL must be an address that begins with https://');
});
