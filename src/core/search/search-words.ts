import { LANGUAGE_TAGS, type LanguageTag } from '../language/languages.js';
import { foldWord, stemWord, type Token } from '../language/tokenise.js';
import { conceptTerm } from './concepts.js';
import type { SearchIndex } from './search-index.js';

/** How a word of the question led to a word of a record. */
export type MatchKind = 'word' | 'part' | 'concept' | 'beginning' | 'typo';

/** One way to find a word of the question. */
export interface Alternative {
  readonly term: string;
  /** Between 0 and about 1; the word itself weighs 1. */
  readonly weight: number;
  readonly kind: MatchKind;
  /** The concept's id or the word that was meant. */
  readonly via?: string;
}

/** One content word of a question (or several that form one concept) and the ways to find it. */
export interface SearchWord {
  /** As written. */
  readonly text: string;
  /** Folded, for its letters. */
  readonly folded: string;
  readonly alternatives: readonly Alternative[];
  /** Names something that people ask for and that this collection does not hold. */
  readonly isLacking: boolean;
  /** Only tells a story ("lange", "machen", "17") and says nothing of what is asked for. */
  readonly isCommon: boolean;
  /** Rarity in this collection: how much it says that a record has this word. */
  readonly idf: number;
}

/** Two words written apart that the texts write as one say more than a part of a word, */
const JOINED = 1.2;
/** and parts of a compound of which others are unknown say less. */
const INCOMPLETE = 0.7;
/** A word that only tells a story says little of what is asked for. */
const COMMON = 0.35;
/** An age or a number of people, found in a record by accident. */
const SMALL_NUMBER = /^\d{1,2}$/;
/** A broader concept says less than the one that was meant. */
const BROADER = 0.7;

const WEIGHTS: Readonly<Record<MatchKind, number>> = { word: 1, concept: 0.7, part: 0.6, beginning: 0.5, typo: 0.8 };
/** A beginning shorter than this is one of too many words. */
const LEAST_BEGINNING = 5;
/** Words beyond these are not corrected: a question has few typos, and a flood of letters has no meaning. */
const MOST_CORRECTED = 8;

/**
 * Turns the words that rank into index terms: the word itself (in either language), the parts of a
 * compound, the concepts of the vocabulary; for a word that nothing knows, near spellings and longer words
 * that begin with it. A word that stays without alternatives counts against an answer.
 */
export function searchWords(text: string, language: LanguageTag, index: SearchIndex): SearchWord[] {
  const tokens = index.analyse(text, language);
  const found = index.stages.has('concepts') ? index.concepts.find(tokens, language) : [];
  let corrected = 0;
  return tokens.flatMap((token, at) => {
    if (!isSearched(token) && tokens.some(isSearched)) return [];
    const alternatives: Alternative[] = [];
    const add: Add = (term, kind, via, factor = 1) => {
      if (term === '' || index.frequency(term) === 0) return;
      if (alternatives.some((other) => other.term === term)) return;
      alternatives.push({ term, kind, weight: WEIGHTS[kind] * factor, ...(via === undefined ? {} : { via }) });
    };
    addForms(token, language, index, add);
    addNeighbours(tokens, at, language, add);
    const concepts = found.filter((concept) => concept.tokens.includes(at));
    const isLacking =
      // One word may mean something here all the same ("Restaurant"); a phrase ("nächster Bus") does not.
      concepts.some(
        ({ id, tokens: own }) => index.concepts.isElsewhere(id) && (own.length > 1 || !isTold(alternatives, index)),
      );
    // "Kindergeld" is neither about children nor about money.
    if (!isLacking) addParts(token, language, index, add);
    for (const { id } of concepts) addConcept(id, index, add);
    if (alternatives.length === 0 && !isLacking && index.stages.has('typos') && corrected++ < MOST_CORRECTED) {
      addNear(token, language, index, add);
    }
    if (alternatives.length === 0 && index.stages.has('beginnings') && token.stem.length >= LEAST_BEGINNING) {
      for (const longer of index.startingWith(token.stem)) add(longer, 'beginning', longer);
    }
    const isCommon = SMALL_NUMBER.test(token.word) || index.isCommon(token, language);
    const idf = idfOf(alternatives, index) * (isCommon ? COMMON : 1);
    return [{ text: token.text, folded: token.word, alternatives, isLacking, isCommon, idf }];
  });
}

function isSearched({ stop, acronym }: Token): boolean {
  return !stop || acronym;
}

type Add = (term: string, kind: MatchKind, via?: string, factor?: number) => void;

/** The word itself, and as the other languages would read it. */
function addForms(token: Token, language: LanguageTag, index: SearchIndex, add: Add): void {
  add(token.stem, 'word');
  if (!index.stages.has('stemming') || !index.stages.has('folding')) return;
  for (const other of LANGUAGE_TAGS) {
    if (other === language) continue;
    add(stemWord(foldWord(token.text, other), other), 'word');
    // English texts hold German names, which may be asked for without umlauts.
    add(stemWord(token.word, other), 'word');
  }
}

function isTold(alternatives: readonly Alternative[], index: SearchIndex): boolean {
  return alternatives.some(({ term }) => index.isTelling(term));
}

/** "Beratung Stelle" for "Beratungsstelle": two words that the texts write as one. */
function addNeighbours(tokens: readonly Token[], at: number, language: LanguageTag, add: Add): void {
  const word = tokens[at]?.word ?? '';
  const after = tokens[at + 1];
  if (after !== undefined) add(stemWord(word + after.word, language), 'part', undefined, JOINED);
  const before = tokens[at - 1];
  if (before !== undefined) add(stemWord(before.word + word, language), 'part', undefined, JOINED);
}

function addParts(token: Token, language: LanguageTag, index: SearchIndex, add: Add, factor = 1): void {
  const parts = index.lexicon.partsOf(token, language);
  const known = parts.filter((part) => index.frequency(part) > 0);
  for (const part of known) add(part, 'part', part, factor * (known.length === parts.length ? 1 : INCOMPLETE));
}

function addConcept(id: string, index: SearchIndex, add: Add): void {
  if (index.frequency(conceptTerm(id)) > 0) {
    add(conceptTerm(id), 'concept', id);
    return;
  }
  // No record is about headscarves; those about racism are the nearest thing.
  const nearest = index.concepts.broader(id).find((other) => index.frequency(conceptTerm(other)) > 0);
  if (nearest !== undefined) add(conceptTerm(nearest), 'concept', nearest, BROADER);
}

function addNear(token: Token, language: LanguageTag, index: SearchIndex, add: Add): void {
  for (const { word, likeness } of index.nearWords(token.word, language)) {
    const via = index.lexicon.written(word);
    const stem = index.stages.has('stemming') ? stemWord(word, language) : word;
    add(stem, 'typo', via, likeness);
    for (const part of index.lexicon.partsOf({ ...token, word, stem, pieces: [] }, language)) {
      add(part, 'typo', via, likeness * WEIGHTS.part);
    }
  }
}

function idfOf(alternatives: readonly Alternative[], index: SearchIndex): number {
  const direct = alternatives.filter(({ kind }) => kind !== 'part');
  const counted = direct.length > 0 ? direct : alternatives;
  const frequency = Math.max(0, ...counted.map(({ term }) => index.frequency(term)));
  return index.idf(frequency);
}
