import { describe, expect, test } from 'vitest';
import {
  type ChatSession,
  type ChatSessionOptions,
  createChatSession,
} from '../../../src/adapters/terminal/chat-session.js';
import { createPlanlotse, parseCatalog } from '../../../src/core/index.js';
import { dataFiles } from '../../data-files.js';
import { fixturePlanlotse } from '../fixture-catalog.js';

const planlotse = createPlanlotse(parseCatalog(dataFiles));

function startSession(options: Partial<ChatSessionOptions> = {}): ChatSession {
  return createChatSession(() => planlotse, { today: () => '2026-01-15', explain: false, ...options });
}

function say(session: ChatSession, input: string): string {
  return session
    .reply(input)
    .lines.map(({ text }) => text)
    .join('\n');
}

/** The number that a title has on the screen. */
function numberOf(screen: string, title: string): string {
  const row = screen.split('\n').find((text) => text.includes(title));
  return /^(\d+)\./.exec(row ?? '')?.[1] ?? '';
}

test('greets in German and English with an example', () => {
  const greeting = startSession()
    .greeting.map(({ text }) => text)
    .join('\n');
  expect(greeting).toContain('Wer hilft bei Rassismus?');
  expect(greeting).toContain('Who helps with racism?');
});

test('opens a record of a list by its number, also one of a later page', () => {
  const session = startSession();
  const first = say(session, 'Welche Maßnahmen gibt es für Frauen?');
  expect(first).toContain('\n1. ');
  expect(first).not.toContain('\n6. ');
  const title = /^2\. (.*) \[/m.exec(first)?.[1] ?? '';
  expect(say(session, '2')).toContain(title);
  expect(say(session, '6')).toContain('Zuständig: ');
});

test('turns the page after a list and after a record that was opened from it', () => {
  const session = startSession();
  say(session, 'Welche Maßnahmen gibt es für Frauen?');
  say(session, '1');
  const next = say(session, 'mehr');
  expect(next).toContain('\n6. ');
  expect(next).toContain('Seite 2 von ');
  expect(say(session, 'mehr')).toMatch(/\n11\. |Seite 2 von 2/);
});

test('numbers related records on after the list, and keeps the list open', () => {
  const session = startSession();
  say(session, 'Was ist InteA?');
  const list = say(session, 'Welche Maßnahmen gibt es gegen Diskriminierung?');
  const number = numberOf(list, 'ADiBe');
  expect(number).not.toBe('');
  const record = say(session, number);
  const related = /\nVerwandt:\n(\d+)\. (.*)/.exec(record);
  expect(Number(related?.[1])).toBeGreaterThan(5);
  expect(say(session, related?.[1] ?? '')).toContain('Zuständig: ');
  expect(say(session, number)).toBe(record);
});

test('numbers records of other kinds on after the list', () => {
  const session = startSession();
  const list = say(session, 'Welche Maßnahmen gibt es gegen Diskriminierung?');
  const apart = /Auch passend:\n\n(\d+)\. (.*) \[/.exec(list);
  expect(Number(apart?.[1])).toBeGreaterThan(1);
  expect(say(session, apart?.[1] ?? '')).toContain('Zuständig: ');
});

test('opens what it only offers', () => {
  const session = startSession();
  const answer = planlotse.answer({ text: 'Wo bekomme ich eine neue Waschmaschine?', today: '2026-01-15' });
  const screen = say(session, 'Wo bekomme ich eine neue Waschmaschine?');
  expect(answer.kind).toBe('nothing-found');
  expect(numberOf(screen, '1. ')).toBe(answer.offered.length > 0 ? '1' : '');
});

test('lets a follow-up narrow the question before', () => {
  const session = startSession();
  say(session, 'Welche Maßnahmen gibt es für Frauen?');
  expect(say(session, 'nur laufende')).toMatch(/^\d+ Maßnahmen.*laufend/);
  say(session, '1');
  expect(say(session, 'Wer ist zuständig?')).toContain('zuständig ist laut Quelle');
});

test('forgets the conversation', () => {
  const session = startSession();
  const alone = say(startSession(), 'nur laufende');
  say(session, 'Welche Maßnahmen gibt es für Frauen?');
  expect(say(session, '/neu')).toContain('vergessen');
  expect(say(session, '1')).toContain('Stellen Sie eine Frage');
  expect(say(session, 'nur laufende')).toBe(alone);
});

test('names the numbers that are possible', () => {
  const session = startSession();
  say(session, 'Was ist InteA?');
  expect(say(session, '999')).toMatch(/Möglich ist 1 bis \d+\./);
});

describe('shows reasons', () => {
  test('from the start', () => {
    expect(say(startSession({ explain: true }), 'Wer hilft bei Rassismus?')).toContain('Gefunden über: ');
  });

  test('when switched on, for the answer on the screen too, until switched off', () => {
    const session = startSession();
    expect(say(session, 'Wer hilft bei Rassismus?')).not.toContain('Gefunden über: ');
    expect(say(session, '/erklären')).toMatch(/^Gründe werden gezeigt\.(?:.|\n)*Gefunden über: /);
    expect(say(session, '/explain')).toBe('Gründe werden weggelassen.');
    expect(say(session, 'Wer hilft bei Rassismus?')).not.toContain('Gefunden über: ');
  });
});

test('switches the language of the answer on the screen and of those to come', () => {
  const session = startSession();
  say(session, 'Was ist InteA?');
  const screen = say(session, '/sprache en');
  expect(screen).toMatch(/^Language: English\.(?:.|\n)*Responsible: /);
  expect(say(session, 'ADiBe')).toContain('Responsible: ');
  expect(say(session, '/sprache de')).toMatch(/^Sprache: Deutsch\.(?:.|\n)*Zuständig: /);
});

test('keeps to the language that it was started with', () => {
  expect(say(startSession({ language: 'en' }), 'InteA')).toContain('Responsible: ');
});

test('lists its commands beside the help of the core', () => {
  const help = say(startSession(), '/hilfe');
  expect(help).toContain('/erklären');
  expect(help).toMatch(/\n1\. Welche Maßnahmen/);
});

test('asks an example by its number', () => {
  const session = startSession();
  say(session, '/hilfe');
  expect(say(session, '1')).toMatch(/^\d+ Maßnahmen/);
});

test('does nothing on an empty line, and names an unknown command', () => {
  expect(startSession().reply(' ')).toEqual({ lines: [], ends: false });
  expect(say(startSession(), '/tanzen')).toContain('„/tanzen“');
});

test('asks for the day at each question', () => {
  const days: string[] = [];
  const session = startSession({
    today: () => {
      days.push('asked');
      return '2026-01-15';
    },
  });
  say(session, 'InteA');
  say(session, 'ADiBe');
  expect(days).toHaveLength(2);
});

test.each(['/ende', '/quit'])('ends with %s', (command) => {
  expect(startSession().reply(command).ends).toBe(true);
});

test.each(['nur laufende', 'mehr', 'wer ist zuständig?', 'und für Frauen?', 'und wie viele?', '/language en'])(
  'goes on with "%s" where all records, fields, groups and organisations were replaced',
  (next) => {
    for (const question of [
      'Welche Maßnahmen gibt es für Frauen?',
      'Was ist InteA?',
      'Wie viele Maßnahmen gibt es im Handlungsfeld Bildung?',
      'Maßnahmen des Innenministeriums in Kassel',
      'Seit wann gibt es ADiBe?',
    ]) {
      let current = planlotse;
      const session = createChatSession(() => current, { today: () => '2026-01-15', explain: true });
      say(session, question);
      current = fixturePlanlotse();
      expect(say(session, next)).toContain(current.catalog.version.hash);
    }
  },
);

test('answers a number whose record is gone', () => {
  let current = planlotse;
  const session = createChatSession(() => current, { today: () => '2026-01-15', explain: false });
  say(session, 'Welche Maßnahmen gibt es für Frauen?');
  current = fixturePlanlotse();
  expect(say(session, '1')).toContain('fixture0');
});
