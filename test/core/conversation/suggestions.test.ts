import { describe, expect, it } from 'vitest';
import { createSuggestions, FORM_FACETS, requestOf } from '../../../src/core/index.js';
import { realPlanlotse, TODAY } from '../real-planlotse.js';

const { catalog, planlotse } = realPlanlotse();
const suggestions = createSuggestions(catalog);

const topics = (typed: string, limit?: number): string[] =>
  suggestions.topics(typed, 'de', limit).map(({ label }) => label);
const values = (
  ...[facet, typed, language = 'de']: readonly [(typeof FORM_FACETS)[number], string, ('de' | 'en')?]
): string[] => suggestions.values(facet, typed, language).map(({ value }) => value);

describe('suggestions while someone types', () => {
  it('put the exact name before its beginning, that before a word of it, and everyday words last', () => {
    expect(topics('InteA')[0]).toContain('InteA');
    expect(topics('inte')[0]).toMatch(/^Inte/);
    expect(topics('Sprache')[0]).toBe('Sprache');
    expect(topics('diskriminierung')[0]).not.toMatch(/^Diskriminierung/);
  });

  it.each(['mädchen', 'maedchen', 'Madchen', 'MÄDCHEN', 'mae', 'mä'])('find women and girls for "%s"', (typed) => {
    expect(values('group', typed)).toContain('frauen-und-maedchen');
    expect(values('group', typed, 'en')).toContain('frauen-und-maedchen');
  });

  it('find words in any order, and names in either language', () => {
    expect(values('group', 'girls women', 'en')).toContain('frauen-und-maedchen');
    expect(values('group', 'women', 'de')).toContain('frauen-und-maedchen');
    expect(values('status', 'lauf')).toEqual(['running']);
  });

  it('begin with the fields, and with the values that have most records', () => {
    expect(topics('')).toHaveLength(25);
    expect(topics('').slice(0, catalog.actionFields.size)).toEqual(
      [...catalog.actionFields.values()].map(({ label }) => label.de),
    );
    expect(values('region', '')[0]).toBe('landesweit');
    expect(values('status', '')[0]).toBe('running');
  });

  it('lead to answers, and fit into what platforms allow', () => {
    for (const typed of ['', 'a', 'in', 'haus', 'wir', 'sch', 'zzz']) {
      for (const { label, value } of suggestions.topics(typed, 'en')) {
        expect(label.length).toBeLessThanOrEqual(100);
        expect(value.length).toBeLessThanOrEqual(100);
        const answer = planlotse.answer(requestOf(planlotse, { text: value, today: TODAY }));
        expect(['record', 'overview'], label).toContain(answer.kind);
      }
    }
    for (const facet of FORM_FACETS) {
      for (const { value } of suggestions.values(facet, '', 'de', 1000)) expect(value.length).toBeLessThanOrEqual(75);
    }
    expect(topics('in', 3)).toHaveLength(3);
  });

  it('find single records, measures first, and by title where nothing is typed', () => {
    const records = (typed: string): string[] => suggestions.records(typed, 'de').map(({ label }) => label);
    expect(records('InteA')[0]).toContain('InteA');
    expect(records('Sprache').length).toBeGreaterThan(0);
    expect(records('Sprache')).not.toContain('Sprache');
    const first = records('');
    expect(first).toEqual([...first].sort(new Intl.Collator('de').compare));
    for (const { value } of suggestions.records('', 'en')) {
      expect(planlotse.answer(requestOf(planlotse, { text: value, today: TODAY })).kind).toBe('record');
    }
  });

  it('take hostile text', () => {
    expect(topics('\u0000'.repeat(5000))).toHaveLength(25);
    expect(topics('(((*'.repeat(1000))).toHaveLength(25);
    expect(topics('x'.repeat(100_000))).toEqual([]);
  });

  it('resolve what was typed without choosing', () => {
    expect(suggestions.resolve('group', 'frauen-und-maedchen')).toBe('frauen-und-maedchen');
    expect(suggestions.resolve('group', 'Frauen')).toBe('frauen-und-maedchen');
    expect(suggestions.resolve('status', 'laufend')).toBe('running');
    expect(suggestions.resolve('status', 'running')).toBe('running');
    expect(suggestions.resolve('region', 'kassel')).toBe('kassel');
    expect(suggestions.resolve('region', 'Atlantis')).toBeUndefined();
    expect(suggestions.resolve('region', '')).toBeUndefined();
  });
});
