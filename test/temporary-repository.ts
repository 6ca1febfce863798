import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { onTestFinished } from 'vitest';
import type { DataFiles } from './data-files.js';

const run = promisify(execFile);

/** A git repository that is gone after the test. */
export interface TemporaryRepository {
  readonly folder: string;
  readonly git: (...args: readonly string[]) => Promise<string>;
  /** Makes the folder hold these files and no others, commits them and gives the commit's name. */
  readonly commit: (files: DataFiles, under: string) => Promise<string>;
}

export async function createRepository(): Promise<TemporaryRepository> {
  const folder = await mkdtemp(join(tmpdir(), 'planlotse-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const identity = ['-c', 'user.name=Probe', '-c', 'user.email=probe@example.org', '-c', 'commit.gpgsign=false'];
  const git = async (...args: readonly string[]): Promise<string> =>
    (await run('git', [...identity, ...args], { cwd: folder })).stdout.trim();
  await git('init', '--quiet', '--initial-branch=main');
  return {
    folder,
    git,
    commit: async (files, under) => {
      const old = await readdir(join(folder, under)).catch(() => []);
      for (const name of old.filter((entry) => entry !== '.git')) {
        await rm(join(folder, under, name), { recursive: true });
      }
      for (const [path, text] of files) {
        const full = join(folder, under, path);
        await mkdir(dirname(full), { recursive: true });
        await writeFile(full, text);
      }
      await git('add', '--all', '.');
      await git('commit', '--quiet', '--allow-empty', '--message', 'test: probe');
      return git('rev-parse', 'HEAD');
    },
  };
}
