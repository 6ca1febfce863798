import type { Catalog } from '../catalog/catalog.js';
import type { PlanRecord } from '../catalog/record-schemas.js';
import type { Facet } from '../catalog/vocabulary-schemas.js';
import { createFacetTable, facetValues } from './facet-values.js';
import { type Clause, type FacetClause, isPeriodClause, type PeriodClause } from './query.js';

/** Tells which records pass the clauses of a Query. */
export interface Filters {
  /** For each record, in the catalogue's order, 1 where it passes all clauses and 0 where not. */
  readonly mask: (clauses: readonly Clause[]) => Uint8Array;
  /** How many of the records have each value of a facet. */
  readonly count: (records: readonly PlanRecord[], facet: Facet) => ReadonlyMap<string, number>;
  /** An organisation with what it was before and what it became, along the first successor of each. */
  readonly family: (organisation: string) => ReadonlySet<string>;
}

/** Periods differ from question to question; so many are remembered. */
const MOST_PERIODS = 50;

/** Prepares the filters of a catalogue: which records have a value is found out once for each value. */
export function createFilters(catalog: Catalog): Filters {
  const records = [...catalog.records.values()];
  const numberOf = new Map(records.map(({ id }, number) => [id, number]));
  const family = organisationFamilies(catalog);
  const masks = new Map<string, Uint8Array>();
  const remembered = (key: string, holds: (record: PlanRecord) => boolean): Uint8Array => {
    let mask = masks.get(key);
    if (mask === undefined) {
      mask = Uint8Array.from(records, (record) => Number(holds(record)));
      masks.set(key, mask);
    }
    return mask;
  };
  const periods = new Map<string, Uint8Array>();
  const periodMask = ({ facet, from = '', to = '' }: PeriodClause): Uint8Array => {
    const key = `${facet} ${from} ${to}`;
    let mask = periods.get(key);
    if (mask === undefined) {
      mask = Uint8Array.from(records, ({ period }) => {
        const date = facet === 'start' ? period?.start : period?.end;
        return Number(date !== undefined && lies(date, from, to));
      });
      if (periods.size >= MOST_PERIODS) periods.clear();
      periods.set(key, mask);
    }
    return mask;
  };
  const facetMask = ({ facet, any, not, involved }: FacetClause): Uint8Array => {
    const wanted = facet === 'organisation' ? new Set(any.flatMap((id) => [...family(id)])) : new Set(any);
    const mask = new Uint8Array(records.length);
    for (const value of wanted) {
      join(
        mask,
        remembered(`${facet} ${value}`, (record) => facetValues(record, facet).includes(value)),
      );
      if (involved === true) {
        join(
          mask,
          remembered(`partner ${value}`, (record) => partnersOf(record).includes(value)),
        );
      }
    }
    return not === true ? mask.map((holds) => 1 - holds) : mask;
  };
  const mask = (clauses: readonly Clause[]): Uint8Array => {
    const all = new Uint8Array(records.length).fill(1);
    for (const clause of clauses) {
      const one = isPeriodClause(clause) ? periodMask(clause) : facetMask(clause);
      for (let number = 0; number < all.length; number++) all[number] = (all[number] ?? 0) & (one[number] ?? 0);
    }
    return all;
  };
  const table = createFacetTable(records);
  const numbersOf = new WeakMap<readonly PlanRecord[], Uint32Array>();
  return {
    family,
    mask,
    count: (counted, facet) => {
      let numbers = numbersOf.get(counted);
      if (numbers === undefined) {
        numbers = Uint32Array.from(counted, ({ id }) => numberOf.get(id) ?? 0);
        numbersOf.set(counted, numbers);
      }
      return table.count(numbers, facet);
    },
  };
}

function join(mask: Uint8Array, other: Uint8Array): void {
  for (let number = 0; number < mask.length; number++) mask[number] = (mask[number] ?? 0) | (other[number] ?? 0);
}

function partnersOf(record: PlanRecord): string[] {
  return (record.partners ?? []).flatMap((partner) => ('id' in partner ? [partner.id] : []));
}

/** Whether a date lies within limits (empty: none), compared as far as both are known. */
function lies(date: string, from: string, to: string): boolean {
  const cut = (limit: string): [string, string] => {
    const known = Math.min(date.length, limit.length);
    return [date.slice(0, known), limit.slice(0, known)];
  };
  if (from !== '') {
    const [own, limit] = cut(from);
    if (own < limit) return false;
  }
  if (to !== '') {
    const [own, limit] = cut(to);
    if (own > limit) return false;
  }
  return true;
}

function organisationFamilies(catalog: Catalog): (id: string) => ReadonlySet<string> {
  const next = new Map<string, string>();
  const previous = new Map<string, string[]>();
  for (const organisation of catalog.organisations.values()) {
    const successor = organisation.successors?.[0];
    if (successor === undefined) continue;
    next.set(organisation.id, successor);
    previous.set(successor, [...(previous.get(successor) ?? []), organisation.id]);
  }
  const families = new Map<string, ReadonlySet<string>>();
  const collect = (id: string, seen: Set<string>): Set<string> => {
    if (seen.has(id)) return seen;
    seen.add(id);
    const successor = next.get(id);
    if (successor !== undefined) collect(successor, seen);
    for (const earlier of previous.get(id) ?? []) collect(earlier, seen);
    return seen;
  };
  return (id) => {
    let family = families.get(id);
    if (family === undefined) {
      family = collect(id, new Set());
      families.set(id, family);
    }
    return family;
  };
}
