import { z } from 'zod';
import {
  contact,
  described,
  LIMITS,
  localised,
  MEASURE_TYPES,
  partialDate,
  provenance,
  reference,
  source,
  sources,
  status,
  trimmed,
  url,
  wordLists,
} from './schema-parts.js';

export const RECORD_KINDS = ['measure', 'institution', 'fact', 'event'] as const;
export type RecordKind = (typeof RECORD_KINDS)[number];

/** The folder of each kind of record. */
export const RECORD_FOLDERS = {
  measure: 'measures',
  institution: 'institutions',
  fact: 'facts',
  event: 'events',
} as const satisfies Readonly<Record<RecordKind, string>>;

const period = described(
  z
    .strictObject({
      start: partialDate('Beginn: Jahr, Monat oder Tag, so genau wie die Quelle.').optional(),
      end: partialDate('Ende, auch ein angekündigtes: Jahr, Monat oder Tag, so genau wie die Quelle.').optional(),
    })
    .refine((value) => value.start !== undefined || value.end !== undefined, { params: { fault: 'emptyPeriod' } })
    .refine((value) => !endsBeforeStart(value.start, value.end), {
      params: { fault: 'endBeforeStart' },
      path: ['end'],
    }),
  'Laufzeit. Weglassen, was keine Quelle nennt.',
);

/** Whether an end lies before a start; a year or month is compared as far as it is known. */
export function endsBeforeStart(start: string | undefined, end: string | undefined): boolean {
  if (start === undefined || end === undefined) return false;
  const known = Math.min(start.length, end.length);
  return end.slice(0, known) < start.slice(0, known);
}

const funding = described(
  z.array(
    z.strictObject({
      period: described(trimmed(100), 'Zeitraum, wörtlich wie in der Quelle.').optional(),
      amountEur: described(
        z.number().positive({ error: 'notPositive' }),
        'Betrag in Euro, nur zum Sortieren. Beträge werden nie zusammengezählt.',
      ).optional(),
      text: localised(LIMITS.line, 'Was die Quelle zur Summe sagt; dieser Text wird gezeigt.'),
    }),
  ),
  'Fördersummen und Kosten, je Angabe ein Eintrag.',
);

const partner = described(
  z.union(
    [
      z.strictObject({ id: reference('organisations', 'Kennung aus organisations.yaml.') }),
      z.strictObject({ name: described(trimmed(150), 'Name, wenn organisations.yaml ihn nicht führt.') }),
    ],
    { error: 'partner' },
  ),
  'Beteiligte Organisation: id aus organisations.yaml, sonst name.',
);

const update = z.strictObject({
  date: partialDate('Wann sich etwas geändert hat.'),
  text: localised(LIMITS.note, 'Was sich geändert hat.'),
  source,
});

const plain = described(
  z.strictObject({
    text: described(trimmed(LIMITS.plain), 'Text in Leichter Sprache.'),
    reviewedBy: described(trimmed(150), 'Stelle, die den Text geprüft hat.'),
    date: partialDate('Wann geprüft wurde.'),
  }),
  'Leichte Sprache, nur mit Prüfung durch eine Prüfgruppe.',
);

