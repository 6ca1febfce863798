import { z } from 'zod';
import { LANGUAGE_TAGS } from '../language/languages.js';
import {
  CONNECTOR_MEANINGS,
  FACET_MEANINGS,
  INTENT_MEANINGS,
  KIND_MEANINGS,
  PROPERTY_MEANINGS,
  PROVENANCE_MEANINGS,
  STATUS_MEANINGS,
  TYPE_MEANINGS,
} from './phrase-meanings.js';
import { RECORD_KINDS } from './record-schemas.js';
import {
  described,
  id,
  LIMITS,
  localised,
  MEASURE_TYPES,
  PROVENANCES,
  reference,
  STATUSES,
  wordLists,
} from './schema-parts.js';

/** A concept of the vocabulary: one thing and every word that people use for it. */
export const concepts = z.array(
  z.strictObject({
    id,
    label: localised(LIMITS.shortTitle, 'Bevorzugtes Wort je Sprache.'),
    broader: described(
      z.array(reference('concepts', 'Oberbegriff, Kennung aus vocabulary/.')).min(1),
      'Oberbegriffe. Wer nach dem Oberbegriff fragt, findet auch diesen Begriff; umgekehrt nicht.',
    ).optional(),
    words: wordLists('Wörter und Wendungen je Sprache, die dasselbe meinen, auch Alltagswörter und Wortfamilien.'),
    elsewhere: described(
      z.literal(true),
      'true: Danach fragen Menschen, aber diese Sammlung hat es nicht. Die Wörter führen zu keinem Eintrag; Fragen danach werden eher abgewiesen.',
    ).optional(),
    not: wordLists('Wörter oder Wendungen, in denen der Begriff nicht gemeint ist.').optional(),
  }),
);

/** What a question can want of an answer. */
export const INTENTS = [
  'count',
  'overview',
  'contents',
  'plan-fields',
  'new',
  'ending',
  'late',
  'what-is',
  'entries',
  'contact-wanted',
  'more',
  'previous-page',
  'refine',
  'pronoun',
  'standalone',
  'help',
  'about',
  'privacy',
  'greeting',
  'thanks',
] as const;
export type Intent = (typeof INTENTS)[number];

/** What can be asked of one record or of the plan. */
export const PROPERTIES = [
  'adopted',
  'adoptedBy',
  'start',
  'end',
  'duration',
  'lead',
  'partners',
  'funding',
  'place',
  'contact',
  'audience',
  'status',
  'source',
  'field',
  'type',
  'provenance',
  'predecessor',
  'aims',
  'legalBasis',
  'mandate',
  'preparation',
  'presented',
  'number',
] as const;
export type Property = (typeof PROPERTIES)[number];

/** Words that steer how the words beside them are read. */
export const CONNECTORS = [
  'and',
  'or',
  'without',
  'only',
  'for',
  'by',
  'involved',
  'since',
  'after',
  'before',
  'until',
  'between',
  'in-year',
  'edge',
  'starts',
  'ends',
  'runs',
  'field',
  'also',
  'or-later',
  'or-earlier',
  'excluded',
  'asks',
  'which',
  'preposition',
  'from',
] as const;
export type Connector = (typeof CONNECTORS)[number];

function phrasesFor<const K extends string>(
  keys: readonly K[],
  description: string,
  meanings?: Readonly<Partial<Record<K, string>>>,
) {
  const shape = Object.fromEntries(keys.map((key) => [key, wordLists(meanings?.[key] ?? description).optional()]));
  return described(z.strictObject(shape as Record<K, z.ZodOptional<ReturnType<typeof wordLists>>>), description);
}

/** Facets that a count can be broken down by, and an answer narrowed by. */
export const FACETS = ['field', 'group', 'organisation', 'type', 'status', 'region', 'provenance', 'kind'] as const;
export type Facet = (typeof FACETS)[number];

/** `data/vocabulary/phrases.yaml`: how people phrase a question, apart from what it is about. */
export const phrases = z.strictObject({
  intents: phrasesFor(INTENTS, 'Was die Frage will. … steht für bis zu fünf Wörter dazwischen.', INTENT_MEANINGS),
  properties: phrasesFor(PROPERTIES, 'Nach welcher Angabe gefragt wird.', PROPERTY_MEANINGS),
  kinds: phrasesFor(RECORD_KINDS, 'Wörter, die eine Art von Eintrag verlangen.', KIND_MEANINGS),
  types: phrasesFor(MEASURE_TYPES, 'Wörter, die eine Art von Maßnahme verlangen.', TYPE_MEANINGS),
  statuses: phrasesFor(STATUSES, 'Wörter für den Stand.', STATUS_MEANINGS),
  provenances: phrasesFor(PROVENANCES, 'Wendungen, die ausdrücklich nach der Herkunft filtern.', PROVENANCE_MEANINGS),
  breakdowns: phrasesFor(FACETS, 'Wonach eine Zählung aufgeteilt werden soll.', FACET_MEANINGS),
  connectors: phrasesFor(
    CONNECTORS,
    'Wörter, die andere verbinden, einschränken oder ausschließen.',
    CONNECTOR_MEANINGS,
  ),
  languages: phrasesFor(LANGUAGE_TAGS, 'Wendungen, die eine Antwort in dieser Sprache verlangen.'),
  plan: wordLists('Namen des Plans selbst.'),
  missing: described(
    z.array(
      z.strictObject({
        id,
        label: localised(LIMITS.shortTitle, 'Was gefragt ist.'),
        words: wordLists('Wendungen, die danach fragen.'),
      }),
    ),
    'Angaben, die diese Sammlung für keinen Eintrag führt. Der Bot sagt es, statt etwas anderes zu zeigen.',
  ),
  numbers: wordLists('Zahlwörter, mit denen Texte etwas zählen.'),
  fillers: wordLists('Wendungen ohne eigenen Inhalt („ich suche“, „gibt es“).'),
  common: wordLists(
    'Allerweltswörter, die nur erzählen („gestern“, „kriegen“, „Nachbar“). In Fragen zählen sie wenig.',
  ).optional(),
});

export type Concept = z.infer<typeof concepts>[number];
export type Phrases = z.infer<typeof phrases>;
