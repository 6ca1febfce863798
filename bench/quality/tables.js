// @ts-check

/** @typedef {import('./metrics.js').Figures} Figures */
/** @typedef {{ readonly name: string, readonly missing: string } | { readonly name: string, readonly figures: Figures, readonly build: number, readonly p50: number, readonly p99: number, readonly heap?: number, readonly rss?: number }} Row */

export const LEGEND = `success@k  share of answerable questions with a right document among the first k
MRR@10     mean of 1 ÷ rank of the first right document, 0 below rank 10
nDCG@10    gain of right documents, discounted by rank, of the best possible; all records a golden question accepts count
AUROC      chance that an answerable question has a higher confidence than an unanswerable one (0.5: chance)
false@95   share of unanswerable questions answered where the threshold lets 95 % of the answerable ones pass
build, p50, p99  ms; a question's time is the quickest of three calls after a first one
heap, rss  MB; what the index adds, and the whole process
–          not measured: no unanswerable questions, no scores, or memory of another process`;

/**
 * What the systems did on one task.
 *
 * @param {readonly Row[]} rows
 */
export function taskTable(rows) {
  return table([
    ['', 'success@1', 'success@5', 'MRR@10', 'nDCG@10', 'AUROC', 'false@95', 'build', 'p50', 'p99', 'heap', 'rss'],
    ...rows.map((row) => {
      if ('missing' in row) return [row.name, row.missing];
      const { name, figures, build, p50, p99, heap, rss } = row;
      const { success1, success5, mrr10, ndcg10, auroc, falseAnswers } = figures;
      return [
        name,
        ...[success1, success5, mrr10, ndcg10, auroc, falseAnswers].map(share),
        ...[number(build, 0), number(p50, 2), number(p99, 2), number(heap, 1), number(rss, 0)],
      ];
    }),
  ]);
}

/** @param {readonly import('./product.js').ProductFigures[]} rows */
export function productTable(rows) {
  return table([
    ['', 'passed', 'de @1', 'de @3', 'en @1', 'en @3', 'recall', 'near', 'far'],
    ...rows.map(({ name, passed, topicsDe1, topicsDe3, topicsEn1, topicsEn3, recall, nearAnswered, farAnswered }) => [
      name,
      ...[passed, topicsDe1, topicsDe3, topicsEn1, topicsEn3, recall, nearAnswered, farAnswered].map(share),
    ]),
  ]);
}

/** @param {readonly import('../../dist/core/index.js').GoldenFigures[]} figures */
export function categoryTable(figures) {
  return table([
    ['', 'questions', 'passed', 'hit@1', 'hit@3', 'MRR', 'recall', 'precision'],
    ...figures.map(({ category, questions, passed, hit1, hit3, mrr, recall, precision }) => [
      category,
      String(questions),
      ...[passed / questions, hit1, hit3, mrr, recall, precision].map(share),
    ]),
  ]);
}

/**
 * Columns aligned; a row of two cells is a name and a remark.
 *
 * @param {readonly (readonly string[])[]} rows
 */
export function table(rows) {
  const [head = []] = rows;
  const full = rows.filter(({ length }) => length === head.length);
  const first = Math.max(...rows.map(([name = '']) => name.length));
  const widths = head.map((_, column) => Math.max(...full.map((row) => row[column]?.length ?? 0)));
  return rows
    .map(([name = '', ...cells]) =>
      [
        name.padEnd(first),
        ...(full.length > 0 && cells.length === head.length - 1
          ? cells.map((cell, at) => cell.padStart(widths[at + 1] ?? 0))
          : cells),
      ].join('  '),
    )
    .join('\n');
}

/** @param {number | undefined} value */
function share(value) {
  return number(value, 3);
}

/**
 * @param {number | undefined} value
 * @param {number} digits
 */
function number(value, digits) {
  return value === undefined || Number.isNaN(value) ? '–' : value.toFixed(digits);
}
