import fc from 'fast-check';
import { PROPERTIES } from '../../../src/core/catalog/vocabulary-schemas.js';
import { limitValues } from '../../../src/core/conversation/steps.js';
import type { Catalog, Clause, Query } from '../../../src/core/index.js';
import { ABOUTS, ACTIONS, MOST_NAMED } from '../../../src/core/question/query.js';

const oneOf = (ids: Iterable<string>) => fc.constantFrom(...ids);
const some = (ids: Iterable<string>) => fc.uniqueArray(oneOf(ids), { minLength: 1, maxLength: 5 });
const date = fc.constantFrom('2017', '2021-03', '2024-12-31', '1999-01-01');
const yes = fc.constant(true as const);

function arbitraryClause(catalog: Catalog): fc.Arbitrary<Clause> {
  return fc.oneof(
    fc.record({ facet: fc.constant('field' as const), any: some(catalog.actionFields.keys()) }),
    fc.record({ facet: fc.constant('group' as const), any: some(catalog.targetGroups.keys()), not: yes }),
    fc.record({ facet: fc.constant('group' as const), any: some(catalog.targetGroups.keys()) }),
    fc.record({ facet: fc.constant('organisation' as const), any: some(catalog.organisations.keys()), involved: yes }),
    fc.record({ facet: fc.constant('organisation' as const), any: some(catalog.organisations.keys()), not: yes }),
    fc.record({ facet: fc.constant('region' as const), any: some(catalog.regions.keys()) }),
    fc.record({ facet: fc.constant('type' as const), any: fc.constant(['programme', 'treaty']) }),
    fc.record({ facet: fc.constant('status' as const), any: fc.constant(['running']), not: yes }),
    fc.record({ facet: fc.constant('provenance' as const), any: fc.constant(['plan-2017']) }),
    fc.record({ facet: fc.constant('kind' as const), any: fc.constant(['measure']) }),
    fc.record({ facet: fc.constant('start' as const), from: date, to: date }),
    fc.record({ facet: fc.constant('end' as const), to: date }),
  );
}

/** Any Query that an answer can have, whatever its fields say together. */
export function arbitraryQuery(catalog: Catalog): fc.Arbitrary<Query> {
  return fc
    .record(
      {
        action: fc.constantFrom(...ACTIONS),
        language: fc.constantFrom('de' as const, 'en' as const),
        text: fc.constantFrom('', 'Diskriminierung im Netz'),
        clauses: fc.uniqueArray(arbitraryClause(catalog), {
          maxLength: 9,
          selector: ({ facet, ...rest }) => `${facet}${'not' in rest}`,
        }),
        page: fc.integer({ min: 1, max: 1000 }),
        records: fc.uniqueArray(oneOf(catalog.records.keys()), { minLength: 1, maxLength: MOST_NAMED }),
        property: fc.constantFrom(...PROPERTIES),
        missing: oneOf(catalog.phrases.missing.map(({ id }) => id)),
        about: fc.constantFrom(...ABOUTS),
        breakdown: fc.constantFrom('field' as const, 'status' as const),
        textLanguage: fc.constantFrom('de' as const, 'en' as const),
        focus: fc.constantFrom('Diskriminierung', 'im Netz'),
        subject: oneOf(catalog.organisations.keys()).map((id) => ({ kind: 'organisation' as const, id })),
      },
      { requiredKeys: ['action', 'language', 'text', 'clauses', 'page'] },
    )
    .map(({ focus, ...made }) => ({
      ...made,
      clauses: limitValues(made.clauses),
      ...(focus === undefined || made.text === '' ? {} : { focus }),
    }));
}
