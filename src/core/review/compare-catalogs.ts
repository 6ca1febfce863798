import type { Catalog } from '../catalog/catalog.js';
import type { GoldenQuestion } from '../catalog/golden.js';
import type { PlanRecord } from '../catalog/record-schemas.js';
import { BASE_LANGUAGE } from '../language/languages.js';
import { compareValues, type FieldChange } from './compare-values.js';
import { findRenamed } from './find-renamed.js';
import { fileOf } from './places.js';

/** Parts of `data/` in the order in which changes are told. */
export const DATA_LISTS = [
  'records',
  'plan',
  'actionFields',
  'targetGroups',
  'organisations',
  'regions',
  'concepts',
  'phrases',
  'texts',
  'golden',
] as const;
export type DataList = (typeof DATA_LISTS)[number];

/** What became of one record, of one entry of a list, or of one golden question. */
export interface EntryChange {
  readonly list: DataList;
  readonly change: 'added' | 'changed' | 'removed' | 'renamed';
  readonly id: string;
  /** The id that a renamed record had. */
  readonly formerId?: string;
  /** Where a record stands. */
  readonly file?: string;
  /** What it is called, in German. */
  readonly label?: string;
  readonly fields: readonly FieldChange[];
}

/** One state of the data. */
export interface DataState {
  readonly catalog: Catalog;
  readonly golden: readonly GoldenQuestion[];
}

/** Everything that differs between two states of the data, drafts included. */
export function compareCatalogs(old: DataState, next: DataState): EntryChange[] {
  const { catalog: before } = old;
  const { catalog: after } = next;
  return [
    ...compareRecords(allRecords(before), allRecords(after)),
    ...compareEntries('plan', new Map([['plan', before.plan]]), new Map([['plan', after.plan]])),
    ...compareEntries('actionFields', before.actionFields, after.actionFields, ({ label }) => label[BASE_LANGUAGE]),
    ...compareEntries('targetGroups', before.targetGroups, after.targetGroups, ({ label }) => label[BASE_LANGUAGE]),
    ...compareEntries('organisations', before.organisations, after.organisations, ({ name }) => name[BASE_LANGUAGE]),
    ...compareEntries('regions', before.regions, after.regions, ({ name }) => name[BASE_LANGUAGE]),
    ...compareEntries('concepts', before.concepts, after.concepts, ({ label }) => label[BASE_LANGUAGE]),
    ...compareEntries('phrases', entriesOf(before.phrases), entriesOf(after.phrases)),
    ...compareEntries('texts', entriesOf(before.texts), entriesOf(after.texts)),
    ...compareEntries('golden', goldenEntries(old.golden), goldenEntries(next.golden)),
  ];
}

function allRecords({ records, drafts }: Catalog): ReadonlyMap<string, PlanRecord> {
  return new Map([...records, ...drafts]);
}

function compareRecords(old: ReadonlyMap<string, PlanRecord>, next: ReadonlyMap<string, PlanRecord>): EntryChange[] {
  const renamed = findRenamed(
    [...old.values()].filter(({ id }) => !next.has(id)),
    [...next.values()].filter(({ id }) => !old.has(id)),
  );
  const formerIds = new Map([...renamed].map(([from, to]) => [to, from]));
  return [
    ...[...next.values()].flatMap((record): EntryChange[] => {
      const formerId = formerIds.get(record.id);
      const former = old.get(formerId ?? record.id);
      if (former === undefined) return [{ ...nameRecord(record), change: 'added', fields: [] }];
      const fields = compareValues({ ...former, id: record.id }, record);
      if (formerId !== undefined) return [{ ...nameRecord(record), change: 'renamed', formerId, fields }];
      return fields.length === 0 ? [] : [{ ...nameRecord(record), change: 'changed', fields }];
    }),
    ...[...old.values()].flatMap((record): EntryChange[] =>
      next.has(record.id) || renamed.has(record.id) ? [] : [{ ...nameRecord(record), change: 'removed', fields: [] }],
    ),
  ];
}

function nameRecord(record: PlanRecord): Pick<EntryChange, 'list' | 'id' | 'file' | 'label'> {
  return { list: 'records', id: record.id, file: fileOf(record), label: record.title[BASE_LANGUAGE] ?? record.id };
}

function compareEntries<T>(
  list: DataList,
  old: ReadonlyMap<string, T>,
  next: ReadonlyMap<string, T>,
  labelOf: (entry: T) => string | undefined = () => undefined,
): EntryChange[] {
  const named = (id: string, entry: T) => {
    const label = labelOf(entry);
    return { list, id, ...(label === undefined ? {} : { label }) };
  };
  return [
    ...[...next].flatMap(([id, entry]): EntryChange[] => {
      const former = old.get(id);
      if (former === undefined) return [{ ...named(id, entry), change: 'added', fields: [] }];
      const fields = compareValues(former, entry);
      return fields.length === 0 ? [] : [{ ...named(id, entry), change: 'changed', fields }];
    }),
    ...[...old].flatMap(([id, entry]): EntryChange[] =>
      next.has(id) ? [] : [{ ...named(id, entry), change: 'removed', fields: [] }],
    ),
  ];
}

function entriesOf(group: object): ReadonlyMap<string, unknown> {
  return new Map(Object.entries(group));
}

/** A golden question is its wording and what was asked before. */
export function goldenKey({ question, previous = [] }: Pick<GoldenQuestion, 'question' | 'previous'>): string {
  return [...previous, question].join(' › ');
}

function goldenEntries(questions: readonly GoldenQuestion[]): ReadonlyMap<string, unknown> {
  return new Map(
    questions.map((entry) => {
      const { question: _, previous: __, ...rest } = entry;
      return [goldenKey(entry), rest];
    }),
  );
}
