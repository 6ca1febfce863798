import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FACETS } from '../../../src/core/catalog/vocabulary-schemas.js';
import { type Click, decodeClick, encodeClick, MAX_CLICK_LENGTH } from '../../../src/core/index.js';
import { realPlanlotse, TODAY } from '../real-planlotse.js';
import { arbitraryQuery } from './arbitrary-query.js';

const { catalog, planlotse } = realPlanlotse();
const query = arbitraryQuery(catalog);

const click: fc.Arbitrary<Exclude<Click, { kind: 'question' }>> = fc.oneof(
  fc.record({
    kind: fc.constantFrom('next', 'previous', 'why', 'copy', 'table', 'share', 'open'),
    query,
  }),
  fc.record({ kind: fc.constant('narrow' as const), query, facet: fc.constantFrom(...FACETS) }),
  fc.record({ kind: fc.constant('language' as const), query, language: fc.constantFrom('de' as const, 'en' as const) }),
);

describe('the code of a click', () => {
  it('survives the round trip within 100 characters, for any click, without its words', () => {
    fc.assert(
      fc.property(click, (made) => {
        const code = encodeClick(made, catalog);
        expect(code.length).toBeLessThanOrEqual(MAX_CLICK_LENGTH);
        const { focus, ...query } = made.query;
        expect(decodeClick(code, catalog)).toEqual({
          click: { ...made, query: { ...query, text: '' } },
          isCurrent: true,
          hasText: made.query.text !== '',
          ...(focus === undefined ? {} : { focus: expect.objectContaining({ length: focus.split(' ').length }) }),
        });
      }),
      { numRuns: 1000 },
    );
  });

  it('is never thrown over, and whatever it is read as can be answered', () => {
    const hostile = fc.oneof(
      fc.string({ maxLength: 130 }),
      fc.string({ maxLength: 130, unit: 'binary' }),
      fc
        .tuple(
          fc.constantFrom(...'npwctsomlq'),
          fc.string({ unit: fc.constantFrom(...'1abcdt-.frgoA0z9_'), maxLength: 99 }),
        )
        .map((parts) => parts.join('')),
      fc.tuple(click, fc.nat(99), fc.string({ maxLength: 3 })).map(([made, at, put]) => {
        const code = encodeClick(made, catalog);
        return code.slice(0, at) + put + code.slice(at + put.length);
      }),
    );
    fc.assert(
      fc.property(hostile, (code) => {
        const decoded = decodeClick(code, catalog);
        if (decoded !== undefined && 'query' in decoded.click) {
          planlotse.answer({ query: { ...decoded.click.query, text: 'Rassismus' }, today: TODAY });
        }
      }),
      { numRuns: 1500 },
    );
  });

  it('carries an example question of 98 characters, and none of 99', () => {
    const made = (length: number): Click => ({ kind: 'question', text: 'ä'.repeat(length), language: 'de' });
    expect(decodeClick(encodeClick(made(98), catalog) ?? '', catalog)?.click).toEqual(made(98));
    expect(encodeClick(made(99), catalog)).toBeUndefined();
  });
});
