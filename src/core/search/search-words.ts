import { LANGUAGE_TAGS, type LanguageTag } from '../language/languages.js';
import { foldWord, stemWord, type Token } from '../language/tokenise.js';
import { type Concepts, conceptTerm } from './concepts.js';
import type { SearchIndex } from './search-index.js';

/** How a word of the question led to a word of a record. */
export type MatchKind = 'word' | 'part' | 'concept' | 'beginning' | 'typo';

/** One way to find a word of the question. */
export interface Alternative {
  readonly term: string;
  readonly weight: number;
  readonly kind: MatchKind;
  /** The concept's id or the word that was meant. */
  readonly via?: string;
}

/** One content word of a question (or several that form one concept) and the ways to find it. */
export interface SearchWord {
  /** As written. */
  readonly text: string;
  readonly alternatives: readonly Alternative[];
  /** Rarity in this collection: how much it says that a record has this word. */
  readonly idf: number;
}

/** Two words written apart that the texts write as one say more than a part of a word, */
const JOINED = 1.2;
/** and parts of a compound of which others are unknown say less. */
const INCOMPLETE = 0.7;
/** A broader concept says less than the one that was meant. */
const BROADER = 0.7;

const WEIGHTS: Readonly<Record<MatchKind, number>> = { word: 1, concept: 0.7, part: 0.6, beginning: 0.5, typo: 0.8 };

/**
 * Turns the words that rank into index terms: the word itself (in either language), the parts of a
 * compound, the concepts of the vocabulary. Words that nothing knows stay, without alternatives: they count
 * against an answer.
 */
export function searchWords(
  tokens: readonly Token[],
  language: LanguageTag,
  index: SearchIndex,
  concepts: Concepts,
): SearchWord[] {
  const found = concepts.find(tokens, language);
  return tokens.map((token, at) => {
    const alternatives: Alternative[] = [];
    const add = (term: string, kind: MatchKind, via?: string, factor = 1): void => {
      if (term === '' || index.frequency(term) === 0) return;
      if (alternatives.some((other) => other.term === term)) return;
      alternatives.push({ term, kind, weight: WEIGHTS[kind] * factor, ...(via === undefined ? {} : { via }) });
    };
    add(token.stem, 'word');
    for (const other of LANGUAGE_TAGS) {
      if (other !== language) add(stemWord(foldWord(token.text, other), other), 'word');
    }
    const neighbour = tokens[at + 1];
    if (neighbour !== undefined) add(stemWord(token.word + neighbour.word, language), 'part', undefined, JOINED);
    const before = tokens[at - 1];
    if (before !== undefined) add(stemWord(before.word + token.word, language), 'part', undefined, JOINED);
    const parts = index.lexicon.partsOf(token, language);
    const known = parts.filter((part) => index.frequency(part) > 0);
    for (const part of known) add(part, 'part', part, known.length === parts.length ? 1 : INCOMPLETE);
    for (const { id, start, end } of found) {
      if (at < start || at >= end) continue;
      if (index.frequency(conceptTerm(id)) > 0) {
        add(conceptTerm(id), 'concept', id);
        continue;
      }
      // No record is about headscarves; those about racism are the nearest thing.
      const nearest = concepts.broader(id).find((other) => index.frequency(conceptTerm(other)) > 0);
      if (nearest !== undefined) add(conceptTerm(nearest), 'concept', nearest, BROADER);
    }
    if (alternatives.length === 0) addBeginning(token, index, add);
    return { text: token.text, alternatives, idf: idfOf(alternatives, index) };
  });
}

/** A word that stands only at the beginning of longer ones ("Integr" or "Sozialpäd"). */
function addBeginning(
  token: Token,
  index: SearchIndex,
  add: (term: string, kind: MatchKind, via?: string) => void,
): void {
  if (token.stem.length < 5) return;
  let count = 0;
  for (const term of index.terms()) {
    if (count >= 8) return;
    if (term.startsWith(token.stem) && term.length - token.stem.length <= 8) {
      add(term, 'beginning', term);
      count++;
    }
  }
}

function idfOf(alternatives: readonly Alternative[], index: SearchIndex): number {
  const direct = alternatives.filter(({ kind }) => kind !== 'part');
  const counted = direct.length > 0 ? direct : alternatives;
  const frequency = Math.max(0, ...counted.map(({ term }) => index.frequency(term)));
  return index.idf(frequency);
}
