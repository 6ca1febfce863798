import { describe, expect, it } from 'vitest';
import { type Answer, type Control, controlsOf, decodeClick, readGolden } from '../../../src/core/index.js';
import { dataFiles } from '../../data-files.js';
import { realPlanlotse, TODAY } from '../real-planlotse.js';

const { catalog, planlotse } = realPlanlotse();

const ask = (text: string, page = 1): Answer => planlotse.answer({ text, today: TODAY, page });
const kinds = (answer: Answer): string[] => [...new Set(controlsOf(answer, catalog).map(({ kind }) => kind))];
const labels = (controls: readonly Control[], kind: Control['kind']): string[] =>
  controls.filter((control) => control.kind === kind).map(({ label }) => label);

describe('what a reader can do with an answer', () => {
  it('turns pages where there are some, and never shows a button that does nothing', () => {
    const first = kinds(ask('Maßnahmen für Frauen'));
    expect(first).toContain('next');
    expect(first).not.toContain('previous');
    expect(kinds(ask('laufende Maßnahmen', 2))).toEqual(expect.arrayContaining(['previous', 'next']));
    const last = ask('Maßnahmen für Frauen', 99);
    expect(kinds(last)).toContain('previous');
    expect(kinds(last)).not.toContain('next');
  });

  it('narrows by facets that divide the list, with counts that the click keeps', () => {
    const answer = ask('Maßnahmen für Frauen');
    const menus = controlsOf(answer, catalog).filter((control) => control.kind === 'narrow');
    expect(menus.length).toBeGreaterThan(2);
    for (const menu of menus) {
      expect(menu.options.length).toBeGreaterThan(1);
      for (const { count, label } of menu.options) {
        expect(count).toBeLessThan(answer.total);
        expect(label).toContain(`(${count})`);
      }
    }
    expect(menus.map(({ facet }) => facet)).not.toContain('group');
  });

  it('opens the list behind a count, the readings of a question back, and what a record is related to', () => {
    expect(kinds(ask('Wie viele Beratungsangebote gibt es?'))).toEqual(expect.arrayContaining(['list', 'narrow']));
    expect(kinds(ask('Was ist InteA?'))).toEqual(expect.arrayContaining(['related', 'link', 'copy', 'language']));
    const query = { action: 'record', language: 'de', text: '', clauses: [], page: 1 } as const;
    const asked = planlotse.answer({ query: { ...query, records: ['intea', 'adinet'] }, today: TODAY });
    expect(asked.kind).toBe('clarify');
    expect(labels(controlsOf(asked, catalog), 'option')).toHaveLength(2);
  });

  it('offers fields and examples as buttons in help', () => {
    const controls = controlsOf(ask('Hilfe'), catalog);
    expect(labels(controls, 'field')).toHaveLength(catalog.actionFields.size);
    expect(labels(controls, 'example')).toHaveLength(5);
    expect(labels(controls, 'language')).toEqual(['English']);
  });

  it('shares, and reports a gap, only where it can', () => {
    const answer = ask('Pizza Quattro Stagioni');
    expect(labels(controlsOf(answer, catalog), 'share')).toEqual([]);
    expect(labels(controlsOf(answer, catalog, { share: 'public' }), 'share')).toEqual(['Öffentlich zeigen']);
    expect(labels(controlsOf(answer, catalog, { share: 'channel' }), 'share')).toEqual(['Im Kanal teilen']);
    expect(controlsOf(answer, catalog, { reportUrl: 'https://example.org/x' })).toContainEqual({
      kind: 'link',
      role: 'report',
      label: 'Lücke melden',
      spoken: 'Lücke melden',
      url: 'https://example.org/x',
    });
    const url = 'mailto:info@example.org?subject=L%C3%BCcke';
    expect(controlsOf(answer, catalog, { reportUrl: url })).toContainEqual({
      kind: 'mailbox',
      role: 'report',
      label: 'Lücke melden',
      address: 'info@example.org',
      url,
    });
    const found = ask('Frauen');
    const roles = controlsOf(found, catalog, { reportUrl: url }).map((control) => 'role' in control && control.role);
    expect(roles).not.toContain('report');
  });

  it('speaks the language of the answer', () => {
    const controls = controlsOf(ask('measures for women'), catalog);
    expect(labels(controls, 'why')).toEqual(['Why?']);
    expect(labels(controls, 'language')).toEqual(['Deutsch']);
  });

  it('has codes that are unique and can be read, and short labels, for every golden question', () => {
    for (const { question } of readGolden(dataFiles, catalog).questions) {
      const controls = controlsOf(ask(question), catalog, { share: 'channel' });
      const codes = controls.flatMap((control) => ('code' in control ? [control.code] : []));
      expect(new Set(codes).size, question).toBe(codes.length);
      for (const code of codes) expect(decodeClick(code, catalog)?.isCurrent, code).toBe(true);
      for (const { kind, label } of controls) {
        if (['field', 'example', 'related', 'option'].includes(kind)) continue;
        expect(label.length, label).toBeLessThanOrEqual(34);
      }
    }
  });
});
