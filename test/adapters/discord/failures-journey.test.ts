import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { isUnreachable } from '../../../src/commands/start-with-retry.js';
import { type BotUnderTest, startBot } from './bot-under-test.js';
import { type DiscordServer, IDS, startDiscordServer, TOKEN } from './discord-server.js';
import { createUser, type DiscordUser, textOf } from './discord-user.js';

const BOT = `<@${IDS.bot}>`;
/** The client pauses before it connects again. */
const UNHURRIED = { timeout: 18_000 };

let server: DiscordServer;
let bot: BotUnderTest;
let asker: DiscordUser;

beforeEach(async () => {
  server = await startDiscordServer();
  bot = await startBot(server);
  asker = createUser(server);
});

afterEach(async () => {
  await bot.stop();
  await server.stop();
});

const CALLBACK = /^POST \/interactions\/.*\/callback$/;
const MESSAGES = new RegExp(`^POST /channels/${IDS.general}/messages$`);

/** The place of the next such request in the record. */
async function indexOf(request: RegExp, from: number): Promise<number> {
  return server.seen.indexOf(await server.request(request, from));
}

describe('an interaction', () => {
  it('that is too old or was answered already is let go, and the next is answered', async () => {
    for (const code of [10_062, 40_060]) {
      server.fail(CALLBACK, { status: code === 10_062 ? 404 : 400, body: { code, message: 'Unknown interaction' } });
      await asker.command('frage', { text: 'InteA' });
      await asker.type('frage', 'text', 'x');
    }
    expect(await bot.logged('too late, or answered already')).toMatchObject({ via: 'command', err: { code: 10_062 } });
    expect(textOf((await asker.command('frage', { text: 'InteA' })).message)).toContain('InteA');
    expect(server.seen.filter(({ path }) => path.endsWith('/callback'))).toHaveLength(5);
  });

  it('that is rate limited is answered once, after the pause that Discord asks for', async () => {
    const limit = {
      status: 429,
      body: { message: 'rate limited', retry_after: 0.2, global: false },
      headers: { 'retry-after': '0.2' },
    };
    server.fail(CALLBACK, limit);
    const from = server.seen.length;
    await asker.command('frage', { text: 'InteA' });
    const again = await server.request(CALLBACK, from + 1);
    expect(again.at - (server.seen[from]?.at ?? 0)).toBeGreaterThanOrEqual(190);
    server.fail(MESSAGES, limit);
    const later = server.seen.length;
    await asker.mutter(`${BOT} InteA`);
    await server.request(MESSAGES, (await indexOf(MESSAGES, later)) + 1);
    await asker.say(`${BOT} Danke`);
    const posted = (await server.twin.channel(IDS.general).getMessages()).filter(({ author }) => author.id === IDS.bot);
    // To the command, to the mention, to the thanks.
    expect(posted).toHaveLength(3);
  });

  it('that Discord refuses otherwise gets one apology, and its words reach no log', async () => {
    const secret = `geheime Frage ${TOKEN}`;
    server.fail(CALLBACK, {
      status: 400,
      body: { code: 50_035, message: secret, errors: { data: { _errors: [{ code: 'X', message: secret }] } } },
    });
    const from = server.seen.length;
    await asker.command('frage', { text: secret });
    const { body } = await server.request(CALLBACK, from + 1);
    expect(body).toMatchObject({ type: 4, data: { content: expect.stringContaining('leider nicht geklappt') } });
    expect(await bot.logged('could not answer')).toMatchObject({ err: { code: 50_035 } });
    expect(bot.logText()).not.toContain('geheime');
    expect(bot.logText()).not.toContain(TOKEN);
  });

  it('that may not be answered for all says what to do', async () => {
    server.fail(CALLBACK, { status: 403, body: { code: 50_013, message: 'Missing Permissions' } });
    const from = server.seen.length;
    await asker.command('frage', { text: 'InteA', oeffentlich: true });
    const { body } = await server.request(CALLBACK, from + 1);
    expect(body).toMatchObject({ data: { flags: 68, content: expect.stringContaining('ohne „oeffentlich“') } });
  });

  it('that may not have a file says so', async () => {
    const { message } = await asker.command('frage', { text: 'Maßnahmen für Frauen' });
    server.fail(CALLBACK, { status: 403, body: { code: 50_013, message: 'Missing Permissions' } });
    const from = server.seen.length;
    await asker.click(message, 'Als Tabelle');
    const { body } = await server.request(CALLBACK, from + 1);
    expect(body).toMatchObject({ data: { content: expect.stringContaining('„Dateien anhängen“') } });
  });
});

