import { describe, expect, it } from 'vitest';
import { evaluateGolden, readGolden, summariseGolden } from '../../src/core/index.js';
import { dataFiles } from '../data-files.js';
import { realPlanlotse } from './real-planlotse.js';

// Floors lie a margin below what was measured when they were set; they are only ever raised.
const FLOORS: readonly (readonly [
  category: string,
  figure: 'passed' | 'hit1' | 'recall' | 'precision',
  floor: number,
])[] = [
  ['names', 'passed', 0.88],
  ['second-names', 'passed', 0.88],
  ['third-names', 'passed', 0.85],
  ['counts', 'recall', 0.95],
  ['counts', 'precision', 0.95],
  ['second-counts', 'recall', 0.9],
  ['second-counts', 'precision', 0.95],
  ['third-counts', 'recall', 0.9],
  ['third-counts', 'precision', 0.9],
  ['filters', 'recall', 0.95],
  ['filters', 'precision', 0.95],
  ['second-filters', 'recall', 0.9],
  ['second-filters', 'precision', 0.9],
  ['third-filters', 'recall', 0.93],
  ['third-filters', 'precision', 0.9],
  ['fourth-lists', 'recall', 0.9],
  ['fourth-lists', 'precision', 0.9],
  ['follow-ups', 'passed', 0.92],
  ['second-follow-ups', 'passed', 0.92],
  ['third-follow-ups', 'passed', 0.93],
  ['overviews', 'passed', 0.9],
  ['small-talk', 'passed', 0.93],
  ['values', 'hit1', 0.85],
  ['second-values', 'hit1', 0.82],
  ['third-values', 'hit1', 0.92],
  ['topics', 'hit1', 0.82],
  ['second-topics', 'hit1', 0.82],
  ['third-topics', 'hit1', 0.82],
  ['fourth-topics', 'hit1', 0.82],
  ['fifth-topics', 'hit1', 0.8],
  ['no-answer-near', 'passed', 0.92],
  ['no-answer-far', 'passed', 0.98],
];

describe('golden questions', () => {
  const { catalog, planlotse } = realPlanlotse();
  const { questions, faults } = readGolden(dataFiles, catalog);
  const outcomes = evaluateGolden(questions, planlotse);
  const figures = new Map(summariseGolden(outcomes).map((entry) => [entry.category, entry]));

  it('are at least 200, 60 of them without an answer, and without a fault', () => {
    expect(faults).toEqual([]);
    expect(questions.length).toBeGreaterThanOrEqual(200);
    expect(questions.filter(({ expect: { nothing } }) => nothing !== undefined).length).toBeGreaterThanOrEqual(60);
  });

  it.each(FLOORS)('hold the floor of %s: %s at least %d', (category, figure, floor) => {
    const entry = figures.get(category);
    const value = figure === 'passed' ? (entry?.passed ?? 0) / (entry?.questions ?? 1) : entry?.[figure];
    expect(value).toBeGreaterThanOrEqual(floor);
  });

  it('get no record asserted that are far off', () => {
    const wrong = outcomes.filter(
      ({ question, answer }) => question.expect.nothing === 'far' && question.open !== true && answer.ids.length > 0,
    );
    expect(wrong.map(({ question }) => question.question)).toEqual([]);
  });
});
