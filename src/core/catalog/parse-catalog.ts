import type { z } from 'zod';
import { LANGUAGE_TAGS } from '../language/languages.js';
import { type Catalog, DataError } from './catalog.js';
import { type CheckedFiles, checkReferences } from './check-references.js';
import { type Fault, sortFaults } from './fault.js';
import { type PlanRecord, RECORD_FOLDERS, RECORD_KINDS, RECORD_SCHEMAS } from './record-schemas.js';
import { actionFields, organisations, plan, regions, targetGroups } from './reference-schemas.js';
import { id as idSchema } from './schema-parts.js';
import { hashFiles } from './short-hash.js';
import { checkTexts, isComplete, type TextTemplates, textFile } from './texts.js';
import { type Checked, suggest, validate } from './validate.js';
import { concepts, phrases } from './vocabulary-schemas.js';
import { parseYamlFile, type YamlFile } from './yaml-file.js';

/** The files of `data/` by path relative to it, with forward slashes. */
export type DataFiles = ReadonlyMap<string, string>;

/** What reading `data/` gives: a catalogue, or the complete list of faults. */
export type CatalogResult =
  | { readonly kind: 'catalog'; readonly catalog: Catalog }
  | { readonly kind: 'faults'; readonly faults: readonly Fault[] };

/**
 * Reads `data/` into a catalogue.
 *
 * @param files - Texts by path relative to `data/`; golden questions, schemas and Markdown are passed over.
 * @param modified - ISO day of the newest change, for the data version.
 * @throws DataError with every fault at once.
 */
export function parseCatalog(files: DataFiles, modified?: string): Catalog {
  const result = readCatalog(files, modified);
  if (result.kind === 'faults') throw new DataError(result.faults);
  return result.catalog;
}

/** Like {@link parseCatalog}, but gives the faults back instead of throwing them. */
export function readCatalog(files: DataFiles, modified?: string): CatalogResult {
  const faults: Fault[] = [];
  const content = new Map([...files].filter(([path]) => answersDependOn(path)));
  const paths = [...content.keys()].filter(isExpected);
  const open = (path: string): YamlFile | undefined => {
    const text = content.get(path);
    if (text === undefined) {
      faults.push({ file: path, line: 1, column: 1, code: 'missingFile', details: {} });
      return undefined;
    }
    const parsed = parseYamlFile(path, text);
    if ('file' in parsed) return parsed.file;
    faults.push(...parsed.faults);
    return undefined;
  };
  const unfit: YamlFile[] = [];
  const read = <S extends z.ZodType>(path: string, schema: S): Checked<z.infer<S>> | undefined => {
    const file = open(path);
    if (file === undefined) return undefined;
    const result = validate(schema, file);
    if ('value' in result) return { file, value: result.value };
    faults.push(...result.faults);
    unfit.push(file);
    return undefined;
  };

  const lists = {
    plan: read('plan.yaml', plan),
    actionFields: read('action-fields.yaml', actionFields),
    targetGroups: read('target-groups.yaml', targetGroups),
    organisations: read('organisations.yaml', organisations),
    regions: read('regions.yaml', regions),
    phrases: read('vocabulary/phrases.yaml', phrases),
  };
  const conceptPaths = paths.filter((path) => path.startsWith('vocabulary/') && path !== 'vocabulary/phrases.yaml');
  const conceptFiles = conceptPaths.flatMap((path) => read(path, concepts) ?? []);
  const records = readRecords(paths, read, faults);
  const texts = LANGUAGE_TAGS.map((tag) => [tag, readTexts(`texts/${tag}.yaml`, read, faults)] as const);
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
  return {
    kind: 'catalog',
    catalog: {
      plan: lists.plan.value,
      actionFields: byId(lists.actionFields.value),
      targetGroups: byId(lists.targetGroups.value),
      organisations: byId(lists.organisations.value),
      regions: byId(lists.regions.value),
      records: byId(shown.map(({ value }) => value)),
      drafts: byId(records.filter((entry) => !shown.includes(entry)).map(({ value }) => value)),
      concepts: byId(conceptFiles.flatMap(({ value }) => value)),
      phrases: lists.phrases.value,
      texts: Object.fromEntries(texts) as Catalog['texts'],
      version: { hash: hashFiles(content), ...(modified === undefined ? {} : { date: modified }) },
    },
  };
}

type Read = <S extends z.ZodType>(path: string, schema: S) => Checked<z.infer<S>> | undefined;

function readRecords(paths: readonly string[], read: Read, faults: Fault[]): Checked<PlanRecord>[] {
  return RECORD_KINDS.flatMap((kind) =>
    paths
      .filter((path) => path.startsWith(`${RECORD_FOLDERS[kind]}/`))
      .sort()
      .flatMap((path): Checked<PlanRecord>[] => {
        const id = idOf(path);
        if (!idSchema.safeParse(id).success) {
          faults.push({ file: path, line: 1, column: 1, code: 'fileName', details: { value: id } });
        }
        if (kind === 'measure') {
          const checked = read(path, RECORD_SCHEMAS.measure);
          return checked === undefined ? [] : [{ file: checked.file, value: { ...checked.value, id, kind } }];
        }
        const checked = read(path, RECORD_SCHEMAS[kind]);
        return checked === undefined ? [] : [{ file: checked.file, value: { ...checked.value, id, kind } }];
      }),
  );
}

function readTexts(path: string, read: Read, faults: Fault[]): TextTemplates | undefined {
  const checked = read(path, textFile);
  if (checked === undefined) return undefined;
  faults.push(...checkTexts(checked.file, checked.value));
  return isComplete(checked.value) ? checked.value : undefined;
}

const SINGLE_FILES = ['plan.yaml', 'action-fields.yaml', 'target-groups.yaml', 'organisations.yaml', 'regions.yaml'];
const FOLDERS = [...Object.values(RECORD_FOLDERS), 'vocabulary', 'texts'];

function answersDependOn(path: string): boolean {
  return /\.ya?ml$/.test(path) && !path.startsWith('golden/') && !path.startsWith('schema/');
}

function isExpected(path: string): boolean {
  const parts = path.split('/');
  if (!path.endsWith('.yaml')) return false;
  if (parts.length === 1) return SINGLE_FILES.includes(path);
  return parts.length === 2 && FOLDERS.includes(parts[0] ?? '') && (parts[0] !== 'texts' || isTextFile(path));
}

function isTextFile(path: string): boolean {
  return LANGUAGE_TAGS.some((tag) => path === `texts/${tag}.yaml`);
}

function isRecord(path: string): boolean {
  return Object.values(RECORD_FOLDERS).some((folder) => path.startsWith(`${folder}/`));
}

function idOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1, -'.yaml'.length);
}

function unexpected(path: string): Fault {
  if (path.endsWith('.yml')) return { file: path, line: 1, column: 1, code: 'fileEnding', details: {} };
  const name = path.slice(path.lastIndexOf('/') + 1);
  const places = [...SINGLE_FILES, ...FOLDERS.map((folder) => `${folder}/${name}`), `golden/${name}`];
  return { file: path, line: 1, column: 1, code: 'unexpectedFile', details: suggest(path, places) };
}

function byId<T extends { readonly id: string }>(entries: readonly T[]): ReadonlyMap<string, T> {
  return new Map(entries.map((entry) => [entry.id, entry]));
}

type Whole<T> = { readonly [K in keyof T]-?: NonNullable<T[K]> };

function isWhole<T extends object>(lists: T): lists is T & Whole<T> {
  return Object.values(lists).every((list) => list !== undefined);
}
