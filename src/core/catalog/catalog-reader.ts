import { LANGUAGE_TAGS } from '../language/languages.js';
import { whileSame } from '../language/once.js';
import type { Catalog } from './catalog.js';
import { answersDependOn, type DataFiles, idOf, isExpected, isRecord, unexpected } from './catalog-files.js';
import { type CheckedFiles, checkReferences } from './check-references.js';
import { type Fault, sortFaults } from './fault.js';
import { createFileReader, type FileReader } from './file-reader.js';
import { type PlanRecord, RECORD_FOLDERS, RECORD_KINDS, RECORD_SCHEMAS, type RecordKind } from './record-schemas.js';
import { actionFields, organisations, plan, regions, targetGroups } from './reference-schemas.js';
import { id as idSchema } from './schema-parts.js';
import { hashFiles } from './short-hash.js';
import { checkTexts, isComplete, textFile } from './texts.js';
import type { Checked } from './validate.js';
import { type Concept, concepts, phrases } from './vocabulary-schemas.js';
import type { YamlFile } from './yaml-file.js';

/** What reading `data/` gives: a catalogue, or the complete list of faults. */
export type CatalogResult =
  | { readonly kind: 'catalog'; readonly catalog: Catalog }
  | { readonly kind: 'faults'; readonly faults: readonly Fault[] };

/** Reads `data/` again and again. */
export interface CatalogReader {
  /**
   * Gives what `readCatalog` gives for these files. Only files whose text changed since the last call are parsed and
   * checked; what did not change is the same object in both catalogues.
   */
  readonly read: (files: DataFiles, modified?: string) => CatalogResult;
}

/** Builds a reader that remembers every file of the last call, good or broken. */
export function createCatalogReader(): CatalogReader {
  const readers = createReaders();
  const conceptsOf = whileSame((files: readonly Checked<readonly Concept[]>[]) =>
    byId(files.flatMap(({ value }) => value)),
  );

  return {
    read: (files, modified) => {
      const content = new Map([...files].filter(([path]) => answersDependOn(path)));
      const result = readContent(content, modified);
      for (const reader of Object.values(readers)) reader.keep(content);
      return result;
    },
  };

  function readContent(content: DataFiles, modified: string | undefined): CatalogResult {
    const faults: Fault[] = [];
    const unfit: YamlFile[] = [];
    const paths = [...content.keys()].filter(isExpected);
    const read = <T>(path: string, reader: FileReader<T>): Checked<T> | undefined => {
      const text = content.get(path);
      if (text === undefined) {
        faults.push({ file: path, line: 1, column: 1, code: 'missingFile', details: {} });
        return undefined;
      }
      const outcome = reader.read(path, text);
      if (outcome.kind === 'fit') return outcome.checked;
      faults.push(...outcome.faults);
      if (outcome.kind === 'unfit') unfit.push(outcome.file);
      return undefined;
    };

    const lists = {
      plan: read('plan.yaml', readers.plan),
      actionFields: read('action-fields.yaml', readers.actionFields),
      targetGroups: read('target-groups.yaml', readers.targetGroups),
      organisations: read('organisations.yaml', readers.organisations),
      regions: read('regions.yaml', readers.regions),
      phrases: read('vocabulary/phrases.yaml', readers.phrases),
    };
    const conceptPaths = paths.filter((path) => path.startsWith('vocabulary/') && path !== 'vocabulary/phrases.yaml');
    const conceptFiles = conceptPaths.flatMap((path) => read(path, readers.concepts) ?? []);
    const records = RECORD_KINDS.flatMap((kind) =>
      paths
        .filter((path) => path.startsWith(`${RECORD_FOLDERS[kind]}/`))
        .sort()
        .flatMap((path): Checked<PlanRecord>[] => {
          const id = idOf(path);
          if (!idSchema.safeParse(id).success) {
            faults.push({ file: path, line: 1, column: 1, code: 'fileName', details: { value: id } });
          }
          const checked = read<PlanRecord>(path, readers[kind]);
          return checked === undefined ? [] : [checked];
        }),
    );
    const texts = LANGUAGE_TAGS.map((tag) => {
      const checked = read(`texts/${tag}.yaml`, readers.texts);
      if (checked === undefined) return [tag, undefined] as const;
      faults.push(...checkTexts(checked.file, checked.value));
      return [tag, isComplete(checked.value) ? checked.value : undefined] as const;
    });
    for (const path of content.keys()) if (!isExpected(path)) faults.push(unexpected(path));

    const checked: CheckedFiles = {
      ...lists,
      concepts: conceptFiles,
      allConcepts: conceptFiles.length === conceptPaths.length,
      records,
      unfitRecords: unfit.filter(({ file }) => isRecord(file)),
      recordIds: new Set(paths.filter(isRecord).map(idOf)),
    };
    faults.push(...checkReferences(checked));
    if (faults.length > 0 || !isWhole(lists)) return { kind: 'faults', faults: sortFaults(faults) };
    const shown = records.filter(({ value }) => value.visibility === 'public');
    const drafts = records.filter(({ value }) => value.visibility !== 'public');
    return {
      kind: 'catalog',
      catalog: {
        plan: lists.plan.value,
        actionFields: byId(lists.actionFields.value),
        targetGroups: byId(lists.targetGroups.value),
        organisations: byId(lists.organisations.value),
        regions: byId(lists.regions.value),
        records: byId(shown.map(({ value }) => value)),
        drafts: byId(drafts.map(({ value }) => value)),
        concepts: conceptsOf(conceptFiles),
        phrases: lists.phrases.value,
        texts: Object.fromEntries(texts) as Catalog['texts'],
        version: { hash: hashFiles(content), ...(modified === undefined ? {} : { date: modified }) },
      },
    };
  }
}

/** A reader for every kind of file. */
function createReaders() {
  const asIs = <T>(value: T): T => value;
  const identity =
    <K extends RecordKind>(kind: K) =>
    <T extends object>(value: T, path: string) => ({ ...value, id: idOf(path), kind });
  return {
    plan: createFileReader(plan, asIs),
    actionFields: createFileReader(actionFields, asIs),
    targetGroups: createFileReader(targetGroups, asIs),
    organisations: createFileReader(organisations, asIs),
    regions: createFileReader(regions, asIs),
    phrases: createFileReader(phrases, asIs),
    concepts: createFileReader(concepts, asIs),
    texts: createFileReader(textFile, asIs),
    measure: createFileReader(RECORD_SCHEMAS.measure, identity('measure')),
    institution: createFileReader(RECORD_SCHEMAS.institution, identity('institution')),
    fact: createFileReader(RECORD_SCHEMAS.fact, identity('fact')),
    event: createFileReader(RECORD_SCHEMAS.event, identity('event')),
  };
}

function byId<T extends { readonly id: string }>(entries: readonly T[]): ReadonlyMap<string, T> {
  return new Map(entries.map((entry) => [entry.id, entry]));
}

type Whole<T> = { readonly [K in keyof T]-?: NonNullable<T[K]> };

function isWhole<T extends object>(lists: T): lists is T & Whole<T> {
  return Object.values(lists).every((list) => list !== undefined);
}
