import type { LanguageTag } from './languages.js';
import { oncePerObject } from './once.js';
import { stemWord, type Token, tokenise } from './tokenise.js';

/** A wording and what it stands for. "…" in the words lets up to seven other words stand between. */
export interface Phrase<T> {
  readonly words: string;
  readonly value: T;
}

/** A phrase cut into words, ready to be found. */
export interface CutPhrase<T> {
  readonly elements: readonly PhraseElement[];
  readonly value: T;
}

/** A phrase found in a text: tokens `start` to `end` (exclusive); `tokens` are those of the phrase itself. */
export interface PhraseMatch<T> {
  readonly value: T;
  readonly start: number;
  readonly end: number;
  readonly tokens: readonly number[];
  /** Every word stood as the phrase has it, not only with the same stem. */
  readonly literal: boolean;
}

export type PhraseMatcher<T> = (tokens: readonly Token[]) => readonly PhraseMatch<T>[];

/** Stands for up to seven other words. */
export const GAP = '…';
const LONGEST_GAP = 7;

export type PhraseElement = Token | typeof GAP;

/** Cuts phrases into words as a language does. */
export function cutPhrases<T>(phrases: readonly Phrase<T>[], language: LanguageTag): CutPhrase<T>[] {
  return phrases.map(({ words, value }) => ({ elements: elementsOf(words, language), value }));
}

/** Finds phrases by stem, in any inflection; with `anySpacing` also written together or apart. */
export function createPhraseMatcher<T>(
  phrases: readonly CutPhrase<T>[],
  language: LanguageTag,
  options: { readonly anySpacing?: boolean } = {},
): PhraseMatcher<T> {
  const beginnings = new Map<string, { readonly entries: Entry<T>[] } & Beginning<T>>();
  const closedUp = new Map<string, T[]>();
  for (const [order, { elements, value }] of phrases.entries()) {
    const first = elements[0];
    if (first === undefined || first === GAP) continue;
    if (options.anySpacing === true && !elements.includes(GAP)) {
      const closed = closeUp(elements);
      if (closed.length >= LEAST_CLOSED) closedUp.set(closed, [...(closedUp.get(closed) ?? []), value]);
    }
    const second = elements[1] === GAP ? undefined : elements[1];
    const entry = { elements, second, value, order };
    const same = beginnings.get(first.stem);
    if (same === undefined) beginnings.set(first.stem, { entries: [entry] });
    else same.entries.push(entry);
  }
  // Texts repeat their words, and tokenise() gives the same object for each.
  const beginningWith = oncePerObject((token: Token) => {
    const own = ownStem(token, language);
    const same = beginnings.get(token.stem);
    if (own === token.stem) return same;
    return { entries: merged(same?.entries, beginnings.get(own)?.entries) };
  });
  return (tokens) => {
    const all: PhraseMatch<T>[] = [];
    for (let start = 0; start < tokens.length; start++) {
      const token = tokens[start];
      const beginning = token === undefined ? undefined : beginningWith(token);
      if (beginning === undefined && options.anySpacing !== true) continue;
      const found: PhraseMatch<T>[] = [];
      const next = tokens[start + 1];
      for (const { elements, second, value } of narrowed(beginning, next, language)) {
        if (second !== undefined && (next === undefined || !isForm(next, second))) continue;
        const match = matchAt(tokens, start, elements, value);
        if (match !== undefined) found.push(match);
      }
      all.push(...found);
      if (options.anySpacing === true) all.push(...spacedOtherwise(tokens, start, closedUp, found));
    }
    return all;
  };
}

interface Entry<T> {
  readonly elements: readonly PhraseElement[];
  /** The second word; undefined where there is none, or a gap. */
  readonly second: Token | undefined;
  readonly value: T;
  /** Its place in the list given. */
  readonly order: number;
}

/** The phrases whose first word has one stem. */
interface Beginning<T> {
  readonly entries: readonly Entry<T>[];
  /** The same by the stem of their second word, once there are many and one is looked for. */
  bySecond?: ReadonlyMap<string, readonly Entry<T>[]>;
}

/** So many phrases are compared sooner than sorted by their second word. */
const FEW = 16;
/** Stands for the second word of phrases of one word, and of those with a gap there. */
const ANY = '';

