/** How long a group of letters is; four proved best on German text (docs/search.md). */
const GROUP = 4;

/** Postings of letter groups: documents in ascending order with the weight of the group in each. */
interface GroupPostings {
  readonly documents: Uint32Array;
  readonly weights: Float32Array;
  readonly idf: number;
}

/** Finds documents by groups of letters, so that words unknown in this form still say something. */
export interface LetterGroups {
  /** Adds to `scores` the share of the words' letter groups that each document holds, weighed by rarity, times `factor`. */
  readonly score: (words: readonly string[], factor: number, scores: Float32Array) => void;
}

const SATURATION = 1.2;
const LENGTH_NORM = 0.7;
const FLOOR = 0.5;
/** Groups in more than this share of many documents tell next to nothing and cost most of the time. */
const COMMON = 0.25;
const FEW = 500;

/** "^int", "inte", …, "ion$": the groups of letters of a folded word, its ends marked. */
export function lettersOf(word: string): string[] {
  const marked = `^${word}$`;
  if (marked.length <= GROUP) return [marked];
  return Array.from({ length: marked.length - GROUP + 1 }, (_, at) => marked.slice(at, at + GROUP));
}

/** Indexes the letter groups of each document's words. */
export function createLetterGroups(documents: readonly (readonly string[])[]): LetterGroups {
  const ids = new Map<string, number>();
  const idsOfWord = new Map<string, readonly number[]>();
  const groupIds = (word: string): readonly number[] => {
    let known = idsOfWord.get(word);
    if (known === undefined) {
      known = lettersOf(word).map((group) => {
        const id = ids.get(group) ?? ids.size;
        ids.set(group, id);
        return id;
      });
      idsOfWord.set(word, known);
    }
    return known;
  };
  const rows: { readonly documents: number[]; readonly counts: number[] }[] = [];
  const lengths = new Float32Array(documents.length);
  for (const [document, words] of documents.entries()) {
    let length = 0;
    for (const word of words) {
      for (const id of groupIds(word)) {
        length++;
        let row = rows[id];
        if (row === undefined) {
          row = { documents: [], counts: [] };
          rows[id] = row;
        }
        const last = row.documents.length - 1;
        if (row.documents[last] === document) row.counts[last] = (row.counts[last] ?? 0) + 1;
        else {
          row.documents.push(document);
          row.counts.push(1);
        }
      }
    }
    lengths[document] = length;
  }
  const size = documents.length;
  const average = lengths.reduce((sum, length) => sum + length, 0) / Math.max(size, 1) || 1;
  const postings = rows.map((row): GroupPostings => {
    const frequency = row.documents.length;
    return {
      documents: Uint32Array.from(row.documents),
      weights: Float32Array.from(row.counts, (count, at) => {
        const length = (lengths[row.documents[at] ?? 0] ?? 0) / average;
        return FLOOR + (count * (SATURATION + 1)) / (count + SATURATION * (1 - LENGTH_NORM + LENGTH_NORM * length));
      }),
      idf: idfOf(frequency, size),
    };
  });
  const most = size <= FEW ? size : COMMON * size;
  return {
    score: (words, factor, scores) => {
      const groups = new Set(words.flatMap(lettersOf));
      const found: GroupPostings[] = [];
      let mass = 0;
      for (const group of groups) {
        const id = ids.get(group);
        const row = id === undefined ? undefined : postings[id];
        mass += row?.idf ?? idfOf(0, size);
        if (row !== undefined && row.documents.length <= most) found.push(row);
      }
      if (mass === 0) return;
      for (const { documents: where, weights, idf } of found) {
        const share = (factor * idf) / mass;
        for (let at = 0; at < where.length; at++) {
          const document = where[at] ?? 0;
          scores[document] = (scores[document] ?? 0) + share * (weights[at] ?? 0);
        }
      }
    },
  };
}

function idfOf(frequency: number, size: number): number {
  return Math.log(1 + (size - frequency + 0.5) / (frequency + 0.5));
}
