import { cutText } from '../../core/index.js';

/** Ends where somebody would be called. */
const WEB_ADDRESS = /https?:\/\/(?:(?!@(?:everyone|here))[^\s<>"„“”])+/g;
/** Control characters but line breaks, and what turns the direction of writing around. */
const INVISIBLE = /(?!\n)[\p{Cc}\u202A-\u202E\u2066-\u2069]/gu;
const MARKUP = /[\\`*_~|<>[\]]|@(?=everyone|here)|[-+#](?<=^\s*[-+#])|\.(?<=^\s*\d+\.)/gm;
const ESCAPED = /\\([^\p{L}\p{N}\s])/gu;
/** Signs that begin a heading, small print or a quotation. */
const LINE_STYLE = /^(?:-# |#{1,3} |> )/;

/** Takes the meaning out of every sign of Discord's markdown. Web addresses stay as they are, so that they can be clicked. */
export function escapeMarkdown(text: string): string {
  const clean = text.replace(INVISIBLE, '');
  let escaped = '';
  let from = 0;
  for (const { 0: address, index } of clean.matchAll(WEB_ADDRESS)) {
    escaped += escapeSigns(clean.slice(from, index)) + address;
    from = index + address.length;
  }
  return escaped + escapeSigns(clean.slice(from));
}

/** The same for what users wrote: not even an address becomes a link. {@link plainLine} takes it back exactly. */
export function escapeQuoted(text: string): string {
  return escapeSigns(text.replace(INVISIBLE, '')).replaceAll('://', '\\://');
}

/** A text within a limit after it was escaped. */
export function escapeWithin(text: string, limit: number): string {
  for (let room = limit; room > 0; ) {
    const escaped = escapeMarkdown(cutText(text, room));
    if (escaped.length <= limit) return escaped;
    room -= escaped.length - limit;
  }
  return '';
}

/** A line as its reader sees it: without the signs of its style, and with escaped signs as they were. */
export function plainLine(line: string): string {
  return line.replace(LINE_STYLE, '').replace(ESCAPED, '$1');
}

/** Several lines as one. */
export function oneLine(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}

function escapeSigns(text: string): string {
  return text.replace(MARKUP, '\\$&');
}
