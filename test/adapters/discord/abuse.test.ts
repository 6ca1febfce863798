import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createIntake } from '../../../src/commands/create-intake.js';
import { HARMFUL, HOSTILE_QUESTIONS, MARK, textsIn } from '../hostile-questions.js';
import { type BotUnderTest, startBot } from './bot-under-test.js';
import { type DiscordServer, IDS, startDiscordServer } from './discord-server.js';
import { createUser, textOf } from './discord-user.js';

let server: DiscordServer;

beforeAll(async () => {
  server = await startDiscordServer();
});

afterAll(() => server.stop());

const BOT = `<@${IDS.bot}>`;
const TOO_MANY = /Sie haben in kurzer Zeit viele Fragen gestellt.*in \d+ Sekunden?/;

describe('whoever asks too much', () => {
  let bot: BotUnderTest;
  afterEach(() => bot.stop());

  const limited = async (perUser: number): Promise<void> => {
    bot = await startBot(server, { intake: createIntake({ perUser, perServer: 0, observe: () => {} }) });
  };

  it('is told so once, alone, and not answered; others are', async () => {
    await limited(2);
    const asker = createUser(server);
    const from = server.seen.length;
    const { message } = await asker.command('frage', { text: 'InteA' });
    await asker.click(message, 'Warum?');
    const { data } = await asker.command('frage', { text: 'InteA' });
    expect(data).toMatchObject({ flags: 68, content: expect.stringMatching(TOO_MANY) });
    await asker.mutter(`${BOT} InteA`);
    const other = await createUser(server, { user: IDS.other, locale: 'en-US' }).command('frage', { text: 'InteA' });
    expect(textOf(other.message)).toContain('InteA');
    // The answer, the reasons, the refusal, and what the other one asked; nothing to the mention.
    expect(server.seen.slice(from).filter(({ method }) => method === 'POST')).toHaveLength(4);
    expect(bot.log.filter(({ msg }) => msg === 'limited')).toEqual([
      expect.objectContaining({ reason: 'user', seconds: expect.any(Number), ref: expect.any(String) }),
    ]);
  });

  it('is told in a direct message where nothing else is for one alone', async () => {
    await limited(1);
    const asker = createUser(server);
    await asker.say(`${BOT} InteA`);
    const from = server.seen.length;
    await asker.mutter(`${BOT} InteA`);
    const { body } = await server.request(new RegExp(`^POST /channels/${IDS.direct}/messages$`), from);
    expect(body).toMatchObject({
      content: expect.stringMatching(/viele Fragen gestellt[\s\S]*many questions/),
      allowed_mentions: { parse: [] },
    });
  });

  it('gets no choices while typing, and no error', async () => {
    await limited(1);
    const asker = createUser(server);
    const counts: number[] = [];
    for (let typed = 0; typed < 11; typed++) {
      counts.push((await asker.type('frage', 'text', 'Int')).data.choices?.length ?? -1);
    }
    expect(counts.slice(0, 10).every((count) => count > 0)).toBe(true);
    expect(counts[10]).toBe(0);
  });
});

describe('a hostile question', () => {
  let bot: BotUnderTest;
  beforeAll(async () => {
    bot = await startBot(server);
  });
  afterAll(() => bot.stop());

  it.each([...HOSTILE_QUESTIONS])('with %s gets one plain answer, for the asker alone', async (_, question) => {
    const from = server.seen.length;
    const { data, message } = await createUser(server).command('frage', { text: question });
    expect(data.flags).toBe(32_836);
    expect(textOf(message)).toMatch(/Datenstand|Data as of/);
    const { seen } = server;
    expect(seen.slice(from).filter(({ method }) => method === 'POST')).toHaveLength(1);
    for (const text of textsIn(seen.slice(from).map(({ body }) => body))) {
      expect(text).not.toMatch(HARMFUL);
      expect(text.length).toBeLessThanOrEqual(4000);
    }
    expect(textOf(message)).not.toMatch(/(?<!\\)@(?:everyone|here)|(?<!\\)<[@#]/);
    expect(bot.logText()).not.toContain(MARK);
    expect(server.faults).toEqual([]);
  });

  it('of a hundred thousand letters is answered in a channel as well, and says that it was cut', async () => {
    const question = `${BOT} ${HOSTILE_QUESTIONS.get('a hundred thousand words')}`;
    expect(textOf(await createUser(server).say(question))).toContain('ersten 300 Zeichen');
  });
});
