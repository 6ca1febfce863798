import { rename, rm, symlink, unlink, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, type TestContext, vi } from 'vitest';
import type { DataEvent } from '../../../src/adapters/files/data-loader.js';
import { type LiveData, startLiveData } from '../../../src/adapters/files/live-data.js';
import type { WatchMode } from '../../../src/adapters/files/watch-folder.js';
import {
  type CatalogResult,
  DataError,
  type DataFiles,
  formatFault,
  type Planlotse,
  parseCatalog,
  readCatalog,
} from '../../../src/core/index.js';
import { PROBE, PROBE_PATH } from '../../data-files.js';
import { createRecorder, type Recorder } from '../slack/stand-in/recorder.js';
import { filesSaying, probe, temporaryFolder, writeFiles } from './data-folder.js';

interface Watched {
  readonly folder: string;
  readonly record: string;
  readonly live: LiveData;
  readonly events: Recorder<DataEvent>;
  readonly failures: Recorder<unknown>;
  /** Waits for the next event of a kind that was not there before. */
  readonly next: (kind: DataEvent['kind']) => Promise<DataEvent>;
  /** Waits until a word is in the answer. */
  readonly answering: (word: string) => Promise<void>;
}

const results = new Map<string, CatalogResult>();

/** The core's reader; most tests load the same texts. */
function readOnce(files: DataFiles, modified: string): CatalogResult {
  const key = JSON.stringify([modified, ...files]);
  const result = results.get(key) ?? readCatalog(files, modified);
  results.set(key, result);
  return result;
}

/** Follows a folder with few files; the record says "Anfang". */
async function watched(test: TestContext, mode: WatchMode, folder?: string): Promise<Watched> {
  const place = folder ?? join(await temporaryFolder(test), 'data');
  if (folder === undefined) await writeFiles(place, filesSaying('Anfang'));
  const events = createRecorder<DataEvent>();
  const failures = createRecorder<unknown>();
  const live = await startLiveData({
    folder: place,
    readCatalog: readOnce,
    watch: { mode, interval: 100 },
    tell: events.add,
    onWatchFailure: failures.add,
  });
  test.onTestFinished(() => live.stop());
  let from = 1;
  return {
    folder: place,
    record: join(place, PROBE_PATH),
    live,
    events,
    failures,
    next: async (kind) => {
      const found = await events.next((event) => event.kind === kind, from);
      from = events.all.indexOf(found) + 1;
      return found;
    },
    answering: async (word) => {
      await events.next(() => said(live.planlotse()).includes(word));
    },
  };
}

/** What the record says; nothing where it is not there. */
function said({ catalog, answer }: Planlotse): string {
  if (!catalog.records.has('probe')) return '';
  const { kind, ...rest } = answer({ text: 'Probe-Netzwerk', today: '2026-01-15' });
  return `${kind} ${JSON.stringify(rest)}`;
}

// They run side by side, so that each takes the time of several.
vi.setConfig({ testTimeout: 60_000 });

