import type { Intent, Property } from '../catalog/vocabulary-schemas.js';
import type { LanguageTag } from '../language/languages.js';
import type { Token } from '../language/tokenise.js';
import { findDates } from './dates.js';
import { type FacetMention, facetClauses } from './facet-clauses.js';
import { periodClauses } from './period-clauses.js';
import type { Meaning, Mention, PhraseBook } from './phrase-book.js';
import type { Action, Clause, Query, Subject } from './query.js';

/** What was read out of one question, before a follow-up is joined with what came earlier. */
export interface Reading {
  readonly query: Query;
  /** It goes on from what came before ("nur laufende", "und für Frauen?"). */
  readonly refines: boolean;
  /** A pronoun may stand for what came before ("wer ist dafür zuständig?"). */
  readonly pronoun: boolean;
  /** It adds to what came before instead of replacing ("auch die abgeschlossenen"). */
  readonly adds: boolean;
  /** It names something of its own: a topic, a record, the plan. */
  readonly ownSubject: boolean;
  /** It asks for a list, count or the like of its own ("Welche Maßnahmen …"). */
  readonly ownRequest: boolean;
  readonly step?: 'more' | 'previous-page';
  /** "auf Englisch": the language asked for. */
  readonly switchTo?: LanguageTag;
  /** The words that rank, in the order of the question. */
  readonly topic: readonly Token[];
}

/** Intents that a question has only as a whole: in a longer one their words mean something else. */
const WHOLE: ReadonlySet<Intent> = new Set([
  'help',
  'about',
  'privacy',
  'greeting',
  'thanks',
  'more',
  'previous-page',
  'standalone',
]);

const RANK: Readonly<Record<Meaning['kind'], number>> = {
  record: 0,
  plan: 1,
  named: 2,
  breakdown: 3,
  missing: 4,
  property: 5,
  language: 6,
  intent: 7,
  facet: 8,
  filler: 9,
  connector: 10,
};

/**
 * Reads a question: recognises what it wants, what it filters by and whom it names, and leaves the words
 * that rank. Reads nothing but the tokens and the phrase book, so the same question reads the same.
 */
