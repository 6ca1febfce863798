import { afterEach, describe, expect, it } from 'vitest';
import { createAnsweredMemory } from '../../../src/adapters/slack/answered-memory.js';
import { SCOPES } from '../../../src/adapters/slack/scopes.js';
import { eventOf, textOf } from './stand-in/person.js';
import { type Running, type RunOptions, runBot, screenOf } from './stand-in/running-bot.js';
import { startStandIn } from './stand-in/stand-in.js';

const open: { readonly close: () => Promise<void> }[] = [];

afterEach(async () => {
  for (const one of open.splice(0)) await one.close();
});

async function run(options?: RunOptions): Promise<Running> {
  const bot = await runBot(options);
  open.push(bot);
  return bot;
}

/** Everything that the bot has shown to somebody. */
const shownBy = (bot: Running) =>
  bot.slack.calls.all.filter(({ method }) => /^(?:chat\.post|respond|files\.complete)/.test(method));

/** Asks by command and waits for the answer, so that whatever came before is through. */
async function settle(bot: Running): Promise<void> {
  const next = bot.since();
  await Promise.all([next('respond'), bot.anna.command('Hilfe')]);
}

const RACISM = 'Was gibt es gegen Rassismus?';

describe('every question is answered once', () => {
  it('however often it is delivered', async () => {
    const bot = await run();
    const { team } = bot.slack.channels;
    const event = eventOf({ type: 'app_mention', user: bot.slack.people.anna, channel: team, text: RACISM, ts: '1.1' });
    await bot.slack.socket.deliver('events_api', event);
    await bot.slack.socket.deliver('events_api', event, 1);
    await Promise.all([2, 3].map((retry) => bot.slack.socket.deliver('events_api', event, retry)));
    await settle(bot);
    expect(shownBy(bot).filter(({ method }) => method === 'chat.postMessage')).toHaveLength(1);
  });

  it('also where it comes as a mention and as a message', async () => {
    const bot = await run();
    const { direct } = bot.slack.channels;
    const message = { user: bot.slack.people.anna, channel: direct, text: RACISM, ts: '2.2', channel_type: 'im' };
    await bot.slack.socket.deliver('events_api', eventOf({ ...message, type: 'app_mention' }));
    await bot.slack.socket.deliver('events_api', eventOf({ ...message, type: 'message' }));
    await settle(bot);
    expect(shownBy(bot).filter(({ method }) => method === 'chat.postMessage')).toHaveLength(1);
  });

  it('with a memory that does not grow without end', () => {
    const memory = createAnsweredMemory(2);
    expect([memory.claim('a'), memory.claim('b'), memory.claim('a')]).toEqual([true, true, false]);
    expect(memory.claim('c')).toBe(true);
    // "b" was asked for longest ago.
    expect([memory.claim('a'), memory.claim('c'), memory.claim('b')]).toEqual([false, false, true]);
  });
});

it('ignores bots, edits, joins, channels without a mention, and itself', async () => {
  const bot = await run();
  const { direct, team } = bot.slack.channels;
  const { anna } = bot.slack.people;
  const message = { type: 'message', channel_type: 'im', channel: direct, user: anna, text: RACISM };
  const ignored = [
    { ...message, ts: '3.1', bot_id: 'B9' },
    { ...message, ts: '3.2', user: 'U1PLAN', bot_id: 'B1PLAN' },
    { ...message, ts: '3.3', subtype: 'message_changed', message: { text: RACISM } },
    { ...message, ts: '3.4', subtype: 'channel_join' },
    { ...message, ts: '3.5', subtype: 'bot_message', user: undefined },
    { ...message, ts: '3.6', edited: { user: anna, ts: '3.7' } },
    { ...message, ts: '3.7', channel: team, channel_type: 'channel' },
    { type: 'app_mention', channel: team, user: anna, text: RACISM, ts: '3.8', bot_id: 'B9' },
    { type: 'app_mention', channel: team, user: anna, text: RACISM, ts: '3.9', edited: { user: anna, ts: '4' } },
    { type: 'app_home_opened', user: anna, channel: direct, tab: 'messages', event_ts: '1' },
  ];
  for (const event of ignored) await bot.slack.socket.deliver('events_api', eventOf(event));
  await settle(bot);
  expect(shownBy(bot)).toHaveLength(1);
  const sent = bot.since();
  await bot.slack.socket.deliver('events_api', eventOf({ ...message, ts: '4.1', subtype: 'file_share' }));
  expect((await sent('chat.postMessage')).body.channel).toBe(direct);
});

