import { describe, expect, it } from 'vitest';
import type { Clause } from '../../../src/core/index.js';
import { relax } from '../../../src/core/search/relax.js';

const field: Clause = { facet: 'field', any: ['sprache'] };
const status: Clause = { facet: 'status', any: ['running'] };
const region: Clause = { facet: 'region', any: ['kassel'] };

describe('giving up filters', () => {
  it('keeps all where something passes', () => {
    expect(relax([field, status], 'some', () => true)).toEqual({ clauses: [field, status], dropped: [] });
  });

  it('gives up the weakest one that is enough', () => {
    const isEnough = (kept: readonly Clause[]): boolean => !kept.includes(status);
    expect(relax([field, status, region], 'some', isEnough)).toEqual({ clauses: [field, region], dropped: [status] });
  });

  it('gives up several only together with the weaker ones', () => {
    const isEnough = (kept: readonly Clause[]): boolean => kept.length === 1;
    expect(relax([field, status, region], 'some', isEnough)).toEqual({ clauses: [field], dropped: [status, region] });
  });

  it('gives up the last one only where words remain', () => {
    const isEnough = (kept: readonly Clause[]): boolean => kept.length === 0;
    expect(relax([field], 'some', isEnough).dropped).toEqual([]);
    expect(relax([field], 'all', isEnough).dropped).toEqual([field]);
  });

  it('keeps all where nothing helps, or nothing may be dropped', () => {
    expect(relax([field, status], 'all', () => false)).toEqual({ clauses: [field, status], dropped: [] });
    expect(relax([field], 'none', (kept) => kept.length === 0).dropped).toEqual([]);
  });
});
