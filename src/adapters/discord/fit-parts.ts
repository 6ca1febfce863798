import { fitTexts } from '../../core/index.js';
import { LIMITS } from './limits.js';

/** One line of a message: its text, escaped, and the markup around it, which is never cut. */
export interface Part {
  readonly text: string;
  readonly before?: string;
  readonly after?: string;
  /** Never cut while anything else can be. */
  readonly keep?: true;
  /** Falls away rather than being cut. */
  readonly whole?: true;
}

/** A backslash that lost the sign it escaped. */
const TORN_ESCAPE = /(?<!\\)((?:\\\\)*)\\…$/;

/**
 * Fits blocks of lines into what one message may hold, the kept lines first.
 *
 * @returns the text of each block, empty where nothing of it is left.
 */
export function fitParts(blocks: readonly (readonly Part[])[], limit: number = LIMITS.text): string[] {
  // Markup and line break take room as the text does, but only where the text stays.
  const padded = blocks.flat().map((part) => ({ ...part, text: PAD.repeat(markupOf(part)) + part.text }));
  const fitted = fitTexts(padded, limit);
  let at = 0;
  return blocks.map((block) =>
    block
      .flatMap((part) => {
        const text = (fitted[at++] ?? '').slice(markupOf(part)).replace(TORN_ESCAPE, '$1…');
        return /^[\s…]*$/.test(text) ? [] : [(part.before ?? '') + text + (part.after ?? '')];
      })
      .join('\n'),
  );
}

const PAD = '_';

function markupOf({ before = '', after = '' }: Part): number {
  return before.length + after.length + 1;
}
