import { context, type Rendered, section } from './blocks.js';
import { escapeText } from './escape.js';
import { LIMITS } from './limits.js';

const FENCE = '```';
/** Leaves room for the fences and what JSON adds. */
const PIECE = LIMITS.sectionText - 2 * FENCE.length - 2;
/** Line feeds and quotes take two characters each in JSON. */
const MOST_TEXT = LIMITS.message * 0.8;

/** A sentence or a few lines of the bot. */
export function renderNote(text: string): Rendered {
  return { text: escapeText(text), blocks: [section(escapeText(text).slice(0, LIMITS.sectionText))] };
}

/** Reasons, as small print. */
export function renderWhyText(text: string): Rendered | undefined {
  const pieces = piecesOf(escapeText(text), LIMITS.contextText);
  return fitting({ text: escapeText(text), blocks: pieces.flatMap((piece) => context(piece)) });
}

/** Text to copy, shown as it is; undefined where it is too long for a message and has to be a file. */
export function renderCopyText(text: string): Rendered | undefined {
  // Three backticks within the text would end the fence.
  const escaped = escapeText(text).replaceAll(FENCE, "'''");
  const blocks = piecesOf(escaped, PIECE).map((piece) => section(`${FENCE}\n${piece}\n${FENCE}`));
  return fitting({ text: escaped, blocks });
}

function fitting(rendered: Rendered): Rendered | undefined {
  const isShort = rendered.text.length <= MOST_TEXT && JSON.stringify(rendered.blocks).length <= LIMITS.message;
  return isShort ? rendered : undefined;
}

/** Cuts at line ends; a line that is too long by itself is cut where it must be. */
function piecesOf(text: string, limit: number): string[] {
  const pieces: string[] = [];
  let piece = '';
  for (const line of text.split('\n').flatMap((whole) => chunks(whole, limit))) {
    if (piece !== '' && piece.length + line.length + 1 > limit) {
      pieces.push(piece);
      piece = line;
    } else {
      piece = piece === '' ? line : `${piece}\n${line}`;
    }
  }
  return piece === '' ? pieces : [...pieces, piece];
}

function chunks(line: string, limit: number): string[] {
  if (line.length <= limit) return [line];
  // Neither an entity nor a letter of two units is torn.
  const end = line.slice(0, limit).search(/(?:&[a-z]{0,4}|[\uD800-\uDBFF])$/);
  const at = end > 0 ? end : limit;
  return [line.slice(0, at), ...chunks(line.slice(at), limit)];
}