describe('where the bot may not write', () => {
  it('in a channel it answers the asker alone, and clicks on that work', async () => {
    const bot = await run();
    bot.slack.fail('chat.postMessage', { body: { ok: false, error: 'restricted_action' } });
    const next = bot.since();
    const [call] = await Promise.all([
      next('chat.postEphemeral'),
      bot.anna.mention(bot.slack.channels.team, 'Maßnahmen zu Deutschkurs'),
    ]);
    expect(call.body).toMatchObject({ user: bot.slack.people.anna });
    const more = bot.since();
    await bot.anna.click(screenOf(call), 'Weitere');
    expect(textOf(screenOf(await more('respond')).blocks)).toContain('Seite 2 von 2');
  });

  it('in an archived channel it answers in a direct message', async () => {
    const bot = await run();
    await bot.anna.mention(bot.slack.channels.archived, RACISM);
    const posted = await bot.slack.calls.next(
      ({ method, result }) => method === 'chat.postMessage' && result.ok === true,
    );
    expect(posted.body.channel).toBe(bot.slack.channels.direct);
  });

  it('and nowhere else, it leaves a line in the log', async () => {
    const bot = await run();
    const refused = { body: { ok: false, error: 'is_archived' } };
    bot.slack.fail('chat.postMessage', refused, refused);
    await bot.anna.mention(bot.slack.channels.archived, RACISM);
    const line = await bot.log.next(({ msg }) => String(msg).startsWith('no place takes the answer'));
    expect(line.level).toBe('warn');
  });
});

describe('what Slack does to apps', () => {
  it('keeps a pause that Slack asks for, and answers then, once', async () => {
    const bot = await run();
    bot.slack.fail('chat.postMessage', { status: 429, headers: { 'retry-after': '1' }, body: { ok: false } });
    const began = performance.now();
    await bot.anna.mention(bot.slack.channels.team, RACISM);
    await bot.slack.calls.next(({ method, result }) => method === 'chat.postMessage' && result.ok === true);
    expect(performance.now() - began).toBeGreaterThan(950);
    await settle(bot);
    expect(shownBy(bot).filter(({ result, method }) => method === 'chat.postMessage' && result.ok)).toHaveLength(1);
  });

  it('does not answer twice where the line breaks after an answer was taken', async () => {
    const bot = await run();
    bot.slack.fail('chat.postMessage', { breaks: 'after' });
    await bot.anna.mention(bot.slack.channels.team, RACISM);
    await bot.log.next(({ msg }) => msg === 'could not answer');
    await settle(bot);
    const posts = shownBy(bot).filter(({ method }) => method === 'chat.postMessage');
    expect(posts.map((call) => textOf(screenOf(call).blocks))).toEqual([expect.stringContaining('Netzwerk')]);
  });

  it('connects again where Slack asks for it, and where the line is cut', async () => {
    const bot = await run();
    const { socket } = bot.slack;
    socket.refresh();
    await bot.log.next(({ msg }) => msg === 'connected again');
    await settle(bot);
    const lines = bot.log.all.length;
    socket.cut();
    await bot.log.next(({ msg }) => msg === 'connected again', lines);
    await settle(bot);
    expect(socket.connections()).toBe(3);
  });

  it('tries again with pauses while Slack cannot be reached', async () => {
    const bot = await run();
    bot.slack.fail(
      'apps.connections.open',
      { breaks: 'before' },
      { status: 503 },
      { body: { ok: false, error: 'internal_error' } },
    );
    bot.slack.socket.cut();
    await bot.log.next(({ msg }) => msg === 'connected again');
    expect(bot.log.all.filter(({ msg }) => msg === 'could not connect again')).toHaveLength(3);
    await settle(bot);
  });

  it('says which scope is missing and how to mend it, at the start and when it is needed', async () => {
    const scopes = Object.keys(SCOPES).filter((scope) => scope !== 'files:write' && scope !== 'channels:history');
    const bot = await run({ scopes });
    expect(bot.log.all).toContainEqual(
      expect.objectContaining({
        code: 'SLACK_MISSING_SCOPE',
        scope: 'files:write',
        msg: expect.stringContaining('install'),
      }),
    );
    const ask = bot.since();
    await bot.anna.command('Deutschkurse');
    const screen = screenOf(await ask('respond'));
    const told = bot.since();
    await bot.anna.click(screen, 'Als Tabelle');
    expect((await told('respond')).body.text).toContain('nicht geklappt');
    expect(await bot.log.next(({ msg }) => msg === 'could not answer')).toMatchObject({
      err: { code: 'SLACK_MISSING_SCOPE', message: expect.stringContaining('files:write') },
    });
    // Without the right to read threads a follow-up stands on its own.
    const ts = await bot.anna.mention(bot.slack.channels.team, 'Deutschkurse');
    const next = bot.since();
    await bot.anna.mention(bot.slack.channels.team, 'Was ist NGR?', ts);
    expect((await next('chat.postMessage')).body.thread_ts).toBe(ts);
  });

  it('ends this adapter alone where the token is revoked, when it answers or connects', async () => {
    const bot = await run();
    bot.slack.fail('chat.postMessage', { body: { ok: false, error: 'token_revoked' } });
    await bot.anna.mention(bot.slack.channels.team, RACISM);
    const failed = await bot.failures.next(() => true);
    expect(failed).toMatchObject({
      code: 'SLACK_TOKEN_REFUSED',
      message: expect.stringContaining('Install the app again'),
    });
    const other = await run();
    other.slack.fail('apps.connections.open', { body: { ok: false, error: 'invalid_auth' } });
    other.slack.socket.cut();
    expect(await other.failures.next(() => true)).toMatchObject({ code: 'SLACK_TOKEN_REFUSED', retry: false });
  });
});

