// @ts-check
// Lunr 2.3, MIT, with lunr-languages 1.22, MPL-1.1 (stemmer, trimmer and stop words of the language).
import lunr from 'lunr';
import addGerman from 'lunr-languages/lunr.de.js';
import addStemmers from 'lunr-languages/lunr.stemmer.support.js';
import { queryWords } from './query-words.js';

addStemmers(lunr);
addGerman(lunr);

/** @type {import('../systems.js').System} */
export const lunrWithLanguages = {
  name: 'Lunr',
  setup: 'lunr-languages for German, its own pipeline for English',
  create: (documents, language) => {
    const index = lunr((builder) => {
      if (language === 'de') builder.use(lunr.de);
      builder.field('title');
      builder.field('text');
      for (const document of documents) builder.add(document);
    });
    return {
      search: ({ text }, most) => {
        // The documented way for words of users: no query language, yet the stemmer of the index. Lunr does
        // not trim what is asked, so punctuation goes before.
        const words = lunr.tokenizer(queryWords(text).join(' '));
        const hits = index.query((query) => query.term(words, {})).slice(0, most);
        return { ids: hits.map(({ ref }) => ref), confidence: hits[0]?.score };
      },
    };
  },
};
