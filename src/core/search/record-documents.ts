import type { Catalog } from '../catalog/catalog.js';
import type { PlanRecord } from '../catalog/record-schemas.js';
import { LANGUAGE_TAGS, type LanguageTag } from '../language/languages.js';
import type { SearchDocument, SearchField } from './documents.js';

/** The texts of every public record, by the field that they are searched in. */
export function recordDocuments(catalog: Catalog): SearchDocument[] {
  return [...catalog.records.values()].map((record) => ({ id: record.id, parts: partsOf(record, catalog) }));
}

type Part = SearchDocument['parts'][number];

function partsOf(record: PlanRecord, catalog: Catalog): Part[] {
  return LANGUAGE_TAGS.flatMap((language) => {
    const part = (field: SearchField, text: string | undefined): Part[] =>
      text === undefined || text === '' ? [] : [{ field, language, text }];
    const label = (texts: { readonly [tag: string]: string | undefined } | undefined) => texts?.[language];
    return [
      ...part('title', record.title[language]),
      ...(record.shortTitle[language] === record.title[language] ? [] : part('title', record.shortTitle[language])),
      ...(record.aliases ?? []).flatMap((alias) => part('title', alias)),
      ...wordsOf(record.keywords, language).flatMap((keyword) => part('keywords', keyword)),
      ...wordsOf(record.questions, language).flatMap((question) => part('questions', question)),
      ...part('body', record.summary[language]),
      ...part('body', label(record.targetNote)),
      ...part('body', label(record.note)),
      ...(record.updates ?? []).flatMap((update) => part('body', label(update.text))),
      ...(record.funding ?? []).flatMap((funding) => part('context', label(funding.text))),
      ...part('context', label(catalog.actionFields.get(record.actionField)?.label)),
      ...record.targetGroups.flatMap((id) => part('context', label(catalog.targetGroups.get(id)?.label))),
      ...part('context', label(catalog.organisations.get(record.lead)?.name)),
      ...(record.partners ?? []).flatMap((partner) =>
        part('context', 'id' in partner ? label(catalog.organisations.get(partner.id)?.name) : partner.name),
      ),
      ...record.regions.flatMap((id) =>
        catalog.regions.get(id)?.kind === 'state' ? [] : part('context', label(catalog.regions.get(id)?.name)),
      ),
    ];
  });
}

function wordsOf(
  lists: { readonly [tag: string]: readonly string[] | undefined } | undefined,
  language: LanguageTag,
): readonly string[] {
  return lists?.[language] ?? [];
}
