import { describe, expect, it } from 'vitest';
import {
  type Answer,
  type Control,
  controlsOf,
  createPlanlotse,
  echoOf,
  encodeClick,
  openRecord,
  parseCatalog,
  readGolden,
  readQuery,
  requestOf,
  respondToClick,
} from '../../src/core/index.js';
import { dataFiles } from '../data-files.js';
import { realPlanlotse, TODAY } from './real-planlotse.js';

const { catalog, planlotse } = realPlanlotse();
const ask = (text: string): Answer => planlotse.answer({ text, today: TODAY });
const linesOf = (answer: Answer): string[] => [echoOf(answer.query, catalog) ?? '', ...answer.sentences];

function control(answer: Answer, kind: Control['kind']): { readonly code: string; readonly id?: string } {
  const found = controlsOf(answer, catalog, { share: 'channel' }).find((one) => one.kind === kind);
  if (found === undefined || !('code' in found)) throw new Error(`no ${kind}`);
  return found;
}

function click(answer: Answer, code: string, value?: string) {
  const lines = linesOf(answer);
  return respondToClick(planlotse, { code, lines, today: TODAY, ...(value === undefined ? {} : { value }) });
}

function answerOf(reply: ReturnType<typeof click>): Answer {
  if (reply.kind === 'unknown') throw new Error(reply.text);
  return reply.answer;
}

describe('a click', () => {
  const asked = ask('laufende Maßnahmen gegen Diskriminierung');
  const women = ask('Maßnahmen für Frauen');

  it('turns the page', () => {
    const second = answerOf(click(women, control(women, 'next').code));
    expect(second).toMatchObject({ kind: 'measures', page: 2, ids: women.ids });
    expect(answerOf(click(second, control(second, 'previous').code))).toEqual(women);
  });

  it('narrows to as many records as the menu said', () => {
    const overview = ask('Handlungsfeld Sprache');
    for (const answer of [women, ask('Wie viele Beratungsangebote gibt es?'), overview]) {
      for (const menu of controlsOf(answer, catalog)) {
        if (menu.kind !== 'narrow') continue;
        for (const { value, count } of menu.options) {
          expect(answerOf(click(answer, menu.code, value)).total, `${menu.label} ${value}`).toBe(count);
        }
      }
    }
  });

  it('opens details, the list behind a count, and a field from help', () => {
    const details = control(asked, 'details');
    expect(answerOf(click(asked, details.code))).toMatchObject({ kind: 'record', ids: [details.id] });
    const count = ask('Wie viele Beratungsangebote gibt es?');
    expect(answerOf(click(count, control(count, 'list').code))).toMatchObject({ kind: 'measures', ids: count.ids });
    const help = ask('Hilfe');
    expect(answerOf(click(help, control(help, 'field').code)).kind).toBe('overview');
    expect(answerOf(click(help, control(help, 'example').code)).total).toBeGreaterThan(0);
  });

  it('answers in the other language, and back', () => {
    const english = answerOf(click(asked, control(asked, 'language').code));
    expect(english).toMatchObject({ language: 'en', ids: asked.ids });
    expect(answerOf(click(english, control(english, 'language').code))).toEqual({
      ...asked,
      notices: expect.anything(),
    });
  });

  it('gives reasons, text to copy, a table, and the answer to share', () => {
    expect(click(asked, control(asked, 'why').code)).toMatchObject({
      kind: 'text',
      extra: 'why',
      text: expect.stringContaining('„Diskriminierung“'),
    });
    expect(click(asked, control(asked, 'copy').code)).toMatchObject({ kind: 'text', extra: 'copy' });
    expect(click(asked, control(asked, 'table').code)).toMatchObject({
      kind: 'table',
      table: { filename: expect.stringMatching(/\.csv$/) },
    });
    expect(answerOf(click(asked, control(asked, 'share').code)).ids).toEqual(asked.ids);
  });

  it('works for every control of every golden question', () => {
    for (const { question } of readGolden(dataFiles, catalog).questions.slice(0, 120)) {
      const answer = ask(question);
      for (const one of controlsOf(answer, catalog)) {
        if (!('code' in one) || one.kind === 'table' || one.kind === 'copy') continue;
        const value = one.kind === 'narrow' ? one.options[0]?.value : undefined;
        expect(click(answer, one.code, value).kind, `${question}: ${one.label}`).not.toBe('unknown');
      }
    }
  });

  it('on older data says so and answers from the new', () => {
    const changed = new Map(dataFiles);
    changed.set('measures/intea.yaml', `${dataFiles.get('measures/intea.yaml')}\n# changed\n`);
    const newer = createPlanlotse(parseCatalog(changed));
    const reply = respondToClick(newer, { code: control(women, 'next').code, lines: '', today: TODAY });
    expect(answerOf(reply).notices[0]).toContain('erneuert');
  });

  it('is refused in words where its words or what it opens are gone', () => {
    const code = control(asked, 'why').code;
    expect(respondToClick(planlotse, { code, lines: 'edited', today: TODAY })).toMatchObject({ kind: 'unknown' });
    expect(respondToClick(planlotse, { code: 'x', lines: '', today: TODAY, language: 'en' })).toEqual({
      kind: 'unknown',
      text: expect.stringContaining('Please ask'),
    });
    const { code: menu } = control(women, 'narrow');
    expect(respondToClick(planlotse, { code: menu, lines: '', value: 'zz', today: TODAY }).kind).toBe('unknown');
  });

  it('on a record that is gone is refused in words', () => {
    const gone = openRecord(women.query, 'a-record-that-never-was');
    const code = encodeClick({ kind: 'open', query: gone }, catalog);
    expect(respondToClick(planlotse, { code, lines: '', today: TODAY }).kind).toBe('unknown');
  });
});

describe('a typed follow-up', () => {
  it('finds the Query of the answer in any of the controls that tell it', () => {
    for (const text of ['laufende Maßnahmen gegen Diskriminierung', 'Was ist InteA?', 'Wie viele Projekte?', 'Danke']) {
      const answer = ask(text);
      const codes = controlsOf(answer, catalog).flatMap((one) => ('code' in one ? [one.code] : []));
      expect(readQuery(codes, linesOf(answer), catalog)).toEqual(answer.query);
      expect(readQuery([...codes].reverse(), linesOf(answer), catalog)).toEqual(answer.query);
    }
    expect(readQuery(['x', ''], 'x', catalog)).toBeUndefined();
  });
});

describe('a field with type-ahead', () => {
  it('takes what was chosen and what was typed', () => {
    expect(requestOf(planlotse, { text: 'qualifizierung', today: TODAY })).toEqual({
      text: 'qualifizierung',
      today: TODAY,
    });
    expect(requestOf(planlotse, { text: 'qatar', today: TODAY })).toEqual({ text: 'qatar', today: TODAY });
    const { code } = control(ask('Hilfe'), 'field');
    expect(requestOf(planlotse, { text: code, today: TODAY })).toHaveProperty('query.action', 'overview');
  });
});
