import type { Answer } from './answer/answer.js';
import { composeNothing } from './answer/compose-nothing.js';
import { composeMissing, composePlanValue, composeValue } from './answer/compose-value.js';
import type { AnswerContext } from './answer/context.js';
import { quoteNumber } from './answer/quote-number.js';
import { reasonsFor } from './answer/reasons.js';
import { recordValue } from './answer/record-value.js';
import { inLanguage } from './answer/say.js';
import type { PlanRecord } from './catalog/record-schemas.js';
import type { Engine } from './engine.js';
import type { Query } from './question/query.js';
import { clarify, namedRecords, saysNothingOf, titleMatches } from './respond-with-record.js';
import type { Selection } from './search/select-records.js';

/** A value is given for so many records at once, and for so many of a list that was asked for before. */
const MOST_VALUES = 3;
const MOST_LIST_VALUES = 50;
/** A value is given of a record that covers this share of the question. */
const VALUE_COVERAGE = 0.6;
/** Records whose score is at least this share of the best one's fit about as well. */
const NEARLY_AS_GOOD = 0.7;

/** The value asked for: of the named record, the plan, the records before, or those that the words find. */
export function respondWithValue(engine: Engine, query: Query, context: AnswerContext): Answer | undefined {
  const { property, missing } = query;
  const records = namedRecords(engine, query);
  if (missing !== undefined) {
    const label = engine.catalog.phrases.missing.find(({ id }) => id === missing)?.label ?? {};
    if (records.length === 0 && query.text !== '') {
      const selection = engine.select(query);
      if (selection.main.length === 0 || selection.dropped.length > 0) {
        return composeNothing({ ...selection, offered: selection.main.slice(0, MOST_VALUES) }, context);
      }
    }
    return composeMissing(inLanguage(label, context.say.language).text, nearest(engine, query, records), context);
  }
  if (property === undefined) return undefined;
  if (query.subject?.kind === 'plan') {
    const plan = engine.catalog.records.get(engine.catalog.plan.record);
    const silence = plan === undefined ? undefined : saysNothingOf(engine, plan, query, context);
    return silence ?? composePlanValue(property, context);
  }
  if (records.length > 1) return clarify(records, query, context);
  const [record] = records;
  if (record !== undefined) {
    const silence = property === 'number' ? undefined : saysNothingOf(engine, record, query, context);
    return silence ?? composeValue([record], property, context);
  }
  const selection = engine.select(query);
  const { main } = selection;
  if (main.length === 0) return composeNothing(selection, context);
  // A value is a plain statement; of a record that only comes near it would be a wrong one.
  if (selection.certainty === 'partly' || selection.coverage < VALUE_COVERAGE) {
    return composeNothing({ ...selection, offered: main.slice(0, MOST_VALUES) }, context);
  }
  if (property === 'number') return numberIn(main, selection, context);
  if (query.text === '') return composeValue(main.slice(0, MOST_LIST_VALUES), property, context);
  const top = titleMatches(selection);
  const meant = top.length > 0 && top.length <= MOST_VALUES ? top : nearTop(main, selection);
  const [first] = meant;
  // What a less fitting record says is no answer for the one that was meant.
  const isKnown = first !== undefined && recordValue(first, property, context) !== undefined;
  const shown = isKnown ? meant : meant.slice(0, 1);
  return composeValue(shown, property, context, reasonsFor(shown, selection, [], context));
}

/** The best records, as long as they fit about as well as the first. */
function nearTop(main: readonly PlanRecord[], { scoreOf }: Selection): PlanRecord[] {
  const best = main.reduce((most, { id }) => Math.max(most, scoreOf(id)), 0);
  return main.filter(({ id }) => scoreOf(id) >= NEARLY_AS_GOOD * best).slice(0, MOST_VALUES);
}

/** A number that some text gives for what the question counts; else nothing, with the nearest records. */
function numberIn(main: readonly PlanRecord[], selection: Selection, context: AnswerContext): Answer {
  // "Wie viele Einwohner?" alone does not say of what; some text will count some of them.
  const isParticular = selection.words.length > 1;
  const telling = main
    .slice(0, MOST_VALUES)
    .filter((record) => isParticular && quoteNumber(record, context) !== undefined);
  return telling.length === 0
    ? composeNothing({ words: selection.words, offered: main.slice(0, MOST_VALUES) }, context)
    : composeValue(telling.slice(0, 1), 'number', context);
}

/** The record that a question about something unheld comes nearest to. */
function nearest(engine: Engine, query: Query, records: readonly PlanRecord[]): PlanRecord[] {
  if (records.length > 0) return records.slice(0, 1);
  if (query.subject?.kind === 'plan')
    return [engine.catalog.records.get(engine.catalog.plan.record)].filter((record) => record !== undefined);
  return query.text === '' ? [] : engine.select(query).main.slice(0, 1);
}
