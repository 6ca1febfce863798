// @ts-check
import { basename, join } from 'node:path';
import { readDocuments, readQueries, readRelevant } from '../collection/read-collection.js';

/** @typedef {import('../../dist/core/index.js').Catalog} Catalog */
/** @typedef {import('../../dist/core/index.js').GoldenQuestion} GoldenQuestion */
/** @typedef {import('../collection/read-collection.js').LanguageTag} LanguageTag */
/**
 * @typedef {object} Task Queries over documents, with the right documents of those that have any.
 * @property {string} name
 * @property {LanguageTag} language The commonest of the documents; peers have one for an index.
 * @property {readonly import('../collection/read-collection.js').Document[]} documents
 * @property {readonly import('../collection/read-collection.js').Query[]} queries
 * @property {import('../collection/read-collection.js').Relevant} relevant
 */

/**
 * @param {string} folder
 * @returns {Promise<Task>}
 */
export async function collectionTask(folder) {
  const documents = await readDocuments(join(folder, 'docs.jsonl'));
  const english = documents.filter(({ language }) => language === 'en').length;
  return {
    name: basename(folder),
    language: english * 2 > documents.length ? 'en' : 'de',
    documents,
    queries: await readQueries(join(folder, 'queries.jsonl')),
    relevant: await readRelevant(join(folder, 'qrels.tsv')),
  };
}

/**
 * The golden topic questions of a language over what the public records say in it; the questions without an answer are
 * its unanswerable ones. Follow-ups stay out: no search over texts can understand them.
 *
 * @param {readonly GoldenQuestion[]} golden
 * @param {Catalog} catalog
 * @param {LanguageTag} language
 * @returns {Task}
 */
export function goldenTask(golden, catalog, language) {
  const asked = golden
    .filter((question) => question.language === language && question.previous === undefined)
    .filter(({ file, expect }) => expect.nothing !== undefined || (isTopic(file) && expect.first !== undefined))
    .map((question, at) => ({ ...question, id: `${language}-${at + 1}` }));
  return {
    name: `golden topics, ${language}`,
    language,
    documents: [...catalog.records.values()].map(({ id, title, keywords, questions, summary }) => ({
      id,
      title: title[language] ?? title.de ?? '',
      text: [...(keywords?.[language] ?? []), ...(questions?.[language] ?? []), summary[language] ?? summary.de].join(
        '\n',
      ),
      language,
    })),
    queries: asked.map(({ id, question }) => ({ id, text: question, language })),
    relevant: new Map(
      asked.flatMap(({ id, expect }) =>
        expect.first === undefined || expect.nothing !== undefined ? [] : [[id, new Set(expect.first)]],
      ),
    ),
  };
}

/** @param {string} file */
export function isTopic(file) {
  return /^golden\/(?:.*-)?topics/.test(file);
}
