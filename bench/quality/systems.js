// @ts-check
import { createTextSearch, SEARCH_STAGES, stagesWithout } from '../../dist/core/index.js';
import { flexSearch } from './peers/flexsearch.js';
import { lunrWithLanguages } from './peers/lunr.js';
import { miniSearch, miniSearchFuzzy } from './peers/minisearch.js';
import { orama } from './peers/orama.js';
import { postgreSql } from './peers/postgresql.js';
import { sqliteFts5, sqliteTrigram } from './peers/sqlite-fts5.js';

/** @typedef {import('../collection/read-collection.js').Document} Document */
/** @typedef {import('../collection/read-collection.js').Query} Query */
/** @typedef {import('../collection/read-collection.js').LanguageTag} LanguageTag */
/** @typedef {{ readonly ids: readonly string[], readonly confidence: number | undefined }} Found Documents, best first; no confidence where the system has no score. */
/**
 * @typedef {object} Search
 * @property {(query: Query, most: number) => Found | Promise<Found>} search
 * @property {() => void} [close]
 */
/**
 * @typedef {object} System A search engine, configured as its makers advise.
 * @property {string} name
 * @property {string} setup
 * @property {boolean} [ownProcess] Its memory is that of another process.
 * @property {() => Promise<string | undefined>} [unavailable] Why it cannot run here.
 * @property {(documents: readonly Document[], language: LanguageTag) => Search | Promise<Search>} create
 */

export const OURS = planlotse('Planlotse', 'every stage; confidence as the bot has it');

/** @type {readonly System[]} */
export const PEERS = [
  miniSearch,
  miniSearchFuzzy,
  orama,
  lunrWithLanguages,
  flexSearch,
  sqliteFts5,
  sqliteTrigram,
  postgreSql,
];

/** Ours, each with one stage off. */
export const ABLATIONS = SEARCH_STAGES.map((stage) =>
  planlotse(`  without ${stage}`, `all but ${stage}`, stagesWithout(stage)),
);

export const SYSTEMS = [OURS, ...PEERS, ...ABLATIONS];

/**
 * @param {string} name
 * @param {string} setup
 * @param {import('../../dist/core/index.js').SearchStages} [stages]
 * @returns {System}
 */
function planlotse(name, setup, stages) {
  return {
    name,
    setup,
    create: (documents) => {
      const index = createTextSearch(documents, stages);
      return {
        search: ({ text, language }, most) => {
          const { hits, confidence } = index.search(text, language, most);
          return { ids: hits.map(({ id }) => id), confidence };
        },
      };
    },
  };
}
