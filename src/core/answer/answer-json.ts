import type { Catalog } from '../catalog/catalog.js';
import type { Answer } from './answer.js';
import { createDescribe } from './describe.js';
import { renderText } from './render-text.js';
import { createSay } from './say.js';

/** The version of the JSON shape; it changes when a field changes its meaning or goes. */
export const ANSWER_JSON_VERSION = 1;

/** An answer in the published JSON shape: everything of the Answer, the whole text, evidence record by record. */
export function answerToJson(answer: Answer, catalog: Catalog): Readonly<Record<string, unknown>> {
  const describe = createDescribe(catalog, createSay(catalog, answer.language));
  const mentioned = [...new Set([...answer.ids, ...answer.apart, ...answer.offered])];
  const { kind, ids, apart, offered, total, language, query, reasons, evidence, ...rest } = answer;
  return {
    version: ANSWER_JSON_VERSION,
    kind,
    language,
    ids,
    apart,
    offered,
    total,
    text: renderText(answer, catalog, { whole: true }),
    query,
    reasons,
    evidence: {
      ...evidence,
      records: mentioned.flatMap((id) => {
        const record = catalog.records.get(id);
        return record === undefined ? [] : [describe.evidence(record)];
      }),
    },
    ...rest,
  };
}
