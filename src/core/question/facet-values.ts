import type { PlanRecord } from '../catalog/record-schemas.js';
import { FACETS, type Facet } from '../catalog/vocabulary-schemas.js';

/** The values that a record has in a facet. */
export function facetValues(record: PlanRecord, facet: Facet): readonly string[] {
  switch (facet) {
    case 'field':
      return [record.actionField, ...(record.alsoIn ?? [])];
    case 'group':
      return record.targetGroups;
    case 'organisation':
      return [record.lead];
    case 'type':
      return record.kind === 'measure' ? [record.type] : [];
    case 'status':
      return [record.status];
    case 'region':
      return record.regions;
    case 'provenance':
      return [record.provenance];
    case 'kind':
      return [record.kind];
  }
}

/** How many of the records have each value of a facet, in the order of the records. */
export function countValues(records: Iterable<PlanRecord>, facet: Facet): Map<string, number> {
  const counts = new Map<string, number>();
  for (const record of records) {
    for (const value of facetValues(record, facet)) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return counts;
}

/** The facet values of all records as numbers, which are counted many times faster than texts. */
export interface FacetTable {
  /** @param numbers - The records to count, by their place in the list. */
  readonly count: (numbers: Uint32Array, facet: Facet) => ReadonlyMap<string, number>;
}

interface Column {
  readonly values: readonly string[];
  readonly codes: Uint32Array;
  /** Where each record's codes begin; one more entry than records. */
  readonly starts: Uint32Array;
}

/** Reads the facet values of the records once. */
export function createFacetTable(records: readonly PlanRecord[]): FacetTable {
  const columns = new Map(FACETS.map((facet) => [facet, createColumn(records, facet)] as const));
  return {
    count: (numbers, facet) => {
      const column = columns.get(facet);
      if (column === undefined) return new Map();
      const { values, codes, starts } = column;
      const counts = new Uint32Array(values.length);
      const order: number[] = [];
      for (const number of numbers) {
        const end = starts[number + 1] ?? 0;
        for (let at = starts[number] ?? 0; at < end; at++) {
          const code = codes[at] ?? 0;
          if (counts[code] === 0) order.push(code);
          counts[code] = (counts[code] ?? 0) + 1;
        }
      }
      return new Map(order.map((code) => [values[code] ?? '', counts[code] ?? 0]));
    },
  };
}

function createColumn(records: readonly PlanRecord[], facet: Facet): Column {
  const codeOf = new Map<string, number>();
  const codes: number[] = [];
  const starts = [0];
  for (const record of records) {
    for (const value of facetValues(record, facet)) {
      const code = codeOf.get(value) ?? codeOf.size;
      codeOf.set(value, code);
      codes.push(code);
    }
    starts.push(codes.length);
  }
  return { values: [...codeOf.keys()], codes: Uint32Array.from(codes), starts: Uint32Array.from(starts) };
}
