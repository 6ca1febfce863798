// @ts-check

/** @typedef {import('../../dist/core/index.js').TextResult} TextResult */

export const MOST_HITS = 100;
const TAG = 'planlotse';
/** Least distance of two scores; large enough for tools that read them as 32-bit numbers. */
const STEP = 1e-6;

const DECISIONS = /** @type {const} */ ({ sure: 'answer', partly: 'ask-back', no: 'nothing-fits' });

/**
 * The TREC lines of a query. The first score is the confidence, so that scores of different queries can be compared; the
 * others fall from there as those of the search do, and no two are equal, so that every reader keeps the order.
 *
 * @param {string} query
 * @param {TextResult} result
 * @returns {string[]}
 */
export function runLines(query, { hits, confidence }) {
  const first = hits[0]?.score ?? 0;
  let score = Number.POSITIVE_INFINITY;
  return hits.slice(0, MOST_HITS).map((hit, at) => {
    const share = first > 0 ? hit.score / first : 1;
    score = Math.min(confidence * share, score - STEP);
    return `${query} Q0 ${hit.id} ${at + 1} ${score} ${TAG}\n`;
  });
}

/**
 * Whether the bot would answer, ask back or say that nothing fits.
 *
 * @param {string} id
 * @param {TextResult} result
 */
export function decisionLine(id, { certainty, confidence }) {
  return `${JSON.stringify({ id, decision: DECISIONS[certainty], confidence })}\n`;
}
