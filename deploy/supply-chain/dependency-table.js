// @ts-check
import { readFileSync } from 'node:fs';
import { ROOT, readManifest } from './lock-file.js';

/** What a package says of itself. @typedef {{ readonly repository: string, readonly version: string, readonly keeper: string, readonly licence: string }} Facts */
/** @typedef {{ readonly name: string, readonly repository: string, readonly cells: readonly string[] }} Row */

const ROW = /^\| \[([^\]]+)\]\(([^)]+)\) *\|(.*)\|$/;
const MOST_KEEPERS = 3;

/**
 * The direct dependencies of a kind, with what the installed packages say.
 *
 * @param {'dependencies' | 'devDependencies'} kind
 * @returns {ReadonlyMap<string, Facts>}
 */
export function factsOf(kind) {
  return new Map(
    Object.entries(readManifest()[kind]).map(([name, version]) => [name, { ...installed(name), version }]),
  );
}

/** @param {string} name */
function installed(name) {
  const { license, author, maintainers, contributors, repository } = JSON.parse(
    readFileSync(`${ROOT}node_modules/${name}/package.json`, 'utf8'),
  );
  const address = addressOf(typeof repository === 'string' ? repository : repository.url);
  const named = author === undefined ? (maintainers ?? contributors ?? []) : [author];
  const people = named.slice(0, MOST_KEEPERS).map(nameOf);
  const owner = new URL(address).pathname.split('/')[1] ?? '';
  return {
    repository: address,
    keeper: people.length === 0 ? owner : people.join(', ') + (named.length > MOST_KEEPERS ? ' and others' : ''),
    licence: String(license),
  };
}

/** @param {string | { readonly name: string }} person */
function nameOf(person) {
  return (typeof person === 'string' ? person : person.name).replace(/ *[<(].*/, '');
}

/** @param {string} repository */
function addressOf(repository) {
  const path = repository
    .replace(/^(?:git\+)?https:\/\/github\.com\/|^git@github\.com:|^github:/, '')
    .replace(/\.git$|#.*$/g, '');
  return `https://github.com/${path}`;
}

/** The rows of all tables of a page. @param {string} text @returns {readonly Row[]} */
export function rowsOf(text) {
  return text.split('\n').flatMap((line) => {
    const [, name, repository, rest] = ROW.exec(line) ?? [];
    if (name === undefined || repository === undefined || rest === undefined) return [];
    return [{ name, repository, cells: rest.split('|').map((cell) => cell.trim()) }];
  });
}

/**
 * The page with the facts of each row as they are now; what people wrote stays.
 *
 * @param {string} text
 * @param {ReadonlyMap<string, Facts>} facts
 */
export function refresh(text, facts) {
  return text
    .split('\n')
    .map((line) => {
      const [row] = rowsOf(line);
      const fact = row === undefined ? undefined : facts.get(row.name);
      if (row === undefined || fact === undefined) return line;
      const { repository, version, keeper, licence } = fact;
      return `| [${row.name}](${repository}) | ${[version, keeper, licence, ...row.cells.slice(3)].join(' | ')} |`;
    })
    .join('\n');
}
