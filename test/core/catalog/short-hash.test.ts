import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CODE_LENGTH, type CodedKind, codeOf, hashFiles } from '../../../src/core/catalog/short-hash.js';

/** Pairs of ids with one short key, found by trying; the tests of faults build on them. */
const COLLIDING: Readonly<Record<CodedKind, readonly [string, string]>> = {
  record: ['eintrag-17708', 'eintrag-56062'],
  region: ['eintrag-2128', 'eintrag-30226'],
  group: ['eintrag-7851', 'eintrag-36800'],
  field: ['eintrag-10959', 'eintrag-41584'],
  organisation: ['eintrag-10959', 'eintrag-41584'],
};

describe('a short key', () => {
  it('has four characters that a button can carry', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (id) => {
        expect(codeOf('record', id)).toMatch(/^[A-Za-z0-9_-]{4}$/);
      }),
    );
    expect(CODE_LENGTH).toBe(4);
  });

  it('stays what it was, since buttons that were sent carry it', () => {
    expect(codeOf('record', 'adibe-netzwerk')).toBe('6y8M');
    expect(codeOf('region', 'kassel')).toBe('WKtD');
  });

  it('differs between kinds for the same id', () => {
    expect(codeOf('region', 'hessen')).not.toBe(codeOf('organisation', 'hessen'));
  });

  for (const [kind, [one, other]] of Object.entries(COLLIDING)) {
    it(`can be the same for two of kind ${kind}`, () => {
      expect(codeOf(kind as CodedKind, one)).toBe(codeOf(kind as CodedKind, other)); // keys of a Record of CodedKind
    });
  }
});

describe('the hash of files', () => {
  it('changes where a text moves from one file to the next', () => {
    const one = new Map([
      ['a', 'xy'],
      ['b', 'z'],
    ]);
    const other = new Map([
      ['a', 'x'],
      ['b', 'yz'],
    ]);

    expect(hashFiles(one)).not.toBe(hashFiles(other));
  });
});
