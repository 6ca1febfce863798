import type { Catalog } from '../catalog/catalog.js';
import type { PlanRecord } from '../catalog/record-schemas.js';
import type { Connector, Facet, Intent, Phrases, Property } from '../catalog/vocabulary-schemas.js';
import { LANGUAGE_TAGS, type LanguageTag } from '../language/languages.js';
import { oncePer, oncePerObject } from '../language/once.js';
import {
  type CutPhrase,
  createPhraseMatcher,
  cutPhrases,
  GAP,
  type Phrase,
  type PhraseMatch,
} from '../language/phrases.js';
import type { Token } from '../language/tokenise.js';
import { recordNames } from './record-names.js';

/** What a stretch of a question can stand for. */
export type Meaning =
  | { readonly kind: 'intent'; readonly value: Intent }
  | { readonly kind: 'property'; readonly value: Property }
  | { readonly kind: 'connector'; readonly value: Connector }
  | { readonly kind: 'breakdown'; readonly value: Facet }
  | { readonly kind: 'facet'; readonly facet: 'kind' | 'type' | 'status' | 'provenance'; readonly value: string }
  | { readonly kind: 'named'; readonly facet: 'field' | 'group' | 'organisation' | 'region'; readonly value: string }
  | { readonly kind: 'record'; readonly value: string }
  | { readonly kind: 'plan' }
  | { readonly kind: 'missing'; readonly value: string }
  | { readonly kind: 'language'; readonly value: LanguageTag }
  | { readonly kind: 'filler' };

export type Mention = PhraseMatch<Meaning>;

/** Finds everything in a question that means something by itself. */
export interface PhraseBook {
  readonly find: (tokens: readonly Token[], language: LanguageTag) => readonly Mention[];
  /** Organisations that measures are asked for by: ministries, government, parliament. */
  readonly offices: ReadonlySet<string>;
  /** The region that is all of the Land. */
  readonly wholeLand: ReadonlySet<string>;
  /** Every word of a phrase of the language: folded, with how it is written. */
  readonly words: (language: LanguageTag) => ReadonlyMap<string, string>;
  /** Every word of a name, of whatever language, folded as the language does. */
  readonly nameWords: (language: LanguageTag) => ReadonlyMap<string, string>;
}

/** Compiles the phrases and names of a catalogue. */
export function createPhraseBook(catalog: Catalog): PhraseBook {
  const names = namePhrases(catalog);
  const spoken = spokenPhrases(catalog.phrases);
  const named = oncePer((tag: LanguageTag) => cutPhrases(names, tag));
  const matcher = oncePer((tag: LanguageTag) =>
    createPhraseMatcher([...spoken(tag), ...named(tag)], tag, { anySpacing: true }),
  );
  return {
    find: (tokens, language) => matcher(language)(tokens),
    words: oncePer((tag: LanguageTag) => wordsIn(spoken(tag))),
    nameWords: oncePer((tag: LanguageTag) => wordsIn(named(tag))),
    wholeLand: new Set([...catalog.regions.values()].filter(({ kind }) => kind === 'state').map(({ id }) => id)),
    offices: new Set(
      [...catalog.organisations.values()]
        .filter(({ kind }) => kind === 'ministry' || kind === 'government' || kind === 'parliament')
        .map(({ id }) => id),
    ),
  };
}

function wordsIn(phrases: readonly CutPhrase<Meaning>[]): ReadonlyMap<string, string> {
  const words = new Map<string, string>();
  for (const { elements } of phrases) {
    for (const element of elements) if (element !== GAP) words.set(element.word, element.text.toLowerCase());
  }
  return words;
}

type WordLists = { readonly [tag: string]: readonly string[] | undefined };

/** The phrases of a language, cut once for all catalogues that have the same. */
const spokenPhrases = oncePerObject((phrases: Phrases) =>
  oncePer((tag: LanguageTag) => cutPhrases(phrasesIn(phrases, tag), tag)),
);

function phrasesIn(phrases: Phrases, language: LanguageTag): Phrase<Meaning>[] {
  const all = <V extends string>(
    lists: { readonly [value in V]?: WordLists | undefined },
    meaning: (value: V) => Meaning,
  ): Phrase<Meaning>[] =>
    (Object.keys(lists) as V[]).flatMap((value) =>
      (lists[value]?.[language] ?? []).map((words) => ({ words, value: meaning(value) })),
    );
  return [
    ...all(phrases.intents, (value) => ({ kind: 'intent', value })),
    ...all(phrases.properties, (value) => ({ kind: 'property', value })),
    ...all(phrases.connectors, (value) => ({ kind: 'connector', value })),
    ...all(phrases.breakdowns, (value) => ({ kind: 'breakdown', value })),
    ...all(phrases.kinds, (value) => ({ kind: 'facet', facet: 'kind', value })),
    ...all(phrases.types, (value) => ({ kind: 'facet', facet: 'type', value })),
    ...all(phrases.statuses, (value) => ({ kind: 'facet', facet: 'status', value })),
    ...all(phrases.provenances, (value) => ({ kind: 'facet', facet: 'provenance', value })),
    ...all(phrases.languages, (value) => ({ kind: 'language', value })),
    ...(phrases.plan[language] ?? []).map((words): Phrase<Meaning> => ({ words, value: { kind: 'plan' } })),
    ...(phrases.fillers[language] ?? []).map((words): Phrase<Meaning> => ({ words, value: { kind: 'filler' } })),
    ...phrases.missing.flatMap(({ id, words }) =>
      (words[language] ?? []).map(
        (wording): Phrase<Meaning> => ({
          words: wording,
          value: { kind: 'missing', value: id },
        }),
      ),
    ),
  ];
}

/** Names count in every language: an English question may name a German programme. */
function namePhrases(catalog: Catalog): Phrase<Meaning>[] {
  const named = (
    facet: 'field' | 'group' | 'organisation' | 'region',
    id: string,
    words: readonly (string | undefined)[],
  ): Phrase<Meaning>[] =>
    [...new Set(words)].flatMap((name) =>
      name === undefined ? [] : [{ words: name, value: { kind: 'named', facet, value: id } }],
    );
  const listed = (lists: WordLists | undefined): string[] => LANGUAGE_TAGS.flatMap((tag) => lists?.[tag] ?? []);
  const labels = (label: { readonly [tag: string]: string | undefined }) => LANGUAGE_TAGS.map((tag) => label[tag]);
  return [
    ...[...catalog.actionFields.values()].flatMap((field) =>
      named('field', field.id, [...labels(field.label), ...listed(field.names)]),
    ),
    ...[...catalog.targetGroups.values()].flatMap((group) =>
      named('group', group.id, [...labels(group.label), ...listed(group.names)]),
    ),
    ...[...catalog.organisations.values()].flatMap((organisation) =>
      named('organisation', organisation.id, [
        ...labels(organisation.name),
        withoutBrackets(organisation.short),
        ...(organisation.aliases ?? []),
      ]),
    ),
    ...[...catalog.regions.values()].flatMap((region) =>
      named('region', region.id, [...labels(region.name).map(withoutBrackets), ...(region.aliases ?? [])]),
    ),
    // The plan's own record goes by the names of the plan.
    ...[...catalog.records.values()]
      .filter(({ id }) => id !== catalog.plan.record)
      .flatMap((record: PlanRecord) =>
        recordNames(record).map((words): Phrase<Meaning> => ({ words, value: { kind: 'record', value: record.id } })),
      ),
  ];
}

function withoutBrackets(name: string | undefined): string | undefined {
  return name?.replace(/\s?\([^()]*\)/g, '');
}
