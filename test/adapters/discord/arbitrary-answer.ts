import fc from 'fast-check';
import type { Answer, AnswerKind, Card, Catalog, FacetCounts, SourceLink } from '../../../src/core/index.js';
import { arbitraryQuery } from '../../core/conversation/arbitrary-query.js';

/** Every kind of answer; the compiler names one that is missing. */
export const KINDS = Object.keys({
  measures: true,
  record: true,
  value: true,
  count: true,
  overview: true,
  clarify: true,
  'nothing-found': true,
  help: true,
  about: true,
  privacy: true,
  greeting: true,
  thanks: true,
  'foreign-language': true,
} satisfies Record<AnswerKind, true>) as AnswerKind[];

const NASTY = [
  '**',
  '`',
  '\\',
  '_',
  '~~',
  '||',
  '<@400000000000000001>',
  '@everyone',
  '@here',
  '[a](https://evil.example)',
  'https://example.org/a_b_(c)',
  '\n',
  '# ',
  '-# ',
  '> ',
  '1. ',
  '\u202E',
  '👩‍👩‍👧',
  'Gesucht nach: ',
  'e\u0301'.repeat(30),
  'Donaudampfschifffahrtsgesellschaft'.repeat(10),
];

/** Text of any length, with everything that means something to Discord. */
function text(maxLength: number): fc.Arbitrary<string> {
  const piece = fc.oneof(fc.lorem({ maxCount: 30 }), fc.constantFrom(...NASTY), fc.string({ unit: 'grapheme' }));
  return fc.array(piece, { minLength: 1, maxLength: 12 }).map((pieces) => `a${pieces.join(' ')}`.slice(0, maxLength));
}

const many = <T>(item: fc.Arbitrary<T>, maxLength: number) => fc.array(item, { maxLength, size: 'max' });

const url = fc.oneof(
  fc.webUrl({ withQueryParameters: true }),
  fc.constant(`https://example.org/${'lang/'.repeat(200)}`),
  fc.constant('https://example.org/(klammer)?a=b c'),
);
const source: fc.Arbitrary<SourceLink> = fc.record({ title: text(300), url, text: text(500) });

function arbitraryCard(catalog: Catalog): fc.Arbitrary<Card> {
  return fc.record({
    id: fc.constantFrom(...catalog.records.keys()),
    kind: fc.constant('measure' as const),
    kindText: text(80),
    title: text(200),
    line: text(3000),
    otherLanguage: fc.boolean(),
    remark: text(300),
    evidence: fc.record({
      id: fc.constant('x'),
      status: fc.constant('running' as const),
      statusText: text(50),
      asOfText: text(200),
      provenance: fc.constant('plan-2.0' as const),
      provenanceText: text(200),
      sources: many(source, 40),
    }),
  });
}

const facetCounts: fc.Arbitrary<FacetCounts> = fc
  .record({
    label: text(200),
    names: fc.array(text(300), { minLength: 2, maxLength: 5 }),
    size: fc.integer({ min: 2, max: 300 }),
  })
  .map(({ label, names, size }) => ({
    facet: 'group' as const,
    label,
    counts: Array.from({ length: size }, (_, index) => ({
      value: `group-${index}`,
      label: names[index % names.length] ?? '',
      count: size - index,
    })),
  }));

const FACETS = ['field', 'group', 'organisation', 'region'] as const;
const narrowing = fc
  .array(facetCounts, { maxLength: FACETS.length })
  .map((menus) => menus.map((menu, index) => ({ ...menu, facet: FACETS[index] ?? 'field' })));
const detail = fc.record({ label: text(60), text: text(3000) });
const uniqueCards = (catalog: Catalog, maxLength: number) =>
  fc.uniqueArray(arbitraryCard(catalog), { maxLength, selector: ({ id }) => id });

/** An answer of a kind, within what the types allow and far beyond what the data has. */
export function arbitraryAnswer(kind: AnswerKind, catalog: Catalog): fc.Arbitrary<Answer> {
  const ids = fc.array(fc.constantFrom(...catalog.records.keys()), { maxLength: 300, size: 'max' });
  const base = fc.record({
    language: fc.constantFrom('de' as const, 'en' as const),
    ids,
    apart: ids,
    offered: ids,
    total: fc.nat(1000),
    query: fc
      .tuple(arbitraryQuery(catalog), fc.oneof(fc.constant(''), text(300)))
      .map(([query, words]) => ({ ...query, text: words.trim() })),
    sentences: many(text(3000), 60),
    notices: many(text(1000), 10),
    reasons: fc.constant([{ id: [...catalog.records.keys()][0] ?? '', words: [], text: 'x' }]),
    evidence: fc.constant({
      line: 'Datenstand März 2026, Fassung 01234567. Automatische Auskunft, keine amtliche Stellungnahme.',
      dataVersion: catalog.version,
      dataAsOf: '2026-03',
    }),
  });
  const paging = { page: fc.integer({ min: 1, max: 60 }), pages: fc.integer({ min: 1, max: 60 }) };
  const examples = fc.record({ examples: fc.uniqueArray(text(200), { maxLength: 8 }) });
  const own: Record<AnswerKind, fc.Arbitrary<object>> = {
    measures: fc.record({
      ...paging,
      cards: uniqueCards(catalog, 10),
      apartCards: uniqueCards(catalog, 10),
      filters: many(text(100), 5),
      narrowing,
    }),
    record: fc.record({
      card: arbitraryCard(catalog),
      summary: text(5000),
      details: many(detail, 40),
      contact: fc.record({ label: text(80), url: fc.oneof(url, fc.constant('mailto:info@example.org')) }),
      related: fc
        .integer({ min: 0, max: 200 })
        .map((size) =>
          [...catalog.records.keys()].slice(0, size).map((id) => ({ id, title: `Titel ${id} `.repeat(9) })),
        ),
    }),
    value: fc.record({
      property: fc.constant('start'),
      known: fc.boolean(),
      rows: fc.constant([]),
      cards: uniqueCards(catalog, 10),
    }),
    count: fc.record({ filters: fc.constant([]), breakdown: narrowing }),
    overview: fc.record({
      ...paging,
      title: text(200),
      details: many(detail, 30),
      breakdown: narrowing,
      sources: many(source, 60),
      cards: uniqueCards(catalog, 10),
    }),
    clarify: fc.record({
      options: fc
        .uniqueArray(arbitraryQuery(catalog), { maxLength: 8, selector: (query) => JSON.stringify(query) })
        .map((queries) => queries.map((query) => ({ label: 'Eine lange Lesart der Frage, '.repeat(5), query }))),
    }),
    'nothing-found': fc.record({
      understood: fc.constant([]),
      notUnderstood: fc.constant([]),
      offeredCards: uniqueCards(catalog, 10),
    }),
    help: examples,
    about: examples,
    privacy: examples,
    greeting: examples,
    thanks: examples,
    'foreign-language': examples,
  };
  return fc.tuple(base, own[kind]).map(([common, rest]) => ({ ...common, ...rest, kind }) as unknown as Answer);
}
