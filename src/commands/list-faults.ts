import { describeFault, type Fault, type LanguageTag } from '../core/index.js';
import { createDataPath } from './data-path.js';
import type { ProgramIo } from './program-io.js';
import type { Settings } from './settings.js';

/** A fault as an editor needs it. */
export interface PlacedFault {
  /** `file:line:column`, the file as the user would open it. */
  readonly place: string;
  readonly code: string;
  readonly mend: string;
}

/** Faults as `file:line:column message`, in the order of files and lines. */
export function listFaults(...args: Parameters<typeof placeFaults>): string {
  return placeFaults(...args)
    .map(({ place, mend }) => `${place} ${mend}\n`)
    .join('');
}

/** Faults with their places and mends, in the order of files and lines. */
export function placeFaults(
  faults: readonly Fault[],
  language: LanguageTag,
  settings: Pick<Settings, 'data' | 'folder'>,
  { cwd }: Pick<ProgramIo, 'cwd'>,
): PlacedFault[] {
  const pathOf = createDataPath(settings, cwd);
  return [...faults].sort(byPlace).map((fault) => ({
    place: `${pathOf(fault.file)}:${fault.line}:${fault.column}`,
    code: fault.code,
    mend: describeFault(fault, language),
  }));
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
