import { once } from '../language/once.js';

const ELLIPSIS = '…';
/** A cut keeps at least this share of the room; a word longer than the rest is cut in its middle. */
const KEPT = 0.5;
/** No letter that is written anywhere takes more code units than this. */
const LONGEST_LETTER = 64;

// Making it takes longer than most answers, and few texts are cut.
const letters = once(() => new Intl.Segmenter(undefined, { granularity: 'grapheme' }));

/**
 * Cuts a text to a limit, at the end of a word and with an ellipsis, never inside a letter, emoji or flag.
 *
 * @param limit - Length in UTF-16 code units, as `String.length` counts; the strictest count of any platform.
 */
export function cutText(text: string, limit: number): string {
  if (text.length <= limit) return text;
  if (limit < 1) return '';
  const room = limit - ELLIPSIS.length;
  const start = text.slice(0, wholeLetters(text, room));
  // What stands behind the cut tells whether a word ends there.
  const end = /^\s/u.test(text.slice(start.length)) ? start.length : start.search(/\s\S*$/u);
  const words = end >= room * KEPT ? start.slice(0, end) : start;
  let last = words.length;
  while (/[\s,;:–-]/u.test(words.charAt(last - 1))) last--;
  return words.slice(0, last) + ELLIPSIS;
}

/** The end of the last letter that fits; marks piled upon marks without end are no letter. */
function wholeLetters(text: string, room: number): number {
  const from = Math.max(0, room - LONGEST_LETTER);
  const letter = letters()
    .segment(text.slice(from, room + LONGEST_LETTER))
    .containing(room - from);
  return letter !== undefined && letter.segment.length < LONGEST_LETTER ? from + letter.index : codePoint(text, room);
}

/** A place at or before which no surrogate pair is torn. */
function codePoint(text: string, at: number): number {
  const isTorn = /[\uD800-\uDBFF]/.test(text.charAt(at - 1)) && /[\uDC00-\uDFFF]/.test(text.charAt(at));
  return isTorn ? at - 1 : at;
}
