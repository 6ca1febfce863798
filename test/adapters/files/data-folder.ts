import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { TestContext } from 'vitest';
import { type DataFiles, fewFiles, PROBE, PROBE_PATH } from '../../data-files.js';

/** A folder that is gone after the test. */
export async function temporaryFolder({ onTestFinished }: Pick<TestContext, 'onTestFinished'>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'planlotse-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** Writes files below a folder, one after the other. */
export async function writeFiles(folder: string, files: DataFiles): Promise<void> {
  for (const [path, text] of files) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
}

/** The text of a record that is found by "Probe" and says a word. */
export function probe(word: string): string {
  return PROBE.replace('Eine Probe, an der', `Eine Probe namens ${word}, an der`);
}

/** Few files, with a record that says a word. */
export function filesSaying(word: string): DataFiles {
  return new Map([...fewFiles, [PROBE_PATH, probe(word)]]);
}
