import { z } from 'zod';
import { described, id, LIMITS, localised, partialDate, reference, sources, url, wordLists } from './schema-parts.js';

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
    kind: described(
      z.enum([
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
      'Art: government (Landesregierung), parliament (Landtag), ministry (Ministerium), authority (Behörde), municipal (Kommune), advisory-body (Beirat), association (Verband oder Verein), provider (Träger), foundation (Stiftung), network (Netzwerk), academia (Wissenschaft), federal (Bund), eu.',
    ),
    validFrom: partialDate('Seit wann es die Organisation unter diesem Namen gibt.').optional(),
    validTo: partialDate('Bis wann es die Organisation unter diesem Namen gab.').optional(),
    successors: described(
      z.array(reference('organisations', 'Nachfolger, Kennung aus dieser Datei.')).min(1),
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
    kind: described(
      z.enum(['state', 'region', 'city', 'town', 'municipality', 'county']),
      'Art: state (Land), region (Region), city (Großstadt), town (Stadt), municipality (Gemeinde), county (Kreis).',
    ),
    aliases: described(z.array(z.string().min(1).max(LIMITS.keyword)), 'Kurzformen.').optional(),
    within: described(
      z.array(reference('regions', 'Gebiet, Kennung aus dieser Datei.')).min(1),
      'Größere Gebiete, in denen es liegt, wenn eine Quelle das sagt.',
    ).optional(),
  }),
);

const planValue = z.strictObject({
  text: localised(LIMITS.note, 'Die Angabe als Text.'),
  sources,
  note: localised(LIMITS.note, 'Einschränkung.').optional(),
  records: described(
    z.array(reference('records', 'Kennung eines Eintrags.')).min(1),
    'Einträge, in denen mehr dazu steht.',
  ).optional(),
});

export const plan = z.strictObject({
  title: described(planValue, 'Titel des Plans.'),
  adopted: described(
    planValue.extend({
      date: partialDate('Datum des Beschlusses.'),
      by: localised(LIMITS.line, 'Wer den Plan beschlossen hat.'),
    }),
    'Beschluss des Plans.',
  ),
  responsible: described(
    planValue.extend({
      lead: reference('organisations', 'Zuständige Organisation, so wie die Quelle sie nennt.'),
      today: reference('organisations', 'Heute zuständige Organisation, wenn sie eine andere ist.').optional(),
    }),
    'Wer für den Plan zuständig ist.',
  ),
  presented: described(planValue, 'Vorstellung des Plans.').optional(),
  predecessor: described(planValue, 'Vorgänger des Plans.').optional(),
  aims: described(z.array(planValue).min(1), 'Ziele des Plans, je Ziel ein Eintrag.'),
  confirmedActionFields: described(
    z.array(planValue.extend({ id: reference('actionFields', 'Handlungsfeld, Kennung aus action-fields.yaml.') })),
    'Handlungsfelder, die eine Quelle als solche des Plans belegt.',
  ).optional(),
  preparation: described(planValue, 'Wie der Plan entstanden ist.').optional(),
  mandate: described(planValue, 'Auftrag für den Plan, etwa im Koalitionsvertrag.').optional(),
  legalBasis: described(planValue, 'Rechtsgrundlage.').optional(),
  character: described(planValue, 'Was für eine Art Plan es ist, etwa auf Fortschreibung angelegt.').optional(),
  notAvailable: described(
    z.array(localised(LIMITS.line, 'Was nicht vorlag.')).min(1),
    'Was beim Sammeln der Daten nicht vorlag. Der Bot sagt es, statt zu raten.',
  ),
  record: reference('records', 'Eintrag, der den Plan beschreibt.'),
  dataAsOf: partialDate('Stand der Sammlung.'),
});

export type ActionField = z.infer<typeof actionFields>[number];
export type TargetGroup = z.infer<typeof targetGroups>[number];
export type Organisation = z.infer<typeof organisations>[number];
export type Region = z.infer<typeof regions>[number];
export type Plan = z.infer<typeof plan>;
export type PlanValue = z.infer<typeof planValue>;
