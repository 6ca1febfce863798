import { LANGUAGE_TAGS } from '../language/languages.js';
import type { Fault } from './fault.js';
import { RECORD_FOLDERS } from './record-schemas.js';
import { suggest } from './validate.js';

/** The files of `data/` by path relative to it, with forward slashes. */
export type DataFiles = ReadonlyMap<string, string>;

const SINGLE_FILES = ['plan.yaml', 'action-fields.yaml', 'target-groups.yaml', 'organisations.yaml', 'regions.yaml'];
const FOLDERS = [...Object.values(RECORD_FOLDERS), 'vocabulary', 'texts'];

/** Whether answers come from a file: golden questions, schemas and Markdown are passed over. */
export function answersDependOn(path: string): boolean {
  return /\.ya?ml$/.test(path) && !path.startsWith('golden/') && !path.startsWith('schema/');
}

/** Whether a file has a place in `data/`. */
export function isExpected(path: string): boolean {
  const parts = path.split('/');
  if (!path.endsWith('.yaml')) return false;
  if (parts.length === 1) return SINGLE_FILES.includes(path);
  return parts.length === 2 && FOLDERS.includes(parts[0] ?? '') && (parts[0] !== 'texts' || isTextFile(path));
}

function isTextFile(path: string): boolean {
  return LANGUAGE_TAGS.some((tag) => path === `texts/${tag}.yaml`);
}

export function isRecord(path: string): boolean {
  return Object.values(RECORD_FOLDERS).some((folder) => path.startsWith(`${folder}/`));
}

/** The id of a record: its file's name. */
export function idOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1, -'.yaml'.length);
}

/** The fault of a file without a place, with the place that was meant. */
export function unexpected(path: string): Fault {
  if (path.endsWith('.yml')) return { file: path, line: 1, column: 1, code: 'fileEnding', details: {} };
  const name = path.slice(path.lastIndexOf('/') + 1);
  const places = [...SINGLE_FILES, ...FOLDERS.map((folder) => `${folder}/${name}`), `golden/${name}`];
  return { file: path, line: 1, column: 1, code: 'unexpectedFile', details: suggest(path, places) };
}
