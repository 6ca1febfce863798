// @ts-check
// Orama 3.1, Apache-2.0, with its own stemmer and stop words of the language, as its documentation advises.
import { create, insertMultiple, search } from '@orama/orama';
import { stemmer as stemEnglish } from '@orama/stemmers/english';
import { stemmer as stemGerman } from '@orama/stemmers/german';
import { stopwords as englishStopWords } from '@orama/stopwords/english';
import { stopwords as germanStopWords } from '@orama/stopwords/german';

const TOKENIZERS = {
  de: { language: 'german', stemming: true, stemmer: stemGerman, stopWords: germanStopWords },
  en: { language: 'english', stemming: true, stemmer: stemEnglish, stopWords: englishStopWords },
};
const ALL_AT_ONCE = 1000;

/** @type {import('../systems.js').System} */
export const orama = {
  name: 'Orama',
  setup: 'stemmer and stop words of the language',
  create: async (documents, language) => {
    const index = create({
      schema: /** @type {const} */ ({ title: 'string', text: 'string' }),
      components: { tokenizer: TOKENIZERS[language] },
    });
    const texts = documents.map(({ id, title, text }) => ({ id, title, text }));
    await insertMultiple(index, texts, ALL_AT_ONCE);
    return {
      search: async ({ text }, most) => {
        const { hits } = await search(index, { term: text, limit: most });
        return { ids: hits.map(({ id }) => id), confidence: hits[0]?.score };
      },
    };
  },
};
