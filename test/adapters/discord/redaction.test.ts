import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createIntake } from '../../../src/commands/create-intake.js';
import { errorFields } from '../../../src/commands/create-log.js';
import { type BotUnderTest, startBot } from './bot-under-test.js';
import { type DiscordServer, type Failure, IDS, startDiscordServer, TOKEN } from './discord-server.js';
import { createUser, type DiscordUser } from './discord-user.js';

const SECRET = 'Geheimfrage';
const NAME = 'Anna Geheimname';
const QUESTION = `${SECRET} InteA`;
const HIDDEN = [SECRET, NAME, TOKEN, IDS.asker, IDS.general, IDS.guild, IDS.direct, 'interaction-token'];

const CALLBACK = /^POST \/interactions\/.*\/callback$/;
const MESSAGES = new RegExp(`^POST /channels/${IDS.general}/messages$`);
const READ = new RegExp(`^GET /channels/${IDS.direct}/messages`);

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

/** A refusal in which Discord, or a proxy in its place, says more than it should. */
function refusal(status: number, code: number): Failure {
  const message = `${SECRET} ${NAME} ${IDS.asker} ${TOKEN}`;
  return { status, body: { code, message, errors: { content: { _errors: [{ code: SECRET, message }] } } } };
}

/** Every way in which something can go wrong while serving: what is done, and the line that tells the operator. */
const PATHS: Readonly<Record<string, readonly [() => Promise<unknown>, string]>> = {
  'an answer to a command that Discord does not take': [
    () => {
      server.fail(CALLBACK, refusal(400, 50_035));
      return asker.command('frage', { text: QUESTION });
    },
    'could not answer',
  ],
  'an apology that it does not take either': [
    () => {
      server.fail(CALLBACK, refusal(400, 50_035), 2);
      return asker.command('frage', { text: QUESTION });
    },
    'could not apologise',
  ],
  'an answer that comes too late': [
    () => {
      server.fail(CALLBACK, refusal(404, 10_062));
      return asker.command('frage', { text: QUESTION });
    },
    'too late, or answered already',
  ],
  'an answer that may not stand there': [
    () => {
      server.fail(CALLBACK, refusal(403, 50_013));
      return asker.command('frage', { text: QUESTION, oeffentlich: true });
    },
    'may not answer there',
  ],
  'a mention that may not be answered there': [
    () => {
      server.fail(MESSAGES, refusal(403, 50_001));
      return asker.mutter(`<@${IDS.bot}> ${QUESTION}`);
    },
    'may not write there, answering in a direct message',
  ],
  'a mention whose answer fails': [
    () => {
      server.fail(MESSAGES, refusal(400, 50_035));
      return asker.mutter(`<@${IDS.bot}> ${QUESTION}`);
    },
    'could not answer',
  ],
  'a conversation that cannot be read': [
    () => {
      server.fail(READ, refusal(400, 50_035));
      return asker.mutter(QUESTION, { channel: IDS.direct, guild: null });
    },
    'could not read the answer before, answering without it',
  ],
  'a look-up that is refused': [
    () => {
      server.fail(CALLBACK, refusal(400, 50_035));
      return asker.lookUp(QUESTION);
    },
    'could not answer',
  ],
  'a click that is refused': [
    async () => {
      const { message } = await asker.command('frage', { text: 'InteA' });
      server.fail(CALLBACK, refusal(400, 50_035));
      await asker.click(message, 'Warum?');
    },
    'could not answer',
  ],
  'a type-ahead that is refused': [
    () => {
      server.fail(CALLBACK, refusal(400, 50_035));
      return asker.type('frage', 'text', SECRET);
    },
    'could not answer',
  ],
  'a pause that Discord asks for': [
    () => {
      const { body } = refusal(429, 0);
      server.fail(MESSAGES, {
        status: 429,
        body: { ...(body as object), retry_after: 0.05, global: false },
        headers: {
          'retry-after': '0.05',
          'x-ratelimit-scope': 'user',
          'x-ratelimit-bucket': 'messages',
          'x-ratelimit-limit': '5',
          'x-ratelimit-remaining': '0',
          'x-ratelimit-reset-after': '0.05',
        },
      });
      return asker.say(`<@${IDS.bot}> ${QUESTION}`);
    },
    'rate limited',
  ],
};

describe('nothing of who asked what, and no token, reaches the log', () => {
  it.each(Object.entries(PATHS))('with %s', async (_, [act, message]) => {
    const from = bot.log.length;
    await act();
    await bot.logged(message, from);
    await settle();
    const lines = JSON.stringify(bot.log.slice(from));
    for (const hidden of HIDDEN) expect(lines).not.toContain(hidden);
  });

  it('where Discord refuses at the start', async () => {
    // A refusal counts once, trouble is tried three times more.
    for (const [failure, times] of [
      [refusal(401, 0), 1],
      [refusal(500, 0), 4],
    ] as const) {
      server.fail(/^GET \/gateway\/bot$/, failure, times);
      const error: unknown = await startBot(server).catch((failed: unknown) => failed);
      expect(error).toMatchObject({ name: 'AdapterError' });
      for (const hidden of HIDDEN) expect(JSON.stringify(errorFields(error))).not.toContain(hidden);
    }
  });

  it('where someone asks too much', async () => {
    const limited = await startBot(server, { intake: createIntake({ perUser: 1, perServer: 0, observe: () => {} }) });
    await bot.stop();
    for (let asked = 0; asked < 2; asked++) await asker.command('frage', { text: QUESTION });
    await limited.logged('limited');
    for (const hidden of HIDDEN) expect(limited.logText()).not.toContain(hidden);
    await limited.stop();
    bot = await startBot(server);
  });
});

describe('an apology', () => {
  it('names the reference that is on every line of its question', async () => {
    const from = bot.log.length;
    server.fail(CALLBACK, refusal(400, 50_035));
    const seen = server.seen.length;
    await asker.command('frage', { text: QUESTION });
    const { body } = await server.request(CALLBACK, seen + 1);
    const [, reference = ''] = /Kennung ([a-z0-9]{6})\)/.exec(JSON.stringify(body)) ?? [];
    expect(await bot.logged('could not answer', from)).toMatchObject({ ref: reference });
    expect(bot.events).toContainEqual({ kind: 'failed', code: 'DISCORD_50035' });
  });

  it('stands below a message too', async () => {
    const from = bot.log.length;
    const seen = server.seen.length;
    server.fail(READ, refusal(400, 50_035));
    const direct = new RegExp(`^POST /channels/${IDS.direct}/messages$`);
    server.fail(direct, refusal(400, 50_035));
    await asker.mutter(QUESTION, { channel: IDS.direct, guild: null });
    const first = server.seen.indexOf(await server.request(direct, seen));
    const { body } = await server.request(direct, first + 1);
    const [, reference = ''] = /Kennung ([a-z0-9]{6})\).*reference \1\)/.exec(JSON.stringify(body)) ?? [];
    await bot.logged('could not answer', from);
    const lines = bot.log.slice(from).filter(({ ref }) => ref === reference);
    expect(lines.map(({ msg }) => msg)).toEqual([
      'could not read the answer before, answering without it',
      'could not answer',
    ]);
  });
});

/** Asks by command and waits for the answer, so that whatever came before is through. */
async function settle(): Promise<void> {
  const from = bot.log.length;
  await asker.command('hilfe');
  await bot.logged('answered', from);
}
