import type { Facet } from '../catalog/vocabulary-schemas.js';
import type { Selection } from '../search/select-records.js';
import type { CountAnswer } from './answer.js';
import { composeList } from './compose-list.js';
import type { AnswerContext } from './context.js';
import { countInWords } from './count-words.js';
import { countFacet, countsInWords } from './facet-counts.js';

/** How a count is broken down where the question does not say. */
const USUAL: readonly Facet[] = ['type', 'status', 'field'];

/** A number with its breakdown. `lead` stands before the number, where the question needs putting right. */
export function composeCount(selection: Selection, context: AnswerContext, lead?: string): CountAnswer {
  const { query, say } = context;
  const list = composeList(selection, context);
  const { main } = selection;
  const facets = query.breakdown === undefined ? USUAL : [query.breakdown];
  const breakdown = facets
    .filter((facet) => query.breakdown !== undefined || !query.clauses.some((clause) => clause.facet === facet))
    .map((facet) => countFacet(main, facet, context))
    .filter(({ counts }) => counts.length > 0 && (counts.length > 1 || query.breakdown !== undefined));
  const conditions = [
    ...(query.text === '' ? [] : [say('count.forTopic', { topic: query.text })]),
    ...(list.filters.length === 0 ? [] : [say('count.withFilters', { filters: list.filters.join('; ') })]),
  ].join('');
  const number = say('count.found', { what: countInWords(main, say), conditions });
  return {
    kind: 'count',
    language: list.language,
    ids: list.ids,
    apart: list.apart,
    offered: [],
    total: list.total,
    query,
    sentences: [
      ...(lead === undefined ? [] : [lead]),
      number,
      ...breakdown.map((menu) =>
        say('count.breakdown', { facet: menu.label, breakdown: countsInWords(menu, menu.counts.length) }),
      ),
      ...list.sentences.slice(-1).filter((sentence) => list.apart.length > 0 && sentence !== number),
    ],
    notices: list.notices,
    reasons: list.reasons,
    evidence: list.evidence,
    filters: list.filters,
    breakdown,
    ...(list.notUnderstood === undefined ? {} : { notUnderstood: list.notUnderstood }),
  };
}
