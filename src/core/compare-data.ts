import type { Answer } from './answer/answer.js';
import type { DataFiles } from './catalog/catalog-files.js';
import { type AnswerChange, compareAnswers, compareGolden, type GoldenChange } from './compare-answers.js';
import { createPlanlotse, type Planlotse } from './planlotse.js';
import { compareCatalogs, type DataState, type EntryChange, goldenKey } from './review/compare-catalogs.js';
import { findNamingWarnings } from './review/find-naming-warnings.js';
import { findWarnings } from './review/find-warnings.js';
import { typicalQuestions } from './review/typical-questions.js';
import type { Warning } from './review/warning.js';

/** One state of the data, with the files that it was read from. */
export interface DataSide extends DataState {
  readonly files: DataFiles;
}

/** Everything that a change of the data changes. */
export interface DataComparison {
  readonly entries: readonly EntryChange[];
  readonly golden: readonly GoldenChange[];
  readonly answers: readonly AnswerChange[];
  /** Warnings that only the new state has. */
  readonly warnings: readonly Warning[];
  /** How many questions both sides were asked. */
  readonly asked: { readonly golden: number; readonly typical: number; readonly leftOut: number };
}

export interface CompareDataOptions {
  /** ISO day on which both sides are asked. */
  readonly today: string;
  readonly onProgress?: (done: number, total: number) => void;
}

/** Compares two states of the data: what is in them, and what people who ask are told. */
export function compareData(old: DataSide, next: DataSide, { today, onProgress }: CompareDataOptions): DataComparison {
  const entries = compareCatalogs(old, next);
  if (entries.length === 0) {
    return { entries, golden: [], answers: [], warnings: [], asked: { golden: 0, typical: 0, leftOut: 0 } };
  }
  const before = { ...old, planlotse: createPlanlotse(old.catalog) };
  const after = { ...next, planlotse: createPlanlotse(next.catalog) };
  const renamed = new Map(entries.flatMap(({ formerId, id }) => (formerId === undefined ? [] : [[formerId, id]])));
  const { questions, leftOut } = typicalQuestions([next.catalog, old.catalog], {
    records: changedIn('records'),
    concepts: changedIn('concepts'),
  });
  const golden = new Set([...old.golden, ...next.golden].map(goldenKey));
  const total = golden.size + questions.length;
  const progressFrom = (offset: number) => (done: number) => onProgress?.(offset + done, total);
  return {
    entries,
    golden: compareGolden(before, after, { renamed, onProgress: progressFrom(0) }),
    answers: compareAnswers(questions, before, after, { today, renamed, onProgress: progressFrom(golden.size) }),
    warnings: newWarnings(before, after, { today, entries }),
    asked: { golden: golden.size, typical: questions.length, leftOut },
  };

  function changedIn(list: EntryChange['list']): ReadonlySet<string> {
    const changed = entries.filter((entry) => entry.list === list);
    return new Set(changed.flatMap(({ id, formerId }) => (formerId === undefined ? [id] : [id, formerId])));
  }
}

interface Answering extends DataSide {
  readonly planlotse: Planlotse;
}

/** The same warning on another line, or in a record with another id, is not a new one. */
function newWarnings(old: Answering, next: Answering, { today, entries }: Known): Warning[] {
  const formerFiles = new Map(
    entries.flatMap(({ file = '', id, formerId }) =>
      formerId === undefined ? [] : [[file, file.replace(`/${id}.yaml`, `/${formerId}.yaml`)]],
    ),
  );
  const keyOf = ({ file, code, details }: Warning): string => JSON.stringify([file, code, details]);
  const known = new Set(warningsOf(old, today).map(keyOf));
  return warningsOf(next, today).filter(
    (warning) => !known.has(keyOf({ ...warning, file: formerFiles.get(warning.file) ?? warning.file })),
  );
}

interface Known {
  readonly today: string;
  readonly entries: readonly EntryChange[];
}

function warningsOf({ files, catalog, planlotse }: Answering, today: string): Warning[] {
  const ask = (text: string): Answer => planlotse.answer({ text, today });
  return [...findWarnings(files, catalog, today), ...findNamingWarnings(files, catalog, ask)];
}
