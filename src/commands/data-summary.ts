import type { Catalog, GoldenQuestion, LanguageTag } from '../core/index.js';
import { WORDS } from './summary-words.js';

/** What the data holds: records by kind, type, field, status and provenance, drafts, golden questions. */
export function summariseData(catalog: Catalog, golden: readonly GoldenQuestion[], language: LanguageTag): string {
  const words = WORDS[language];
  const records = [...catalog.records.values()];
  const drafts = [...catalog.drafts.values()];
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