describe.concurrent.each(['events', 'poll'] as const)('data that is followed by %s', (mode) => {
  it('answers from what was saved, and a question under way from what it began with', async (test) => {
    const { live, record, events, next } = await watched(test, mode);
    expect(events.all).toMatchObject([{ kind: 'loaded', records: live.planlotse().catalog.records.size }]);
    const before = live.planlotse();
    await writeFile(record, probe('Danach'));
    expect(await next('loaded')).toMatchObject({ version: live.planlotse().catalog.version });
    expect(said(live.planlotse())).toContain('Danach');
    expect(said(before)).toContain('Anfang');
    expect(live.planlotse().catalog.version.hash).not.toBe(before.catalog.version.hash);
  });

  it('keeps the last good data while a file is broken, names the fault, and goes on once it is mended', async (test) => {
    const { live, record, next } = await watched(test, mode);
    await writeFile(record, PROBE.replace('lead: hmais', 'lead: hmaiss'));
    const refused = await next('refused');
    const [fault] = refused.kind === 'refused' ? refused.faults : [];
    expect(fault && formatFault(fault, 'en')).toMatch(/^measures\/probe\.yaml:25:7 .*Did you mean "hmais"\?$/);
    expect(said(live.planlotse())).toContain('Anfang');
    await writeFile(record, probe('Danach'));
    await next('loaded');
    expect(said(live.planlotse())).toContain('Danach');
  });

  it('says that the data is in order again where the old text comes back', async (test) => {
    const { live, record, next } = await watched(test, mode);
    const before = live.planlotse();
    await writeFile(record, 'title: [');
    await next('refused');
    await writeFile(record, probe('Anfang'));
    expect(await next('loaded')).toMatchObject({ version: before.catalog.version });
    expect(live.planlotse()).toBe(before);
  });

  it('takes a half-written file for broken, not for new', async (test) => {
    const { live, record, next } = await watched(test, mode);
    const text = probe('Danach');
    await writeFile(record, text.slice(0, text.length / 2));
    await next('refused');
    expect(said(live.planlotse())).toContain('Anfang');
    await writeFile(record, text);
    await next('loaded');
    expect(said(live.planlotse())).toContain('Danach');
  });

  it('follows records that come, go and are renamed', async (test) => {
    const { live, folder, record, next } = await watched(test, mode);
    const has = (id: string): boolean => live.planlotse().catalog.records.has(id);
    await writeFiles(folder, new Map([['events/neu.yaml', PROBE.replace('type: counselling\n', '')]]));
    await next('loaded');
    expect([has('probe'), has('neu')]).toEqual([true, true]);
    await rename(record, join(folder, 'measures/anders.yaml'));
    await next('loaded');
    expect([has('probe'), has('anders')]).toEqual([false, true]);
    await unlink(join(folder, 'measures/anders.yaml'));
    await next('loaded');
    expect([has('anders'), has('neu')]).toEqual([false, true]);
  });

  it('follows a save that renames a temporary file into place, again and again', async (test) => {
    const { folder, record, next } = await watched(test, mode);
    for (const word of ['Danach', 'Weiter', 'Anfang']) {
      await writeFile(join(folder, 'measures/probe.yaml.tmp'), probe(word));
      await rename(join(folder, 'measures/probe.yaml.tmp'), record);
      await next('loaded');
    }
  });

  it('follows a save of vim, and passes over what editors leave beside the data', async (test) => {
    const { live, folder, record, next, events } = await watched(test, mode);
    const beside = (name: string): string => join(folder, 'measures', name);
    await writeFile(beside('.probe.yaml.swp'), 'b0VIM');
    await writeFile(beside('4913'), '');
    await unlink(beside('4913'));
    await rename(record, beside('probe.yaml~'));
    await writeFile(record, probe('Danach'));
    await next('loaded');
    await symlink('somebody@nowhere.1:1', beside('.#probe.yaml'));
    await writeFile(beside('#probe.yaml#'), 'x: [');
    await writeFile(beside('probe.yaml.bak'), 'x: [');
    await writeFile(beside('.probe.yaml.kate-swp'), 'x: [');
    live.reload();
    await next('unchanged');
    expect(events.all.map(({ kind }) => kind)).not.toContain('refused');
    expect(said(live.planlotse())).toContain('Danach');
  });

  it('loads while changes come without a pause, and the last of them in the end', async (test) => {
    const { live, record, next, answering } = await watched(test, mode);
    let round = 0;
    const stream = setInterval(() => void writeFile(record, probe(`Runde${round++}`)).catch(() => {}), 20);
    test.onTestFinished(() => clearInterval(stream));
    await next('loaded');
    expect(said(live.planlotse())).toContain('Runde');
    clearInterval(stream);
    await writeFile(record, probe('Schluss'));
    await answering('Schluss');
  });

  it('goes on with the last good data while the folder is away, and follows it when it returns', async (test) => {
    const { live, folder, next } = await watched(test, mode);
    await rename(folder, `${folder}-away`);
    expect(await next('unreadable')).toMatchObject({ error: { code: 'DATA_FOLDER_UNREADABLE' } });
    expect(said(live.planlotse())).toContain('Anfang');
    await rename(`${folder}-away`, folder);
    await next('loaded');
    await writeFile(join(folder, PROBE_PATH), probe('Danach'));
    await next('loaded');
    expect(said(live.planlotse())).toContain('Danach');
  });

  it('follows another folder that is put in the place of the old one, and its files', async (test) => {
    const { live, folder, record, next } = await watched(test, mode);
    await writeFiles(`${folder}-new`, filesSaying('Danach'));
    await rename(folder, `${folder}-old`);
    await rename(`${folder}-new`, folder);
    await next('loaded');
    expect(said(live.planlotse())).toContain('Danach');
    await writeFile(join(`${folder}-old`, PROBE_PATH), probe('Vorbei'));
    await writeFile(record, probe('Weiter'));
    await next('loaded');
    expect(said(live.planlotse())).toContain('Weiter');
  });

  it('follows a link further up that is moved on, as checkouts by other programs do', async (test) => {
    const root = await temporaryFolder(test);
    await writeFiles(join(root, 'a/data'), filesSaying('Anfang'));
    await writeFiles(join(root, 'b/data'), filesSaying('Danach'));
    await symlink('a', join(root, 'current'));
    const { live, next, record } = await watched(test, mode, join(root, 'current/data'));
    await symlink('b', join(root, 'next'));
    await rename(join(root, 'next'), join(root, 'current'));
    await next('loaded');
    expect(said(live.planlotse())).toContain('Danach');
    await writeFile(record, probe('Weiter'));
    await next('loaded');
    expect(said(live.planlotse())).toContain('Weiter');
  });

  it('follows a mounted ConfigMap of Kubernetes', async (test) => {
    const mount = join(await temporaryFolder(test), 'data');
    await writeFiles(join(mount, '..2026_01_01'), filesSaying('Anfang'));
    await symlink('..2026_01_01', join(mount, '..data'));
    const tops = new Set([...filesSaying('Anfang').keys()].map((path) => path.split('/')[0] ?? ''));
    for (const top of tops) await symlink(`..data/${top}`, join(mount, top));
    const { live, next } = await watched(test, mode, mount);
    for (const [day, word] of [
      ['..2026_01_02', 'Danach'],
      ['..2026_01_03', 'Weiter'],
    ] as const) {
      await writeFiles(join(mount, day), filesSaying(word));
      await symlink(day, join(mount, '..data_tmp'));
      await rename(join(mount, '..data_tmp'), join(mount, '..data'));
      await next('loaded');
      expect(said(live.planlotse())).toContain(word);
    }
  });

  it('follows files behind links to folders elsewhere', async (test) => {
    const root = await temporaryFolder(test);
    await writeFiles(join(root, 'data'), filesSaying('Anfang'));
    await rename(join(root, 'data/measures'), join(root, 'elsewhere'));
    await symlink('../elsewhere', join(root, 'data/measures'));
    const { live, next } = await watched(test, mode, join(root, 'data'));
    await writeFile(join(root, 'elsewhere/probe.yaml'), probe('Danach'));
    await next('loaded');
    expect(said(live.planlotse())).toContain('Danach');
  });

  it('reloads nothing where a file was only touched', async (test) => {
    const { live, record, next } = await watched(test, mode);
    const before = live.planlotse();
    await utimes(record, new Date('2031-01-01'), new Date('2031-01-01'));
    await next('unchanged');
    expect(live.planlotse()).toBe(before);
  });

  it('follows changes of golden questions too', async (test) => {
    const { folder, next } = await watched(test, mode);
    await writeFiles(folder, new Map([['golden/neu.yaml', '[]']]));
    await next('loaded');
  });

  it('tells nothing more once it is stopped', async (test) => {
    const { live, record, events } = await watched(test, mode);
    await writeFile(record, probe('Zu spät'));
    await live.stop();
    const told = events.all.length;
    live.reload();
    await live.stop();
    expect(events.all).toHaveLength(told);
  });
});

