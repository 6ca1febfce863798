import { type Catalog, createSay, LANGUAGE_TAGS, type Say } from '../core/index.js';

/** Says something in every language, one a line, where nothing tells which one the reader wants. */
export function inEveryLanguage({ catalog }: { readonly catalog: Catalog }, sentence: (say: Say) => string): string {
  return LANGUAGE_TAGS.map((language) => sentence(createSay(catalog, language))).join('\n');
}
