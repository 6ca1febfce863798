import type { Answer } from './answer/answer.js';
import type { GoldenQuestion } from './catalog/golden.js';
import { evaluateGolden, type GoldenOutcome } from './evaluate-golden.js';
import type { Planlotse } from './planlotse.js';
import { goldenKey } from './review/compare-catalogs.js';
import type { QuestionOrigin, TypicalQuestion } from './review/typical-questions.js';

/** What an answer is, in short. */
export interface AnswerBrief {
  readonly kind: Answer['kind'];
  /** The first record of the answer; of a question back, the first that it offers. */
  readonly first?: string;
  readonly total: number;
}

/** A typical question whose answer is another one. */
export interface AnswerChange {
  readonly question: string;
  readonly origin: QuestionOrigin;
  readonly old: AnswerBrief;
  readonly new: AnswerBrief;
}

/** How a golden question did on one side. */
export interface GoldenResult extends AnswerBrief {
  readonly passed: boolean;
  readonly problems: readonly string[];
}

/** A golden question whose answer or result is another one, or of which something else is expected. */
export interface GoldenChange {
  readonly question: string;
  readonly previous: readonly string[];
  readonly file: string;
  /** Whether both sides expect the same, or only one side has the question. */
  readonly expectation: 'same' | 'changed' | 'added' | 'removed';
  readonly old: GoldenResult;
  readonly new: GoldenResult;
}

/** One side of a comparison. */
export interface AnsweringSide {
  readonly planlotse: Planlotse;
  readonly golden: readonly GoldenQuestion[];
}

export interface CompareOptions {
  /** ISO day on which both sides are asked; golden questions keep their own. */
  readonly today: string;
  /** Records that only have another id: old to new. An answer with such a record is no other answer. */
  readonly renamed?: ReadonlyMap<string, string>;
  readonly onProgress?: (done: number, total: number) => void;
}

/** How many questions are asked between two calls of `onProgress`. */
const STEP = 100;

/** Asks both sides the typical questions; those whose answer is another one. */
export function compareAnswers(
  questions: readonly TypicalQuestion[],
  old: AnsweringSide,
  next: AnsweringSide,
  { today, renamed = new Map(), onProgress }: CompareOptions,
): AnswerChange[] {
  return questions.flatMap(({ text, origin }, index) => {
    if (index % STEP === 0) onProgress?.(index, questions.length);
    const before = briefOf(old.planlotse.answer({ text, today }));
    const after = briefOf(next.planlotse.answer({ text, today }));
    return isSameAnswer(before, after, renamed) ? [] : [{ question: text, origin, old: before, new: after }];
  });
}

/**
 * Asks both sides the golden questions of both. Each side is held to its own expectation; a question that only one
 * side has, to that one.
 */
export function compareGolden(
  old: AnsweringSide,
  next: AnsweringSide,
  { renamed = new Map(), onProgress }: Omit<CompareOptions, 'today'>,
): GoldenChange[] {
  const before = new Map(old.golden.map((question) => [goldenKey(question), question]));
  const after = new Map(next.golden.map((question) => [goldenKey(question), question]));
  const keys = [...new Set([...after.keys(), ...before.keys()])];
  return keys.flatMap((key, index) => {
    if (index % STEP === 0) onProgress?.(index, keys.length);
    const question = after.get(key) ?? before.get(key);
    if (question === undefined) return [];
    const results = [
      resultOf(evaluateGolden([before.get(key) ?? question], old.planlotse)),
      resultOf(evaluateGolden([question], next.planlotse)),
    ];
    const [was, is] = results;
    if (was === undefined || is === undefined) return [];
    const expectation = compareExpectations(before.get(key), after.get(key));
    const isSame = was.passed === is.passed && isSameAnswer(was, is, renamed) && expectation === 'same';
    const { previous = [], file } = question;
    return isSame ? [] : [{ question: question.question, previous, file, expectation, old: was, new: is }];
  });
}

function compareExpectations(
  old: GoldenQuestion | undefined,
  next: GoldenQuestion | undefined,
): GoldenChange['expectation'] {
  if (old === undefined) return 'added';
  if (next === undefined) return 'removed';
  return JSON.stringify(old.expect) === JSON.stringify(next.expect) ? 'same' : 'changed';
}

function resultOf([outcome]: readonly GoldenOutcome[]): GoldenResult | undefined {
  return outcome && { ...briefOf(outcome.answer), passed: outcome.passed, problems: outcome.problems };
}

function briefOf(answer: Answer): AnswerBrief {
  const [first] = answer.kind === 'clarify' ? answer.offered : answer.ids;
  return { kind: answer.kind, ...(first === undefined ? {} : { first }), total: answer.total };
}

/** A number that is asked for is the answer; the total of a list is not. */
function isSameAnswer(old: AnswerBrief, next: AnswerBrief, renamed: ReadonlyMap<string, string>): boolean {
  const first = old.first === undefined ? undefined : (renamed.get(old.first) ?? old.first);
  return old.kind === next.kind && first === next.first && (old.kind !== 'count' || old.total === next.total);
}
