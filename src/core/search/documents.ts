import type { LanguageTag } from '../language/languages.js';
import type { Token } from '../language/tokenise.js';

/** Where a text stands in a document; a title says more than a summary. */
export const SEARCH_FIELDS = ['title', 'keywords', 'questions', 'body', 'context'] as const;
export type SearchField = (typeof SEARCH_FIELDS)[number];

/** Something to be found: texts by field, each in its language. */
export interface SearchDocument {
  readonly id: string;
  readonly parts: readonly { readonly field: SearchField; readonly language: LanguageTag; readonly text: string }[];
}

/** A document whose texts are cut into words. */
export interface AnalysedDocument {
  readonly id: string;
  readonly parts: readonly {
    readonly field: SearchField;
    readonly language: LanguageTag;
    readonly tokens: readonly Token[];
  }[];
}
