import { afterAll, beforeAll, expect, it } from 'vitest';
import { freePort } from '../../free-port.js';
import { createPerson, eventOf, textOf } from './stand-in/person.js';
import { type Running, runBot, screenOf } from './stand-in/running-bot.js';
import { SIGNING_SECRET } from './stand-in/stand-in.js';
import { createHttpSide } from './stand-in/transport.js';

let bot: Running;
let base = '';
const http = createHttpSide(() => `${base}/slack/events`, SIGNING_SECRET);

beforeAll(async () => {
  const port = await freePort();
  base = `http://127.0.0.1:${port}`;
  bot = await runBot({ options: { mode: 'http', signingSecret: SIGNING_SECRET, port } });
});
afterAll(() => bot.close());

const mentionEvent = (ts: string) =>
  eventOf({
    type: 'app_mention',
    user: bot.slack.people.anna,
    channel: bot.slack.channels.team,
    text: 'Rassismus',
    ts,
  });
const posted = () => bot.slack.calls.all.filter(({ method }) => method === 'chat.postMessage').length;

it('answers mentions, commands, clicks and forms over signed HTTP', async () => {
  const anna = createPerson(bot.slack, http);
  const mention = bot.since();
  await anna.mention(bot.slack.channels.team, 'Was gibt es gegen Rassismus?');
  expect(textOf(screenOf(await mention('chat.postMessage')).blocks)).toContain('Netzwerk');
  const command = bot.since();
  await anna.command('Deutschkurse');
  const answer = screenOf(await command('respond'));
  const page = bot.since();
  await anna.click(answer, 'Weitere');
  expect(textOf(screenOf(await page('respond')).blocks)).toContain('Seite 2 von 2');
  const form = bot.since();
  await anna.openForm();
  const view = screenOf(await form('views.open'));
  expect(await anna.typeAhead(view, 'filter:group', 'Fr')).toHaveLength(1);
  expect(await anna.submit(view, { text: { text: { value: 'Rassismus' } } })).toMatchObject({
    response_action: 'update',
  });
});

it('answers an event once that is delivered again with a retry header', async () => {
  const before = posted();
  const event = mentionEvent('5.1');
  const next = bot.since();
  for (const retry of [0, 1, 2]) expect((await http.send('events_api', event, { retry })).status).toBe(200);
  await next('chat.postMessage');
  const after = bot.since();
  await http.send('events_api', mentionEvent('5.2'));
  await after('chat.postMessage');
  expect(posted()).toBe(before + 2);
});

it('answers Slack’s question whether the address is right', async () => {
  const response = await http.send('events_api', { type: 'url_verification', challenge: 'abc', token: 'x' });
  expect(await response.text()).toContain('abc');
});

it('refuses wrong and old signatures, and counts them with a hint', async () => {
  const before = posted();
  const wrong = { signWith: 'f'.repeat(32) };
  for (let count = 0; count < 3; count++) {
    expect((await http.send('events_api', mentionEvent(`6.${count}`), wrong)).status).toBe(401);
  }
  expect((await http.send('events_api', mentionEvent('6.9'), { at: 1_600_000_000 })).status).toBe(401);
  const last = await bot.log.next(({ refused }) => refused === 4);
  expect(last).toMatchObject({
    level: 'warn',
    code: 'SLACK_SIGNATURE_WRONG',
    msg: expect.stringContaining('SLACK_SIGNING_SECRET'),
  });
  expect(bot.log.all.flatMap(({ refused }) => refused ?? [])).toEqual([1, 2, 4]);
  expect(posted()).toBe(before);
});

it('tells a load balancer that it is up, and knows no other address', async () => {
  expect(await (await fetch(`${base}/health`)).text()).toBe('ok');
  expect((await fetch(`${base}/else`)).status).toBe(404);
});

it('says where its port is taken', async () => {
  const port = Number(new URL(base).port);
  const options = { mode: 'http', signingSecret: SIGNING_SECRET, port } as const;
  await expect(runBot({ slack: bot.slack, options })).rejects.toMatchObject({ code: 'SLACK_PORT_TAKEN' });
});
