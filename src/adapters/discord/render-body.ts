import {
  type Answer,
  type Card,
  type Catalog,
  type Control,
  createSay,
  type DetailLine,
  echoOf,
  type FacetCounts,
  type Say,
} from '../../core/index.js';
import { escapeMarkdown, escapeQuoted, oneLine } from './escape.js';
import type { Part } from './fit-parts.js';
import { renderCard, renderEvidence, renderSource } from './render-card.js';

/** Lines that stand together; those of a record name it, so that its button can stand beside it. */
export interface Block {
  readonly parts: readonly Part[];
  readonly record?: string;
}

/** Values of a breakdown that are named. */
const MOST_COUNTS = 8;

/** Everything that an answer says, before its buttons. `note` comes first, `controls` give mailboxes. */
export function renderBody(answer: Answer, catalog: Catalog, controls: readonly Control[], note?: string): Block[] {
  const say = createSay(catalog, answer.language);
  const mailboxes = controls.flatMap((control) =>
    control.kind === 'mailbox' ? [labelled({ label: control.label, text: control.address })] : [],
  );
  return [
    { parts: [...(note === undefined ? [] : [{ ...quote(note), keep: true as const }]), ...headOf(answer, catalog)] },
    ...blocksOf(answer, say),
    { parts: [...mailboxes, { text: escapeMarkdown(oneLine(answer.evidence.line)), before: '-# ', keep: true }] },
  ];
}

function headOf(answer: Answer, catalog: Catalog): Part[] {
  const [first, ...others] = answer.sentences;
  const echo = echoOf(answer.query, catalog);
  return [
    ...(first === undefined ? [] : [titled(first, answer)]),
    ...others.map(plain),
    ...answer.notices.map(quote),
    ...(echo === undefined ? [] : [{ text: escapeQuoted(echo), before: '-# ', keep: true as const }]),
  ];
}

/** The first sentence, in the weight that it has in this kind of answer. */
function titled(sentence: string, { kind }: Answer): Part {
  const part = plain(sentence);
  switch (kind) {
    case 'record':
      return { ...part, before: '### ' };
    case 'measures':
    case 'value':
    case 'count':
    case 'nothing-found':
    case 'clarify':
      return { ...part, before: '**', after: '**' };
    case 'overview':
    case 'help':
    case 'about':
    case 'privacy':
    case 'greeting':
    case 'thanks':
    case 'foreign-language':
      return part;
  }
}

function blocksOf(answer: Answer, say: Say): Block[] {
  const cards = (list: readonly Card[]): Block[] =>
    list.map((card) => ({ parts: renderCard(card, say), record: card.id }));
  switch (answer.kind) {
    case 'measures':
      return [...cards(answer.cards), ...apartOf(answer.apartCards, say), ...pagingOf(answer, say)];
    case 'overview':
      return [
        { parts: [...answer.details.map(labelled), ...answer.breakdown.map(breakdownOf)] },
        ...cards(answer.cards),
        { parts: answer.sources.map((source) => renderSource(source, say)) },
        ...pagingOf(answer, say),
      ];
    case 'record':
      return [
        {
          parts: [
            { text: escapeMarkdown(answer.summary) },
            ...answer.details.map(labelled),
            renderEvidence(answer.card, say),
            ...answer.card.evidence.sources.map((source) => renderSource(source, say)),
          ],
        },
      ];
    case 'value':
      return cards(answer.cards);
    case 'nothing-found':
      return answer.offeredCards.length === 0
        ? []
        : [{ parts: [plain(say('nothing.offered'))] }, ...cards(answer.offeredCards)];
    case 'count':
    case 'clarify':
    case 'help':
    case 'about':
    case 'privacy':
    case 'greeting':
    case 'thanks':
    case 'foreign-language':
      return [];
  }
}

/** Records of other kinds, in short; a menu opens them. */
function apartOf(cards: readonly Card[], say: Say): Block[] {
  if (cards.length === 0) return [];
  const names = cards.map(({ title, kindText }) => ({ ...plain(`${title} (${kindText})`), before: '- ' }));
  return [{ parts: [{ text: `${say('label.also')}:` }, ...names] }];
}

function pagingOf({ page, pages }: { readonly page: number; readonly pages: number }, say: Say): Block[] {
  return pages < 2 ? [] : [{ parts: [{ text: say('list.page', { page, pages }), before: '-# ' }] }];
}

function breakdownOf({ label, counts }: FacetCounts): Part {
  const values = counts.slice(0, MOST_COUNTS).map((entry) => `${entry.label} ${entry.count}`);
  return labelled({ label, text: values.join(', ') });
}

function labelled({ label, text }: DetailLine): Part {
  return { text: escapeMarkdown(oneLine(text)), before: `**${escapeMarkdown(label)}:** ` };
}

function plain(text: string): Part {
  return { text: escapeMarkdown(oneLine(text)) };
}

function quote(text: string): Part {
  return { ...plain(text), before: '> ' };
}
