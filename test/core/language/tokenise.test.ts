import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stemWord, tokenise } from '../../../src/core/language/tokenise.js';

const words = (text: string, language: 'de' | 'en' = 'de'): string[] =>
  tokenise(text, language).map(({ word }) => word);
const meaning = (text: string, language: 'de' | 'en' = 'de'): string[] =>
  tokenise(text, language)
    .filter(({ stop }) => !stop)
    .map(({ word }) => word);

describe('cutting a text into words', () => {
  it('closes hyphens up and keeps the pieces', () => {
    const [token, ...others] = tokenise('WIR-Programm', 'de');

    expect(others).toEqual([]);
    expect(token).toMatchObject({ text: 'WIR-Programm', word: 'wirprogramm', pieces: ['wir', 'programm'] });
  });

  it('leaves a hyphen that stands for the rest of a word', () => {
    expect(words('Sprach- und Integrationskurse')).toEqual(['sprach', 'und', 'integrationskurse']);
  });

  it('reads hyphenated, dashed and closed up as one word', () => {
    expect(words('Sprach-Kurs')).toEqual(words('Sprachkurs'));
    expect(words('Sprach‑Kurs')).toEqual(words('Sprachkurs'));
  });

  it('keeps numbers, versions and dates whole', () => {
    expect(words('Plan 2.0 am 15.03.2026, 1.000 Euro oder 2,5 Prozent.')).toEqual([
      'plan',
      '2.0',
      'am',
      '15.03.2026',
      '1.000',
      'euro',
      'oder',
      '2,5',
      'prozent',
    ]);
  });

  it('does not stem what holds a digit', () => {
    expect(tokenise('Deutsch4Us', 'de')[0]?.stem).toBe('deutsch4us');
  });

  for (const [one, other] of [
    ['Kurs', 'Kurse'],
    ['Sprachkurs', 'Sprachkursen'],
    ['divers', 'diverse'],
    ['Förderung', 'Förderungen'],
    ['Beratungsstelle', 'Beratungsstellen'],
    ['Verein', 'Vereine'],
  ] as const) {
    it(`gives ${one} and ${other} one stem`, () => {
      expect(tokenise(one, 'de')[0]?.stem).toBe(tokenise(other, 'de')[0]?.stem);
    });
  }

  it('knows abbreviations from words by their capitals', () => {
    expect(tokenise('WIR wir Wir 2.0', 'de').map(({ acronym }) => acronym)).toEqual([true, false, false, false]);
  });

  it('gives nothing for nothing', () => {
    for (const text of ['', '   ', '\n', '?!…', '😀👍🏽', '\u202E\u200B']) expect(tokenise(text, 'de')).toEqual([]);
  });

  it('takes no meaning from what stands behind an apostrophe', () => {
    expect(meaning("What's Hessen's plan?", 'en')).toEqual(['hessen', 'plan']);
    expect(meaning('NGO’s and women’s shelters', 'en')).toEqual(['ngo', 'women', 'shelters']);
    expect(meaning("gibt's", 'de')).toEqual(['gibt']);
  });

  it('takes contractions for the stop words that they are', () => {
    expect(meaning("I don't, they're, we've, isn't, I'd, she'll", 'en')).toEqual([]);
    expect(meaning('I don’t have papers', 'en')).toEqual(['papers']);
  });

  it('takes no meaning from the letters of an abbreviation', () => {
    expect(meaning('Sprachkurse, z.B. Alpha, z. B. Beta, Verein e.V. in Kassel')).toEqual([
      'sprachkurse',
      'alpha',
      'beta',
      'verein',
      'kassel',
    ]);
    expect(meaning('Gibt es einen Plan B?')).toContain('b');
    expect(meaning('Gibt es einen Plan B.')).toContain('b');
  });

  it('reads through invisible characters, overrides, emoji and heaps of accents', () => {
    expect(words('Ras\u200Bsis\u00ADmus')).toEqual(['rassismus']);
    expect(words('\u202ERassismus\u202C')).toEqual(['rassismus']);
    expect(words('Hallo👋🏽Welt')).toEqual(['hallo', 'welt']);
    expect(words('R\u0363\u0335a\u0323\u0307\u0313s\u0489s\u034Fismus')).toEqual(['rassismus']);
  });

  it('keeps words of other scripts', () => {
    expect(words('مساعدة ضد العنصرية')).toHaveLength(3);
    expect(words('Хто допомагає?')).toHaveLength(2);
  });
});

describe('any text', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: fc.constantFrom('a', 'ß', '-', "'", '/', '.', ',', '1', ' ', ':', 'in', 'nen', '\u0301', 'Ä') }),
  );

  it('gives words that are not empty and fold to themselves', () => {
    fc.assert(
      fc.property(text, fc.constantFrom('de' as const, 'en' as const), (typed, language) => {
        for (const token of tokenise(typed, language)) {
          expect(token.word).not.toBe('');
          expect(token.stem).not.toBe('');
          expect(token.word).toBe(token.word.toLowerCase());
          expect(stemWord(token.word, language)).toBe(token.stem);
          expect(token.pieces.join('')).toBe(token.pieces.length === 0 ? '' : token.word);
        }
      }),
    );
  });

  it('gives no more words than it has characters', () => {
    fc.assert(
      fc.property(text, (typed) => {
        expect(tokenise(typed, 'de').length).toBeLessThanOrEqual(typed.normalize('NFC').length);
      }),
    );
  });
});

describe('a hundred thousand characters', () => {
  for (const unit of [
    'a',
    'ä',
    "a'",
    '-a',
    'a\u0301',
    '😀',
    '1.',
    'er',
    'innen',
    'Lehrer:innen ',
    'z.',
    '#',
    '\u0301',
    "'s",
  ]) {
    it(`are cut in bounded work: ${JSON.stringify(unit)}`, { timeout: 2000 }, () => {
      const text = unit.repeat(100_000 / unit.length);

      expect(tokenise(text, 'de').length).toBeLessThanOrEqual(100_000);
      expect(tokenise(text, 'en').length).toBeLessThanOrEqual(100_000);
    });
  }
});
