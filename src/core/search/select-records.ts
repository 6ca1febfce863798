import type { Catalog } from '../catalog/catalog.js';
import type { PlanRecord, RecordKind } from '../catalog/record-schemas.js';
import type { Filters } from '../question/filters.js';
import { type Clause, isPeriodClause } from '../question/query.js';
import { type Certainty, decide, isAbout } from './decide.js';
import { findRecords, type Match } from './find-records.js';
import type { SearchIndex } from './search-index.js';
import type { SearchWord } from './search-words.js';

/** What a question's words and filters lead to. */
export interface Selection {
  /** The answer, best first; empty where nothing fits well enough. */
  readonly main: readonly PlanRecord[];
  /** Records of other kinds than the question asked for. */
  readonly apart: readonly PlanRecord[];
  /** The nearest records where nothing fits. */
  readonly offered: readonly PlanRecord[];
  readonly matches: ReadonlyMap<string, Match>;
  /** Filters that had to be dropped because nothing passed them all. */
  readonly dropped: readonly Clause[];
  readonly words: readonly SearchWord[];
  readonly certainty: Certainty;
}

export interface SelectionInput {
  readonly catalog: Catalog;
  readonly filters: Filters;
  readonly index: SearchIndex;
  readonly words: readonly SearchWord[];
  readonly clauses: readonly Clause[];
  /** No filter may be dropped: a count of nothing is zero. */
  readonly strict: boolean;
  /** Asks who helps: those who advise and act come before those who describe. */
  readonly seeksHelp: boolean;
}

/** A further record must cover this share of what the best one does, */
const KEPT_COVERAGE = 0.75;
/** and score this share of the best one's score. */
const KEPT_SCORE = 0.3;
const MOST_OFFERED = 3;

/** Selects, ranks and decides: what answers, what fits beside it, what can only be offered. */
export function selectRecords(input: SelectionInput): Selection {
  const { catalog, filters, words } = input;
  const kinds = askedKinds(input.clauses);
  const others = input.clauses.filter((clause) => !isKindClause(clause));
  const records = [...catalog.records.values()];
  const passing = (clauses: readonly Clause[]): PlanRecord[] =>
    records.filter((record) => filters.passes(record, clauses));

  if (words.length === 0) {
    const { clauses, dropped } = relax(others, input.strict ? 'none' : 'some', (kept) =>
      passing(kept).some((record) => isAsked(record, kinds)),
    );
    const found = sortByState(passing(clauses));
    // Types belong to measures: with one asked for, records of other kinds pass without it.
    const beside = kinds === undefined ? [] : sortByState(passing(clauses.filter((clause) => clause.facet !== 'type')));
    return {
      main: found.filter((record) => isAsked(record, kinds)),
      apart: clauses.every(({ facet }) => facet === 'type') ? [] : beside.filter((record) => !isAsked(record, kinds)),
      offered: [],
      matches: new Map(),
      dropped,
      words,
      certainty: 'sure',
    };
  }

  const found = findRecords(words, input.index);
  const all = input.seeksHelp ? helpersFirst(found, catalog) : found;
  const byId = new Map(all.map((match) => [match.id, match]));
  const recordsOf = (matches: readonly Match[]): PlanRecord[] =>
    matches.flatMap(({ id }) => catalog.records.get(id) ?? []);
  const result = { matches: byId, words, certainty: decide(all) };
  if (result.certainty === 'no') {
    return { ...result, main: [], apart: [], offered: recordsOf(all.slice(0, MOST_OFFERED)), dropped: [] };
  }
  const fitting = (clauses: readonly Clause[]): Match[] =>
    keepNear(
      all.filter(({ id }) => {
        const record = catalog.records.get(id);
        return record !== undefined && filters.passes(record, clauses);
      }),
    );
  const { clauses, dropped } = relax(others, input.strict ? 'none' : 'all', (kept) => {
    const matches = fitting(kept);
    // Without any filter left, a word in passing is not enough: a record has to be about it.
    const telling = kept.length === 0 && others.length > 0 ? matches.filter(isAbout) : matches;
    return recordsOf(telling).some((record) => isAsked(record, kinds));
  });
  const near = recordsOf(fitting(clauses));
  const main = near.filter((record) => isAsked(record, kinds));
  const apart = near.filter((record) => !isAsked(record, kinds));
  const besides = clauses.some((clause) => clause.facet === 'type')
    ? recordsOf(fitting(clauses.filter((clause) => clause.facet !== 'type'))).filter(
        (record) => !isAsked(record, kinds),
      )
    : apart;
  const offered = main.length + besides.length === 0 ? recordsOf(all.slice(0, MOST_OFFERED)) : [];
  return { ...result, main, apart: besides, offered, dropped };
}

