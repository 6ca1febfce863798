import type { Answer, ClarifyAnswer } from './answer/answer.js';
import { quoted } from './answer/compose-list.js';
import { composeClarify, composeNothing } from './answer/compose-nothing.js';
import { composeRecord } from './answer/compose-record.js';
import { composeValue } from './answer/compose-value.js';
import type { AnswerContext } from './answer/context.js';
import { quoteNumber } from './answer/quote-number.js';
import { inLanguage } from './answer/say.js';
import type { PlanRecord } from './catalog/record-schemas.js';
import type { Engine } from './engine.js';
import { isPeriodClause, type Query } from './question/query.js';
import type { SearchWord } from './search/search-words.js';
import type { Selection } from './search/select-records.js';

/** How many records a question back offers. */
export const MOST_OPTIONS = 3;

/** The public records that a Query names. */
export function namedRecords(engine: Engine, query: Query): PlanRecord[] {
  return (query.records ?? []).flatMap((id) => engine.catalog.records.get(id) ?? []);
}

/** One record in full, a question back where a name belongs to several, or that it says nothing of what is asked. */
export function respondWithRecord(engine: Engine, query: Query, context: AnswerContext): Answer | undefined {
  const [record, ...others] = namedRecords(engine, query);
  if (record === undefined) return undefined;
  if (others.length > 0) return clarify([record, ...others], query, context);
  const silence = saysNothingOf(engine, record, query, context);
  if (silence === undefined) return composeRecord(record, context);
  // "Umfang des ersten Plans in Seiten?": a sentence may count what no field holds.
  return quoteNumber(record, context) === undefined ? silence : composeValue([record], 'number', context);
}

/** The honest answer where a record is found but most of the question's other words are not in it. */
export function saysNothingOf(
  engine: Engine,
  record: PlanRecord,
  query: Query,
  context: AnswerContext,
): Answer | undefined {
  const year = query.about === 'detail' ? query.clauses.find(isPeriodClause)?.from?.slice(0, 4) : undefined;
  if (year !== undefined && !JSON.stringify(record).includes(year)) {
    const lead = context.say('answer.wordsUnknown', {
      title: inLanguage(record.shortTitle, context.say.language).text,
      words: year,
    });
    return composeNothing({ words: [], offered: [record] }, context, lead);
  }
  if (query.text === '') return undefined;
  const selection = engine.select(query, []);
  const found = new Set(selection.explain(record.id).map(({ word }) => word));
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

/** Whether a word that the record does not have makes the question one that the record cannot answer. */
function isAskedFor({ text, alternatives, isLacking }: SearchWord, query: Query): boolean {
  if (isLacking) return true;
  // Beside a property other words say nothing new; a number does ("Plan 3.0").
  const isUnknown = alternatives.every(({ kind }) => kind === 'part' || kind === 'beginning');
  if (query.action === 'value') return isUnknown && /\d/.test(text);
  return isUnknown || query.about === 'detail';
}

/** Asks which of a few records is meant. */
export function clarify(records: readonly PlanRecord[], query: Query, context: AnswerContext): ClarifyAnswer {
  return composeClarify(records.slice(0, MOST_OPTIONS), { ...query, text: '' }, context);
}

/** Records whose title or alias holds every word of the question. */
export function titleMatches({ main, words, explain }: Selection): PlanRecord[] {
  return main.filter(({ id }) => {
    const found = explain(id);
    return (
      found.length === words.length &&
      found.every(
        ({ by, fields }) =>
          // A part of a word ("Jugendberufshilfe") names no record; two words that a title joins do.
          fields.includes('title') &&
          (by.kind === 'word' || by.kind === 'typo' || (by.kind === 'part' && by.via === undefined)),
      )
    );
  });
}
