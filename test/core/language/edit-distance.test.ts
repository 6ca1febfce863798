import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editDistance, nearest } from '../../../src/core/language/edit-distance.js';

/** Optimal string alignment as the definition has it, without limit and tables. */
function naive(a: string, b: string): number {
  if (a === '' || b === '') return a.length + b.length;
  const costs = [
    naive(a.slice(1), b) + 1,
    naive(a, b.slice(1)) + 1,
    naive(a.slice(1), b.slice(1)) + (a[0] === b[0] ? 0 : 1),
  ];
  if (a.length > 1 && b.length > 1 && a[0] === b[1] && a[1] === b[0]) costs.push(naive(a.slice(2), b.slice(2)) + 1);
  return Math.min(...costs);
}

const short = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 5 });
const limit = fc.nat({ max: 6 });

describe('the edit distance', () => {
  it('counts one for each letter put in, left out, changed, or two swapped', () => {
    expect(editDistance('sprache', 'sprachen', 3)).toBe(1);
    expect(editDistance('sprache', 'sprach', 3)).toBe(1);
    expect(editDistance('sprache', 'sprachi', 3)).toBe(1);
    expect(editDistance('sprache', 'sparche', 3)).toBe(1);
    expect(editDistance('titel', 'title', 3)).toBe(1);
    expect(editDistance('rassismus', 'rasismuss', 3)).toBe(2);
  });

  it('is what its definition says, up to the limit, and the limit and one beyond it', () => {
    fc.assert(
      fc.property(short, short, limit, (a, b, most) => {
        expect(editDistance(a, b, most)).toBe(Math.min(naive(a, b), most + 1));
      }),
    );
  });

  it('is the same in both directions', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), limit, (a, b, most) => {
        expect(editDistance(a, b, most)).toBe(editDistance(b, a, most));
      }),
    );
  });

  it('is zero for equal words only', () => {
    fc.assert(
      fc.property(short, short, (a, b) => {
        expect(editDistance(a, b, 9) === 0).toBe(a === b);
      }),
    );
  });

  it('gives up early on words of very different length', { timeout: 1000 }, () => {
    expect(editDistance('a'.repeat(100_000), 'b', 2)).toBe(3);
    expect(editDistance('a'.repeat(100_000), 'b'.repeat(100_000), 0)).toBe(1);
  });
});

describe('the nearest word', () => {
  it('is what was probably meant', () => {
    expect(nearest('alsoln', ['aliases', 'alsoIn', 'asOf'])).toBe('alsoIn');
    expect(nearest('Status', ['status', 'start'])).toBe('status');
    expect(nearest('dee', ['de', 'en'])).toBe('de');
  });

  it('is none where none is near', () => {
    expect(nearest('telefon', ['title', 'status'])).toBeUndefined();
    expect(nearest('fr', ['de', 'en'])).toBeUndefined();
    expect(nearest('tel', ['url', 'id'])).toBeUndefined();
    expect(nearest('x', [])).toBeUndefined();
  });

  it('is the first of several that are equally near', () => {
    expect(nearest('kasse', ['kassel', 'kassem'])).toBe('kassel');
  });
});
