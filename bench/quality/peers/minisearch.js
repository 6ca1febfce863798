// @ts-check
// MiniSearch 7.2, MIT: as it comes, and with the prefix and fuzzy search that its README shows.
import MiniSearch from 'minisearch';

/** @typedef {import('../systems.js').System} System */

/** @type {System} */
export const miniSearch = {
  name: 'MiniSearch',
  setup: 'as it comes',
  create: (documents) => searchOf(documents, {}),
};

/** @type {System} */
export const miniSearchFuzzy = {
  name: 'MiniSearch prefix+fuzzy',
  setup: 'prefix: true, fuzzy: 0.2',
  create: (documents) => searchOf(documents, { prefix: true, fuzzy: 0.2 }),
};

/**
 * @param {readonly import('../../collection/read-collection.js').Document[]} documents
 * @param {import('minisearch').SearchOptions} options
 * @returns {import('../systems.js').Search}
 */
function searchOf(documents, options) {
  const index = new MiniSearch({ fields: ['title', 'text'] });
  index.addAll(documents);
  return {
    search: ({ text }, most) => {
      const hits = index.search(text, options).slice(0, most);
      return { ids: hits.map(({ id }) => String(id)), confidence: hits[0]?.score };
    },
  };
}
