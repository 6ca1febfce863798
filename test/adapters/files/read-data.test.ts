import { mkdir, mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { DataFolderError, readData } from '../../../src/adapters/files/read-data.js';
import { parseCatalog } from '../../../src/core/index.js';

async function folderWith(files: Readonly<Record<string, string>>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'planlotse-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  for (const [path, text] of Object.entries(files)) {
    await mkdir(join(folder, path, '..'), { recursive: true });
    await writeFile(join(folder, path), text);
  }
  return folder;
}

test('reads the real data folder into a catalogue', async () => {
  const { files, modified } = await readData(new URL('../../../data', import.meta.url).pathname);
  expect(parseCatalog(files, modified).records.has('intea')).toBe(true);
});

test('reads YAML files with their paths below the folder, and nothing else', async () => {
  const folder = await folderWith({
    'plan.yaml': 'a: ü',
    'measures/b.yml': 'b',
    'measures/.swap.yaml': 'c',
    'README.md': 'd',
    'schema/e.json': 'e',
  });
  const { files } = await readData(folder);
  expect([...files]).toEqual([
    ['measures/b.yml', 'b'],
    ['plan.yaml', 'a: ü'],
  ]);
});

test('gives the day of the newest change', async () => {
  const folder = await folderWith({ 'plan.yaml': 'a', 'regions.yaml': 'b' });
  await utimes(join(folder, 'plan.yaml'), new Date('2025-03-01T12:00:00Z'), new Date('2025-03-01T12:00:00Z'));
  await utimes(join(folder, 'regions.yaml'), new Date('2025-02-01T12:00:00Z'), new Date('2025-02-01T12:00:00Z'));
  expect((await readData(folder)).modified).toBe('2025-03-01');
});

test('names the folder that it cannot read', async () => {
  const missing = readData('/nowhere/data');
  await expect(missing).rejects.toThrow(DataFolderError);
  await expect(missing).rejects.toThrow('/nowhere/data');
  const file = join(await folderWith({ 'plan.yaml': '' }), 'plan.yaml');
  await expect(readData(file)).rejects.toThrow(DataFolderError);
});
