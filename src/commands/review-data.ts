import type { DataFolder } from '../adapters/files/read-data.js';
import {
  type Catalog,
  createPlanlotse,
  type Fault,
  findNamingWarnings,
  findWarnings,
  type GoldenQuestion,
  readCatalog,
  readGolden,
  type Warning,
} from '../core/index.js';
import { byPlace } from './list-faults.js';

/** What `check` finds in a data folder. */
export interface Review {
  readonly faults: readonly Fault[];
  readonly warnings: readonly Warning[];
  /** Absent where the records are broken; the golden questions then could not be checked either. */
  readonly catalog?: Catalog;
  readonly golden: readonly GoldenQuestion[];
}

/** Finds the faults of the data and, where there are none, what else is worth a look. */
export function reviewData({ files, modified }: DataFolder, today: string, withWarnings: boolean): Review {
  const result = readCatalog(files, modified);
  if (result.kind === 'faults') return { faults: [...result.faults].sort(byPlace), warnings: [], golden: [] };
  const { catalog } = result;
  const { questions, faults } = readGolden(files, catalog);
  return {
    faults: [...faults].sort(byPlace),
    warnings: withWarnings && faults.length === 0 ? warningsOf() : [],
    catalog,
    golden: questions,
  };

  function warningsOf(): Warning[] {
    const planlotse = createPlanlotse(catalog);
    const ask = (text: string) => planlotse.answer({ text, today });
    return [...findWarnings(files, catalog, today), ...findNamingWarnings(files, catalog, ask)].sort(byPlace);
  }
}
