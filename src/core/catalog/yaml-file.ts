import { isMap, isPair, isSeq, LineCounter, type Node, parseDocument } from 'yaml';
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

/** Reads YAML 1.2. Syntax faults and an empty file come back as faults instead of a file. */
export function parseYamlFile(
  file: string,
  text: string,
): { readonly file: YamlFile } | { readonly faults: readonly Fault[] } {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: true });
  const place = (offset: number, code: FaultCode, details: FaultDetails = {}): Fault => {
    const { line, col } = lines.linePos(offset);
    return { file, line: Math.max(line, 1), column: Math.max(col, 1), code, details };
  };
  if (document.errors.length > 0) {
    return {
      faults: document.errors.map((error) => place(error.pos[0], 'yaml', { reason: sentence(error.message) })),
    };
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
}

function sentence(message: string): string {
  return message.endsWith('.') ? message : `${message}.`;
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
  return String(typeof key === 'object' && key !== null && 'value' in key ? key.value : key);
}

function rangeStart(node: unknown): number | undefined {
  if (typeof node !== 'object' || node === null || !('range' in node) || !Array.isArray(node.range)) return undefined;
  const [start] = node.range;
  return typeof start === 'number' ? start : undefined;
}
