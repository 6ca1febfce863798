import { describe, expect, it } from 'vitest';
import { meets } from '../../../src/core/catalog/golden.js';
import type { PlanRecord } from '../../../src/core/catalog/record-schemas.js';
import { parseCatalog, readGolden } from '../../../src/core/index.js';
import { dataFiles, fewFiles } from '../../data-files.js';

const catalog = parseCatalog(fewFiles);
const probe = catalog.records.get('probe') as PlanRecord; // the fixture holds it

function read(...texts: readonly string[]) {
  const files = texts.map((text, index): [string, string] => [`golden/${index}.yaml`, text]);
  return readGolden(new Map([...fewFiles, ...files]), catalog);
}

describe('golden questions', () => {
  it('are read from every file of the real data, with the file they stand in', () => {
    const { questions } = readGolden(dataFiles, parseCatalog(dataFiles));

    expect(questions.length).toBeGreaterThan(300);
    expect(new Set(questions.map(({ file }) => file)).size).toBeGreaterThan(5);
  });

  it('may be asked twice where the conversation before them differs', () => {
    const question = '- question: Und wo?\n  language: de\n  by: ministry\n  expect: {}\n';

    expect(read(question, `${question}  previous: [Was ist das?]\n`).faults).toEqual([]);
  });

  it('may name drafts', () => {
    const files = new Map(
      [...fewFiles].map(([path, text]) => [path, text.replace(/^visibility: public$/m, 'visibility: draft')]),
    );
    const drafts = parseCatalog(files);
    const golden = '- question: Wo?\n  language: de\n  by: ministry\n  expect: { mustExclude: [probe] }\n';

    expect(readGolden(new Map([...files, ['golden/x.yaml', golden]]), drafts).faults).toEqual([]);
  });

  it('of the right files are read where another file is broken', () => {
    const { questions, faults } = read('- question: Wo?\n  language: de\n  by: ministry\n  expect: {}\n', '- [');

    expect(questions).toHaveLength(1);
    expect(faults).toHaveLength(1);
  });

  it('may share a single word with keywords', () => {
    expect(read('- question: Probe?\n  language: de\n  by: ministry\n  expect: {}\n').faults).toEqual([]);
  });
});

describe('an expression', () => {
  it('holds what has every wanted mark', () => {
    expect(meets(probe, { kind: 'measure', type: ['law', 'counselling'], region: 'kassel' })).toBe(true);
    expect(meets(probe, { kind: 'measure', type: 'law' })).toBe(false);
    expect(meets(probe, { field: 'rassismus-und-diskriminierung', partner: 'rbm', lead: 'hmais' })).toBe(true);
  });

  it('leaves out what has every mark of "not"', () => {
    expect(meets(probe, { not: { status: 'running' } })).toBe(false);
    expect(meets(probe, { not: { status: 'running', region: 'marburg' } })).toBe(true);
  });

  it('compares dates as far as both are known', () => {
    expect(meets(probe, { start: { from: '2016-05' } })).toBe(true);
    expect(meets(probe, { start: { from: '2017' } })).toBe(false);
    expect(meets(probe, { end: { from: '2027', to: '2027' } })).toBe(true);
    expect(meets(probe, { end: { to: '2027-05' } })).toBe(false);
  });

  it('leaves out what has no date where one is wanted', () => {
    const { period: _, ...undated } = probe;

    expect(meets(undated as PlanRecord, { start: { to: '2030' } })).toBe(false); // only the period is taken away
  });
});
