import { evidenceOf } from '../answer/context.js';
import { listInWords } from '../answer/dates-in-words.js';
import { createSay, inLanguage } from '../answer/say.js';
import type { Catalog } from '../catalog/catalog.js';
import type { LanguageTag } from '../language/languages.js';
import { countValues } from '../question/facet-values.js';
import type { Query, Subject } from '../question/query.js';
import { encodeClick } from './click.js';

/** A field or group to open: how many records it has, and the code of the click on it. */
export interface BrowseEntry {
  readonly id: string;
  readonly label: string;
  readonly count: number;
  readonly code: string;
}

/** What there is to look at before a question was asked, for a home page or help. */
export interface Browse {
  readonly language: LanguageTag;
  readonly title: string;
  /** What the plan is, what of it is proven, and what was not available. */
  readonly sentences: readonly string[];
  readonly fieldsLabel: string;
  readonly fields: readonly BrowseEntry[];
  readonly groupsLabel: string;
  readonly groups: readonly BrowseEntry[];
  readonly examplesLabel: string;
  readonly examples: readonly { readonly label: string; readonly code: string }[];
  readonly privacy: readonly string[];
  /** Data version, and that this is an automatic look-up. */
  readonly evidenceLine: string;
}

/** What there is to look at in a language. Entries without a record are left out. */
export function browseOf(catalog: Catalog, language: LanguageTag): Browse {
  const say = createSay(catalog, language);
  const local = (texts: { readonly [tag: string]: string | undefined }): string => inLanguage(texts, language).text;
  const { plan } = catalog;
  const confirmed = (plan.confirmedActionFields ?? []).map(({ id }) =>
    local(catalog.actionFields.get(id)?.label ?? {}),
  );
  const title = local(plan.title.text);
  const examples = EXAMPLES.map((key) => say(key));
  return {
    language,
    title,
    sentences: [
      say('plan.overview', { title, summary: local(catalog.records.get(plan.record)?.summary ?? {}) }),
      say('plan.fieldsHonest', { confirmed: listInWords(confirmed, language) }),
      say('plan.notAvailable', { items: listInWords(plan.notAvailable.map(local), language) }),
    ],
    fieldsLabel: say('plan.fieldsLabel'),
    fields: entries('field', catalog, language),
    groupsLabel: say('browse.groups'),
    groups: entries('group', catalog, language),
    examplesLabel: say('help.examples'),
    examples: exampleControls(examples, catalog, language).map(({ label, code }) => ({ label, code })),
    privacy: [say('privacy.text'), say('privacy.platform')],
    evidenceLine: evidenceOf({ catalog, say }).line,
  };
}

const EXAMPLES = ['help.example1', 'help.example2', 'help.example3', 'help.example4', 'help.example5'] as const;

/** The action fields as buttons. */
export function fieldControls(
  catalog: Catalog,
  language: LanguageTag,
): { readonly kind: 'field'; readonly id: string; readonly label: string; readonly code: string }[] {
  return entries('field', catalog, language).map(({ id, label, code }) => ({ kind: 'field', id, label, code }));
}

/** Example questions as buttons; one that is too long for a button is left out. */
export function exampleControls(
  examples: readonly string[],
  catalog: Catalog,
  language: LanguageTag,
): { readonly kind: 'example'; readonly label: string; readonly code: string }[] {
  return examples.flatMap((text) => {
    const code = encodeClick({ kind: 'question', text, language }, catalog);
    return code === undefined ? [] : [{ kind: 'example', label: text, code }];
  });
}

/** The overview of a field, group or organisation. */
export function openSubject(subject: Subject, language: LanguageTag): Query {
  return { action: 'overview', language, text: '', clauses: [], subject, page: 1 };
}

function entries(kind: 'field' | 'group', catalog: Catalog, language: LanguageTag): BrowseEntry[] {
  const counts = countValues(catalog.records.values(), kind);
  const things = kind === 'field' ? catalog.actionFields : catalog.targetGroups;
  return [...things.values()].flatMap(({ id, label }) => {
    const count = counts.get(id) ?? 0;
    if (count === 0) return [];
    const query = openSubject({ kind, id }, language);
    return [
      { id, label: inLanguage(label, language).text, count, code: encodeClick({ kind: 'open', query }, catalog) },
    ];
  });
}
