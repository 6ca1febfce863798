import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { readPackage } from '../../src/commands/read-package.js';

test('names the same homepage as publiccode.yml', async () => {
  const { homepage, version } = await readPackage();
  const publiccode: unknown = parse(await readFile(new URL('../../publiccode.yml', import.meta.url), 'utf8'));
  expect(publiccode).toMatchObject({ url: homepage });
  expect(version).toMatch(/^\d+\.\d+\.\d+$/);
});
