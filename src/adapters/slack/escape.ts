import { cutText, type FitText, fitTexts } from '../../core/index.js';

/** Keeps an at sign from calling people, even where a client looks for names; it is not seen. */
const JOINER = '\u2060';
const CALLS = /@(?=channel\b|here\b|everyone\b)/giu;
/** Control characters and halves of letters; a line feed stays. */
const UNPRINTABLE = /(?!\n)[\p{Cc}\p{Cs}]/gu;
/** A cut goes through an entity. */
const TORN_ENTITY = /&[a-z]{0,3}…$/;
/** In escaped text, up to what ends an address or an ellipsis that shows that it was cut. */
const URLS = /https?:\/\/[^\s<>|…]+…?/giu;
const AFTER_URL = '.,:!?)]\'"“”’';
const MARKUP = /<([^<>]*)>/g;

/**
 * Text as mrkdwn that shows it as it is and pings nobody.
 *
 * @see https://docs.slack.dev/messaging/formatting-message-text#escaping
 */
export function escapeText(text: string): string {
  return clean(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(CALLS, `@${JOINER}`);
}

/** Text for a place that knows no markup, cut to what it takes. */
export function plain(text: string, limit: number): string {
  return cutText(clean(text).replace(CALLS, `@${JOINER}`), limit);
}

/** Escapes, then cuts at a word end, never through an entity. */
export function escapeAndCut(text: string, limit: number): string {
  return mend(cutText(escapeText(text), limit));
}

/** Escapes the parts of a text and fits them into a limit; see `fitTexts`. */
export function escapeAndFit(parts: readonly FitText[], limit: number): string[] {
  return fitTexts(
    parts.map((part) => ({ ...part, text: escapeText(part.text) })),
    limit,
  ).map(mend);
}

/** Makes the addresses in an escaped text links, since texts are marked not to be searched for names and links. */
export function linkAddresses(escaped: string): string {
  return escaped.replace(URLS, (found) => {
    if (found.endsWith('…')) return found;
    // An angle bracket ends an address too.
    const [address = ''] = found.split(/&[lg]t;/);
    let end = address.length;
    while (AFTER_URL.includes(found.charAt(end - 1))) end--;
    const url = found.slice(0, end);
    return `<${url}>${found.slice(url.length)}`;
  });
}

/** A link with a name; `|` would end the address. */
export function link(url: string, escapedName: string): string {
  return `<${escapeText(url).replaceAll('|', '%7C')}|${escapedName}>`;
}

/** What a message of Slack says, its markup taken off: names of people fall away, links leave their names. */
export function readable(text: string): string {
  return text
    .replace(MARKUP, (_, inner: string) => nameIn(inner))
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .replaceAll(JOINER, '');
}

const CARRIED_APART = /[%&<>"]/g;

/** Text for an id or value that comes back with a click; Slack may escape what has a meaning in markup. */
export function carry(text: string): string {
  return clean(text).replace(CARRIED_APART, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
}

/** What {@link carry} made, as it was. */
export function uncarry(carried: string): string {
  return carried.replace(/%([0-9a-f]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

function nameIn(inner: string): string {
  const bar = inner.indexOf('|');
  if (/^[@!]/.test(inner)) return '';
  if (bar >= 0) return inner.slice(bar + 1);
  return inner.startsWith('#') ? '' : inner;
}

function clean(text: string): string {
  return text.replace(UNPRINTABLE, '');
}

function mend(cut: string): string {
  const torn = cut.search(TORN_ENTITY);
  return torn < 0 ? cut : `${cut.slice(0, torn).trimEnd()}…`;
}
