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
const SENTENCE_END = /(?<=[\p{Ll})”“"]{2})[.!?](?=\s+[\p{Lu}„“"])/u;

/** The first sentence of a text, or the whole text where it is one. */
export function firstSentence(text: string): string {
  const end = SENTENCE_END.exec(text);
  return end === null ? text : text.slice(0, end.index + 1);
}
