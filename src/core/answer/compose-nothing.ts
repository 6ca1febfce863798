import type { PlanRecord } from '../catalog/record-schemas.js';
import type { Query } from '../question/query.js';
import type { Selection } from '../search/select-records.js';
import type { ClarifyAnswer, NothingFoundAnswer } from './answer.js';
import { createCard } from './card.js';
import { quoted } from './compose-list.js';
import { type AnswerContext, evidenceOf } from './context.js';
import { createDescribe } from './describe.js';
import { describeClause } from './describe-filters.js';

/** Says that nothing fits: what was understood and what not, and the nearest records as mere offers. */
export function composeNothing(
  selection: Pick<Selection, 'words' | 'offered'>,
  context: AnswerContext,
  lead?: string,
): NothingFoundAnswer {
  const { say, catalog, query } = context;
  const describe = createDescribe(catalog, say);
  const understood = selection.words.filter(({ alternatives }) => alternatives.length > 0).map(({ text }) => text);
  const notUnderstood = selection.words.filter(({ alternatives }) => alternatives.length === 0).map(({ text }) => text);
  const filters = query.clauses
    .filter(({ facet }) => facet !== 'kind')
    .map((clause) => describeClause(catalog, say, clause));
  const known = [...understood.map((word) => quoted([word], say.language)), ...filters];
  const first =
    lead ??
    (query.text === '' && filters.length > 0
      ? say('nothing.filtered', { filters: filters.join('; ') })
      : say('nothing.found'));
  return {
    kind: 'nothing-found',
    language: query.language,
    ids: [],
    apart: [],
    offered: selection.offered.map(({ id }) => id),
    total: 0,
    query,
    sentences: [
      first,
      ...(known.length === 0 || selection.words.length === 0
        ? []
        : [say('nothing.understood', { words: known.join(', ') })]),
      ...(notUnderstood.length === 0
        ? []
        : [say('nothing.notUnderstood', { words: quoted(notUnderstood, say.language) })]),
    ],
    notices: [...context.notices, say('nothing.report')],
    reasons: [],
    evidence: evidenceOf(context),
    understood,
    notUnderstood,
    offeredCards: selection.offered.map((record) => createCard(record, describe, say)),
  };
}

/** Asks which of a few records is meant. */
export function composeClarify(records: readonly PlanRecord[], next: Query, context: AnswerContext): ClarifyAnswer {
  const { say, catalog, query } = context;
  const describe = createDescribe(catalog, say);
  return {
    kind: 'clarify',
    language: query.language,
    ids: [],
    apart: [],
    offered: records.map(({ id }) => id),
    total: 0,
    query,
    sentences: [say('clarify.which')],
    notices: context.notices,
    reasons: [],
    evidence: evidenceOf(context),
    options: records.map((record) => ({
      label: describe.shortTitle(record),
      query: { ...next, records: [record.id] },
    })),
  };
}
