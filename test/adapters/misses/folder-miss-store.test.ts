import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readdir, readFile, rm, rmdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { createFolderMissStore } from '../../../src/adapters/misses/folder-miss-store.js';
import type { MissStore } from '../../../src/adapters/misses/miss-store.js';
import { temporaryFolder } from '../../commands/run-program.js';
import { missed, missStoreContract } from './miss-store-contract.js';

const open = (folder: string): MissStore => createFolderMissStore({ folder, threshold: 5, pause: 0 });
/** Not yet made, as at the first start. */
const newFolder = async (): Promise<string> => join(await temporaryFolder(), 'counts');

missStoreContract('the folder', async () => {
  const folder = await newFolder();
  return { open: () => open(folder) };
});

async function everythingIn(folder: string): Promise<string> {
  const names = await readdir(folder);
  const texts = await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')));
  return [...names, ...texts].join('\n');
}

it('has a word in clear on the disk only from when it is common', async () => {
  const folder = await newFolder();
  const store = open(folder);
  for (const day of ['2026-01-05', '2026-01-05', '2026-01-05', '2026-01-06']) {
    await store.add(missed('klettern', 'meierhofer'), day);
    expect(await everythingIn(folder)).not.toMatch(/klettern|meierhofer/);
  }
  await store.add(missed('klettern'), '2026-01-06');
  const there = await everythingIn(folder);
  expect(there).toContain('klettern');
  expect(there).not.toContain('meierhofer');
});

it('does not tell from a file in which order or together with what words were missed', async () => {
  const folder = await newFolder();
  const [forth, back] = [open(folder), open(folder)];
  await forth.add(missed('a', 'b'), '2026-01-05');
  await forth.add(missed('c'), '2026-01-05');
  await back.add(missed('c', 'b'), '2026-01-05');
  await back.add(missed('a'), '2026-01-05');
  const names = (await readdir(folder)).filter((name) => name !== 'key');
  const [one, other] = await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')));
  expect(one).toBe(other);
});

it('passes over damaged files, and leaves alone what is not its own', async () => {
  const folder = await newFolder();
  await open(folder).add(missed('klettern'), '2026-01-05');
  const [counted = ''] = (await readdir(folder)).filter((name) => name.endsWith('.json'));
  const key = counted.split('.')[1];
  await writeFile(join(folder, 'notes.txt'), 'mine');
  for (const [writer, text] of ['', '{', '[]', '{"kinds":{"measures":-1},"words":{}}'].entries()) {
    await writeFile(join(folder, `2026-01-06.${key}.00000000000${writer}.json`), text);
  }
  const store = open(folder);
  await store.add(missed('klettern'), '2026-01-07');
  expect((await store.list()).kinds).toEqual(new Map([['nothing-found', 2]]));
  await store.prune('2026-01-07');
  expect((await readdir(folder)).filter((name) => name.startsWith('2026-01-06'))).toEqual([]);
  await store.clear();
  expect(await readdir(folder)).toEqual(['notes.txt']);
});

it('starts anew where the key is damaged', async () => {
  const folder = await newFolder();
  await open(folder).add(missed('klettern'), '2026-01-05');
  await writeFile(join(folder, 'key'), 'abc');
  const store = open(folder);
  await store.add(missed('klettern'), '2026-01-06');
  expect(await store.list()).toMatchObject({ rare: 1, since: '2026-01-06' });
});

it('says where it cannot write, and keeps everything once it can', async () => {
  const folder = await newFolder();
  await writeFile(folder, 'no folder');
  const store = open(folder);
  await expect(store.add(missed('klettern'), '2026-01-05')).rejects.toMatchObject({ syscall: 'mkdir' });
  await rm(folder);
  await store.add(missed('klettern'), '2026-01-05');
  const [file = ''] = (await readdir(folder)).filter((name) => name.endsWith('.json'));
  await mkdir(join(folder, `${file}.tmp`));
  await expect(store.add(missed('klettern'), '2026-01-05')).rejects.toMatchObject({ syscall: 'open' });
  await expect(store.close()).rejects.toMatchObject({ syscall: 'open' });
  await rmdir(join(folder, `${file}.tmp`));
  await store.close();
  expect((await open(folder).list()).kinds).toEqual(new Map([['nothing-found', 3]]));
});

it('loses nothing that it said was kept, killed 15 times in the middle of writing', { timeout: 240_000 }, async () => {
  const folder = await newFolder();
  const start = async (): Promise<ChildProcess> => {
    const child = fork(new URL('./count-until-killed.js', import.meta.url), [folder]);
    await once(child, 'message');
    return child;
  };
  let starting = start();
  let kept = 0;
  let unsaid = 0;
  for (let round = 0; round < 15; round++) {
    const child = await starting;
    if (round < 49) starting = start();
    let said = 0;
    child.on('message', (count) => {
      said = Number(count);
      if (said > round % 7) child.kill('SIGKILL');
    });
    child.send(`2026-01-0${5 + (round % 5)}`);
    const [, signal] = await once(child, 'exit');
    expect(signal).toBe('SIGKILL');
    kept += said;
    // Three are counted at a time, and some were kept before the kill came through.
    const { kinds, words } = await open(folder).list();
    const there = kinds.get('nothing-found') ?? 0;
    expect(there - unsaid).toBeGreaterThanOrEqual(kept);
    unsaid = there - kept;
    if (round > 10) expect(words).toMatchObject([{ word: 'klettern', count: there }]);
  }
  const store = open(folder);
  await store.add(missed('klettern'), '2026-01-09');
  await store.close();
  expect(kept).toBeGreaterThan(40);
});
