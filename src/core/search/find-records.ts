import type { SearchHit, SearchIndex } from './search-index.js';
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
  /** Orders records; means nothing by itself. */
  readonly score: number;
  /** Share of the question's rarity that the record covers, 0 to 1; unknown words count as the rarest. */
  readonly coverage: number;
  /** The rarity of the whole question: the sum of its words' inverse document frequencies. */
  readonly mass: number;
  readonly words: readonly WordMatch[];
}

/** Finds the records that hold any of the words, best first. `allowed` leaves out what filters exclude. */
export function findRecords(
  words: readonly SearchWord[],
  index: SearchIndex,
  allowed: (id: string) => boolean = () => true,
): Match[] {
  const terms = words.flatMap((word) => word.alternatives);
  const mass = words.reduce((sum, word) => sum + word.idf, 0);
  return index
    .search(terms)
    .filter((hit) => allowed(hit.id))
    .map((hit) => matchOf(hit, words, mass))
    .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
}

function matchOf(hit: SearchHit, words: readonly SearchWord[], mass: number): Match {
  let covered = 0;
  const matches: WordMatch[] = [];
  for (const word of words) {
    const found = word.alternatives.filter(({ term }) => hit.found.has(term));
    const best = found.reduce<Alternative | undefined>(
      (a, b) => (a === undefined || b.weight > a.weight ? b : a),
      undefined,
    );
    if (best === undefined) continue;
    covered += word.idf * strength(best, found, word);
    matches.push({ word: word.text, by: best, fields: hit.found.get(best.term) ?? [] });
  }
  const coverage = mass === 0 ? 0 : covered / mass;
  return {
    id: hit.id,
    score: (hit.score / Math.max(mass, 1)) * coverage,
    coverage,
    mass,
    words: matches,
  };
}

/** A concept stands for the word; a compound is covered as far as its parts are. */
function strength(best: Alternative, found: readonly Alternative[], word: SearchWord): number {
  switch (best.kind) {
    case 'word':
      return 1;
    case 'concept':
      return 0.9;
    case 'typo':
      return 0.8;
    case 'beginning':
      return 0.6;
    case 'part': {
      const all = word.alternatives.filter(({ kind }) => kind === 'part').length;
      return 0.8 * (found.filter(({ kind }) => kind === 'part').length / Math.max(all, 1));
    }
  }
}
