import type { Concept } from '../catalog/vocabulary-schemas.js';
import { LANGUAGE_TAGS, type LanguageTag } from '../language/languages.js';
import { createPhraseMatcher, GAP, type PhraseMatch, type PhraseMatcher } from '../language/phrases.js';
import { type Token, tokenise } from '../language/tokenise.js';

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
  const withoutStops = new Map<LanguageTag, PhraseMatcher<string>>();
  for (const language of LANGUAGE_TAGS) {
    const entries = [...concepts.values()].flatMap((concept) => [
      ...(concept.words[language] ?? []).map((words) => ({ words, value: concept.id })),
      // A phrase that is not meant covers the words inside it.
      ...(concept.not?.[language] ?? []).map((words) => ({ words, value: `!${concept.id}` })),
    ]);
    inTexts.set(language, createPhraseMatcher(entries, language));
    const bare = entries.flatMap(({ words, value }) =>
      withoutStopWords(words, language).map((reduced) => ({ words: reduced, value })),
    );
    withoutStops.set(language, createPhraseMatcher(bare, language));
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
  const meantOf = (matches: readonly PhraseMatch<string>[], tokens: readonly Token[]): readonly FoundConcept[] => {
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
        [...(inTexts.get(language)?.(tokens) ?? []), ...(withoutStops.get(language)?.(tokens) ?? [])].sort(
          (a, b) => a.start - b.start,
        ),
        tokens,
      ),
    broader: (id) => withBroader(id).slice(1),
    termsIn: (tokens, language) => {
      const terms = new Map<number, string[]>();
      for (const { id, start } of meantOf(inTexts.get(language)?.(tokens) ?? [], tokens)) {
        if (isElsewhere(id)) continue;
        const here = terms.get(start) ?? [];
        here.push(...withBroader(id).map(conceptTerm));
        terms.set(start, [...new Set(here)]);
      }
      return terms;
    },
  };
}

/** A phrase as it stands in a question without stop words; none where less than two words would be left. */
function withoutStopWords(words: string, language: LanguageTag): string[] {
  let left = 0;
  let dropped = 0;
  const parts = words.split(GAP).map((part) => {
    const tokens = tokenise(part, language);
    const kept = tokens.filter(({ stop }) => !stop);
    left += kept.length;
    dropped += tokens.length - kept.length;
    return kept.map(({ text }) => text).join(' ');
  });
  return dropped === 0 || left < 2 ? [] : [parts.filter((part) => part !== '').join(GAP)];
}
