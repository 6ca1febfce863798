import { type Answer, type Card, type Catalog, createSay, type LanguageTag } from '../../core/index.js';
import { type Line, line } from './layout.js';

/** The words around records, in one language. */
export interface CardWords {
  readonly also: string;
  readonly offered: string;
  readonly related: string;
  readonly status: string;
  readonly provenance: string;
  readonly reason: string;
  readonly sourceLabel: string;
  readonly otherLanguage: string;
  readonly more: string;
  readonly page: (page: number, pages: number) => string;
}

/** Takes the words from `data/texts`. */
export function cardWords(catalog: Catalog, language: LanguageTag): CardWords {
  const say = createSay(catalog, language);
  return {
    also: say('label.also'),
    offered: say('nothing.offered'),
    related: say('label.related'),
    status: say('label.status'),
    provenance: say('label.provenance'),
    reason: say('label.reason'),
    sourceLabel: say('label.source'),
    otherLanguage: say('value.otherLanguage'),
    more: say('list.more'),
    page: (page, pages) => say('list.page', { page, pages }),
  };
}

/** A record in a list: its number and name, a sentence, and how far it can be trusted. */
export function renderCard(card: Card, number: number, answer: Answer, words: CardWords, reasons: boolean): Line[] {
  const { evidence } = card;
  const [source, ...others] = evidence.sources;
  const head = `${number}. `;
  const indent = head.length;
  const marks = [card.kindText, ...(card.remark === undefined ? [] : [card.remark])].join(', ');
  const reason = reasons ? (answer.reasons.find(({ id }) => id === card.id)?.text ?? '') : '';
  const more = others.length === 0 ? '' : ` (+${others.length})`;
  return [
    line(`${head}${card.title} [${marks}]`, 'title', 0, indent),
    line(`${card.line}${card.otherLanguage ? ` (${words.otherLanguage})` : ''}`, 'plain', indent),
    line(`${words.status}: ${evidence.asOfText}. ${words.provenance}: ${evidence.provenanceText}.`, 'quiet', indent),
    ...(source === undefined
      ? []
      : [line(`${words.sourceLabel}: ${source.text}${more} ${source.url}`, 'quiet', indent)]),
    ...(reason === '' ? [] : [line(`${words.reason}: ${reason}`, 'plain', indent)]),
  ];
}
