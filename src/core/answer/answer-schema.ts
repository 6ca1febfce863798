import { z } from 'zod';
import { described } from '../catalog/schema-parts.js';
import { PROPERTIES } from '../catalog/vocabulary-schemas.js';
import { LANGUAGE_TAGS } from '../language/languages.js';
import { querySchema } from '../question/query-schema.js';
import { ANSWER_JSON_VERSION } from './answer-json.js';
import {
  card,
  cards,
  detailLine,
  evidence,
  facetMenus,
  lines,
  reason,
  recordId,
  sourceLinks,
  words,
} from './answer-parts-schema.js';

const version = described(
  z.literal(ANSWER_JSON_VERSION),
  'Version of this shape. It changes when a property goes or changes its meaning, not when one is added.',
);

const ids = (description: string) => described(z.array(z.string().min(1)), description);

/** What every answer has, whatever its kind. */
const shared = {
  language: described(z.enum(LANGUAGE_TAGS), 'Language of the answer (BCP 47).'),
  ids: ids('Records that are the answer to what was asked, best first, of all pages.'),
  apart: ids('Records of other kinds that fit as well; never counted in `total`.'),
  offered: ids('Records that are only suggested: nearest ones, or choices. They do not answer the question.'),
  total: described(z.int().min(0), 'Number of records that answer: the length of `ids`.'),
  text: words(
    'The whole answer as plain text, complete without the other properties, with the evidence line at its end.',
  ),
  query: querySchema,
  sentences: lines('What the answer says before anything else, the most important sentence first.').min(1),
  notices: lines('Restrictions that the reader has to know: dropped filters, corrected words, what else holds.'),
  reasons: described(
    z.array(reason),
    'Why records are in `ids`, in the same order; empty where no words or filters led to them (values, overviews).',
  ),
  evidence,
};

/** One page of a list; the other properties speak of all pages. */
const paging = {
  page: described(z.int().min(1), 'The page that `cards` shows, from 1.'),
  pages: described(z.int().min(1), 'How many pages there are.'),
  cards: cards('The records of this page, best first.'),
};

const uncovered = described(
  z.array(z.string().min(1)).min(1),
  'Words of the question that nothing in the data knows; absent where there are none.',
).exactOptional();

const filters = lines('The filters that hold, in words.');
const breakdown = facetMenus('The records of all pages, divided.');

const measures = described(
  z.strictObject({
    version,
    kind: described(z.literal('measures'), 'A ranked list of records, not only of measures.'),
    ...shared,
    ...paging,
    filters,
    apartCards: cards('The first records of `apart`.'),
    narrowing: facetMenus('Menus that narrow the list, each with how many records a choice leaves.'),
    notUnderstood: uncovered,
  }),
  'A ranked list, with its filters and what would narrow it.',
).meta({ id: 'MeasuresAnswer' });

const record = described(
  z.strictObject({
    version,
    kind: described(z.literal('record'), 'One record in full.'),
    ...shared,
    card,
    summary: words('The whole summary (German where there is no other; see `card.otherLanguage`).'),
    details: described(z.array(detailLine), 'Every field that the sources fill.'),
    contact: described(
      z.strictObject({
        label: words('Whether it is a contact or only a page with information.'),
        url: described(z.string().regex(/^(?:https?:\/\/|mailto:)\S+$/), 'A page, or a mailbox as `mailto:`.'),
      }),
      'Whom to turn to; absent where no source says.',
    ).exactOptional(),
    related: described(
      z.array(z.strictObject({ id: recordId('Id of the related record.'), title: words('Its short title.') })),
      'Records that belong together with this one.',
    ),
  }),
  'One measure, institution, event or fact in full.',
).meta({ id: 'RecordAnswer' });

const value = described(
  z.strictObject({
    version,
    kind: described(z.literal('value'), 'The value asked for, in a sentence each.'),
    ...shared,
    property: described(
      z.enum([...PROPERTIES, 'missing']),
      'What was asked for; `missing` for something that the collection holds for no record (see `query.missing`).',
    ),
    known: described(z.boolean(), 'Whether the sources give it for at least one record.'),
    rows: described(
      z.array(
        z.strictObject({
          id: recordId('Id of the record.'),
          title: words('Its short title.'),
          value: words('The value; absent where the sources do not give it.').exactOptional(),
        }),
      ),
      'The value of each record that was asked about.',
    ),
    cards: cards('The first records that were asked about, or the nearest where nothing is known.'),
  }),
  'When, who, how much, how long, where: one property of one or several records, or of the plan.',
).meta({ id: 'ValueAnswer' });

