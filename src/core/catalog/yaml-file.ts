import {
  isCollection,
  isMap,
  isPair,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseDocument,
  visit,
  type YAMLError,
} from 'yaml';
import type { Fault, FaultDetails } from './fault.js';
import type { FaultCode } from './fault-messages.js';

export type DataPath = readonly PropertyKey[];

/** A YAML file whose values know their place. */
export interface YamlFile {
  readonly file: string;
  readonly value: unknown;
  /** A fault at the value that a path leads to, or at the nearest thing around it that is there. */
  readonly fault: (path: DataPath, code: FaultCode, details?: FaultDetails) => Fault;
  /** A fault at a key rather than its value. */
  readonly faultAtKey: (path: DataPath, code: FaultCode, details?: FaultDetails) => Fault;
}

/** Characters in a file; the largest in `data/` has a twentieth of it. */
export const MAX_FILE_LENGTH = 1_000_000;

const MAX_DEPTH = 100;

// U+FFFD is what a file of another encoding turns into when it is read as UTF-8.
const FOREIGN = /[^\P{Cc}\t\n\r]|\uFFFD/u;

/** Reads YAML 1.2. Syntax faults and an empty file come back as faults instead of a file. */
export function parseYamlFile(
  file: string,
  source: string,
): { readonly file: YamlFile } | { readonly faults: readonly Fault[] } {
  const text = source.replace(/\r(?!\n)/g, '\n');
  const lines = new LineCounter();
  const place = (offset: number, code: FaultCode, details: FaultDetails = {}): Fault => {
    const { line, col } = lines.linePos(offset);
    return { file, line: Math.max(line, 1), column: Math.max(col, 1), code, details };
  };
  if (text.length > MAX_FILE_LENGTH) return { faults: [place(0, 'tooLarge', { max: MAX_FILE_LENGTH })] };
  lines.addNewLine(0);
  for (const { index } of text.matchAll(/\n/g)) lines.addNewLine(index + 1);
  const foreign = text.search(FOREIGN);
  if (foreign >= 0) return { faults: [place(foreign, 'encoding')] };
  const deep = tooDeepAt(text);
  if (deep >= 0) return { faults: [place(deep, 'tooDeep')] };
  try {
    const document = parseDocument(text, {
      prettyErrors: false,
      uniqueKeys: true,
      stringKeys: true,
      logLevel: 'error',
    });
    const problems = [...document.errors, ...document.warnings];
    if (problems.length > 0) {
      return { faults: firstOfLines(problems.map((problem) => syntaxFault(problem, text, document.contents, place))) };
    }
    const special = anchorsAndAliases(document.contents, text);
    if (special.length > 0) {
      const faults = special.map((offset) => place(offset, 'yamlStart', { value: text.charAt(offset) }));
      return { faults: firstOfLines(faults) };
    }
    const value: unknown = document.toJS();
    if (value === null || value === undefined) return { faults: [place(0, 'empty')] };
    return {
      file: {
        file,
        value,
        fault: (path, code, details) => place(offsetOf(document.contents, path, false), code, details),
        faultAtKey: (path, code, details) => place(offsetOf(document.contents, path, true), code, details),
      },
    };
  } catch (error) {
    if (error instanceof RangeError) return { faults: [place(0, 'tooDeep')] };
    throw error;
  }
}

/** One mistake makes several errors on its line; the first says what it is. */
function firstOfLines(faults: readonly Fault[]): Fault[] {
  const seen = new Set<number>();
  return faults.filter(({ line }) => !seen.has(line) && seen.add(line));
}

/** Where brackets, dashes or spaces nest deeper than any data; the parser takes quadratic time for them. */
function tooDeepAt(text: string): number {
  let depth = 0;
  for (const { 0: found, index } of text.matchAll(/[[{]|[\]}]|^ {100}|(?:[-?][ \n]+){50}/gm)) {
    if (found.length > 1) return index;
    depth = found === '[' || found === '{' ? depth + 1 : Math.max(0, depth - 1);
    if (depth > MAX_DEPTH) return index;
  }
  return -1;
}

