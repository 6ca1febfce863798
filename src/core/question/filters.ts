import type { Catalog } from '../catalog/catalog.js';
import type { PlanRecord } from '../catalog/record-schemas.js';
import { type Clause, isPeriodClause } from './query.js';

/** Tells whether records pass the clauses of a Query. */
export interface Filters {
  readonly passes: (record: PlanRecord, clauses: readonly Clause[]) => boolean;
  /** An organisation with what it was before and what it became, along the first successor of each. */
  readonly family: (organisation: string) => ReadonlySet<string>;
}

/** Prepares the filters of a catalogue. */
export function createFilters(catalog: Catalog): Filters {
  const family = organisationFamilies(catalog);
  const passesOne = (record: PlanRecord, clause: Clause): boolean => {
    if (isPeriodClause(clause)) {
      const date = clause.facet === 'start' ? record.period?.start : record.period?.end;
      return date !== undefined && lies(date, clause.from, clause.to);
    }
    const values = facetValues(record, clause.facet);
    const wanted =
      clause.facet === 'organisation' ? new Set(clause.any.flatMap((id) => [...family(id)])) : new Set(clause.any);
    const partners = clause.involved === true ? partnersOf(record) : [];
    const holds = [...values, ...partners].some((value) => wanted.has(value));
    return clause.not === true ? !holds : holds;
  };
  return { family, passes: (record, clauses) => clauses.every((clause) => passesOne(record, clause)) };
}

/** The values that a record has in a facet. */
export function facetValues(record: PlanRecord, facet: Exclude<Clause['facet'], 'start' | 'end'>): readonly string[] {
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

function partnersOf(record: PlanRecord): string[] {
  return (record.partners ?? []).flatMap((partner) => ('id' in partner ? [partner.id] : []));
}

/** Whether a date lies within limits, compared as far as both are known. */
function lies(date: string, from: string | undefined, to: string | undefined): boolean {
  const cut = (limit: string): [string, string] => {
    const known = Math.min(date.length, limit.length);
    return [date.slice(0, known), limit.slice(0, known)];
  };
  if (from !== undefined) {
    const [own, limit] = cut(from);
    if (own < limit) return false;
  }
  if (to !== undefined) {
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