export function parseQuestion(tokens: readonly Token[], language: LanguageTag, book: PhraseBook): Reading {
  const mentions = [...book.find(tokens, language)].sort(
    (a, b) =>
      b.tokens.length - a.tokens.length ||
      RANK[a.value.kind] - RANK[b.value.kind] ||
      Number(b.literal) - Number(a.literal) ||
      a.start - b.start,
  );
  const connectors = mentions.filter((mention) => mention.value.kind === 'connector');
  const asksForKind = mentions.some(
    ({ value, literal }) => value.kind === 'facet' && literal && (value.facet === 'kind' || value.facet === 'type'),
  );
  const accepted: Mention[] = [];
  const taken = new Set<number>();
  const dates = findDates(tokens, language);
  for (const mention of mentions) {
    if (!isAcceptable(mention, tokens, mentions, asksForKind)) continue;
    const sameSpan = accepted.some(
      (other) => other.start === mention.start && other.end === mention.end && joinsWith(other.value, mention.value),
    );
    if (!sameSpan && mention.tokens.some((index) => taken.has(index))) continue;
    accepted.push(mention);
    for (const index of mention.tokens) taken.add(index);
  }
  const of = <K extends Meaning['kind']>(kind: K) =>
    accepted.flatMap((mention) =>
      mention.value.kind === kind ? [{ ...mention, value: mention.value as Extract<Meaning, { kind: K }> }] : [],
    );

  const nameTokens = new Set(of('record').flatMap((mention) => mention.tokens));
  const periods = periodClauses(
    dates.filter((date) => !nameTokens.has(date.start)),
    connectors,
    tokens,
  );
  for (const index of periods.tokens) taken.add(index);

  const facetMentions: FacetMention[] = accepted.flatMap((mention) =>
    mention.value.kind === 'facet' || mention.value.kind === 'named'
      ? [{ ...mention, value: mention.value } as FacetMention]
      : [],
  );
  const loose = (index: number): boolean => {
    const token = tokens[index];
    return token !== undefined && !taken.has(index) && (!token.stop || isName(token, tokens));
  };
  const looseTopic = tokens.map((_, index) => index).filter(loose);
  const facets = facetClauses({
    mentions: facetMentions,
    connectors,
    tokens,
    hasTopic: looseTopic.length > 0,
    periods,
    offices: book.offices,
  });
  const topic = [...looseTopic, ...facets.topicTokens].sort((a, b) => a - b);

  const intents = of('intent').map((mention) => mention.value.value);
  const property = of('property').at(0)?.value.value;
  const records = [...new Set(of('record').map((mention) => mention.value.value))];
  const plan = of('plan').length > 0;
  const missing = of('missing').at(0)?.value.value;
  const breakdown = of('breakdown').at(0)?.value.value;
  const clauses: Clause[] = [...facets.clauses, ...periods.clauses];
  const decided = decide({
    intents,
    property,
    records,
    plan,
    missing,
    topicLength: topic.length,
    clauses,
    subject: facets.subject,
    asksForKind,
    isBare: accepted.every(({ value }) => value.kind === 'named') && topic.length <= 4,
  });
  const topicTokens = topic.flatMap((index) => tokens[index] ?? []);
  const query: Query = {
    action: decided.action,
    language,
    text: topicTokens.map((token) => token.text).join(' '),
    clauses: decided.subject !== undefined && decided.action === 'overview' ? [] : clauses,
    page: 1,
    ...(records.length > 0 ? { records } : {}),
    ...(property !== undefined && decided.usesProperty ? { property } : {}),
    ...(missing !== undefined ? { missing } : {}),
    ...(decided.subject === undefined ? {} : { subject: decided.subject }),
    ...(breakdown === undefined ? {} : { breakdown }),
    ...(decided.about === undefined ? {} : { about: decided.about }),
  };
  const step = intents.includes('more') ? 'more' : intents.includes('previous-page') ? 'previous-page' : undefined;
  const switchTo = of('language').at(0)?.value.value;
  const isOwn = topic.length > 0 || records.length > 0 || plan;
  return {
    query,
    refines: intents.includes('refine') && !intents.includes('standalone'),
    pronoun: intents.includes('pronoun') && !intents.includes('standalone'),
    adds: connectors.some(({ value }) => value.kind === 'connector' && value.value === 'also'),
    ownSubject: isOwn,
    ownRequest: asksForKind || intents.some((intent) => OWN_REQUESTS.has(intent)),
    topic: topicTokens,
    ...(step === undefined ? {} : { step }),
    ...(switchTo === undefined ? {} : { switchTo }),
  };
}

const OWN_REQUESTS: ReadonlySet<Intent> = new Set(['overview', 'contents', 'plan-fields', 'new', 'ending', 'late']);

function joinsWith(a: Meaning, b: Meaning): boolean {
  if (a.kind === 'record' && b.kind === 'record') return true;
  return a.kind === 'named' && b.kind === 'named' && a.facet === b.facet;
}

/** "WIR" and "LAG" are stop words only when nothing shows that a name is meant. */
function isName(token: Token, tokens: readonly Token[]): boolean {
  return token.acronym && tokens.some((other) => !other.acronym);
}

function isAcceptable(
  mention: Mention,
  tokens: readonly Token[],
  all: readonly Mention[],
  asksForKind: boolean,
): boolean {
  const { value } = mention;
  switch (value.kind) {
    case 'connector':
      return false;
    case 'facet':
      // Types and states filter, so only the very forms that the phrases list do.
      return mention.literal;
    case 'record': {
      if (asksForKind && mention.tokens.length < tokens.length) return false;
      const [only] = mention.tokens;
      const token = only === undefined ? undefined : tokens[only];
      if (mention.tokens.length > 1 || token === undefined) return true;
      return !token.stop || token.acronym;
    }
    case 'intent': {
      if (value.value === 'refine') return mention.start === 0;
      if (value.value === 'pronoun') return mention.start <= 4 && mention.literal;
      if (!WHOLE.has(value.value)) return true;
      if (mention.tokens.length > 1 && value.value !== 'help') return true;
      return coversAll(mention, tokens, all, value.value);
    }
    case 'plan':
    case 'named':
    case 'breakdown':
    case 'missing':
    case 'property':
    case 'language':
    case 'filler':
      return true;
  }
}

