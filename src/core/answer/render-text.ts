import type { Catalog } from '../catalog/catalog.js';
import type { PlanRecord } from '../catalog/record-schemas.js';
import type { Answer, Card, SourceLink } from './answer.js';
import { createCard } from './card.js';
import { createDescribe } from './describe.js';
import { countsInWords } from './facet-counts.js';
import { createSay, type Say } from './say.js';

export interface RenderOptions {
  /** All records of a list rather than the answer's page. */
  readonly whole?: boolean;
  /** The reasons under each record. */
  readonly reasons?: boolean;
  /** Every source of a record in a list rather than the first. */
  readonly allSources?: boolean;
}

/** An answer as plain text: what a screen reader reads out, and what can be pasted into a briefing. */
export function renderText(answer: Answer, catalog: Catalog, options: RenderOptions = {}): string {
  const say = createSay(catalog, answer.language);
  const lines = [...answer.sentences, ...bodyOf(answer, catalog, say, options)];
  for (const notice of answer.notices) lines.push(notice);
  return [...lines, '', answer.evidence.line].join('\n').replace(/\n{3,}/g, '\n\n');
}

function bodyOf(answer: Answer, catalog: Catalog, say: Say, options: RenderOptions): string[] {
  const card = (item: Card, number?: number): string[] => cardLines(item, say, answer, options, number);
  switch (answer.kind) {
    case 'measures':
    case 'overview': {
      const cards = options.whole === true ? allCards(answer.ids, catalog, say, answer.cards) : answer.cards;
      const first = options.whole === true ? 0 : (answer.page - 1) * (answer.page === 1 ? 0 : pageSizeOf(answer));
      const details = answer.kind === 'overview' ? overviewLines(answer) : [];
      const numbered = cards.flatMap((item, index) => ['', ...card(item, first + index + 1)]);
      const apart =
        answer.kind === 'measures' && answer.apartCards.length > 0
          ? ['', `${say('label.also')}:`, ...answer.apartCards.flatMap((item) => ['', ...card(item)])]
          : [];
      const paging =
        options.whole === true || answer.pages < 2
          ? []
          : [
              '',
              `${say('list.page', { page: answer.page, pages: answer.pages })}.${answer.page < answer.pages ? ` ${say('list.more')}` : ''}`,
            ];
      return [...details, ...numbered, ...apart, ...paging, ''];
    }
    case 'record': {
      const contact =
        answer.contact === undefined ? [] : [`${answer.contact.label}: ${answer.contact.url.replace(/^mailto:/, '')}`];
      const related =
        answer.related.length === 0
          ? []
          : [`${say('label.related')}: ${answer.related.map(({ title }) => title).join('; ')}`];
      return [
        answer.summary,
        '',
        ...answer.details.map(({ label, text }) => `${label}: ${text}`),
        ...contact,
        ...related,
        ...recordEvidence(answer.card, say),
        '',
      ];
    }
    case 'value':
      return answer.cards.flatMap((item) => ['', ...card(item)]).concat(answer.cards.length > 0 ? [''] : []);
    case 'count':
    case 'help':
    case 'about':
    case 'privacy':
    case 'greeting':
    case 'thanks':
    case 'foreign-language':
      return 'examples' in answer ? answer.examples.map((example) => `- ${example}`) : [];
    case 'clarify':
      return answer.options.map(({ label }, index) => `${index + 1}. ${label}`);
    case 'nothing-found':
      return answer.offeredCards.length === 0
        ? []
        : [
            '',
            say('nothing.offered'),
            ...answer.offeredCards.flatMap((item, index) => ['', ...card(item, index + 1)]),
            '',
          ];
  }
}

function pageSizeOf(answer: {
  readonly page: number;
  readonly pages: number;
  readonly total: number;
  readonly cards: readonly Card[];
}): number {
  // Every page but the last is full.
  return answer.page < answer.pages
    ? answer.cards.length
    : (answer.total - answer.cards.length) / Math.max(1, answer.pages - 1);
}

function allCards(ids: readonly string[], catalog: Catalog, say: Say, shown: readonly Card[]): Card[] {
  const describe = createDescribe(catalog, say);
  const known = new Map(shown.map((card) => [card.id, card]));
  return ids.flatMap((id) => {
    const record: PlanRecord | undefined = catalog.records.get(id);
    return record === undefined ? [] : [known.get(id) ?? createCard(record, describe, say)];
  });
}

function overviewLines(answer: Extract<Answer, { kind: 'overview' }>): string[] {
  return [
    ...answer.details.map(({ label, text }) => `${label}: ${text}`),
    ...answer.breakdown.map((menu) => `${menu.label}: ${countsInWords(menu)}`),
    ...answer.sources.map(sourceLine),
  ];
}

function sourceLine(source: SourceLink): string {
  return `${source.text}: ${source.url}`;
}

function cardLines(card: Card, say: Say, answer: Answer, options: RenderOptions, number?: number): string[] {
  const reason = options.reasons === true ? answer.reasons.find(({ id }) => id === card.id)?.text : undefined;
  const marks = [card.kindText, ...(card.remark === undefined ? [] : [card.remark])].join(', ');
  return [
    `${number === undefined ? '- ' : `${number}. `}${card.title} [${marks}]`,
    `   ${card.line}${card.otherLanguage ? ` (${say('value.otherLanguage')})` : ''}`,
    ...(options.allSources === true ? recordEvidence(card, say) : evidenceLines(card, say)).map((line) => `   ${line}`),
    ...(reason === undefined || reason === '' ? [] : [`   ${say('label.reason')}: ${reason}`]),
  ];
}

/** A record in full shows every source. */
function recordEvidence({ evidence }: Card, say: Say): string[] {
  return [
    `${say('label.status')}: ${evidence.asOfText}. ${say('label.provenance')}: ${evidence.provenanceText}.`,
    ...evidence.sources.map(({ text, url }) => `${say('label.source')}: ${text} ${url}`),
  ];
}

function evidenceLines(card: Card, say: Say): string[] {
  const { evidence } = card;
  const [first, ...others] = evidence.sources;
  const more = others.length === 0 ? '' : ` (+${others.length})`;
  return [
    `${say('label.status')}: ${evidence.asOfText}. ${say('label.provenance')}: ${evidence.provenanceText}.`,
    ...(first === undefined ? [] : [`${say('label.source')}: ${first.text}${more} ${first.url}`]),
  ];
}
