import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Catalog, type CatalogResult, createCatalogReader, readCatalog } from '../../../src/core/index.js';
import { type DataFiles, fewFiles, PROBE, PROBE_PATH } from '../../data-files.js';

function catalogOf(result: CatalogResult): Catalog {
  if (result.kind === 'faults') throw new Error(JSON.stringify(result.faults));
  return result.catalog;
}

const withFile = (files: DataFiles, path: string, text: string): DataFiles => new Map([...files, [path, text]]);
const MOVED = PROBE.replace('Eine Probe, an', 'Eine andere Probe, an');

describe('reading data again', () => {
  it('gives what changed anew, and all else as the same objects', () => {
    const reader = createCatalogReader();
    const before = catalogOf(reader.read(fewFiles));
    const after = catalogOf(reader.read(withFile(fewFiles, PROBE_PATH, MOVED)));

    expect(after.records.get('probe')).not.toBe(before.records.get('probe'));
    expect(after.records.get('probe')?.summary.de).toContain('Eine andere Probe');
    for (const [id, record] of before.records) if (id !== 'probe') expect(after.records.get(id)).toBe(record);
    expect(after.concepts).toBe(before.concepts);
    expect(after.phrases).toBe(before.phrases);
    expect(after.version.hash).not.toBe(before.version.hash);
  });

  it('gives the vocabulary anew when a file of it changed, came or went', () => {
    const reader = createCatalogReader();
    const concept = '- id: neu\n  label: { de: Neu }\n  words: { de: [neu] }\n';
    const more = withFile(fewFiles, 'vocabulary/more.yaml', concept);

    expect(catalogOf(reader.read(fewFiles)).concepts.has('neu')).toBe(false);
    expect(catalogOf(reader.read(more)).concepts.has('neu')).toBe(true);
    expect(
      catalogOf(reader.read(withFile(more, 'vocabulary/more.yaml', concept.replace('neu', 'alt')))).concepts.has('alt'),
    ).toBe(true);
    expect([...catalogOf(reader.read(fewFiles)).concepts.keys()]).toEqual(['probe', 'stichprobe']);
  });

  it('tells a fault as long as it is there, and answers again once it is mended', () => {
    const reader = createCatalogReader();
    const broken = withFile(fewFiles, PROBE_PATH, PROBE.replace('status: running', 'status: laufend'));

    for (const files of [fewFiles, broken, broken, fewFiles]) expect(reader.read(files)).toEqual(readCatalog(files));
    expect(reader.read(broken).kind).toBe('faults');
  });

  it('gives what reading everything gives, after any edits, good and bad', () => {
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 6 }), (edits) => {
        const reader = createCatalogReader();
        let files = fewFiles;
        for (const change of edits) {
          files = change(files);
          expect(reader.read(files, '2026-01-15')).toEqual(readCatalog(files, '2026-01-15'));
        }
      }),
      { numRuns: 25 },
    );
  });
});

const PATHS = [...fewFiles.keys()].filter((path) => !path.startsWith('texts/'));
const PUT = [
  '',
  'x',
  '\t',
  '"',
  '- ',
  '\nunbekannt: ja\n',
  '\nalsoIn:\n  - gibt-es-nicht\n',
  'ä',
  '{',
  '&a',
  '2024',
  '\u0000',
];

/** One change of `data/`: a text edited somewhere, a file gone, come back, renamed or copied. */
const edit: fc.Arbitrary<(files: DataFiles) => DataFiles> = fc.oneof(
  fc
    .tuple(fc.constantFrom(...PATHS), fc.nat(), fc.nat(8), fc.constantFrom(...PUT))
    .map(([path, at, without, put]) => (files: DataFiles) => {
      const text = files.get(path) ?? '';
      const place = at % (text.length + 1);
      return withFile(files, path, text.slice(0, place) + put + text.slice(place + without));
    }),
  fc
    .constantFrom(...PATHS)
    .map((path) => (files: DataFiles) => new Map([...files].filter(([other]) => other !== path))),
  fc.constantFrom(...PATHS).map((path) => (files: DataFiles) => withFile(files, path, fewFiles.get(path) ?? '')),
  fc
    .constantFrom(...PATHS, PROBE_PATH)
    .map(
      (path) => (files: DataFiles) =>
        withFile(files, path.replace(/(\w+)\.yaml$/, 'neu-$1.yaml'), files.get(path) ?? ''),
    ),
  fc.constant((files: DataFiles) => withFile(files, PROBE_PATH, MOVED)),
);
