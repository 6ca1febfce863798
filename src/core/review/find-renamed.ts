import type { PlanRecord } from '../catalog/record-schemas.js';
import { leavesOf } from './compare-values.js';

/** Two records that have this share of all their values in common are one under another id. */
const ALMOST_THE_SAME = 0.7;

/** Finds records that only got another id: from the old id to the new one. The most similar go first. */
export function findRenamed(removed: readonly PlanRecord[], added: readonly PlanRecord[]): ReadonlyMap<string, string> {
  const valuesOf = ({ id: _, ...record }: PlanRecord): ReadonlySet<string> => new Set(leavesOf(record));
  const addedValues = added.map((record) => ({ id: record.id, values: valuesOf(record) }));
  const pairs = removed
    .flatMap((record) => {
      const values = valuesOf(record);
      return addedValues.map((other) => ({ from: record.id, to: other.id, share: shareOf(values, other.values) }));
    })
    .filter(({ share }) => share >= ALMOST_THE_SAME)
    .sort((a, b) => b.share - a.share);
  const renamed = new Map<string, string>();
  const taken = new Set<string>();
  for (const { from, to } of pairs) {
    if (renamed.has(from) || taken.has(to)) continue;
    renamed.set(from, to);
    taken.add(to);
  }
  return renamed;
}

/** Jaccard index: the common values among all. */
function shareOf(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const common = [...a].filter((value) => b.has(value)).length;
  return common / (a.size + b.size - common);
}
