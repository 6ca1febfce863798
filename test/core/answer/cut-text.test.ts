import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutText, fitTexts } from '../../../src/core/index.js';

const segments = (text: string): string[] => [...new Intl.Segmenter().segment(text)].map(({ segment }) => segment);

/** Half of a surrogate pair. */
const TORN = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/;

describe('cutText', () => {
  it('leaves what fits, and cuts at the end of a word', () => {
    expect(cutText('Beratung gegen Diskriminierung', 30)).toBe('Beratung gegen Diskriminierung');
    expect(cutText('Beratung gegen Diskriminierung', 29)).toBe('Beratung gegen…');
    expect(cutText('Beratung gegen Diskriminierung', 15)).toBe('Beratung gegen…');
    expect(cutText('Beratung, gegen Diskriminierung', 12)).toBe('Beratung…');
    expect(cutText('Antidiskriminierungsberatung', 10)).toBe('Antidiskr…');
    expect(cutText('abc', 0)).toBe('');
    expect(cutText('abc', 1)).toBe('…');
  });

  it('never tears a letter, an emoji or a flag', () => {
    expect(cutText('ab👩‍👩‍👧cdef', 9)).toBe('ab…');
    expect(cutText('🇩🇪🇩🇪🇩🇪', 7)).toBe('🇩🇪…');
    expect(cutText('a\u0308'.repeat(5), 4)).toBe('a\u0308…');
  });

  it('keeps the limit for any text, and begins like it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), fc.nat(150), (text, limit) => {
        const cut = cutText(text, limit);
        expect(cut.length).toBeLessThanOrEqual(limit);
        expect(cut).not.toMatch(TORN);
        if (cut === text) return;
        const kept = segments(cut.slice(0, -1));
        expect(segments(text).slice(0, kept.length)).toEqual(kept);
      }),
    );
    const zalgo = `a${'\u0301'.repeat(5000)}`;
    expect(cutText(zalgo, 100)).toHaveLength(100);
    expect(cutText(`${'😀'.repeat(3)}${'\u0301'.repeat(5000)}`, 100)).not.toMatch(TORN);
  });
});

describe('fitTexts', () => {
  it('reserves what is kept, cuts the first that does not fit, and drops the rest', () => {
    const long = 'Wort '.repeat(30).trim();
    const parts = [{ text: long }, { text: long }, { text: long }, { text: 'Stand: laufend.', keep: true as const }];
    const fitted = fitTexts(parts, 250);
    expect(fitted[0]).toBe(long);
    expect(fitted[1]).toMatch(/Wort…$/);
    expect(fitted[2]).toBe('');
    expect(fitted[3]).toBe('Stand: laufend.');
  });

  it('drops what must be whole, and gives its room to what follows', () => {
    const parts = [
      { text: 'Kurz.' },
      { text: '[Quelle](https://example.org/lang)', whole: true as const },
      { text: 'Ende.' },
    ];
    expect(fitTexts(parts, 38)).toEqual(['Kurz.', '', 'Ende.']);
    expect(fitTexts(parts, 44)).toEqual(parts.map(({ text }) => text));
  });

  it('never exceeds the limit', () => {
    const part = fc.oneof(
      fc.record({ text: fc.lorem() }),
      fc.record({ text: fc.lorem(), keep: fc.constant(true as const) }),
      fc.record({ text: fc.lorem(), whole: fc.constant(true as const) }),
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 8 }), fc.nat(200), (parts, limit) => {
        const fitted = fitTexts(parts, limit);
        expect(fitted).toHaveLength(parts.length);
        expect(fitted.join('').length).toBeLessThanOrEqual(limit);
      }),
    );
  });
});
