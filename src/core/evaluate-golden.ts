import type { Answer } from './answer/answer.js';
import { renderText } from './answer/render-text.js';
import type { Catalog } from './catalog/catalog.js';
import { type GoldenQuestion, meets } from './catalog/golden.js';
import type { Planlotse } from './planlotse.js';
import type { Query } from './question/query.js';

/** What came of one golden question. Figures that the question does not ask for are absent. */
export interface GoldenOutcome {
  readonly question: GoldenQuestion;
  readonly answer: Answer;
  readonly category: string;
  readonly passed: boolean;
  /** Why it failed, for maintainers. */
  readonly problems: readonly string[];
  /** 1-based rank of the first right record; 0 where none is in the list. */
  readonly rank?: number;
  readonly recall?: number;
  readonly precision?: number;
}

/** Means over the outcomes of one category; only over those that have the figure. */
export interface GoldenFigures {
  readonly category: string;
  readonly questions: number;
  readonly passed: number;
  readonly hit1?: number;
  readonly hit3?: number;
  readonly mrr?: number;
  readonly recall?: number;
  readonly precision?: number;
}

/** Share of a list that has to be found, and to be right, for a golden question to pass. */
const PASSING = 0.8;
const DEFAULT_TODAY = '2026-01-15';

/** Asks every golden question and compares the answers with what is expected. */
export function evaluateGolden(questions: readonly GoldenQuestion[], planlotse: Planlotse): GoldenOutcome[] {
  return questions.map((question) => {
    const today = question.today ?? DEFAULT_TODAY;
    const previous: Query[] = [];
    for (const text of question.previous ?? []) previous.push(planlotse.answer({ text, previous, today }).query);
    return judge(question, planlotse.answer({ text: question.question, previous, today }), planlotse.catalog);
  });
}

function judge(question: GoldenQuestion, answer: Answer, catalog: Catalog): GoldenOutcome {
  const { expect } = question;
  const problems: string[] = [];
  const add = (wrong: boolean, problem: string): void => {
    if (wrong) problems.push(problem);
  };
  add(expect.kind !== undefined && !expect.kind.includes(answer.kind), `kind ${answer.kind}`);
  add(expect.nothing !== undefined && answer.ids.length > 0, `answered with ${answer.ids.slice(0, 3).join(' ')}`);
  const ids = answer.kind === 'clarify' ? answer.offered : answer.ids;
  const rank = expect.first === undefined ? undefined : ids.findIndex((id) => expect.first?.includes(id)) + 1;
  add(rank !== undefined && rank !== 1, `rank ${rank} of ${expect.first?.join(' ')}; first is ${ids[0] ?? 'nothing'}`);
  const text = renderText(answer, catalog, { whole: true });
  for (const part of expect.contains ?? []) add(!text.includes(part), `lacks "${part}"`);
  const shown = new Set([...answer.ids, ...answer.apart]);
  for (const id of expect.mustExclude ?? []) add(answer.ids.includes(id), `has ${id}`);

  const expected =
    expect.facet !== undefined
      ? [...catalog.records.values()].filter((record) => meets(record, expect.facet ?? {})).map(({ id }) => id)
      : undefined;
  const found = expected?.filter((id) => answer.ids.includes(id)).length ?? 0;
  const required = expect.mustInclude ?? [];
  const recall =
    expected !== undefined
      ? found / Math.max(expected.length, 1)
      : required.length > 0
        ? required.filter((id) => shown.has(id)).length / required.length
        : undefined;
  const precision = expected === undefined ? undefined : found / Math.max(answer.ids.length, 1);
  add(recall !== undefined && recall < PASSING, `recall ${recall?.toFixed(2)}`);
  add(precision !== undefined && precision < PASSING, `precision ${precision?.toFixed(2)}`);
  add(
    expected !== undefined && answer.kind === 'count' && answer.total !== expected.length,
    `counts ${answer.total} instead of ${expected?.length}`,
  );
  return {
    question,
    answer,
    category: categoryOf(question),
    passed: problems.length === 0,
    problems,
    ...(rank === undefined ? {} : { rank }),
    ...(recall === undefined ? {} : { recall }),
    ...(precision === undefined ? {} : { precision }),
  };
}

function categoryOf({ file, expect }: GoldenQuestion): string {
  if (expect.nothing !== undefined) return `no-answer-${expect.nothing}`;
  return file.replace(/^golden\//, '').replace(/\.yaml$/, '');
}

/** Figures by category, and over all. */
export function summariseGolden(outcomes: readonly GoldenOutcome[]): GoldenFigures[] {
  const categories = [...new Set(outcomes.map(({ category }) => category))].sort();
  const figures = (category: string, group: readonly GoldenOutcome[]): GoldenFigures => {
    const ranks = group.flatMap(({ rank }) => rank ?? []);
    const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
    const recalls = group.flatMap(({ recall }) => recall ?? []);
    const precisions = group.flatMap(({ precision }) => precision ?? []);
    return {
      category,
      questions: group.length,
      passed: group.filter(({ passed }) => passed).length,
      ...(ranks.length === 0
        ? {}
        : {
            hit1: mean(ranks.map((rank) => Number(rank === 1))),
            hit3: mean(ranks.map((rank) => Number(rank >= 1 && rank <= 3))),
            mrr: mean(ranks.map((rank) => (rank === 0 ? 0 : 1 / rank))),
          }),
      ...(recalls.length === 0 ? {} : { recall: mean(recalls) }),
      ...(precisions.length === 0 ? {} : { precision: mean(precisions) }),
    };
  };
  return [
    ...categories.map((category) =>
      figures(
        category,
        outcomes.filter((outcome) => outcome.category === category),
      ),
    ),
    figures('all', outcomes),
  ];
}
