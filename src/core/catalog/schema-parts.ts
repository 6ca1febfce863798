import { z } from 'zod';
import { BASE_LANGUAGE, LANGUAGE_TAGS, LANGUAGES, type LanguageTag } from '../language/languages.js';
import { oncePer } from '../language/once.js';
import { MAILBOX_NAMES_PERSON, namesPerson } from './mailbox.js';

// Each file is validated once: code that is compiled for that costs more than it saves, and some pages forbid it.
z.config({ jitless: true });

/** How long a text may be so that every platform can show it with its evidence line. */
export const LIMITS = {
  id: 60,
  shortTitle: 75,
  title: 200,
  summary: 1200,
  plain: 1500,
  note: 600,
  line: 300,
  keyword: 80,
  question: 160,
  url: 500,
} as const;

// Besides descriptions, schemas carry what only the editor's JSON Schemas use: `patternErrorMessage` and `refersTo`.

/** A text that carries how it is to be read by an editor, as hover help in German. */
export function described<S extends z.ZodType>(schema: S, description: string): S {
  return schema.meta({ description });
}

/** A text without spaces at its ends; schemas of the same length are one, since making them takes long. */
const trimmed = oncePer((max: number) =>
  z
    .string()
    .min(1)
    .max(max)
    .refine((text) => text === text.trim(), { params: { fault: 'untrimmed' } }),
);

/** A text by language tag; German is required, others fall back to it. */
export function localised(max: number, description: string) {
  return described(perLanguage(trimmed(max), `höchstens ${max} Zeichen`), description);
}

const trimmedLists = oncePer((longest: number) => z.array(trimmed(longest)));

/** Lists of words by language tag; no language is required. */
export function wordLists(description: string, longest: number = LIMITS.keyword) {
  const shape: Record<string, z.ZodOptional<z.ZodArray<z.ZodString>>> = {};
  const words = trimmedLists(longest);
  for (const tag of LANGUAGE_TAGS) {
    shape[tag] = described(words, `${description} Sprache: ${LANGUAGES[tag].name}.`).optional();
  }
  return described(z.strictObject(shape), description);
}

function perLanguage<S extends z.ZodType>(schema: S, limit: string) {
  const named = (tag: LanguageTag, duty: string): S => described(schema, `${LANGUAGES[tag].name} (${duty}), ${limit}.`);
  const others: Record<string, z.ZodOptional<S>> = {};
  for (const tag of LANGUAGE_TAGS) if (tag !== BASE_LANGUAGE) others[tag] = named(tag, 'möglichst').optional();
  return z.strictObject({ [BASE_LANGUAGE]: named(BASE_LANGUAGE, 'Pflicht'), ...others } as {
    [BASE_LANGUAGE]: S;
  } & typeof others);
}

const ID = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

export const id = z.string().max(LIMITS.id).regex(ID, { error: 'id' }).meta({
  description: 'Kennung: Kleinbuchstaben, Ziffern und Bindestriche. Wird nie geändert und nie neu vergeben.',
  patternErrorMessage: 'Eine Kennung hat nur Kleinbuchstaben, Ziffern und Bindestriche.',
});

/** Lists of ids that other files refer to. */
export const REFERENCE_TARGETS = [
  'actionFields',
  'targetGroups',
  'organisations',
  'regions',
  'records',
  'concepts',
] as const;
export type ReferenceTarget = (typeof REFERENCE_TARGETS)[number];

/** An id of something that stands elsewhere; the target lets an editor complete it. */
export function reference(target: ReferenceTarget, description: string) {
  return id.meta({ description, refersTo: target });
}

const DATE = /^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/;

const dateText = z
  .string()
  .regex(DATE, { error: 'date' })
  .meta({ patternErrorMessage: 'Ein Datum ist ein Jahr, ein Monat oder ein Tag: 2024, 2024-05 oder 2024-05-31.' });

/** A year, month or day. A bare year may stand as a number; it stays a year. */
export function partialDate(description: string) {
  return described(
    z
      .union([dateText, z.number().int().min(1900, { error: 'date' }).max(2100, { error: 'date' })], { error: 'date' })
      .transform((date) => String(date))
      .refine(isRealDate, { params: { fault: 'date' } }),
    description,
  );
}

function isRealDate(date: string): boolean {
  if (date.length < 10) return true;
  return new Date(`${date}T00:00:00Z`).toISOString().startsWith(date);
}

export const url = z
  .url({ protocol: /^https?$/, error: 'url' })
  .max(LIMITS.url)
  .regex(/^\S+$/, { error: 'url' })
  .meta({
    description: 'Adresse, die mit https:// (oder http://) beginnt.',
    pattern: '^https?://\\S+$',
    patternErrorMessage: 'Eine Adresse beginnt mit https:// (oder http://) und hat keine Leerzeichen.',
  });

export const source = described(
  z.strictObject({
    url,
    title: described(trimmed(LIMITS.line), 'Titel der Seite oder des Dokuments.'),
    date: partialDate('Datum der Quelle (Jahr, Monat oder Tag). Weglassen, wenn die Quelle undatiert ist.').optional(),
    checkedOn: partialDate('Wann zuletzt jemand nachgesehen hat, ob die Quelle das noch sagt.').optional(),
    page: described(z.union([z.string().max(20), z.number().int()]), 'Seite oder Abschnitt.').optional(),
  }),
  'Eine Quelle, die die Angaben belegt.',
);

export const sources = described(
  z.array(source).min(1),
  'Quellen, die die Angaben belegen: mindestens eine. Ohne Quelle kein Eintrag.',
);

export const STATUSES = ['unknown', 'planned', 'running', 'completed', 'paused', 'abandoned'] as const;

export const status = described(
  z.enum(STATUSES),
  'Stand laut Quelle: unknown (unbekannt), planned (geplant), running (laufend), completed (abgeschlossen), paused (ruht), abandoned (aufgegeben). Nie aus dem Datum ableiten.',
);

export const PROVENANCES = ['plan-2.0', 'plan-2017', 'state-policy'] as const;

export const provenance = described(
  z.enum(PROVENANCES),
  'Herkunft: plan-2.0 (eine Quelle belegt den Bezug zum Integrationsplan 2.0), plan-2017 (mit dem ersten Plan genannt), state-policy (Landespolitik ohne belegten Bezug zum Plan).',
);

export const MEASURE_TYPES = [
  'programme',
  'counselling',
  'project',
  'law',
  'campaign',
  'structure',
  'training',
  'treaty',
] as const;

export const contact = described(
  z
    .strictObject({
      url: url.optional(),
      mailbox: described(
        z
          .email({ error: 'mailbox' })
          .max(200)
          .refine((mailbox) => !namesPerson(mailbox), { params: { fault: MAILBOX_NAMES_PERSON } }),
        'Funktionspostfach, nie die Adresse einer Person.',
      ).optional(),
    })
    .refine((value) => value.url !== undefined || value.mailbox !== undefined, { params: { fault: 'emptyContact' } }),
  'Kontakt: Seite oder Funktionspostfach. Nie Daten einer Person.',
);

export { trimmed };
