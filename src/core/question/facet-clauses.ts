import type { Connector } from '../catalog/vocabulary-schemas.js';
import type { Token } from '../language/tokenise.js';
import type { Periods } from './period-clauses.js';
import type { Meaning, Mention } from './phrase-book.js';
import { type FacetClause, MOST_FACET_VALUES, type Subject } from './query.js';

export type FacetMeaning = Extract<Meaning, { kind: 'facet' | 'named' }>;
export interface FacetMention extends Mention {
  readonly value: FacetMeaning;
}

export interface FacetReading {
  readonly clauses: readonly FacetClause[];
  /** Tokens of names that stand in the question as words of its topic rather than as filters. */
  readonly topicTokens: readonly number[];
  /** The field, group or organisation that the question may want an overview of. */
  readonly subject: Subject | undefined;
}

interface Context {
  readonly mentions: readonly FacetMention[];
  readonly connectors: readonly Mention[];
  readonly tokens: readonly Token[];
  /** There are words that rank, so a name without a preposition belongs to them. */
  readonly hasTopic: boolean;
  readonly periods: Periods;
  /** Organisations that measures are asked for by: ministries, government, parliament. */
  readonly offices: ReadonlySet<string>;
  /** The region that is all of the Land. */
  readonly wholeLand: ReadonlySet<string>;
  /** Tokens that say nothing of their own: stop words, connectors, pronouns, fillers. */
  readonly thin: ReadonlySet<number>;
  /** The question asks for a property of something; then "für Väter" belongs to its name. */
  readonly namesOnly: boolean;
  /** "Wie viele Einwohner …" counts people, not records: who is counted is no filter. */
  readonly countsThings: boolean;
  /** "Wer hilft bei Rassismus?" wants what helps, not everything in the field. */
  readonly seeksHelp: boolean;
}

/**
 * Turns mentions of facet values into filters. Types, states, kinds and regions filter wherever they
 * stand; groups after "für", fields after "Handlungsfeld" or by their full label, organisations after
 * "des", "vom", "by" or when they are ministries; each of them also when the question says nothing else.
 */
export function facetClauses(context: Context): FacetReading {
  const usedByPeriods = new Set(context.periods.tokens);
  const spans = groupBySpan(
    context.mentions.filter((mention) => !mention.tokens.some((index) => usedByPeriods.has(index))),
  );
  const hasKind = spans.some(({ facet }) => facet === 'kind' || facet === 'type');
  const filtered: (Span & { readonly not: boolean })[] = [];
  const topic: Span[] = [];
  for (const span of spans) {
    const previous = filtered.at(-1);
    const negated = isNegated(span, context, hasKind);
    const linked =
      previous !== undefined && previous.facet === span.facet && !negated && isLinked(previous, span, context);
    const not = linked ? previous.not : negated;
    if (linked || not || isFilter(span, context, hasKind)) filtered.push({ ...span, not });
    else topic.push(span);
  }
  // A facet alone is a question.
  const whole =
    !context.hasTopic &&
    !context.namesOnly &&
    !context.countsThings &&
    (!hasKind || topic.every(({ facet }) => facet === 'group'));
  const named = whole
    ? topic.filter(({ facet }) => facet !== 'field' || (spans.length === 1 && !context.seeksHelp))
    : [];
  const all = [...filtered, ...named.map((span) => ({ ...span, not: false }))];
  const kept = withoutAdverbs(all).sort((a, b) => a.start - b.start);
  const rest = topic.filter((span) => !named.includes(span));
  return {
    clauses: merge(kept, context),
    topicTokens: rest.flatMap((span) => span.tokens),
    subject: subjectOf(kept),
  };
}

interface Span {
  readonly facet: FacetClause['facet'];
  readonly values: readonly string[];
  readonly start: number;
  readonly end: number;
  readonly tokens: readonly number[];
}

function groupBySpan(mentions: readonly FacetMention[]): Span[] {
  const spans = new Map<string, Span>();
  for (const { value, start, end, tokens } of mentions) {
    const key = `${value.facet}:${start}:${end}`;
    const span = spans.get(key);
    spans.set(key, {
      facet: value.facet,
      values: [...new Set([...(span?.values ?? []), value.value])],
      start,
      end,
      tokens,
    });
  }
  return [...spans.values()].sort((a, b) => a.start - b.start);
}

/** "Rassismus und Diskriminierung" names the field; "Diskriminierung" is a word of the topic. */
function isFullLabel(span: Span, { tokens }: Context): boolean {
  return span.tokens.filter((index) => tokens[index]?.stop === false).length >= 2;
}

function isFilter(span: Span, context: Context, hasKind: boolean): boolean {
  switch (span.facet) {
    case 'kind':
    case 'type':
    case 'provenance':
      return true;
    case 'region':
      // "Seit wann wird landesweit gezählt?": where one thing is asked for, the whole Land is no limit.
      return !context.namesOnly || !span.values.every((id) => context.wholeLand.has(id));
    case 'status':
      // "I finished high school" says nothing of a measure; "was läuft aktuell gegen …" does.
      return hasKind || !context.hasTopic || span.values.includes('running');
    case 'group':
      return !context.namesOnly && introducedBy('for', span, context);
    case 'field':
      // In a story "deutsch lernen" is a wish; beside a kind of record it names the field.
      return introducedBy('field', span, context) || (isFullLabel(span, context) && (hasKind || !context.hasTopic));
    case 'organisation':
      return (
        (introducedBy('by', span, context) && (hasKind || !context.hasTopic || isOffice(span, context))) ||
        isInvolved(context) ||
        isOffice(span, context)
      );
  }
}

