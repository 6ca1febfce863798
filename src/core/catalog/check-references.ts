import { z } from 'zod';
import type { DataPath } from './careful-yaml.js';
import type { Fault, FaultDetails } from './fault.js';
import type { FaultCode } from './fault-messages.js';
import { endsBeforeStart, type PlanRecord } from './record-schemas.js';
import type { ActionField, Organisation, Plan, Region, TargetGroup } from './reference-schemas.js';
import { id } from './schema-parts.js';
import { type CodedKind, codeOf } from './short-hash.js';
import type { Checked } from './validate.js';
import { suggest } from './validate.js';
import type { Concept } from './vocabulary-schemas.js';
import type { YamlFile } from './yaml-file.js';

/** Files that fit their schemas; one that does not is missing here, and what refers to it is not checked. */
export interface CheckedFiles {
  readonly plan: Checked<Plan> | undefined;
  readonly actionFields: Checked<readonly ActionField[]> | undefined;
  readonly targetGroups: Checked<readonly TargetGroup[]> | undefined;
  readonly organisations: Checked<readonly Organisation[]> | undefined;
  readonly regions: Checked<readonly Region[]> | undefined;
  readonly concepts: readonly Checked<readonly Concept[]>[];
  /** Whether every file of the vocabulary fits; only then can a broader concept be unknown. */
  readonly allConcepts: boolean;
  readonly records: readonly Checked<PlanRecord>[];
  /** Record files that do not fit their schema. */
  readonly unfitRecords: readonly YamlFile[];
  /** Ids of all records, also of those that do not fit. */
  readonly recordIds: ReadonlySet<string>;
}

/** Everything that is wrong between files: unknown ids, duplicates, cycles, colliding short keys. */
export function checkReferences(files: CheckedFiles): Fault[] {
  const { records, organisations, regions, concepts } = files;
  const conceptEntries = concepts.flatMap(({ file, value }) =>
    value.map((concept, index) => ({ file, path: [index], value: concept })),
  );
  return [
    ...duplicateRecords(records),
    ...records.flatMap(({ file, value }) => recordReferences(file, value.id, linksOf(value), files)),
    ...files.unfitRecords.flatMap((file) => unfitReferences(file, files)),
    ...planReferences(files),
    ...listFaults(files.actionFields, 'field'),
    ...listFaults(files.targetGroups, 'group'),
    ...listFaults(organisations, 'organisation'),
    ...listFaults(regions, 'region'),
    ...collisions(
      'record',
      records.map(({ file, value }) => ({ file, path: [], id: value.id })),
    ),
    ...(organisations?.value ?? []).flatMap((organisation, index) =>
      organisations !== undefined && endsBeforeStart(organisation.validFrom, organisation.validTo)
        ? [
            organisations.file.fault([index, 'validTo'], 'validBeforeStart', {
              start: organisation.validFrom ?? '',
              end: organisation.validTo ?? '',
            }),
          ]
        : [],
    ),
    ...links(entriesOf(organisations), 'successors', (entry) => entry.successors, 'successorCycle'),
    ...links(entriesOf(regions), 'within', (entry) => entry.within, 'withinCycle'),
    ...duplicates(conceptEntries),
    ...(files.allConcepts
      ? links(conceptEntries, 'broader', (entry) => entry.broader, 'broaderCycle', 'vocabulary/')
      : cycles(conceptEntries, 'broader', (entry) => entry.broader, 'broaderCycle')),
  ];
}

interface Entry<T> {
  readonly file: YamlFile;
  readonly path: DataPath;
  readonly value: T;
}

function entriesOf<T>(list: Checked<readonly T[]> | undefined): Entry<T>[] {
  if (list === undefined) return [];
  return list.value.map((value, index) => ({ file: list.file, path: [index], value }));
}

function duplicateRecords(records: readonly Checked<PlanRecord>[]): Fault[] {
  const seen = new Map<string, string>();
  return records.flatMap(({ file, value }) => {
    const other = seen.get(value.id);
    seen.set(value.id, file.file);
    return other === undefined ? [] : [file.fault([], 'duplicateId', { id: value.id, other })];
  });
}

