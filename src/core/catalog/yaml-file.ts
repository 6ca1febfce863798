import { once } from '../language/once.js';
import { type DataPath, type FaultAt, readYamlCarefully } from './careful-yaml.js';
import type { Fault, FaultDetails } from './fault.js';
import type { FaultCode } from './fault-messages.js';
import { readUsualYaml } from './usual-yaml.js';

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

/**
 * Reads YAML 1.2. Syntax faults and an empty file come back as faults instead of a file. A file without anything
 * unusual is read fast, and only where a fault has to be placed a second time with the place of every value.
 */
export function parseYamlFile(
  file: string,
  source: string,
): { readonly file: YamlFile } | { readonly faults: readonly Fault[] } {
  const text = source.replace(/\r(?!\n)/g, '\n');
  const faultAt = createFaultAt(file, text);
  if (text.length > MAX_FILE_LENGTH) return { faults: [faultAt(0, 'tooLarge', { max: MAX_FILE_LENGTH })] };
  const foreign = text.search(FOREIGN);
  if (foreign >= 0) return { faults: [faultAt(foreign, 'encoding')] };
  const deep = tooDeepAt(text);
  if (deep >= 0) return { faults: [faultAt(deep, 'tooDeep')] };
  const careful = once(() => readYamlCarefully(text, faultAt));
  const usual = readUsualYaml(text);
  if (usual === undefined) {
    const read = careful();
    if ('faults' in read) return read;
    return { file: fileOf(read.value) };
  }
  return { file: fileOf(usual) };

  function fileOf(value: unknown): YamlFile {
    const placed =
      (atKey: boolean): YamlFile['fault'] =>
      (path, code, details) => {
        const read = careful();
        return faultAt('faults' in read ? 0 : read.offsetOf(path, atKey), code, details);
      };
    return { file, value, fault: placed(false), faultAtKey: placed(true) };
  }
}

/** Makes faults of offsets; lines are counted once there is one. */
function createFaultAt(file: string, text: string): FaultAt {
  const lineStarts = once(() => [0, ...Array.from(text.matchAll(/\n/g), ({ index }) => index + 1)]);
  return (offset, code, details = {}) => {
    const line = lineStarts().findLastIndex((start) => start <= offset);
    return { file, line: line + 1, column: offset - (lineStarts()[line] ?? 0) + 1, code, details };
  };
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
