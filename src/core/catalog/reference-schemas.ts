import { z } from 'zod';
import { described, id, LIMITS, localised, partialDate, sources, url, wordLists } from './schema-parts.js';

export const actionFields = z.array(
  z.strictObject({
    id,
    label: localised(LIMITS.shortTitle, 'Name des Handlungsfelds.'),
    description: localised(LIMITS.line, 'Was dazugehört, in einem Satz.'),
    basis: described(
      z.enum(['official', 'editorial']),
      'official: durch eine Quelle als Handlungsfeld des Plans 2.0 belegt. editorial: redaktionelle Gruppierung.',
    ),
    note: localised(LIMITS.note, 'Was belegt ist und was nicht.').optional(),
    names: wordLists('Kurze Namen, unter denen Fragen das Feld nennen.').optional(),
  }),
);

export const targetGroups = z.array(
  z.strictObject({
    id,
    label: localised(LIMITS.shortTitle, 'Name der Zielgruppe.'),
    names: wordLists('Wörter, die genau diese Gruppe meinen („Frauen“). „für …“ mit ihnen filtert.').optional(),
    everyday: wordLists('Alltagswörter, die zu dieser Gruppe führen, ohne zu filtern („Schule“).').optional(),
  }),
);

export const organisations = z.array(
  z.strictObject({
    id,
    name: localised(LIMITS.title, 'Voller Name.'),
    short: described(z.string().min(1).max(60), 'Kurzer Name oder Abkürzung.'),
    aliases: described(z.array(z.string().min(1).max(LIMITS.keyword)), 'Weitere Namen, auch frühere.').optional(),
    kind: z.enum([
      'government',
      'parliament',
      'ministry',
      'authority',
      'municipal',
      'advisory-body',
      'association',
      'provider',
      'foundation',
      'network',
      'academia',
      'federal',
      'eu',
    ]),
    validFrom: partialDate('Seit wann es die Organisation unter diesem Namen gibt.').optional(),
    validTo: partialDate('Bis wann es die Organisation unter diesem Namen gab.').optional(),
    successors: described(
      z.array(id).min(1),
      'Nachfolger. Der erste führt die Organisation fort und zählt in Filtern mit; weitere haben Teile übernommen.',
    ).optional(),
    url: url.optional(),
    note: localised(LIMITS.note, 'Anmerkung.').optional(),
  }),
);

export const regions = z.array(
  z.strictObject({
    id,
    name: localised(LIMITS.shortTitle, 'Name.'),
    kind: z.enum(['state', 'region', 'city', 'town', 'municipality', 'county']),
    aliases: described(z.array(z.string().min(1).max(LIMITS.keyword)), 'Kurzformen.').optional(),
    within: described(z.array(id).min(1), 'Größere Gebiete, in denen es liegt, wenn eine Quelle das sagt.').optional(),
  }),
);

const planValue = z.strictObject({
  text: localised(LIMITS.note, 'Die Angabe als Text.'),
  sources,
  note: localised(LIMITS.note, 'Einschränkung.').optional(),
  records: z.array(id).min(1).optional(),
});

export const plan = z.strictObject({
  title: planValue,
  adopted: planValue.extend({
    date: partialDate('Datum des Beschlusses.'),
    by: localised(LIMITS.line, 'Wer den Plan beschlossen hat.'),
  }),
  responsible: planValue.extend({ lead: id, today: id.optional() }),
  presented: planValue.optional(),
  predecessor: planValue.optional(),
  aims: z.array(planValue).min(1),
  confirmedActionFields: z.array(planValue.extend({ id })).optional(),
  preparation: planValue.optional(),
  mandate: planValue.optional(),
  legalBasis: planValue.optional(),
  character: planValue.optional(),
  notAvailable: described(
    z.array(localised(LIMITS.line, 'Was nicht vorlag.')).min(1),
    'Was beim Sammeln der Daten nicht vorlag. Der Bot sagt es, statt zu raten.',
  ),
  record: described(id, 'Eintrag, der den Plan beschreibt.'),
  dataAsOf: partialDate('Stand der Sammlung.'),
});

export type ActionField = z.infer<typeof actionFields>[number];
export type TargetGroup = z.infer<typeof targetGroups>[number];
export type Organisation = z.infer<typeof organisations>[number];
export type Region = z.infer<typeof regions>[number];
export type Plan = z.infer<typeof plan>;
export type PlanValue = z.infer<typeof planValue>;
