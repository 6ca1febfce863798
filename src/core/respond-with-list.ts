import type { Answer } from './answer/answer.js';
import { composeCount } from './answer/compose-count.js';
import { composeList } from './answer/compose-list.js';
import { composeNothing } from './answer/compose-nothing.js';
import { composeOverview } from './answer/compose-overview.js';
import { composeRecord, isLate } from './answer/compose-record.js';
import { composeTalk } from './answer/compose-talk.js';
import type { AnswerContext } from './answer/context.js';
import { countInWords } from './answer/count-words.js';
import { dateInWords } from './answer/dates-in-words.js';
import { countFacet, countsInWords } from './answer/facet-counts.js';
import type { Engine } from './engine.js';
import { addMonths } from './question/dates.js';
import type { Clause, Query } from './question/query.js';
import { clarify, MOST_OPTIONS, saysNothingOf, titleMatches } from './respond-with-record.js';

/** How far "bald" looks ahead and "neu" looks back. */
const MONTHS_AHEAD = 13;
const MONTHS_BACK = 12;

/** A list by topic and filters; for what is new, ending, late or in the plan with its own first sentence. */
export function respondWithList(engine: Engine, query: Query, context: AnswerContext): Answer {
  const { say, today } = context;
  if (query.text === '' && query.clauses.length === 0 && query.about === undefined) return composeTalk('help', context);
  const date = (day: string): string => dateInWords(day, say.language);
  switch (query.about ?? 'topic') {
    case 'new': {
      const given = query.clauses.find((clause) => clause.facet === 'start');
      const from = given !== undefined && 'from' in given ? (given.from ?? today) : addMonths(today, -MONTHS_BACK);
      const clauses: Clause[] = given === undefined ? [...query.clauses, { facet: 'start', from }] : [...query.clauses];
      const selection = engine.select(query, clauses);
      const lead =
        selection.main.length === 0
          ? say('list.noNew', { date: date(from) })
          : say('list.new', { date: date(from), what: countInWords(selection.main, say) });
      return selection.main.length === 0
        ? composeNothing(selection, context, lead)
        : composeList(selection, { ...context, query: { ...query, clauses } }, lead);
    }
    case 'ending': {
      const to = addMonths(today, MONTHS_AHEAD);
      const given = query.clauses.some((clause) => clause.facet === 'end');
      const clauses: Clause[] = given ? [...query.clauses] : [...query.clauses, { facet: 'end', from: today, to }];
      const selection = engine.select(query, clauses);
      const range = { from: date(today), to: date(to) };
      return selection.main.length === 0
        ? composeNothing(selection, context, say('list.noEnding', range))
        : composeList(
            selection,
            { ...context, query: { ...query, clauses } },
            say('list.ending', { ...range, what: countInWords(selection.main, say) }),
          );
    }
    case 'late': {
      const selection = engine.select(query);
      const main = selection.main.filter((record) => isLate(record, today));
      return main.length === 0
        ? composeNothing({ words: [], offered: [] }, context, say('list.noLate'))
        : composeList({ ...selection, main, apart: [] }, context, say('list.late', { what: countInWords(main, say) }));
    }
    case 'plan-contents': {
      const selection = engine.select(query);
      return selection.main.length === 0
        ? composeNothing(selection, context)
        : composeList(selection, context, planLead(engine, context));
    }
    case 'what-is':
    case 'plan-fields':
    case 'detail':
    case 'who-helps':
    case 'topic':
      return answerTopic(engine, query, context);
  }
}

function answerTopic(engine: Engine, query: Query, context: AnswerContext): Answer {
  const selection = engine.select(query);
  if (selection.main.length === 0 && selection.apart.length === 0) return composeNothing(selection, context);
  const [single, ...others] = selection.main;
  if (single !== undefined && others.length === 0 && query.clauses.length === 0 && selection.certainty === 'sure') {
    return composeRecord(single, context);
  }
  if (query.about === 'what-is' && query.text !== '') {
    const meant = titleMatches(selection);
    const [only] = meant;
    if (only !== undefined && meant.length === 1) {
      return composeRecord(only, { ...context, query: { ...query, action: 'record', records: [only.id], text: '' } });
    }
    if (meant.length > 1 && meant.length <= MOST_OPTIONS && selection.main.length <= MOST_OPTIONS) {
      return clarify(meant, { ...query, action: 'record' }, context);
    }
  }
  return composeList(selection, context);
}

/** How many records there are; a filter is never dropped for it. */
export function respondWithCount(engine: Engine, query: Query, context: AnswerContext): Answer {
  const clauses: readonly Clause[] =
    query.about === 'plan-contents' && query.clauses.length === 0
      ? [{ facet: 'kind', any: ['measure'] }]
      : query.clauses;
  const selection = engine.select(query, clauses);
  const isEmpty = query.text !== '' && selection.main.length === 0 && selection.apart.length === 0;
  if (isEmpty) return composeNothing(selection, context);
  const lead = query.about === 'plan-contents' ? planLead(engine, context) : undefined;
  return composeCount(selection, context, lead);
}

/** The plan, a field, a group or an organisation at a glance. */
export function respondWithOverview(engine: Engine, query: Query, context: AnswerContext): Answer {
  const { subject } = query;
  const plan = engine.catalog.records.get(engine.catalog.plan.record);
  if (query.about === 'detail' && plan !== undefined) {
    const silence = saysNothingOf(engine, plan, query, context);
    if (silence !== undefined) return silence;
  }
  if (subject === undefined) return respondWithList(engine, { ...query, action: 'list' }, context);
  const clause: Clause =
    subject.kind === 'plan' ? { facet: 'provenance', any: ['plan-2.0'] } : { facet: subject.kind, any: [subject.id] };
  const { main } = engine.select({ ...query, text: '' }, [clause]);
  const sorted =
    subject.kind === 'plan' && plan !== undefined ? [plan, ...main.filter(({ id }) => id !== plan.id)] : main;
  return composeOverview(subject, sorted, context);
}

/** Says first that the plan's own list of measures was not available. */
function planLead(engine: Engine, context: AnswerContext): string {
  const { say } = context;
  const measures = [...engine.catalog.records.values()].filter(({ kind }) => kind === 'measure');
  return say('plan.listMissing', {
    what: countInWords(measures, say, 'measure'),
    breakdown: countsInWords(countFacet(measures, 'provenance', context)),
  });
}
