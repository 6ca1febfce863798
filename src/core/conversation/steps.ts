import type { LanguageTag } from '../language/languages.js';
import { type Clause, type FacetClause, MOST_FACET_VALUES, type Query } from '../question/query.js';

/** The next or another page of the same question. */
export function turnPage(query: Query, page: number): Query {
  return { ...query, page: Math.max(1, page) };
}

/** The same list with one more filter, from a menu; the value takes the place of one on the same facet. */
export function narrow(query: Query, facet: FacetClause['facet'], value: string): Query {
  const kept = query.clauses.filter((clause) => clause.facet !== facet || ('not' in clause && clause.not === true));
  return { ...query, clauses: limitValues([...kept, { facet, any: [value] }]), page: 1 };
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

/** Keeps the newest filters where a conversation has gathered more values than a button can carry. */
export function limitValues(clauses: readonly Clause[]): Clause[] {
  let left = MOST_FACET_VALUES;
  const kept: Clause[] = [];
  for (const clause of [...clauses].reverse()) {
    if (!('any' in clause)) {
      kept.push(clause);
      continue;
    }
    const any = clause.any.slice(0, left);
    left -= any.length;
    if (any.length > 0) kept.push({ ...clause, any });
  }
  return kept.reverse();
}
