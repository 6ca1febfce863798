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

const GAP = '…';
const LONGEST_GAP = 7;

type Element = { readonly word: string; readonly stem: string } | typeof GAP;

/** Finds phrases by stem, in any inflection; with `anySpacing` also written together or apart. */
export function createPhraseMatcher<T>(
  phrases: readonly Phrase<T>[],
  language: LanguageTag,
  options: { readonly anySpacing?: boolean } = {},
): PhraseMatcher<T> {
  const byFirstStem = new Map<string, { readonly elements: readonly Element[]; readonly value: T }[]>();
  const closedUp = new Map<string, T[]>();
  for (const { words, value } of phrases) {
    const elements = elementsOf(words, language);
    const first = elements[0];
    if (first === undefined || first === GAP) continue;
    if (options.anySpacing === true && !elements.includes(GAP)) {
      const closed = closeUp(elements);
      if (closed.length >= LEAST_CLOSED) closedUp.set(closed, [...(closedUp.get(closed) ?? []), value]);
    }
    const entry = { elements, value };
    for (const key of new Set([first.stem, first.word])) {
      const list = byFirstStem.get(key) ?? [];
      list.push(entry);
      byFirstStem.set(key, list);
    }
  }
  return (tokens) =>
    tokens.flatMap((token, start) => {
      const byStem = byFirstStem.get(token.stem) ?? [];
      const byWord = token.word === token.stem ? [] : (byFirstStem.get(token.word) ?? []);
      const candidates = byWord.length === 0 ? byStem : [...new Set([...byStem, ...byWord])];
      const found = candidates.flatMap(({ elements, value }) => {
        const match = matchAt(tokens, start, elements);
        return match === undefined ? [] : [{ value, start, ...match }];
      });
      return options.anySpacing === true ? [...found, ...spacedOtherwise(tokens, start, closedUp, found)] : found;
    });
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
