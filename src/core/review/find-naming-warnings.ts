import type { Answer } from '../answer/answer.js';
import type { Catalog } from '../catalog/catalog.js';
import type { DataFiles } from '../catalog/catalog-files.js';
import type { PlanRecord } from '../catalog/record-schemas.js';
import { LANGUAGE_TAGS } from '../language/languages.js';
import { createPlaces, type DataPath, fileOf } from './places.js';
import type { Warning } from './warning.js';

/**
 * Asks for each public record by its own titles and aliases, and finds those that do not come first. A question
 * back that offers the record is right: several records can share a name.
 */
export function findNamingWarnings(files: DataFiles, catalog: Catalog, ask: (text: string) => Answer): Warning[] {
  const placeOf = createPlaces(files);
  return [...catalog.records.values()].flatMap((record) =>
    ownNames(record).flatMap(({ name, path }): Warning[] => {
      const answer = ask(name);
      if (comesFirst(record.id, answer)) return [];
      const [found] = answer.ids;
      const place = placeOf(fileOf(record), path);
      return found === undefined
        ? [{ ...place, code: 'nothingByName', details: { question: name } }]
        : [{ ...place, code: 'notFoundByName', details: { question: name, found } }];
    }),
  );
}

function comesFirst(id: string, { kind, ids, offered }: Answer): boolean {
  return kind === 'clarify' ? offered.includes(id) : ids[0] === id;
}

/** Each name once, where it stands first. */
function ownNames(record: PlanRecord): { readonly name: string; readonly path: DataPath }[] {
  const names = [
    ...LANGUAGE_TAGS.flatMap((tag) =>
      (['title', 'shortTitle'] as const).map((key) => ({ name: record[key][tag], path: [key, tag] })),
    ),
    ...(record.aliases ?? []).map((name, index) => ({ name, path: ['aliases', index] })),
  ];
  const seen = new Set<string>();
  return names.flatMap(({ name, path }) => {
    if (name === undefined || seen.has(name)) return [];
    seen.add(name);
    return [{ name, path }];
  });
}