const count = described(
  z.strictObject({
    version,
    kind: described(z.literal('count'), 'A number; it stands in `total`.'),
    ...shared,
    filters,
    breakdown,
    notUnderstood: uncovered,
  }),
  'How many records there are, with a breakdown.',
).meta({ id: 'CountAnswer' });

const overview = described(
  z.strictObject({
    version,
    kind: described(z.literal('overview'), 'A subject at a glance.'),
    ...shared,
    ...paging,
    title: words('Name of the subject.'),
    details: described(z.array(detailLine), 'What is known of the subject; empty except for the plan.'),
    breakdown,
    sources: sourceLinks('Pages that prove the details; empty except for the plan.'),
  }),
  'The plan, an action field, an organisation or a target group at a glance.',
).meta({ id: 'OverviewAnswer' });

const clarify = described(
  z.strictObject({
    version,
    kind: described(z.literal('clarify'), 'The question can mean several things.'),
    ...shared,
    options: described(
      z.array(z.strictObject({ label: words('What the reader chooses.'), query: querySchema })).min(2),
      'Two or three readings, with the query that each would ask. `offered` holds their records.',
    ),
  }),
  'A question back.',
).meta({ id: 'ClarifyAnswer' });

const nothingFound = described(
  z.strictObject({
    version,
    kind: described(z.literal('nothing-found'), 'Nothing fits; `ids` is empty.'),
    ...shared,
    understood: described(z.array(z.string().min(1)), 'Words of the question that the collection knows.'),
    notUnderstood: described(z.array(z.string().min(1)), 'Words of the question that it does not know.'),
    offeredCards: cards('The records of `offered`.'),
  }),
  'An honest "nothing fits", with what was understood and the nearest records.',
).meta({ id: 'NothingFoundAnswer' });

const talk = described(
  z.strictObject({
    version,
    kind: described(
      z.enum(['help', 'about', 'privacy', 'greeting', 'thanks', 'foreign-language']),
      'What is said about the program itself. `foreign-language`: the question is in a language that it does not know.',
    ),
    ...shared,
    examples: lines('Questions that can be asked; only for help and greeting.'),
  }),
  'An answer about the program itself.',
).meta({ id: 'TalkAnswer' });

const error = described(
  z.strictObject({
    version,
    kind: described(z.literal('error'), 'The input could not be read; this stands in the place of its answer.'),
    code: described(
      z.enum(['EMPTY_QUESTION', 'LINE_TOO_LONG', 'BROKEN_JSON', 'INVALID_REQUEST']),
      'What is wrong, for programs.',
    ),
    message: described(
      z.string().min(1),
      'What is wrong and what is accepted, in English, for whoever wrote the input.',
    ),
  }),
  'Bad input.',
).meta({ id: 'ErrorAnswer' });

/** The schema of what `answerToJson` gives, and of the error that a stream of answers can hold in its place. */
export const answerJsonSchema = z.discriminatedUnion('kind', [
  measures,
  record,
  value,
  count,
  overview,
  clarify,
  nothingFound,
  talk,
  error,
]);

/** An answer in the published JSON shape, or the error in its place. */
export type AnswerJson = z.infer<typeof answerJsonSchema>;

/** The published JSON Schema (draft 7) of an answer; it depends on the program only, not on the data. */
export function createAnswerJsonSchema(): Readonly<Record<string, unknown>> {
  const { $schema, ...body } = z.toJSONSchema(answerJsonSchema, { target: 'draft-7' });
  return {
    $schema,
    $id: `urn:planlotse:answer:${ANSWER_JSON_VERSION}`,
    title: 'Answer of Planlotse',
    description: 'One line of `planlotse ask --json`: an answer, or the error in its place. `kind` says which.',
    ...body,
  };
}
