import type { Connector, Intent, Property } from '../catalog/vocabulary-schemas.js';
import type { Token } from '../language/tokenise.js';
import type { Meaning, Mention } from './phrase-book.js';

/** A question's mentions, sorted out: those that stand side by side, and those that only steer them. */
export interface MentionReading {
  /** Mentions that hold, none overlapping another except as another reading of the same words. */
  readonly accepted: readonly Mention[];
  /** Prepositions and the like; they take no words. */
  readonly connectors: readonly Mention[];
  /** Everything that was found, longest first. */
  readonly all: readonly Mention[];
  /** It names a kind of record, or a type of measure ("Maßnahmen", "Beratungsangebote", "entries"). */
  readonly asksForKind: boolean;
}

/** Which reading of the same number of words wins. */
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

/** Stems this short are no evidence of a name. */
const SHORT_STEM = 3;
/** Letters that an inflection adds at most ("Landtags", "Gemeinden"). */
const LONGEST_ENDING = 4;

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
const LITERAL: ReadonlySet<Intent | Property> = new Set([
  'new',
  'ending',
  'late',
  'plan-fields',
  'entries',
  'field',
  'type',
]);

/** Connectors whose verbs stand in any inflection; the others are the very words. */
const INFLECTED: ReadonlySet<Connector> = new Set(['starts', 'ends', 'runs', 'involved']);

/** Takes the longest readings first and leaves out what their context rules out. */
export function acceptMentions(found: readonly Mention[], tokens: readonly Token[]): MentionReading {
  const all = found
    .filter(isMeant)
    .sort(
      (a, b) =>
        b.tokens.length - a.tokens.length ||
        RANK[a.value.kind] - RANK[b.value.kind] ||
        Number(b.literal) - Number(a.literal) ||
        a.start - b.start,
    );
  const asksForKind = all.some(isKindRequest);
  const accepted: Mention[] = [];
  const taken = new Set<number>();
  for (const mention of all) {
    if (!isAcceptable(mention, tokens, all, asksForKind)) continue;
    const sameSpan = accepted.some(
      (other) => other.start === mention.start && other.end === mention.end && joinsWith(other.value, mention.value),
    );
    if (!sameSpan && mention.tokens.some((index) => taken.has(index))) continue;
    accepted.push(mention);
    for (const index of mention.tokens) taken.add(index);
  }
  return { accepted, all, asksForKind, connectors: all.filter(({ value }) => value.kind === 'connector') };
}

/** "Seiten" is no inflection of "seit": function words count only as they are written. */
function isMeant({ value, literal }: Mention): boolean {
  if (value.kind === 'filler') return literal;
  return value.kind !== 'connector' || literal || INFLECTED.has(value.value);
}

function isKindRequest({ value, literal }: Mention): boolean {
  if (!literal) return false;
  if (value.kind === 'intent') return value.value === 'entries';
  return value.kind === 'facet' && (value.facet === 'kind' || value.facet === 'type');
}

function joinsWith(a: Meaning, b: Meaning): boolean {
  if (a.kind === 'record' && b.kind === 'record') return true;
  if (a.kind === 'property' && b.kind === 'intent') return b.value === 'contact-wanted';
  return a.kind === 'named' && b.kind === 'named' && a.facet === b.facet;
}

function isAcceptable(
  mention: Mention,
  tokens: readonly Token[],
  all: readonly Mention[],
  asksForKind: boolean,
): boolean {
  const { value, literal } = mention;
  switch (value.kind) {
    case 'connector':
      return false;
    case 'facet':
      // Types and states filter, so only the very forms that the phrases list do.
      return literal;
    case 'record':
      return !isChanceName(mention, tokens) && isRecordName(mention, tokens, all, asksForKind);
    case 'intent':
      if (LITERAL.has(value.value) && !literal) return false;
      if (value.value === 'refine') return mention.start === 0;
      if (value.value === 'pronoun') return false;
      if (!WHOLE.has(value.value)) return true;
      if (mention.tokens.length > 1 && value.value !== 'help') return true;
      return coversAll(mention, tokens, all, value.value);
    case 'missing':
      // "How many inquiry sessions" asks for no inquiries.
      return literal;
    case 'property':
      return literal || !LITERAL.has(value.value);
    case 'named':
      return !isChanceName(mention, tokens);
    case 'plan':
    case 'breakdown':
    case 'language':
    case 'filler':
      return true;
  }
}

/**
 * "Lager" is no inflection of "LAG", nor "integration" of "Integral": what is left of a short word, or of one that
 * loses more than an ending, is like many a name.
 */
function isChanceName({ tokens: indexes, literal }: Mention, tokens: readonly Token[]): boolean {
  const [only, ...others] = indexes;
  const token = only === undefined ? undefined : tokens[only];
  if (literal || others.length > 0 || token === undefined) return false;
  return token.stem.length <= SHORT_STEM || token.word.length - token.stem.length > LONGEST_ENDING;
}

function isRecordName(
  mention: Mention,
  tokens: readonly Token[],
  all: readonly Mention[],
  asksForKind: boolean,
): boolean {
  // "Projekte im Landesprogramm WIR" asks for projects; the name then is a topic.
  if (asksForKind && mention.tokens.length < tokens.length) return false;
  if (all.some((other) => isFacetOverview(other, mention, all))) return false;
  const [only] = mention.tokens;
  const token = only === undefined ? undefined : tokens[only];
  return mention.tokens.length > 1 || token === undefined || !token.stop || token.acronym;
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

/** Whether beside a whole-question intent there is nothing but stop words, fillers and its like. */
function coversAll(mention: Mention, tokens: readonly Token[], all: readonly Mention[], intent: Intent): boolean {
  const explained = new Set(mention.tokens);
  for (const { value, tokens: indexes } of all) {
    const isHarmless =
      value.kind === 'filler' ||
      (value.kind === 'intent' && (value.value === intent || WHOLE.has(value.value) || value.value === 'pronoun'));
    if (isHarmless) for (const index of indexes) explained.add(index);
  }
  return tokens.every((token, index) => explained.has(index) || token.stop);
}
