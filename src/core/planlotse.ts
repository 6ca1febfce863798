import type { Answer, ClarifyAnswer } from './answer/answer.js';
import { composeCount } from './answer/compose-count.js';
import { composeList, quoted } from './answer/compose-list.js';
import { composeClarify, composeNothing } from './answer/compose-nothing.js';
import { composeOverview } from './answer/compose-overview.js';
import { composeRecord, isLate } from './answer/compose-record.js';
import { composeTalk } from './answer/compose-talk.js';
import { composeMissing, composePlanValue, composeValue } from './answer/compose-value.js';
import type { AnswerContext } from './answer/context.js';
import { countInWords } from './answer/count-words.js';
import { dateInWords } from './answer/dates-in-words.js';
import { countFacet, countsInWords } from './answer/facet-counts.js';
import { quoteNumber } from './answer/quote-number.js';
import { reasonsFor } from './answer/reasons.js';
import { recordValue } from './answer/record-value.js';
import { createSay, inLanguage } from './answer/say.js';
import type { Catalog } from './catalog/catalog.js';
import type { PlanRecord } from './catalog/record-schemas.js';
import { followUp } from './conversation/follow-up.js';
import type { LanguageTag } from './language/languages.js';
import { tokenise } from './language/tokenise.js';
import { addMonths } from './question/dates.js';
import { createFilters } from './question/filters.js';
import { type Clause, isPeriodClause, type Query } from './question/query.js';
import { createReader } from './question/read-question.js';
import { createConcepts } from './search/concepts.js';
import { recordDocuments } from './search/record-documents.js';
import { createSearchIndex } from './search/search-index.js';
import { type SearchWord, searchWords } from './search/search-words.js';
import { type Selection, selectRecords } from './search/select-records.js';

/** A question in words, or a Query that a click carries. */
export type AskRequest =
  | {
      readonly text: string;
      /** Queries of the same conversation, oldest first. */
      readonly previous?: readonly Query[];
      /** The language of question and answer; found out where it is not given. */
      readonly language?: LanguageTag;
      /** ISO day; what "bald" and "seit einem Jahr" count from. */
      readonly today: string;
      readonly page?: number;
    }
  | { readonly query: Query; readonly today: string };

/** Answers questions about one catalogue. Holds no state between questions. */
export interface Planlotse {
  readonly catalog: Catalog;
  /** Never throws for any text; bad input is an Answer too. */
  readonly answer: (request: AskRequest) => Answer;
}

export interface PlanlotseOptions {
  /** Records on a page; platforms show five. */
  readonly pageSize?: number;
}

/** Characters of a question that are heeded; the rest is told. */
export const MAX_QUESTION_LENGTH = 300;

const DEFAULT_PAGE_SIZE = 5;
/** How far "bald" looks ahead and "neu" looks back. */
const MONTHS_AHEAD = 13;
const MONTHS_BACK = 12;
/** A value is given for at most so many records at once. */
const MOST_VALUES = 3;
/** A word that more than this share of the records have tells none of them from the others. */
const EVERYWHERE = 0.25;
const NEARLY_AS_GOOD = 0.7;
const MOST_LIST_VALUES = 50;
const MOST_OPTIONS = 3;

