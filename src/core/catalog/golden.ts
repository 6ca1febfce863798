import { z } from 'zod';
import { foldCase, normaliseText } from '../language/fold.js';
import { LANGUAGE_TAGS } from '../language/languages.js';
import type { Catalog } from './catalog.js';
import type { Fault } from './fault.js';
import type { DataFiles } from './parse-catalog.js';
import { type PlanRecord, RECORD_KINDS } from './record-schemas.js';
import { id, MEASURE_TYPES, PROVENANCES, STATUSES } from './schema-parts.js';
import { validate } from './validate.js';
import { parseYamlFile, type YamlFile } from './yaml-file.js';

const oneOrMore = <S extends z.ZodType>(schema: S) => z.union([schema, z.array(schema).min(1)]);
const date = z.union([z.string(), z.number().int()]).transform(String);
const range = z.strictObject({ from: date.optional(), to: date.optional() });

const facetShape = {
  kind: oneOrMore(z.enum(RECORD_KINDS)).optional(),
  type: oneOrMore(z.enum(MEASURE_TYPES)).optional(),
  field: oneOrMore(id).optional(),
  group: oneOrMore(id).optional(),
  lead: oneOrMore(id).optional(),
  partner: oneOrMore(id).optional(),
  status: oneOrMore(z.enum(STATUSES)).optional(),
  region: oneOrMore(id).optional(),
  provenance: oneOrMore(z.enum(PROVENANCES)).optional(),
  start: range.optional(),
  end: range.optional(),
};

/** A set of records by what they are, so that a rightful new record breaks no golden question. */
const facet = z.strictObject({ ...facetShape, not: z.strictObject(facetShape).optional() });

const ANSWER_KINDS = [
  'measures',
  'record',
  'value',
  'count',
  'overview',
  'clarify',
  'nothing-found',
  'help',
  'about',
  'privacy',
  'greeting',
  'thanks',
  'foreign-language',
] as const;

const golden = z.strictObject({
  question: z.string().min(1),
  language: z.enum(LANGUAGE_TAGS),
  by: z.enum(['ministry', 'volunteer', 'newcomer', 'maintainer']),
  previous: z.array(z.string().min(1)).min(1).optional(),
  today: z.string().optional(),
  open: z.boolean().optional(),
  expect: z.strictObject({
    kind: z.array(z.enum(ANSWER_KINDS)).min(1).optional(),
    first: z.array(id).min(1).optional(),
    mustInclude: z.array(id).min(1).optional(),
    mustExclude: z.array(id).min(1).optional(),
    facet: facet.optional(),
    contains: z.array(z.string().min(1)).min(1).optional(),
    nothing: z.enum(['far', 'near']).optional(),
    note: z.string().optional(),
  }),
});

/** `data/golden/*.yaml`: questions in the words of real people, and what a right answer has. */
export const goldenFile = z.array(golden);

export type FacetExpression = z.infer<typeof facet>;
export interface GoldenQuestion extends z.infer<typeof golden> {
  readonly file: string;
}

/** Reads and checks the golden questions against a catalogue: ids, empty sets, questions asked twice or copied. */
export function readGolden(
  files: DataFiles,
  catalog: Catalog,
): { readonly questions: readonly GoldenQuestion[]; readonly faults: readonly Fault[] } {
  const faults: Fault[] = [];
  const questions: GoldenQuestion[] = [];
  const seen = new Map<string, string>();
  const ids = new Set([...catalog.records.keys(), ...catalog.drafts.keys()]);
  for (const [path, text] of files) {
    if (!path.startsWith('golden/') || !path.endsWith('.yaml')) continue;
    const parsed = parseYamlFile(path, text);
    if ('faults' in parsed) {
      faults.push(...parsed.faults);
      continue;
    }
    const checked = validate(goldenFile, parsed.file);
    if ('faults' in checked) {
      faults.push(...checked.faults);
      continue;
    }
    for (const [index, question] of checked.value.entries()) {
      faults.push(...questionFaults(question, index, parsed.file, ids, catalog));
      const key = [...(question.previous ?? []), question.question].map(foldWording).join(' | ');
      const other = seen.get(key);
      if (other !== undefined) faults.push(parsed.file.fault([index], 'duplicateQuestion', { other }));
      seen.set(key, path);
      questions.push({ ...question, file: path });
    }
  }
  return { questions, faults: [...faults, ...copiedWordings(questions, files)] };
}

