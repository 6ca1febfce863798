import type { Catalog } from '../catalog/catalog.js';
import type { PlanRecord } from '../catalog/record-schemas.js';
import type { Filters } from '../question/filters.js';
import { type Clause, isPeriodClause } from '../question/query.js';
import { type Certainty, comesNear, decide } from './decide.js';
import { type Found, findRecords, type Match, type WordMatch } from './find-records.js';
import { relax } from './relax.js';
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
  /** Filters that had to be dropped because nothing passed them all. */
  readonly dropped: readonly Clause[];
  readonly words: readonly SearchWord[];
  readonly certainty: Certainty;
  /** The largest share of the question's rarity that a record covers, 0 to 1; 1 where no words rank. */
  readonly coverage: number;
  /** Orders the records of `main` among each other; 0 where no words rank. */
  readonly scoreOf: (id: string) => number;
  /** How each word was found in a record; words that were not are absent. */
  readonly explain: (id: string) => readonly WordMatch[];
  /** How many further records fit the words as well and pass these filters. */
  readonly countOthers: (clauses: readonly Clause[]) => number;
}

export interface SelectionRequest {
  readonly words: readonly SearchWord[];
  readonly clauses: readonly Clause[];
  /** Words of the question that name what is wanted. */
  readonly focus?: readonly string[];
  /** No filter may be dropped: a count of nothing is zero. */
  readonly strict: boolean;
  /** Asks who helps: those who advise and act come before those who describe. */
  readonly seeksHelp: boolean;
}

/** Selects, ranks and decides: what answers, what fits beside it, what can only be offered. */
export type SelectRecords = (request: SelectionRequest) => Selection;

const MOST_OFFERED = 3;
/** How much more advice and institutions count where help is sought, and how much less mere background. */
const HELPER = 3;
const BACKGROUND = 0.5;

/** Prepares the selection over one catalogue, whose records the index holds in the same order. */
export function createSelectRecords(catalog: Catalog, filters: Filters, index: SearchIndex): SelectRecords {
  const records = [...catalog.records.values()];
  const byState = sortByState(records);
  const helpFactors = Float32Array.from(records, helpFactor);

  return (request) => (isTopicless(request) ? selectByFilters({ ...request, words: [] }) : selectByWords(request));

  /** Without words everything that passes the filters is the answer, in the order of its state. */
  function selectByFilters({ clauses, words, strict }: SelectionRequest): Selection {
    const isAsked = askedKinds(clauses);
    const others = clauses.filter((clause) => !isKindClause(clause));
    const passing = (kept: readonly Clause[]): PlanRecord[] => {
      const mask = filters.mask(kept);
      return byState.filter(({ number }) => mask[number] === 1).map(({ record }) => record);
    };
    const relaxed = relax(others, strict ? 'none' : 'some', (kept) => passing(kept).some(isAsked));
    const found = passing(relaxed.clauses);
    const main = found.filter(isAsked);
    // Types belong to measures: with one asked for, records of other kinds pass without it.
    const besides = relaxed.clauses.some(isTypeClause) ? passing(withoutType(relaxed.clauses)) : found;
    const onlyType = relaxed.clauses.every(({ facet }) => facet === 'type');
    return {
      main,
      apart: onlyType ? [] : besides.filter((record) => !isAsked(record)),
      offered: [],
      dropped: relaxed.dropped,
      words,
      certainty: 'sure',
      coverage: 1,
      scoreOf: () => 0,
      explain: () => [],
      countOthers: (kept) => countPassing(filters.mask(kept), main, index),
    };
  }

  function selectByWords({ clauses, words, focus = [], strict, seeksHelp }: SelectionRequest): Selection {
    const isAsked = askedKinds(clauses);
    const others = clauses.filter((clause) => !isKindClause(clause));
    const found = findRecords(words, index, seeksHelp ? (document) => helpFactors[document] ?? 1 : undefined);
    const scores = new Map<string, number>();
    const result = {
      words,
      certainty: missesFocus(found, words, focus) ? 'no' : decide(found, words, index).certainty,
      coverage: found.coverage,
      scoreOf: (id: string) => scores.get(id) ?? 0,
      explain: (id: string) => found.explain(index.numberOf(id) ?? -1),
    };
    const recordsOf = (matches: readonly Match[]): PlanRecord[] =>
      matches.flatMap(({ document }) => records[document] ?? []);
    const nearest = (): PlanRecord[] => recordsOf(found.matches({ most: MOST_OFFERED }));
    const fittingBefore = new Map<string, readonly Match[]>();
    const fitting = (kept: readonly Clause[]): readonly Match[] => {
      const key = kept.map((clause) => others.indexOf(clause)).join();
      let matches = fittingBefore.get(key);
      if (matches === undefined) {
        const mask = filters.mask(kept);
        matches = found.matches({ allowed: (document) => mask[document] === 1, near: true });
        fittingBefore.set(key, matches);
      }
      return matches;
    };
    if (result.certainty === 'no') {
      return { ...result, main: [], apart: [], offered: nearest(), dropped: [], countOthers: () => 0 };
    }
    const asksForKind = others.length < clauses.length || others.some(isTypeClause);
    const relaxed = relax(others, strict ? 'none' : 'all', (kept) => {
      const matches = fitting(kept);
      // "Flats for asylum families": in a story a group or field is told, and must not hide what fits far better.
      const told = asksForKind ? [] : kept.filter(isGroupOrField);
      if (told.length > 0 && isFarBelow(matches, fitting(kept.filter((clause) => !told.includes(clause)))))
        return false;
      const asked = matches.filter(({ document }) => {
        const record = records[document];
        return record !== undefined && isAsked(record);
      });
      const [best] = asked;
      if (best === undefined) return false;
      // "Maßnahmen gegen Diskriminierung für Frauen" means its filters; in a story they may hide what answers it.
      return (asksForKind && kept.length > 0) || comesNear(best, found, words, index);
    });
    const matches = fitting(relaxed.clauses);
    for (const { id, score } of matches) scores.set(id, score);
    const near = recordsOf(matches);
    const main = near.filter(isAsked);
    const besides = relaxed.clauses.some(isTypeClause) ? recordsOf(fitting(withoutType(relaxed.clauses))) : near;
    const apart = besides.filter((record) => !isAsked(record));
    return {
      ...result,
      main,
      apart,
      offered: main.length + apart.length === 0 ? nearest() : [],
      dropped: relaxed.dropped,
      countOthers: (kept) => countFitting(found, filters.mask(kept), main, index),
    };
  }
}

