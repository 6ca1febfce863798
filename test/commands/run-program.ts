import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Readable, Writable } from 'node:stream';
import { onTestFinished } from 'vitest';
import type { ProgramIo } from '../../src/commands/program-io.js';
import { run } from '../../src/commands/run.js';
import type { DataFiles } from '../../src/core/index.js';

const PROJECT = new URL('../..', import.meta.url).pathname;

export interface Outcome {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Keeps what is written to it. */
export function createSink(): { readonly stream: Writable; readonly text: () => string } {
  const pieces: string[] = [];
  const stream = new Writable({
    decodeStrings: false,
    write: (piece, _encoding, done) => {
      pieces.push(String(piece));
      done();
    },
  });
  return { stream, text: () => pieces.join('') };
}

/** A process that nobody stops. */
export const NO_LIFECYCLE: ProgramIo['lifecycle'] = {
  onSignal: () => () => {},
  onHangUp: () => () => {},
  onCrash: () => () => {},
  exit: () => {},
};

/** Runs the program on doubles of the process's streams. */
export async function runProgram(
  argv: readonly string[],
  { stdin = '', ...io }: Partial<Omit<ProgramIo, 'stdin'>> & { readonly stdin?: string | Readable } = {},
): Promise<Outcome> {
  const stdout = createSink();
  const stderr = createSink();
  const code = await run(argv, {
    stdin: typeof stdin === 'string' ? Readable.from([Buffer.from(stdin)]) : stdin,
    stdout: stdout.stream,
    stderr: stderr.stream,
    env: {},
    cwd: PROJECT,
    now: () => new Date('2026-01-15T12:00:00Z'),
    lifecycle: NO_LIFECYCLE,
    ...io,
  });
  return { code, stdout: stdout.text(), stderr: stderr.text() };
}

/** A folder that is gone after the test. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'planlotse-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** A copy of the real data that a test may break. */
export async function copyOfData(): Promise<string> {
  const folder = join(await temporaryFolder(), 'data');
  await cp(join(PROJECT, 'data'), folder, { recursive: true });
  return folder;
}

/** A data folder with some files. */
export async function folderOf(files: DataFiles): Promise<string> {
  const folder = join(await temporaryFolder(), 'data');
  await writeFiles(folder, files);
  return folder;
}

/** Writes files below a folder. */
export async function writeFiles(folder: string, files: DataFiles): Promise<void> {
  for (const [path, text] of files) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
}
