// @ts-check
// Fits the curve from evidence to confidence on one half of the golden questions, and tries it on the other.

import { readData } from '../dist/adapters/files/read-data.js';
import { createPlanlotse, parseCatalog, readGolden } from '../dist/core/index.js';
import { createConcepts } from '../dist/core/search/concepts.js';
import { CURVE, decide, PARTLY, SURE } from '../dist/core/search/decide.js';
import { findRecords } from '../dist/core/search/find-records.js';
import { recordDocuments } from '../dist/core/search/record-documents.js';
import { createSearchIndex } from '../dist/core/search/search-index.js';
import { searchWords } from '../dist/core/search/search-words.js';
import { table } from './quality/tables.js';

/** @typedef {import('../dist/core/search/decide.js').Curve} Curve */
/** @typedef {{ readonly half: 0 | 1, readonly nothing: string | undefined, readonly isRight: boolean, readonly confidence: (curve: Curve) => number }} Case */

const TODAY = '2026-01-15';
const MIDDLES = steps(0.6, 2, 0.1);
const STEEPNESSES = steps(0.6, 4, 0.2);
/** Upper ends of the bins that stated confidence is compared with reality in. */
const BINS = [0.2, PARTLY, SURE, 0.8, 1];

const cases = await readCases();
const halves = [0, 1].map((half) => cases.filter((one) => one.half === half));
const [fitting = [], held = []] = halves;
const fitted = MIDDLES.flatMap((middle) => STEEPNESSES.map((steepness) => ({ middle, steepness }))).reduce(
  (best, curve) => (surprise(fitting, curve) < surprise(fitting, best) ? curve : best),
);

print(`Topic questions and questions without an answer that reach the decision, parted by a hash of their text.
right: answerable, and the first record is right; wrong: answerable, and it is not; partly: said to come nearest.\n`);
print(
  table([
    [
      'half',
      'right: sure',
      'partly',
      'refused',
      'wrong: sure',
      'partly',
      'refused',
      'missing fact: sure',
      'partly',
      'far off: sure',
      'partly',
      'log loss',
    ],
    ['fitted on', ...row(fitting)],
    ['held out', ...row(held)],
  ]),
);
print(`\nLog loss per question on the half that was fitted on, and the held-out one:`);
print(
  table([
    ['', 'middle', 'steepness', 'fitted on', 'held out'],
    ...[
      { name: 'in use', curve: CURVE },
      { name: 'best on the first half', curve: fitted },
    ].map(({ name, curve }) => [
      name,
      curve.middle.toFixed(1),
      curve.steepness.toFixed(1),
      surprise(fitting, curve).toFixed(3),
      surprise(held, curve).toFixed(3),
    ]),
  ]),
);
print('\nStated confidence beside the share of right records, held-out half:');
print(
  table([
    ['confidence', 'questions', 'mean stated', 'right'],
    ...BINS.map((end, at) => bin(held, BINS[at - 1] ?? 0, end)),
  ]),
);

/** @param {string} text */
function print(text) {
  process.stdout.write(`${text}\n`);
}

/** @returns {Promise<Case[]>} */
async function readCases() {
  const { files, modified } = await readData('data');
  const catalog = parseCatalog(files, modified);
  const { questions } = readGolden(files, catalog);
  const planlotse = createPlanlotse(catalog);
  const index = createSearchIndex(
    recordDocuments(catalog),
    createConcepts(catalog.concepts),
    undefined,
    catalog.phrases.common,
  );
  return questions.flatMap(({ question, file, previous, expect }) => {
    const isTopic = file.includes('topics');
    if (previous !== undefined || !(isTopic || expect.nothing !== undefined)) return [];
    const { query } = planlotse.answer({ text: question, today: TODAY });
    if (query.text === '' || !(isTopic || query.action === 'list' || query.action === 'count')) return [];
    const words = searchWords(query.text, query.textLanguage ?? query.language, index);
    const found = findRecords(words, index);
    const [best] = found.matches({ most: 1 });
    const { first } = expect;
    const isRight = isTopic && best !== undefined && first?.includes(best.id) === true;
    return [
      {
        half: halfOf(question),
        nothing: expect.nothing,
        isRight,
        confidence: (curve) => decide(found, words, index, curve).confidence,
      },
    ];
  });
}

/** Parts questions evenly, whatever order they stand in.
 * @param {string} text
 * @returns {0 | 1} */
function halfOf(text) {
  let hash = 7;
  for (const letter of text) hash = (hash * 31 + (letter.codePointAt(0) ?? 0)) >>> 0;
  return hash % 2 === 0 ? 0 : 1;
}

/** Mean negative logarithm of the confidence given to what was the case.
 * @param {readonly Case[]} some
 * @param {Curve} curve */
function surprise(some, curve) {
  const sum = some.reduce((total, { isRight, confidence }) => {
    const likely = Math.min(0.999, Math.max(0.001, confidence(curve)));
    return total - Math.log(isRight ? likely : 1 - likely);
  }, 0);
  return sum / some.length;
}

/** @param {readonly Case[]} some */
function row(some) {
  const right = some.filter(({ isRight }) => isRight);
  const wrong = some.filter(({ isRight, nothing }) => !isRight && nothing === undefined);
  const near = some.filter(({ nothing }) => nothing === 'near');
  const far = some.filter(({ nothing }) => nothing === 'far');
  return [
    ...shares(right),
    ...shares(wrong),
    ...shares(near).slice(0, 2),
    ...shares(far).slice(0, 2),
    surprise(some, CURVE).toFixed(3),
  ];
}

/** @param {readonly Case[]} some */
function shares(some) {
  const sure = some.filter(({ confidence }) => confidence(CURVE) >= SURE).length;
  const refused = some.filter(({ confidence }) => confidence(CURVE) < PARTLY).length;
  return [sure, some.length - sure - refused, refused].map((count) => `${count} of ${some.length}`);
}

/** @param {readonly Case[]} some
 * @param {number} start
 * @param {number} end */
function bin(some, start, end) {
  const inside = some
    .map((one) => ({ ...one, stated: one.confidence(CURVE) }))
    .filter(({ stated }) => stated >= start && (stated < end || end === 1));
  const mean = inside.reduce((sum, { stated }) => sum + stated, 0) / Math.max(inside.length, 1);
  const right = inside.filter(({ isRight }) => isRight).length / Math.max(inside.length, 1);
  return [`${start} to ${end}`, `${inside.length}`, mean.toFixed(2), right.toFixed(2)];
}

/** @param {number} from
 * @param {number} to
 * @param {number} by */
function steps(from, to, by) {
  return Array.from({ length: Math.round((to - from) / by) + 1 }, (_, at) => from + at * by);
}
