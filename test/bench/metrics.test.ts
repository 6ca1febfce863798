import { describe, expect, it } from 'vitest';
import { figuresOf } from '../../bench/quality/metrics.js';

describe('the measures of the bench', () => {
  // Figures by hand, and the same from evaluate.py of the collections.
  const relevant = new Map([
    ['first', new Set(['a'])],
    ['third-of-two', new Set(['b', 'c'])],
    ['sixth', new Set(['f'])],
    ['not-found', new Set(['z'])],
  ]);
  const results = [
    { id: 'first', ids: ['a', 'b'], confidence: 0.9 },
    { id: 'third-of-two', ids: ['x', 'y', 'b', 'c'], confidence: 0.5 },
    { id: 'sixth', ids: ['1', '2', '3', '4', '5', 'f'], confidence: 0.4 },
    { id: 'not-found', ids: [], confidence: 0 },
    { id: 'unanswerable-sure', ids: ['a'], confidence: 0.7 },
    { id: 'unanswerable-tie', ids: ['a'], confidence: 0.4 },
    { id: 'unanswerable-empty', ids: [], confidence: 0 },
  ];

  it('are those of evaluate.py for ranks, ties and queries without a hit', () => {
    const figures = figuresOf(results, relevant);
    expect(figures.success1).toBe(1 / 4);
    expect(figures.success5).toBe(2 / 4);
    expect(figures.mrr10).toBeCloseTo((1 + 1 / 3 + 1 / 6 + 0) / 4, 12);
    const two = (1 / Math.log2(4) + 1 / Math.log2(5)) / (1 + 1 / Math.log2(3));
    expect(figures.ndcg10).toBeCloseTo((1 + two + 1 / Math.log2(7) + 0) / 4, 12);
    // Pairs in the right order: 0.9 beats three, 0.5 two, 0.4 one and a tie, nothing ties with nothing.
    expect(figures.auroc).toBeCloseTo((3 + 2 + 1.5 + 0.5) / 12, 12);
    // The least confident of four may not be left out at 95 %, so everything passes.
    expect(figures.falseAnswers).toBe(1);
  });

  it('leave out one in twenty for the false answers', () => {
    const answerable = Array.from({ length: 20 }, (_, at) => ({ id: `q${at}`, ids: ['a'], confidence: at / 20 }));
    const right = new Map(answerable.map(({ id }) => [id, new Set(['a'])] as const));
    const unanswerable = [0.01, 0.05, 0.5].map((confidence) => ({ id: `n${confidence}`, ids: ['a'], confidence }));
    // The threshold is the second lowest, 0.05, and counts as passed.
    expect(figuresOf([...answerable, ...unanswerable], right).falseAnswers).toBeCloseTo(2 / 3, 12);
  });

  it('count a right document at rank 10 and not at rank 11', () => {
    const ids = (rank: number) => [...Array.from({ length: rank - 1 }, (_, at) => `x${at}`), 'a'];
    const right = new Map([['q', new Set(['a'])]]);
    expect(figuresOf([{ id: 'q', ids: ids(10) }], right).mrr10).toBe(0.1);
    expect(figuresOf([{ id: 'q', ids: ids(11) }], right).mrr10).toBe(0);
  });

  it('say nothing of false answers without unanswerable queries or without confidences', () => {
    expect(figuresOf(results.slice(0, 4), relevant)).not.toHaveProperty('auroc');
    const unscored = results.map(({ id, ids }) => ({ id, ids }));
    expect(figuresOf(unscored, relevant)).not.toHaveProperty('falseAnswers');
  });
});
