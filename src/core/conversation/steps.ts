import type { LanguageTag } from '../language/languages.js';
import { type Clause, type FacetClause, MOST_FACET_VALUES, type Query } from '../question/query.js';
import { encodeClause } from './clause-codec.js';

/** What a code has for filters beside its head, three records and a subject; see query-codec.ts. */
const ROOM_FOR_FILTERS = 63;

/** The next or another page of the same question. */
export function turnPage(query: Query, page: number): Query {
  return { ...query, page: Math.max(1, page) };
}

/** The same list with one more filter, from a menu; the value takes the place of one on the same facet. */
export function narrow(query: Query, facet: FacetClause['facet'], value: string): Query {
  const base = query.action === 'overview' ? listOf(query) : query;
  const kept = base.clauses.filter((clause) => clause.facet !== facet || ('not' in clause && clause.not === true));
  return { ...base, clauses: limitValues([...kept, { facet, any: [value] }]), page: 1 };
}

/** The records that a count or an overview speaks of, as a list. */
export function listOf(query: Query): Query {
  const { subject, property: _, missing: __, breakdown: ___, ...rest } = query;
  const list: Query = { ...rest, action: 'list', page: 1 };
  if (subject === undefined) return list;
  const clause: Clause =
    subject.kind === 'plan' ? { facet: 'provenance', any: ['plan-2.0'] } : { facet: subject.kind, any: [subject.id] };
  const { about: ____, focus: _____, ...plain } = list;
  return { ...plain, text: '', clauses: limitValues([clause]) };
}

/** One record of an answer in full. */
export function openRecord(query: Query, id: string): Query {
  return { action: 'record', language: query.language, text: '', clauses: [], records: [id], page: 1 };
}

/** The same question answered in another language; its words stay as they were written. */
export function switchLanguage(query: Query, language: LanguageTag): Query {
  const written = query.textLanguage ?? query.language;
  const { textLanguage: _, ...rest } = query;
  return { ...rest, language, ...(written === language ? {} : { textLanguage: written }) };
}

/** Keeps the newest filters where a conversation has gathered more than a button can carry. */
export function limitValues(clauses: readonly Clause[]): Clause[] {
  let values = MOST_FACET_VALUES;
  let room = ROOM_FOR_FILTERS;
  const kept: Clause[] = [];
  for (const clause of [...clauses].reverse()) {
    const limited = 'any' in clause ? { ...clause, any: clause.any.slice(0, values) } : clause;
    if ('any' in limited && limited.any.length === 0) continue;
    const length = encodeClause(limited).length + 1;
    if (length > room) continue;
    room -= length;
    if ('any' in limited) values -= limited.any.length;
    kept.push(limited);
  }
  return kept.reverse();
}
