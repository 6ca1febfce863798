import { describeFault, type Fault, type LanguageTag } from '../core/index.js';
import { createDataPath } from './data-path.js';
import type { ProgramIo } from './program-io.js';
import type { Settings } from './settings.js';

/** Faults as `file:line:column message`, each file as the user would open it. */
export function listFaults(
  faults: readonly Fault[],
  language: LanguageTag,
  settings: Pick<Settings, 'data' | 'folder'>,
  { cwd }: Pick<ProgramIo, 'cwd'>,
): string {
  const pathOf = createDataPath(settings, cwd);
  return [...faults]
    .sort(byPlace)
    .map((fault) => `${pathOf(fault.file)}:${fault.line}:${fault.column} ${describeFault(fault, language)}\n`)
    .join('');
}

/** The order of files, lines and columns. */
export function byPlace(a: Placed, b: Placed): number {
  return a.file.localeCompare(b.file) || a.line - b.line || a.column - b.column;
}

type Placed = Pick<Fault, 'file' | 'line' | 'column'>;

/** How many faults there are, in how many files. */
export function countFaults(faults: readonly Fault[], language: LanguageTag): string {
  const files = new Set(faults.map(({ file }) => file)).size;
  switch (language) {
    case 'de':
      return `${faults.length} Fehler in ${files} ${files === 1 ? 'Datei' : 'Dateien'}.`;
    case 'en':
      return `${faults.length} ${faults.length === 1 ? 'fault' : 'faults'} in ${files} ${files === 1 ? 'file' : 'files'}.`;
  }
}