type Question = z.infer<typeof golden>;

function questionFaults(
  { expect }: Question,
  index: number,
  file: YamlFile,
  ids: ReadonlySet<string>,
  catalog: Catalog,
): Fault[] {
  const unknown = (['first', 'mustInclude', 'mustExclude'] as const).flatMap((key) =>
    (expect[key] ?? []).flatMap((entry, at) =>
      ids.has(entry)
        ? []
        : [file.fault([index, 'expect', key, at], 'unknownReference', { id: entry, target: 'data/' })],
    ),
  );
  const isEmpty =
    expect.facet !== undefined && ![...catalog.records.values()].some((record) => meets(record, expect.facet ?? {}));
  return [...unknown, ...(isEmpty ? [file.fault([index, 'expect', 'facet'], 'emptyFacet')] : [])];
}

/** A keyword or question of a record that repeats a golden question: it would measure itself. */
function copiedWordings(questions: readonly GoldenQuestion[], files: DataFiles): Fault[] {
  const wordings = new Map(
    questions
      .filter(({ question }) => question.trim().includes(' '))
      .map((entry) => [foldWording(entry.question), entry] as const),
  );
  return [...files].flatMap(([path, text]) => {
    if (!/^(?:measures|institutions|facts|events)\//.test(path)) return [];
    const parsed = parseYamlFile(path, text);
    if ('faults' in parsed || typeof parsed.file.value !== 'object' || parsed.file.value === null) return [];
    const record = parsed.file.value as Readonly<Record<string, unknown>>;
    return (['keywords', 'questions'] as const).flatMap((key) =>
      listsOf(record[key]).flatMap(({ tag, words }) =>
        words.flatMap((wording, at) => {
          const copied = wordings.get(foldWording(wording));
          if (copied === undefined) return [];
          const details = { question: copied.question, other: copied.file };
          return [parsed.file.fault([key, tag, at], 'goldenCopied', details)];
        }),
      ),
    );
  });
}

function listsOf(value: unknown): { readonly tag: string; readonly words: readonly string[] }[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([tag, words]) =>
    Array.isArray(words) ? [{ tag, words: words.filter((word) => typeof word === 'string') }] : [],
  );
}

function foldWording(text: string): string {
  return foldCase(normaliseText(text))
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Whether a record belongs to the set of an expression. */
export function meets(record: PlanRecord, expression: FacetExpression): boolean {
  const { not, ...wanted } = expression;
  return meetsAll(record, wanted) && (not === undefined || !meetsAll(record, not));
}

function meetsAll(record: PlanRecord, wanted: Omit<FacetExpression, 'not'>): boolean {
  const among = (value: string | readonly string[] | undefined, own: readonly string[]): boolean =>
    value === undefined || [value].flat().some((entry) => own.includes(entry));
  const partners = (record.partners ?? []).flatMap((partner) => ('id' in partner ? [partner.id] : []));
  return (
    among(wanted.kind, [record.kind]) &&
    among(wanted.type, record.kind === 'measure' ? [record.type] : []) &&
    among(wanted.field, [record.actionField, ...(record.alsoIn ?? [])]) &&
    among(wanted.group, record.targetGroups) &&
    among(wanted.lead, [record.lead]) &&
    among(wanted.partner, partners) &&
    among(wanted.status, [record.status]) &&
    among(wanted.region, record.regions) &&
    among(wanted.provenance, [record.provenance]) &&
    within(record.period?.start, wanted.start) &&
    within(record.period?.end, wanted.end)
  );
}

function within(date: string | undefined, limits: z.infer<typeof range> | undefined): boolean {
  if (limits === undefined) return true;
  if (date === undefined) return false;
  const { from, to } = limits;
  return (
    (from === undefined || date.slice(0, from.length) >= from.slice(0, date.length)) &&
    (to === undefined || date.slice(0, to.length) <= to.slice(0, date.length))
  );
}
