import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PROPERTIES } from '../../../src/core/catalog/vocabulary-schemas.js';
import { limitValues } from '../../../src/core/conversation/steps.js';
import {
  type Clause,
  decodeQuery,
  encodeQuery,
  MAX_CODE_LENGTH,
  narrow,
  openRecord,
  parseCatalog,
  type Query,
  readGolden,
  switchLanguage,
  turnPage,
} from '../../../src/core/index.js';
import { ABOUTS, ACTIONS, MOST_NAMED } from '../../../src/core/question/query.js';
import { dataFiles } from '../../data-files.js';
import { realPlanlotse, TODAY } from '../real-planlotse.js';

const { catalog, planlotse } = realPlanlotse();

const oneOf = (ids: Iterable<string>) => fc.constantFrom(...ids);
const some = (ids: Iterable<string>) => fc.uniqueArray(oneOf(ids), { minLength: 1, maxLength: 5 });
const date = fc.constantFrom('2017', '2021-03', '2024-12-31', '1999-01-01');

const clause: fc.Arbitrary<Clause> = fc.oneof(
  fc.record({ facet: fc.constant('field' as const), any: some(catalog.actionFields.keys()) }),
  fc.record({
    facet: fc.constant('group' as const),
    any: some(catalog.targetGroups.keys()),
    not: fc.constant(true as const),
  }),
  fc.record({ facet: fc.constant('group' as const), any: some(catalog.targetGroups.keys()) }),
  fc.record({
    facet: fc.constant('organisation' as const),
    any: some(catalog.organisations.keys()),
    involved: fc.constant(true as const),
  }),
  fc.record({
    facet: fc.constant('organisation' as const),
    any: some(catalog.organisations.keys()),
    not: fc.constant(true as const),
  }),
  fc.record({ facet: fc.constant('region' as const), any: some(catalog.regions.keys()) }),
  fc.record({ facet: fc.constant('type' as const), any: fc.constant(['programme', 'treaty']) }),
  fc.record({ facet: fc.constant('status' as const), any: fc.constant(['running']), not: fc.constant(true as const) }),
  fc.record({ facet: fc.constant('provenance' as const), any: fc.constant(['plan-2017']) }),
  fc.record({ facet: fc.constant('kind' as const), any: fc.constant(['measure']) }),
  fc.record({ facet: fc.constant('start' as const), from: date, to: date }),
  fc.record({ facet: fc.constant('end' as const), to: date }),
);

const query: fc.Arbitrary<Query> = fc
  .record(
    {
      action: fc.constantFrom(...ACTIONS),
      language: fc.constantFrom('de' as const, 'en' as const),
      text: fc.constant('Diskriminierung im Netz'),
      clauses: fc.uniqueArray(clause, { maxLength: 9, selector: ({ facet, ...rest }) => `${facet}${'not' in rest}` }),
      page: fc.integer({ min: 1, max: 1000 }),
      records: fc.uniqueArray(oneOf(catalog.records.keys()), { minLength: 1, maxLength: MOST_NAMED }),
      property: fc.constantFrom(...PROPERTIES),
      missing: oneOf(catalog.phrases.missing.map(({ id }) => id)),
      about: fc.constantFrom(...ABOUTS),
      breakdown: fc.constantFrom('field' as const, 'status' as const),
      textLanguage: fc.constantFrom('de' as const, 'en' as const),
    },
    { requiredKeys: ['action', 'language', 'text', 'clauses', 'page'] },
  )
  .map((made) => ({ ...made, clauses: limitValues(made.clauses) }));

describe('the code of a Query', () => {
  it('survives the round trip within its length, for any Query', () => {
    fc.assert(
      fc.property(query, (made) => {
        const code = encodeQuery(made, catalog);
        expect(code.length).toBeLessThanOrEqual(MAX_CODE_LENGTH);
        expect(decodeQuery(code, made.text, catalog)).toEqual({ query: made, isCurrent: true });
      }),
      { numRuns: 2000 },
    );
  });

  it('survives for every Query that a golden question gives, and for every step from it', () => {
    for (const { question } of readGolden(dataFiles, catalog).questions) {
      const answer = planlotse.answer({ text: question, today: TODAY });
      const steps = [
        answer.query,
        turnPage(answer.query, 2),
        narrow(answer.query, 'status', 'running'),
        narrow(answer.query, 'group', 'frauen-und-maedchen'),
        openRecord(answer.query, 'intea'),
        switchLanguage(answer.query, 'en'),
      ];
      for (const step of steps) {
        const code = encodeQuery(step, catalog);
        expect(code.length, question).toBeLessThanOrEqual(MAX_CODE_LENGTH);
        expect(decodeQuery(code, step.text, catalog)?.query, question).toEqual(step);
      }
    }
  });

  it('notices that the data folder has changed, and keeps what still is there', () => {
    const changed = new Map(dataFiles);
    changed.set('measures/intea.yaml', `${dataFiles.get('measures/intea.yaml')}\n# changed\n`);
    const code = encodeQuery(openRecord(planlotse.answer({ text: 'InteA', today: TODAY }).query, 'intea'), catalog);
    const decoded = decodeQuery(code, '', parseCatalog(changed));
    expect(decoded?.isCurrent).toBe(false);
    expect(decoded?.query.records).toEqual(['intea']);
  });

  it('is refused where this program did not write it', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 150 }), (text) => {
        const decoded = decodeQuery(text, 'x', catalog);
        if (decoded !== undefined) planlotse.answer({ query: decoded.query, today: TODAY });
      }),
    );
    expect(decodeQuery('', '', catalog)).toBeUndefined();
    expect(decodeQuery('0abc', '', catalog)).toBeUndefined();
    expect(decodeQuery('x'.repeat(101), '', catalog)).toBeUndefined();
  });

  it('gives a click the answer that the question gave', () => {
    const asked = planlotse.answer({ text: 'laufende Förderprogramme für Frauen', today: TODAY });
    const code = encodeQuery(asked.query, catalog);
    const decoded = decodeQuery(code, asked.query.text, catalog);
    expect(decoded && planlotse.answer({ query: decoded.query, today: TODAY }).ids).toEqual(asked.ids);
  });
});