/** "Für Eltern, die noch nicht lange hier leben": beside a filter, words that only tell a story rank nothing. */
function isTopicless({ words, clauses }: SelectionRequest): boolean {
  if (words.length === 0) return true;
  return words.every(({ isCommon }) => isCommon) && !clauses.every(isKindClause);
}

/** "Which bus goes to the arrival centre?" is not answered by the arrival centre, where it says nothing of buses. */
function missesFocus(found: Found, words: readonly SearchWord[], focus: readonly string[]): boolean {
  const [best] = found.matches({ most: 1 });
  const wanted = words.filter(({ text, isCommon }) => focus.includes(text) && !isCommon);
  if (best === undefined || wanted.length === 0) return false;
  const held = new Set(found.explain(best.document).map(({ word }) => word));
  return !wanted.some(({ text }) => held.has(text));
}

function countPassing(mask: Uint8Array, main: readonly PlanRecord[], index: SearchIndex): number {
  const shown = main.filter(({ id }) => mask[index.numberOf(id) ?? -1] === 1).length;
  return mask.reduce((count, passes) => count + passes, 0) - shown;
}

/** Records as well covered as those shown. */
const AS_WELL = 0.75;

function countFitting(found: Found, mask: Uint8Array, main: readonly PlanRecord[], index: SearchIndex): number {
  const shown = new Set(main.map(({ id }) => index.numberOf(id)));
  const enough = AS_WELL * found.coverage;
  return found
    .matches({ allowed: (document) => mask[document] === 1 && !shown.has(document) })
    .filter(({ coverage }) => coverage >= enough).length;
}

function isKindClause(clause: Clause): boolean {
  return clause.facet === 'kind' && !isPeriodClause(clause) && clause.not !== true;
}

function isTypeClause(clause: Clause): boolean {
  return clause.facet === 'type' && !isPeriodClause(clause) && clause.not !== true;
}

function isGroupOrField(clause: Clause): boolean {
  return (clause.facet === 'group' || clause.facet === 'field') && clause.not !== true;
}

/** Less than this share of the best score is far below it. */
const FAR_BELOW = 0.45;

function isFarBelow([best]: readonly Match[], [other]: readonly Match[]): boolean {
  return (best?.score ?? 0) < FAR_BELOW * (other?.score ?? 0);
}

function withoutType(clauses: readonly Clause[]): Clause[] {
  return clauses.filter(({ facet }) => facet !== 'type');
}

/** Whether a record is of a kind that the question asks for: named, or measures where it names their type. */
function askedKinds(clauses: readonly Clause[]): (record: PlanRecord) => boolean {
  if (clauses.some(isTypeClause)) return ({ kind }) => kind === 'measure';
  const kinds = new Set(
    clauses.flatMap((clause) => (isKindClause(clause) && !isPeriodClause(clause) ? clause.any : [])),
  );
  return kinds.size === 0 ? () => true : ({ kind }) => kinds.has(kind);
}

function helpFactor(record: PlanRecord): number {
  if (record.kind === 'institution' || (record.kind === 'measure' && record.type === 'counselling')) return HELPER;
  return record.kind === 'measure' ? 1 : BACKGROUND;
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
function sortByState(
  records: readonly PlanRecord[],
): readonly { readonly record: PlanRecord; readonly number: number }[] {
  return records
    .map((record, number) => ({ record, number }))
    .sort(
      ({ record: a }, { record: b }) =>
        STATE_ORDER[a.status] - STATE_ORDER[b.status] ||
        compareText(b.asOf ?? '', a.asOf ?? '') ||
        compareText(a.id, b.id),
    );
}

/** Plain order of characters: the same everywhere, and quick. */
function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
