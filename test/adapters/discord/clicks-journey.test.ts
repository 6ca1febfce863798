import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createPlanlotse, parseCatalog } from '../../../src/core/index.js';
import { realPlanlotse } from '../../core/real-planlotse.js';
import { dataFiles } from '../../data-files.js';
import { type BotUnderTest, startBot } from './bot-under-test.js';
import { type DiscordServer, IDS, startDiscordServer } from './discord-server.js';
import { createUser, type DiscordUser, labelsOf, nodesOf, type Shown, textOf } from './discord-user.js';

const EPHEMERAL = 64;
const NEW = 4;
const REPLACED = 7;

let server: DiscordServer;
let bot: BotUnderTest;
let asker: DiscordUser;
let planlotse = realPlanlotse().planlotse;

beforeAll(async () => {
  server = await startDiscordServer();
  bot = await startBot(server, { planlotse: () => planlotse });
  asker = createUser(server);
});

afterAll(async () => {
  await bot.stop();
  await server.stop();
});

afterEach(() => {
  expect(server.faults).toEqual([]);
  expect(bot.log.filter(({ level }) => level === 'error' || level === 'warn')).toEqual([]);
});

async function ask(text: string, options: Readonly<Record<string, boolean>> = {}): Promise<Shown | undefined> {
  return (await asker.command('frage', { text, ...options })).message;
}

