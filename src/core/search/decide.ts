import type { SearchField } from './documents.js';
import type { Found, Match } from './find-records.js';
import type { SearchIndex } from './search-index.js';
import type { SearchWord } from './search-words.js';

/** How well the best record answers: well enough to assert, in part, or not at all. */
export type Certainty = 'sure' | 'partly' | 'no';

export interface Decision {
  readonly certainty: Certainty;
  /** How likely the best record answers, 0 to 1; comparable between questions. */
  readonly confidence: number;
}

/** Confidence from which on the best record is asserted, */
export const SURE = 0.6;
/** or only said to come nearest. */
export const PARTLY = 0.4;

/**
 * What speaks for the best record, in units of the logarithm of its score: how much it holds of the question
 * (a story may leave many words open if the rest says enough), how much of that stands where a record says
 * what it is about, and how far the next record is behind.
 */
const COVERED = 0.2;
const TELLING = 2;
const LEAD = 0.15;
/** What speaks against it: the share of the question that names what people ask for and this collection lacks. */
const LACKING = 6;
/** A record that covers this share holds all of the question, be it by parts of compounds or concepts. */
const WHOLE = 0.8;
/** From evidence to how likely a record is right. */
export interface Curve {
  /** Evidence at which a record is as likely right as wrong. */
  readonly middle: number;
  readonly steepness: number;
}

/** Fitted on one half of the golden questions and tried on the other: `npm run bench:decision`. */
export const CURVE: Curve = { middle: 1.4, steepness: 1.2 };

/** Decides by what of the question the best record covers and where; a score alone says nothing. */
export function decide(found: Found, words: readonly SearchWord[], index: SearchIndex, curve: Curve = CURVE): Decision {
  const [best, next] = found.matches({ most: 2 });
  const confidence = best === undefined ? 0 : confidenceIn(best, next, found, words, index, curve);
  return { confidence, certainty: confidence >= SURE ? 'sure' : confidence >= PARTLY ? 'partly' : 'no' };
}

/** Whether a record comes near enough to a question to be shown for it. */
export function comesNear(match: Match, found: Found, words: readonly SearchWord[], index: SearchIndex): boolean {
  return confidenceIn(match, match, found, words, index, CURVE) >= PARTLY;
}

/** How likely a record answers, 0 to 1. `next` is the one behind it. */
function confidenceIn(
  match: Match,
  next: Match | undefined,
  found: Found,
  words: readonly SearchWord[],
  index: SearchIndex,
  { middle, steepness }: Curve,
): number {
  const rarest = index.idf(0);
  const rarityOf = new Map(words.map(({ text, idf }) => [text, idf]));
  const explained = found.explain(match.document);
  const telling = explained
    .filter(({ fields }) => fields.some((field) => SAYS_WHAT_FOR.has(field)))
    .reduce((sum, { word, by }) => sum + Math.min(by.weight, 1) * (rarityOf.get(word) ?? 0), 0);
  const lacking = words.reduce((sum, { isLacking, idf }) => sum + (isLacking ? idf : 0), 0);
  const evidence =
    Math.log(match.score / index.fieldMass) +
    COVERED * ((match.coverage * found.mass) / rarest) +
    TELLING * (telling / rarest) +
    LEAD * (next === undefined ? 1 : (match.score - next.score) / match.score) -
    LACKING * (lacking / Math.max(found.mass, 1));
  const likely = 1 / (1 + Math.exp(-steepness * (evidence - middle)));
  if (lacking > 0 || match.coverage < WHOLE) return likely;
  // "Förderung" alone is a common word, but a record that holds all of a question answers it.
  const asWritten = explained.every(({ by }) => by.kind === 'word' || by.kind === 'part');
  return Math.max(likely, asWritten ? SURE : PARTLY);
}

/** Where an editor has written what a record answers. */
const SAYS_WHAT_FOR: ReadonlySet<string> = new Set<SearchField>(['title', 'keywords', 'questions']);
