import { describe, expect, it } from 'vitest';
import { createPhraseMatcher, cutPhrases } from '../../../src/core/language/phrases.js';
import { tokenise } from '../../../src/core/language/tokenise.js';

const cut = (phrases: readonly string[]) =>
  cutPhrases(
    phrases.map((words) => ({ words, value: words })),
    'de',
  );

function find(text: string, ...phrases: readonly string[]) {
  const matcher = createPhraseMatcher(cut(phrases), 'de');
  return matcher(tokenise(text, 'de'));
}

const values = (text: string, ...phrases: readonly string[]): string[] =>
  find(text, ...phrases).map(({ value }) => value);

describe('finding phrases', () => {
  it('tells where the phrase begins and ends and which words are its own', () => {
    expect(find('Ich suche einen Kurs in Kassel', 'Kurs in')).toEqual([
      { value: 'Kurs in', start: 3, end: 5, tokens: [3, 4], literal: true },
    ]);
  });

  it('finds any inflection, and says that it is not literal', () => {
    expect(find('die laufenden Projekte', 'laufendes Projekt')).toMatchObject([{ literal: false }]);
    expect(find('laufendes Projekt', 'laufendes Projekt')).toMatchObject([{ literal: true }]);
  });

  it('lets other words stand where the phrase has a gap, up to seven', () => {
    const between = (count: number): string => `wer ${'x '.repeat(count)}hilft`;

    expect(find(between(0), 'wer … hilft')).toHaveLength(1);
    expect(find(between(7), 'wer … hilft')).toMatchObject([{ start: 0, end: 9, tokens: [0, 8] }]);
    expect(find(between(8), 'wer … hilft')).toEqual([]);
  });

  it('does not skip words where the phrase has no gap', () => {
    expect(values('wer mir hilft', 'wer hilft')).toEqual([]);
  });

  it('finds phrases that overlap, all of them', () => {
    expect(values('neue Kurse in Kassel', 'neue Kurse', 'Kurse in', 'Kurs').sort()).toEqual([
      'Kurs',
      'Kurse in',
      'neue Kurse',
    ]);
  });

  it('finds a phrase as often as it stands there', () => {
    expect(find('Kurs und Kurs', 'Kurs').map(({ start }) => start)).toEqual([0, 2]);
  });

  it('finds what is written with a hyphen or in capitals', () => {
    for (const text of ['Sprachförderung', 'Sprach-Förderung', 'SPRACHFÖRDERUNG', 'Sprachfoerderung']) {
      expect(values(text, 'Sprachförderung')).toEqual(['Sprachförderung']);
    }
    expect(values('Sprach Förderung', 'Sprachförderung')).toEqual([]);
  });

  it('finds what is written together or apart, where any spacing is wanted', () => {
    const matcher = createPhraseMatcher(cut(['Sprachförderung', 'Safe House']), 'de', { anySpacing: true });
    const found = (text: string): string[] => matcher(tokenise(text, 'de')).map(({ value }) => value);

    expect(found('Sprach Förderung')).toEqual(['Sprachförderung']);
    expect(found('Sprachförderung')).toEqual(['Sprachförderung']);
    expect(found('Safehouse')).toEqual(['Safe House']);
    expect(found('Safe-House')).toEqual(['Safe House']);
    expect(found('Safe House')).toEqual(['Safe House']);
  });

  it('finds nothing for phrases without words', () => {
    expect(values('Kurs', '', '…', '?')).toEqual([]);
    expect(values('', 'Kurs')).toEqual([]);
  });

  it('ends for a long text of nothing but beginnings', { timeout: 2000 }, () => {
    expect(find('wer '.repeat(5000), 'wer … … … wer … hilft')).toEqual([]);
  });
});
