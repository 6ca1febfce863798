import { describe, expect, it } from 'vitest';
import { parseCatalog, readGolden } from '../../../src/core/index.js';
import { compareCatalogs, type DataState } from '../../../src/core/review/compare-catalogs.js';
import { broken, type DataFiles, fewFiles, PROBE, PROBE_PATH } from '../../data-files.js';

function stateOf(files: DataFiles): DataState {
  const catalog = parseCatalog(files);
  return { catalog, golden: readGolden(files, catalog).questions };
}

const few = stateOf(fewFiles);
const changes = (files: DataFiles) => compareCatalogs(few, stateOf(files));
const without = (path: string): DataFiles => new Map([...fewFiles].filter(([known]) => known !== path));
const golden = (expect: string) => `- question: Wo?\n  language: de\n  by: ministry\n  expect: ${expect}\n`;

describe('two states of the data', () => {
  it('that are the same have no changes', () => {
    expect(changes(fewFiles)).toEqual([]);
  });

  it('differ in a record, with its file and its fields', () => {
    const { files } = broken(fewFiles, PROBE_PATH, ['status: running', 'status: completed'], ['reviewBy: 2027\n', '']);
    expect(changes(files)).toEqual([
      {
        list: 'records',
        change: 'changed',
        id: 'probe',
        file: PROBE_PATH,
        label: 'Probe für Prüfungen',
        fields: [
          { kind: 'value', field: 'status', old: 'running', new: 'completed' },
          { kind: 'value', field: 'reviewBy', old: '2027' },
        ],
      },
    ]);
  });

  it('differ in a draft, and in what becomes one', () => {
    const draft = new Map([
      ...fewFiles,
      ['measures/neu.yaml', PROBE.replace('visibility: public', 'visibility: draft')],
    ]);
    expect(changes(draft)).toMatchObject([{ change: 'added', id: 'neu' }]);
    const { files } = broken(fewFiles, PROBE_PATH, ['visibility: public', 'visibility: draft']);
    expect(changes(files)).toMatchObject([
      { change: 'changed', fields: [{ field: 'visibility', old: 'public', new: 'draft' }] },
    ]);
  });

  it('differ in a record that came or went', () => {
    expect(changes(without(PROBE_PATH))).toMatchObject([{ change: 'removed', id: 'probe', file: PROBE_PATH }]);
    const back = compareCatalogs(stateOf(without(PROBE_PATH)), few);
    expect(back).toMatchObject([{ change: 'added', id: 'probe', label: 'Probe für Prüfungen' }]);
  });

  it('know a record by its content where it only got another id', () => {
    const renamed = new Map([...without(PROBE_PATH), ['measures/anders.yaml', PROBE.replace('status: running', '')]]);
    expect(changes(renamed)).toMatchObject([
      { change: 'renamed', id: 'anders', formerId: 'probe', fields: [{ field: 'status' }] },
    ]);
  });

  it('do not take another record of the same kind for it', () => {
    const other = [...fewFiles].find(([path]) => path.startsWith('events/'))?.[1] ?? '';
    const replaced = new Map([...without(PROBE_PATH), ['events/anders.yaml', other]]);
    expect(changes(replaced).map(({ change, id }) => `${change} ${id}`)).toEqual(['added anders', 'removed probe']);
  });

  it('differ in lists, vocabulary, texts and the plan, each by its id', () => {
    const { files: organisations } = broken(fewFiles, 'organisations.yaml', [
      / {2}short: Landtag/,
      '  short: Parlament',
    ]);
    expect(changes(organisations)).toMatchObject([
      { list: 'organisations', id: 'landtag', fields: [{ field: 'short' }] },
    ]);
    const { files: words } = broken(fewFiles, 'vocabulary/probe.yaml', ['[Probe, Versuch]', '[Probe, Test]']);
    expect(changes(words)).toMatchObject([
      { list: 'concepts', id: 'probe', fields: [{ field: 'words.de', old: 'Versuch', new: 'Test' }] },
    ]);
    const { files: texts } = broken(fewFiles, 'texts/en.yaml', [/^(nothing\.empty: ).*$/m, '$1Well?']);
    expect(changes(texts)).toMatchObject([
      { list: 'texts', id: 'en', fields: [{ field: 'nothing.empty', new: 'Well?' }] },
    ]);
    const { files: plan } = broken(fewFiles, 'plan.yaml', [/^dataAsOf: .*$/m, 'dataAsOf: 2030']);
    expect(changes(plan)).toMatchObject([{ list: 'plan', id: 'plan', fields: [{ field: 'dataAsOf', new: '2030' }] }]);
  });

  it('differ in golden questions and in what these expect', () => {
    const withGolden = (expect: string) => new Map([...fewFiles, ['golden/x.yaml', golden(expect)]]);
    const old = stateOf(withGolden('{ first: [probe] }'));
    expect(compareCatalogs(old, stateOf(withGolden('{ kind: [record] }')))).toMatchObject([
      { list: 'golden', change: 'changed', id: 'Wo?', fields: [{ field: 'expect.first' }, { field: 'expect.kind' }] },
    ]);
    expect(compareCatalogs(old, few)).toMatchObject([{ list: 'golden', change: 'removed', id: 'Wo?' }]);
  });
});
