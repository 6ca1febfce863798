import type { Catalog } from '../catalog/catalog.js';
import type { Query } from '../question/query.js';
import type { AskRequest } from './ask-request.js';
import { codeBookOf, decodeValue } from './clause-codec.js';
import { type Click, type DecodedClick, decodeClick } from './click.js';
import { readEcho } from './echo.js';
import { narrow, switchLanguage, turnPage } from './steps.js';
import { withText } from './text-codec.js';

/** What a platform hands over of a click. */
export interface ClickInput {
  /** The lines of the message that was clicked, their markup taken off; the words of the question are read from them. */
  readonly lines: string | readonly string[];
  /** The value of the option that was chosen in a menu. */
  readonly value?: string;
  /** ISO day. */
  readonly today: string;
}

/** What a click asks for: another answer, or something more of the same one. */
export type ClickStep =
  | { readonly kind: 'answer'; readonly request: AskRequest }
  | { readonly kind: 'why' | 'copy' | 'table' | 'share'; readonly query: Query };

/**
 * What to do on a click.
 *
 * @returns undefined where the words of the question are needed and not among the lines, where the value is unknown, or
 *   where what it opens is no longer in the data.
 */
export function applyClick(decoded: DecodedClick, input: ClickInput, catalog: Catalog): ClickStep | undefined {
  const click = withWords(decoded, input.lines, catalog);
  if (click === undefined) return undefined;
  const answer = (query: Query): ClickStep => ({ kind: 'answer', request: { query, today: input.today } });
  switch (click.kind) {
    case 'next':
      return answer(turnPage(click.query, click.query.page + 1));
    case 'previous':
      return answer(turnPage(click.query, click.query.page - 1));
    case 'open':
      return hasTarget(click.query) ? answer(click.query) : undefined;
    case 'language':
      return answer(switchLanguage(click.query, click.language));
    case 'narrow': {
      const value = decodeValue(click.facet, input.value ?? '', codeBookOf(catalog));
      return value === undefined ? undefined : answer(narrow(click.query, click.facet, value));
    }
    case 'question': {
      const { text, language } = click;
      return { kind: 'answer', request: { text, language, today: input.today, isTyped: false } };
    }
    case 'why':
    case 'copy':
    case 'table':
    case 'share':
      return { kind: click.kind, query: click.query };
  }
}

function hasTarget({ action, records, subject }: Query): boolean {
  return (action !== 'record' || records !== undefined) && (action !== 'overview' || subject !== undefined);
}

/**
 * The Query of an answer, read from the message that showed it, so that a typed follow-up can go on from it.
 *
 * @param codes - The ids of the message's buttons and menus, in any order.
 */
export function readQuery(
  codes: readonly string[],
  lines: string | readonly string[],
  catalog: Catalog,
): Query | undefined {
  for (const code of codes) {
    const decoded = decodeClick(code, catalog);
    if (decoded === undefined || decoded.click.kind === 'open' || decoded.click.kind === 'question') continue;
    const click = withWords(decoded, lines, catalog);
    if (click !== undefined && 'query' in click) return click.query;
  }
  return undefined;
}

function withWords(
  { click, hasText, focus }: DecodedClick,
  lines: string | readonly string[],
  catalog: Catalog,
): Click | undefined {
  if (!hasText || click.kind === 'question') return click;
  const text = readEcho(lines, catalog);
  return text === '' ? undefined : { ...click, query: withText(click.query, text, focus) };
}
