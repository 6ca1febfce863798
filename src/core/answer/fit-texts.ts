import { cutText } from './cut-text.js';

/** One part of a message. */
export interface FitText {
  readonly text: string;
  /** Never cut while anything else can be: the evidence line, the line that echoes the question. */
  readonly keep?: true;
  /** Falls away where it does not fit rather than being cut, such as a link; those after it get the room. */
  readonly whole?: true;
}

/** A rest shorter than this says nothing, so the part falls away. */
const SHORTEST = 40;

/**
 * Fits the parts of a message into a limit: the room of kept parts is reserved first, then the others get theirs in
 * order; the first that does not fit is cut at a word end, those after it fall away.
 *
 * @returns a text for each part, empty for one that fell away; together never longer than the limit.
 */
export function fitTexts(parts: readonly FitText[], limit: number): string[] {
  let reserve = limit;
  const kept = parts.map(({ text, keep }) => {
    if (keep !== true) return undefined;
    const fitted = cutText(text, reserve);
    reserve -= fitted.length;
    return fitted;
  });
  let left = reserve;
  return parts.map(({ text, whole }, index) => {
    const own = kept[index];
    if (own !== undefined) return own;
    if (text.length <= left) {
      left -= text.length;
      return text;
    }
    if (whole === true) return '';
    const fitted = left < SHORTEST ? '' : cutText(text, left);
    left = 0;
    return fitted;
  });
}