it.concurrent('looks only when it is asked where the folder is not watched', async (test) => {
  const { live, record, next, events } = await watched(test, 'off');
  live.reload();
  await next('unchanged');
  await writeFile(record, probe('Danach'));
  live.reload();
  await next('loaded');
  expect(said(live.planlotse())).toContain('Danach');
  await writeFile(record, 'title: [');
  live.reload();
  await next('refused');
  live.reload();
  await next('refused');
  expect(events.all.map(({ kind }) => kind)).toEqual(['loaded', 'unchanged', 'loaded', 'refused', 'refused']);
});

it.concurrent('polls where the operating system does not report', async (test) => {
  const { folder, record, failures, next } = await watched(test, 'events');
  // Links in a circle cannot be watched.
  for (const name of ['circle', 'round', 'ring']) await symlink(name, join(folder, 'measures', name));
  expect(await failures.next(() => true)).toMatchObject({ code: 'ELOOP' });
  await writeFile(record, probe('Danach'));
  await next('loaded');
});

it.concurrent('tells once where good data cannot be made ready, and goes on with the next change', async (test) => {
  const folder = await temporaryFolder(test);
  await writeFiles(folder, filesSaying('Anfang'));
  const events = createRecorder<DataEvent>();
  const live = await startLiveData({
    folder,
    readCatalog: (files, modified) => {
      if (files.get(PROBE_PATH) === probe('Fehler')) throw new Error('a fault of the program');
      return readOnce(files, modified);
    },
    watch: { mode: 'events', interval: 100 },
    tell: events.add,
    onWatchFailure: () => {},
  });
  test.onTestFinished(() => live.stop());
  await writeFile(join(folder, PROBE_PATH), probe('Fehler'));
  await events.next(({ kind }) => kind === 'unreadable');
  expect(said(live.planlotse())).toContain('Anfang');
  await utimes(join(folder, PROBE_PATH), new Date(), new Date());
  await events.next(({ kind }) => kind === 'unchanged');
  await writeFile(join(folder, PROBE_PATH), probe('Danach'));
  await events.next(() => said(live.planlotse()).includes('Danach'));
  expect(events.all.map(({ kind }) => kind)).toEqual(['loaded', 'unreadable', 'unchanged', 'loaded']);
});

it.concurrent('refuses to start with broken data or without a folder', async (test) => {
  const folder = await temporaryFolder(test);
  await writeFiles(folder, filesSaying('Anfang'));
  await writeFile(join(folder, PROBE_PATH), '');
  await expect(watched(test, 'events', folder)).rejects.toThrow(DataError);
  await rm(folder, { recursive: true });
  await expect(watched(test, 'events', folder)).rejects.toMatchObject({ code: 'DATA_FOLDER_UNREADABLE' });
});

it.concurrent('comes to the last state of a checkout that takes away and writes every file, one after the other', async (test) => {
  const { live, folder, events } = await watched(test, 'events');
  for (const word of ['Danach', 'Weiter', 'Schluss']) {
    for (const [path, text] of filesSaying(word)) {
      await unlink(join(folder, path));
      await writeFile(join(folder, path), text);
    }
  }
  const { hash } = parseCatalog(filesSaying('Schluss')).version;
  await events.next(() => live.planlotse().catalog.version.hash === hash);
  expect(said(live.planlotse())).toContain('Schluss');
});