const ids = z.array(id).optional().catch(undefined);

/** What a record refers to, read from a file that does not fit its schema as far as it can be. */
const recordLinks = z.object({
  actionField: id.optional().catch(undefined),
  alsoIn: ids,
  targetGroups: ids,
  lead: id.optional().catch(undefined),
  partners: z
    .array(z.looseObject({ id: id.optional() }))
    .optional()
    .catch(undefined),
  regions: ids,
  related: ids,
});

/** References of a record with faults of its own: an editor sees all of them at once. */
function unfitReferences(file: YamlFile, files: CheckedFiles): Fault[] {
  const links = recordLinks.safeParse(file.value);
  return links.success ? recordReferences(file, undefined, links.data, files) : [];
}

function linksOf({ partners, ...record }: PlanRecord): RecordLinks {
  return { ...record, partners: partners?.map((partner) => ('id' in partner ? { id: partner.id } : {})) };
}

type RecordLinks = z.infer<typeof recordLinks>;

function recordReferences(file: YamlFile, own: string | undefined, value: RecordLinks, files: CheckedFiles): Fault[] {
  const refer = (path: DataPath, id: string, target: Target): Fault[] => unknownReference(file, path, id, target);
  const fields = targetOf(files.actionFields);
  const groups = targetOf(files.targetGroups);
  const organisations = targetOf(files.organisations);
  const places = targetOf(files.regions);
  const records: Target = { name: 'data/', ids: files.recordIds };
  const each = (key: string, ids: readonly string[] | undefined, target: Target | undefined): Fault[] =>
    target === undefined ? [] : (ids ?? []).flatMap((id, index) => refer([key, index], id, target));
  return [
    ...(fields === undefined || value.actionField === undefined
      ? []
      : refer(['actionField'], value.actionField, fields)),
    ...each('alsoIn', value.alsoIn, fields),
    ...each('targetGroups', value.targetGroups, groups),
    ...(organisations === undefined || value.lead === undefined ? [] : refer(['lead'], value.lead, organisations)),
    ...(value.partners ?? []).flatMap((partner, index) =>
      partner.id !== undefined && organisations !== undefined
        ? refer(['partners', index, 'id'], partner.id, organisations)
        : [],
    ),
    ...each('regions', value.regions, places),
    ...each('related', value.related, records),
    ...(value.related ?? []).flatMap((id, index) =>
      id === own ? [file.fault(['related', index], 'selfReference', { id })] : [],
    ),
  ];
}

function planReferences(files: CheckedFiles): Fault[] {
  if (files.plan === undefined) return [];
  const { file, value } = files.plan;
  const records: Target = { name: 'data/', ids: files.recordIds };
  const drafts = files.records.filter((record) => record.value.visibility === 'draft');
  const organisations = targetOf(files.organisations);
  const fields = targetOf(files.actionFields);
  const refer = (path: DataPath, id: string | undefined, target: Target | undefined): Fault[] =>
    id === undefined || target === undefined ? [] : unknownReference(file, path, id, target);
  return [
    ...refer(['record'], value.record, records),
    ...(drafts.some((record) => record.value.id === value.record)
      ? [file.fault(['record'], 'planRecord', { id: value.record })]
      : []),
    ...refer(['responsible', 'lead'], value.responsible.lead, organisations),
    ...refer(['responsible', 'today'], value.responsible.today, organisations),
    ...(value.confirmedActionFields ?? []).flatMap((field, index) =>
      refer(['confirmedActionFields', index, 'id'], field.id, fields),
    ),
    ...Object.entries(value).flatMap(([key, entry]) =>
      planValues(key, entry).flatMap(({ path, ids }) =>
        ids.flatMap((id, index) => refer([...path, 'records', index], id, records)),
      ),
    ),
  ];
}

