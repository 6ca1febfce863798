// @ts-check
// SQLite's FTS5, public domain, through node:sqlite where this Node has it. It has no German stemmer; what it
// offers instead is the trigram tokenizer, which finds words inside of compounds.
import { queryWords } from './query-words.js';

/** @typedef {import('../systems.js').System} System */

/** @type {System} */
export const sqliteFts5 = {
  name: 'SQLite FTS5',
  setup: 'unicode61 for German, porter for English; any word may match',
  unavailable: withoutFts5,
  create: (documents, language) =>
    searchOf(documents, language === 'de' ? 'unicode61 remove_diacritics 2' : 'porter unicode61'),
};

/** @type {System} */
export const sqliteTrigram = {
  name: 'SQLite FTS5 trigram',
  setup: 'trigram tokenizer; any word may match',
  unavailable: withoutFts5,
  create: (documents) => searchOf(documents, 'trigram'),
};

async function withoutFts5() {
  try {
    const { DatabaseSync } = await sqlite();
    new DatabaseSync(':memory:').exec('CREATE VIRTUAL TABLE probe USING fts5(text)');
    return undefined;
  } catch {
    return `not available on this Node (${process.version}; node:sqlite with FTS5 comes with 22.5 and later)`;
  }
}

/** Typed loosely: the types of Node 20 do not know the module. */
function sqlite() {
  const name = 'node:sqlite';
  return import(name);
}

/**
 * @param {readonly import('../../collection/read-collection.js').Document[]} documents
 * @param {string} tokenizer
 * @returns {Promise<import('../systems.js').Search>}
 */
async function searchOf(documents, tokenizer) {
  const { DatabaseSync } = await sqlite();
  const database = new DatabaseSync(':memory:');
  database.exec(`CREATE VIRTUAL TABLE docs USING fts5(id UNINDEXED, title, text, tokenize="${tokenizer}")`);
  const insert = database.prepare('INSERT INTO docs VALUES (?, ?, ?)');
  database.exec('BEGIN');
  for (const { id, title, text } of documents) insert.run(id, title, text);
  database.exec('COMMIT');
  const select = database.prepare('SELECT id, -rank AS score FROM docs WHERE docs MATCH ? ORDER BY rank, id LIMIT ?');
  return {
    search: ({ text }, most) => {
      const words = queryWords(text).map((word) => `"${word}"`);
      /** @type {{ id: string, score: number }[]} */
      const hits = words.length === 0 ? [] : select.all(words.join(' OR '), most);
      return { ids: hits.map(({ id }) => id), confidence: hits[0]?.score };
    },
    close: () => database.close(),
  };
}
