// @ts-check
// Retrieval collections: docs.jsonl {id, title, text, lang}, queries.jsonl {id, text, lang}, qrels.tsv (query, document, 1).
import { isLanguageTag, LANGUAGE_TAGS } from '../../dist/core/index.js';
import { InputError } from './input-error.js';
import { readLines } from './read-lines.js';

/** @typedef {import('../../dist/core/index.js').LanguageTag} LanguageTag */
/** @typedef {import('../../dist/core/index.js').TextDocument} Document */
/** @typedef {{ readonly id: string, readonly text: string, readonly language: LanguageTag }} Query */
/** @typedef {ReadonlyMap<string, ReadonlySet<string>>} Relevant The right documents of each query; a query without any has no answer. */

const DEFAULT_LANGUAGE = 'de';
const PROBLEMS_TOLD = 20;

/**
 * @param {string} file
 * @returns {Promise<Document[]>}
 */
export async function readDocuments(file) {
  return readRows(file, (row) => ({ ...entryOf(row), title: textOf(row, 'title', '') }));
}

/**
 * @param {string} file
 * @returns {Promise<Query[]>}
 */
export async function readQueries(file) {
  return readRows(file, entryOf);
}

/**
 * @param {string} file
 * @returns {Promise<Relevant>}
 */
export async function readRelevant(file) {
  /** @type {Map<string, Set<string>>} */
  const relevant = new Map();
  for await (const { number, line } of readLines(file)) {
    const [query, document] = line.trim().split('\t');
    if (!query || !document) throw new InputError([`${file}:${number}: expected query, document and 1 between tabs`]);
    relevant.set(query, (relevant.get(query) ?? new Set()).add(document));
  }
  return relevant;
}

/**
 * @template {{ readonly id: string }} T
 * @param {string} file
 * @param {(row: Record<string, unknown>) => T} parse
 * @returns {Promise<T[]>}
 */
async function readRows(file, parse) {
  /** @type {T[]} */
  const rows = [];
  const problems = [];
  const seen = new Set();
  for await (const { number, line } of readLines(file)) {
    try {
      const row = parse(objectOf(line));
      if (seen.has(row.id)) throw new InputError([`id "${row.id}" comes twice`]);
      seen.add(row.id);
      rows.push(row);
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      problems.push(`${file}:${number}: ${error.message}`);
      if (problems.length === PROBLEMS_TOLD) break;
    }
  }
  if (problems.length > 0) throw new InputError(problems);
  return rows;
}

/**
 * @param {string} line
 * @returns {Record<string, unknown>}
 */
function objectOf(line) {
  try {
    const row = JSON.parse(line);
    if (typeof row === 'object' && row !== null && !Array.isArray(row)) return row;
  } catch (error) {
    throw new InputError([`not JSON (${error instanceof Error ? error.message : error})`]);
  }
  throw new InputError(['not a JSON object']);
}

/** @param {Record<string, unknown>} row */
function entryOf(row) {
  const id = textOf(row, 'id');
  // A run has its fields between spaces.
  if (!/^\S+$/u.test(id)) throw new InputError([`id "${id}" is empty or has a space in it`]);
  const language = textOf(row, 'lang', DEFAULT_LANGUAGE);
  if (!isLanguageTag(language)) {
    throw new InputError([`language "${language}" is not known (lang is one of ${LANGUAGE_TAGS.join(', ')})`]);
  }
  return { id, text: textOf(row, 'text'), language };
}

/**
 * @param {Record<string, unknown>} row
 * @param {string} name
 * @param {string} [otherwise]
 */
function textOf(row, name, otherwise) {
  const value = row[name] ?? otherwise;
  if (typeof value !== 'string') throw new InputError([`${name} is ${value === undefined ? 'missing' : 'no text'}`]);
  return value;
}
