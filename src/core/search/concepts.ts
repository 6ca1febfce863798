import type { Concept } from '../catalog/vocabulary-schemas.js';
import { LANGUAGE_TAGS, type LanguageTag } from '../language/languages.js';
import {
  type CutPhrase,
  createPhraseMatcher,
  cutPhrases,
  GAP,
  type PhraseElement,
  type PhraseMatch,
  type PhraseMatcher,
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

/** Finds the vocabulary's concepts in texts and questions. */
export function createConcepts(concepts: ReadonlyMap<string, Concept>): Concepts {
  const inTexts = new Map<LanguageTag, PhraseMatcher<string>>();
  const inQuestions = new Map<LanguageTag, PhraseMatcher<string>>();
  for (const language of LANGUAGE_TAGS) {
    const phrases = cutPhrases(phrasesOf(concepts, language), language);
    inTexts.set(language, createPhraseMatcher(phrases, language));
    inQuestions.set(
      language,
      onceNeeded(() => createPhraseMatcher(phrases.flatMap(withoutStopWords), language)),
    );
  }
  const ancestors = new Map<string, readonly string[]>();
  const withBroader = (id: string): readonly string[] => {
    let all = ancestors.get(id);
    if (all === undefined) {
      all = [...new Set([id, ...(concepts.get(id)?.broader ?? []).flatMap(withBroader)])];
      ancestors.set(id, all);
    }
    return all;
  };
  const termsOf = new Map<string, readonly string[]>();
  const termsWithBroader = (id: string): readonly string[] => {
    const terms = termsOf.get(id) ?? withBroader(id).map(conceptTerm);
    termsOf.set(id, terms);
    return terms;
  };
  const meantOf = (matches: readonly PhraseMatch<string>[], tokens: readonly Token[]): readonly FoundConcept[] => {
    if (matches.length === 0) return [];
    const excluded = matches.filter(({ value }) => value.startsWith('!'));
    // A stop word is no inflection of a concept's word, and the very word beats one with the same stem.
    const meant = matches.filter(
      (match) =>
        match.literal ||
        !(
          match.tokens.every((index) => tokens[index]?.stop === true) ||
          matches.some((other) => other.literal && other.start === match.start && other.end === match.end)
        ),
    );
    return meant
      .filter(({ value }) => !value.startsWith('!'))
      .filter(
        (match) =>
          !excluded.some(
            (other) => other.value === `!${match.value}` && other.start <= match.start && other.end >= match.end,
          ),
      )
      .map(({ value, start, end, tokens: own }) => ({ id: value, start, end, tokens: own }));
  };
  const isElsewhere = (id: string): boolean => concepts.get(id)?.elsewhere === true;
  return {
    isElsewhere,
    find: (tokens, language) =>
      meantOf(
        [...(inTexts.get(language)?.(tokens) ?? []), ...(inQuestions.get(language)?.(tokens) ?? [])].sort(
          (a, b) => a.start - b.start,
        ),
        tokens,
      ),
    broader: (id) => withBroader(id).slice(1),
    termsIn: (tokens, language) => {
      const terms = new Map<number, readonly string[]>();
      for (const { id, start } of meantOf(inTexts.get(language)?.(tokens) ?? [], tokens)) {
        if (isElsewhere(id)) continue;
        const before = terms.get(start);
        const own = termsWithBroader(id);
        terms.set(start, before === undefined ? own : [...new Set([...before, ...own])]);
      }
      return terms;
    },
  };
}

/** What names each concept in a language; a phrase that is not meant covers the words inside it. */
function phrasesOf(concepts: ReadonlyMap<string, Concept>, language: LanguageTag): { words: string; value: string }[] {
  return [...concepts.values()].flatMap(({ id, words, not }) => [
    ...(words[language] ?? []).map((words) => ({ words, value: id })),
    ...(not?.[language] ?? []).map((words) => ({ words, value: `!${id}` })),
  ]);
}

/** A phrase as it stands in a question without stop words; none where less than two words would be left. */
function withoutStopWords({ elements, value }: CutPhrase<string>): CutPhrase<string>[] {
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

/** A matcher that is built at its first use. */
function onceNeeded(create: () => PhraseMatcher<string>): PhraseMatcher<string> {
  let matcher: PhraseMatcher<string> | undefined;
  return (tokens) => {
    matcher ??= create();
    return matcher(tokens);
  };
}
