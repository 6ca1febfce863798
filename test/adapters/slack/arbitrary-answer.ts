import fc from 'fast-check';
import type { Answer, Card, Catalog, FacetCounts, SourceLink } from '../../../src/core/index.js';
import { arbitraryQuery } from '../../core/conversation/arbitrary-query.js';

/** Text as data and users may write it, up to a length: markup, calls, letters of many units, control characters. */
export function arbitraryText(max: number): fc.Arbitrary<string> {
  const bits = [
    '&',
    '<',
    '>',
    '"',
    '@channel ',
    '<!here>',
    '<@U123ABC>',
    '|',
    '*',
    '_',
    '`',
    '\n',
    '\t',
    '👩🏽‍🚀',
    'é',
    'Maßnahme ',
    'https://a.de/?x=1&y=2 ',
    'x'.repeat(90),
    ' ',
  ];
  return fc
    .tuple(
      fc.array(fc.oneof(fc.constantFrom(...bits), fc.string({ unit: 'binary', minLength: 1, maxLength: 9 })), {
        minLength: 1,
        maxLength: 25,
      }),
      fc.integer({ min: 1, max }),
    )
    .map(([words, length]) =>
      `T${words.join('').repeat(Math.ceil(length / Math.max(1, words.join('').length)))}`.slice(0, length),
    );
}

const url = fc
  .integer({ min: 20, max: 500 })
  .map((length) => `https://example.org/?a=1&b=|<${'x'.repeat(length)}`.slice(0, length));
const source: fc.Arbitrary<SourceLink> = fc.record({ title: arbitraryText(300), url, text: arbitraryText(400) });
const line = fc.record({ label: arbitraryText(40), text: arbitraryText(1500) });

function arbitraryCard(id: fc.Arbitrary<string>): fc.Arbitrary<Card> {
  return fc.record({
    id,
    kind: fc.constant('measure' as const),
    kindText: arbitraryText(30),
    title: arbitraryText(200),
    line: arbitraryText(1200),
    otherLanguage: fc.boolean(),
    remark: arbitraryText(300),
    evidence: fc.record({
      id,
      status: fc.constant('running' as const),
      statusText: arbitraryText(30),
      asOfText: arbitraryText(80),
      provenance: fc.constant('state-policy' as const),
      provenanceText: arbitraryText(120),
      sources: fc.array(source, { maxLength: 12 }),
    }),
  });
}

const cards = (max: number): fc.Arbitrary<Card[]> =>
  fc.uniqueArray(arbitraryCard(fc.uuid()), { maxLength: max, selector: ({ id }) => id });

/** Menus with hundreds of options. */
const menus: fc.Arbitrary<FacetCounts[]> = fc.uniqueArray(
  fc.record({
    facet: fc.constantFrom('field', 'group', 'organisation', 'region'),
    label: arbitraryText(60),
    counts: fc.integer({ min: 1, max: 300 }).chain((length) =>
      fc.array(fc.record({ value: fc.uuid(), label: arbitraryText(120), count: fc.nat(10_000) }), {
        minLength: length,
        maxLength: length,
        size: 'max',
      }),
    ),
  }),
  { maxLength: 4, selector: ({ facet }) => facet },
);

/** Any Answer of any kind that the data may lead to. */
export function arbitraryAnswer(catalog: Catalog): fc.Arbitrary<Answer> {
  const query = fc
    .tuple(arbitraryQuery(catalog), fc.oneof(fc.constant(''), arbitraryText(300)))
    .map(([made, text]) => ({ ...made, text: text.replace(/\s+/g, ' ').trim() }));
  const base = fc.record({
    language: fc.constantFrom('de' as const, 'en' as const),
    apart: fc.constant([]),
    offered: fc.constant([]),
    total: fc.nat(10_000),
    query,
    sentences: fc.array(arbitraryText(900), { minLength: 1, maxLength: 5 }),
    notices: fc.array(arbitraryText(700), { maxLength: 5 }),
    reasons: fc.constant([]),
    evidence: fc.record({
      line: arbitraryText(160),
      dataVersion: fc.constant({ hash: 'abcdef01', date: '2026-01-01' }),
      dataAsOf: fc.constant('2026-01'),
    }),
  });
  const paging = cards(5).chain((shown) =>
    fc.record({
      cards: fc.constant(shown),
      ids: fc.constant(shown.map(({ id }) => id)),
      page: fc.integer({ min: 1, max: 99 }),
      pages: fc.integer({ min: 1, max: 99 }),
    }),
  );
  const withCards = (key: string) => cards(5).map((shown) => ({ [key]: shown, ids: shown.map(({ id }) => id) }));
  const own: fc.Arbitrary<object> = fc.oneof(
    fc
      .tuple(paging, cards(5), menus)
      .map(([page, apartCards, narrowing]) => ({ kind: 'measures', ...page, apartCards, narrowing, filters: [] })),
    fc
      .tuple(paging, menus, fc.array(line, { maxLength: 8 }), fc.array(source, { maxLength: 20 }))
      .map(([page, breakdown, details, sources]) => ({
        kind: 'overview',
        ...page,
        title: 'T',
        breakdown,
        details,
        sources,
      })),
    fc.record({
      kind: fc.constant('record'),
      ids: fc.constant(['a']),
      card: arbitraryCard(fc.constant('a')),
      summary: arbitraryText(1200),
      details: fc.array(line, { maxLength: 15 }),
      contact: fc.record({ label: arbitraryText(30), url: fc.oneof(url, fc.constant('mailto:a@b.de')) }),
      related: fc.uniqueArray(fc.record({ id: fc.uuid(), title: arbitraryText(75) }), {
        maxLength: 30,
        selector: ({ id }) => id,
      }),
    }),
    withCards('cards').map((made) => ({ kind: 'value', property: 'start', known: true, rows: [], ...made })),
    menus.map((breakdown) => ({ kind: 'count', ids: ['a'], filters: [], breakdown })),
    fc.tuple(fc.array(arbitraryText(75), { maxLength: 5 }), arbitraryQuery(catalog)).map(([labels, other]) => ({
      kind: 'clarify',
      ids: [],
      options: labels.map((label, page) => ({ label, query: { ...other, page: page + 1 } })),
    })),
    withCards('offeredCards').map((made) => ({
      kind: 'nothing-found',
      understood: [],
      notUnderstood: [],
      ...made,
      ids: [],
    })),
    fc
      .constantFrom('help', 'about', 'privacy', 'greeting', 'thanks', 'foreign-language')
      .chain((kind) => fc.array(arbitraryText(120), { maxLength: 6 }).map((examples) => ({ kind, ids: [], examples }))),
  );
  // What each kind holds is put together here; the types of the parts say the rest.
  return fc.tuple(base, own).map(([shared, more]) => ({ ...shared, ...more }) as unknown as Answer);
}
