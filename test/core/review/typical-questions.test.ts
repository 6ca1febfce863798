import { describe, expect, it } from 'vitest';
import { MOST_TYPICAL_QUESTIONS, typicalQuestions } from '../../../src/core/index.js';
import { foldCase, normaliseText } from '../../../src/core/language/fold.js';
import { realPlanlotse } from '../real-planlotse.js';

const { catalog } = realPlanlotse();
const { questions, leftOut } = typicalQuestions([catalog]);
const texts = new Set(questions.map(({ text }) => foldCase(normaliseText(text))));
const has = (text: string): boolean => texts.has(foldCase(normaliseText(text)));

describe('typical questions', () => {
  it('ask for each record by its names in each language', () => {
    for (const { title, shortTitle, aliases } of catalog.records.values()) {
      for (const name of [title.de, title.en, shortTitle.de, shortTitle.en, ...(aliases ?? [])]) {
        if (name !== undefined) expect(has(name), name).toBe(true);
      }
    }
  });

  it('ask for fields, groups, organisations, places and groups within fields', () => {
    for (const name of [
      'Sprache',
      'Frauen',
      'HMSI',
      'Kassel',
      'Maßnahmen für Frauen und Mädchen im Handlungsfeld Sprache',
    ]) {
      expect(has(name), name).toBe(true);
    }
    expect(new Set(questions.map(({ origin }) => origin.of))).toEqual(
      new Set(['record', 'field', 'group', 'organisation', 'region', 'concept']),
    );
  });

  it('are asked once each, in the same order whenever they are made, and not without end', () => {
    expect(texts.size).toBe(questions.length);
    expect(typicalQuestions([catalog]).questions).toEqual(questions);
    expect(typicalQuestions([catalog, catalog]).questions).toEqual(questions);
    expect(questions.length).toBeLessThanOrEqual(MOST_TYPICAL_QUESTIONS);
    expect(leftOut).toBe(0);
  });

  it('look at what has changed in particular: keywords and questions of records, words of concepts', () => {
    const { keywords, questions: own } = catalog.records.get('intea') ?? {};
    const [concept] = [...catalog.concepts.values()];
    const close = { records: new Set(['intea', 'gone']), concepts: new Set([concept?.id ?? '']) };
    const looked = typicalQuestions([catalog], close).questions.map(({ text }) => text);
    const expected = [...(keywords?.de ?? []), ...(own?.en ?? []), ...(concept?.words.de ?? [])];
    expect(expected.length).toBeGreaterThan(10);
    for (const text of expected) {
      expect(
        looked.some((other) => foldCase(other) === foldCase(text)),
        text,
      ).toBe(true);
    }
  });

  it('leave out everyday words before names where there are too many', () => {
    const many = new Set(catalog.records.keys());
    const cut = typicalQuestions([catalog], { records: many, concepts: new Set(catalog.concepts.keys()) });
    expect(cut.questions).toHaveLength(MOST_TYPICAL_QUESTIONS);
    expect(cut.leftOut).toBeGreaterThan(0);
    expect(cut.questions.some(({ text }) => text === 'InteA')).toBe(true);
  });
});
