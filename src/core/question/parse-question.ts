import type { Connector, Intent, Property } from '../catalog/vocabulary-schemas.js';
import type { LanguageTag } from '../language/languages.js';
import type { Token } from '../language/tokenise.js';
import { findDates } from './dates.js';
import { type FacetMention, facetClauses } from './facet-clauses.js';
import { periodClauses } from './period-clauses.js';
import type { Meaning, Mention, PhraseBook } from './phrase-book.js';
import { type Action, type Clause, MOST_NAMED, type Query, type Subject } from './query.js';

/** What was read out of one question, before a follow-up is joined with what came earlier. */
export interface Reading {
  readonly query: Query;
  /** It goes on from what came before ("nur laufende", "und für Frauen?"). */
  readonly refines: boolean;
  /** A pronoun may stand for what came before ("wer ist dafür zuständig?"). */
  readonly pronoun: boolean;
  /** It adds to what came before instead of replacing ("auch die abgeschlossenen"). */
  readonly adds: boolean;
  /** The property that it asks for, whatever it was taken for. */
  readonly property?: Property;
  /** Words that were passed over as mere phrasing. */
  readonly ignored: readonly string[];
  /** It begins in the middle of a sentence ("für Frauen", "in Gießen", "seit 2020"). */
  readonly fragment: boolean;
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

/** Words that mean something else in another inflection ("neu", "Handlungsfelder"). */
const LITERAL: ReadonlySet<Intent | Property> = new Set(['new', 'ending', 'late', 'plan-fields', 'entries', 'field', 'type']);

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
export function parseQuestion(
  tokens: readonly Token[],
  language: LanguageTag,
  book: PhraseBook,
  isTelling: (token: Token) => boolean,
  isInTexts: (token: Token) => boolean,
): Reading {
  const mentions = book.find(tokens, language).filter(isMeant).sort(
    (a, b) =>
      b.tokens.length - a.tokens.length ||
      RANK[a.value.kind] - RANK[b.value.kind] ||
      Number(b.literal) - Number(a.literal) ||
      a.start - b.start,
  );
  const connectors = mentions.filter((mention) => mention.value.kind === 'connector');
  const asksForKind = mentions.some(
    ({ value, literal }) =>
      literal &&
      ((value.kind === 'facet' && (value.facet === 'kind' || value.facet === 'type')) ||
        (value.kind === 'intent' && value.value === 'entries')),
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

  const periods = periodClauses(
    dates.filter((date) => !taken.has(date.start)),
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
  const thin = new Set([
    ...tokens.keys(),
  ].filter((index) => tokens[index]?.stop === true));
  for (const { value, tokens: indexes } of mentions) {
    if (isThin(value)) for (const index of indexes) thin.add(index);
  }
  const property = of('property').at(0)?.value.value;
  const facets = facetClauses({
    mentions: facetMentions,
    connectors,
    tokens,
    hasTopic: looseTopic.length > 0,
    periods,
    offices: book.offices,
    thin,
    namesOnly: property !== undefined && !asksForKind && looseTopic.length > 0,
  });
  const clauses: Clause[] = [...facets.clauses, ...periods.clauses];
  // Words that only tie filters together are no topic ("im Handlungsfeld", "led by").
  const tying = new Set(clauses.length === 0 ? [] : connectors.flatMap((mention) => mention.tokens));
  const prepositions = new Set(connectors.filter(({ value }) => value.kind === 'connector' && value.value === 'preposition').map(({ start }) => start));
  const isKnown = (index: number): boolean => tokens.slice(index, index + 1).some(isInTexts);
  const framed = clauses.length > 0 || of('record').length > 0 || of('plan').length > 0;
  const unclaimed = looseTopic.filter((index) => !tying.has(index) && !isAside(index, mentions));
  const isDispensable = asksForKind || of('record').length > 0 || of('intent').some(({ value }) => value.value === 'count');
  const ignored = framed ? unclaimed.filter((index) => isWeak(index, tokens, prepositions, isTelling) && (isDispensable || isKnown(index))) : [];
  const words = [...unclaimed.filter((index) => !ignored.includes(index)), ...facets.topicTokens];

  const intents = of('intent').map((mention) => mention.value.value);
  const names = of('record');
  const firstName = names.at(0);
  // Names at other places are not other readings of the first one.
  const records = [
    ...new Set(
      names
        .filter(({ start, end }) => start === firstName?.start && end === firstName.end)
        .map((mention) => mention.value.value),
    ),
  ].slice(0, MOST_NAMED);
  const planMentions = of('plan');
  const asksSomething = connectors.some(
    ({ value, tokens: [at = -1] }) => isAsking(value) && !isTakenByPhrase(at, accepted),
  );
  // "Kritik am Integrationsplan" is a topic; "Was steht im Plan zu …" asks what the plan says.
  const asksPlan = asksForKind || PLAN_REQUESTS.some((intent) => intents.includes(intent)) || property !== undefined;
  const planIsTopic = planMentions.length > 0 && words.length > 0 && !asksPlan && !asksSomething;
  const plan = planMentions.length > 0 && !planIsTopic;
  const topic = [...words, ...(planIsTopic ? planMentions.flatMap((mention) => mention.tokens) : [])]
    .filter((index) => tokens[index]?.stop === false)
    .sort((a, b) => a - b);
  const missing = of('missing').at(0)?.value.value;
  const breakdown = of('breakdown').at(0)?.value.value;
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
    asks:
      asksSomething ||
      // "Wartezeit für …", "response rate of …" ask for something of what they name.
      topic.some((index) => firstName !== undefined && index < firstName.start),
    isBare: accepted.every(({ value }) => value.kind === 'named') && topic.length <= 4,
  });
  const topicTokens = topic.flatMap((index) => tokens[index] ?? []);
  const query: Query = {
    action: decided.action,
    language,
    text: topicTokens.map((token) => token.text).join(' '),
    clauses,
    page: 1,
    ...(records.length > 0 ? { records } : {}),
    ...(decided.number === true ? { property: 'number' } : {}),
    ...(property !== undefined && decided.usesProperty && decided.number !== true ? { property } : {}),
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
    pronoun: !intents.includes('standalone') && mentions.some((mention) => isPronoun(mention)),
    adds: connectors.some(({ value }) => value.kind === 'connector' && value.value === 'also'),
    fragment: tokens[0]?.stop === true && !asksSomething,
    ownSubject: isOwn,
    ownRequest: asksForKind || intents.some((intent) => OWN_REQUESTS.has(intent)),
    topic: topicTokens,
    ignored: ignored.flatMap((index) => tokens[index]?.text ?? []),
    ...(property === undefined ? {} : { property }),
    ...(step === undefined ? {} : { step }),
    ...(switchTo === undefined ? {} : { switchTo }),
  };
}

const PLAN_REQUESTS: readonly Intent[] = ['contents', 'plan-fields', 'count', 'overview'];
const OWN_REQUESTS: ReadonlySet<Intent> = new Set(['overview', 'contents', 'plan-fields', 'new', 'ending', 'late']);

function joinsWith(a: Meaning, b: Meaning): boolean {
  if (a.kind === 'record' && b.kind === 'record') return true;
  if (a.kind === 'property' && b.kind === 'intent') return b.value === 'contact-wanted';
  return a.kind === 'named' && b.kind === 'named' && a.facet === b.facet;
}

function isThin(value: Meaning): boolean {
  return (
    value.kind === 'filler' ||
    value.kind === 'connector' ||
    (value.kind === 'intent' && (value.value === 'pronoun' || value.value === 'refine'))
  );
}

/** Courtesies and back references are no topic, wherever they stand. */
function isAside(index: number, mentions: readonly Mention[]): boolean {
  return mentions.some(
    ({ value, tokens, literal }) =>
      literal && value.kind === 'intent' && ASIDES.has(value.value) && tokens.includes(index),
  );
}

const ASIDES: ReadonlySet<Intent> = new Set(['thanks', 'greeting', 'pronoun', 'refine']);

/**
 * A word beside filters or a name that is probably only phrasing ("stammen", "vollständig"): neither a
 * German noun, nor after a preposition, nor a word of titles, keywords or the vocabulary.
 */
function isWeak(
  index: number,
  tokens: readonly Token[],
  prepositions: ReadonlySet<number>,
  isTelling: (token: Token) => boolean,
): boolean {
  const token = tokens[index];
  if (token === undefined || /\d/.test(token.word) || isTelling(token)) return false;
  const hasCase = tokens.some((other, at) => at > 0 && other.capitalised);
  if (hasCase && token.capitalised) return false;
  const isAfterArticle = tokens[index - 1]?.stop === true && prepositions.has(index - 2);
  return !prepositions.has(index - 1) && !isAfterArticle;
}

function isAsking(value: Meaning): boolean {
  return value.kind === 'connector' && value.value === 'asks';
}

function isTakenByPhrase(at: number, accepted: readonly Mention[]): boolean {
  return accepted.some(({ value, tokens }) => value.kind !== 'filler' && tokens.includes(at));
}

/** Connectors whose verbs stand in any inflection; the others are the very words. */
const INFLECTED: ReadonlySet<Connector> = new Set(['starts', 'ends', 'runs', 'involved']);

/** "Seiten" is no inflection of "seit": function words count only as they are written. */
function isMeant({ value, literal }: Mention): boolean {
  if (value.kind === 'filler') return literal;
  return value.kind !== 'connector' || literal || INFLECTED.has(value.value);
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
      if (all.some((other) => isFacetOverview(other, mention, all))) return false;
      const [only] = mention.tokens;
      const token = only === undefined ? undefined : tokens[only];
      if (mention.tokens.length > 1 || token === undefined) return true;
      return !token.stop || token.acronym;
    }
    case 'intent': {
      if (LITERAL.has(value.value) && !mention.literal) return false;
      if (value.value === 'refine') return mention.start === 0;
      if (value.value === 'pronoun') return false;
      if (!WHOLE.has(value.value)) return true;
      if (mention.tokens.length > 1 && value.value !== 'help') return true;
      return coversAll(mention, tokens, all, value.value);
    }
    case 'property':
      return mention.literal || !LITERAL.has(value.value);
    case 'missing':
      return mention.literal || mention.tokens.length > 1;
    case 'plan':
    case 'named':
    case 'breakdown':
    case 'language':
    case 'filler':
      return true;
  }
}

