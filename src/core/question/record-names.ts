import type { PlanRecord } from '../catalog/record-schemas.js';
import { LANGUAGE_TAGS } from '../language/languages.js';

const QUOTED = /[„“"»]([^„“”"«»]{3,60})[“”"«]/gu;

/**
 * Every name that a record goes by: its titles, what stands in their brackets or quotation marks, what
 * stands before a dash or colon, and its aliases.
 */
export function recordNames(record: PlanRecord): string[] {
  const titles = LANGUAGE_TAGS.flatMap((tag) => [record.title[tag], record.shortTitle[tag]]).filter(
    (title) => title !== undefined,
  );
  const names = [...titles.flatMap(namesInTitle), ...(record.aliases ?? [])];
  return [...new Set(names.map((name) => name.trim()).filter((name) => name.length >= 2))];
}

function namesInTitle(title: string): string[] {
  const plain = title.replace(/\s?\([^()]*\)/g, '');
  const inBrackets = [...title.matchAll(/\(([^()]*)\)/g)].map((match) => match[1] ?? '').filter(isAbbreviation);
  const quoted = [...title.matchAll(QUOTED)].map((match) => match[1] ?? '');
  const head = plain.split(/\s[–-]\s|:\s/)[0] ?? plain;
  return [title, plain, ...inBrackets, ...quoted, ...(isNameByItself(head) ? [head] : [])];
}

/** "response." before a dash is an everyday word too; only an alias can make it a name. */
function isNameByItself(head: string): boolean {
  return head.length >= 4 && (/\s/.test(head.trim()) || /\p{Lu}/u.test(head));
}

/** "AdiNet", "KIV", "IntTG": one word with a capital that is not its first letter. */
function isAbbreviation(text: string): boolean {
  return /^\S+$/.test(text) && /.\p{Lu}/u.test(text);
}