/** What YAML's errors mean to somebody who writes a record; the rest keeps the parser's own words. */
function syntaxFault(
  { code, message, pos: [offset] }: YAMLError,
  text: string,
  root: Node | null,
  place: (offset: number, code: FaultCode, details?: FaultDetails) => Fault,
): Fault {
  switch (code) {
    case 'TAB_AS_INDENT':
      return place(offset, 'yamlTab');
    case 'DUPLICATE_KEY':
      return place(offset, 'yamlDuplicateKey', { key: /^[^:\n]*/.exec(text.slice(offset))?.[0].trim() ?? '' });
    case 'BAD_INDENT':
    case 'MISSING_CHAR': {
      const start = unclosed(root, offset);
      if (start !== undefined) return place(start, 'yamlUnclosed');
      if (code === 'BAD_INDENT') return place(offset, 'yamlIndent');
      break;
    }
    case 'BLOCK_AS_IMPLICIT_KEY':
    case 'MULTILINE_IMPLICIT_KEY':
      return place(offset, 'yamlColon');
    case 'BAD_SCALAR_START':
    case 'TAG_RESOLVE_FAILED':
    case 'NON_STRING_KEY':
      return place(offset, 'yamlStart', { value: text.charAt(offset) });
    case 'UNEXPECTED_TOKEN':
      return place(offset, 'yamlRest');
    case 'MULTIPLE_DOCS':
      return place(offset, 'yamlSeparator');
    case 'RESOURCE_EXHAUSTION':
      return place(offset, 'tooDeep');
  }
  return place(offset, 'yaml', { reason: message.endsWith('.') ? message : `${message}.` });
}

/** Where the quotation or bracket begins that an error says has no end. */
function unclosed(root: Node | null, end: number): number | undefined {
  let start: number | undefined;
  visit(root, {
    Value: (_, node) => {
      const opens = isScalar(node) ? node.type?.startsWith('QUOTE') === true : isCollection(node) && node.flow === true;
      if (opens && node.range && node.range[0] < end && end <= node.range[2]) start = node.range[0];
    },
  });
  return start;
}

/** Anchors and aliases are typing errors here ("*innen"); expanded, they could also fill the memory. */
function anchorsAndAliases(root: Node | null, text: string): number[] {
  const offsets: number[] = [];
  visit(root, {
    Alias: (_, { range }) => {
      offsets.push(range?.[0] ?? 0);
    },
    Value: (_, { anchor, range }) => {
      if (anchor !== undefined) offsets.push(Math.max(0, text.lastIndexOf(`&${anchor}`, range?.[0])));
    },
  });
  return offsets;
}

/** Where in the text a path's value (or its key) begins; where the path ends early, the last thing found. */
function offsetOf(root: Node | null, path: DataPath, atKey: boolean): number {
  let node: unknown = root;
  let offset = root?.range?.[0] ?? 0;
  for (const [depth, step] of path.entries()) {
    let next: unknown;
    if (isMap(node)) {
      const pair = node.items.find((item) => isPair(item) && keyOf(item.key) === String(step));
      if (pair === undefined) return offset;
      const keyOffset = rangeStart(pair.key) ?? offset;
      if (atKey && depth === path.length - 1) return keyOffset;
      next = pair.value;
      offset = rangeStart(next) ?? keyOffset;
    } else if (isSeq(node)) {
      next = node.items[Number(step)];
      if (next === undefined) return offset;
      offset = rangeStart(next) ?? offset;
    } else {
      return offset;
    }
    node = next;
  }
  return offset;
}

function keyOf(key: unknown): string {
  return String(isScalar(key) ? key.value : key);
}

function rangeStart(node: unknown): number | undefined {
  if (typeof node !== 'object' || node === null || !('range' in node) || !Array.isArray(node.range)) return undefined;
  const [start] = node.range;
  return typeof start === 'number' ? start : undefined;
}
