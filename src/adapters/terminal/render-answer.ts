import { type Answer, type Card, type Catalog, controlsOf, openRecord, type Query } from '../../core/index.js';
import { type Line, line } from './layout.js';
import { type CardWords, cardWords, renderCard } from './render-card.js';

/** What a number opens: a Query, or an example question. */
export type Choice =
  | { readonly kind: 'query'; readonly query: Query }
  | { readonly kind: 'question'; readonly text: string };

/** An answer on the screen, and what its numbers open: the first choice has the number `from` + 1. */
export interface ScreenAnswer {
  readonly lines: readonly Line[];
  readonly choices: readonly Choice[];
}

export interface ScreenOptions {
  readonly reasons: boolean;
  /** How many numbers are taken by a list that stays open. */
  readonly from: number;
  /** Where gaps are reported: a web page or a `mailto:` address. */
  readonly reportUrl?: string;
}

const BLANK = line('');

/** An answer for the terminal: what it says, its numbered records, its notices, the evidence line. */
export function renderAnswer(answer: Answer, catalog: Catalog, options: ScreenOptions): ScreenAnswer {
  const words = cardWords(catalog, answer.language);
  const { lines, choices } = bodyOf(answer, words, options);
  const [first, ...others] = answer.sentences;
  return {
    lines: [
      ...(first === undefined ? [] : [line(first, 'title')]),
      ...others.map((text) => line(text)),
      ...lines,
      ...(answer.notices.length === 0 ? [] : [BLANK]),
      ...answer.notices.map((text) => line(text)),
      ...reportLines(answer, catalog, options),
      BLANK,
      line(answer.evidence.line, 'quiet'),
    ],
    choices,
  };
}

/** Where a gap is reported: an address to open or to write to. */
function reportLines(answer: Answer, catalog: Catalog, { reportUrl }: ScreenOptions): Line[] {
  if (reportUrl === undefined) return [];
  return controlsOf(answer, catalog, { reportUrl }).flatMap((control) => {
    if (!('role' in control) || control.role !== 'report') return [];
    return [line(`${control.label}: ${control.kind === 'link' ? control.url : control.address}`, 'plain', 0, 2)];
  });
}

function bodyOf(answer: Answer, words: CardWords, options: ScreenOptions): ScreenAnswer {
  const open = (ids: readonly string[]): Choice[] =>
    ids.map((id) => ({ kind: 'query', query: openRecord(answer.query, id) }));
  const list = (cards: readonly Card[], first: number): Line[] =>
    cards.flatMap((card, index) => [BLANK, ...renderCard(card, first + index, answer, words, options.reasons)]);

  switch (answer.kind) {
    case 'measures': {
      const apart =
        answer.apartCards.length === 0
          ? []
          : [BLANK, line(`${words.also}:`), ...list(answer.apartCards, answer.total + 1)];
      return {
        lines: [...pageOf(answer, list), ...apart, ...pagingOf(answer, words)],
        choices: open([...answer.ids, ...answer.apartCards.map(({ id }) => id)]),
      };
    }
    case 'overview': {
      const details = [
        ...answer.details.map(({ label, text }) => line(`${label}: ${text}`, 'plain', 0, 2)),
        ...answer.breakdown.map(({ label, counts }) =>
          line(`${label}: ${counts.map((entry) => `${entry.label} ${entry.count}`).join('; ')}`, 'plain', 0, 2),
        ),
        ...answer.sources.map((source) => line(`${source.text} ${source.url}`, 'quiet', 0, 2)),
      ];
      return { lines: [...details, ...pageOf(answer, list), ...pagingOf(answer, words)], choices: open(answer.ids) };
    }
    case 'record': {
      const reason = options.reasons ? (answer.reasons.find(({ id }) => id === answer.card.id)?.text ?? '') : '';
      return {
        lines: [
          line(answer.summary),
          BLANK,
          ...answer.details.map(({ label, text }) => line(`${label}: ${text}`, 'plain', 0, 2)),
          ...(answer.contact === undefined
            ? []
            : [line(`${answer.contact.label}: ${answer.contact.url.replace(/^mailto:/, '')}`, 'plain', 0, 2)]),
          line(`${words.provenance}: ${answer.card.evidence.provenanceText}`, 'plain', 0, 2),
          ...answer.card.evidence.sources.map((source) =>
            line(`${words.sourceLabel}: ${source.text} ${source.url}`, 'quiet', 0, 2),
          ),
          ...(reason === '' ? [] : [line(`${words.reason}: ${reason}`, 'plain', 0, 2)]),
          ...(answer.related.length === 0 ? [] : [BLANK, line(`${words.related}:`)]),
          ...answer.related.map(({ title }, index) => line(`${options.from + index + 1}. ${title}`, 'plain', 0, 4)),
        ],
        choices: open(answer.related.map(({ id }) => id)),
      };
    }
    case 'value':
      return { lines: list(answer.cards, 1), choices: open(answer.cards.map(({ id }) => id)) };
    case 'nothing-found':
      return {
        lines: answer.offeredCards.length === 0 ? [] : [BLANK, line(words.offered), ...list(answer.offeredCards, 1)],
        choices: open(answer.offeredCards.map(({ id }) => id)),
      };
    case 'clarify':
      return {
        lines: answer.options.map(({ label }, index) => line(`${index + 1}. ${label}`, 'plain', 0, 3)),
        choices: answer.options.map(({ query }) => ({ kind: 'query', query })),
      };
    case 'count':
      return { lines: [], choices: [] };
    case 'help':
    case 'about':
    case 'privacy':
    case 'greeting':
    case 'thanks':
    case 'foreign-language':
      return {
        lines: answer.examples.map((example, index) => line(`${index + 1}. ${example}`, 'plain', 0, 3)),
        choices: answer.examples.map((text) => ({ kind: 'question', text })),
      };
  }
}

type ListAnswer = Extract<Answer, { kind: 'measures' | 'overview' }>;

/** The cards of the page, numbered by their place in the whole list, so that numbers hold on every page. */
function pageOf(answer: ListAnswer, list: (cards: readonly Card[], first: number) => Line[]): Line[] {
  const first = answer.cards[0];
  return first === undefined ? [] : list(answer.cards, answer.ids.indexOf(first.id) + 1);
}

function pagingOf({ page, pages }: ListAnswer, words: CardWords): Line[] {
  return pages < 2 ? [] : [BLANK, line(`${words.page(page, pages)}.${page < pages ? ` ${words.more}` : ''}`)];
}
