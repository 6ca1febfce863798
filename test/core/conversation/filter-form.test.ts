import { describe, expect, it } from 'vitest';
import { clausesFromFilters, queryFromFilters } from '../../../src/core/index.js';
import { realPlanlotse, TODAY } from '../real-planlotse.js';

const { catalog, planlotse } = realPlanlotse();

describe('a form', () => {
  it('asks for records that pass all filters, and any value of one', () => {
    const query = queryFromFilters({ group: 'frauen-und-maedchen', status: ['running', 'planned', ''] }, 'de');
    const answer = planlotse.answer({ query, today: TODAY });
    expect(answer.ids.length).toBeGreaterThan(0);
    for (const id of answer.ids) {
      const record = catalog.records.get(id);
      expect(record?.targetGroups).toContain('frauen-und-maedchen');
      expect(['running', 'planned']).toContain(record?.status);
    }
  });

  it('limits the start', () => {
    expect(clausesFromFilters({ from: '2020', to: '2022-06' })).toEqual([
      { facet: 'start', from: '2020', to: '2022-06' },
    ]);
    expect(clausesFromFilters({})).toEqual([]);
  });

  it('takes its text word for word as the topic', () => {
    expect(queryFromFilters({ text: ' Sprache\n und  Schule ' }, 'de').text).toBe('Sprache und Schule');
    expect(queryFromFilters({ text: 'Spra\u00ADche\u2060 \u202Eund\u0007\uD800' }, 'de').text).toBe('Sprache und');
  });

  const ask = (text: string, clauses = clausesFromFilters({ status: 'completed' })) =>
    planlotse.answer({ text, clauses, language: 'de', today: TODAY }).query;

  it('reads its text as a question, and lets the chosen filters win', () => {
    expect(ask('laufende Projekte gegen Diskriminierung')).toMatchObject({ action: 'list', text: 'Diskriminierung' });
    expect(ask('laufende Projekte').clauses).toEqual([
      expect.objectContaining({ facet: 'type', any: ['project'] }),
      { facet: 'status', any: ['completed'] },
    ]);
  });

  it('takes a name as a topic, since a form asks for a list', () => {
    expect(ask('Was ist InteA?')).toEqual({
      action: 'list',
      language: 'de',
      text: 'Was ist InteA?',
      clauses: [{ facet: 'status', any: ['completed'] }],
      page: 1,
    });
  });

  it('answers filters without text, text without filters, and says so where both are empty', () => {
    expect(planlotse.answer({ text: '', clauses: clausesFromFilters({ region: 'kassel' }), today: TODAY }).kind).toBe(
      'measures',
    );
    expect(planlotse.answer({ text: 'Diskriminierung', clauses: [], today: TODAY }).kind).toBe('measures');
    expect(planlotse.answer({ text: '', clauses: [], today: TODAY }).kind).toBe('nothing-found');
  });
});