describe('at the start', () => {
  const refusal = async (method: string, error: string): Promise<unknown> => {
    const slack = await startStandIn();
    open.push(slack);
    slack.fail(method, { body: { ok: false, error, needed: 'connections:write' } });
    return runBot({ slack }).then(
      () => 'started',
      (failed: unknown) => failed,
    );
  };

  it.each([
    ['auth.test', 'invalid_auth', 'SLACK_TOKEN_REFUSED', false],
    ['apps.connections.open', 'not_allowed_token_type', 'SLACK_WRONG_TOKEN', false],
    ['apps.connections.open', 'missing_scope', 'SLACK_MISSING_SCOPE', false],
    ['auth.test', 'internal_error', 'SLACK_REFUSED', true],
  ])('%s: %s ends with what to do', async (method, error, code, retry) => {
    expect(await refusal(method, error)).toMatchObject({ name: 'AdapterError', code, retry });
  });

  it('asks to be tried again where Slack asks for a pause', async () => {
    const slack = await startStandIn();
    open.push(slack);
    slack.fail('auth.test', { status: 429, headers: { 'retry-after': '30' } });
    await expect(runBot({ slack })).rejects.toMatchObject({ code: 'SLACK_RATE_LIMITED', retry: true });
  });

  it('asks to be tried again where Slack is not there', async () => {
    const slack = await startStandIn();
    await slack.close();
    await expect(runBot({ slack })).rejects.toMatchObject({ code: 'SLACK_UNREACHABLE', retry: true });
  });
});

it('answers what is in flight before it stops', async () => {
  const bot = await run();
  bot.slack.fail('chat.postMessage', { status: 429, headers: { 'retry-after': '1' }, body: { ok: false } });
  await bot.anna.mention(bot.slack.channels.team, RACISM);
  await bot.slack.calls.next(({ method }) => method === 'chat.postMessage');
  await bot.stop();
  expect(bot.log.all.map(({ msg }) => msg)).toContain('answered');
});

it('logs what was answered, never what was asked or by whom', async () => {
  const bot = await run();
  const { people, channels } = bot.slack;
  const secret = 'Geheimfrage';
  bot.slack.fail('respond', { status: 500 });
  bot.slack.fail('chat.postMessage', { body: { ok: false, error: `${secret} ${people.anna}` } });
  await bot.anna.command(`${secret} Rassismus`);
  await bot.anna.mention(channels.team, `${secret} Rassismus`);
  await bot.anna.lookUp(`${secret} Rassismus`);
  await bot.slack.socket.deliver('interactive', {
    type: 'block_actions',
    user: { id: people.anna, name: secret },
    actions: [{ action_id: `click:${secret}`, type: 'button' }],
    team: null,
    response_url: bot.slack.responseUrl(),
    container: null,
  });
  await bot.log.next(({ msg }) => msg === 'could not handle what Slack sent');
  await bot.log.next(({ way }) => way === 'shortcut');
  await settle(bot);
  const log = JSON.stringify(bot.log.all);
  expect(log).toContain('"ids"');
  for (const hidden of [secret, people.anna, channels.team, channels.direct, 'xoxb-', 'xapp-']) {
    expect(log).not.toContain(hidden);
  }
});
