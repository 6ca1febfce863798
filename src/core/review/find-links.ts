import type { DataFiles } from '../catalog/catalog-files.js';
import { parseYamlFile } from '../catalog/yaml-file.js';
import type { DataPath, Place } from './places.js';

/** An address in `data/` and every place where it stands. */
export interface Link {
  readonly url: string;
  readonly places: readonly [Place, ...Place[]];
}

/** Finds every address of records, organisations and the plan, each once, in the order of the files. */
export function findLinks(files: DataFiles): Link[] {
  const links = new Map<string, { readonly url: string; readonly places: [Place, ...Place[]] }>();
  for (const [path, text] of files) {
    if (/^(?:vocabulary|texts|golden|schema)\//.test(path)) continue;
    const parsed = parseYamlFile(path, text);
    if ('faults' in parsed) continue;
    for (const { url, at } of addressesIn(parsed.file.value, [])) {
      const { file, line, column } = parsed.file.fault(at, 'url');
      const place = { file, line, column };
      const link = links.get(url);
      if (link === undefined) links.set(url, { url, places: [place] });
      else link.places.push(place);
    }
  }
  return [...links.values()];
}

function addressesIn(value: unknown, path: DataPath): { readonly url: string; readonly at: DataPath }[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === 'url' && typeof inner === 'string'
      ? [{ url: inner, at: [...path, key] }]
      : addressesIn(inner, [...path, key]),
  );
}
