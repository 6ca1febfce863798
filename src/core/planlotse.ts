import type { Answer } from './answer/answer.js';
import { quoted } from './answer/compose-list.js';
import { composeNothing } from './answer/compose-nothing.js';
import { composeTalk } from './answer/compose-talk.js';
import type { AnswerContext } from './answer/context.js';
import { createSay } from './answer/say.js';
import type { Catalog } from './catalog/catalog.js';
import type { AskRequest } from './conversation/ask-request.js';
import { joinForm } from './conversation/filter-form.js';
import { followUp } from './conversation/follow-up.js';
import { limitValues } from './conversation/steps.js';
import type { Engine } from './engine.js';
import { legibleText } from './language/fold.js';
import { createFilters } from './question/filters.js';
import type { Query } from './question/query.js';
import { createReader } from './question/read-question.js';
import { respondWithCount, respondWithList, respondWithOverview } from './respond-with-list.js';
import { respondWithRecord } from './respond-with-record.js';
import { respondWithValue } from './respond-with-value.js';
import { createConcepts } from './search/concepts.js';
import { recordDocuments } from './search/record-documents.js';
import { createSearchIndex } from './search/search-index.js';
import { searchWords } from './search/search-words.js';
import { createSelectRecords } from './search/select-records.js';
import type { SearchStages } from './search/stages.js';

/** Answers questions about one catalogue. Holds no state between questions. */
export interface Planlotse {
  readonly catalog: Catalog;
  /** Never throws for any text; bad input is an Answer too. */
  readonly answer: (request: AskRequest) => Answer;
}

export interface PlanlotseOptions {
  /** Records on a page; platforms show five. */
  readonly pageSize?: number;
  /** Steps of the search; all of them, but for measuring what one is worth. */
  readonly stages?: SearchStages;
}

/** Characters of a question that are heeded; the rest is told. */
export const MAX_QUESTION_LENGTH = 300;

const DEFAULT_PAGE_SIZE = 5;
/** A word that more than this share of the records have tells none of them from the others. */
const EVERYWHERE = 0.25;

/** Builds the index of a catalogue once and answers from it. */
export function createPlanlotse(catalog: Catalog, options: PlanlotseOptions = {}): Planlotse {
  const filters = createFilters(catalog);
  const concepts = createConcepts(catalog.concepts);
  const index = createSearchIndex(recordDocuments(catalog), concepts, options.stages, catalog.phrases.common);
  const read = createReader(catalog, {
    words: index.lexicon.words,
    written: index.lexicon.written,
    hasTerm: (term) => index.frequency(term) > 0,
    partsOf: index.lexicon.partsOf,
    isTelling: (token, language) =>
      (index.isTelling(token.stem) && index.frequency(token.stem) <= EVERYWHERE * catalog.records.size) ||
      concepts.find([token], language).length > 0,
    lacking: (tokens, language) => concepts.find(tokens, language).filter(({ id }) => concepts.isElsewhere(id)),
    isConcept: (token, language) => concepts.find([token], language).length > 0,
  });
  const selectRecords = createSelectRecords(catalog, filters, index);
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

  const select: Engine['select'] = (query, clauses = query.clauses) => {
    const language = query.textLanguage ?? query.language;
    return selectRecords({
      words: searchWords(query.text, language, index),
      clauses,
      ...(query.focus === undefined ? {} : { focus: query.focus.split(' ') }),
      strict: query.action === 'count',
      seeksHelp: query.about === 'who-helps',
    });
  };

  const engine: Engine = { catalog, select };

  return {
    catalog,
    answer: (request) => {
      if ('query' in request) return execute(request.query, contextOf(request.query, request.today, []));
      const previous = request.previous?.at(-1);
      const text = legibleText(request.text.slice(0, MAX_QUESTION_LENGTH));
      const reading = read(text, request.language, previous?.language);
      const joined =
        request.clauses !== undefined
          ? joinForm(reading, text, request.clauses)
          : reading.query.action === 'foreign-language'
            ? reading.query
            : followUp(reading, request.previous ?? []);
      const limited = { ...joined, clauses: limitValues(joined.clauses) };
      const query = request.page === undefined ? limited : { ...limited, page: request.page };
      const say = createSay(catalog, query.language);
      const notices = [
        ...(request.text.length > MAX_QUESTION_LENGTH ? [say('list.cut', { max: MAX_QUESTION_LENGTH })] : []),
        ...(reading.ignored.length > 0
          ? [say('list.passedOver', { words: quoted(reading.ignored, say.language) })]
          : []),
        ...reading.corrections.map(({ from, to }) => say('list.corrected', { from, to })),
      ];
      const context = contextOf(query, request.today, notices);
      if (text.trim() === '' && query.clauses.length === 0) {
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
        return respondWithRecord(engine, query, context) ?? respondWithList(engine, asList(query), context);
      case 'value':
        return respondWithValue(engine, query, context) ?? respondWithList(engine, asList(query), context);
      case 'count':
        return respondWithCount(engine, query, context);
      case 'overview':
        return respondWithOverview(engine, query, context);
      case 'list':
        return respondWithList(engine, query, context);
    }
  }
}

/** A record or value that is no longer there leaves its words and filters. */
function asList(query: Query): Query {
  return { ...query, action: 'list' };
}
