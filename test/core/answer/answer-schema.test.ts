import { readFileSync } from 'node:fs';
import { Ajv, type ValidateFunction } from 'ajv';
import { beforeAll, describe, expect, expectTypeOf, it } from 'vitest';
import { type RequestError, requestError } from '../../../src/commands/read-request.js';
import {
  type Answer,
  type AnswerJson,
  type AnswerKind,
  answerJsonSchema,
  answerToJson,
  type ClarifyAnswer,
  type CountAnswer,
  createAnswerJsonSchema,
  type Evidence,
  evaluateGolden,
  type MeasuresAnswer,
  type NothingFoundAnswer,
  type OverviewAnswer,
  type Query,
  type RecordAnswer,
  type RecordEvidence,
  readGolden,
  type TalkAnswer,
  type ValueAnswer,
} from '../../../src/core/index.js';
import { dataFiles } from '../../data-files.js';
import { realPlanlotse, TODAY } from '../real-planlotse.js';

type Json = Readonly<Record<string, unknown>>;

/** A type without what does not matter to JSON: whether it is readonly, and how it is put together. */
type Plain<T> = T extends readonly (infer Item)[]
  ? Plain<Item>[]
  : T extends object
    ? { -readonly [Key in keyof T]: Plain<T[Key]> }
    : T;

/** What `answerToJson` makes of an answer. */
type Published<A extends Answer> = A extends Answer
  ? Omit<A, 'evidence'> & { version: 1; text: string; evidence: Evidence & { records: RecordEvidence[] } }
  : never;

type SchemaOf<Kind extends AnswerJson['kind']> = Plain<Extract<AnswerJson, { kind: Kind }>>;
type TalkJson = Plain<Extract<AnswerJson, { examples: unknown }>>;
type AnswerOf<A extends Answer> = Plain<Published<A>>;

const KINDS = Object.keys({
  measures: true,
  record: true,
  value: true,
  count: true,
  overview: true,
  clarify: true,
  'nothing-found': true,
  help: true,
  about: true,
  privacy: true,
  greeting: true,
  thanks: true,
  'foreign-language': true,
} satisfies Record<AnswerKind, true>);

let answers: readonly { readonly question: string; readonly json: Json }[];
let validate: ValidateFunction;

beforeAll(() => {
  const { catalog, planlotse } = realPlanlotse();
  const golden = evaluateGolden(readGolden(dataFiles, catalog).questions, planlotse);
  // Whether a question in words has several readings depends on the data; a Query that names two records always has.
  const twoNamed: Query = {
    action: 'record',
    language: 'de',
    text: '',
    clauses: [],
    records: [...catalog.records.keys()].slice(0, 2),
    page: 1,
  };
  answers = [
    ...golden.map(({ question, answer }) => ({ question: question.question, json: answerToJson(answer, catalog) })),
    {
      question: 'two named records',
      json: answerToJson(planlotse.answer({ query: twoNamed, today: TODAY }), catalog),
    },
  ];
  validate = new Ajv({ strict: true }).compile(createAnswerJsonSchema());
});

