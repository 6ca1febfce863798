import type { Match } from './find-records.js';

/** How well the best record answers: well enough to assert, in part, or not at all. */
export type Certainty = 'sure' | 'partly' | 'no';

/** Share of the question's rarity that a record must cover to be asserted. */
const SURE_COVERAGE = 0.5;
/** A longer question tells a story; then less may be covered, but two words have to meet, */
const PARTLY_COVERAGE = 0.2;
const PARTLY_WORDS = 2;
/** that are rare together (sum of their inverse document frequencies), */
const PARTLY_MASS = 4;

/**
 * Decides by what of the question a record covers, never by its score. Calibrated on the golden questions:
 * far-off questions meet records in one word at most.
 */
export function decide(matches: readonly Match[]): Certainty {
  const [best] = matches;
  if (best === undefined) return 'no';
  if (matches.some(({ coverage }) => coverage >= SURE_COVERAGE)) return 'sure';
  return isPartly(best) ? 'partly' : 'no';
}

function isPartly(match: Match): boolean {
  const { coverage, mass, words } = match;
  // and one of them has to stand where a record says what it is about.
  return (
    coverage >= PARTLY_COVERAGE && words.length >= PARTLY_WORDS && coverage * mass >= PARTLY_MASS && isAbout(match)
  );
}

/** Whether a word stands in the title or keywords of a record, rather than in passing. */
export function isAbout({ words }: Match): boolean {
  return words.some(({ fields }) => fields.includes('title') || fields.includes('keywords'));
}
