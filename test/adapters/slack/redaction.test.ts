import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createIntake } from '../../../src/commands/create-intake.js';
import { errorFields } from '../../../src/commands/create-log.js';
import { eventOf } from './stand-in/person.js';
import { type LogLine, type Running, runBot, screenOf } from './stand-in/running-bot.js';
import { APP_TOKEN, BOT_TOKEN, startStandIn } from './stand-in/stand-in.js';

const SECRET = 'Geheimfrage';
const NAME = 'Anna Geheimname';
const TICKET = 'geheimticket';

let bot: Running;

beforeAll(async () => {
  bot = await runBot();
});

afterAll(() => bot.close());

/** What must not be in a log, wherever it went wrong. */
function hidden(running: Running): readonly string[] {
  const { people, channels } = running.slack;
  return [SECRET, NAME, TICKET, people.anna, channels.team, channels.direct, channels.archived, BOT_TOKEN, APP_TOKEN];
}

/** A refusal in which Slack, or a proxy in its place, says more than it should. */
const refusal = () => ({ body: { ok: false, error: `${SECRET} ${NAME} ${bot.slack.people.anna} ${BOT_TOKEN}` } });
const question = `${SECRET} Rassismus`;
const person = () => ({ id: bot.slack.people.anna, name: NAME, username: NAME, team_id: 'T1' });
const interactive = (payload: object) =>
  bot.slack.socket.deliver('interactive', {
    user: person(),
    team: { id: 'T1', domain: SECRET },
    token: 'x',
    trigger_id: 'x',
    response_url: bot.slack.responseUrl(),
    ...payload,
  });

/** Every way in which something can go wrong while serving: what is done, and the line that tells the operator. */
const PATHS: Readonly<Record<string, readonly [() => Promise<unknown>, string]>> = {
  'an answer to a command that Slack does not take, nor the apology': [
    () => {
      bot.slack.fail('respond', { status: 500, body: { error: SECRET } }, { status: 500, body: { error: NAME } });
      return bot.anna.command(question);
    },
    'could not apologise',
  ],
  'an answer in a channel that is refused': [
    () => {
      bot.slack.fail('chat.postMessage', refusal());
      return bot.anna.mention(bot.slack.channels.team, question);
    },
    'could not answer',
  ],
  'an answer that finds no place': [
    () => {
      const archived = { body: { ok: false, error: 'is_archived' } };
      bot.slack.fail('chat.postMessage', archived, archived);
      return bot.anna.mention(bot.slack.channels.archived, question);
    },
    'no place takes the answer: neither the channel nor a direct message',
  ],
  'a conversation that cannot be read': [
    () => {
      bot.slack.fail('conversations.history', refusal());
      return bot.anna.writeDirectly(question);
    },
    'could not read what the question follows up',
  ],
  'a thread that cannot be read': [
    async () => {
      const ts = await bot.anna.mention(bot.slack.channels.team, 'Deutschkurse');
      bot.slack.fail('conversations.replies', refusal());
      await bot.anna.mention(bot.slack.channels.team, question, ts);
    },
    'could not read what the question follows up',
  ],
  'a look-up that is refused': [
    () => {
      bot.slack.fail('respond', { status: 404, body: { error: SECRET } });
      return bot.anna.lookUp(question);
    },
    'could not answer',
  ],
  'a file that is refused': [
    async () => {
      const next = bot.since();
      await bot.anna.command('Deutschkurse');
      bot.slack.fail('files.getUploadURLExternal', refusal());
      await bot.anna.click(screenOf(await next('respond')), 'Als Tabelle');
    },
    'could not answer',
  ],
  'a click that is none': [
    () => interactive({ type: 'block_actions', actions: [{ action_id: `click:${SECRET}`, type: 'button' }] }),
    'could not handle what Slack sent',
  ],
  'a form that is none': [
    () =>
      interactive({
        type: 'view_submission',
        view: { id: 'V1', type: 'modal', callback_id: 'form', private_metadata: SECRET, state: { values: SECRET } },
      }).catch(() => {}),
    'could not answer',
  ],
  'a type-ahead that is none': [
    () => interactive({ type: 'block_suggestion', action_id: 'filter:group', value: { text: SECRET } }).catch(() => {}),
    'could not handle what Slack sent',
  ],
  'a home page that is refused': [
    () => {
      bot.slack.fail('views.publish', refusal());
      return bot.anna.openHome();
    },
    'could not answer',
  ],
  'a form that cannot be opened': [
    () => {
      bot.slack.fail('views.open', refusal());
      return bot.anna.openForm();
    },
    'could not answer',
  ],
  'an answer after which the line breaks': [
    () => {
      bot.slack.fail('chat.postMessage', { breaks: 'after' });
      return bot.anna.mention(bot.slack.channels.team, question);
    },
    'could not answer',
  ],
  'an event that is none': [
    () =>
      bot.slack.socket.deliver('events_api', eventOf({ type: 'app_mention', text: { secret: SECRET }, user: NAME })),
    '',
  ],
  'a connection that is lost and refused': [
    async () => {
      bot.slack.fail(
        'apps.connections.open',
        { status: 503, body: { error: `${SECRET} wss://x/?ticket=${TICKET}` } },
        refusalThatPasses(),
      );
      bot.slack.socket.cut();
    },
    'connected again',
  ],
};