describe('the schema of answers', () => {
  it('has the properties of every kind of Answer, and no others', () => {
    // Checked by the compiler: a property that answer.ts gains, loses or changes is an error here.
    expectTypeOf<SchemaOf<'measures'>>().toEqualTypeOf<AnswerOf<MeasuresAnswer>>();
    expectTypeOf<SchemaOf<'record'>>().toEqualTypeOf<AnswerOf<RecordAnswer>>();
    expectTypeOf<SchemaOf<'value'>>().toEqualTypeOf<AnswerOf<ValueAnswer>>();
    expectTypeOf<SchemaOf<'count'>>().toEqualTypeOf<AnswerOf<CountAnswer>>();
    expectTypeOf<SchemaOf<'overview'>>().toEqualTypeOf<AnswerOf<OverviewAnswer>>();
    expectTypeOf<SchemaOf<'clarify'>>().toEqualTypeOf<AnswerOf<ClarifyAnswer>>();
    expectTypeOf<SchemaOf<'nothing-found'>>().toEqualTypeOf<AnswerOf<NothingFoundAnswer>>();
    expectTypeOf<TalkJson>().toEqualTypeOf<AnswerOf<TalkAnswer>>();
    expectTypeOf<SchemaOf<'error'>>().toEqualTypeOf<Plain<RequestError>>();
    expectTypeOf<Exclude<AnswerJson['kind'], 'error'>>().toEqualTypeOf<AnswerKind>();
  });

  it('accepts the answer to every golden question, before and after its way through JSON', () => {
    const problems = answers.flatMap(({ question, json }) => {
      const sent: unknown = JSON.parse(JSON.stringify(json));
      expect(sent).toEqual(json);
      const result = answerJsonSchema.safeParse(json);
      const found = result.success
        ? []
        : result.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
      const published = validate(sent)
        ? []
        : (validate.errors ?? []).map((error) => `${error.instancePath} ${error.message}`);
      return [...found, ...published].map((problem) => `${question}: ${problem}`);
    });
    expect(answers.length).toBeGreaterThan(500);
    expect(problems).toEqual([]);
  });

  it('sees every kind of answer in these tests', () => {
    expect([...new Set(answers.map(({ json }) => json.kind))].sort()).toEqual([...KINDS].sort());
  });

  it('accepts every error that a stream can hold', () => {
    for (const code of ['EMPTY_QUESTION', 'LINE_TOO_LONG', 'BROKEN_JSON', 'INVALID_REQUEST'] as const) {
      expect(accepts(requestError(code, 'What is wrong.'))).toEqual([true, true]);
    }
  });

  it('holds what the total says', () => {
    for (const { json } of answers) {
      const { ids, total, kind, evidence, apart, offered } = answerJsonSchema.parse(json) as Extract<
        AnswerJson,
        { ids: unknown }
      >;
      expect({ kind, total }).toEqual({ kind, total: ids.length });
      expect(evidence.records.map(({ id }) => id)).toEqual([...new Set([...ids, ...apart, ...offered])]);
    }
  });

  it.each(KINDS)('refuses an unknown key in an answer of kind %s', (kind) => {
    expect(accepts({ ...example(kind), extra: 1 })).toEqual([false, false]);
  });

  it.each([
    ['a kind that does not exist', { kind: 'list' }],
    ['another version', { version: 2 }],
    ['a number of records below zero', { total: -1 }],
    ['a page before the first', { page: 0 }],
    ['a status that does not exist', { cards: [{ evidence: { status: 'started' } }] }],
    ['an unknown key of the query', { query: { limit: 5 } }],
    ['a missing list of ids', { ids: undefined }],
  ])('refuses %s', (_, change) => {
    expect(accepts(JSON.parse(JSON.stringify({ ...example('measures'), ...change })))).toEqual([false, false]);
  });
});

describe('docs/answer.schema.json', () => {
  it('is what the program writes (else: npm run schemas)', () => {
    const stored = readFileSync(new URL('../../../docs/answer.schema.json', import.meta.url), 'utf8');
    expect(stored.replaceAll('\r\n', '\n')).toBe(`${JSON.stringify(createAnswerJsonSchema(), null, 2)}\n`);
  });

  it('explains every property and every kind', () => {
    const { definitions, ...rest } = createAnswerJsonSchema();
    expect(silentProperties({ definitions, ...rest })).toEqual([]);
    for (const definition of Object.values(definitions as Record<string, Json>)) {
      expect(definition.description).toMatch(/\.$/);
    }
  });
});

/** Whether zod and the JSON Schema accept a value. */
function accepts(value: unknown): readonly [boolean, boolean] {
  return [answerJsonSchema.safeParse(value).success, validate(value)];
}

function example(kind: string): Json {
  const found = answers.find(({ json }) => json.kind === kind);
  if (found === undefined) throw new Error(`no question here is answered by "${kind}"`);
  return found.json;
}

/** Paths of properties without a description, of their own or of what they refer to. */
function silentProperties(node: unknown, path = ''): string[] {
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([key, value]) => {
    const own =
      key === 'properties'
        ? Object.entries(value as Readonly<Record<string, Json>>)
            .filter(([, property]) => typeof property.description !== 'string' && typeof property.$ref !== 'string')
            .map(([name]) => `${path}.${name}`)
        : [];
    return [...own, ...silentProperties(value, `${path}.${key}`)];
  });
}
