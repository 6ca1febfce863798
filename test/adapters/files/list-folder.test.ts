import { mkdir, rename, rm, symlink, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { isSameListing, listFolder, stampFolders } from '../../../src/adapters/files/list-folder.js';
import { temporaryFolder, writeFiles } from './data-folder.js';

it('lists YAML files by their paths, and nothing that editors leave beside them', async (test) => {
  const folder = await temporaryFolder(test);
  const names = [
    'a.yaml',
    'b/c.yml',
    'b/d/e.yaml',
    'a.yaml~',
    '#a.yaml#',
    '4913',
    '.a.yaml.swp',
    '.git/x.yaml',
    'R.md',
  ];
  await writeFiles(folder, new Map(names.map((name) => [name, ''])));
  await mkdir(join(folder, 'folder.yaml'));
  const { files, folders } = await listFolder(folder);
  expect([...files.keys()].sort()).toEqual(['a.yaml', 'b/c.yml', 'b/d/e.yaml']);
  expect([...folders].sort()).toEqual(['', 'b', 'b/d', 'folder.yaml']);
});

it('follows links to files and folders, and none in a circle', async (test) => {
  const root = await temporaryFolder(test);
  const folder = join(root, 'data');
  await writeFiles(root, new Map(['data/in/a.yaml', 'out/b.yaml'].map((name) => [name, ''])));
  await symlink('../out', join(folder, 'linked'));
  await symlink('../../out/b.yaml', join(folder, 'in/c.yaml'));
  await symlink('..', join(folder, 'in/up'));
  await symlink('.', join(folder, 'in/self'));
  await symlink('loop', join(folder, 'loop'));
  await symlink('nowhere', join(folder, 'nothing'));
  expect([...(await listFolder(folder)).files.keys()].sort()).toEqual(['in/a.yaml', 'in/c.yaml', 'linked/b.yaml']);
});

it('fails where a file of the data is a link to nowhere, rather than going on without it', async (test) => {
  const folder = await temporaryFolder(test);
  await symlink('nowhere', join(folder, 'a.yaml'));
  await expect(listFolder(folder)).rejects.toMatchObject({ code: 'ENOENT' });
});

it('tells listings apart by content that was written, renamed or taken away, also to an older time', async (test) => {
  const folder = await temporaryFolder(test);
  const path = join(folder, 'a.yaml');
  await writeFile(path, 'one');
  const first = await listFolder(folder);
  expect(isSameListing(first, await listFolder(folder))).toBe(true);
  await writeFile(join(folder, 'new'), 'two');
  await utimes(join(folder, 'new'), new Date('2020-01-01'), new Date('2020-01-01'));
  await rename(join(folder, 'new'), path);
  const second = await listFolder(folder);
  expect(isSameListing(first, second)).toBe(false);
  expect(new Date(second.newest).toISOString()).toBe('2020-01-01T00:00:00.000Z');
  await rename(path, join(folder, 'b.yaml'));
  expect(isSameListing(second, await listFolder(folder))).toBe(false);
  await rm(join(folder, 'b.yaml'));
  expect(await listFolder(folder)).toMatchObject({ files: new Map(), newest: 0 });
});

it('sees from the folders alone that entries changed or that another folder took the place', async (test) => {
  const root = await temporaryFolder(test);
  const folder = join(root, 'data');
  await writeFiles(root, new Map(['data/in/a.yaml', 'other/in/a.yaml'].map((name) => [name, ''])));
  const look = () => stampFolders(folder, ['', 'in']);
  const first = await look();
  await writeFile(join(folder, 'in/b.yaml'), '');
  const second = await look();
  expect(second.places).toBe(first.places);
  expect(second.entries).not.toBe(first.entries);
  await rename(folder, join(root, 'old'));
  const missing = await look();
  await rename(join(root, 'other'), folder);
  const swapped = await look();
  expect(new Set([second, missing, swapped].map(({ places }) => places)).size).toBe(3);
});
