import type { PlanRecord } from '../catalog/record-schemas.js';
import type { WordMatch } from '../search/find-records.js';
import type { Selection } from '../search/select-records.js';
import type { Reason } from './answer.js';
import type { AnswerContext } from './context.js';
import { inLanguage } from './say.js';

/** Reasons are given for so many of the best records; longer lists are narrowed, not explained. */
const MOST_EXPLAINED = 100;

/** Why each record is in the answer: the words that matched and how, and the filters it meets. */
export function reasonsFor(
  records: readonly PlanRecord[],
  selection: Selection,
  filters: readonly string[],
  context: AnswerContext,
): Reason[] {
  const met = filters.length === 0 ? [] : [context.say('reason.filters', { filters: filters.join('; ') })];
  return records.slice(0, MOST_EXPLAINED).map(({ id }) => {
    const words = selection.explain(id);
    return {
      id,
      words: words.map(({ word, by }) => ({
        word,
        kind: by.kind,
        ...(by.via === undefined ? {} : { via: by.via }),
      })),
      text: [...words.map((match) => explain(match, context)), ...met].join(', '),
    };
  });
}

function explain({ word, by }: WordMatch, { say, catalog }: AnswerContext): string {
  if (by.kind !== 'concept') return say(`reason.${by.kind}`, { word, via: by.via ?? '' });
  const label = catalog.concepts.get(by.via ?? '')?.label;
  return say('reason.concept', {
    word,
    via: label === undefined ? (by.via ?? '') : inLanguage(label, say.language).text,
  });
}
