import type { SearchField } from './documents.js';
import type { Found, WordMatch } from './find-records.js';
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
const SURE = 0.7;
/** or only said to come nearest. */
const PARTLY = 0.5;

/**
 * What speaks for the best record, in units of the logarithm of its score: how much it holds of the question
 * (a story may leave many words open if the rest says enough), how much of that stands where a record says
 * what it is about, and how far the next record is behind.
 */
const COVERED = 0.2;
const TELLING = 2;
const LEAD = 0.15;
/** Where a best record is as likely right as wrong, and how quickly that changes; fitted on half of the golden questions (docs/search.md). */
const MIDDLE = 1.2;
const STEEPNESS = 2.2;

/** Decides by what of the question a record covers and where; a score alone says nothing. */
export function decide(found: Found, words: readonly SearchWord[], index: SearchIndex): Decision {
  const [best, next] = found.matches({ most: 2 });
  if (best === undefined || best.score <= 0) return { certainty: 'no', confidence: 0 };
  const rarest = index.idf(0);
  const rarityOf = new Map(words.map(({ text, idf }) => [text, idf]));
  const explained = found.explain(best.document);
  const telling = explained
    .filter(({ fields }) => fields.some((field) => SAYS_WHAT_FOR.has(field)))
    .reduce((sum, { word, by }) => sum + Math.min(by.weight, 1) * (rarityOf.get(word) ?? 0), 0);
  const evidence =
    Math.log(best.score / index.fieldMass) +
    COVERED * ((best.coverage * found.mass) / rarest) +
    TELLING * (telling / rarest) +
    LEAD * (next === undefined ? 1 : (best.score - next.score) / best.score);
  const likely = 1 / (1 + Math.exp(-STEEPNESS * (evidence - MIDDLE)));
  // "Förderung" alone is a common word, but a record that holds all of a question answers it.
  const holdsAll =
    explained.length === words.length && explained.every(({ by }) => by.kind === 'word' || by.kind === 'concept');
  const confidence = holdsAll ? Math.max(likely, SURE) : likely;
  return { confidence, certainty: confidence >= SURE ? 'sure' : confidence >= PARTLY ? 'partly' : 'no' };
}

/** Where an editor has written what a record answers. */
const SAYS_WHAT_FOR: ReadonlySet<string> = new Set<SearchField>(['title', 'keywords', 'questions']);

/** Whether a word stands in the title or keywords of a record, rather than in passing. */
export function isAbout(words: readonly WordMatch[]): boolean {
  return words.some(({ fields }) => fields.includes('title') || fields.includes('keywords'));
}