/** "Überblick Handlungsfeld …" wants the field, also where a record is called so. */
function isFacetOverview(other: Mention, record: Mention, all: readonly Mention[]): boolean {
  return (
    other.value.kind === 'named' &&
    other.value.facet === 'field' &&
    other.tokens.length > 1 &&
    other.start >= record.start &&
    other.end <= record.end &&
    all.some(({ value }) => value.kind === 'intent' && value.value === 'overview')
  );
}

function isPronoun({ value, start, literal }: Mention): boolean {
  return value.kind === 'intent' && value.value === 'pronoun' && start <= 9 && literal;
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
  readonly number?: true;
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
  /** A question word stands in it that no phrase has taken. */
  readonly asks: boolean;
  /** Nothing but the words themselves, so perhaps a name. */
  readonly isBare: boolean;
}

/** Properties that everyday questions about a topic name without meaning one record's ("wo", "für wen"). */
const LOOSE: ReadonlySet<Property> = new Set(['place', 'audience', 'aims', 'mandate', 'source', 'predecessor', 'legalBasis']);

/** Properties that only the plan has, whoever else the question names. */
const PLAN_ONLY: ReadonlySet<Property> = new Set(['presented', 'adoptedBy', 'adopted', 'preparation']);

const PLAN: Subject = { kind: 'plan', id: 'plan' };

