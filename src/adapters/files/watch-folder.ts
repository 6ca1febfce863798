import { dirname, resolve, sep } from 'node:path';
import { watch } from 'chokidar';

/** How long nothing may change before a change counts as finished; editors write a file in several steps. */
const QUIET_MS = 200;

/**
 * Watches the YAML files below a folder. Calls `onQuiet` when something has changed and then nothing for a moment;
 * also when the folder goes, and when it is there again.
 *
 * @returns how to stop watching, once every file is watched.
 * @throws where the folder cannot be watched.
 */
export async function watchFolder(folder: string, onQuiet: () => void): Promise<() => Promise<void>> {
  const own = resolve(folder);
  const parent = dirname(own);
  let timer: NodeJS.Timeout | undefined;
  // A folder that is moved away is no longer watched itself, so its place is.
  const watcher = watch(parent, {
    ignoreInitial: true,
    ignored: (path, stats) => {
      const full = resolve(path);
      if (full === parent || full === own) return false;
      return !full.startsWith(`${own}${sep}`) || (stats?.isFile() === true && !/\.ya?ml$/.test(full));
    },
  });
  watcher.on('all', () => {
    clearTimeout(timer);
    timer = setTimeout(onQuiet, QUIET_MS);
  });
  await new Promise<void>((resolve, reject) => {
    watcher.once('ready', resolve).once('error', reject);
  });
  return async () => {
    clearTimeout(timer);
    await watcher.close();
  };
}
