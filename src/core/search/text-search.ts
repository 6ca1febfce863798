import type { LanguageTag } from '../language/languages.js';
import { createConcepts } from './concepts.js';
import { type Certainty, decide } from './decide.js';
import { findRecords } from './find-records.js';
import { createSearchIndex } from './search-index.js';
import { searchWords } from './search-words.js';
import { ALL_STAGES, type SearchStages } from './stages.js';

/** A text with a title, from any collection. */
export interface TextDocument {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly language: LanguageTag;
}

/** What was found for a question. */
export interface TextResult {
  /** Documents, best first. */
  readonly hits: readonly { readonly id: string; readonly score: number }[];
  /** How likely the first hit answers, 0 to 1; comparable between questions. 0 where nothing was found. */
  readonly confidence: number;
  readonly certainty: Certainty;
}

export interface TextSearch {
  /** @param most - How many hits at most; 100 where it is not given. */
  readonly search: (text: string, language: LanguageTag, most?: number) => TextResult;
}

const DEFAULT_MOST = 100;

/**
 * The bot's own search over any collection of texts, without vocabulary, facets and phrases of questions:
 * for measuring it on collections that nobody here wrote.
 */
export function createTextSearch(documents: readonly TextDocument[], stages: SearchStages = ALL_STAGES): TextSearch {
  const index = createSearchIndex(
    documents.map(({ id, title, text, language }) => ({
      id,
      parts: [
        { field: 'title' as const, language, text: title },
        { field: 'body' as const, language, text },
      ],
    })),
    createConcepts(new Map()),
    stages,
  );
  return {
    search: (text, language, most = DEFAULT_MOST) => {
      const words = searchWords(text, language, index);
      const found = findRecords(words, index);
      const matches = found.matches({ lettersAlone: true, most });
      const { certainty, confidence } = decide(found, words, index);
      return { hits: matches.map(({ id, score }) => ({ id, score })), confidence, certainty };
    },
  };
}
