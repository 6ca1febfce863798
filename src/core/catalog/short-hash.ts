const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** How many characters stand for a record or facet value in an encoded Query. */
export const CODE_LENGTH = 4;

/** Things that a Query can name; each has its own space of codes. */
export type CodedKind = 'record' | 'field' | 'group' | 'organisation' | 'region';

/** The short key of a thing: a hash of its kind and id, so that it never depends on a position in a list. */
export function codeOf(kind: CodedKind, id: string): string {
  let hash = hashText(`${kind}:${id}`);
  let code = '';
  for (let index = 0; index < CODE_LENGTH; index++) {
    code += ALPHABET.charAt(Number(hash % 64n));
    hash /= 64n;
  }
  return code;
}

/** 64-bit FNV-1a over UTF-16 code units (Fowler, Noll, Vo: draft-eastlake-fnv). */
function hashText(text: string): bigint {
  let hash = 0xcbf29ce484222325n;
  for (let index = 0; index < text.length; index++) {
    hash ^= BigInt(text.charCodeAt(index));
    hash = BigInt.asUintN(64, hash * 0x100000001b3n);
  }
  return hash;
}

/** Eight hexadecimal digits that change with any change of any text, whatever the order of the files. */
export function hashFiles(files: ReadonlyMap<string, string>): string {
  let hash = 0x811c9dc5;
  for (const path of [...files.keys()].sort()) {
    for (const text of [path, files.get(path) ?? '']) {
      for (let index = 0; index < text.length; index++) {
        hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
      }
      hash = Math.imul(hash ^ 0x10000, 0x01000193);
    }
  }
  return (hash >>> 0).toString(16).padStart(8, '0');
}
