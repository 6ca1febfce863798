import { isLate } from '../answer/compose-record.js';
import type { Catalog } from '../catalog/catalog.js';
import type { DataFiles } from '../catalog/catalog-files.js';
import type { Details } from '../catalog/explanation.js';
import type { PlanRecord } from '../catalog/record-schemas.js';
import { foldCase, normaliseText } from '../language/fold.js';
import { BASE_LANGUAGE, LANGUAGE_TAGS, type LanguageTag } from '../language/languages.js';
import { createPlaces, type DataPath, fileOf } from './places.js';
import type { Warning } from './warning.js';
import type { WarningCode } from './warning-messages.js';

/** Finds what is worth a look in data without faults, drafts included. */
export function findWarnings(files: DataFiles, catalog: Catalog, today: string): Warning[] {
  const placeOf = createPlaces(files);
  const all = [...catalog.records.values(), ...catalog.drafts.values()];
  const found = [
    ...all.flatMap((record) =>
      [
        ...datesOf(record, today),
        ...LANGUAGE_TAGS.flatMap((tag) => translationOf(record, tag)),
        ...contactOf(record, catalog),
        ...sourcesOf(record),
      ].map((finding) => ({ ...finding, file: fileOf(record) })),
    ),
    ...commonKeywords(all),
    ...endedOrganisations(catalog, today),
  ];
  return found.map(({ file, path, code, details }) => ({ ...placeOf(file, path), code, details }));
}

interface Finding {
  readonly code: WarningCode;
  readonly path: DataPath;
  readonly details: Details;
}

interface PlacedFinding extends Finding {
  readonly file: string;
}

/** A year or month is past when its last day is. */
function isPast(date: string, today: string): boolean {
  return date < today.slice(0, date.length);
}

function isFuture(date: string | undefined, today: string): date is string {
  return date !== undefined && date > today.slice(0, date.length);
}

function datesOf(record: PlanRecord, today: string): Finding[] {
  const { reviewBy, period, asOf } = record;
  const dates: readonly (readonly [path: DataPath, date: string | undefined])[] = [
    [['asOf'], asOf],
    ...record.sources.flatMap(({ date, checkedOn }, index) => [
      [['sources', index, 'date'], date] as const,
      [['sources', index, 'checkedOn'], checkedOn] as const,
    ]),
    ...(record.updates ?? []).map(({ date }, index) => [['updates', index, 'date'], date] as const),
  ];
  return [
    ...(reviewBy !== undefined && isPast(reviewBy, today)
      ? [{ code: 'reviewDue', path: ['reviewBy'], details: { date: reviewBy } } as const]
      : []),
    ...(isLate(record, today)
      ? [
          {
            code: 'late',
            path: ['period', 'end'],
            details: { status: record.status, date: period?.end ?? '' },
          } as const,
        ]
      : []),
    ...dates.flatMap(([path, date]) =>
      isFuture(date, today) ? [{ code: 'futureDate', path, details: { key: String(path.at(-1)), date } } as const] : [],
    ),
  ];
}

function translationOf(record: PlanRecord, tag: LanguageTag): Finding[] {
  if (tag === BASE_LANGUAGE) return [];
  const missing = (['title', 'shortTitle', 'summary'] as const).filter((key) => record[key][tag] === undefined);
  const [first] = missing;
  if (first !== undefined) {
    return [{ code: 'missingTranslation', path: [first], details: { tag, fields: missing.join(', ') } }];
  }
  const isSame = record.summary[tag] === record.summary[BASE_LANGUAGE];
  return isSame ? [{ code: 'sameTranslation', path: ['summary', tag], details: { tag } }] : [];
}

function contactOf(record: PlanRecord, catalog: Catalog): Finding[] {
  const { kind, lead, contact } = record;
  if (kind !== 'measure' || contact !== undefined || catalog.organisations.get(lead)?.url !== undefined) return [];
  return [{ code: 'noContact', path: ['lead'], details: { lead } }];
}

function sourcesOf({ sources }: PlanRecord): Finding[] {
  return sources.every(({ checkedOn }) => checkedOn === undefined)
    ? [{ code: 'sourcesUnchecked', path: ['sources', 0], details: {} }]
    : [];
}

/** A keyword of more records than this share of all is told; in small collections, of more than a handful. */
const COMMON_SHARE = 0.05;
const HANDFUL = 7;

/** One warning for each keyword, where it stands first. */
function commonKeywords(records: readonly PlanRecord[]): PlacedFinding[] {
  const uses = new Map<
    string,
    { readonly keyword: string; readonly ids: Set<string>; readonly first: PlacedFinding }
  >();
  for (const record of records) {
    for (const tag of LANGUAGE_TAGS) {
      for (const [index, keyword] of (record.keywords?.[tag] ?? []).entries()) {
        const key = `${tag} ${foldCase(normaliseText(keyword))}`;
        const first: PlacedFinding = {
          code: 'commonKeyword',
          file: fileOf(record),
          path: ['keywords', tag, index],
          details: {},
        };
        const use = uses.get(key) ?? { keyword, ids: new Set(), first };
        use.ids.add(record.id);
        uses.set(key, use);
      }
    }
  }
  return [...uses.values()]
    .filter(({ ids }) => ids.size > Math.max(HANDFUL, COMMON_SHARE * records.length))
    .map(({ keyword, ids, first }) => ({ ...first, details: { keyword, count: ids.size } }));
}

function endedOrganisations({ organisations }: Catalog, today: string): PlacedFinding[] {
  return [...organisations.values()].flatMap(({ id, validTo, successors }, index) =>
    validTo !== undefined && isPast(validTo, today) && successors === undefined
      ? [
          {
            code: 'noSuccessor',
            file: 'organisations.yaml',
            path: [index, 'validTo'],
            details: { id, date: validTo },
          } as const,
        ]
      : [],
  );
}