function mostCovered(matches: readonly Match[]): number {
  return matches.reduce((most, { coverage }) => Math.max(most, coverage), 0);
}

/** How much more advice and institutions count where help is sought, and how much less mere background. */
const HELPER = 1.5;
const BACKGROUND = 0.7;

function helpersFirst(matches: readonly Match[], catalog: Catalog): Match[] {
  const factorOf = (id: string): number => {
    const record = catalog.records.get(id);
    if (record?.kind === 'institution' || (record?.kind === 'measure' && record.type === 'counselling')) return HELPER;
    return record?.kind === 'measure' ? 1 : BACKGROUND;
  };
  return matches
    .map((match) => ({ ...match, score: match.score * factorOf(match.id) }))
    .sort((a, b) => b.score - a.score || compareText(a.id, b.id));
}

/** Plain order of characters: the same everywhere, and quick. */
function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The records that cover about as much as the best of them. */
function keepNear(matches: readonly Match[]): Match[] {
  const most = mostCovered(matches);
  const top = matches.reduce((best, { score }) => Math.max(best, score), 0);
  return matches.filter(({ coverage, score }) => coverage >= KEPT_COVERAGE * most && score >= KEPT_SCORE * top);
}

function isKindClause(clause: Clause): boolean {
  return clause.facet === 'kind' && !isPeriodClause(clause) && clause.not !== true;
}

/** The kinds that a question asks for: named, or measures where it names a type of measure. */
function askedKinds(clauses: readonly Clause[]): ReadonlySet<RecordKind | string> | undefined {
  const kinds = clauses.flatMap((clause) => (isKindClause(clause) && !isPeriodClause(clause) ? clause.any : []));
  const type = clauses.some((clause) => clause.facet === 'type' && !isPeriodClause(clause) && clause.not !== true);
  if (type) return new Set(['measure']);
  return kinds.length === 0 ? undefined : new Set(kinds);
}

function isAsked(record: PlanRecord, kinds: ReadonlySet<string> | undefined): boolean {
  return kinds === undefined || kinds.has(record.kind);
}

/** The order in which filters are given up: first what narrows most by accident, last what was most meant. */
const WEAKEST_FIRST: readonly Clause['facet'][] = [
  'end',
  'start',
  'status',
  'provenance',
  'group',
  'region',
  'type',
  'organisation',
  'field',
];

function relax(
  clauses: readonly Clause[],
  mayDrop: 'none' | 'some' | 'all',
  isEnough: (kept: readonly Clause[]) => boolean,
): { readonly clauses: readonly Clause[]; readonly dropped: readonly Clause[] } {
  if (mayDrop === 'none' || isEnough(clauses)) return { clauses, dropped: [] };
  const without = (facets: readonly Clause['facet'][]) => ({
    clauses: clauses.filter(({ facet }) => !facets.includes(facet)),
    dropped: clauses.filter(({ facet }) => facets.includes(facet)),
  });
  const present = WEAKEST_FIRST.filter((facet) => clauses.some((clause) => clause.facet === facet));
  // One filter less if that is enough, else the weakest ones together; all of them only where words remain.
  const attempts = [...present.map((facet) => [facet]), ...present.map((_, index) => present.slice(0, index + 1))];
  for (const facets of attempts) {
    const attempt = without(facets);
    if ((mayDrop === 'all' || attempt.clauses.length > 0) && isEnough(attempt.clauses)) return attempt;
  }
  return { clauses, dropped: [] };
}

const STATE_ORDER: Readonly<Record<PlanRecord['status'], number>> = {
  running: 0,
  planned: 1,
  unknown: 2,
  paused: 3,
  completed: 4,
  abandoned: 5,
};

/** Running before the rest, newest sources first: the order where no words rank. */
function sortByState(records: readonly PlanRecord[]): PlanRecord[] {
  return [...records].sort(
    (a, b) =>
      STATE_ORDER[a.status] - STATE_ORDER[b.status] ||
      compareText(b.asOf ?? '', a.asOf ?? '') ||
      compareText(a.id, b.id),
  );
}
