import { isCollection, isMap, isPair, isScalar, isSeq, type Node, parseDocument, visit, type YAMLError } from 'yaml';
import type { Fault, FaultDetails } from './fault.js';
import type { FaultCode } from './fault-messages.js';

/** Where in a file something stands: keys and numbers of entries from the root. */
export type DataPath = readonly PropertyKey[];

/** A fault at an offset of the text. */
export type FaultAt = (offset: number, code: FaultCode, details?: FaultDetails) => Fault;

/** What a text says, and where it says it. */
export interface CarefulYaml {
  readonly value: unknown;
  /** Where a path's value (or its key) begins; where the path ends early, the last thing found. */
  readonly offsetOf: (path: DataPath, atKey: boolean) => number;
}

/** Reads YAML 1.2 with the place of every value; what is wrong comes back as faults. */
export function readYamlCarefully(text: string, faultAt: FaultAt): CarefulYaml | { readonly faults: readonly Fault[] } {
  try {
    const document = parseDocument(text, {
      prettyErrors: false,
      uniqueKeys: true,
      stringKeys: true,
      logLevel: 'error',
    });
    const problems = [...document.errors, ...document.warnings];
    if (problems.length > 0) {
      return {
        faults: firstOfLines(problems.map((problem) => syntaxFault(problem, text, document.contents, faultAt))),
      };
    }
    const special = anchorsAndAliases(document.contents, text);
    if (special.length > 0) {
      const faults = special.map((offset) => faultAt(offset, 'yamlStart', { value: text.charAt(offset) }));
      return { faults: firstOfLines(faults) };
    }
    const value: unknown = document.toJS();
    if (value === null || value === undefined) return { faults: [faultAt(0, 'empty')] };
    return { value, offsetOf: (path, atKey) => offsetOf(document.contents, path, atKey) };
  } catch (error) {
    if (error instanceof RangeError) return { faults: [faultAt(0, 'tooDeep')] };
    throw error;
  }
}

/** One mistake makes several errors on its line; the first says what it is. */
function firstOfLines(faults: readonly Fault[]): Fault[] {
  const seen = new Set<number>();
  return faults.filter(({ line }) => !seen.has(line) && seen.add(line));
}

/** What YAML's errors mean to somebody who writes a record; the rest keeps the parser's own words. */
function syntaxFault(
  { code, message, pos: [offset] }: YAMLError,
  text: string,
  root: Node | null,
  faultAt: FaultAt,
): Fault {
  switch (code) {
    case 'TAB_AS_INDENT':
      return faultAt(offset, 'yamlTab');
    case 'DUPLICATE_KEY':
      return faultAt(offset, 'yamlDuplicateKey', { key: /^[^:\n]*/.exec(text.slice(offset))?.[0].trim() ?? '' });
    case 'BAD_INDENT':
    case 'MISSING_CHAR': {
      const start = unclosed(root, offset);
      if (start !== undefined) return faultAt(start, 'yamlUnclosed');
      if (code === 'BAD_INDENT') return faultAt(offset, 'yamlIndent');
      break;
    }
    case 'BLOCK_AS_IMPLICIT_KEY':
    case 'MULTILINE_IMPLICIT_KEY':
      return faultAt(offset, 'yamlColon');
    case 'BAD_SCALAR_START':
    case 'TAG_RESOLVE_FAILED':
    case 'NON_STRING_KEY':
      return faultAt(offset, 'yamlStart', { value: text.charAt(offset) });
    case 'UNEXPECTED_TOKEN':
      return faultAt(offset, 'yamlRest');
    case 'MULTIPLE_DOCS':
      return faultAt(offset, 'yamlSeparator');
    case 'RESOURCE_EXHAUSTION':
      return faultAt(offset, 'tooDeep');
  }
  return faultAt(offset, 'yaml', { reason: message.endsWith('.') ? message : `${message}.` });
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
