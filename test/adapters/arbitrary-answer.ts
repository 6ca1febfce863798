import fc from 'fast-check';
import type { Answer, AnswerKind, Card, Catalog, FacetCounts, SourceLink } from '../../src/core/index.js';
import { arbitraryQuery } from '../core/conversation/arbitrary-query.js';
import { HOSTILE } from '../hostile-text.js';

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

/** Text as data and users may write it, of any length up to the given one: markup, calls, controls, letters of many units. */
export function arbitraryText(max: number): fc.Arbitrary<string> {
  const piece = fc.oneof(
    fc.constantFrom(...HOSTILE),
    fc.lorem({ maxCount: 8 }),
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 9 }),
    fc.string({ unit: 'binary', minLength: 1, maxLength: 9 }),
  );
  return fc
    .tuple(fc.array(piece, { minLength: 1, maxLength: 12 }), fc.integer({ min: 1, max }))
    .map(([pieces, length]) => {
      const text = pieces.join(' ');
      return `T${text.repeat(Math.ceil(length / text.length))}`.slice(0, length);
    });
}

const many = <T>(item: fc.Arbitrary<T>, maxLength: number) => fc.array(item, { maxLength, size: 'max' });

const url = fc.oneof(
  fc.webUrl({ withQueryParameters: true }),
  fc.integer({ min: 20, max: 1000 }).map((length) => `https://example.org/?a=1&b=|<${'x'.repeat(length)}`),
  fc.constant('https://example.org/(klammer)?a=b c'),
);
const source: fc.Arbitrary<SourceLink> = fc.record({ title: arbitraryText(300), url, text: arbitraryText(500) });
const detail = fc.record({ label: arbitraryText(60), text: arbitraryText(3000) });

function arbitraryCard(catalog: Catalog): fc.Arbitrary<Card> {
  return fc.record({
    id: fc.constantFrom(...catalog.records.keys()),
    kind: fc.constant('measure' as const),
    kindText: arbitraryText(80),
    title: arbitraryText(200),
    line: arbitraryText(3000),
    otherLanguage: fc.boolean(),
    remark: arbitraryText(300),
    evidence: fc.record({
      id: fc.constant('x'),
      status: fc.constant('running' as const),
      statusText: arbitraryText(50),
      asOfText: arbitraryText(200),
      provenance: fc.constantFrom('plan-2.0' as const, 'state-policy' as const),
      provenanceText: arbitraryText(200),
      sources: many(source, 40),
    }),
  });
}

const FACETS = ['field', 'group', 'organisation', 'region'] as const;

/** Menus with hundreds of values. */
const menus: fc.Arbitrary<FacetCounts[]> = fc
  .array(
    fc.record({
      label: arbitraryText(200),
      names: fc.array(arbitraryText(300), { minLength: 2, maxLength: 5 }),
      size: fc.integer({ min: 1, max: 300 }),
    }),
    { maxLength: FACETS.length },
  )
  .map((drafts) =>
    drafts.map(({ label, names, size }, place) => ({
      facet: FACETS[place] ?? 'field',
      label,
      counts: Array.from({ length: size }, (_, index) => ({
        value: `value-${index}`,
        label: names[index % names.length] ?? '',
        count: size - index,
      })),
    })),
  );

/** An answer of a kind, or of any, within what the types allow and far beyond what the data has. */
export function arbitraryAnswer(catalog: Catalog, kind?: AnswerKind): fc.Arbitrary<Answer> {
  const known = [...catalog.records.keys()];
  const ids = fc.array(fc.constantFrom(...known), { maxLength: 300, size: 'max' });
  const uniqueCards = (maxLength: number): fc.Arbitrary<Card[]> =>
    fc.uniqueArray(arbitraryCard(catalog), { maxLength, selector: ({ id }) => id });
  const cards = uniqueCards(10);
  const base = fc.record({
    language: fc.constantFrom('de' as const, 'en' as const),
    ids,
    apart: ids,
    offered: ids,
    total: fc.nat(10_000),
    query: fc
      .tuple(arbitraryQuery(catalog), fc.oneof(fc.constant(''), arbitraryText(300)))
      .map(([query, words]) => ({ ...query, text: words.replace(/\s+/gu, ' ').trim() })),
    sentences: fc.array(arbitraryText(3000), { minLength: 1, maxLength: 60, size: 'max' }),
    notices: many(arbitraryText(1000), 10),
    reasons: fc.constant([{ id: known[0] ?? '', words: [], text: 'x' }]),
    evidence: fc.constant({
      line: 'Datenstand März 2026, Fassung 01234567. Automatische Auskunft, keine amtliche Stellungnahme.',
      dataVersion: catalog.version,
      dataAsOf: '2026-03',
    }),
  });
  const paging = { page: fc.integer({ min: 1, max: 99 }), pages: fc.integer({ min: 1, max: 99 }) };
  const examples = fc.record({ examples: fc.uniqueArray(arbitraryText(200), { maxLength: 8 }) });
  const own: Record<AnswerKind, fc.Arbitrary<object>> = {
    measures: fc
      .record({ ...paging, all: uniqueCards(20), filters: many(arbitraryText(100), 5), narrowing: menus })
      .map(({ all, ...rest }) => ({ ...rest, cards: all.slice(0, 10), apartCards: all.slice(10) })),
    record: fc.record({
      card: arbitraryCard(catalog),
      summary: arbitraryText(5000),
      details: many(detail, 40),
      contact: fc.record({ label: arbitraryText(80), url: fc.oneof(url, fc.constant('mailto:info@example.org')) }),
      related: fc
        .tuple(fc.integer({ min: 0, max: 200 }), arbitraryText(75))
        .map(([size, title]) => known.slice(0, size).map((id) => ({ id, title: `${title} ${id}` }))),
    }),
    value: fc.record({ property: fc.constant('start'), known: fc.boolean(), rows: fc.constant([]), cards }),
    count: fc.record({ filters: fc.constant([]), breakdown: menus }),
    overview: fc.record({
      ...paging,
      title: arbitraryText(200),
      details: many(detail, 30),
      breakdown: menus,
      sources: many(source, 60),
      cards,
    }),
    clarify: fc.record({
      options: fc
        .tuple(
          fc.uniqueArray(arbitraryQuery(catalog), { maxLength: 8, selector: (query) => JSON.stringify(query) }),
          arbitraryText(200),
        )
        .map(([queries, label]) => queries.map((query) => ({ label, query }))),
    }),
    'nothing-found': fc.record({
      understood: fc.constant([]),
      notUnderstood: fc.constant([]),
      offeredCards: cards,
    }),
    help: examples,
    about: examples,
    privacy: examples,
    greeting: examples,
    thanks: examples,
    'foreign-language': examples,
  };
  // What each kind holds is put together here; the types of the parts say the rest.
  return fc
    .tuple(base, kind === undefined ? fc.constantFrom(...KINDS) : fc.constant(kind))
    .chain(([shared, of]) => own[of].map((more) => ({ ...shared, ...more, kind: of }) as unknown as Answer));
}
