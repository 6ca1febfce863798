import { describe, expect, it } from 'vitest';
import { FAULT_MESSAGES } from '../../../src/core/catalog/fault-messages.js';
import { describeFault, explainFault, type Fault, readCatalog, readGolden } from '../../../src/core/index.js';
import { type DataFiles, dataFiles, fewFiles } from '../../data-files.js';
import { FAULT_CASES } from './fault-cases.js';

function faultsIn(files: DataFiles): readonly Fault[] {
  const result = readCatalog(files);
  return result.kind === 'faults' ? result.faults : readGolden(files, result.catalog).faults;
}

const placeOf = ({ file, line, column }: Fault): string => `${file}:${line}:${column}`;

/** Faults of every case, found once. */
const found = new Map(FAULT_CASES.map((entry) => [entry, faultsIn(entry.broken.files)] as const));

describe('the data', () => {
  it('has no faults as it is', () => {
    expect(faultsIn(dataFiles)).toEqual([]);
  });

  it('has no faults with few records and the probe', () => {
    expect(faultsIn(fewFiles)).toEqual([]);
  });
});

describe('a fault', () => {
  for (const [{ name, code, broken, de, en }, faults] of found) {
    it(`is told once, at its place and with the mend: ${name}`, () => {
      expect(faults.map((fault) => fault.code)).toEqual([code]);
      expect(faults.map(placeOf)).toEqual(broken.places);
      for (const fault of faults) {
        for (const words of de) expect(describeFault(fault, 'de')).toContain(words);
        for (const words of en) expect(describeFault(fault, 'en')).toContain(words);
      }
    });
  }

  it('is covered here, whatever its code', () => {
    const covered = new Set(FAULT_CASES.map(({ code }) => code));

    expect(Object.keys(FAULT_MESSAGES).filter((code) => ![...covered].some((known) => known === code))).toEqual([]);
  });

  it('says what is wrong in its first sentence, and then the mend', () => {
    for (const fault of [...found.values()].flat()) {
      for (const language of ['de', 'en'] as const) {
        const { message, mend } = explainFault(fault, language);
        expect(message, fault.code).toMatch(/^\S.*[.]$/s);
        expect(mend, fault.code).toMatch(/^\S.*[.?]$/s);
        expect(describeFault(fault, language)).toBe(`${message} ${mend}`);
      }
    }
  });

  it('fills every placeholder of its message in both languages', () => {
    for (const fault of [...found.values()].flat()) {
      if (fault.code === 'textPlaceholder') continue;
      for (const language of ['de', 'en'] as const) {
        expect(describeFault(fault, language)).not.toMatch(/\{\w+\}|undefined|\[object|„“|""/);
      }
    }
  });
});