/** Whether beside a whole-question intent there is nothing but stop words, fillers and its like. */
function coversAll(mention: Mention, tokens: readonly Token[], all: readonly Mention[], intent: Intent): boolean {
  const explained = new Set(mention.tokens);
  for (const other of all) {
    const harmless =
      other.value.kind === 'filler' ||
      (other.value.kind === 'intent' &&
        (other.value.value === intent || WHOLE.has(other.value.value) || other.value.value === 'pronoun'));
    if (harmless) for (const index of other.tokens) explained.add(index);
  }
  return tokens.every((token, index) => explained.has(index) || token.stop);
}

interface Decision {
  readonly action: Action;
  readonly usesProperty: boolean;
  readonly subject?: Subject;
  readonly about?: NonNullable<Query['about']>;
}

interface Findings {
  readonly intents: readonly Intent[];
  readonly property: Property | undefined;
  readonly records: readonly string[];
  readonly plan: boolean;
  readonly missing: string | undefined;
  readonly topicLength: number;
  readonly clauses: readonly Clause[];
  readonly subject: Subject | undefined;
  readonly asksForKind: boolean;
  /** Nothing but the words themselves, so perhaps a name. */
  readonly isBare: boolean;
}

const PLAN: Subject = { kind: 'plan', id: 'plan' };

function decide(found: Findings): Decision {
  const { intents, property, records, plan, missing, topicLength, clauses, subject, asksForKind } = found;
  const has = (intent: Intent): boolean => intents.includes(intent);
  const bare = topicLength === 0 && records.length === 0 && !plan && clauses.length === 0;
  const plain = (action: Action): Decision => ({ action, usesProperty: false });
  if (has('privacy') && topicLength === 0) return plain('privacy');
  if (has('about') && (bare || topicLength === 0)) return plain('about');
  if (has('help') && bare) return plain('help');
  if (has('thanks') && bare) return plain('thanks');
  if (has('greeting') && bare) return plain('greeting');

  if (has('plan-fields') && topicLength === 0) {
    return { action: 'overview', usesProperty: false, subject: PLAN, about: 'plan-fields' };
  }
  if (missing !== undefined) {
    return { action: 'value', usesProperty: false, ...(plan && records.length === 0 ? { subject: PLAN } : {}) };
  }
  if (has('count')) {
    return { action: 'count', usesProperty: false, ...(plan ? { about: 'plan-contents' } : {}) };
  }
  if (plan && (asksForKind || (has('contents') && property === undefined && topicLength > 0))) {
    return { action: 'list', usesProperty: false, about: 'plan-contents' };
  }
  if (has('late')) return { action: 'list', usesProperty: false, about: 'late' };
  if (has('ending') && records.length === 0 && !plan) return { action: 'list', usesProperty: false, about: 'ending' };
  if (has('new') && records.length === 0) return { action: 'list', usesProperty: false, about: 'new' };
  if (property !== undefined && !asksForKind && !isHelpSeeking(intents, property, records)) {
    if (records.length > 0) return { action: 'value', usesProperty: true };
    if (plan) return { action: 'value', usesProperty: true, subject: PLAN };
    if (topicLength > 0 || bare) return { action: 'value', usesProperty: true };
    if (subject !== undefined && (property === 'contact' || property === 'lead')) {
      return { action: 'overview', usesProperty: false, subject };
    }
  }
  if (plan && records.length === 0 && topicLength === 0) {
    return { action: 'overview', usesProperty: false, subject: PLAN };
  }
  if (subject !== undefined && topicLength === 0 && records.length === 0 && !asksForKind) {
    const wanted =
      has('overview') ||
      (subject.kind === 'organisation' && clauses.length === 1) ||
      (has('what-is') && subject.kind !== 'group');
    if (wanted) return { action: 'overview', usesProperty: false, subject };
  }
  if (records.length > 0 && !asksForKind) return plain('record');
  return has('what-is') || found.isBare ? { action: 'list', usesProperty: false, about: 'what-is' } : plain('list');
}

/** "Wo bekomme ich Hilfe bei …" wants records, not the place of one. */
function isHelpSeeking(intents: readonly Intent[], property: Property, records: readonly string[]): boolean {
  return (
    records.length === 0 &&
    intents.includes('contact-wanted') &&
    (property === 'place' || property === 'contact' || property === 'audience')
  );
}
