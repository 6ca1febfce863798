import type { DataFiles } from '../catalog/catalog-files.js';
import { type PlanRecord, RECORD_FOLDERS } from '../catalog/record-schemas.js';
import { parseYamlFile, type YamlFile } from '../catalog/yaml-file.js';

/** Where something stands in `data/`; lines and columns count from 1. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** Keys and positions that lead to a value, from the outside in. */
export type DataPath = Parameters<YamlFile['fault']>[0];

/** Finds the place of a value by its path. A file is read when the first place in it is asked for. */
export type PlaceOf = (file: string, path: DataPath) => Place;

/** Places in files that are in order; elsewhere it is the beginning of the file. */
export function createPlaces(files: DataFiles): PlaceOf {
  const read = new Map<string, YamlFile | undefined>();
  const open = (file: string): YamlFile | undefined => {
    if (!read.has(file)) {
      const parsed = parseYamlFile(file, files.get(file) ?? '');
      read.set(file, 'file' in parsed ? parsed.file : undefined);
    }
    return read.get(file);
  };
  return (file, path) => {
    // A fault knows the place of what it is about.
    const { line, column } = open(file)?.fault(path, 'emptyValue') ?? { line: 1, column: 1 };
    return { file, line, column };
  };
}

/** The file that a record stands in. */
export function fileOf({ kind, id }: Pick<PlanRecord, 'kind' | 'id'>): string {
  return `${RECORD_FOLDERS[kind]}/${id}.yaml`;
}