/** The values of the plan that name records, with their paths. */
function planValues(
  key: string,
  entry: Plan[keyof Plan],
): { readonly path: DataPath; readonly ids: readonly string[] }[] {
  const idsIn = (value: unknown): readonly string[] =>
    typeof value === 'object' && value !== null && 'records' in value && Array.isArray(value.records)
      ? value.records
      : [];
  return Array.isArray(entry)
    ? entry.map((value, index) => ({ path: [key, index], ids: idsIn(value) }))
    : [{ path: [key], ids: idsIn(entry) }];
}

interface Target {
  readonly name: string;
  readonly ids: ReadonlySet<string>;
}

function targetOf(list: Checked<readonly { readonly id: string }[]> | undefined): Target | undefined {
  if (list === undefined) return undefined;
  return { name: list.file.file, ids: new Set(list.value.map((entry) => entry.id)) };
}

function unknownReference(file: YamlFile, path: DataPath, id: string, target: Target): Fault[] {
  if (target.ids.has(id)) return [];
  return [file.fault(path, 'unknownReference', { id, target: target.name, ...suggest(id, target.ids) })];
}

function listFaults(list: Checked<readonly { readonly id: string }[]> | undefined, kind: CodedKind): Fault[] {
  const entries = entriesOf(list);
  return [
    ...duplicates(entries),
    ...collisions(
      kind,
      entries.map(({ file, path, value }) => ({ file, path, id: value.id })),
    ),
  ];
}

function duplicates(entries: readonly Entry<{ readonly id: string }>[]): Fault[] {
  const seen = new Map<string, Entry<{ readonly id: string }>>();
  return entries.flatMap((entry) => {
    const { id } = entry.value;
    const other = seen.get(id);
    if (other === undefined) {
      seen.set(id, entry);
      return [];
    }
    const faultAt = ({ file, path }: typeof entry, details: FaultDetails): Fault =>
      file.fault([...path, 'id'], 'duplicateEntry', details);
    const { file, line } = faultAt(other, {});
    return [faultAt(entry, { id, other: `${file}:${line}` })];
  });
}

function collisions(
  kind: CodedKind,
  entries: readonly { readonly file: YamlFile; readonly path: DataPath; readonly id: string }[],
): Fault[] {
  const owners = new Map<string, string>();
  return entries.flatMap(({ file, path, id }) => {
    const code = codeOf(kind, id);
    const other = owners.get(code);
    owners.set(code, id);
    return other === undefined || other === id ? [] : [file.fault(path, 'hashCollision', { id, other, code })];
  });
}

/** Links between entries of one list: unknown ids, and one fault for each circle. */
function links<T extends { readonly id: string }>(
  entries: readonly Entry<T>[],
  key: string,
  linksOf: (value: T) => readonly string[] | undefined,
  cycleCode: FaultCode,
  name = entries[0]?.file.file ?? '',
): Fault[] {
  const target: Target = { name, ids: new Set(entries.map(({ value }) => value.id)) };
  const unknown = entries.flatMap(({ file, path, value }) =>
    (linksOf(value) ?? []).flatMap((id, index) => unknownReference(file, [...path, key, index], id, target)),
  );
  return [...unknown, ...cycles(entries, key, linksOf, cycleCode)];
}

function cycles<T extends { readonly id: string }>(
  entries: readonly Entry<T>[],
  key: string,
  linksOf: (value: T) => readonly string[] | undefined,
  code: FaultCode,
): Fault[] {
  const byId = new Map(entries.map((entry) => [entry.value.id, entry]));
  const done = new Set<string>();
  const faults: Fault[] = [];
  const visit = (id: string, trail: readonly string[]): void => {
    const start = trail.indexOf(id);
    if (start >= 0) {
      const entry = byId.get(id);
      const path = [...trail.slice(start), id].join(' → ');
      if (entry !== undefined) faults.push(entry.file.fault([...entry.path, key], code, { path }));
      return;
    }
    if (done.has(id)) return;
    const entry = byId.get(id);
    for (const next of (entry && linksOf(entry.value)) ?? []) visit(next, [...trail, id]);
    done.add(id);
  };
  for (const id of byId.keys()) visit(id, []);
  return faults;
}
