import { appendFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { copyOfData, runProgram } from './run-program.js';

test('prints a table with a row for each category and one for all', async () => {
  const { code, stdout } = await runProgram(['golden']);
  const rows = stdout.trimEnd().split('\n');
  expect(code).toBe(0);
  expect(rows[0]).toMatch(/^category +questions +passed +hit@1 +hit@3 +MRR +recall +precision$/);
  expect(rows.at(-1)).toMatch(/^all +\d+ +\d+ /);
  expect(new Set(rows.map(({ length }) => length)).size).toBe(1);
});

test('lists the questions of a category that fail, with the problems', async () => {
  const folder = await copyOfData();
  const question =
    '- question: "Was ist InteA wirklich"\n  language: de\n  by: ministry\n  expect: { first: [adinet] }\n';
  await appendFile(join(folder, 'golden/names.yaml'), question);
  const { code, stdout } = await runProgram(['golden', '--data', folder, '--failures', 'names']);
  expect(code).toBe(0);
  expect(stdout).toMatch(/names: Was ist InteA wirklich\n {2}.*rank \d+ of adinet/);
  expect(stdout).not.toMatch(/^topics/m);
  expect(stdout).toMatch(/\n\d+ failing\n$/);
});

test('gives figures and failures as JSON', async () => {
  const { stdout } = await runProgram(['golden', '--json']);
  const shape = z.object({
    version: z.literal(1),
    figures: z.array(z.object({ category: z.string(), questions: z.number(), passed: z.number() })),
    failures: z.array(z.object({ category: z.string(), question: z.string(), problems: z.array(z.string()).min(1) })),
  });
  const { figures, failures } = shape.parse(JSON.parse(stdout));
  const all = figures.find(({ category }) => category === 'all');
  expect(failures).toHaveLength((all?.questions ?? 0) - (all?.passed ?? 0));
});

test('knows no other categories', async () => {
  const { code, stderr } = await runProgram(['golden', '--failures', 'nonsense']);
  expect(code).toBe(2);
  expect(stderr).toContain('known are ');
});
