// @ts-check
// The whole bot on the golden questions: phrases, filters, names and vocabulary too, and answers instead of ranked lists.
import {
  createPlanlotse,
  evaluateGolden,
  SEARCH_STAGES,
  stagesWithout,
  summariseGolden,
} from '../../dist/core/index.js';
import { isTopic } from './tasks.js';

/** @typedef {import('../../dist/core/index.js').GoldenOutcome} Outcome */
/**
 * @typedef {object} ProductFigures
 * @property {string} name
 * @property {number} passed Share of all questions answered as expected.
 * @property {number} topicsDe1 Share of German topic questions with a right record first;
 * @property {number} topicsDe3 … among the first three.
 * @property {number} topicsEn1
 * @property {number} topicsEn3
 * @property {number} recall Mean recall of the lists.
 * @property {number} nearAnswered Share of questions on the right topic with a missing fact that were answered all the same.
 * @property {number} farAnswered … of questions on another topic.
 */

/**
 * @param {readonly import('../../dist/core/index.js').GoldenQuestion[]} questions
 * @param {import('../../dist/core/index.js').Catalog} catalog
 */
export function measureProduct(questions, catalog) {
  const whole = evaluateGolden(questions, createPlanlotse(catalog));
  const ablations = SEARCH_STAGES.map((stage) =>
    summary(
      `  without ${stage}`,
      evaluateGolden(questions, createPlanlotse(catalog, { stages: stagesWithout(stage) })),
    ),
  );
  return { categories: summariseGolden(whole), rows: [summary('Planlotse', whole), ...ablations] };
}

/**
 * @param {string} name
 * @param {readonly Outcome[]} outcomes
 * @returns {ProductFigures}
 */
function summary(name, outcomes) {
  /** @type {(language: string, most: number) => number} */
  const topics = (language, most) =>
    share(
      outcomes.filter(
        ({ question, rank }) => isTopic(question.file) && question.language === language && rank !== undefined,
      ),
      ({ rank }) => rank !== undefined && rank >= 1 && rank <= most,
    );
  /** @param {'near' | 'far'} kind */
  const answered = (kind) =>
    share(
      outcomes.filter(({ question }) => question.expect.nothing === kind),
      ({ answer }) => answer.ids.length > 0,
    );
  const recalls = outcomes.flatMap(({ recall }) => recall ?? []);
  return {
    name,
    passed: share(outcomes, ({ passed }) => passed),
    topicsDe1: topics('de', 1),
    topicsDe3: topics('de', 3),
    topicsEn1: topics('en', 1),
    topicsEn3: topics('en', 3),
    recall: recalls.reduce((sum, recall) => sum + recall, 0) / recalls.length,
    nearAnswered: answered('near'),
    farAnswered: answered('far'),
  };
}

/**
 * @param {readonly Outcome[]} outcomes
 * @param {(outcome: Outcome) => boolean} holds
 */
function share(outcomes, holds) {
  return outcomes.filter(holds).length / outcomes.length;
}
