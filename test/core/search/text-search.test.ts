import { describe, expect, it } from 'vitest';
import { createTextSearch, SEARCH_STAGES, stagesWithout, type TextDocument } from '../../../src/core/index.js';

// Small collections with the order that they should come out in, and why.
const collection = (...texts: readonly string[]): TextDocument[] =>
  texts.map((text, number) => ({ id: String(number), title: '', text, language: 'de' }));
const filler = [
  'Der Landtag berät über den Haushalt des kommenden Jahres.',
  'In Kassel öffnet ein neues Museum für Musik.',
  'Die Feuerwehr sucht Freiwillige für den Dienst.',
  'Ein Bericht über die Wirtschaft der Region.',
];
const first = (question: string, ...texts: readonly string[]): string | undefined =>
  createTextSearch(collection(...texts, ...filler)).search(question, 'de').hits[0]?.id;

describe('the search over texts', () => {
  it.each([
    ['Foerderung', 'Umlaute: Förderung von Vereinen', 'an umlaut typed as two letters'],
    ['forderung', 'Umlaute: Förderung von Vereinen', 'an umlaut left out'],
    ['FÖRDERUNG', 'Umlaute: Förderung von Vereinen', 'a decomposed umlaut, in capitals'],
    ['Strasse', 'Die Straße zum Rathaus', 'ss for ß'],
    ['Lehrerin', 'Für Lehrer:innen an Schulen', 'a gender form'],
    ['diskriminiert', 'Schutz vor Diskriminierungen', 'another form of a word family, by its letters'],
    ['Förderung', 'Sprachförderung in der Kita, Sprache und Förderung', 'a part of a compound'],
    [
      'Beratung für Antidiskriminierung',
      'Antidiskriminierungsberatung. Antidiskriminierung, Beratung',
      'a compound written apart',
    ],
    ['Sprach Kurse', 'Sprachkurse am Abend', 'a compound typed in two words'],
    ['Diskrimnierung', 'Schutz vor Diskriminierung', 'a typo'],
  ])('finds for "%s" the text "%s": %s', (question, text) => {
    expect(first(question, text)).toBe('0');
  });

  it('puts an exact word before a misspelt one', () => {
    expect(first('Verein', 'Die Vereine der Stadt', 'Ein Vereim der Stadt')).toBe('0');
    expect(first('Bedeutung', 'Beratung für alle', 'Von großer Bedeutung')).toBe('1');
  });

  it('puts words that stand together before the same words far apart', () => {
    const apart = `Kurse gibt es. ${'Vieles steht hier dazwischen und sagt nichts. '.repeat(12)} Deutsch auch.`;
    expect(
      first(
        'Kurse Deutsch',
        apart,
        `Kurse in Deutsch gibt es. ${'Vieles steht hier danach und sagt nichts. '.repeat(12)}`,
      ),
    ).toBe('1');
  });

  it('does not find "Bund" in "Verbund", nor "Rat" in "Beratung" as a word', () => {
    const search = createTextSearch(collection('Ein Verbund von Trägern', 'Beratung am Telefon', ...filler));
    expect(search.search('Bund', 'de').certainty).toBe('no');
    expect(search.search('Rat', 'de').certainty).toBe('no');
  });

  it('is more confident of what it has than of what it has not', () => {
    const search = createTextSearch(collection('Die Anerkennung ausländischer Berufsabschlüsse', ...filler));
    const held = search.search('Wer hilft bei der Anerkennung der Berufsabschlüsse?', 'de').confidence;
    expect(held).toBeGreaterThan(search.search('Wie backe ich einen Kuchen mit Äpfeln?', 'de').confidence);
  });

  it('finds nothing in nothing', () => {
    expect(createTextSearch([]).search('Rassismus', 'de')).toEqual({ hits: [], confidence: 0, certainty: 'no' });
    expect(createTextSearch(collection(...filler)).search('', 'de').hits).toEqual([]);
  });

  it('gives the same hits each time, and at most as many as asked for', () => {
    const search = createTextSearch(collection(...filler));
    const hits = search.search('Landtag Museum Feuerwehr Bericht', 'de', 2).hits;
    expect(hits).toHaveLength(2);
    expect(search.search('Landtag Museum Feuerwehr Bericht', 'de', 2).hits).toEqual(hits);
  });

  it.each(SEARCH_STAGES)('works without %s', (stage) => {
    const search = createTextSearch(collection('Beratung bei Diskriminierung', ...filler), stagesWithout(stage));
    expect(search.search('Beratung Diskriminierung', 'de').hits[0]?.id).toBe('0');
  });
});
