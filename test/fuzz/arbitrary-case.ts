import fc from 'fast-check';
import { type Catalog, type Clause, clausesFromFilters, type LanguageTag, readGolden } from '../../src/core/index.js';
import { dataFiles } from '../data-files.js';
import { HOSTILE } from '../hostile-text.js';

/** What one person does: asks, types on below the answer, clicks. */
export interface FuzzCase {
  readonly text: string;
  /** As a platform or an option may give it. */
  readonly language: LanguageTag | undefined;
  /** Filters of a form beside the text. */
  readonly clauses: readonly Clause[] | undefined;
  readonly followUps: readonly string[];
  /** Tells which option of each menu is chosen. */
  readonly pick: number;
}

/** Longer than any line that `ask` takes, and than any message of a platform. */
const LONGEST = 100_000;

const TIMES = [
  'seit 2020',
  'bis Ende 2025',
  'zwischen 2019 und 2021',
  'nach dem 31.12.2024',
  'seit März 2023',
  'since March 2021',
  'before 2018',
  '30.02.2024',
  '99999999999999999999',
  '-1',
  '0',
];

/** Questions made of what people say, what the data says, noise, and text that breaks things elsewhere. */
export function arbitraryCase(catalog: Catalog): fc.Arbitrary<FuzzCase> {
  const question = arbitraryQuestion(catalog);
  return fc.record({
    text: fc.oneof(
      { weight: 30, arbitrary: question },
      {
        weight: 1,
        arbitrary: fc
          .tuple(question, fc.integer({ min: 301, max: LONGEST }))
          .map(([text, length]) => `${text} `.repeat(Math.ceil(length / (text.length + 1))).slice(0, length)),
      },
    ),
    language: fc.constantFrom(undefined, undefined, 'de' as const, 'en' as const),
    clauses: fc.oneof(
      { weight: 4, arbitrary: fc.constant(undefined) },
      { weight: 1, arbitrary: arbitraryForm(catalog) },
    ),
    followUps: fc.array(question, { maxLength: 2 }),
    pick: fc.nat(),
  });
}

function arbitraryQuestion(catalog: Catalog): fc.Arbitrary<string> {
  const { actionFields, targetGroups, organisations, regions, records, concepts, phrases } = catalog;
  const things = [actionFields, targetGroups, organisations, regions].flatMap((map) => [...map.values()]);
  const named = [...records.values()].map(({ title, shortTitle, aliases, keywords, questions }) => [
    title,
    shortTitle,
    aliases,
    keywords,
    questions,
  ]);
  const golden = readGolden(dataFiles, catalog).questions.map(({ question }) => question);
  const ids = [...records.keys()];
  const word = fc.oneof(
    { weight: 5, arbitrary: fc.constantFrom(...stringsIn(phrases)) },
    { weight: 4, arbitrary: fc.constantFrom(...stringsIn([...concepts.values()])) },
    { weight: 3, arbitrary: fc.constantFrom(...stringsIn(things)) },
    { weight: 3, arbitrary: fc.constantFrom(...stringsIn(named)) },
    { weight: 2, arbitrary: fc.constantFrom(...golden) },
    { weight: 1, arbitrary: fc.constantFrom(...TIMES, ...ids) },
  );
  const noise = fc.oneof(
    { weight: 2, arbitrary: fc.constantFrom(...HOSTILE) },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 12 }) },
    { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 12 }) },
  );
  const piece = fc.oneof(
    { weight: 12, arbitrary: word },
    { weight: 3, arbitrary: fc.tuple(word, fc.nat(), fc.nat(3)).map(misspell) },
    { weight: 3, arbitrary: noise },
  );
  const joint = fc.constantFrom(' ', ' ', ' ', ' ', ', ', '-', '/', '', '\n', '?! ');
  const sentence = fc
    .array(fc.tuple(piece, joint), { maxLength: 9 })
    .map((pieces) => pieces.map((pair) => pair.join('')).join(''));
  return fc.oneof(
    { weight: 2, arbitrary: fc.constantFrom(...golden) },
    { weight: 1, arbitrary: fc.tuple(fc.constantFrom(...golden), fc.nat(), fc.nat(3)).map(misspell) },
    { weight: 9, arbitrary: sentence },
  );
}

/** What a form may be filled with. */
function arbitraryForm({ actionFields, targetGroups, regions }: Catalog): fc.Arbitrary<Clause[]> {
  const some = (ids: Iterable<string>) => fc.array(fc.constantFrom(...ids), { maxLength: 9 });
  const day = fc.constantFrom('2017', '2024-02', '2025-12-31');
  return fc
    .record(
      {
        field: some(actionFields.keys()),
        group: some(targetGroups.keys()),
        region: some(regions.keys()),
        type: some(['programme', 'counselling']),
        status: some(['running', 'unknown']),
        from: day,
        to: day,
      },
      { requiredKeys: [] },
    )
    .map(clausesFromFilters);
}

/** A letter lost, doubled, changed places or wrong. */
function misspell([word, place, way]: readonly [string, number, number]): string {
  const at = place % Math.max(1, word.length);
  const [before, letter, after] = [word.slice(0, at), word.charAt(at), word.slice(at + 1)];
  const changed = [after, letter + letter + after, after.charAt(0) + letter + after.slice(1), `x${after}`];
  return before + (changed[way] ?? '');
}

/** Every text somewhere in the data. */
function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(stringsIn);
}
