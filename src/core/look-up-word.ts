import type { Catalog } from './catalog/catalog.js';
import { RECORD_FOLDERS } from './catalog/record-schemas.js';
import type { LanguageTag } from './language/languages.js';
import { createConcepts } from './search/concepts.js';
import { findRecords } from './search/find-records.js';
import { recordDocuments } from './search/record-documents.js';
import { createSearchIndex } from './search/search-index.js';
import { searchWords } from './search/search-words.js';

/** What the data makes of a single word, for those who keep it. */
export interface WordStanding {
  /** `elsewhere`: the vocabulary leaves it to others on purpose. */
  readonly state: 'unknown' | 'known' | 'elsewhere';
  /** The records that a search for it comes nearest to, if only by its letters, and their files; best first. */
  readonly nearest: readonly { readonly id: string; readonly file: string }[];
}

const MOST_NEAREST = 3;

/** Prepares looking up words in a catalogue. */
export function createLookUpWord(catalog: Catalog): (word: string, language: LanguageTag) => WordStanding {
  const index = createSearchIndex(
    recordDocuments(catalog),
    createConcepts(catalog.concepts),
    undefined,
    catalog.phrases.common,
  );
  return (word, language) => {
    const words = searchWords(word, language, index);
    const nearest = findRecords(words, index).matches({ lettersAlone: true, most: MOST_NEAREST });
    return {
      state: words.some(({ isLacking }) => isLacking)
        ? 'elsewhere'
        : words.some(({ alternatives }) => alternatives.length > 0)
          ? 'known'
          : 'unknown',
      nearest: nearest.flatMap(({ id }) => {
        const record = catalog.records.get(id);
        return record === undefined ? [] : [{ id, file: `${RECORD_FOLDERS[record.kind]}/${id}.yaml` }];
      }),
    };
  };
}
