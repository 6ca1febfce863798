import type { Intent } from '../catalog/vocabulary-schemas.js';
import type { Token } from '../language/tokenise.js';
import type { MentionReading } from './accept-mentions.js';
import type { Mention } from './phrase-book.js';

/** What is known of single words, beside the phrases. */
export interface WordKnowledge {
  /** Whether a word stands in a title, among keywords or in the vocabulary, so that it can be a topic. */
  readonly isTelling: (token: Token) => boolean;
  /** Where the question names something that no record holds. */
  readonly lacking: (tokens: readonly Token[]) => readonly { readonly start: number; readonly end: number }[];
  /** Whether a word is the name of a country. */
  readonly isCountry: (token: Token) => boolean;
}

/** Intents whose words are no topic, wherever they stand: courtesies and back references. */
const ASIDES: ReadonlySet<Intent> = new Set(['thanks', 'greeting', 'pronoun', 'refine']);

/** Indexes of the words that no mention or date has taken and that are no stop words. */
export function looseWords(tokens: readonly Token[], taken: ReadonlySet<number>): number[] {
  const hasPlainWord = tokens.some((token) => !token.acronym);
  return tokens.flatMap((token, index) =>
    // "WIR" and "LAG" are stop words only when nothing shows that a name is meant.
    !taken.has(index) && (!token.stop || (token.acronym && hasPlainWord)) ? [index] : [],
  );
}

/** Indexes of the words that say nothing of their own: stop words, connectors, pronouns, fillers. */
export function thinWords(tokens: readonly Token[], { all }: MentionReading): ReadonlySet<number> {
  const thin = new Set(tokens.flatMap((token, index) => (token.stop ? [index] : [])));
  for (const { value, tokens: indexes } of all) {
    const isThin =
      value.kind === 'filler' ||
      value.kind === 'connector' ||
      (value.kind === 'intent' && (value.value === 'pronoun' || value.value === 'refine'));
    if (isThin) for (const index of indexes) thin.add(index);
  }
  return thin;
}

/** Loose words, parted into those that rank and those that only phrase the question. */
export interface TopicWords {
  readonly topic: readonly number[];
  readonly ignored: readonly number[];
}

/**
 * Parts the loose words. Beside filters or a name, a word is passed over that is neither a German noun, nor
 * after a preposition, nor a word of titles, keywords or the vocabulary ("stammen", "vollständig",
 * "organised"). Where the question asks for no kind of record and names none, every word counts: "best pizza
 * in Wiesbaden" must not become a list of Wiesbaden.
 */
export function partTopicWords(
  loose: readonly number[],
  tokens: readonly Token[],
  mentions: MentionReading,
  knowledge: WordKnowledge,
  frame: { readonly hasClauses: boolean },
): TopicWords {
  const { accepted, all, connectors, asksForKind } = mentions;
  const names = accepted.some(({ value }) => value.kind === 'record');
  const isFramed = frame.hasClauses || names || accepted.some(({ value }) => value.kind === 'plan');
  // Words that only tie filters together are no topic ("im Handlungsfeld", "led by").
  const tying = new Set(frame.hasClauses ? connectors.flatMap((mention) => mention.tokens) : []);
  const unclaimed = loose.filter((index) => !tying.has(index) && !isAside(index, all));
  const isOrigin = (index: number): boolean => comesFrom(index, tokens, connectors, knowledge);
  const kept = unclaimed.filter((index) => !isOrigin(index));
  const origins = unclaimed.filter(isOrigin);
  if (!isFramed) return { topic: kept, ignored: origins };

  const prepositions = new Set(
    connectors
      .filter(({ value }) => value.kind === 'connector' && value.value === 'preposition')
      .map(({ start }) => start),
  );
  const hasCapitals = tokens.some((token, index) => index > 0 && token.capitalised);
  // In "wie viele Seiten hat …" the word left over is what is counted.
  const counts = !asksForKind && accepted.some(({ value }) => value.kind === 'intent' && value.value === 'count');
  const isPhrasing = (index: number): boolean => {
    const token = tokens[index];
    if (!(asksForKind || names) || counts || token === undefined || /\d/.test(token.word) || knowledge.isTelling(token))
      return false;
    if (hasCapitals && token.capitalised) return false;
    const followsArticle = tokens[index - 1]?.stop === true && prepositions.has(index - 2);
    return !prepositions.has(index - 1) && !followsArticle;
  };
  return {
    topic: kept.filter((index) => !isPhrasing(index)),
    ignored: [...origins, ...kept.filter(isPhrasing)].sort((a, b) => a - b),
  };
}

/** "Ärztin aus Syrien": where somebody comes from is told, not asked for, unless a record is about it. */
function comesFrom(
  index: number,
  tokens: readonly Token[],
  connectors: readonly Mention[],
  { isCountry, isTelling }: WordKnowledge,
): boolean {
  const token = tokens[index];
  return (
    token !== undefined &&
    isCountry(token) &&
    !isTelling(token) &&
    connectors.some(({ value, end }) => value.kind === 'connector' && value.value === 'from' && end === index)
  );
}

function isAside(index: number, mentions: readonly Mention[]): boolean {
  return mentions.some(
    ({ value, tokens, literal }) =>
      literal && value.kind === 'intent' && ASIDES.has(value.value) && tokens.includes(index),
  );
}
