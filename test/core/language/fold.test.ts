import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldCase, foldGermanUmlauts, legibleText, normaliseText } from '../../../src/core/language/fold.js';
import { foldWord } from '../../../src/core/language/tokenise.js';

const fold = (word: string): string => foldWord(word, 'de');

/** A German word in pieces: consonants around vowels, some of them umlauts, which stand after no other vowel. */
const consonants = fc.constantFrom('b', 'sch', 'fr', 'g', 'kl', 'l', 'm', 'rg', 'st', 'tz', 'w', 'ß');
const vowels = fc.constantFrom('ä', 'ö', 'ü', 'a', 'e', 'i', 'o', 'u', 'ei', 'au');
const germanWord = fc
  .array(fc.tuple(consonants, vowels), { minLength: 1, maxLength: 5 })
  .map((syllables) => `${syllables.flat().join('')}r`);

describe('folding', () => {
  it('makes every spelling of an umlaut one: ä, ae, a, decomposed, in capitals', () => {
    fc.assert(
      fc.property(germanWord, (word) => {
        const spelled = word.replace(/[äöü]/g, (letter) => ({ ä: 'ae', ö: 'oe', ü: 'ue' })[letter] ?? letter);
        const plain = word.replace(/[äöü]/g, (letter) => ({ ä: 'a', ö: 'o', ü: 'u' })[letter] ?? letter);

        for (const other of [spelled, plain, word.normalize('NFD'), word.toUpperCase(), word.replaceAll('ß', 'ss')]) {
          expect(fold(other)).toBe(fold(word));
        }
      }),
    );
  });

  it('changes nothing when it is done again', () => {
    fc.assert(
      fc.property(germanWord, (word) => {
        expect(fold(fold(word))).toBe(fold(word));
      }),
    );
  });

  for (const [one, other] of [
    ['Flüchtlinge', 'Fluechtlinge'],
    ['Förderung', 'Foerderung'],
    ['Städte', 'Staedte'],
    ['Straße', 'STRASSE'],
    ['Mädchen', 'Ma\u0308dchen'],
    ['beramí', 'berami'],
    ['Müll', 'Muell'],
    ['Çelik', 'celik'],
    ['İzmir', 'izmir'],
  ] as const) {
    it(`reads ${one} and ${other} as one word`, () => {
      expect(fold(one)).toBe(fold(other));
    });
  }

  for (const word of ['Frauen', 'neue', 'Quelle', 'aktuell', 'individuell', 'Steuer', 'Bauer', 'teuer', 'manuelle']) {
    it(`leaves ${word} as it is, where ue is no umlaut`, () => {
      expect(fold(word)).toBe(word.toLowerCase());
    });
  }

  it('keeps English letters as they are', () => {
    expect(foldWord('Quiet does Poem', 'en')).toBe('quiet does poem');
  });

  it('takes diacritics off in every language', () => {
    expect(foldCase('Žižek Ñandú résumé')).toBe('zizek nandu resume');
  });

  it('does not confuse an e after a vowel with an umlaut, at the price of "geuebt"', () => {
    expect(foldGermanUmlauts('geuebt')).toBe('geuebt');
  });
});

describe('text made comparable', () => {
  it('loses what cannot be seen', () => {
    expect(normaliseText('z\u200Ba\u00ADb\u202Ec\u2066d\uFEFF')).toBe('zabcd');
  });

  it('keeps words apart at every kind of white space', () => {
    for (const space of ['\t', '\n', '\r\n', '\v', '\f', '\x85']) {
      expect(normaliseText(`a${space}b`)).toMatch(/^a +b$/);
    }
  });

  it('writes apostrophes and dashes plain', () => {
    expect(normaliseText('gibt’s – Sprach‑Kurs')).toBe("gibt's - Sprach-Kurs");
  });

  it('stays text of the same letters for whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(normaliseText(normaliseText(text))).toBe(normaliseText(text));
      }),
    );
  });
});

describe('text that is shown again', () => {
  it('loses what turns, hides or covers other text', () => {
    expect(legibleText('Kurs\u202Efür\u2066Frauen\u200B\u0000\u001B[31m\uD800\u00AD')).toBe('KursfürFrauen[31m');
    expect(legibleText(`F${'\u0336\u0489\u0300'.repeat(50)}rau`)).toMatch(/^F\p{M}{2}rau$/u);
  });

  it('keeps words, their breaks, and writing that puts marks on letters', () => {
    for (const text of ['Straße\tund\nWeg\r\n', 'Tiếng Việt', 'שָׁלוֹם', 'مَرْحَبًا', 'ภาษาไทยที่', '👍🏽 🇩🇪', '„ja“ – nein']) {
      expect(legibleText(text)).toBe(text.normalize('NFC'));
    }
  });
});