describe('a click on a private answer', () => {
  it('turns pages in place, there and back', async () => {
    const first = await ask('Maßnahmen für Frauen');
    const second = await asker.click(first, 'Weitere');
    expect(second.type).toBe(REPLACED);
    expect(textOf(second.message)).toContain('Seite 2 von 2');
    expect(labelsOf(second.message)).not.toContain('Weitere');
    const back = await asker.click(second.message, 'Zurück');
    expect(textOf(back.message)).toBe(textOf(first));
  });

  it('narrows to as many as the menu said, and keeps the words of the question', async () => {
    const first = await ask('Maßnahmen gegen Diskriminierung');
    const menu = nodesOf(first).find(({ placeholder }) => placeholder === 'Eingrenzen: Stand');
    const label = menu?.options?.[0]?.label ?? '';
    const { message } = await asker.click(first, 'Eingrenzen: Stand', label);
    const [, count] = /\((\d+)\)$/.exec(label) ?? [];
    expect(textOf(message)).toContain(`${count} Maßnahmen zu „Diskriminierung“: laufend`);
    expect(textOf(message)).toContain('Gesucht nach: Diskriminierung');
  });

  it('opens details beside a record, from a menu, and what is related', async () => {
    const first = await ask('Maßnahmen gegen Diskriminierung');
    const record = await asker.click(first, 'Details');
    expect(textOf(record.message)).toMatch(/^### /m);
    const apart = await asker.click(first, 'Auch passend', 'Details: ');
    expect(textOf(apart.message)).toMatch(/^### /m);
    const related = await asker.click((await asker.command('massnahme', { name: 'InteA' })).message, 'Verwandt', '');
    expect(textOf(related.message)).toMatch(/^### /m);
    const field = await asker.click(
      (await asker.command('hilfe')).message,
      'Handlungsfelder dieser Sammlung',
      'Sprache',
    );
    expect(textOf(field.message)).toContain('Handlungsfeld „Sprache“');
    const example = await asker.click((await asker.command('hilfe')).message, 'Was ist InteA?');
    expect(textOf(example.message)).toContain('InteA');
  });

  it('switches the language and back', async () => {
    const german = await ask('Maßnahmen gegen Diskriminierung');
    const english = await asker.click(german, 'English');
    expect(english.type).toBe(REPLACED);
    expect(textOf(english.message)).toMatch(/^-# Searched for: Diskriminierung$/m);
    const back = await asker.click(english.message, 'Deutsch');
    expect(textOf(back.message)).toContain('Maßnahmen zu „Diskriminierung“');
  });

  it('tells why, gives text to copy and a table, each to the asker alone and beside the answer', async () => {
    const answer = await ask('Maßnahmen gegen Diskriminierung');
    const why = await asker.click(answer, 'Warum?');
    expect(why).toMatchObject({ type: NEW, files: [] });
    expect(why.data.content).toMatch(/^So kam die Antwort zustande:\n- .*Datenstand/s);
    const copy = await asker.click(answer, 'Zum Kopieren');
    expect(copy.files[0]?.name).toMatch(/^planlotse-\w+\.txt$/);
    expect(copy.files[0]?.text).toContain('Maßnahmen zu „Diskriminierung“');
    const table = await asker.click(answer, 'Als Tabelle');
    expect(table.files[0]?.name).toMatch(/^planlotse-\w+\.csv$/);
    expect(table.files[0]?.text).toMatch(/^\uFEFFTitel;.*\r\n/);
    expect(table.data.content).toContain('Datenstand');
    for (const { data } of [why, copy, table]) expect((data.flags ?? 0) & EPHEMERAL).toBe(EPHEMERAL);
  });

  it('copies a short answer as code, without escapes', async () => {
    const copy = await asker.click(await ask('Wann wurde der Plan beschlossen?'), 'Zum Kopieren');
    expect(copy.files).toEqual([]);
    expect(textOf(copy.message)).toMatch(/^\n```\n[^`]*Datenstand[^`]*```$/);
  });

  it('shows it to everybody on "Öffentlich zeigen"', async () => {
    const shared = await asker.click(await ask('Maßnahmen für Frauen'), 'Öffentlich zeigen');
    expect(shared.type).toBe(NEW);
    expect((shared.data.flags ?? 0) & EPHEMERAL).toBe(0);
    expect(labelsOf(shared.message)).not.toContain('Öffentlich zeigen');
  });
});

describe('a click on a public answer', () => {
  it('by another person is answered to that person, and leaves the answer as it is', async () => {
    const answer = await ask('Maßnahmen für Frauen', { oeffentlich: true });
    const other = await asker.click(answer, 'Weitere', undefined, { user: IDS.other, locale: 'en-US' });
    expect(other.type).toBe(NEW);
    expect((other.data.flags ?? 0) & EPHEMERAL).toBe(EPHEMERAL);
    expect(textOf(other.message)).toContain('Seite 2 von 2');
    expect(textOf(await asker.message(answer?.id ?? '', IDS.general))).toBe(textOf(answer));
    const again = await asker.click(other.message, 'Zurück', undefined, { user: IDS.other });
    expect(again.type).toBe(REPLACED);
  });
});

describe('a click on an old answer', () => {
  it('works after a restart of the bot', async () => {
    const answer = await ask('Maßnahmen gegen Diskriminierung', { oeffentlich: true });
    await bot.stop();
    bot = await startBot(server, { planlotse: () => planlotse });
    expect(textOf((await asker.click(answer, 'Weitere')).message)).toContain('Seite 2');
    expect(server.gateway.identifies).toHaveLength(2);
  });

  it('is answered from the data of today, and says so', async () => {
    const answer = await ask('Maßnahmen für Frauen');
    const before = planlotse;
    const changed = new Map(dataFiles).set(
      'measures/intea.yaml',
      `${dataFiles.get('measures/intea.yaml')}\n# changed\n`,
    );
    planlotse = createPlanlotse(parseCatalog(changed));
    const second = await asker.click(answer, 'Weitere');
    expect(textOf(second.message)).toContain('> Die Daten wurden seither erneuert');
    expect(textOf(second.message)).toContain(planlotse.catalog.version.hash);
    expect((await asker.type('liste', 'stand', '')).data.choices?.length).toBeGreaterThan(0);
    planlotse = before;
  });

  it('is refused in words where it cannot be told any more', async () => {
    const answer = await ask('Maßnahmen gegen Diskriminierung');
    const foreign = await asker.clickCode(answer, 'from-another-bot', { locale: 'en-GB' });
    expect(foreign.type).toBe(NEW);
    expect(foreign.data.content).toContain('Please ask');
    const code = nodesOf(answer).find(({ label }) => label === 'Weitere')?.custom_id ?? '';
    const emptied = answer && { ...answer, components: [] };
    expect((await asker.clickCode(emptied, code)).data.content).toContain('nicht mehr zuordnen');
  });
});

it('counts what was answered without a word of it', async () => {
  const lines = bot.log.filter(({ msg }) => msg === 'answered');
  expect(lines.length).toBeGreaterThan(3);
  for (const line of lines) {
    expect(line).toMatchObject({
      adapter: 'discord',
      kind: expect.any(String),
      ids: expect.any(Array),
      ms: expect.any(Number),
    });
  }
  const text = bot.logText();
  expect(text).not.toMatch(/Diskriminierung|Frauen|[3-5]0000000000000000\d/);
});
