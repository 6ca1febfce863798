import { MOST_FOCUS_WORDS, type Query } from '../question/query.js';
import { NONE } from './code-letters.js';

/** There is free text, and no word of it is what is wanted. */
const PLAIN = 't';
/** The others say where in the free text the words stand that are wanted, and how many they are. */
const PLACES = 'abcdefghijklmnopqrsuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789';

/** One letter for the free text of a Query: whether there is some, and which words of it are its focus. */
export function encodeText({ text, focus }: Pick<Query, 'text' | 'focus'>): string {
  if (text === '') return NONE;
  if (focus === undefined) return PLAIN;
  const words = text.split(' ');
  const wanted = focus.split(' ');
  const start = words.findIndex((_, at) => wanted.every((word, index) => words[at + index] === word));
  return start < 0 ? PLAIN : PLACES.charAt(start * MOST_FOCUS_WORDS + wanted.length - 1) || PLAIN;
}

/** Which words of a text are its focus. */
export interface FocusPlace {
  readonly start: number;
  readonly length: number;
}

/** What the letter says: whether there is a text, and where in it the focus stands. */
export function decodeText(letter: string): { readonly hasText: boolean; readonly focus?: FocusPlace } {
  if (letter === PLAIN) return { hasText: true };
  const place = letter === '' ? -1 : PLACES.indexOf(letter);
  if (place < 0) return { hasText: false };
  return {
    hasText: true,
    focus: { start: Math.floor(place / MOST_FOCUS_WORDS), length: (place % MOST_FOCUS_WORDS) + 1 },
  };
}

/** A Query with its text, which comes from the line that echoes the question. */
export function withText(query: Query, text: string, focus: FocusPlace | undefined): Query {
  const words = focus === undefined ? [] : text.split(' ').slice(focus.start, focus.start + focus.length);
  return { ...query, text, ...(words.join('') === '' ? {} : { focus: words.join(' ') }) };
}
