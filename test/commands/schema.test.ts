import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { createAnswerJsonSchema } from '../../src/core/index.js';
import { copyOfData, runProgram } from './run-program.js';

const FILE = 'measure.schema.json';

let data: string;

beforeEach(async () => {
  data = await copyOfData();
  await runProgram(['schema', '--write', '--data', data]);
});

describe('planlotse schema', () => {
  it('says that all schemas are up to date', async () => {
    const { code, stdout } = await runProgram(['schema', '--data', data]);
    expect(stdout).toMatch(/^\d+ schemas, all up to date\n$/);
    expect(code).toBe(0);
  });

  it('names a file that is missing, changed or left over, and how to mend it', async () => {
    await rm(join(data, 'schema', FILE));
    await writeFile(join(data, 'schema', 'plan.schema.json'), '{}\n');
    await writeFile(join(data, 'schema', 'old.schema.json'), '{}\n');
    const { code, stdout } = await runProgram(['schema', '--check', '--data', data]);
    expect(stdout.split('\n')).toEqual([
      'schema/measure.schema.json is out of date',
      'schema/old.schema.json is out of date',
      'schema/plan.schema.json is out of date',
      'Mend it with "npm run schemas" (planlotse schema --write).',
      '',
    ]);
    expect(code).toBe(1);
  });

  it('writes what is missing and removes what is left over', async () => {
    const before = await readFile(join(data, 'schema', FILE), 'utf8');
    await rm(join(data, 'schema', FILE));
    await writeFile(join(data, 'schema', 'old.schema.json'), '{}\n');
    const { code, stdout } = await runProgram(['schema', '--write', '--data', data]);
    expect(stdout).toMatch(/^\d+ schemas, 2 changed\n$/);
    expect(code).toBe(0);
    expect(await readFile(join(data, 'schema', FILE), 'utf8')).toBe(before);
    expect(await readdir(join(data, 'schema'))).not.toContain('old.schema.json');
  });

  it('offers an organisation once it has been added', async () => {
    const path = join(data, 'organisations.yaml');
    const added = '- id: neue-stelle\n  name: { de: Neue Stelle }\n  short: Neu\n  kind: authority\n';
    await writeFile(path, `${await readFile(path, 'utf8')}\n${added}`);
    expect((await runProgram(['schema', '--data', data])).code).toBe(1);
    await runProgram(['schema', '--write', '--data', data]);
    expect(await readFile(join(data, 'schema', FILE), 'utf8')).toContain('"neue-stelle"');
  });

  it('checks and writes the published schema of answers where the data stands in the project folder', async () => {
    const path = join(data, '..', 'docs', 'answer.schema.json');
    await mkdir(join(data, '..', 'docs'));
    await writeFile(path, '{}\n');
    const { code, stdout } = await runProgram(['schema', '--data', data]);
    expect(stdout).toMatch(/^docs\/answer\.schema\.json is out of date\n/);
    expect(code).toBe(1);
    expect((await runProgram(['schema', '--write', '--data', data])).stdout).toMatch(/ schemas, 1 changed\n$/);
    expect(JSON.parse(await readFile(path, 'utf8'))).toEqual(createAnswerJsonSchema());
    expect((await runProgram(['schema', '--data', data])).code).toBe(0);
  });

  it('takes files with Windows line ends as up to date', async () => {
    const path = join(data, 'schema', FILE);
    await writeFile(path, (await readFile(path, 'utf8')).replaceAll('\n', '\r\n'));
    expect((await runProgram(['schema', '--data', data])).code).toBe(0);
  });

  it('does not take --check and --write together', async () => {
    const { code, stderr } = await runProgram(['schema', '--check', '--write', '--data', data]);
    expect(stderr).toContain('--write');
    expect(code).toBe(2);
  });
});
