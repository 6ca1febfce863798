// @ts-check
// FlexSearch 0.8, Apache-2.0: its language pack, and "suggest" for questions of which not every word has to be found. Titles
// stand before texts, for it ranks by position. Its Latin encoders, context and partial words find less.
import { Encoder, Index } from 'flexsearch';
import german from 'flexsearch/lang/de';
import english from 'flexsearch/lang/en';

const PACKS = { de: german, en: english };

/** @type {import('../systems.js').System} */
export const flexSearch = {
  name: 'FlexSearch',
  setup: 'language pack, suggest; it gives no scores',
  create: (documents, language) => {
    const index = new Index({ tokenize: 'strict', encoder: new Encoder(PACKS[language]) });
    for (const [at, { title, text }] of documents.entries()) index.add(at, `${title} ${text}`);
    return {
      search: ({ text }, most) => {
        const found = index.search(text, { limit: most, suggest: true });
        return { ids: found.flatMap((at) => documents[Number(at)]?.id ?? []), confidence: undefined };
      },
    };
  },
};