/** A ministry named in a question about measures is who runs them; "Polizei" may be the topic. */
function isOffice(span: Span, { offices }: Context): boolean {
  return span.values.some((id) => offices.has(id));
}

function isInvolved(context: Context): boolean {
  return has('involved', context);
}

function has(connector: Connector, { connectors }: Context): boolean {
  return connectors.some(({ value }) => value.kind === 'connector' && value.value === connector);
}

/** Whether a connector stands before a span, with nothing but articles and other facets between. */
function introducedBy(connector: Connector, span: Span, context: Context): boolean {
  return context.connectors.some(
    ({ value, end }) =>
      value.kind === 'connector' && value.value === connector && end <= span.start && isThin(end, span.start, context),
  );
}

function isThin(from: number, to: number, { tokens, mentions, thin }: Context): boolean {
  let others = 0;
  for (let index = from; index < to; index++) {
    const token = tokens[index];
    if (token === undefined) return false;
    const facet = mentions.some((mention) => mention.tokens.includes(index));
    if (!thin.has(index) && !facet) others++;
  }
  // One adjective may stand between: "für junge Geflüchtete".
  return others <= 1 && to - from <= 6;
}

/** "ohne Förderprogramme", "excluding those in the field of education", "landesweite ausgenommen". */
function isNegated(span: Span, { connectors, thin, hasTopic }: Context, hasKind: boolean): boolean {
  // "A teenager, no parents" excludes nobody; "Maßnahmen ohne solche für Eltern" does.
  if (span.facet === 'group' && !hasKind) return false;
  // "I cannot manage the care" leaves nothing out either.
  if (span.facet === 'field' && !hasKind && hasTopic) return false;
  return connectors.some(({ value, start, end }) => {
    if (value.kind !== 'connector') return false;
    if (value.value === 'excluded') return start === span.end;
    if (value.value !== 'without' || end > span.start || span.start - end > 6) return false;
    for (let index = end; index < span.start; index++) if (!thin.has(index)) return false;
    return true;
  });
}

/** "Kassel oder Gießen", "Frauen und Kinder", "Kassel, Gießen": joined values of one facet. */
function isLinked(a: Span, b: Span, context: Context): boolean {
  return (
    b.start - a.end <= 2 &&
    (b.start === a.end ||
      context.connectors.some(
        ({ value, start, end }) =>
          value.kind === 'connector' &&
          (value.value === 'or' || value.value === 'and') &&
          start >= a.end &&
          end <= b.start,
      ))
  );
}

/** "Mit unbekanntem Stand, wie viele sind das aktuell?": beside another state "aktuell" is only an adverb. */
function withoutAdverbs<S extends Span>(spans: readonly S[]): S[] {
  const states = spans.filter(({ facet }) => facet === 'status');
  const running = states.filter(({ values }) => values.includes('running'));
  const isAdverb =
    running.length > 0 &&
    running.length < states.length &&
    states.every((a) => states.every((b) => a === b || Math.abs(a.start - b.end) > 1));
  return spans.filter((span) => !isAdverb || !running.includes(span));
}

function merge(spans: readonly (Span & { readonly not: boolean })[], context: Context): FacetClause[] {
  const clauses: { facet: FacetClause['facet']; any: string[]; not: boolean; end: number }[] = [];
  for (const span of spans) {
    const last = clauses.find((clause) => clause.facet === span.facet && clause.not === span.not);
    // "geflüchtete Frauen" are both; "Frauen und Kinder" are either. Other facets can only be either.
    const adjacent =
      last !== undefined &&
      span.facet === 'group' &&
      !span.not &&
      span.start === last.end &&
      !isList(last.end, context);
    if (last === undefined || adjacent) {
      clauses.push({ facet: span.facet, any: [...span.values], not: span.not, end: span.end });
    } else {
      last.any.push(...span.values);
      last.end = span.end;
    }
  }
  const involved = isInvolved(context);
  let left = MOST_FACET_VALUES;
  return clauses
    .flatMap((clause) => {
      const any = [...new Set(clause.any)].slice(0, left);
      left -= any.length;
      return any.length === 0 ? [] : [{ ...clause, any }];
    })
    .map(({ facet, any, not }) => ({
      facet,
      any,
      ...(not ? { not: true as const } : {}),
      ...(facet === 'organisation' && involved ? { involved: true as const } : {}),
    }));
}

function isList(at: number, { tokens }: Context): boolean {
  return tokens[at] === undefined;
}

function subjectOf(spans: readonly (Span & { readonly not: boolean })[]): Subject | undefined {
  const named = spans.filter(
    (span) => !span.not && (span.facet === 'field' || span.facet === 'group' || span.facet === 'organisation'),
  );
  const [only] = named;
  const id = only?.values.at(-1);
  if (named.length !== 1 || only === undefined || id === undefined) return undefined;
  if (only.facet !== 'field' && only.facet !== 'group' && only.facet !== 'organisation') return undefined;
  return { kind: only.facet, id };
}
