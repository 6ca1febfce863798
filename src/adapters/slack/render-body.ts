import type { ContextBlock, SectionBlock } from '@slack/types';
import type { Answer, Card, Control, Say, SourceLink } from '../../core/index.js';
import { context, section } from './blocks.js';
import { escapeAndCut, escapeAndFit, escapeText, link, linkAddresses } from './escape.js';
import type { Room } from './limits.js';
import { clickButton } from './render-controls.js';

type BodyBlock = SectionBlock | ContextBlock;

/** What a body is made of besides its answer. */
export interface BodyParts {
  readonly controls: readonly Control[];
  readonly say: Say;
  readonly room: Room;
}

/** What an answer holds between its first sentences and its buttons. */
export function bodyBlocks(answer: Answer, parts: BodyParts): BodyBlock[] {
  const { say, room } = parts;
  const list = (cards: readonly Card[], first = 1): BodyBlock[] =>
    cards.flatMap((card, index) => cardBlocks(card, first + index, parts));
  switch (answer.kind) {
    case 'measures': {
      const apart = list(answer.apartCards.slice(0, room.apart), answer.total + 1);
      return [
        ...pageBlocks(answer, list, say),
        ...(apart.length === 0 ? [] : context(`*${escapeText(say('label.also'))}*`)),
        ...apart,
      ];
    }
    case 'overview':
      return [
        ...lineBlocks(answer.details, parts),
        ...context(...answer.sources.slice(0, room.links).map((source) => sourceText(source, say, room))),
        ...pageBlocks(answer, list, say),
      ];
    case 'record': {
      const { asOfText, provenanceText, sources } = answer.card.evidence;
      return [
        section(escapeAndCut(answer.summary, room.text)),
        ...lineBlocks([...answer.details, ...contactLines(parts.controls)], parts),
        ...context(
          evidenceText(say, asOfText, provenanceText, room),
          ...sources.slice(0, room.links).map((source) => sourceText(source, say, room)),
        ),
        ...(answer.related.length === 0 ? [] : context(`*${escapeText(say('label.related'))}*`)),
      ];
    }
    case 'value':
      return list(answer.cards);
    case 'nothing-found': {
      const offered = list(answer.offeredCards);
      return [
        ...(offered.length === 0 ? [] : context(`*${escapeText(say('nothing.offered'))}*`)),
        ...offered,
        ...lineBlocks(contactLines(parts.controls), parts),
      ];
    }
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

type ListAnswer = Extract<Answer, { kind: 'measures' | 'overview' }>;

/** The cards of the page, numbered by their place in the whole list. */
function pageBlocks(
  answer: ListAnswer,
  list: (cards: readonly Card[], first: number) => BodyBlock[],
  say: Say,
): BodyBlock[] {
  const { cards, ids, page, pages } = answer;
  const [first] = cards;
  if (first === undefined) return [];
  return [
    ...list(cards, ids.indexOf(first.id) + 1),
    ...(pages < 2 ? [] : context(escapeText(say('list.page', { page, pages })))),
  ];
}

/** A record: title and one line with its button, then how far it can be trusted; that is never cut away. */
function cardBlocks(card: Card, number: number, { controls, say, room }: BodyParts): BodyBlock[] {
  const { evidence } = card;
  const [source, ...others] = evidence.sources;
  const marks = [card.kindText, ...(card.remark === undefined ? [] : [card.remark])].join(', ');
  const line = card.otherLanguage ? `${card.line} (${say('value.otherLanguage')})` : card.line;
  const [title = '', mark = '', text = ''] = escapeAndFit(
    [{ text: `${number}. ${card.title}` }, { text: marks }, { text: line }],
    room.card,
  );
  const details = controls.find((control) => control.kind === 'details' && control.id === card.id);
  const more = others.length === 0 ? '' : ` (+${others.length})`;
  return [
    section(
      [`*${title}*${mark === '' ? '' : ` [${mark}]`}`, ...(text === '' ? [] : [text])].join('\n'),
      details?.kind === 'details' ? clickButton(details) : undefined,
    ),
    ...context(
      [
        evidenceText(say, evidence.asOfText, evidence.provenanceText, room),
        ...(source === undefined ? [] : [`${sourceText(source, say, room)}${more}`]),
      ].join('\n'),
    ),
  ];
}

/** Lines with a label, as one paragraph. */
function lineBlocks(
  lines: readonly { readonly label: string; readonly text: string }[],
  { room, controls }: BodyParts,
): BodyBlock[] {
  if (lines.length === 0) return [];
  const texts = escapeAndFit(
    lines.map(({ label, text }) => ({ text: `${label}: ${text}` })),
    room.text,
  );
  return [section(linkMailboxes(linkAddresses(texts.filter((text) => text !== '').join('\n')), controls, room))];
}

/** Mailboxes open a mail program from the text; a button would not. */
function linkMailboxes(escaped: string, controls: readonly Control[], room: Room): string {
  return controls.reduce(
    (text, control) =>
      control.kind === 'mailbox' && control.url.length <= room.url
        ? text.replace(escapeText(control.address), (address) => link(control.url, address))
        : text,
    escaped,
  );
}

/** Mailboxes; pages have buttons. */
function contactLines(controls: readonly Control[]): { readonly label: string; readonly text: string }[] {
  return controls.flatMap((control) =>
    control.kind === 'mailbox' ? [{ label: control.label, text: control.address }] : [],
  );
}

function evidenceText(say: Say, asOf: string, provenance: string, { evidence }: Room): string {
  return escapeAndCut(`${say('label.status')}: ${asOf}. ${say('label.provenance')}: ${provenance}.`, evidence);
}

function sourceText({ text, url }: SourceLink, say: Say, room: Room): string {
  const name = escapeAndCut(text, room.source);
  const linked = link(url, name);
  return `${escapeText(say('label.source'))}: ${linked.length > name.length + room.url ? name : linked}`;
}