/** Builds the index of a catalogue once and answers from it. */
export function createPlanlotse(catalog: Catalog, options: PlanlotseOptions = {}): Planlotse {
  const filters = createFilters(catalog);
  const concepts = createConcepts(catalog.concepts);
  const index = createSearchIndex(recordDocuments(catalog), concepts);
  const read = createReader(catalog, {
    words: index.lexicon.words,
    hasTerm: (term) => index.frequency(term) > 0,
    partsOf: index.lexicon.partsOf,
    isTelling: (token, language) =>
      (index.isTelling(token.stem) && index.frequency(token.stem) <= EVERYWHERE * index.size) ||
      concepts.find([token], language).length > 0,
    isConcept: (token, language) => concepts.find([token], language).length > 0,
  });
  const pageSize = options.pageSize ?? DEFAULT_PAGE_SIZE;

  const contextOf = (query: Query, today: string, notices: readonly string[]): AnswerContext => ({
    catalog,
    filters,
    say: createSay(catalog, query.language),
    today,
    query,
    pageSize,
    notices,
  });

  const select = (query: Query, clauses: readonly Clause[] = query.clauses): Selection => {
    const language = query.textLanguage ?? query.language;
    const words = searchWords(tokenise(query.text, language), language, index, concepts);
    return selectRecords({
      catalog,
      filters,
      index,
      words,
      clauses,
      strict: query.action === 'count',
      seeksHelp: query.about === 'who-helps',
    });
  };

  return {
    catalog,
    answer: (request) => {
      if ('query' in request) return execute(request.query, contextOf(request.query, request.today, []));
      const previous = request.previous?.at(-1);
      const text = request.text.slice(0, MAX_QUESTION_LENGTH);
      const reading = read(text, request.language, previous?.language);
      const joined =
        reading.query.action === 'foreign-language' ? reading.query : followUp(reading, request.previous ?? []);
      const query = request.page === undefined ? joined : { ...joined, page: request.page };
      const say = createSay(catalog, query.language);
      const notices = [
        ...(request.text.length > MAX_QUESTION_LENGTH ? [say('list.cut', { max: MAX_QUESTION_LENGTH })] : []),
        ...(reading.ignored.length > 0
          ? [say('list.passedOver', { words: quoted(reading.ignored, say.language) })]
          : []),
        ...reading.corrections.map(({ from, to }) => say('list.corrected', { from, to })),
      ];
      const context = contextOf(query, request.today, notices);
      if (request.text.trim() === '') {
        return composeNothing({ words: [], offered: [] }, context, say('nothing.empty'));
      }
      return execute(query, context);
    },
  };

  function execute(query: Query, context: AnswerContext): Answer {
    switch (query.action) {
      case 'help':
      case 'about':
      case 'privacy':
      case 'greeting':
      case 'thanks':
      case 'foreign-language':
        return composeTalk(query.action, context);
      case 'record':
        return answerRecord(query, context);
      case 'value':
        return answerValue(query, context);
      case 'count':
        return answerCount(query, context);
      case 'overview':
        return answerOverview(query, context);
      case 'list':
        return answerList(query, context);
    }
  }

  function named(query: Query): PlanRecord[] {
    return (query.records ?? []).flatMap((id) => catalog.records.get(id) ?? []);
  }

  function answerRecord(query: Query, context: AnswerContext): Answer {
    const [record, ...others] = named(query);
    if (record === undefined) return answerList({ ...query, action: 'list' }, context);
    if (others.length > 0) return clarify([record, ...others], query, context);
    return saysNothingOf(record, query, context) ?? composeRecord(record, context);
  }

  /** The honest answer where a record is found but most of the question's other words are not in it. */
  function saysNothingOf(record: PlanRecord, query: Query, context: AnswerContext): Answer | undefined {
    const year = query.about === 'detail' ? query.clauses.find(isPeriodClause)?.from?.slice(0, 4) : undefined;
    if (year !== undefined && !JSON.stringify(record).includes(year)) {
      const lead = context.say('answer.wordsUnknown', {
        title: inLanguage(record.shortTitle, context.say.language).text,
        words: year,
      });
      return composeNothing({ words: [], offered: [record] }, context, lead);
    }
    if (query.text === '') return undefined;
    const selection = select(query, []);
    const found = new Set(selection.matches.get(record.id)?.words.map(({ word }) => word) ?? []);
    const silent = selection.words
      .filter((word) => !found.has(word.text) && isAskedFor(word, query))
      .map(({ text }) => text);
    if (silent.length === 0 || silent.length * 2 < selection.words.length) return undefined;
    const { language } = context.say;
    const lead = context.say('answer.wordsUnknown', {
      title: inLanguage(record.shortTitle, language).text,
      words: quoted(silent, language),
    });
    return composeNothing({ words: selection.words, offered: [record] }, context, lead);
  }

  function clarify(records: readonly PlanRecord[], query: Query, context: AnswerContext): ClarifyAnswer {
    return composeClarify(records.slice(0, MOST_OPTIONS), { ...query, text: '' }, context);
  }

  /** Whether a word that the record does not have makes the question one that the record cannot answer. */
  function isAskedFor({ text, alternatives }: SearchWord, query: Query): boolean {
    // Beside a property other words say nothing new; a number does ("Plan 3.0").
    const isUnknown = alternatives.every(({ kind }) => kind === 'part' || kind === 'beginning');
    if (query.action === 'value') return isUnknown && /\d/.test(text);
    return isUnknown || query.about === 'detail';
  }

  function answerValue(query: Query, context: AnswerContext): Answer {
    const { property, missing } = query;
    const records = named(query);
    if (missing !== undefined) {
      const label = catalog.phrases.missing.find(({ id }) => id === missing)?.label ?? {};
      const isForeign = records.length === 0 && query.text !== '' && select(query, []).main.length === 0;
      if (isForeign) return composeNothing(select(query, []), context);
      return composeMissing(inLanguage(label, context.say.language).text, nearest(query, records), context);
    }
    if (property === undefined) return answerList({ ...query, action: 'list' }, context);
    if (query.subject?.kind === 'plan') {
      const plan = catalog.records.get(catalog.plan.record);
      const silence = plan === undefined ? undefined : saysNothingOf(plan, query, context);
      return silence ?? composePlanValue(property, context);
    }
    if (records.length > 1) return clarify(records, query, context);
    const [record] = records;
    if (record !== undefined) {
      const silence = property === 'number' ? undefined : saysNothingOf(record, query, context);
      return silence ?? composeValue([record], property, context);
    }
    const selection = select(query);
    const { main } = selection;
    if (main.length === 0) return composeNothing(selection, context);
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
  function nearTop(main: readonly PlanRecord[], { matches }: Selection): PlanRecord[] {
    const scoreOf = ({ id }: PlanRecord): number => matches.get(id)?.score ?? 0;
    const best = Math.max(0, ...main.map(scoreOf));
    return main.filter((record) => scoreOf(record) >= NEARLY_AS_GOOD * best).slice(0, MOST_VALUES);
  }

  /** A number that some text gives for what the question counts; else nothing, with the nearest records. */
  function numberIn(main: readonly PlanRecord[], selection: Selection, context: AnswerContext): Answer {
    const telling = main.slice(0, MOST_VALUES).filter((record) => quoteNumber(record, context) !== undefined);
    return telling.length === 0
      ? composeNothing({ words: selection.words, offered: main.slice(0, MOST_VALUES) }, context)
      : composeValue(telling.slice(0, 1), 'number', context);
  }

  function nearest(query: Query, records: readonly PlanRecord[]): PlanRecord[] {
    if (records.length > 0) return records.slice(0, 1);
    if (query.subject?.kind === 'plan')
      return [catalog.records.get(catalog.plan.record)].filter((record) => record !== undefined);
    return query.text === '' ? [] : select(query).main.slice(0, 1);
  }

  function answerCount(query: Query, context: AnswerContext): Answer {
    const clauses: readonly Clause[] =
      query.about === 'plan-contents' && query.clauses.length === 0
        ? [{ facet: 'kind', any: ['measure'] }]
        : query.clauses;
    const selection = select(query, clauses);
    const isEmpty = query.text !== '' && selection.main.length === 0 && selection.apart.length === 0;
    if (isEmpty) return composeNothing(selection, context);
    const lead = query.about === 'plan-contents' ? planLead(context) : undefined;
    return composeCount(selection, context, lead);
  }

  function planLead({ say }: AnswerContext): string {
    const measures = [...catalog.records.values()].filter(({ kind }) => kind === 'measure');
    return say('plan.listMissing', {
      what: countInWords(measures, say, 'measure'),
      breakdown: countsInWords(countFacet(measures, 'provenance', catalog, say)),
    });
  }

  function answerOverview(query: Query, context: AnswerContext): Answer {
    const { subject } = query;
    const plan = catalog.records.get(catalog.plan.record);
    if (query.about === 'detail' && plan !== undefined) {
      const silence = saysNothingOf(plan, query, context);
      if (silence !== undefined) return silence;
    }
    if (subject === undefined) return answerList({ ...query, action: 'list' }, context);
    const clause: Clause =
      subject.kind === 'plan' ? { facet: 'provenance', any: ['plan-2.0'] } : { facet: subject.kind, any: [subject.id] };
    const { main } = select({ ...query, text: '' }, [clause]);
    const sorted =
      subject.kind === 'plan' && plan !== undefined ? [plan, ...main.filter(({ id }) => id !== plan.id)] : main;
    return composeOverview(subject, sorted, context);
  }

  function answerList(query: Query, context: AnswerContext): Answer {
    const { say, today } = context;
    if (query.text === '' && query.clauses.length === 0 && query.about === undefined)
      return composeTalk('help', context);
    const date = (day: string): string => dateInWords(day, say.language);
    switch (query.about ?? 'topic') {
      case 'new': {
        const given = query.clauses.find((clause) => clause.facet === 'start');
        const from = given !== undefined && 'from' in given ? (given.from ?? today) : addMonths(today, -MONTHS_BACK);
        const clauses: Clause[] =
          given === undefined ? [...query.clauses, { facet: 'start', from }] : [...query.clauses];
        const selection = select(query, clauses);
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
        const selection = select(query, clauses);
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
        const selection = select(query);
        const main = selection.main.filter((record) => isLate(record, today));
        return main.length === 0
          ? composeNothing({ words: [], offered: [] }, context, say('list.noLate'))
          : composeList(
              { ...selection, main, apart: [] },
              context,
              say('list.late', { what: countInWords(main, say) }),
            );
      }
      case 'plan-contents': {
        const selection = select(query);
        return selection.main.length === 0
          ? composeNothing(selection, context)
          : composeList(selection, context, planLead(context));
      }
      case 'what-is':
      case 'plan-fields':
      case 'detail':
      case 'who-helps':
      case 'topic':
        return answerTopic(query, context);
    }
  }

  function answerTopic(query: Query, context: AnswerContext): Answer {
    const selection = select(query);
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

  /** Records whose title or alias holds every word of the question. */
  function titleMatches({ main, words, matches }: Selection): PlanRecord[] {
    return main.filter(({ id }) => {
      const found = matches.get(id)?.words ?? [];
      return (
        found.length === words.length &&
        found.every(
          ({ by, fields }) =>
            fields.includes('title') && (by.kind === 'word' || by.kind === 'part' || by.kind === 'typo'),
        )
      );
    });
  }
}
