// @ts-check
// The measures of a ranked list, as evaluate.py of the collections computes them.

/** @typedef {import('../collection/read-collection.js').Relevant} Relevant */
/** @typedef {{ readonly id: string, readonly ids: readonly string[], readonly confidence?: number | undefined }} Ranked What a system found for a query, best first. */
/**
 * @typedef {object} Figures
 * @property {number} success1 Share of answerable queries with a right document first.
 * @property {number} success5 … among the first five.
 * @property {number} mrr10 Mean of 1 ÷ rank of the first right document among ten.
 * @property {number} ndcg10 Normalised discounted cumulative gain of the first ten.
 * @property {number} [auroc] Chance that an answerable query has a higher confidence than an unanswerable one.
 * @property {number} [falseAnswers] Share of unanswerable queries answered where 95 % of the answerable ones are.
 */

const DEPTH = 10;
/** Share of answerable queries that the threshold of false answers may leave out. */
const UNANSWERED = 0.05;

/**
 * Means over the queries that have a right document; the last two need queries that have none, and confidences.
 *
 * @param {readonly Ranked[]} results
 * @param {Relevant} relevant
 * @returns {Figures}
 */
export function figuresOf(results, relevant) {
  const answerable = results.filter(({ id }) => relevant.has(id));
  const each = answerable.map(({ id, ids }) => gains(ids, relevant.get(id) ?? new Set()));
  /** @param {(gain: ReturnType<typeof gains>) => number} value */
  const mean = (value) => each.reduce((sum, gain) => sum + value(gain), 0) / each.length;
  return {
    success1: mean(({ rank }) => Number(rank === 1)),
    success5: mean(({ rank }) => Number(rank >= 1 && rank <= 5)),
    mrr10: mean(({ rank }) => (rank === 0 ? 0 : 1 / rank)),
    ndcg10: mean(({ ndcg }) => ndcg),
    ...thresholds(
      answerable,
      results.filter(({ id }) => !relevant.has(id)),
    ),
  };
}

/**
 * @param {readonly string[]} ids
 * @param {ReadonlySet<string>} right
 */
function gains(ids, right) {
  const hits = ids.slice(0, DEPTH).map((id) => right.has(id));
  /** @param {number} at */
  const gain = (at) => 1 / Math.log2(at + 2);
  const dcg = hits.reduce((sum, hit, at) => sum + (hit ? gain(at) : 0), 0);
  const ideal = Array.from({ length: Math.min(DEPTH, right.size) }, (_, at) => gain(at));
  return { rank: hits.indexOf(true) + 1, ndcg: dcg / ideal.reduce((sum, value) => sum + value, 0) };
}

/**
 * @param {readonly Ranked[]} answerable
 * @param {readonly Ranked[]} unanswerable
 */
function thresholds(answerable, unanswerable) {
  const isComparable = [...answerable, ...unanswerable].every(
    ({ ids, confidence }) => ids.length === 0 || confidence !== undefined,
  );
  if (!isComparable || answerable.length === 0 || unanswerable.length === 0) return {};
  const [yes, no] = [answerable.map(confidenceOf), unanswerable.map(confidenceOf)];
  const threshold = [...yes].sort(ascending)[Math.floor(yes.length * UNANSWERED)] ?? Number.NaN;
  return { auroc: auroc(yes, no), falseAnswers: no.filter((value) => value >= threshold).length / no.length };
}

/**
 * A query without a hit has no answer and is below everything.
 *
 * @param {Ranked} ranked
 */
function confidenceOf({ ids, confidence }) {
  return ids.length === 0 || confidence === undefined ? Number.NEGATIVE_INFINITY : confidence;
}

/**
 * Mann and Whitney's U over the pairs: 1 for each pair in the right order, a half for a tie.
 *
 * @param {readonly number[]} yes
 * @param {readonly number[]} no
 */
function auroc(yes, no) {
  const pairs = yes.reduce(
    (sum, high) => sum + no.reduce((wins, low) => wins + (high > low ? 1 : high === low ? 0.5 : 0), 0),
    0,
  );
  return pairs / (yes.length * no.length);
}

/** @type {(a: number, b: number) => number} */
function ascending(a, b) {
  // Infinities cannot be subtracted.
  return a < b ? -1 : a > b ? 1 : 0;
}
