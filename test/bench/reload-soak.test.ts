import { expect, it } from 'vitest';
import { soak } from '../../bench/reload/soak.js';
import { fixtureFiles } from '../adapters/fixture-catalog.js';

it('answers right after each of some random edits, valid and broken', async () => {
  const { wrong, kinds, took, memory } = await soak({ files: fixtureFiles, edits: 15, seed: 1 });
  expect(wrong).toEqual([]);
  expect([...kinds.values()].reduce((sum, count) => sum + count)).toBe(15);
  expect(took.length).toBeGreaterThan(3);
  expect(memory.at(-1)).toMatchObject({ edits: 15, heapUsed: expect.any(Number) });
}, 60_000);