describe('the connection', () => {
  it('comes back after a disconnect: the client identifies anew and answers', async () => {
    server.gateway.closeAll(4000);
    await bot.logged('connecting again');
    await vi.waitUntil(() => server.gateway.identifies.length >= 2, UNHURRIED);
    await server.connections(1);
    expect(server.gateway.resumes()).toBe(1);
    expect(server.gateway.identifies).toHaveLength(2);
    expect(textOf(await asker.say(`${BOT} InteA`))).toContain('InteA');
    expect(server.seen.filter(({ path }) => path.endsWith('/messages'))).toHaveLength(1);
  });

  it('comes back after an outage, however often it was refused meanwhile', async () => {
    server.gateway.down(true);
    await vi.waitUntil(() => server.gateway.down(true) >= 3, UNHURRIED);
    server.gateway.down(false);
    await server.connections(1);
    expect(textOf(await asker.say(`${BOT} InteA`))).toContain('InteA');
  });

  it('is given up when the token is revoked, seen by the socket or by a request', async () => {
    server.revoke();
    expect(await bot.failed).toMatchObject({
      code: 'DISCORD_TOKEN_REFUSED',
      message: expect.stringContaining('DISCORD_TOKEN'),
    });
  });

  it('is given up when a request is refused', async () => {
    server.fail(MESSAGES, { status: 401, body: { code: 0, message: '401: Unauthorized' } });
    await asker.mutter(`${BOT} InteA`);
    expect(await bot.failed).toMatchObject({ code: 'DISCORD_TOKEN_REFUSED' });
  });
});

describe('the end', () => {
  it('waits for what is in flight, and takes nothing more', async () => {
    const { held, release } = server.hold(CALLBACK);
    const asked = asker.command('frage', { text: 'InteA' });
    await held;
    let isStopped = false;
    const stopped = bot.stop().then(() => {
      isStopped = true;
    });
    await asker.mutter(`${BOT} InteA`);
    expect(isStopped).toBe(false);
    release();
    expect(textOf((await asked).message)).toContain('InteA');
    await stopped;
    expect(bot.log.filter(({ msg }) => msg === 'answered')).toHaveLength(1);
    expect(server.seen.filter(({ path }) => MESSAGES.test(`POST ${path}`))).toEqual([]);
  });
});

describe('the start', () => {
  it('is refused with a wrong token, and says what to do', async () => {
    await expect(startBot(server, { token: `${TOKEN}x` })).rejects.toMatchObject({
      code: 'DISCORD_TOKEN_REFUSED',
      retry: false,
    });
  });

  it('is worth another attempt where Discord is down or cannot be reached', async () => {
    const gateway = /^GET \/gateway\/bot$/;
    server.fail(gateway, { status: 502, body: {} }, 10);
    const down = await startBot(server).catch((error: unknown) => error);
    expect(down).toMatchObject({ code: 'DISCORD_UNAVAILABLE' });
    expect(isUnreachable(down)).toBe(true);
    const nowhere = { ...server, apiUrl: 'http://127.0.0.1:1/api' };
    const unreachable = await startBot(nowhere).catch((error: unknown) => error);
    expect(isUnreachable(unreachable)).toBe(true);
  });

  it('ends where the program stops meanwhile', async () => {
    await expect(startBot(server, { signal: AbortSignal.abort() })).rejects.toBeDefined();
    expect(server.gateway.connected()).toBe(1);
  });
});
