import { describe, expect, it } from 'vitest';
import { createLetterGroups, lettersOf } from '../../../src/core/search/letter-groups.js';

describe('letter groups', () => {
  it('mark the ends of a word', () => {
    expect(lettersOf('kita')).toEqual(['^kit', 'kita', 'ita$']);
    expect(lettersOf('ab')).toEqual(['^ab$']);
  });

  it('rank a text first that shares most letters with the words, though it has none of them', () => {
    const groups = createLetterGroups([['beratung', 'kassel'], ['antidiskriminierung'], ['sprachkurs']]);
    const scores = new Float32Array(3);
    groups.score(['diskriminirung'], 1, scores);
    expect([...scores].indexOf(Math.max(...scores))).toBe(1);
    expect(scores[2]).toBe(0);
  });

  it('say nothing of letters that no text has', () => {
    const scores = new Float32Array(1);
    createLetterGroups([['beratung']]).score(['xyz'], 1, scores);
    expect([...scores]).toEqual([0]);
  });

  it('count a known word less among unknown ones', () => {
    const groups = createLetterGroups([['beratung'], ['kurs']]);
    const alone = new Float32Array(2);
    const among = new Float32Array(2);
    groups.score(['beratung'], 1, alone);
    groups.score(['beratung', 'windkraft', 'getriebe'], 1, among);
    expect(among[0]).toBeLessThan(alone[0] ?? 0);
  });
});
