import { z } from 'zod';
import { foldCase, normaliseText } from '../language/fold.js';
import { LANGUAGE_TAGS } from '../language/languages.js';
import type { DataPath } from './careful-yaml.js';
import type { Catalog } from './catalog.js';
import type { DataFiles } from './catalog-files.js';
import type { Fault, FaultDetails } from './fault.js';
import { type PlanRecord, RECORD_KINDS } from './record-schemas.js';
import { described, MEASURE_TYPES, PROVENANCES, reference, STATUSES } from './schema-parts.js';
import { suggest, validate } from './validate.js';
import { parseYamlFile, type YamlFile } from './yaml-file.js';

const oneOrMore = <S extends z.ZodType>(schema: S, description: string) =>
  described(z.union([schema, z.array(schema).min(1)]), `${description} Mehrere als Liste: eines davon genügt.`);
const date = (description: string) => described(z.union([z.string(), z.number().int()]).transform(String), description);
const range = (description: string) =>
  described(
    z.strictObject({
      from: date('Von (Jahr, Monat oder Tag), einschließlich.').optional(),
      to: date('Bis (Jahr, Monat oder Tag), einschließlich.').optional(),
    }),
    description,
  );

const facetShape = {
  kind: oneOrMore(z.enum(RECORD_KINDS), 'Art des Eintrags.').optional(),
  type: oneOrMore(z.enum(MEASURE_TYPES), 'Art der Maßnahme.').optional(),
  field: oneOrMore(reference('actionFields', 'Kennung aus action-fields.yaml.'), 'Handlungsfeld.').optional(),
  group: oneOrMore(reference('targetGroups', 'Kennung aus target-groups.yaml.'), 'Zielgruppe.').optional(),
  lead: oneOrMore(
    reference('organisations', 'Kennung aus organisations.yaml.'),
    'Zuständige Organisation; Vorgänger und Nachfolger einzeln nennen.',
  ).optional(),
  partner: oneOrMore(
    reference('organisations', 'Kennung aus organisations.yaml.'),
    'Beteiligte Organisation.',
  ).optional(),
  status: oneOrMore(z.enum(STATUSES), 'Stand.').optional(),
  region: oneOrMore(reference('regions', 'Kennung aus regions.yaml.'), 'Ort oder Gebiet.').optional(),
  provenance: oneOrMore(z.enum(PROVENANCES), 'Herkunft.').optional(),
  start: range('Wann der Beginn liegt.').optional(),
  end: range('Wann das Ende liegt.').optional(),
};

/** A set of records by what they are, so that a rightful new record breaks no golden question. */
const facet = z.strictObject({
  ...facetShape,
  not: described(z.strictObject(facetShape), 'Ausgenommen, was alle diese Merkmale hat.').optional(),
});

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

const records = (description: string) =>
  described(z.array(reference('records', 'Kennung eines Eintrags.')).min(1), description);

const golden = z.strictObject({
  question: described(z.string().min(1), 'Die Frage im Wortlaut, wie Menschen sie stellen, auch mit Tippfehlern.'),
  language: described(z.enum(LANGUAGE_TAGS), 'Sprache, in der die Antwort erwartet wird.'),
  by: described(
    z.enum(['ministry', 'volunteer', 'newcomer', 'maintainer']),
    'Wer so fragt: ministry (Ministerium), volunteer (Ehrenamt), newcomer (neu in Hessen), maintainer (pflegt die Daten).',
  ),
  previous: described(
    z.array(z.string().min(1)).min(1),
    'Fragen davor im selben Gespräch, die älteste zuerst.',
  ).optional(),
  today: described(
    z.iso.date({ error: 'day' }),
    'Tag der Frage (JJJJ-MM-TT), wo die Antwort vom Datum abhängt.',
  ).optional(),
  open: described(
    z.boolean(),
    'true: noch nicht richtig beantwortet. Die Frage zählt trotzdem mit; sie wird nie gelöscht oder verbogen.',
  ).optional(),
  expect: described(
    z.strictObject({
      kind: described(z.array(z.enum(ANSWER_KINDS)).min(1), 'Zulässige Arten der Antwort.').optional(),
      first: records('Einer dieser Einträge muss an erster Stelle stehen.').optional(),
      mustInclude: records('Alle diese Einträge müssen in der Antwort stehen.').optional(),
      mustExclude: records('Keiner dieser Einträge darf in der Antwort stehen.').optional(),
      facet: described(facet, 'Die Antwort nennt genau die Einträge mit diesen Merkmalen.').optional(),
      contains: described(z.array(z.string().min(1)).min(1), 'Textstellen, die die Antwort enthalten muss.').optional(),
      nothing: described(
        z.enum(['far', 'near']),
        'Nichts darf als Antwort gelten. far: ganz fremdes Thema; near: nah am Thema, aber nicht in den Daten.',
      ).optional(),
      note: described(z.string(), 'Warum das die richtige Antwort ist.').optional(),
    }),
    'Was eine richtige Antwort hat.',
  ),
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
  const seen = new Map<string, () => string>();
  const ids = new Set([...catalog.records.keys(), ...catalog.drafts.keys()]);
  for (const [path, text] of files) {
    if (!path.startsWith('golden/')) continue;
    if (!path.endsWith('.yaml')) {
      faults.push({ file: path, line: 1, column: 1, code: 'fileEnding', details: {} });
      continue;
    }
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
      const faultAt = (details: FaultDetails): Fault => parsed.file.fault([index], 'duplicateQuestion', details);
      if (other === undefined) seen.set(key, () => `${path}:${faultAt({}).line}`);
      else faults.push(faultAt({ other: other() }));
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
  const refer = (path: DataPath, entry: string, target: string, known: readonly string[]): Fault[] =>
    known.includes(entry)
      ? []
      : [file.fault([index, 'expect', ...path], 'unknownReference', { id: entry, target, ...suggest(entry, known) })];
  const unknown = (['first', 'mustInclude', 'mustExclude'] as const).flatMap((key) =>
    (expect[key] ?? []).flatMap((entry, at) => refer([key, at], entry, 'data/', [...ids])),
  );
  const targets = {
    field: ['action-fields.yaml', catalog.actionFields],
    group: ['target-groups.yaml', catalog.targetGroups],
    lead: ['organisations.yaml', catalog.organisations],
    partner: ['organisations.yaml', catalog.organisations],
    region: ['regions.yaml', catalog.regions],
  } as const;
  const { not, ...wanted } = expect.facet ?? {};
  const facets = [
    { path: ['facet'], expression: wanted },
    { path: ['facet', 'not'], expression: not ?? {} },
  ].flatMap(({ path, expression }) =>
    (['field', 'group', 'lead', 'partner', 'region'] as const).flatMap((key) => {
      const [target, known] = targets[key];
      const entries = expression[key] ?? [];
      return typeof entries === 'string'
        ? refer([...path, key], entries, target, [...known.keys()])
        : entries.flatMap((entry, at) => refer([...path, key, at], entry, target, [...known.keys()]));
    }),
  );
  if (facets.length > 0) return [...unknown, ...facets];
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

function within(date: string | undefined, limits: FacetExpression['start']): boolean {
  if (limits === undefined) return true;
  if (date === undefined) return false;
  const { from, to } = limits;
  return (
    (from === undefined || date.slice(0, from.length) >= from.slice(0, date.length)) &&
    (to === undefined || date.slice(0, to.length) <= to.slice(0, date.length))
  );
}
