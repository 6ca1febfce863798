import { closeness } from './positions.js';
import { fieldsOf, placeOf } from './postings.js';
import type { SearchIndex } from './search-index.js';
import type { Alternative, SearchWord } from './search-words.js';

/** How one word of the question was found in a record. */
export interface WordMatch {
  readonly word: string;
  readonly by: Alternative;
  readonly fields: readonly string[];
}

/** A record that fits a question's words. */
export interface Match {
  readonly id: string;
  /** The record's number in the index. */
  readonly document: number;
  /** Orders records; means nothing by itself. */
  readonly score: number;
  /** Share of the question's rarity that the record covers, 0 to 1; unknown words count as the rarest. */
  readonly coverage: number;
  /** Share of the question's rarity that stands together in one place; only known of the first few. */
  readonly closeness?: number;
}

/** Which of the found records are wanted. */
export interface Wanted {
  readonly allowed?: (document: number) => boolean;
  /** Only those that cover and score about as much as the best of them. */
  readonly near?: boolean;
  /** Also records that share letters with the question's words, but no word. */
  readonly lettersAlone?: boolean;
  readonly most?: number;
}

/** What a question's words found. */
export interface Found {
  /** The rarity of the whole question: the sum of its words' inverse document frequencies. */
  readonly mass: number;
  /** The largest coverage of any record. */
  readonly coverage: number;
  /** The records wanted, best first. */
  readonly matches: (wanted?: Wanted) => Match[];
  /** How each word was found in a record; words that were not are absent. */
  readonly explain: (document: number) => readonly WordMatch[];
}

/** A further record must cover this share of what the best-scored one does, */
const NEAR_COVERAGE = 0.6;
/** and score this share of the best one's score. */
const NEAR_SCORE = 0.3;
/** What the letters of the words count beside the words themselves. */
const LETTERS = 1;
/** What it counts that the words stand together. */
const CLOSENESS = 0.5;
/** So many of the best are looked at closely. */
const CLOSELY = 30;

/**
 * Finds the records that hold any of the words.
 *
 * @param factorOf - What a record counts in this question beside its words; 1 for all where it is absent.
 */
export function findRecords(
  words: readonly SearchWord[],
  index: SearchIndex,
  factorOf?: (document: number) => number,
): Found {
  const size = index.ids.length;
  const scores = new Float32Array(size);
  const covered = new Float32Array(size);
  const strengths = new Float32Array(size);
  const touched = new Uint32Array(size);
  let mass = 0;
  for (const word of words) {
    mass += word.idf;
    let count = 0;
    const parts = word.alternatives.filter(({ kind }) => kind === 'part').length;
    for (const alternative of word.alternatives) {
      const postings = index.postings(alternative.term);
      if (postings === undefined) continue;
      const { documents, weights } = postings;
      const worth = alternative.weight * index.idf(documents.length);
      const strength = strengthOf(alternative, parts);
      for (let at = 0; at < documents.length; at++) {
        const document = documents[at] ?? 0;
        scores[document] = (scores[document] ?? 0) + worth * (weights[at] ?? 0);
        const before = strengths[document] ?? 0;
        if (before === 0) touched[count++] = document;
        strengths[document] =
          alternative.kind === 'part' ? Math.min(PARTS, before + strength) : Math.max(before, strength);
      }
    }
    for (let at = 0; at < count; at++) {
      const document = touched[at] ?? 0;
      covered[document] = (covered[document] ?? 0) + word.idf * (strengths[document] ?? 0);
      strengths[document] = 0;
    }
  }
  const usesCoverage = index.stages.has('coverage');
  const scale = Math.max(mass, 1);
  let most = 0;
  for (let document = 0; document < size; document++) {
    const share = mass === 0 ? 0 : (covered[document] ?? 0) / mass;
    covered[document] = share;
    if (share > most) most = share;
    scores[document] = ((scores[document] ?? 0) / scale) * (usesCoverage ? share : 1);
  }
  index.letterGroups?.score(
    words.map(({ folded }) => folded),
    LETTERS,
    scores,
  );
  if (factorOf !== undefined) {
    for (let document = 0; document < size; document++) {
      scores[document] = (scores[document] ?? 0) * factorOf(document);
    }
  }
  const matches = (wanted: Wanted = {}): Match[] =>
    closestFirst(collect(scores, covered, wanted), words, index).map(({ document, score, coverage, together }) => ({
      id: index.ids[document] ?? '',
      document,
      score,
      coverage,
      ...(together === undefined ? {} : { closeness: together }),
    }));
  return { mass, coverage: most, matches, explain: (document) => explain(document, words, index) };
}

