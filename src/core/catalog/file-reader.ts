import type { z } from 'zod';
import type { Fault } from './fault.js';
import { type Checked, validate } from './validate.js';
import { parseYamlFile, type YamlFile } from './yaml-file.js';

/** What a file turned out to be: fit for its schema, YAML that does not fit it, or no YAML. */
export type FileOutcome<T> =
  | { readonly kind: 'fit'; readonly checked: Checked<T> }
  | { readonly kind: 'unfit'; readonly file: YamlFile; readonly faults: readonly Fault[] }
  | { readonly kind: 'unreadable'; readonly faults: readonly Fault[] };

/** Reads files of one schema. A file whose text is the same as before is not read again. */
export interface FileReader<T> {
  readonly read: (path: string, text: string) => FileOutcome<T>;
  /** Forgets all files but these. */
  readonly keep: (paths: { readonly has: (path: string) => boolean }) => void;
}

/**
 * Builds a reader that remembers what it read.
 *
 * @param finish - Makes what is wanted of a file that fits.
 */
export function createFileReader<S extends z.ZodType, T>(
  schema: S,
  finish: (value: z.infer<S>, path: string) => T,
): FileReader<T> {
  const known = new Map<string, { readonly text: string; readonly outcome: FileOutcome<T> }>();
  const readAnew = (path: string, text: string): FileOutcome<T> => {
    const parsed = parseYamlFile(path, text);
    if ('faults' in parsed) return { kind: 'unreadable', faults: parsed.faults };
    const { file } = parsed;
    const result = validate(schema, file);
    if ('faults' in result) return { kind: 'unfit', file, faults: result.faults };
    return { kind: 'fit', checked: { file, value: finish(result.value, path) } };
  };
  return {
    read: (path, text) => {
      const before = known.get(path);
      if (before?.text === text) return before.outcome;
      const outcome = readAnew(path, text);
      known.set(path, { text, outcome });
      return outcome;
    },
    keep: (paths) => {
      for (const path of known.keys()) if (!paths.has(path)) known.delete(path);
    },
  };
}
