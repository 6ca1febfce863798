import { appendFile, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { expect, test } from 'vitest';
import { copyOfData, runProgram } from './run-program.js';

async function edit(path: string, from: string | RegExp, to: string): Promise<void> {
  const text = await readFile(path, 'utf8');
  expect(text).toMatch(from);
  await writeFile(path, text.replace(from, to));
}

test('says what the real data holds, in German and English', async () => {
  const german = await runProgram(['check', '--warnings', 'none']);
  expect(german).toMatchObject({ code: 0, stderr: '' });
  expect(german.stdout).toMatch(
    /^Die Daten sind in Ordnung\.\nFassung: \w+ \(\d{4}-\d\d-\d\d\)\nEinträge: \d+: Maßnahme /,
  );
  expect(german.stdout).toMatch(/Goldene Fragen: \d+/);
  const english = await runProgram(['check', '--language', 'en', '--warnings', 'none']);
  expect(english.stdout).toMatch(/^The data is in order\.\nVersion: \w+ \(.*\)\nRecords: \d+: measure /i);
});

test('lists all faults with the place in the file, counts them and ends with 1', async () => {
  const folder = await copyOfData();
  await edit(join(folder, 'measures/intea.yaml'), /^actionField: .*$/m, 'actionField: nirgendwo');
  await edit(join(folder, 'measures/adinet.yaml'), /^lead: .*$/m, 'leed: hmais');
  const { code, stdout } = await runProgram(['check', '--data', folder]);
  expect(code).toBe(1);
  expect(stdout).toMatch(/measures\/adinet\.yaml:\d+:\d+ .*leed/);
  expect(stdout).toMatch(/measures\/intea\.yaml:\d+:\d+ .*nirgendwo/);
  expect(stdout.trimEnd().split('\n').at(-1)).toMatch(/^\d Fehler in 2 Dateien\. Die goldenen Fragen/);
});

test('names files as they can be opened from the current folder', async () => {
  const folder = await copyOfData();
  await writeFile(join(folder, 'measures/intea.yaml'), '');
  const below = await runProgram(['check'], { cwd: dirname(folder), env: { PLANLOTSE_DATA: 'data' } });
  expect(below.stdout).toMatch(/^data\/measures\/intea\.yaml:1:1 /);
  const beside = join(dirname(folder), 'elsewhere');
  const above = await runProgram(['check', '--data', relative(beside, folder)], { cwd: beside });
  expect(above.stdout).toMatch(/^\.\.\/data\/measures\/intea\.yaml:1:1 /);
  const absolute = await runProgram(['check', '--data', folder], { cwd: '/proc' });
  expect(absolute.stdout.startsWith(`${folder}/measures/intea.yaml:1:1 `)).toBe(true);
});

test('takes the option before the environment', async () => {
  const folder = await copyOfData();
  const { code } = await runProgram(['check', '--data', folder, '--warnings', 'none'], {
    env: { PLANLOTSE_DATA: '/nowhere' },
  });
  expect(code).toBe(0);
});

test('counts broken golden questions as faults', async () => {
  const folder = await copyOfData();
  const question = '- question: "Was?"\n  language: de\n  by: ministry\n  expect: { first: [gibt-es-nicht] }\n';
  await appendFile(join(folder, 'golden/names.yaml'), question);
  const { code, stdout } = await runProgram(['check', '--data', folder, '--language', 'en']);
  expect(code).toBe(1);
  expect(stdout).toMatch(/golden\/names\.yaml:\d+:\d+ .*gibt-es-nicht/);
  expect(stdout).toMatch(/\n1 fault in 1 file\.\n$/);
});

test('names drafts', async () => {
  const folder = await copyOfData();
  await appendFile(join(folder, 'measures/intea.yaml'), '\nvisibility: draft\n');
  const { code, stdout } = await runProgram(['check', '--data', folder, '--warnings', 'none']);
  expect(code).toBe(0);
  expect(stdout).toMatch(/\nEntwürfe: 1: intea\n/);
});

test('lists an empty folder as broken and a missing one as wrong usage', async () => {
  const folder = await copyOfData();
  await rm(folder, { recursive: true });
  const missing = await runProgram(['check', '--data', folder]);
  expect(missing).toMatchObject({ code: 2, stdout: '' });
  expect(missing.stderr).toContain(folder);
  const empty = await runProgram(['check', '--data', dirname(folder)]);
  expect(empty.code).toBe(1);
  expect(empty.stdout).toContain('plan.yaml:1:1');
});

test('lists the faults on the error stream where another command meets them', async () => {
  const folder = await copyOfData();
  await writeFile(join(folder, 'measures/intea.yaml'), 'title: [');
  for (const command of [['ask', 'InteA'], ['ask'], ['golden'], ['chat']]) {
    const { code, stdout, stderr } = await runProgram([...command, '--data', folder]);
    expect(code).toBe(1);
    expect(stdout).toBe('');
    expect(stderr).toMatch(/measures\/intea\.yaml:\d+:\d+ /);
  }
});
