import type { PlanRecord } from '../catalog/record-schemas.js';
import type { Facet } from '../catalog/vocabulary-schemas.js';
import { type Clause, isPeriodClause } from '../question/query.js';
import type { Selection } from '../search/select-records.js';
import type { Card, FacetCounts, MeasuresAnswer } from './answer.js';
import { createCard } from './card.js';
import { type AnswerContext, evidenceOf } from './context.js';
import { countInWords, kindsInWords } from './count-words.js';
import { createDescribe } from './describe.js';
import { describeClause } from './describe-filters.js';
import { countChoices, countFacet, countsInWords } from './facet-counts.js';
import { reasonsFor } from './reasons.js';

/** Facets that can divide a list; a menu is offered for those that do. */
const NARROWING: readonly Facet[] = [
  'field',
  'group',
  'organisation',
  'type',
  'status',
  'region',
  'provenance',
  'kind',
];
/** How many records of other kinds are shown beside a list. */
const MOST_APART = 5;

/** A ranked list with its total, page, filters and menus for narrowing. `lead` replaces the first sentence. */
export function composeList(selection: Selection, context: AnswerContext, lead?: string): MeasuresAnswer {
  const { query, say, catalog } = context;
  const describe = createDescribe(catalog, say);
  const places = placesOf(query.clauses);
  const card = (record: PlanRecord): Card =>
    createCard(record, describe, say, siteRemark(record, places, catalog.regions, say));
  const { main } = selection;
  const pages = Math.max(1, Math.ceil(main.length / context.pageSize));
  const page = Math.min(Math.max(1, query.page), pages);
  const shown = main.slice((page - 1) * context.pageSize, page * context.pageSize);
  const kept = query.clauses.filter((clause) => !selection.dropped.includes(clause));
  const filters = kept.filter(isSpoken).map((clause) => describeClause(catalog, say, clause));
  return {
    kind: 'measures',
    language: query.language,
    ids: main.map(({ id }) => id),
    apart: selection.apart.map(({ id }) => id),
    offered: [],
    total: main.length,
    query: { ...query, page },
    sentences: [
      lead ?? firstSentence(main, filters, context),
      ...statusSentence(main, context),
      ...(selection.apart.length === 0 ? [] : [say('list.apart', { what: kindsInWords(selection.apart, say) })]),
    ],
    notices: [
      ...context.notices,
      ...(query.page > pages ? [say('list.noPage')] : []),
      ...(selection.certainty === 'partly' ? [say('list.partly')] : []),
      ...selection.dropped.map((clause) => say('list.dropped', { filter: describeClause(catalog, say, clause) })),
      ...ignoredWords(selection, context),
      ...statewideNotice(selection, kept, context),
    ],
    reasons: reasonsFor(main, selection, filters, context),
    evidence: evidenceOf(context),
    page,
    pages,
    cards: shown.map(card),
    filters,
    apartCards: selection.apart.slice(0, MOST_APART).map(card),
    narrowing: narrowingMenus(main, kept, context),
    ...uncovered(selection),
  };
}

function isSpoken(clause: Clause): boolean {
  return clause.facet !== 'kind';
}

function firstSentence(main: readonly PlanRecord[], filters: readonly string[], { query, say }: AnswerContext): string {
  const what = countInWords(main, say);
  const topic = query.text;
  if (topic !== '' && filters.length > 0) {
    return say('list.foundForFiltered', { what, topic, filters: filters.join('; ') });
  }
  if (topic !== '') return say('list.foundFor', { what, topic });
  return filters.length > 0
    ? say('list.foundFiltered', { what, filters: filters.join('; ') })
    : say('list.foundAll', { what });
}

/** Without a status word all states count, and the answer says which. */
function statusSentence(main: readonly PlanRecord[], context: AnswerContext): string[] {
  const { query, say } = context;
  if (main.length < 2 || query.clauses.some((clause) => clause.facet === 'status')) return [];
  return [say('list.statuses', { breakdown: countsInWords(countFacet(main, 'status', context)) })];
}

/** Words of the question that no shown record has are named rather than passed over. */
function ignoredWords({ words, main, explain }: Selection, { say }: AnswerContext): string[] {
  const ignored = new Set(words.map(({ text }) => text));
  for (const { id } of main) {
    if (ignored.size === 0) break;
    for (const { word } of explain(id)) ignored.delete(word);
  }
  return main.length === 0 || ignored.size === 0
    ? []
    : [say('list.ignored', { words: quoted([...ignored], say.language) })];
}

/** Words that nothing in the data knows; those that only the shown records lack are no gap of the data. */
function uncovered({ words }: Selection): Pick<MeasuresAnswer, 'notUnderstood'> {
  const unknown = words.filter(({ alternatives }) => alternatives.length === 0).map(({ text }) => text);
  return unknown.length === 0 ? {} : { notUnderstood: unknown };
}

export function quoted(words: readonly string[], language: string): string {
  return [...new Set(words)].map((word) => (language === 'de' ? `„${word}“` : `"${word}"`)).join(', ');
}

function placesOf(clauses: readonly Clause[]): readonly string[] {
  return clauses.flatMap((clause) =>
    clause.facet === 'region' && !isPeriodClause(clause) && clause.not !== true ? clause.any : [],
  );
}

/** A statewide record that names the place as a site is shown once, and marked. */
function siteRemark(
  record: PlanRecord,
  places: readonly string[],
  regions: AnswerContext['catalog']['regions'],
  say: AnswerContext['say'],
): string | undefined {
  const isStatewide = record.regions.some((id) => regions.get(id)?.kind === 'state');
  const namesPlace = record.regions.some((id) => places.includes(id) && regions.get(id)?.kind !== 'state');
  return isStatewide && namesPlace ? say('list.statewideWithSites') : undefined;
}

/** "In Kassel" means records that name Kassel; how many hold for the whole Land is said beside it. */
function statewideNotice(selection: Selection, kept: readonly Clause[], context: AnswerContext): string[] {
  const { catalog, say } = context;
  const places = placesOf(kept);
  const state = [...catalog.regions.values()].find(({ kind }) => kind === 'state');
  if (state === undefined || places.length === 0 || places.includes(state.id)) return [];
  const others = kept.filter((clause) => clause.facet !== 'region');
  const count = selection.countOthers([...others, { facet: 'region', any: [state.id] }]);
  return count === 0 ? [] : [say('list.statewide', { count })];
}

/** Menus of the facets that really divide the list, beside those that filter already. */
function narrowingMenus(
  main: readonly PlanRecord[],
  clauses: readonly Clause[],
  context: AnswerContext,
): FacetCounts[] {
  if (main.length <= context.pageSize) return [];
  return NARROWING.filter((facet) => !clauses.some((clause) => clause.facet === facet))
    .map((facet) => countChoices(main, facet, context))
    .map((menu) => ({ ...menu, counts: menu.counts.filter(({ count }) => count < main.length) }))
    .filter(({ counts }) => counts.length >= 2);
}
