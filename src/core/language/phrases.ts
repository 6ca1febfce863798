import type { LanguageTag } from './languages.js';
import { type Token, tokenise } from './tokenise.js';

/** A wording and what it stands for. "…" in the words lets up to seven other words stand between. */
export interface Phrase<T> {
  readonly words: string;
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

type Element = { readonly word: string; readonly stem: string } | typeof GAP;

/** Finds phrases by stem, in any inflection; with `anySpacing` also written together or apart. */
export function createPhraseMatcher<T>(
  phrases: readonly Phrase<T>[],
  language: LanguageTag,
  options: { readonly anySpacing?: boolean } = {},
): PhraseMatcher<T> {
  const byBeginning = new Map<string, Map<string, Entry<T>[]>>();
  const closedUp = new Map<string, T[]>();
  for (const [order, { words, value }] of phrases.entries()) {
    const elements = elementsOf(words, language);
    const first = elements[0];
    if (first === undefined || first === GAP) continue;
    if (options.anySpacing === true && !elements.includes(GAP)) {
      const closed = closeUp(elements);
      if (closed.length >= LEAST_CLOSED) closedUp.set(closed, [...(closedUp.get(closed) ?? []), value]);
    }
    const entry = { elements, value, order };
    const second = elements[1];
    for (const key of formsOf(first)) {
      const bySecond = byBeginning.get(key) ?? new Map<string, Entry<T>[]>();
      byBeginning.set(key, bySecond);
      for (const next of second === undefined || second === GAP ? [ANY] : formsOf(second)) {
        const same = bySecond.get(next) ?? [];
        same.push(entry);
        bySecond.set(next, same);
      }
    }
  }
  return (tokens) => {
    const all: PhraseMatch<T>[] = [];
    for (let start = 0; start < tokens.length; start++) {
      const found: PhraseMatch<T>[] = [];
      for (const { elements, value } of candidatesAt(tokens, start, byBeginning)) {
        const match = matchAt(tokens, start, elements);
        if (match !== undefined) found.push({ value, start, ...match });
      }
      all.push(...found);
      if (options.anySpacing === true) all.push(...spacedOtherwise(tokens, start, closedUp, found));
    }
    return all;
  };
}

interface Entry<T> {
  readonly elements: readonly Element[];
  readonly value: T;
  /** Its place in the list given. */
  readonly order: number;
}

/** Stands for the second word of phrases of one word, and of those with a gap there. */
const ANY = '';

function formsOf({ word, stem }: { readonly word: string; readonly stem: string }): readonly string[] {
  return word === stem ? [word] : [word, stem];
}

/** The phrases that can begin here, by their first two words: many titles begin with the same one. */
function candidatesAt<T>(
  tokens: readonly Token[],
  start: number,
  byBeginning: ReadonlyMap<string, ReadonlyMap<string, readonly Entry<T>[]>>,
): readonly Entry<T>[] {
  const token = tokens[start];
  if (token === undefined) return [];
  const byWord = byBeginning.get(token.word);
  const byStem = token.stem === token.word ? undefined : byBeginning.get(token.stem);
  if (byWord === undefined && byStem === undefined) return [];
  const next = tokens[start + 1];
  const found = new Set<Entry<T>>();
  for (const bySecond of [byWord, byStem]) {
    if (bySecond === undefined) continue;
    for (const second of next === undefined ? [ANY] : [ANY, next.word, next.stem]) {
      for (const entry of bySecond.get(second) ?? []) found.add(entry);
    }
  }
  return found.size < 2 ? [...found] : [...found].sort((a, b) => a.order - b.order);
}

/** Shorter words are too alike to be joined or parted by chance. */
const LEAST_CLOSED = 7;
const MOST_JOINED = 5;

function closeUp(elements: readonly Element[]): string {
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

function elementsOf(words: string, language: LanguageTag): Element[] {
  return words
    .split(GAP)
    .flatMap((part, index): Element[] => [
      ...(index > 0 ? ([GAP] as const) : []),
      ...tokenise(part, language).map(({ word, stem }) => ({ word, stem })),
    ]);
}

function matchAt(
  tokens: readonly Token[],
  start: number,
  elements: readonly Element[],
): { readonly end: number; readonly tokens: readonly number[]; readonly literal: boolean } | undefined {
  const used: number[] = [];
  let at = start;
  let literal = true;
  for (const [index, element] of elements.entries()) {
    if (element === GAP) continue;
    const last = elements[index - 1] === GAP ? at + LONGEST_GAP : at;
    let found = -1;
    for (let position = at; position <= last && position < tokens.length; position++) {
      const token = tokens[position];
      if (token !== undefined && (token.stem === element.stem || token.word === element.word)) {
        found = position;
        literal &&= token.word === element.word;
        break;
      }
    }
    if (found < 0) return undefined;
    used.push(found);
    at = found + 1;
  }
  return { end: at, tokens: used, literal };
}
