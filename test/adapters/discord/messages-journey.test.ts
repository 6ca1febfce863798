import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type BotUnderTest, startBot } from './bot-under-test.js';
import { type DiscordServer, IDS, type Seen, startDiscordServer } from './discord-server.js';
import { createUser, type DiscordUser, labelsOf, textOf } from './discord-user.js';

const BOT = `<@${IDS.bot}>`;

let server: DiscordServer;
let bot: BotUnderTest;
let asker: DiscordUser;

beforeAll(async () => {
  server = await startDiscordServer();
  bot = await startBot(server);
  asker = createUser(server);
});

afterAll(async () => {
  await bot.stop();
  await server.stop();
});

afterEach(() => expect(server.faults).toEqual([]));

const direct = { channel: IDS.direct, guild: null };
const thread = { channel: IDS.thread };

/** Requests since a place in the record, as "METHOD path". */
const since = (from: number): string[] => server.seen.slice(from).map(({ method, path }) => `${method} ${path}`);

describe('a mention', () => {
  it('is answered below the question, for all to see, without a ping', async () => {
    const answer = await asker.say(`${BOT} Wer hilft bei Rassismus?`);
    expect(textOf(answer)).toContain('Rassismus');
    expect(textOf(answer)).not.toContain(IDS.bot);
    expect(labelsOf(answer)).not.toContain('Öffentlich zeigen');
    const { body } = server.seen.at(-1) as Seen;
    expect(body).toMatchObject({
      message_reference: { message_id: expect.any(String) },
      allowed_mentions: { parse: [], replied_user: false },
    });
  });

  it('goes on from the answer that it replies to, read by one call', async () => {
    const answer = await asker.say(`${BOT} Maßnahmen für Frauen`);
    const from = server.seen.length;
    const refined = await asker.say('nur laufende', { replyTo: answer });
    expect(textOf(refined)).toContain('Maßnahmen: für Frauen und Mädchen; laufend');
    expect(since(from)).toEqual([
      `GET /channels/${IDS.general}/messages/${answer.id}`,
      `POST /channels/${IDS.general}/messages`,
    ]);
    expect(textOf(await asker.say('mehr', { replyTo: refined }))).toContain('Seite 2');
  });

  it('keeps the words of the question that it refines', async () => {
    const answer = await asker.say(`${BOT} Maßnahmen gegen Diskriminierung`);
    const refined = await asker.say('nur laufende', { replyTo: answer, user: IDS.other });
    expect(textOf(refined)).toContain('zu „Diskriminierung“: laufend');
  });

  it('in a thread goes on from the last answer there, and in a channel stands alone', async () => {
    await asker.say(`${BOT} Maßnahmen für Frauen`, thread);
    const from = server.seen.length;
    expect(textOf(await asker.say(`${BOT} nur laufende`, thread))).toContain('für Frauen und Mädchen; laufend');
    expect(since(from).filter((request) => request.startsWith('GET'))).toHaveLength(1);
    await asker.say(`${BOT} Maßnahmen für Frauen`);
    expect(textOf(await asker.say(`${BOT} nur laufende`))).not.toContain('Frauen');
  });

  it('is answered in the text of a stage channel too', async () => {
    expect(textOf(await asker.say(`${BOT} Was ist InteA?`, { channel: IDS.voice }))).toContain('InteA');
  });

  it('without a word, or with far too many, gets an answer too', async () => {
    expect(textOf(await asker.say(BOT))).toContain('Bitte stellen Sie eine Frage');
    expect(textOf(await asker.say(`${BOT} ${'Deutschkurs '.repeat(150)}`))).toContain('ersten 300 Zeichen');
  });
});

