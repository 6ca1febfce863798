import { type Catalog, type GoldenQuestion, LANGUAGE_TAGS, LANGUAGES, type LanguageTag } from '../core/index.js';
import { WORDS } from './summary-words.js';

type PlanRecord = Catalog['records'] extends ReadonlyMap<string, infer R> ? R : never;

/** What the data holds, and what needs a look: drafts, reviews that are due, missing translations. */
export function summariseData(
  catalog: Catalog,
  golden: readonly GoldenQuestion[],
  language: LanguageTag,
  today: string,
): string {
  const words = WORDS[language];
  const records = [...catalog.records.values()];
  const drafts = [...catalog.drafts.values()];
  const all = [...records, ...drafts];
  const { version } = catalog;
  const open = golden.filter((question) => question.open === true).length;
  const lines: readonly (readonly [string, string])[] = [
    [words.version, version.date === undefined ? version.hash : `${version.hash} (${version.date})`],
    [words.records, `${records.length}: ${tally(records, ({ kind }) => say(`kind.${kind}`))}`],
    [
      say('facet.type'),
      tally(
        records.flatMap((record) => (record.kind === 'measure' ? [record] : [])),
        ({ type }) => say(`type.${type}`),
      ),
    ],
    [words.fields, tally(records, ({ actionField }) => label(catalog.actionFields.get(actionField)?.label))],
    [say('facet.status'), tally(records, ({ status }) => say(`status.${status}`))],
    [say('facet.provenance'), tally(records, ({ provenance }) => say(`provenance.${provenance}`))],
    [words.drafts, naming(drafts.map(({ id }) => id))],
    [words.dueForReview, naming(all.filter((record) => isDue(record, today)).map(idAndDay))],
    ...LANGUAGE_TAGS.map((tag): [string, string] => [
      words.withoutText(LANGUAGES[tag].name),
      naming(all.flatMap((record) => lacking(record, tag))),
    ]),
    [words.golden, open === 0 ? `${golden.length}` : `${golden.length} (${open} ${words.open})`],
  ];
  return [words.inOrder, ...lines.map(([name, value]) => `${name}: ${value}`)].join('\n');

  function say(key: keyof Catalog['texts'][LanguageTag]): string {
    const text = catalog.texts[language][key];
    return typeof text === 'string' ? text : text.other;
  }

  function label(texts: { readonly [tag: string]: string | undefined } | undefined): string {
    return texts?.[language] ?? texts?.de ?? '';
  }

  function naming(names: readonly string[]): string {
    return names.length === 0 ? words.none : `${names.length}: ${names.join(', ')}`;
  }
}

/** How often each value occurs, the most frequent first. */
function tally<T>(items: readonly T[], nameOf: (item: T) => string): string {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(nameOf(item), (counts.get(nameOf(item)) ?? 0) + 1);
  return [...counts]
    .sort(([a, first], [b, second]) => second - first || a.localeCompare(b))
    .map(([value, count]) => `${value} ${count}`)
    .join('; ');
}

/** A month or year is past when its last day is. */
function isDue({ reviewBy }: PlanRecord, today: string): boolean {
  return reviewBy !== undefined && today.slice(0, reviewBy.length) > reviewBy;
}

function idAndDay({ id, reviewBy }: PlanRecord): string {
  return `${id} (${reviewBy})`;
}

function lacking(record: PlanRecord, tag: LanguageTag): string[] {
  const missing = (['title', 'summary'] as const).filter((key) => record[key][tag] === undefined);
  return missing.length === 0 ? [] : [`${record.id} (${missing.join(', ')})`];
}
