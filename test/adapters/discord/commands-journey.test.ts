import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type BotUnderTest, startBot } from './bot-under-test.js';
import { type DiscordServer, IDS, startDiscordServer, TOKEN } from './discord-server.js';
import { createUser, type DiscordUser, labelsOf, nodesOf, textOf } from './discord-user.js';

const EPHEMERAL = 64;
const isPrivate = (flags = 0): boolean => (flags & EPHEMERAL) !== 0;

let server: DiscordServer;
let bot: BotUnderTest;
let asker: DiscordUser;

beforeAll(async () => {
  server = await startDiscordServer();
  bot = await startBot(server, { reportUrl: 'https://example.org/melden' });
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

describe('the connection', () => {
  it('declares no privileged intent, and sends the token in the header', () => {
    const guilds = 1;
    const guildMessages = 1 << 9;
    const directMessages = 1 << 12;
    expect(server.gateway.identifies).toMatchObject([
      { token: TOKEN, intents: guilds | guildMessages | directMessages },
    ]);
    expect(server.seen.every(({ authorization }) => authorization === `Bot ${TOKEN}`)).toBe(true);
  });
});

describe('/plan frage', () => {
  it('answers the asker alone, within 3 s, with evidence, echo and controls', async () => {
    const { type, data, ms, message } = await asker.command('frage', { text: 'Maßnahmen gegen Diskriminierung' });
    expect(type).toBe(4);
    expect(isPrivate(data.flags)).toBe(true);
    expect(ms).toBeLessThan(3000);
    const text = textOf(message);
    expect(text).toContain('Maßnahmen zu „Diskriminierung“');
    expect(text).toMatch(/^-# Gesucht nach: Diskriminierung$/m);
    expect(text).toContain('Datenstand');
    expect(labelsOf(message)).toEqual(
      expect.arrayContaining([
        'Details',
        'Weitere',
        'Warum?',
        'Zum Kopieren',
        'Als Tabelle',
        'Öffentlich zeigen',
        'English',
      ]),
    );
    expect(labelsOf(message)).not.toContain('Zurück');
  });

  it('answers in English, with typos, and honestly where there is nothing', async () => {
    const english = await asker.command('frage', { text: 'measures for women' });
    expect(textOf(english.message)).toContain('Automatic look-up');
    const typo = await asker.command('frage', { text: 'Diskriminirung' });
    expect(textOf(typo.message)).toContain('Diskriminierung');
    const nothing = await asker.command('frage', { text: 'Pizza Quattro Stagioni' });
    expect(textOf(nothing.message)).toContain('nichts Passendes');
    expect(nodesOf(nothing.message)).toContainEqual(
      expect.objectContaining({ label: 'Lücke melden', url: 'https://example.org/melden' }),
    );
  });

  it('is public where the asker or the operator says so', async () => {
    const asked = await asker.command('frage', { text: 'InteA', oeffentlich: true });
    expect(isPrivate(asked.data.flags)).toBe(false);
    expect(labelsOf(asked.message)).not.toContain('Öffentlich zeigen');
    const there = { guild: IDS.publicGuild, channel: IDS.publicChannel };
    expect(isPrivate((await asker.command('frage', { text: 'InteA' }, there)).data.flags)).toBe(false);
    const secret = await asker.command('frage', { text: 'InteA', oeffentlich: false }, there);
    expect(isPrivate(secret.data.flags)).toBe(true);
  });

  it('takes a choice of the type-ahead, and hostile text', async () => {
    const { data } = await asker.type('frage', 'text', 'intea');
    const answer = await asker.command('frage', { text: data.choices?.[0]?.value ?? '' });
    expect(textOf(answer.message)).toMatch(/^### InteA/m);
    const hostile = '@everyone <@400000000000000002> **fett** [x](https://evil.example) `code` ||spoiler|| <#1> \u202E';
    const { message } = await asker.command('frage', { text: hostile, oeffentlich: true });
    expect(textOf(message)).not.toMatch(/(?<!\\)(?:@everyone|<@|\*\*fett|\[x\]|`code|\|\|spoiler|<#)/);
    const copied = await asker.click(message, 'Deutsch');
    expect(textOf(copied.message)).toContain('Gesucht nach: ');
  });
});

describe('the other subcommands', () => {
  it('liste combines filters, chosen or typed', async () => {
    const { message } = await asker.command('liste', { zielgruppe: 'frauen-und-maedchen', stand: 'laufend' });
    expect(textOf(message)).toContain('Maßnahmen: für Frauen und Mädchen; laufend');
    expect(textOf(message)).toContain('laufend');
    const typed = await asker.command('liste', { stand: 'laufend', ort: 'Atlantis', thema: 'Sprache' });
    expect(textOf(typed.message)).toContain('Gesucht nach:');
    const english = await asker.command('liste', { stand: 'running' }, { locale: 'en-GB' });
    expect(textOf(english.message)).toMatch(/\d+ entries: running/);
    const none = await asker.command('liste', {}, { locale: 'en-GB' });
    expect(textOf(none.message)).toContain('For example');
  });

  it('massnahme opens one record, chosen or typed', async () => {
    const { data } = await asker.type('massnahme', 'name', 'adibe');
    expect(data.choices?.[0]?.name).toContain('ADiBe');
    const { message } = await asker.command('massnahme', { name: data.choices?.[0]?.value ?? '' });
    expect(textOf(message)).toMatch(/^### .*ADiBe/m);
    expect(labelsOf(message)).toEqual(expect.arrayContaining(['Quelle 1']));
    expect(textOf((await asker.command('massnahme', { name: 'InteA' })).message)).toMatch(/^### InteA/m);
  });

  it('hilfe and datenschutz speak the language of the reader', async () => {
    const german = await asker.command('hilfe');
    expect(labelsOf(german.message)).toEqual(
      expect.arrayContaining(['Handlungsfelder dieser Sammlung', 'Was ist InteA?']),
    );
    const english = await asker.command('hilfe', {}, { locale: 'en-US' });
    expect(textOf(english.message)).toContain('For example');
    const privacy = await asker.command('datenschutz', {}, { locale: 'tr' });
    expect(textOf(privacy.message)).toContain('Arbeitsspeicher');
  });
});

describe('type-ahead', () => {
  it('answers within 300 ms, with at most 25 choices, also where nothing is typed', async () => {
    for (const [subcommand, option, typed] of [
      ['frage', 'text', ''],
      ['frage', 'text', 'dis'],
      ['massnahme', 'name', ''],
      ['liste', 'handlungsfeld', ''],
      ['liste', 'zielgruppe', 'frau'],
      ['liste', 'zustaendig', 'sozial'],
      ['liste', 'art', ''],
      ['liste', 'stand', 'l'],
      ['liste', 'ort', 'kas'],
      ['liste', 'herkunft', ''],
    ] as const) {
      const { type, data, ms } = await asker.type(subcommand, option, typed);
      expect(type).toBe(8);
      expect(data.choices?.length, `${option} "${typed}"`).toBeGreaterThan(0);
      expect(ms).toBeLessThan(300);
    }
    expect((await asker.type('frage', 'text', 'qqqqqq')).data.choices).toEqual([]);
    expect((await asker.type('frage', 'text', 'Sprache')).data.choices?.[0]?.name).toBe('Sprache');
  });
});

describe('"Im Plan nachschlagen"', () => {
  it('looks up what a message says and answers the asker alone, even on a public server', async () => {
    const there = { guild: IDS.publicGuild, channel: IDS.publicChannel };
    const { data, message } = await asker.lookUp('Wer hilft bei Rassismus im Job?', there);
    expect(isPrivate(data.flags)).toBe(true);
    expect(textOf(message)).toContain('Rassismus');
    expect(textOf((await asker.lookUp('')).message)).toContain('Bitte stellen Sie eine Frage');
  });
});

describe('installed by a user', () => {
  it('answers on a server and in a conversation that the bot is no member of', async () => {
    const payload = { authorizing_integration_owners: { 1: IDS.asker }, context: 0 };
    const strange = { guild: IDS.strangeGuild, channel: IDS.strangeChannel, payload };
    await server.twin.prisma.channel.create({ data: { id: IDS.strangeChannel, type: 0 } });
    const { data, message } = await asker.command('frage', { text: 'Maßnahmen für Frauen' }, strange);
    expect(isPrivate(data.flags)).toBe(true);
    const second = await asker.click(message, 'Weitere', undefined, strange);
    expect(textOf(second.message)).toContain('Seite 2');
    const between = { guild: null, channel: IDS.strangeChannel, payload: { ...payload, context: 2 } };
    expect(isPrivate((await asker.command('frage', { text: 'InteA' }, between)).data.flags)).toBe(true);
  });
});
