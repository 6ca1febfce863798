import { isAbsolute, join, relative } from 'node:path';
import type { Settings } from './settings.js';

/** Names files of the data folder as they can be opened from a folder. */
export function createDataPath(
  { data, folder }: Pick<Settings, 'data' | 'folder'>,
  from: string,
): (file: string) => string {
  const below = relative(from, folder);
  const prefix = below.startsWith('..') || isAbsolute(below) ? data : below;
  return (file) => join(prefix, file).replaceAll('\\', '/');
}
