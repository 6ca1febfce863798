import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createIntake } from '../../../src/commands/create-intake.js';
import { HARMFUL, HOSTILE_QUESTIONS, MARK, textsIn } from '../hostile-questions.js';
import { eventOf, textOf } from './stand-in/person.js';
import { type Running, runBot, screenOf } from './stand-in/running-bot.js';

const open: Running[] = [];

afterEach(async () => {
  for (const one of open.splice(0)) await one.close();
});

async function limited(perUser: number): Promise<Running> {
  const bot = await runBot({ intake: createIntake({ perUser, perServer: 0, observe: () => {} }) });
  open.push(bot);
  return bot;
}

const TOO_MANY = /Sie haben in kurzer Zeit viele Fragen gestellt.*in \d+ Sekunden?[\s\S]*You have asked many/;

describe('whoever asks too much', () => {
  it('is told so once, alone, and not answered; others are', async () => {
    const bot = await limited(2);
    const { slack, anna } = bot;
    for (let asked = 0; asked < 5; asked++) await anna.command('Deutschkurse');
    await slack.socket.deliver(
      'events_api',
      eventOf({ type: 'app_mention', user: 'U2BEN', channel: slack.channels.team, text: 'Was ist NGR?', ts: '9.1' }),
    );
    await bot.log.next(({ way, msg }) => way === 'mention' && msg === 'answered');
    const responses = slack.calls.all.filter(({ method }) => method === 'respond').map(({ body }) => body);
    expect(responses).toHaveLength(3);
    const refusals = responses.filter(({ text }) => TOO_MANY.test(String(text)));
    expect(refusals).toEqual([expect.objectContaining({ response_type: 'ephemeral' })]);
    expect(bot.log.all.filter(({ msg }) => msg === 'limited')).toEqual([
      expect.objectContaining({ way: 'command', reason: 'user', seconds: expect.any(Number), ref: expect.any(String) }),
    ]);
  });

  it('is told alone in a channel too, and in place in a direct conversation', async () => {
    const bot = await limited(1);
    const { slack, anna } = bot;
    await anna.mention(slack.channels.team, 'Was ist NGR?');
    await bot.log.next(({ msg }) => msg === 'answered');
    const next = bot.since();
    await anna.mention(slack.channels.team, 'Was ist NGR?');
    const { body } = await next('chat.postEphemeral');
    expect(body).toMatchObject({ user: slack.people.anna, text: expect.stringMatching(TOO_MANY) });
    expect(slack.calls.all.filter(({ method }) => method === 'chat.postMessage')).toHaveLength(1);
    const other = await limited(1);
    await other.anna.writeDirectly('Was ist NGR?');
    await other.log.next(({ msg }) => msg === 'answered');
    const told = other.since();
    await other.anna.writeDirectly('Was ist NGR?');
    expect((await told('chat.postMessage')).body).toMatchObject({ text: expect.stringMatching(TOO_MANY) });
  });

  it('keeps what a form was filled with', async () => {
    const bot = await limited(1);
    const next = bot.since();
    await bot.anna.openForm();
    const form = screenOf(await next('views.open'));
    for (let sent = 0; sent < 2; sent++) {
      expect(await bot.anna.submit(form, { text: { text: { value: 'Deutschkurse' } } })).toMatchObject({
        response_action: 'errors',
        errors: { text: expect.stringMatching(TOO_MANY) },
      });
    }
  });

  it('gets no choices while typing, and no error', async () => {
    const bot = await limited(1);
    const next = bot.since();
    await bot.anna.openForm();
    const form = screenOf(await next('views.open'));
    const counts: number[] = [];
    for (let typed = 0; typed < 11; typed++) {
      counts.push((await bot.anna.typeAhead(form, 'filter:group', 'Fr')).length);
    }
    expect(counts).toEqual([...Array<number>(10).fill(1), 0]);
  });
});

describe('a hostile question', () => {
  let bot: Running;
  beforeAll(async () => {
    bot = await runBot();
  });
  afterAll(() => bot.close());

  it.each([...HOSTILE_QUESTIONS])('with %s gets one plain answer, for the asker alone', async (_, question) => {
    const from = bot.slack.calls.all.length;
    const next = bot.since();
    await bot.anna.command(question);
    const call = await next('respond');
    expect(textOf(screenOf(call).blocks)).toContain(' fixture0');
    expect(call.body.response_type).toBe('ephemeral');
    for (const text of textsIn(call.body)) {
      expect(text).not.toMatch(HARMFUL);
      expect(text).not.toMatch(/<!(?:channel|here|everyone)|<@|(?<![\w\u2060])@(?:channel|here|everyone)\b/);
      expect(text.length).toBeLessThanOrEqual(4000);
    }
    expect(bot.slack.calls.all.slice(from)).toHaveLength(1);
    await bot.log.next(({ msg }) => msg === 'answered', bot.log.all.length - 1);
    expect(JSON.stringify(bot.log.all)).not.toContain(MARK);
  });

  it('of a hundred thousand letters is answered in a thread as well, and says that it was cut', async () => {
    const next = bot.since();
    await bot.slack.socket.deliver(
      'events_api',
      eventOf({
        type: 'app_mention',
        user: bot.slack.people.anna,
        channel: bot.slack.channels.team,
        text: `<@${bot.slack.people.bot}> ${HOSTILE_QUESTIONS.get('a hundred thousand words')}`,
        ts: '8.1',
      }),
    );
    expect(textOf(screenOf(await next('chat.postMessage')).blocks)).toContain('ersten 300 Zeichen');
  });
});