function decide(found: Findings): Decision {
  const { intents, property, records, plan, missing, topicLength, clauses, subject, asksForKind } = found;
  const asks = found.asks;
  const has = (intent: Intent): boolean => intents.includes(intent);
  const bare = topicLength === 0 && records.length === 0 && !plan && clauses.length === 0;
  const plain = (action: Action): Decision => ({ action, usesProperty: false });
  const ofItself = records.length === 0 && !asksForKind && topicLength <= 2;
  if (has('privacy') && ofItself) return plain('privacy');
  if (has('about') && ofItself && !plan) return plain('about');
  if (has('help') && ofItself && clauses.length === 0 && !plan) return plain('help');
  if (has('thanks') && bare) return plain('thanks');
  if (has('greeting') && bare) return plain('greeting');

  if (has('plan-fields') && topicLength === 0 && !asksForKind && subject === undefined && (plan || clauses.length === 0)) {
    return { action: 'overview', usesProperty: false, subject: PLAN, about: 'plan-fields' };
  }
  if (missing !== undefined) {
    return { action: 'value', usesProperty: false, ...(plan && records.length === 0 ? { subject: PLAN } : {}) };
  }
  if (has('count') && topicLength > 0 && !asksForKind && clauses.every(({ facet }) => facet !== 'status')) {
    // The things counted are none of the collection's: only a text can say how many there are.
    return { action: 'value', usesProperty: true, number: true, ...(plan && records.length === 0 ? { subject: PLAN } : {}) };
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
    if (records.length > 0 && !(plan && PLAN_ONLY.has(property))) return { action: 'value', usesProperty: true };
    if (plan) return { action: 'value', usesProperty: true, subject: PLAN };
    if (topicLength > 0 && LOOSE.has(property)) return plain('list');
    if (topicLength > 0 || bare) return { action: 'value', usesProperty: true };
    if (subject !== undefined && (property === 'contact' || property === 'lead')) {
      return { action: 'overview', usesProperty: false, subject };
    }
  }
  if (plan && records.length === 0) {
    return { action: 'overview', usesProperty: false, subject: PLAN, ...(topicLength > 0 ? { about: 'detail' } : {}) };
  }
  if (subject !== undefined && topicLength === 0 && records.length === 0 && !asksForKind) {
    const wanted =
      has('overview') ||
      (subject.kind === 'organisation' && clauses.length === 1) ||
      (has('what-is') && subject.kind !== 'group');
    if (wanted) return { action: 'overview', usesProperty: false, subject };
  }
  if (records.length > 0 && !asksForKind) {
    return { action: 'record', usesProperty: false, ...(asks && topicLength > 0 ? { about: 'detail' } : {}) };
  }
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
