import { rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { fewFiles, PROBE, PROBE_PATH } from '../data-files.js';
import { createSink, folderOf, NO_LIFECYCLE, runProgram, temporaryFolder } from './run-program.js';

const WAIT = { timeout: 15_000 };

test('checks anew whenever the data changes, until it is told to stop', async () => {
  const folder = await folderOf(fewFiles);
  const sink = createSink();
  let stop = (): void => {};
  const onSignal = (listener: (signal: string) => void): (() => void) => {
    stop = () => listener('SIGINT');
    return () => {};
  };
  const io = { stdout: sink.stream, lifecycle: { ...NO_LIFECYCLE, onSignal } };
  const ended = runProgram(['check', '--watch', '--data', folder], io);
  const output = (): string => sink.text();
  const sees = (pattern: RegExp): Promise<void> => vi.waitFor(() => expect(output()).toMatch(pattern), WAIT);

  await sees(/^Geprüft um \d\d:\d\d:\d\d\. Beenden mit Strg \+ C\.\nDie Daten sind in Ordnung\.\n$/);
  await writeFile(join(folder, PROBE_PATH), PROBE.replace('lead: hmais', 'leed: hmais'));
  await sees(/probe\.yaml:\d+:1 .*Meinten Sie „lead“\?\n[\s\S]*Fehler in 1 Datei/);
  await writeFile(join(folder, PROBE_PATH), PROBE);
  await sees(/Datei[\s\S]*Die Daten sind in Ordnung\.\n$/);
  await rm(join(folder, 'regions.yaml'));
  await sees(/regions\.yaml:1:1 Die Datei fehlt\./);
  stop();
  expect((await ended).code).toBe(0);
});

test('goes on while the folder is away', async () => {
  const folder = await folderOf(fewFiles);
  const sink = createSink();
  let stop = (): void => {};
  const onSignal = (listener: (signal: string) => void): (() => void) => {
    stop = () => listener('SIGINT');
    return () => {};
  };
  const io = { stdout: sink.stream, lifecycle: { ...NO_LIFECYCLE, onSignal } };
  const ended = runProgram(['check', '--watch', '--data', folder, '--language', 'en'], io);
  await vi.waitFor(() => expect(sink.text()).toContain('The data is in order.'), WAIT);
  await rename(folder, `${folder}-away`);
  await vi.waitFor(() => expect(sink.text()).toMatch(/DATA_FOLDER_UNREADABLE|missing/), WAIT);
  await rename(`${folder}-away`, folder);
  await vi.waitFor(() => expect(sink.text()).toMatch(/(?:UNREADABLE|missing)[\s\S]*The data is in order\.\n$/), WAIT);
  stop();
  expect((await ended).code).toBe(0);
});

test('ends at once where there is no folder', async () => {
  const missing = join(await temporaryFolder(), 'nowhere');
  const { code, stderr } = await runProgram(['check', '--watch', '--data', missing]);
  expect(code).toBe(2);
  expect(stderr).toContain(missing);
});
