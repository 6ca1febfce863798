import { writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { z } from 'zod';
import { broken, fewFiles, PROBE_PATH } from '../data-files.js';
import { folderOf, runProgram } from './run-program.js';

const found = z.strictObject({
  file: z.string(),
  line: z.int().positive(),
  column: z.int().positive(),
  code: z.string(),
  message: z.string().min(1),
  mend: z.string().min(1),
});
const count = z.int().nonnegative();

/** The shape that docs/cli.md describes. */
const document = z.strictObject({
  version: z.literal(1),
  language: z.enum(['de', 'en']),
  faults: z.array(found),
  warnings: z.array(found),
  summary: z.strictObject({
    faults: count,
    warnings: count,
    warningsByCode: z.record(z.string(), count),
    dataVersion: z.strictObject({ hash: z.string(), date: z.string() }).optional(),
    records: z.record(z.enum(['measure', 'institution', 'fact', 'event']), count).optional(),
    drafts: z.array(z.string()).optional(),
    goldenQuestions: count.optional(),
    openGoldenQuestions: count.optional(),
  }),
});

describe('check as JSON', () => {
  test('is one document with faults, place, code, message and mend', async () => {
    const { files } = broken(
      fewFiles,
      PROBE_PATH,
      ['lead: hmais', 'leed: hmais'],
      ['actionField: sprache', 'actionField: sprahce'],
    );
    const folder = await folderOf(files);
    const io = { cwd: dirname(folder) };
    const { code, stdout, stderr } = await runProgram(['check', '--json', '--data', folder, '--language', 'en'], io);
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
    const { faults, warnings, summary } = document.parse(JSON.parse(stdout));
    expect(faults).toContainEqual({
      file: 'data/measures/probe.yaml',
      line: expect.any(Number),
      column: 1,
      code: 'unknownKey',
      message: 'There is no field "leed" here.',
      mend: 'Correct or remove it. Did you mean "lead"?',
    });
    expect(warnings).toEqual([]);
    expect(summary).toEqual({ faults: faults.length, warnings: 0, warningsByCode: {} });
  });

  test('has all warnings and what the data holds where it is in order', async () => {
    const folder = await folderOf(fewFiles);
    const { code, stdout } = await runProgram(['check', '--format', 'json', '--data', folder]);
    expect(code).toBe(0);
    const { faults, warnings, summary } = document.parse(JSON.parse(stdout));
    expect(faults).toEqual([]);
    expect(warnings.length).toBe(summary.warnings);
    expect(Object.values(summary.warningsByCode).reduce((sum, value) => sum + value, 0)).toBe(summary.warnings);
    expect(summary.records?.measure).toBeGreaterThan(0);
  });
});

describe('check for GitHub', () => {
  test('makes an annotation of each fault, with a path from the root of the repository', async () => {
    const { files, places } = broken(fewFiles, PROBE_PATH, ['lead: hmais', 'lead: ¦hmaiss']);
    const folder = await folderOf(files);
    const [, line, column] = (places[0] ?? '').split(':');
    const expected = `::error file=data/measures/probe.yaml,line=${line},col=${column},title=Fehler in den Daten::„hmaiss“ steht nicht in organisations.yaml.`;
    const fromRoot = await runProgram(['check', '--format', 'github', '--data', folder], { cwd: dirname(folder) });
    expect(fromRoot.code).toBe(1);
    expect(fromRoot.stdout.startsWith(expected)).toBe(true);
    const env = { GITHUB_WORKSPACE: dirname(folder) };
    const within = await runProgram(['check', '--format', 'github', '--data', '.'], { cwd: folder, env });
    expect(within.stdout).toBe(fromRoot.stdout);
  });

  test('escapes what would end an annotation or begin another', async () => {
    const evil = '100 %\\r\\n::error file=x::gotcha, a:b';
    const { files } = broken(fewFiles, PROBE_PATH, ['lead: hmais', `lead: "${evil}"`]);
    const folder = join(await folderOf(files), '..');
    await writeFile(join(folder, 'x,y:1'), '');
    const { stdout } = await runProgram(['check', '--format', 'github', '--data', join(folder, 'data')]);
    const commands = stdout.split(/\r\n|\r|\n/).filter((line) => line.startsWith('::'));
    expect(commands.length).toBeGreaterThan(0);
    expect(commands.every((line) => line.includes('probe.yaml'))).toBe(true);
    expect(commands.join()).toContain('100 %25');
  });

  test('makes one annotation of each kind of warning, and of each warning where all are wanted', async () => {
    const folder = await folderOf(fewFiles);
    const annotations = async (...args: readonly string[]): Promise<string[]> => {
      const { code, stdout } = await runProgram(['check', '--format', 'github', '--data', folder, ...args]);
      expect(code).toBe(0);
      return stdout.split('\n').filter((line) => line.startsWith('::warning '));
    };
    const titles = (await annotations()).map((line) => /title=([^:]*)::/.exec(line)?.[1]?.replace(/ \(\d+\)$/, ''));
    expect(titles.length).toBeGreaterThan(1);
    expect(new Set(titles).size).toBe(titles.length);
    expect((await annotations('--warnings', 'all')).length).toBeGreaterThan(titles.length);
    expect(await annotations('--warnings', 'none')).toEqual([]);
  });
});

describe('check', () => {
  it.each([
    [['--json', '--format', 'github'], '--format'],
    [['--watch', '--json'], '--watch'],
    [['--watch', '--format', 'github'], '--watch'],
    [['--watch', '--links'], '--watch'],
    [['--format', 'xml'], 'text, json, github'],
    [['--link-timeout', 'soon'], 'seconds'],
  ])('refuses %j', async (args, words) => {
    const { code, stderr } = await runProgram(['check', ...args]);
    expect(code).toBe(2);
    expect(stderr).toContain(words);
  });
});
