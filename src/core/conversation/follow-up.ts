import type { Reading } from '../question/parse-question.js';
import { type Clause, type FacetClause, isPeriodClause, type Query } from '../question/query.js';
import { limitValues } from './steps.js';

/**
 * Joins a question with those before it, oldest first: "nur laufende" narrows it, "und für Frauen?" changes its group,
 * "wer ist zuständig?" asks about its records, "mehr" turns its page. A question that names something of
 * its own stands alone.
 */
export function followUp(reading: Reading, earlier: readonly Query[]): Query {
  const { query } = reading;
  const turns = reading.step !== undefined && !reading.ownSubject;
  const previous = turns ? (earlier.findLast(hasPages) ?? earlier.at(-1)) : earlier.at(-1);
  if (previous === undefined) return query;
  const language = reading.switchTo ?? query.language;
  const textLanguage = previous.textLanguage ?? previous.language;
  const before: Query = {
    ...previous,
    language,
    page: 1,
    ...(textLanguage === language ? {} : { textLanguage }),
  };
  if (turns) {
    const page = previous.page + (reading.step === 'more' ? 1 : -1);
    return { ...before, language: previous.language, page: Math.max(1, page) };
  }
  if (reading.switchTo !== undefined && isEmpty(reading)) return before;
  if (isTalk(query)) return query;
  const property = query.property ?? reading.property;
  const asked = property ?? query.missing;
  if (
    asked !== undefined &&
    query.records === undefined &&
    query.subject === undefined &&
    reading.pronoun &&
    previous.records !== undefined
  ) {
    return askValue(before, { ...query, ...(property === undefined ? {} : { property }) }, reading.adds);
  }
  if (reading.ownSubject) return continuesTopic(reading, previous) ? withTopic(query, before) : query;

  if (query.property !== undefined || query.missing !== undefined) return askValue(before, query, reading.adds);
  const goesOn =
    reading.refines || (!reading.ownRequest && (reading.pronoun || reading.fragment || onlyLimits(query.clauses)));
  if (!goesOn) return query;
  if (query.action === 'count') {
    return {
      ...asList(before),
      action: 'count',
      clauses: join(asList(before).clauses, query.clauses, reading.adds),
      ...(query.breakdown === undefined ? {} : { breakdown: query.breakdown }),
    };
  }
  if (query.clauses.length > 0) {
    const base = asList(before);
    return {
      ...base,
      action: previous.action === 'count' ? 'count' : 'list',
      clauses: join(base.clauses, query.clauses, reading.adds),
    };
  }
  if ((query.action === 'overview' && !reading.refines) || query.about !== undefined) return query;
  return reading.pronoun || reading.refines ? asList(before) : query;
}

function askValue(before: Query, { property, missing, clauses }: Query, adds: boolean): Query {
  const { property: _, missing: __, ...subject } = asSubject(before);
  return {
    ...subject,
    action: 'value',
    ...(property === undefined ? {} : { property }),
    ...(missing === undefined ? {} : { missing }),
    clauses: join(subject.clauses, clauses, adds),
  };
}

/** "Laufende", "2023": a state or time means nothing without what it limits. */
function onlyLimits(clauses: readonly Clause[]): boolean {
  return clauses.length > 0 && clauses.every(({ facet }) => facet === 'status' || facet === 'start' || facet === 'end');
}

/** "Mehr" after a record turns the page of the list that it was opened from. */
function hasPages({ action }: Query): boolean {
  return action === 'list' || action === 'overview' || action === 'count';
}

function isEmpty({ query, ownSubject }: Reading): boolean {
  return !ownSubject && query.clauses.length === 0 && query.property === undefined && query.action === 'list';
}

function isTalk({ action }: Query): boolean {
  return (
    action === 'help' ||
    action === 'about' ||
    action === 'privacy' ||
    action === 'greeting' ||
    action === 'thanks' ||
    action === 'foreign-language'
  );
}

/** "Und zu Antisemitismus?": a new topic under the old filters. */
function continuesTopic({ refines, query, ownRequest, topic }: Reading, previous: Query): boolean {
  return (
    refines &&
    !ownRequest &&
    query.records === undefined &&
    query.property === undefined &&
    topic.length > 0 &&
    topic.length <= 3 &&
    (previous.action === 'list' || previous.action === 'count')
  );
}

function withTopic(query: Query, before: Query): Query {
  const { textLanguage: _, records: __, subject: ___, about: ____, focus: _____, ...rest } = before;
  const focus = query.focus === undefined ? {} : { focus: query.focus };
  return { ...rest, ...focus, text: query.text, clauses: join(before.clauses, query.clauses, false) };
}

/** The earlier question as something that a property can be asked of. */
function asSubject(before: Query): Query {
  return before.subject === undefined || before.subject.kind === 'plan' ? before : asList(before);
}

/** The earlier question as a list: an overview of a field becomes the list of its records. */
function asList(before: Query): Query {
  const { subject, property: _, missing: __, records: ___, ...rest } = before;
  const list: Query = { ...rest, action: 'list' };
  if (subject === undefined || subject.kind === 'plan') return list;
  return { ...list, clauses: join([{ facet: subject.kind, any: [subject.id] }], list.clauses, false) };
}

/** "Auch die abgeschlossenen" adds a state; "auch in Kassel" asks the same of another place. */
const WIDENED: ReadonlySet<string> = new Set(['status', 'type', 'kind']);

/** New clauses take the place of old ones on the same facet, or widen them. */
function join(old: readonly Clause[], added: readonly Clause[], widen: boolean): Clause[] {
  const merged = added.map((clause) => {
    const same = old.find((other): other is FacetClause => !isPeriodClause(other) && isSame(other, clause));
    return widen && same !== undefined && !isPeriodClause(clause) && WIDENED.has(clause.facet)
      ? { ...clause, any: [...new Set([...same.any, ...clause.any])] }
      : clause;
  });
  return limitValues([...old.filter((clause) => !added.some((other) => isSame(clause, other))), ...merged]);
}

function isSame(a: Clause, b: Clause): boolean {
  return a.facet === b.facet && ('not' in a ? a.not : undefined) === ('not' in b ? b.not : undefined);
}
