import { describe, expect, it } from 'vitest';
import { compareValues } from '../../../src/core/review/compare-values.js';

describe('fields', () => {
  it('are told by their path with old and new', () => {
    expect(compareValues({ title: { de: 'a', en: 'b' }, x: 1 }, { title: { de: 'c', en: 'b' }, x: 1 })).toEqual([
      { kind: 'value', field: 'title.de', old: 'a', new: 'c' },
    ]);
  });

  it('that come or go have only one side', () => {
    expect(compareValues({ a: { b: 'weg' } }, { c: { d: [1, 2] } })).toEqual([
      { kind: 'value', field: 'a', old: 'b: weg' },
      { kind: 'value', field: 'c', new: 'd: 1, 2' },
    ]);
  });

  it('do not differ by the order of keys', () => {
    expect(compareValues({ a: { x: 1, y: 2 } }, { a: { y: 2, x: 1 } })).toEqual([]);
  });
});

describe('lists', () => {
  it('name what went and what came', () => {
    expect(compareValues({ k: ['a', 'b', 'c'] }, { k: ['c', 'a', 'd'] })).toEqual([
      { kind: 'list', field: 'k', old: 'b', new: 'd' },
    ]);
    expect(compareValues({ k: ['a'] }, { k: ['a', 'b'] })).toEqual([{ kind: 'list', field: 'k', new: 'b' }]);
  });

  it('in another order are shown whole', () => {
    expect(compareValues({ k: ['a', 'b'] }, { k: ['b', 'a'] })).toEqual([
      { kind: 'value', field: 'k', old: 'a, b', new: 'b, a' },
    ]);
  });

  it('of groups look into the one that changed, by its place', () => {
    const sources = [
      { url: 'a', title: 'A' },
      { url: 'b', title: 'B' },
    ];
    expect(compareValues({ sources }, { sources: [sources[0], { url: 'b', title: 'C' }] })).toEqual([
      { kind: 'value', field: 'sources.2.title', old: 'B', new: 'C' },
    ]);
    expect(compareValues({ sources }, { sources: [...sources, { url: 'c' }] })).toEqual([
      { kind: 'list', field: 'sources', new: 'url: c' },
    ]);
  });
});
