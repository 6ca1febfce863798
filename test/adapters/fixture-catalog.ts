import { stringify } from 'yaml';
import { type Catalog, createPlanlotse, type DataFiles, type Planlotse, parseCatalog } from '../../src/core/index.js';
import { dataFiles } from '../data-files.js';

/** The day that tests ask on. */
export const TODAY = '2026-01-15';

const source = (title: string) => ({ url: `https://example.org/${encodeURIComponent(title)}`, title, date: '2025-03' });
const both = (de: string, en: string) => ({ de, en });

interface Given {
  readonly title: string;
  readonly english: string;
  readonly summary: string;
  readonly type?: string;
  readonly field?: string;
  readonly group?: string;
  readonly region?: string;
  readonly status?: string;
  readonly rest?: object;
}

/** A record that leaves nothing to the real data, so that tests and snapshots outlive its changes. */
function record(given: Given): string {
  const { title, english, summary, type, field = 'sprache', group = 'alle', region = 'landesweit', rest } = given;
  return stringify({
    ...(type !== undefined && { type }),
    title: both(title, english),
    shortTitle: both(title, english),
    summary: both(summary, `${english}, in one sentence.`),
    actionField: field,
    targetGroups: [group],
    lead: 'sozialministerium',
    regions: [region],
    status: given.status ?? 'running',
    asOf: '2025-03',
    provenance: 'state-policy',
    sources: [source(title)],
    ...rest,
  });
}

const COURSES = ['Abend', 'Morgen', 'Mütter', 'Online', 'Sommer', 'Betriebs', 'Schul'];

const RECORDS: Readonly<Record<string, string>> = {
  'facts/der-plan.yaml': record({
    title: 'Integrationsplan 2.0',
    english: 'Integration Plan 2.0',
    summary: 'Der Plan bündelt die Ziele der Landesregierung für Integration. Er ist 2023 beschlossen worden.',
    rest: { provenance: 'plan-2.0' },
  }),
  ...Object.fromEntries(
    COURSES.map((name, index) => [
      `measures/${name.toLowerCase().replaceAll('ü', 'ue')}kurs.yaml`,
      record({
        title: `${name}kurs Deutsch`,
        english: `German course ${index + 1}`,
        summary: `Im ${name}kurs lernen Erwachsene Deutsch. Er kostet nichts.`,
        type: index % 2 === 0 ? 'project' : 'programme',
        group: name === 'Mütter' ? 'frauen' : 'alle',
        region: index < 3 ? 'kassel' : 'landesweit',
        status: index === 5 ? 'completed' : 'running',
      }),
    ]),
  ),
  'measures/netzwerk-gegen-rassismus.yaml': record({
    title: 'Netzwerk gegen Rassismus',
    english: 'Network against racism',
    summary: 'Das Netzwerk berät Menschen, die Rassismus erlebt haben: kostenlos & vertraulich.',
    type: 'counselling',
    field: 'rassismus',
    rest: {
      aliases: ['NGR'],
      period: { start: '2016', end: '2027-06' },
      contact: { url: 'https://example.org/kontakt?a=1&b=2', mailbox: 'info@example.org' },
      partners: [{ name: 'Verein A & B <e.V.>' }],
      related: ['abendkurs'],
      note: both('Der Beginn ist strittig: @channel', 'The start is disputed: @channel'),
    },
  }),
  'measures/kampagne-gegen-rassismus.yaml': record({
    title: 'Kampagne gegen Rassismus',
    english: 'Campaign against racism',
    summary: 'Plakate und Filme zeigen, was Rassismus anrichtet.',
    type: 'campaign',
    field: 'rassismus',
    status: 'planned',
  }),
  'institutions/stelle-gegen-rassismus.yaml': record({
    title: 'Landesstelle gegen Rassismus',
    english: 'State office against racism',
    summary: 'Die Landesstelle nimmt Beschwerden über Rassismus entgegen.',
    field: 'rassismus',
  }),
};

const PLAN = {
  title: { text: both('Integrationsplan 2.0', 'Integration Plan 2.0'), sources: [source('Plan')] },
  adopted: {
    text: both('Das Kabinett hat dem Plan zugestimmt.', 'The cabinet approved the plan.'),
    date: '2023-04-24',
    by: both('Kabinett', 'Cabinet'),
    sources: [source('Beschluss')],
  },
  responsible: { text: both('Sozialministerium', 'Ministry'), lead: 'sozialministerium', sources: [source('Plan')] },
  aims: [{ text: both('Ziele bündeln', 'Bring aims together'), sources: [source('Plan')] }],
  confirmedActionFields: [{ id: 'rassismus', text: both('Rassismus', 'Racism'), sources: [source('Plan')] }],
  notAvailable: [both('Volltext des Plans', 'Full text of the plan')],
  record: 'der-plan',
  dataAsOf: '2025-12',
};

const LISTS: Readonly<Record<string, unknown>> = {
  'plan.yaml': PLAN,
  'action-fields.yaml': [
    {
      id: 'sprache',
      label: both('Sprache', 'Language'),
      description: both('Deutsch lernen.', 'Learning German.'),
      basis: 'editorial',
    },
    {
      id: 'rassismus',
      label: both('Rassismus', 'Racism'),
      description: both('Gegen Rassismus.', 'Against racism.'),
      basis: 'official',
    },
  ],
  'target-groups.yaml': [
    { id: 'alle', label: both('Alle Menschen', 'Everyone') },
    { id: 'frauen', label: both('Frauen', 'Women'), names: { de: ['Frauen'], en: ['women'] } },
  ],
  'organisations.yaml': [
    {
      id: 'sozialministerium',
      name: both('Sozialministerium', 'Ministry of Social Affairs'),
      short: 'Sozialministerium',
      kind: 'ministry',
    },
  ],
  'regions.yaml': [
    { id: 'landesweit', name: both('Landesweit', 'Statewide'), kind: 'state' },
    { id: 'kassel', name: both('Kassel', 'Kassel'), kind: 'city' },
  ],
  'vocabulary/fixture.yaml': [
    {
      id: 'rassismus',
      label: both('Rassismus', 'racism'),
      words: { de: ['Rassismus', 'rassistisch'], en: ['racism'] },
    },
    {
      id: 'deutschkurs',
      label: both('Deutschkurs', 'German course'),
      words: { de: ['Deutschkurs', 'Deutsch'], en: ['German course'] },
    },
  ],
};

/** A few records that never change, the real sentences and phrases. */
export const fixtureFiles: DataFiles = new Map([
  ...[...dataFiles].filter(([path]) => path.startsWith('texts/') || path === 'vocabulary/phrases.yaml'),
  ...Object.entries(LISTS).map(([path, value]): [string, string] => [path, stringify(value)]),
  ...Object.entries(RECORDS),
]);

/** The fixture's catalogue; its version does not follow the sentences of the bot. */
export function fixtureCatalog(hash = 'fixture0'): Catalog {
  return { ...parseCatalog(fixtureFiles, TODAY), version: { hash, date: '2026-01-01' } };
}

export function fixturePlanlotse(): Planlotse {
  return createPlanlotse(fixtureCatalog());
}