const shared = {
  title: localised(LIMITS.title, 'Voller Titel je Sprache; Deutsch (de) ist Pflicht.'),
  shortTitle: localised(LIMITS.shortTitle, 'Kurzer Titel für Listen und Knöpfe, höchstens 75 Zeichen.'),
  summary: localised(LIMITS.summary, 'Zusammenfassung in eigenen Worten, zwei bis vier Sätze.'),
  plain: plain.optional(),
  aliases: described(
    z.array(trimmed(LIMITS.keyword)).min(1),
    'Weitere Namen: Abkürzungen, frühere Namen, Kurzformen. Nur echte Namen, keine Stichwörter.',
  ).optional(),
  actionField: reference('actionFields', 'Handlungsfeld, Kennung aus action-fields.yaml.'),
  alsoIn: described(
    z.array(reference('actionFields', 'Handlungsfeld, Kennung aus action-fields.yaml.')).min(1),
    'Weitere Handlungsfelder, in denen der Eintrag auch steht.',
  ).optional(),
  targetGroups: described(
    z.array(reference('targetGroups', 'Zielgruppe, Kennung aus target-groups.yaml.')).min(1),
    'Zielgruppen, Kennungen aus target-groups.yaml.',
  ),
  targetNote: localised(LIMITS.line, 'Genauere Zielgruppe im Wortlaut der Quelle.').optional(),
  lead: reference(
    'organisations',
    'Zuständige Organisation, so wie die Quelle sie nennt (Kennung aus organisations.yaml).',
  ),
  partners: described(z.array(partner).min(1), 'Beteiligte Organisationen.').optional(),
  regions: described(
    z.array(reference('regions', 'Ort oder Gebiet, Kennung aus regions.yaml.')).min(1),
    'Wo es gilt, Kennungen aus regions.yaml; landesweit für ganz Hessen.',
  ),
  regionNote: localised(LIMITS.line, 'Einschränkung zum Ort, etwa „teilnehmende Kommunen“.').optional(),
  status,
  asOf: partialDate(
    'Stand: Datum der neuesten Quelle für den Status. Weglassen, wenn keine Quelle datiert ist.',
  ).optional(),
  period: period.optional(),
  funding: funding.min(1).optional(),
  contact: contact.optional(),
  provenance,
  sources,
  keywords: wordLists('Stichwörter je Sprache, wie Menschen danach suchen.').optional(),
  questions: wordLists('Fragen je Sprache, die dieser Eintrag beantwortet.', LIMITS.question).optional(),
  related: described(
    z.array(reference('records', 'Kennung eines anderen Eintrags (Dateiname ohne .yaml).')).min(1),
    'Kennungen verwandter Einträge.',
  ).optional(),
  updates: described(z.array(update).min(1), 'Änderungen mit Datum und Quelle.').optional(),
  note: localised(LIMITS.note, 'Strittiges oder Einschränkendes; wird mit der Antwort gezeigt.').optional(),
  visibility: described(z.enum(['draft', 'public']), 'draft: wird geprüft, aber nicht gezeigt.').default('public'),
  reviewBy: partialDate('Bis wann jemand den Eintrag wieder prüfen soll.').optional(),
};

const measure = z.strictObject({
  type: described(
    z.enum(MEASURE_TYPES),
    'Art: programme (Förderprogramm), counselling (Beratung), project (Projekt), law (Gesetz), campaign (Kampagne, auch Preise), structure (Struktur), training (Qualifizierung), treaty (Vertrag).',
  ),
  ...shared,
  status: status.default('unknown'),
});

const other = z.strictObject({ ...shared, status: status.default('unknown') });

/** The schema of a record by its kind. */
export const RECORD_SCHEMAS = { measure, institution: other, fact: other, event: other } as const;

type MeasureData = z.infer<typeof measure>;
type OtherData = z.infer<typeof other>;

export interface Measure extends MeasureData {
  readonly id: string;
  readonly kind: 'measure';
}
export interface Institution extends OtherData {
  readonly id: string;
  readonly kind: 'institution';
}
export interface Fact extends OtherData {
  readonly id: string;
  readonly kind: 'fact';
}
export interface PlanEvent extends OtherData {
  readonly id: string;
  readonly kind: 'event';
}
/** One file of `data/measures`, `institutions`, `facts` or `events`. */
export type PlanRecord = Measure | Institution | Fact | PlanEvent;

export type RecordSource = z.infer<typeof source>;
export type MeasureType = (typeof MEASURE_TYPES)[number];
export type Status = MeasureData['status'];
export type Provenance = MeasureData['provenance'];
export { url };
