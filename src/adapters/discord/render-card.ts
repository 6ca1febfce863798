import { type Card, cutText, type Say, type SourceLink } from '../../core/index.js';
import { escapeMarkdown, escapeWithin, oneLine } from './escape.js';
import type { Part } from './fit-parts.js';

/** So much of a sentence shows on a phone without scrolling past the next record. */
const SENTENCE = 300;
// What is kept of a record; eight of them, the longest question and the evidence line fit into one message.
const TITLE = 100;
const MARKS = 60;
const EVIDENCE = 170;
const SOURCE = 150;
/** A longer address would push records out of the message. */
const LONGEST_ADDRESS = 400;

/** A record in a list: what it is, one sentence, how far it can be trusted, its source. */
export function renderCard(card: Card, say: Say): Part[] {
  const [source, ...others] = card.evidence.sources;
  const marks = [card.kindText, ...(card.remark === undefined ? [] : [card.remark])].join(', ');
  const line = `${card.line}${card.otherLanguage ? ` (${say('value.otherLanguage')})` : ''}`;
  return [
    {
      text: escapeWithin(oneLine(card.title), TITLE),
      before: '**',
      after: `** (${escapeWithin(oneLine(marks), MARKS)})`,
      keep: true,
    },
    { text: escapeMarkdown(cutText(oneLine(line), SENTENCE)) },
    renderEvidence(card, say),
    ...(source === undefined ? [] : [renderSource(source, say, others.length)]),
  ];
}

/** What a record's status and provenance rest on. */
export function renderEvidence({ evidence }: Card, say: Say): Part {
  const text = `${say('label.status')}: ${evidence.asOfText}. ${say('label.provenance')}: ${evidence.provenanceText}.`;
  return { text: escapeWithin(oneLine(text), EVIDENCE), before: '-# ', keep: true };
}

/** A source as a link, or in words where its address is too long for one. */
export function renderSource({ text, url }: SourceLink, say: Say, others = 0): Part {
  const label = escapeWithin(oneLine(`${say('label.source')}: ${text}`), SOURCE);
  const more = others === 0 ? '' : ` (+${others})`;
  const address = linkAddress(url);
  return address === undefined
    ? { text: label, before: '-# ', after: more }
    : { text: `[${label}](${address})`, before: '-# ', after: more, whole: true };
}

/** An address as a link of Discord's markdown takes it. */
function linkAddress(url: string): string | undefined {
  const address = url
    .replace(/[()<>\s\\]/g, encodeURIComponent)
    .replaceAll('(', '%28')
    .replaceAll(')', '%29');
  return /^https?:\/\//.test(address) && address.length <= LONGEST_ADDRESS ? address : undefined;
}