describe('a direct message', () => {
  it('is answered, and goes on from the last answer, read by one call', async () => {
    const answer = await asker.say('Maßnahmen für Frauen', direct);
    expect(textOf(answer)).toContain('für Frauen und Mädchen');
    const from = server.seen.length;
    expect(textOf(await asker.say('nur laufende', direct))).toContain('Frauen und Mädchen; laufend');
    expect(since(from).map((request) => request.split('?')[0])).toEqual([
      `GET /channels/${IDS.direct}/messages`,
      `POST /channels/${IDS.direct}/messages`,
    ]);
  });

  it('has buttons that replace the answer, and commands whose answer can be gone on from', async () => {
    const answer = await asker.say('measures for women', direct);
    const second = await asker.click(answer, 'More', undefined, direct);
    expect(second.type).toBe(7);
    expect(textOf(second.message)).toContain('Page 2');
    const { data } = await asker.command('frage', { text: 'Maßnahmen für Jugendliche' }, direct);
    expect((data.flags ?? 0) & 64).toBe(0);
    expect(textOf(await asker.say('nur laufende', direct))).toContain('laufend');
  });
});

describe('what is not for the bot', () => {
  it('is not read and not answered: talk, other mentions, bots, itself', async () => {
    const from = server.seen.length;
    await asker.mutter('Wer hilft bei Rassismus?');
    await asker.mutter(`<@${IDS.other}> Wer hilft bei Rassismus?`);
    await asker.mutter('@everyone Wer hilft?');
    await asker.mutter(`${BOT} Wer hilft bei Rassismus?`, { user: IDS.otherBot });
    await asker.mutter(`${BOT} Wer hilft bei Rassismus?`, { user: IDS.bot });
    await asker.say(`${BOT} Danke`);
    expect(since(from)).toEqual([`POST /channels/${IDS.general}/messages`]);
  });
});

describe('where the bot may not write', () => {
  const refuse = (code: number, status = 403) => ({ status, body: { code, message: 'geheime Frage' } });

  it.each([
    ['sending', 50_013],
    ['seeing the channel', 50_001],
    ['a locked thread', 160_005],
    ['a channel of another kind', 50_008],
  ])('it answers in a direct message and says what to do: %s', async (_, code) => {
    server.fail(/^POST \/channels\/300000000000000001\/messages$/, refuse(code));
    const from = server.seen.length;
    await asker.mutter(`${BOT} Maßnahmen für Frauen`);
    const { body } = await server.request(/^POST \/channels\/300000000000000005\/messages$/, from);
    const text = JSON.stringify(body);
    expect(text).toContain('„Nachrichten senden“');
    expect(text).toContain('/plan');
    expect(text).toContain('für Frauen und Mädchen');
    expect(await bot.logged('may not write there, answering in a direct message')).toMatchObject({
      mend: expect.stringContaining('Send Messages'),
    });
  });

  it('it goes on where the asker takes no direct messages either', async () => {
    server.fail(/^POST \/channels\/300000000000000001\/messages$/, refuse(50_013));
    server.fail(/^POST \/channels\/300000000000000005\/messages$/, refuse(50_007));
    await asker.mutter(`${BOT} Maßnahmen für Frauen`);
    expect(await bot.logged('may not answer there')).toMatchObject({ err: { code: 50_007 } });
    expect(textOf(await asker.say(`${BOT} InteA`))).toContain('InteA');
  });

  it('it answers without pointing to the question where it may not read what was said', async () => {
    server.fail(/^POST \/channels\/300000000000000001\/messages$/, refuse(160_002, 400));
    const from = server.seen.length;
    await asker.mutter(`${BOT} InteA`);
    const second = await server.request(/^POST \/channels\/300000000000000001\/messages$/, from + 1);
    expect(second.body).not.toHaveProperty('message_reference');
    expect(JSON.stringify(second.body)).toContain('InteA');
  });

  it('it answers a follow-up for itself where the answer before may not be read', async () => {
    const answer = await asker.say(`${BOT} Maßnahmen für Frauen`);
    server.fail(/^GET \/channels\/300000000000000001\/messages\//, refuse(50_001));
    expect(textOf(await asker.say('nur laufende', { replyTo: answer }))).not.toContain('Frauen');
  });
});

it('says in its log nothing of what was asked, by whom and where', () => {
  expect(bot.log.filter(({ msg }) => msg === 'answered').length).toBeGreaterThan(10);
  expect(bot.logText()).not.toMatch(/Frauen|Rassismus|geheime|somebody|[2-4]0000000000000000\d|interaction-token/);
});