const refusalThatPasses = () => ({ body: { ok: false, error: 'internal_error', detail: SECRET, ticket: TICKET } });

describe('nothing of who asked what, and no token, reaches the log', () => {
  it.each(Object.entries(PATHS))('with %s', async (_, [act, message]) => {
    const from = bot.log.all.length;
    await act();
    if (message !== '') await bot.log.next(({ msg }) => msg === message, from);
    await settle();
    const lines = bot.log.all.slice(from);
    for (const one of hidden(bot)) expect(JSON.stringify(lines)).not.toContain(one);
  });

  it('where Slack refuses at the start', async () => {
    const slack = await startStandIn();
    for (const method of ['auth.test', 'apps.connections.open']) {
      slack.fail(method, refusal());
      const error: unknown = await runBot({ slack }).catch((failed: unknown) => failed);
      expect(error).toMatchObject({ name: 'AdapterError' });
      const line = JSON.stringify(errorFields(error));
      for (const one of hidden(bot)) expect(line).not.toContain(one);
    }
    await slack.close();
  });

  it('where someone asks too much', async () => {
    const limited = await runBot({ intake: createIntake({ perUser: 1, perServer: 0, observe: () => {} }) });
    for (let asked = 0; asked < 3; asked++) await limited.anna.command(question);
    await limited.log.next(({ msg }) => msg === 'limited');
    for (const one of hidden(limited)) expect(JSON.stringify(limited.log.all)).not.toContain(one);
    await limited.close();
  });
});

it('an apology names the reference that is on every line of its question', async () => {
  const from = bot.log.all.length;
  bot.slack.fail('conversations.history', refusal());
  bot.slack.fail('chat.postMessage', { body: { ok: false, error: 'fatal_error' } });
  const calls = bot.slack.calls.all.length;
  await bot.anna.writeDirectly(question);
  const apology = await bot.slack.calls.next(({ body }) => String(body.text).includes('nicht geklappt'), calls);
  const [, reference = ''] = /Kennung ([a-z0-9]{6})\)[\s\S]*reference \1\)/.exec(String(apology.body.text)) ?? [];
  expect(reference).not.toBe('');
  const lines = bot.log.all.slice(from).filter(({ ref }) => ref === reference);
  expect(lines.map(({ msg }) => msg)).toEqual(['could not read what the question follows up', 'could not answer']);
  expect(bot.events.all).toContainEqual({ kind: 'failed', code: 'SLACK_REFUSED' });
});

/** Asks by command and waits for the answer, so that whatever came before is through. */
async function settle(): Promise<void> {
  const from = bot.log.all.length;
  await bot.anna.command('Hilfe');
  await bot.log.next((line: LogLine) => line.way === 'command' && line.msg === 'answered', from);
}
