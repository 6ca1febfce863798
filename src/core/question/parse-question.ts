import type { Intent, Property } from '../catalog/vocabulary-schemas.js';
import type { LanguageTag } from '../language/languages.js';
import type { Token } from '../language/tokenise.js';
import { acceptMentions, type MentionReading } from './accept-mentions.js';
import { findDates } from './dates.js';
import { decideAction } from './decide-action.js';
import { type FacetMention, facetClauses } from './facet-clauses.js';
import { periodClauses } from './period-clauses.js';
import type { Mention, PhraseBook } from './phrase-book.js';
import { type Clause, LATEST_FOCUS, MOST_FOCUS_WORDS, MOST_NAMED, type Query } from './query.js';
import { looseWords, partTopicWords, thinWords, type WordKnowledge } from './topic-words.js';

/** What was read out of one question, before a follow-up is joined with what came earlier. */
export interface Reading {
  readonly query: Query;
  /** It goes on from what came before ("nur laufende", "und für Frauen?"). */
  readonly refines: boolean;
  /** A pronoun may stand for what came before ("wer ist dafür zuständig?"). */
  readonly pronoun: boolean;
  /** It adds to what came before instead of replacing ("auch die abgeschlossenen"). */
  readonly adds: boolean;
  /** It begins in the middle of a sentence ("für Frauen", "in Gießen", "seit 2020"). */
  readonly fragment: boolean;
  /** It names something of its own: a topic, a record, the plan. */
  readonly ownSubject: boolean;
  /** It asks for a list, count or the like of its own ("Welche Maßnahmen …"). */
  readonly ownRequest: boolean;
  /** The property that it asks for, whatever it was taken for. */
  readonly property?: Property;
  readonly step?: 'more' | 'previous-page';
  /** "auf Englisch": the language asked for. */
  readonly switchTo?: LanguageTag;
  /** The words that rank, in the order of the question. */
  readonly topic: readonly Token[];
  /** Words that were passed over as mere phrasing. */
  readonly ignored: readonly string[];
}

/** Intents that speak of the plan itself; without one of them its name can be a word of the topic. */
const PLAN_REQUESTS: readonly Intent[] = ['contents', 'plan-fields', 'count', 'overview'];
const OWN_REQUESTS: ReadonlySet<Intent> = new Set(['overview', 'contents', 'plan-fields', 'new', 'ending', 'late']);
/** How far into a question a pronoun can still mean what came before. */
const LAST_PRONOUN = 9;
/** A question of nothing but so many words may be a name. */
const LONGEST_BARE_NAME = 4;

/**
 * Reads a question: recognises what it wants, what it filters by and whom it names, and leaves the words
 * that rank. Reads nothing but its arguments, so the same question reads the same.
 */
