import type { Concept } from '../catalog/vocabulary-schemas.js';
import type { LanguageTag } from '../language/languages.js';
import { oncePer, oncePerObject } from '../language/once.js';
import {
  type CutPhrase,
  createPhraseMatcher,
  cutPhrases,
  GAP,
  type Phrase,
  type PhraseElement,
  type PhraseMatch,
} from '../language/phrases.js';
import type { Token } from '../language/tokenise.js';

/** Concept terms found in a text: token index → terms of the concept that begins there, and of its broader ones. */
export type ConceptMatcher = (
  tokens: readonly Token[],
  language: LanguageTag,
) => ReadonlyMap<number, readonly string[]>;

/** The term under which a concept is indexed. */
export function conceptTerm(id: string): string {
  return `#${id}`;
}

/** A concept found in a question. */
export interface FoundConcept {
  readonly id: string;
  readonly start: number;
  readonly end: number;
  /** Its own words: in a phrase with a gap not those between. */
  readonly tokens: readonly number[];
}

export interface Concepts {
  /** The broader concepts of one, nearest first. */
  readonly broader: (id: string) => readonly string[];
  /** Concepts in a question, of which stop words may have been taken out ("nicht reingelassen", "auf dem Land"). */
  readonly find: (tokens: readonly Token[], language: LanguageTag) => readonly FoundConcept[];
  readonly termsIn: ConceptMatcher;
  /** Whether a concept is one that the collection leaves to others; it leads to no record. */
  readonly isElsewhere: (id: string) => boolean;
}

/** What a phrase stands for: a concept, or that what it covers is not meant as this concept. */
interface Naming {
  readonly id: string;
  readonly isNot: boolean;
}

/** Finds the vocabulary's concepts in texts and questions. A vocabulary that is the same as before is not cut again. */
export const createConcepts: (concepts: ReadonlyMap<string, Concept>) => Concepts = oncePerObject(conceptsOf);

function conceptsOf(concepts: ReadonlyMap<string, Concept>): Concepts {
  const phrases = oncePer((language: LanguageTag) => cutPhrases(phrasesOf(concepts, language), language));
  const inTexts = oncePer((language: LanguageTag) => createPhraseMatcher(phrases(language), language));
  const inQuestions = oncePer((language: LanguageTag) =>
    createPhraseMatcher(phrases(language).flatMap(withoutStopWords), language),
  );
  const withBroader: (id: string) => readonly string[] = oncePer((id) => [
    ...new Set([id, ...(concepts.get(id)?.broader ?? []).flatMap(withBroader)]),
  ]);
  const indexTerms = oncePer((id: string) => withBroader(id).map(conceptTerm));
  const isElsewhere = (id: string): boolean => concepts.get(id)?.elsewhere === true;
  return {
    isElsewhere,
    find: (tokens, language) =>
      meantOf(
        [...inTexts(language)(tokens), ...inQuestions(language)(tokens)].sort((a, b) => a.start - b.start),
        tokens,
      ),
    broader: (id) => withBroader(id).slice(1),
    termsIn: (tokens, language) => {
      const found = meantOf(inTexts(language)(tokens), tokens);
      if (found.length === 0) return NO_TERMS;
      const terms = new Map<number, readonly string[]>();
      for (const { id, start } of found) {
        if (isElsewhere(id)) continue;
        const before = terms.get(start);
        const own = indexTerms(id);
        terms.set(start, before === undefined ? own : union(before, own));
      }
      return terms;
    },
  };
}

function union(some: readonly string[], more: readonly string[]): readonly string[] {
  const added = more.filter((term) => !some.includes(term));
  return added.length === 0 ? some : [...some, ...added];
}

const NO_TERMS: ReadonlyMap<number, readonly string[]> = new Map();

/** What names each concept in a language. */
function phrasesOf(concepts: ReadonlyMap<string, Concept>, language: LanguageTag): Phrase<Naming>[] {
  return [...concepts.values()].flatMap(({ id, words, not }) => {
    const [meant, notMeant] = [
      { id, isNot: false },
      { id, isNot: true },
    ];
    return [
      ...(words[language] ?? []).map((wording) => ({ words: wording, value: meant })),
      ...(not?.[language] ?? []).map((wording) => ({ words: wording, value: notMeant })),
    ];
  });
}

/** The concepts that matches stand for; those that begin at one word stand together. */
function meantOf(matches: readonly PhraseMatch<Naming>[], tokens: readonly Token[]): readonly FoundConcept[] {
  if (matches.length === 0) return [];
  const excluded = matches.filter(({ value }) => value.isNot);
  const meant: FoundConcept[] = [];
  let from = 0;
  for (let at = 0; at < matches.length; at++) {
    const match = matches[at];
    if (match === undefined) continue;
    if (match.start !== matches[from]?.start) from = at;
    const { value, start, end } = match;
    if (value.isNot || (!match.literal && isLessLikely(match, matches, from, tokens))) continue;
    // A phrase that is not meant covers the words inside it.
    if (excluded.some((other) => other.value.id === value.id && other.start <= start && other.end >= end)) continue;
    meant.push({ id: value.id, start, end, tokens: match.tokens });
  }
  return meant;
}

/** A stop word is no inflection of a concept's word, and the very word beats one with the same stem. */
function isLessLikely(
  match: PhraseMatch<Naming>,
  matches: readonly PhraseMatch<Naming>[],
  from: number,
  tokens: readonly Token[],
): boolean {
  if (match.tokens.every((index) => tokens[index]?.stop === true)) return true;
  for (let at = from; matches[at]?.start === match.start; at++) {
    if (matches[at]?.literal === true && matches[at]?.end === match.end) return true;
  }
  return false;
}

/** A phrase as it stands in a question without stop words; none where less than two words would be left. */
function withoutStopWords({ elements, value }: CutPhrase<Naming>): CutPhrase<Naming>[] {
  const words = elements.filter((element) => element !== GAP);
  const kept = words.filter(({ stop }) => !stop);
  if (kept.length === words.length || kept.length < 2) return [];
  return [{ elements: withoutIdleGaps(elements.filter((element) => element === GAP || !element.stop)), value }];
}

/** Gaps are only between words, and never two together. */
function withoutIdleGaps(elements: readonly PhraseElement[]): PhraseElement[] {
  return elements.filter((element, at) => {
    if (element !== GAP) return true;
    return at > 0 && elements[at - 1] !== GAP && elements.slice(at).some((later) => later !== GAP);
  });
}