/** A compound whose parts are all there is not yet the word itself. */
const PARTS = 0.8;

/** How well an alternative stands for the word; a compound is covered as far as its parts are. */
function strengthOf({ kind, weight }: Alternative, parts: number): number {
  switch (kind) {
    case 'word':
      return 1;
    case 'concept':
      return 0.9;
    case 'typo':
      return weight;
    case 'beginning':
      return 0.6;
    case 'part':
      return PARTS / Math.max(parts, 1);
  }
}

interface Hit {
  readonly document: number;
  readonly score: number;
  readonly coverage: number;
  readonly together?: number;
}

/** The documents that pass, best first. */
function collect(scores: Float32Array, covered: Float32Array, wanted: Wanted): Hit[] {
  const { allowed, near = false, lettersAlone = false, most } = wanted;
  const passing = new Uint32Array(scores.length);
  let count = 0;
  let topScore = 0;
  let topCoverage = 0;
  for (let document = 0; document < scores.length; document++) {
    const score = scores[document] ?? 0;
    const coverage = covered[document] ?? 0;
    if (score <= 0 || (coverage === 0 && !lettersAlone)) continue;
    if (allowed !== undefined && !allowed(document)) continue;
    passing[count++] = document;
    if (score > topScore) {
      topScore = score;
      topCoverage = coverage;
    }
  }
  const keys = new Float64Array(count);
  let kept = 0;
  for (let at = 0; at < count; at++) {
    const document = passing[at] ?? 0;
    const score = scores[document] ?? 0;
    if (near && ((covered[document] ?? 0) < NEAR_COVERAGE * topCoverage || score < NEAR_SCORE * topScore)) continue;
    keys[kept++] = Math.round((1 - score / topScore) * SCORE_STEPS) * MOST_DOCUMENTS + document;
  }
  const sorted = keys.subarray(0, kept).sort().subarray(0, most);
  return Array.from(sorted, (key) => {
    const document = key % MOST_DOCUMENTS;
    return { document, score: scores[document] ?? 0, coverage: covered[document] ?? 0 };
  });
}

/** Score and document are packed into one number, which typed arrays sort many times faster than objects. */
const SCORE_STEPS = 2 ** 31;
const MOST_DOCUMENTS = 2 ** 21;

/** Of the best those come first that have the words close together. */
function closestFirst(hits: readonly Hit[], words: readonly SearchWord[], index: SearchIndex): readonly Hit[] {
  if (!index.stages.has('proximity') || words.length < 2) return hits;
  const wordOf = new Map<number, { word: number; weight: number }>();
  for (const [word, { alternatives }] of words.entries()) {
    for (const { term, weight } of alternatives) {
      const number = index.termNumber(term);
      if (number === undefined || (wordOf.get(number)?.weight ?? 0) >= weight) continue;
      wordOf.set(number, { word, weight: Math.min(weight, 1) });
    }
  }
  const rarities = words.map(({ idf }) => idf);
  const close = hits.slice(0, CLOSELY).map((hit) => {
    const positions = index.positions(hit.document);
    const together = positions === undefined ? 0 : closeness(positions, wordOf, rarities);
    return { ...hit, score: hit.score + CLOSENESS * together, together };
  });
  return [...close.sort((a, b) => b.score - a.score || a.document - b.document), ...hits.slice(CLOSELY)];
}

function explain(document: number, words: readonly SearchWord[], index: SearchIndex): WordMatch[] {
  return words.flatMap((word) => {
    let best: WordMatch | undefined;
    for (const by of word.alternatives) {
      if (best !== undefined && best.by.weight >= by.weight) continue;
      const postings = index.postings(by.term);
      const place = postings === undefined ? -1 : placeOf(document, postings);
      if (place < 0) continue;
      best = { word: word.text, by, fields: fieldsOf(postings?.fields[place] ?? 0) };
    }
    return best === undefined ? [] : [best];
  });
}
