import type { Answer, SourceLink } from '../answer/answer.js';
import type { Say } from '../answer/say.js';
import type { Control } from './control.js';

const MAILTO = /^mailto:/i;
const SUBJECT = /\?.*$/s;

/** Links of an answer: its contact, its sources, and where a gap is reported. */
export function linkControls(answer: Answer, say: Say, reportUrl?: string): Control[] {
  const report =
    reportUrl !== undefined && answer.kind === 'nothing-found'
      ? [target('report', say('control.report'), reportUrl)]
      : [];
  switch (answer.kind) {
    case 'record':
      return [
        ...(answer.contact === undefined ? [] : [target('contact', answer.contact.label, answer.contact.url)]),
        ...sourceControls(answer.card.evidence.sources, say),
      ];
    case 'overview':
      return sourceControls(answer.sources, say);
    case 'value': {
      const [card, ...others] = answer.cards;
      return card === undefined || others.length > 0 ? [] : sourceControls(card.evidence.sources, say);
    }
    case 'measures':
    case 'count':
    case 'clarify':
    case 'nothing-found':
    case 'help':
    case 'about':
    case 'privacy':
    case 'greeting':
    case 'thanks':
    case 'foreign-language':
      return report;
  }
}

function sourceControls(sources: readonly SourceLink[], say: Say): Control[] {
  return sources.map(({ text, url }, index) => ({
    kind: 'link',
    role: 'source',
    label: sources.length === 1 ? say('label.source') : `${say('label.source')} ${index + 1}`,
    spoken: `${say('label.source')}: ${text}`,
    url,
  }));
}

function target(role: 'contact' | 'report', label: string, url: string): Control {
  return MAILTO.test(url)
    ? { kind: 'mailbox', role, label, address: url.replace(MAILTO, '').replace(SUBJECT, ''), url }
    : { kind: 'link', role, label, spoken: label, url };
}
