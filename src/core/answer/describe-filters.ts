import type { Catalog } from '../catalog/catalog.js';
import type { TextKey } from '../catalog/text-keys.js';
import { type Clause, type FacetClause, isPeriodClause } from '../question/query.js';
import { dateInWords, listInWords } from './dates-in-words.js';
import { inLanguage, type Say } from './say.js';

/** The words for a facet's value. */
export function facetLabel(catalog: Catalog, say: Say, facet: FacetClause['facet'], value: string): string {
  const local = (texts: { readonly [tag: string]: string | undefined } | undefined): string =>
    inLanguage(texts ?? {}, say.language).text || value;
  switch (facet) {
    case 'field':
      return local(catalog.actionFields.get(value)?.label);
    case 'group':
      return local(catalog.targetGroups.get(value)?.label);
    case 'organisation':
      return catalog.organisations.get(value)?.short ?? value;
    case 'region':
      return local(catalog.regions.get(value)?.name);
    case 'type':
    case 'status':
    case 'provenance':
    case 'kind':
      return sayIfKnown(say, `${facet}.${value}`, catalog) ?? value;
  }
}

function sayIfKnown(say: Say, key: string, catalog: Catalog): string | undefined {
  return Object.hasOwn(catalog.texts[say.language], key) ? say(key as TextKey) : undefined;
}

/** One filter in words: "für Frauen und Mädchen", "Beginn ab 2020". */
export function describeClause(catalog: Catalog, say: Say, clause: Clause): string {
  if (isPeriodClause(clause)) {
    return say(`filter.${clause.facet}`, { range: describeRange(say, clause.from, clause.to) });
  }
  const labels = [...new Set(clause.any.map((value) => facetLabel(catalog, say, clause.facet, value)))];
  const values = listInWords(labels, say.language, 'disjunction');
  if (clause.not === true) return say('filter.not', { values });
  switch (clause.facet) {
    case 'organisation':
      return say(clause.involved === true ? 'filter.involved' : 'filter.lead', { values });
    case 'group':
      return say('filter.group', { values });
    case 'region':
      return say('filter.region', { values });
    default:
      return values;
  }
}

function describeRange(say: Say, from: string | undefined, to: string | undefined): string {
  const date = (value: string): string => dateInWords(value, say.language);
  if (from !== undefined && from === to) return say('filter.on', { date: date(from) });
  if (from !== undefined && to !== undefined) return say('filter.between', { from: date(from), to: date(to) });
  if (from !== undefined) return say('filter.from', { from: date(from) });
  return to === undefined ? '' : say('filter.to', { to: date(to) });
}
