import { createSay } from '../answer/say.js';
import type { Catalog } from '../catalog/catalog.js';
import { LANGUAGE_TAGS, type LanguageTag } from '../language/languages.js';
import type { Query } from '../question/query.js';

const LINE_BREAKS = /\r\n|[\n\v\f\r\u0085\u2028\u2029]/gu;

/**
 * The line of an answer that repeats the words it was searched by: "Gesucht nach: Diskriminierung". Every message with
 * buttons shows it on a line of its own, since the codes of the buttons leave the words out.
 *
 * @returns undefined where the Query has no words; then there is nothing to show.
 */
export function echoOf(query: Query, catalog: Catalog): string | undefined {
  if (query.text === '') return undefined;
  const { before, after } = frameOf(catalog, query.language);
  return before + query.text.replace(LINE_BREAKS, ' ') + after;
}

/**
 * Reads the words back from the lines of a message, its markup already taken off.
 *
 * @param lines - The lines, or the text of them. The last line that is an echo counts, in whatever language: it stands
 *   below all that an answer quotes.
 * @returns an empty text where no line echoes a question.
 */
export function readEcho(lines: string | readonly string[], catalog: Catalog): string {
  const frames = LANGUAGE_TAGS.map((language) => frameOf(catalog, language));
  for (const line of (typeof lines === 'string' ? lines.split(LINE_BREAKS) : [...lines]).reverse()) {
    const frame = frames.find(
      ({ before, after }) =>
        line.startsWith(before) && line.endsWith(after) && line.length > before.length + after.length,
    );
    if (frame !== undefined) return line.slice(frame.before.length, line.length - frame.after.length);
  }
  return '';
}

// A value that no text of the data holds, to see where the words go.
const MARK = '\u0000';

function frameOf(catalog: Catalog, language: LanguageTag): { readonly before: string; readonly after: string } {
  const [before = '', after = ''] = createSay(catalog, language)('echo.line', { text: MARK }).split(MARK);
  return { before, after };
}
