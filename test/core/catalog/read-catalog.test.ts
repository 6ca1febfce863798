import { describe, expect, it } from 'vitest';
import {
  type Catalog,
  DataError,
  type Fault,
  formatFault,
  parseCatalog,
  readCatalog,
} from '../../../src/core/index.js';
import { broken, type DataFiles, dataFiles, fewFiles, PROBE, PROBE_PATH } from '../../data-files.js';

function faultsIn(files: DataFiles): readonly Fault[] {
  const result = readCatalog(files);
  return result.kind === 'faults' ? result.faults : [];
}

function catalogOf(files: DataFiles): Catalog {
  const result = readCatalog(files);
  if (result.kind === 'faults') throw new Error(result.faults.map((fault) => formatFault(fault, 'en')).join('\n'));
  return result.catalog;
}

const withProbe = (text: string): DataFiles => new Map([...fewFiles, [PROBE_PATH, text]]);
const placeOf = ({ file, line, column }: Fault): string => `${file}:${line}:${column}`;

describe('reading the data', () => {
  it('gives every public record, in the order of ids, with its kind from the folder', () => {
    const { records, drafts } = catalogOf(dataFiles);
    const paths = [...dataFiles.keys()].filter((path) => /^(?:measures|institutions|facts|events)\//.test(path));

    expect(records.size + drafts.size).toBe(paths.length);
    expect(records.get('adibe-netzwerk')?.kind).toBe('measure');
    expect(records.get('integrationspreis-2024')?.kind).toBe('event');
  });

  it('keeps dates as precise as they are written', () => {
    const record = catalogOf(fewFiles).records.get('probe');

    expect(record?.asOf).toBe('2025');
    expect(record?.period).toEqual({ start: '2016', end: '2027-06' });
    expect(record?.sources[0]?.date).toBe('2025-01-31');
  });

  it('takes an end in the year or month of its start for right, as nothing more is known', () => {
    const { files } = broken(fewFiles, PROBE_PATH, ['start: 2016', 'start: 2027-08'], ['end: 2027-06', 'end: 2027']);

    expect(faultsIn(files)).toEqual([]);
  });

  it('checks drafts but does not show them', () => {
    const draft = PROBE.replace('visibility: public', 'visibility: draft');

    const catalog = catalogOf(withProbe(draft));

    expect(catalog.records.has('probe')).toBe(false);
    expect(catalog.drafts.has('probe')).toBe(true);
    expect(faultsIn(withProbe(draft.replace('lead: hmais', 'lead: unbekannt')))).toHaveLength(1);
  });

  it('takes the status for unknown where a record has none', () => {
    expect(catalogOf(withProbe(PROBE.replace('status: running\n', ''))).records.get('probe')?.status).toBe('unknown');
  });

  it('passes over golden questions, schemas and text that is not YAML', () => {
    const others: [string, string][] = [
      ['golden/kaputt.yaml', '['],
      ['schema/kaputt.yaml', '['],
      ['README.md', '['],
    ];

    expect(faultsIn(new Map([...fewFiles, ...others]))).toEqual([]);
  });

  it('has a version that depends on every text, not on the order of files or on golden questions', () => {
    const { hash } = catalogOf(fewFiles).version;

    expect(hash).toMatch(/^[0-9a-f]{8}$/);
    expect(catalogOf(new Map([...fewFiles].reverse())).version.hash).toBe(hash);
    expect(catalogOf(new Map([...fewFiles, ['golden/neu.yaml', '- x']])).version.hash).toBe(hash);
    expect(catalogOf(withProbe(`${PROBE}# x\n`)).version.hash).not.toBe(hash);
    expect(catalogOf(fewFiles).version).toEqual({ hash });
  });

  it('carries the date of the newest change where it is known', () => {
    expect(parseCatalog(fewFiles, '2026-01-15').version.date).toBe('2026-01-15');
  });
});

describe('several faults', () => {
  it('show an unknown id also where the record has faults of its own', () => {
    const text = (dataFiles.get('measures/intea.yaml') ?? '')
      .replace(/^actionField: .*$/m, 'actionFeld: bildung')
      .replace(/^lead: .*$/m, 'lead: hkmm');
    const faults = faultsIn(new Map([...dataFiles, ['measures/intea.yaml', text]]));
    expect(faults.map(({ code }) => code).sort()).toEqual(['unknownKey', 'unknownReference']);
  });

  it('of one file are all told, in the order of lines', () => {
    const { files, places } = broken(
      fewFiles,
      PROBE_PATH,
      ['type: counselling', 'type: ¦beratung'],
      ['  de: Probe für', '  ¦dee: Probe für'],
      ['  - id: rbm', '  - id: rbm\n    ¦rolle: x\n    ¦seit: 2020'],
      ['asOf: 2025', 'asOf: ¦2024-13'],
      ['end: 2027-06', 'end: ¦2015'],
      ['page: 12', 'page: 12\n    ¦seite: 4'],
    );
    const faults = faultsIn(files);

    expect(faults.map(({ code }) => code)).toEqual([
      'notAllowed',
      'unknownKey',
      'unknownKey',
      'unknownKey',
      'date',
      'endBeforeStart',
      'unknownKey',
    ]);
    expect(faults.map(placeOf)).toEqual(places);
  });

  it('tell a missing field beside one that is misspelt elsewhere', () => {
    const { files } = broken(
      fewFiles,
      PROBE_PATH,
      ['      url: https://hessen.de/neu\n', ''],
      ['- url: https://hessen.de/quelle', '- ulr: https://hessen.de/quelle'],
    );

    expect(faultsIn(files).map(({ code }) => code)).toEqual(['unknownKey', 'missingKey']);
  });

  it('of several files are all told at once, in the order of files', () => {
    const steps = [
      ['measures/adibe-netzwerk.yaml', /^lead: .*$/m, 'lead: ¦unbekannt'],
      ['events/integrationspreis-2024.yaml', /^status: .*$/m, 'status: ¦fertig'],
      ['regions.yaml', /^- id: nordhessen$/m, '- id: ¦landesweit'],
      ['texts/en.yaml', /^greeting\.text: .*$/m, 'greeting.text: ¦""'],
      ['measures/intea.yaml', /^title:\n {2}de/m, 'title:\n¦\tde'],
    ] as const;
    let files: DataFiles = dataFiles;
    const places: string[] = [];
    for (const [path, find, put] of steps) {
      const step = broken(files, path, [find, put]);
      files = step.files;
      places.push(...step.places);
    }
    const faults = faultsIn(files);

    // The region that lost its id is missed by those that refer to it; they follow in their files.
    const own = faults.filter(({ details }) => details.id !== 'nordhessen').map(placeOf);
    expect(own).toEqual([...places].sort());
    expect(faults.map(({ file }) => file)).toEqual(faults.map(({ file }) => file).sort());
  });

  it('do not follow from each other: a broken record is not missing for those that refer to it', () => {
    const { files, places } = broken(dataFiles, 'facts/integrationsplan-2-0.yaml', [/^status: .*$/m, 'status: ¦x']);

    expect(faultsIn(files).map(placeOf)).toEqual(places);
  });

  it('do not follow from each other: what a broken list holds is not missing', () => {
    for (const [path, text] of [
      ['organisations.yaml', '- [\n'],
      ['regions.yaml', ''],
      ['target-groups.yaml', 'x: y\n'],
      ['action-fields.yaml', '- x\n'],
      ['vocabulary/health-and-care.yaml', '- x\n'],
    ] as const) {
      const faults = faultsIn(new Map([...dataFiles, [path, text]]));

      expect(new Set(faults.map(({ file }) => file))).toEqual(new Set([path]));
    }
  });

  it('come in one error that says how to list them', () => {
    const files = withProbe(PROBE.replace('lead: hmais', 'lead: x').replace('- kassel', '- y'));

    expect(() => parseCatalog(files)).toThrow(DataError);
    expect(() => parseCatalog(files)).toThrow('2 fault(s); run "planlotse check"');
  });
});

describe('a file that is odd but right', () => {
  const plain = catalogOf(fewFiles).records.get('probe');

  for (const [name, text] of [
    ['with a byte order mark', `\uFEFF${PROBE}`],
    ['with the line ends of Windows', PROBE.replaceAll('\n', '\r\n')],
    ['with the line ends of old Macs', PROBE.replaceAll('\n', '\r')],
    ['without a line break at its end', PROBE.trimEnd()],
    ['that begins with the marker of a document', `---\n${PROBE}`],
  ] as const) {
    it(`reads the same: ${name}`, () => {
      expect(catalogOf(withProbe(text)).records.get('probe')).toEqual(plain);
    });
  }

  it('has its faults at the right place with the line ends of Windows and of old Macs', () => {
    for (const end of ['\r\n', '\r']) {
      const { files, places } = broken(withProbe(PROBE.replaceAll('\n', end)), PROBE_PATH, ['asOf: 2025', 'asOf: ¦x']);

      expect(faultsIn(files).map(placeOf)).toEqual(places);
    }
  });

  it('has its faults at the right place after a byte order mark', () => {
    const { files, places } = broken(withProbe(`\uFEFF${PROBE}`), PROBE_PATH, ['asOf: 2025', 'asOf: ¦x']);

    expect(faultsIn(files).map(placeOf)).toEqual(places);
  });

  it('may hold numbers and words of YAML as texts in quotation marks', () => {
    const { files } = broken(fewFiles, PROBE_PATH, ['de: Nur zur Probe.', 'de: "2025: *ja* – {nein}"']);

    expect(catalogOf(files).records.get('probe')?.note?.de).toBe('2025: *ja* – {nein}');
  });
});

describe('a file that means harm', () => {
  it('cannot fill the memory with aliases of aliases', () => {
    const names = [...'abcdefghij'];
    const bomb = names.map((name, index) => {
      const before = names[index - 1];
      return `${name}: &${name} [${Array(10)
        .fill(before === undefined ? 'x' : `*${before}`)
        .join(', ')}]`;
    });

    const faults = faultsIn(withProbe(bomb.join('\n')));

    expect(faults).toHaveLength(names.length);
    expect(faults.every(({ code }) => code === 'yamlStart')).toBe(true);
  });

  it('cannot overflow the stack, in brackets or in lines', () => {
    const lines = Array.from({ length: 1200 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n');
    for (const text of [
      `title: ${'['.repeat(400_000)}`,
      `title: ${'{a: '.repeat(50_000)}`,
      lines,
      '- '.repeat(100_000),
    ]) {
      expect(faultsIn(withProbe(text)).length).toBeGreaterThan(0);
    }
  });

  it('cannot change what objects of the program are', () => {
    const faults = faultsIn(
      withProbe(`${PROBE}__proto__:\n  kind: fact\nconstructor: { prototype: { kind: fact } }\n`),
    );

    expect(faults.map(({ code, details }) => [code, details.key])).toEqual([
      ['unknownKey', '__proto__'],
      ['unknownKey', 'constructor'],
    ]);
    expect({}).not.toHaveProperty('kind');
  });

  it('keeps its messages short', () => {
    const long = 'x'.repeat(100_000);
    for (const text of [PROBE.replace('status: running', `status: ${long}`), PROBE.replace('- kassel', `- ${long}`)]) {
      for (const fault of faultsIn(withProbe(text))) expect(formatFault(fault, 'de').length).toBeLessThan(400);
    }
  });
});