export function parseQuestion(
  tokens: readonly Token[],
  language: LanguageTag,
  book: PhraseBook,
  knowledge: WordKnowledge,
): Reading {
  const lacking = knowledge.lacking(tokens);
  const found = book.find(tokens, language).filter((mention) => !isWithin(mention, lacking));
  const mentions = acceptMentions(found, tokens);
  const { accepted, connectors, asksForKind } = mentions;
  const taken = new Set(accepted.flatMap((mention) => mention.tokens));
  const dates = findDates(tokens, language).filter((date) => !taken.has(date.start));
  const periods = periodClauses(dates, connectors, tokens);
  for (const index of periods.tokens) taken.add(index);

  const intents = accepted.flatMap(({ value }) => (value.kind === 'intent' ? [value.value] : []));
  const [property] = accepted.flatMap(({ value }) => (value.kind === 'property' ? [value.value] : []));
  const loose = looseWords(tokens, taken);
  const facets = facetClauses({
    mentions: accepted.flatMap(asFacetMention),
    connectors,
    tokens,
    hasTopic: loose.length > 0,
    periods,
    offices: book.offices,
    wholeLand: book.wholeLand,
    thin: thinWords(tokens, mentions),
    countsThings: intents.includes('count') && !asksForKind,
    seeksHelp: intents.includes('contact-wanted'),
    namesOnly: property !== undefined && !asksForKind,
  });
  const clauses: Clause[] = [...facets.clauses, ...periods.clauses];
  const parted = partTopicWords(loose, tokens, mentions, knowledge, { hasClauses: clauses.length > 0 });
  const words = [...parted.topic, ...facets.topicTokens];

  const asks = asksSomething(mentions);
  const planMentions = accepted.filter(({ value }) => value.kind === 'plan');
  // "Kritik am Integrationsplan" is a topic; "Was steht im Plan zu …" asks what the plan says.
  const asksPlan =
    asks || asksForKind || property !== undefined || PLAN_REQUESTS.some((intent) => intents.includes(intent));
  const planIsTopic = planMentions.length > 0 && words.length > 0 && !asksPlan;
  const plan = planMentions.length > 0 && !planIsTopic;
  const topic = [...words, ...(planIsTopic ? planMentions.flatMap((mention) => mention.tokens) : [])]
    .filter((index) => tokens[index]?.stop === false)
    .sort((a, b) => a - b);

  const named = namedRecords(accepted);
  const [missing] = accepted.flatMap(({ value }) => (value.kind === 'missing' ? [value.value] : []));
  const [breakdown] = accepted.flatMap(({ value }) => (value.kind === 'breakdown' ? [value.value] : []));
  const decision = decideAction({
    intents,
    property,
    records: named.ids,
    plan,
    missing,
    topicLength: topic.length,
    clauses,
    subject: facets.subject,
    asksForKind,
    // "Wartezeit für …", "response rate of …" ask for something of what they name.
    asksDetail: asks || topic.some((index) => index < named.start && (index === 0 || intents.includes('what-is'))),
    isBare: accepted.every(({ value }) => value.kind === 'named') && topic.length <= LONGEST_BARE_NAME,
  });
  const topicTokens = topic.flatMap((index) => tokens[index] ?? []);
  const focus = focusWords(topic, tokens, mentions);
  const query: Query = {
    ...decision,
    language,
    text: topicTokens.map((token) => token.text).join(' '),
    clauses,
    page: 1,
    ...(named.ids.length > 0 ? { records: named.ids } : {}),
    ...(missing === undefined ? {} : { missing }),
    ...(breakdown === undefined ? {} : { breakdown }),
    ...(focus.length === 0 ? {} : { focus: focus.join(' ') }),
  };
  const isNew = intents.includes('standalone');
  const step = intents.includes('more') ? 'more' : intents.includes('previous-page') ? 'previous-page' : undefined;
  const [switchTo] = accepted.flatMap(({ value }) => (value.kind === 'language' ? [value.value] : []));
  return {
    query,
    refines: intents.includes('refine') && !isNew,
    pronoun: !isNew && mentions.all.some(isPronoun),
    adds: connectors.some(({ value }) => value.kind === 'connector' && value.value === 'also'),
    fragment: tokens[0]?.stop === true && !asks,
    ownSubject: topic.length > 0 || named.ids.length > 0 || plan,
    ownRequest: asksForKind || intents.some((intent) => OWN_REQUESTS.has(intent)),
    topic: topicTokens,
    ignored: parted.ignored.flatMap((index) => tokens[index]?.text ?? []),
    ...(property === undefined ? {} : { property }),
    ...(step === undefined ? {} : { step }),
    ...(switchTo === undefined ? {} : { switchTo }),
  };
}

/** In "child benefit" nobody asks for children: what the vocabulary knows as one thing is not taken apart. */
function isWithin(
  { start, end }: Mention,
  spans: readonly { readonly start: number; readonly end: number }[],
): boolean {
  return spans.some((span) => span.start <= start && end <= span.end);
}

function asFacetMention(mention: Mention): FacetMention[] {
  const { value } = mention;
  return value.kind === 'facet' || value.kind === 'named' ? [{ ...mention, value }] : [];
}

/** The records that the first name stands for; names at other places are not other readings of it. */
function namedRecords(accepted: readonly Mention[]): { readonly ids: readonly string[]; readonly start: number } {
  const names = accepted.filter(({ value }) => value.kind === 'record');
  const [first] = names;
  if (first === undefined) return { ids: [], start: -1 };
  const ids = names.flatMap(({ value, start, end }) =>
    value.kind === 'record' && start === first.start && end === first.end ? [value.value] : [],
  );
  return { ids: [...new Set(ids)].slice(0, MOST_NAMED), start: first.start };
}

/** Whether a question word stands in it that no phrase has taken: the question wants something particular. */
function asksSomething({ accepted, connectors }: MentionReading): boolean {
  const explained = new Set(accepted.filter(({ value }) => value.kind !== 'filler').flatMap(({ tokens }) => tokens));
  return connectors.some(
    ({ value, start }) => value.kind === 'connector' && value.value === 'asks' && !explained.has(start),
  );
}

/** What is asked for: the words of the topic right after "which" ("welches Aktenzeichen", "which bus"). */
function focusWords(topic: readonly number[], tokens: readonly Token[], { connectors }: MentionReading): string[] {
  const which = connectors.find(({ value }) => value.kind === 'connector' && value.value === 'which');
  if (which === undefined) return [];
  if (topic.indexOf(which.end) > LATEST_FOCUS) return [];
  const words: string[] = [];
  for (let index = which.end; topic.includes(index) && words.length < MOST_FOCUS_WORDS; index++) {
    words.push(tokens[index]?.text ?? '');
  }
  return words;
}

function isPronoun({ value, start, literal }: Mention): boolean {
  return value.kind === 'intent' && value.value === 'pronoun' && start <= LAST_PRONOUN && literal;
}
