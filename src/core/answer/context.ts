import type { Catalog } from '../catalog/catalog.js';
import type { Filters } from '../question/filters.js';
import type { Query } from '../question/query.js';
import type { Evidence } from './answer.js';
import { dateInWords } from './dates-in-words.js';
import type { Say } from './say.js';

/** What composing an answer needs to know. */
export interface AnswerContext {
  readonly catalog: Catalog;
  readonly filters: Filters;
  readonly say: Say;
  /** ISO day. */
  readonly today: string;
  readonly query: Query;
  readonly pageSize: number;
  /** What the reader has to know beside the answer: corrected words, a cut question. */
  readonly notices: readonly string[];
}

/** The line under every answer: which data it rests on. */
export function evidenceOf({ catalog, say }: Pick<AnswerContext, 'catalog' | 'say'>): Evidence {
  const dataAsOf = dateInWords(catalog.plan.dataAsOf, say.language);
  return {
    line: say('evidence.line', { asOf: dataAsOf, version: catalog.version.hash }),
    dataVersion: catalog.version,
    dataAsOf: catalog.plan.dataAsOf,
  };
}
