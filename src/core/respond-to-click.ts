import type { Answer } from './answer/answer.js';
import { createTable, type Table } from './answer/create-table.js';
import { renderCopy, renderWhy } from './answer/render-extras.js';
import { createSay } from './answer/say.js';
import { applyClick, type ClickInput } from './conversation/apply-click.js';
import type { AskRequest } from './conversation/ask-request.js';
import { decodeClick } from './conversation/click.js';
import { BASE_LANGUAGE, type LanguageTag } from './language/languages.js';
import type { Planlotse } from './planlotse.js';

/** A click as a platform reports it. */
export interface PlatformClick extends ClickInput {
  /** The id of the button or menu. */
  readonly code: string;
  /** The reader's language, for the sentence that refuses a click. */
  readonly language?: LanguageTag;
}

/** What a click brings. */
export type ClickReply =
  /** Another answer, in place of the one that was clicked or beside it. */
  | { readonly kind: 'answer'; readonly answer: Answer }
  /** Plain text for the one who clicked, beside the answer. */
  | { readonly kind: 'text'; readonly extra: 'why' | 'copy'; readonly text: string; readonly answer: Answer }
  /** A file for the one who clicked. */
  | { readonly kind: 'table'; readonly table: Table; readonly answer: Answer }
  /** The same answer, to be shown to everybody. */
  | { readonly kind: 'share'; readonly answer: Answer }
  /** The click cannot be told any more; the sentence says so. */
  | { readonly kind: 'unknown'; readonly text: string };

/**
 * Does what a click asks for. Never throws, whatever the code. An answer to a click on older data comes from the new
 * data and says so in its first notice.
 */
export function respondToClick(planlotse: Planlotse, click: PlatformClick): ClickReply {
  const { catalog } = planlotse;
  const decoded = decodeClick(click.code, catalog);
  const step = decoded && applyClick(decoded, click, catalog);
  if (decoded === undefined || step === undefined) {
    return { kind: 'unknown', text: createSay(catalog, click.language ?? BASE_LANGUAGE)('click.unknown') };
  }
  const request = step.kind === 'answer' ? step.request : { query: step.query, today: click.today };
  const fresh = planlotse.answer(request);
  const renewed = createSay(catalog, fresh.language)('click.newData');
  const answer = decoded.isCurrent ? fresh : { ...fresh, notices: [renewed, ...fresh.notices] };
  switch (step.kind) {
    case 'answer':
    case 'share':
      return { kind: step.kind, answer };
    case 'why':
      return { kind: 'text', extra: 'why', text: renderWhy(answer, catalog), answer };
    case 'copy':
      return { kind: 'text', extra: 'copy', text: renderCopy(answer, catalog), answer };
    case 'table':
      return { kind: 'table', table: createTable(answer, catalog), answer };
  }
}

/** The request for what a field with type-ahead sends: a suggestion that was chosen, or text as it was typed. */
export function requestOf(
  planlotse: Planlotse,
  input: { readonly text: string; readonly language?: LanguageTag; readonly today: string },
): AskRequest {
  const decoded = decodeClick(input.text, planlotse.catalog);
  return decoded?.click.kind === 'open' && !decoded.hasText
    ? { query: decoded.click.query, today: input.today }
    : input;
}
