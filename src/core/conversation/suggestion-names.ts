import { facetLabel } from '../answer/describe-filters.js';
import { createSay, inLanguage } from '../answer/say.js';
import type { Catalog } from '../catalog/catalog.js';
import type { PlanRecord } from '../catalog/record-schemas.js';
import { MEASURE_TYPES, PROVENANCES, STATUSES } from '../catalog/schema-parts.js';
import { LANGUAGE_TAGS, type LanguageTag } from '../language/languages.js';
import { countValues } from '../question/facet-values.js';
import type { FormFacet } from './filter-form.js';

/** Something that can be suggested, with the names that find it. */
export interface Named {
  readonly id: string;
  readonly labelIn: (language: LanguageTag) => string;
  /** What it is called in each language. */
  readonly titles: readonly string[];
  /** Abbreviations and other names, and its id. */
  readonly names: readonly string[];
  /** Everyday words that lead to it without being its name. */
  readonly everyday: readonly string[];
  /** How many records it has; the more, the earlier. */
  readonly count: number;
}

/** The values of a facet with their names in every language. */
export function namedValues(catalog: Catalog, facet: FormFacet): Named[] {
  const counts = countValues(catalog.records.values(), facet);
  return idsOf(catalog, facet).map((id) => {
    const labelIn = (language: LanguageTag): string => facetLabel(catalog, createSay(catalog, language), facet, id);
    return {
      id,
      labelIn,
      titles: LANGUAGE_TAGS.map(labelIn),
      names: [id, ...otherNames(catalog, facet, id)],
      everyday: facet === 'group' ? words(catalog.targetGroups.get(id)?.everyday) : [],
      count: counts.get(id) ?? 0,
    };
  });
}

function idsOf(catalog: Catalog, facet: FormFacet): readonly string[] {
  switch (facet) {
    case 'field':
      return [...catalog.actionFields.keys()];
    case 'group':
      return [...catalog.targetGroups.keys()];
    case 'organisation':
      return [...catalog.organisations.keys()];
    case 'region':
      return [...catalog.regions.keys()];
    case 'type':
      return MEASURE_TYPES;
    case 'status':
      return STATUSES;
    case 'provenance':
      return PROVENANCES;
  }
}

function otherNames(catalog: Catalog, facet: FormFacet, id: string): readonly string[] {
  switch (facet) {
    case 'field':
      return words(catalog.actionFields.get(id)?.names);
    case 'group':
      return words(catalog.targetGroups.get(id)?.names);
    case 'organisation': {
      const organisation = catalog.organisations.get(id);
      return [...texts(organisation?.name), ...(organisation?.aliases ?? [])];
    }
    case 'region':
      return catalog.regions.get(id)?.aliases ?? [];
    case 'type':
    case 'status':
    case 'provenance':
      return [];
  }
}

/** A record with its titles and other names, and the keywords that lead to it. */
export function namedRecord(record: PlanRecord): Named {
  return {
    id: record.id,
    labelIn: (language) => inLanguage(record.shortTitle, language).text,
    titles: [...texts(record.shortTitle), ...texts(record.title)],
    names: record.aliases ?? [],
    everyday: words(record.keywords),
    count: 0,
  };
}

function words(lists: Readonly<Record<string, readonly string[] | undefined>> | undefined): string[] {
  return Object.values(lists ?? {}).flatMap((list) => list ?? []);
}

function texts(localised: Readonly<Record<string, string | undefined>> | undefined): string[] {
  return Object.values(localised ?? {}).flatMap((text) => text ?? []);
}