const NONE: readonly never[] = [];

/** The phrases of a beginning that can go on here, in their order. */
function narrowed<T>(
  beginning: Beginning<T> | undefined,
  next: Token | undefined,
  language: LanguageTag,
): readonly Entry<T>[] {
  if (beginning === undefined) return NONE;
  if (beginning.entries.length <= FEW) return beginning.entries;
  beginning.bySecond ??= sortBySecond(beginning.entries);
  const { bySecond } = beginning;
  const short = bySecond.get(ANY) ?? NONE;
  if (next === undefined) return short;
  const own = ownStem(next, language);
  const long = merged(bySecond.get(next.stem), own === next.stem ? undefined : bySecond.get(own));
  return merged(short, long);
}

function merged<T>(some: readonly Entry<T>[] = NONE, more: readonly Entry<T>[] = NONE): readonly Entry<T>[] {
  if (more.length === 0) return some;
  return some.length === 0 ? more : [...some, ...more].sort((a, b) => a.order - b.order);
}

function sortBySecond<T>(entries: readonly Entry<T>[]): ReadonlyMap<string, readonly Entry<T>[]> {
  const bySecond = new Map<string, Entry<T>[]>();
  for (const entry of entries) {
    const key = entry.second?.stem ?? ANY;
    const same = bySecond.get(key) ?? [];
    same.push(entry);
    bySecond.set(key, same);
  }
  return bySecond;
}

/** The stem of a token's word as phrases have it; a search without stems gives the token another one. */
function ownStem({ word, stem }: Token, language: LanguageTag): string {
  return stem === word ? stemWord(word, language) : stem;
}

/** Shorter words are too alike to be joined or parted by chance. */
const LEAST_CLOSED = 7;
const MOST_JOINED = 5;

function closeUp(elements: readonly PhraseElement[]): string {
  return elements.map((element) => (element === GAP ? '' : element.word)).join('');
}

/** "hessen fonds" for "Hessenfonds", "Safehouse" for "Safe House": the same letters with other spaces. */
function spacedOtherwise<T>(
  tokens: readonly Token[],
  start: number,
  closedUp: ReadonlyMap<string, readonly T[]>,
  found: readonly PhraseMatch<T>[],
): PhraseMatch<T>[] {
  const matches: PhraseMatch<T>[] = [];
  let letters = '';
  for (let end = start + 1; end <= Math.min(tokens.length, start + MOST_JOINED); end++) {
    letters += tokens[end - 1]?.word ?? '';
    const values = closedUp.get(letters);
    if (values === undefined || found.some((match) => match.end === end && match.literal)) continue;
    const range = Array.from({ length: end - start }, (_, index) => start + index);
    for (const value of values) matches.push({ value, start, end, tokens: range, literal: true });
  }
  return matches;
}

function elementsOf(words: string, language: LanguageTag): readonly PhraseElement[] {
  if (!words.includes(GAP)) return tokenise(words, language);
  return words
    .split(GAP)
    .flatMap((part, index): PhraseElement[] => [...(index > 0 ? ([GAP] as const) : []), ...tokenise(part, language)]);
}

/** Whether a word of a text is one of a phrase, in any inflection. */
function isForm(token: Token, element: Token): boolean {
  return token.stem === element.stem || token.word === element.word;
}

function matchAt<T>(
  tokens: readonly Token[],
  start: number,
  elements: readonly PhraseElement[],
  value: T,
): PhraseMatch<T> | undefined {
  const used: number[] = [];
  let at = start;
  let literal = true;
  for (let index = 0; index < elements.length; index++) {
    const element = elements[index];
    if (element === undefined || element === GAP) continue;
    const last = elements[index - 1] === GAP ? at + LONGEST_GAP : at;
    let found = -1;
    for (let position = at; position <= last && position < tokens.length; position++) {
      const token = tokens[position];
      if (token !== undefined && isForm(token, element)) {
        found = position;
        literal &&= token.word === element.word;
        break;
      }
    }
    if (found < 0) return undefined;
    used.push(found);
    at = found + 1;
  }
  return { value, start, end: at, tokens: used, literal };
}
