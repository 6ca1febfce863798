/**
 * The steps of the search that can be left out, to measure what each is worth (docs/search.md). An answer
 * uses all of them.
 */
export const SEARCH_STAGES = [
  'folding',
  'stop-words',
  'stemming',
  'compounds',
  'concepts',
  'typos',
  'beginnings',
  'letter-groups',
  'proximity',
  'field-weights',
  'coverage',
] as const;

export type SearchStage = (typeof SEARCH_STAGES)[number];

/** The steps that a search takes. */
export type SearchStages = ReadonlySet<SearchStage>;

export const ALL_STAGES: SearchStages = new Set(SEARCH_STAGES);

/** All steps but some. */
export function stagesWithout(...left: readonly SearchStage[]): SearchStages {
  return new Set(SEARCH_STAGES.filter((stage) => !left.includes(stage)));
}
