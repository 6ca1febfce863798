import type { PlanRecord } from '../catalog/record-schemas.js';
import type { Card } from './answer.js';
import type { Describe } from './describe.js';
import { inLanguage, type Say } from './say.js';

/** The record as one entry of a list. */
export function createCard(record: PlanRecord, describe: Describe, say: Say, remark?: string): Card {
  const summary = inLanguage(record.summary, say.language);
  return {
    id: record.id,
    kind: record.kind,
    kindText: record.kind === 'measure' ? say(`type.${record.type}`) : say(`kind.${record.kind}`),
    title: describe.shortTitle(record),
    line: firstSentence(summary.text),
    otherLanguage: !summary.translated,
    ...(remark === undefined ? {} : { remark }),
    evidence: describe.evidence(record),
  };
}

// A full stop ends a sentence where a capital follows; not after a number or an abbreviation ("24. April", "z. B.").
const SENTENCE_END = /(?<=[\p{Ll})”“"]{2}|\d{4})[.!?](?=\s+[\p{Lu}„“"])/gu;

/** The first sentence of a text, or the whole text where it is one. A quoted title does not end it. */
export function firstSentence(text: string): string {
  for (const end of text.matchAll(SENTENCE_END)) {
    const sentence = text.slice(0, end.index + 1);
    if (isClosed(sentence)) return sentence;
  }
  return text;
}

/** Whether every quotation mark that opens also closes. */
function isClosed(sentence: string): boolean {
  const opening = sentence.match(/[„«]|(?<!\p{L})“(?=\p{L})/gu)?.length ?? 0;
  const closing = sentence.match(/[”»]|(?<=[\p{L}.!?)\d])“/gu)?.length ?? 0;
  return opening <= closing;
}
