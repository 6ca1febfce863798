import { access, mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readRevision } from '../../../src/adapters/files/read-revision.js';
import { createRepository } from '../../temporary-repository.js';

const ENV = { PATH: process.env.PATH };

const OLD = new Map([
  ['plan.yaml', 'alt: ä\n'],
  ['measures/eins.yaml', 'a: 1\n'],
]);
const NEW = new Map([
  ['plan.yaml', 'neu: ö\n'],
  ['measures/zwei drei.yaml', ''],
  ['schema/x.json', '{}'],
  ['.versteckt/x.yaml', 'x: 1\n'],
]);

describe('a revision of the data', () => {
  it('is read as it was, whatever stands in the working tree', async () => {
    const { folder, git, commit } = await createRepository();
    const first = await commit(OLD, 'data');
    const second = await commit(NEW, 'data');
    await writeFile(join(folder, 'data/plan.yaml'), 'noch nicht: abgegeben\n');
    const before = await readRevision(join(folder, 'data'), 'HEAD~1', ENV);
    expect(before).toMatchObject({ commit: first, path: 'data/' });
    expect([...before.files].sort()).toEqual([...OLD].sort());
    expect(before.modified).toMatch(/^\d{4}-\d\d-\d\d$/);
    const after = await readRevision(join(folder, 'data'), 'main', ENV);
    expect(after.commit).toBe(second);
    expect([...after.files].sort()).toEqual([
      ['measures/zwei drei.yaml', ''],
      ['plan.yaml', 'neu: ö\n'],
    ]);
    expect(await git('status', '--porcelain')).toBe('M data/plan.yaml');
  });

  it('can be of data at the root, and is named by tag or commit', async () => {
    const { folder, git, commit } = await createRepository();
    const hash = await commit(OLD, '.');
    await git('tag', '--annotate', '--message', 'x', 'v1').catch(() => git('tag', 'v1'));
    for (const name of ['v1', hash, hash.slice(0, 10)]) {
      const { files, path } = await readRevision(folder, name, ENV);
      expect({ paths: [...files.keys()].sort(), path }).toEqual({ paths: [...OLD.keys()].sort(), path: '' });
    }
  });

  it('is read from its own repository, also within a hook of another', async () => {
    const { folder, commit } = await createRepository();
    await commit(OLD, 'data');
    const other = await createRepository();
    await other.commit(new Map([['data/other.yaml', 'x: 1\n']]), '.');
    const hook = { GIT_DIR: join(other.folder, '.git'), GIT_WORK_TREE: other.folder, GIT_INDEX_FILE: 'x' };
    const { files } = await readRevision(join(folder, 'data'), 'main', { ...ENV, ...hook });
    expect([...files.keys()]).toContain('measures/eins.yaml');
  });

  it.each([
    '--output=gotcha',
    '-h',
    '--',
    '',
    'main --output=gotcha',
    'main\n',
    'nirgends',
    'main:data',
    'main^{tree}',
    'main..main',
  ])('is no %j, and nothing else is done', async (revision) => {
    const { folder, commit } = await createRepository();
    await commit(OLD, 'data');
    await expect(readRevision(join(folder, 'data'), revision, ENV)).rejects.toMatchObject({
      code: 'REVISION_UNREADABLE',
      message: expect.stringMatching(/neither a folder nor a revision .* Give a folder/),
    });
    for (const place of ['gotcha', 'data/gotcha']) await expect(access(join(folder, place))).rejects.toThrow();
  });

  it('is missing where the revision has no such folder', async () => {
    const { folder, commit } = await createRepository();
    await commit(new Map([['other/x.yaml', 'x: 1\n']]), '.');
    await commit(OLD, 'data');
    await expect(readRevision(join(folder, 'data'), 'HEAD~1', ENV)).rejects.toThrow(/has no data in "data\/".*--data/);
  });

  it('needs a repository, a folder and git', async () => {
    const { folder, commit } = await createRepository();
    await commit(OLD, 'data');
    await expect(readRevision(join(folder, 'nowhere'), 'main', ENV)).rejects.toThrow(/existing folder with --data/);
    await expect(readRevision(folder, 'main', { PATH: '/nowhere' })).rejects.toThrow(/Install git/);
    await rm(join(folder, '.git'), { recursive: true });
    await mkdir(join(folder, '.git'));
    await expect(readRevision(folder, 'main', ENV)).rejects.toThrow(/not a git repository.*--data/);
  });
});
