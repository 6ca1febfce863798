import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createPlanlotse } from '../../../src/core/index.js';
import { fixtureCatalog, fixturePlanlotse } from '../fixture-catalog.js';
import { labelsOf, type OnScreen, textOf } from './stand-in/person.js';
import { type Running, runBot, screenOf } from './stand-in/running-bot.js';

let bot: Running;
let anna: Running['anna'];

beforeAll(async () => {
  bot = await runBot();
  anna = bot.anna;
});
afterAll(() => bot.close());

/** What is logged in one test. */
let logged = 0;
beforeEach(() => {
  logged = bot.log.all.length;
});
afterEach(() => {
  expect(bot.log.all.slice(logged).filter(({ level }) => level === 'error')).toEqual([]);
  expect(bot.failures.all).toEqual([]);
});

interface Seen extends OnScreen {
  readonly body: Readonly<Record<string, unknown>>;
  readonly said: string;
}

/** What someone sees after they did something. */
async function seenAfter(act: () => Promise<unknown>, method: string): Promise<Seen> {
  const next = bot.since();
  const [call] = await Promise.all([next(method), act()]);
  const screen = screenOf(call);
  return { ...screen, body: call.body, said: textOf(screen.blocks) };
}

const ask = (text: string): Promise<Seen> => seenAfter(() => anna.command(text), 'respond');
const click = (screen: OnScreen, label: string, method = 'respond', option?: string): Promise<Seen> =>
  seenAfter(() => anna.click(screen, label, option), method);

describe('a mention', () => {
  it('is answered in the thread, quietly and with a text for screen readers', async () => {
    const { team } = bot.slack.channels;
    let ts = '';
    const seen = await seenAfter(async () => {
      ts = await anna.mention(team, 'Was gibt es gegen Rassismus?');
    }, 'chat.postMessage');
    expect(seen.body).toMatchObject({ channel: team, thread_ts: ts, unfurl_links: 'false', unfurl_media: 'false' });
    expect(seen.said).toContain('Netzwerk gegen Rassismus');
    expect(seen.said).toContain('Datenstand Dezember 2025');
    for (const word of ['Netzwerk', 'laufend', 'Herkunft', 'Datenstand']) expect(seen.body.text).toContain(word);
    expect(labelsOf(seen.blocks)).not.toContain('Im Kanal teilen');
  });

  it('in the same thread refines the question before it, read by one call', async () => {
    const { team } = bot.slack.channels;
    let ts = '';
    await seenAfter(async () => {
      ts = await anna.mention(team, 'Deutschkurse');
    }, 'chat.postMessage');
    const from = bot.slack.calls.all.length;
    const seen = await seenAfter(() => anna.mention(team, 'und für Frauen?', ts), 'chat.postMessage');
    expect(seen.said).toContain('Mütterkurs');
    expect(seen.said).not.toContain('Abendkurs');
    const methods = bot.slack.calls.all.slice(from).map(({ method }) => method);
    expect(methods.filter((method) => method.startsWith('conversations.'))).toEqual(['conversations.replies']);
    const next = await seenAfter(() => anna.mention(team, 'only in English please', ts), 'chat.postMessage');
    expect(next.body.thread_ts).toBe(ts);
  });

  it('without a word is answered with help', async () => {
    const seen = await seenAfter(() => anna.mention(bot.slack.channels.team, ''), 'chat.postMessage');
    expect(labelsOf(seen.blocks)).toEqual(expect.arrayContaining(['Sprache', 'Rassismus']));
  });
});

describe('a direct message', () => {
  it('is answered in the conversation, and followed up without a mention', async () => {
    const first = await seenAfter(() => anna.writeDirectly('Deutschkurse'), 'chat.postMessage');
    expect(first.body).toMatchObject({ channel: bot.slack.channels.direct });
    expect(first.body).not.toHaveProperty('thread_ts');
    expect(first.said).toContain('Abendkurs');
    const second = await seenAfter(() => anna.writeDirectly('mehr'), 'chat.postMessage');
    expect(second.said).toContain('Seite 2 von 2');
    const third = await seenAfter(() => anna.writeDirectly('nur abgeschlossene'), 'chat.postMessage');
    expect(third.said).toContain('Sommerkurs'.replace('Sommer', 'Betriebs'));
    expect(third.said).not.toContain('Abendkurs');
  });

  it('in a thread is answered there', async () => {
    let ts = '';
    await seenAfter(async () => {
      ts = await anna.writeDirectly('Was ist NGR?');
    }, 'chat.postMessage');
    const seen = await seenAfter(() => anna.writeDirectly('Wer ist zuständig?', ts), 'chat.postMessage');
    expect(seen.body.thread_ts).toBe(ts);
  });

  it('is replaced by what is clicked under it', async () => {
    const first = await seenAfter(() => anna.writeDirectly('Deutschkurse'), 'chat.postMessage');
    const next = await click(first, 'Weitere');
    expect(next.body).toMatchObject({ replace_original: true });
    expect(next.said).toContain('Seite 2 von 2');
    expect(labelsOf(next.blocks)).not.toContain('Im Kanal teilen');
  });
});

describe('the command', () => {
  it('is answered for the asker alone', async () => {
    const seen = await ask('Was gibt es gegen Rassismus?');
    expect(seen.body).toMatchObject({ response_type: 'ephemeral' });
    expect(labelsOf(seen.blocks)).toContain('Im Kanal teilen');
  });

  it('alone gives help with examples and the action fields as buttons', async () => {
    const help = await ask('');
    expect(labelsOf(help.blocks)).toEqual(expect.arrayContaining(['Sprache', 'Rassismus', 'Was ist InteA?']));
    expect((await click(help, 'Rassismus')).said).toContain('Gegen Rassismus.');
    expect((await click(help, 'Laufende Förderprogramme für Migrantenorganisationen')).said).toContain('Datenstand');
  });

  it('pages, narrows and goes back within the private answer', async () => {
    const first = await ask('Deutschkurse in Deutsch');
    expect(first.said).toContain('Seite 1 von 2');
    const second = await click(first, 'Weitere');
    expect(second.body).toMatchObject({ replace_original: true });
    expect(second.said).toContain('Seite 2 von 2');
    expect((await click(second, 'Zurück')).said).toContain('Seite 1 von 2');
    const narrowed = await click(first, 'Eingrenzen: Stand', 'respond', 'abgeschlossen');
    expect(narrowed.said).toContain('1 Maßnahme');
    expect(narrowed.said).not.toContain('Abendkurs');
  });

  it('opens details, and from them what is related', async () => {
    const record = await click(await ask('Was gibt es gegen Rassismus?'), 'Details');
    for (const text of ['2016 bis Juni 2027', 'Verein A &amp; B &lt;e.V.&gt;', 'info@example.org', 'Quelle']) {
      expect(`${record.said} ${JSON.stringify(record.blocks)}`).toContain(text);
    }
    expect(record.said).not.toMatch(/@channel/);
    expect((await click(record, 'Abendkurs Deutsch')).said).toContain('Er kostet nichts.');
  });

  it('says why, and gives text to copy beside the answer', async () => {
    const list = await ask('Deutschkurse');
    const why = await click(list, 'Warum?');
    expect(why.body).toMatchObject({ replace_original: false, response_type: 'ephemeral' });
    expect(why.said).toContain('Deutschkurs');
    const copy = await click(list, 'Zum Kopieren');
    expect(copy.body).toMatchObject({ replace_original: false });
    expect(copy.said).toContain('```');
    expect(copy.said).toContain('Schulkurs');
    expect(copy.said).toContain('Datenstand');
  });

  it('sends the table to the asker alone', async () => {
    const from = bot.slack.calls.all.length;
    const told = await click(await ask('Deutschkurse'), 'Als Tabelle');
    expect(told.said).toContain('Direktnachrichten');
    const done = bot.slack.calls.all.slice(from).find(({ method }) => method === 'files.completeUploadExternal');
    expect(done?.body).toMatchObject({ channel_id: bot.slack.channels.direct });
    const [file] = (done?.result.files ?? []) as readonly { readonly url_private: string; readonly name: string }[];
    expect(file?.name).toMatch(/^planlotse-.*\.csv$/);
    const sent = Buffer.from(
      await (await fetch(file?.url_private ?? '', { headers: { authorization: 'Bearer xoxp-1-anna' } })).arrayBuffer(),
    );
    expect(sent.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
    expect(
      sent
        .toString()
        .split('\r\n')
        .filter((line) => line !== ''),
    ).toHaveLength(8);
    expect(sent.toString()).toContain('Titel;');
  });

  it('is answered in the language of the question, and in the other on a click', async () => {
    const english = await ask('What is done against racism?');
    expect(english.said).toContain('Status: running');
    const german = await click(english, 'Deutsch');
    expect(german.said).toContain('Stand: laufend');
    expect((await click(german, 'English')).said).toContain('Status: running');
  });

  it('is shared in the channel with the asker’s consent, once', async () => {
    const answer = await ask('Was gibt es gegen Rassismus?');
    const next = bot.since();
    const shared = await click(answer, 'Im Kanal teilen', 'chat.postMessage');
    expect(shared.body).toMatchObject({ channel: bot.slack.channels.team });
    expect(labelsOf(shared.blocks)).not.toContain('Im Kanal teilen');
    const own = await next('respond');
    expect(own.body).toMatchObject({ replace_original: true });
    expect(labelsOf(screenOf(own).blocks)).not.toContain('Im Kanal teilen');
  });

  it('is shared through the response where the bot is no member', async () => {
    const { outside } = bot.slack.channels;
    const answer = { ...(await ask('Was gibt es gegen Rassismus?')), channel: outside };
    const from = bot.slack.calls.all.length;
    const shared = await click(answer, 'Im Kanal teilen');
    expect(shared.body).toMatchObject({ response_type: 'in_channel', replace_original: false });
    expect(shared.said).toContain('Netzwerk');
    await bot.slack.calls.next(({ body }) => body.replace_original === true, from);
  });

  it('offers to report a gap where nothing is found', async () => {
    const seen = await ask('Quantenphysik');
    expect(JSON.stringify(seen.blocks)).toContain('https://example.org/report');
    await anna.click(seen, 'Lücke melden');
  });
});

describe('a click on a public answer', () => {
  it('replies to who clicked, in the thread, and leaves the answer alone', async () => {
    const { team } = bot.slack.channels;
    const seen = await seenAfter(() => anna.mention(team, 'Deutschkurse'), 'chat.postMessage');
    const next = await click(seen, 'Weitere');
    expect(next.body).toMatchObject({
      response_type: 'ephemeral',
      replace_original: false,
      thread_ts: seen.threadTs,
    });
    expect(next.said).toContain('Seite 2 von 2');
    expect(next.isEphemeral).toBe(true);
    expect((await click(next, 'Zurück')).body).toMatchObject({ replace_original: true });
  });
});

describe('the shortcut at a message', () => {
  it('looks up what the message says, in its language, for the asker alone', async () => {
    const seen = await seenAfter(
      () => anna.lookUp('Kollegin fragt: was tun wir gegen Rassismus? <@U12345|maria>'),
      'respond',
    );
    expect(seen.body).toMatchObject({ response_type: 'ephemeral' });
    expect(seen.said).toContain('Rassismus');
    expect(JSON.stringify(seen.body)).not.toContain('U12345');
    const english = await seenAfter(() => anna.lookUp('which courses are there for women?'), 'respond');
    expect(english.said).toContain('Status: running');
  });
});

describe('the form with filters', () => {
  const open = (): Promise<Seen> => seenAfter(() => anna.openForm(), 'views.open');

  it('completes while someone types, in every filter', async () => {
    const form = await open();
    const filters = form.blocks
      .flatMap(({ element }) => element?.action_id ?? [])
      .filter((id) => id.startsWith('filter:'));
    expect(filters).toHaveLength(7);
    for (const id of filters) expect((await anna.typeAhead(form, id, '')).length).toBeGreaterThan(0);
    expect(await anna.typeAhead(form, 'filter:field', 'rass')).toEqual([
      { text: { type: 'plain_text', text: 'Rassismus' }, value: 'rassismus' },
    ]);
    expect(await anna.typeAhead(form, 'filter:region', 'xyz')).toEqual([]);
  });

  it('shows the answer in its place, and pages there', async () => {
    const form = await open();
    const ack = (await anna.submit(form, {
      field: { 'filter:field': { type: 'multi_external_select', selected_options: [{ text: {}, value: 'sprache' }] } },
      status: {
        'filter:status': { type: 'multi_external_select', selected_options: [{ text: {}, value: 'running' }] },
      },
      text: { text: { type: 'plain_text_input', value: null } },
      from: { from: { type: 'datepicker', selected_date: null } },
      channel: { channel: { type: 'conversations_select', selected_conversation: null } },
    })) as { readonly response_action: string; readonly view: { readonly blocks: [] } };
    expect(ack.response_action).toBe('update');
    expect(textOf(ack.view.blocks)).toContain('Sprache');
    const shown: OnScreen = { ...form, blocks: ack.view.blocks };
    const second = await click(shown, 'Weitere', 'views.update');
    expect(second.said).toContain('Seite 2 von 2');
    expect((await click(second, 'Warum?', 'views.push')).said).not.toBe('');
    expect((await click(second, 'Als Tabelle', 'views.push')).said).toContain('Direktnachrichten');
  });

  it('reads words as a question, and dates', async () => {
    const ack = (await anna.submit(await open(), {
      text: { text: { value: 'racism' } },
      from: { from: { selected_date: '2016-01-01' } },
      to: { to: { selected_date: '2016-12-31' } },
    })) as { readonly view: { readonly blocks: [] } };
    expect(textOf(ack.view.blocks)).toContain('Network against racism');
    expect(textOf(ack.view.blocks)).not.toContain('Campaign against racism');
  });

  it('shows the answer in a channel as well, also where the bot is no member', async () => {
    const values = (channel: string) => ({
      text: { text: { value: 'Rassismus' } },
      channel: { channel: { selected_conversation: channel } },
    });
    const { team, outside } = bot.slack.channels;
    const form = await open();
    const posted = await seenAfter(() => anna.submit(form, values(team)), 'chat.postMessage');
    expect(posted.body).toMatchObject({ channel: team });
    const url = bot.slack.responseUrl();
    const responded = await seenAfter(() => anna.submit(form, values(outside), url), 'respond');
    expect(responded.body).toMatchObject({ response_type: 'in_channel' });
    expect(responded.said).toContain('Netzwerk');
  });

  it('changes its language', async () => {
    expect(JSON.stringify((await click(await open(), 'English', 'views.update')).body.view)).toContain(
      'Choose or type',
    );
  });
});

describe('the home page', () => {
  it('says what the plan is, and what there is to browse with counts', async () => {
    const home = await seenAfter(() => anna.openHome(), 'views.publish');
    expect(home.body).toMatchObject({ user_id: bot.slack.people.anna });
    expect(home.said).toContain('Der Plan bündelt');
    expect(home.said).toContain('Arbeitsspeicher');
    expect(home.said).toContain('Datenstand');
    expect(labelsOf(home.blocks)).toEqual(
      expect.arrayContaining(['Sprache (8)', 'Rassismus (3)', 'Frauen (1)', 'Suche mit Filtern', 'English']),
    );
    const opened = await click(home, 'Rassismus (3)', 'views.open');
    expect(opened.said).toContain('Gegen Rassismus.');
    const details = await click(opened, 'Details', 'views.update');
    expect(details.said).toContain('Stand:');
    expect(labelsOf((await click(home, 'Suche mit Filtern', 'views.open')).blocks)).toContain('English');
  });

  it('stays in the language that was chosen', async () => {
    const home = await seenAfter(() => anna.openHome(), 'views.publish');
    const english = await click(home, 'English', 'views.publish');
    expect(labelsOf(english.blocks)).toContain('Racism (3)');
    const again = await seenAfter(() => anna.openHome(english.body.view as object), 'views.publish');
    expect(labelsOf(again.blocks)).toContain('Racism (3)');
  });
});

describe('data that changes', () => {
  afterEach(() => bot.reload(fixturePlanlotse()));

  it('during a conversation answers from the new, and says so', async () => {
    const before = await ask('Deutschkurse');
    bot.reload(createPlanlotse(fixtureCatalog('renewed1')));
    const seen = await click(before, 'Weitere');
    expect(seen.said).toContain('Die Daten wurden seither erneuert');
    expect(seen.said).toContain('Fassung renewed1');
  });

  it('while a question is under way leaves it with the data that it began with', async () => {
    const { team } = bot.slack.channels;
    let ts = '';
    await seenAfter(async () => {
      ts = await anna.mention(team, 'Deutschkurse');
    }, 'chat.postMessage');
    const renewed = createPlanlotse(fixtureCatalog('renewed3'));
    const read = bot
      .since()('conversations.replies')
      .then(() => bot.reload(renewed));
    const seen = await seenAfter(() => anna.mention(team, 'und für Frauen?', ts), 'chat.postMessage');
    await read;
    expect(seen.said).toContain('Fassung fixture0');
    expect((await ask('Deutschkurse')).said).toContain('Fassung renewed3');
  });

  it('leaves what is gone to a sentence in the language of the answer', async () => {
    const { records, ...rest } = fixtureCatalog('renewed2');
    const before = await ask('What is done against racism?');
    bot.reload(
      createPlanlotse({ ...rest, records: new Map([...records].filter(([id]) => !id.includes('rassismus'))) }),
    );
    const seen = await click(before, 'Details');
    expect(seen.said).toContain('no longer be matched');
    expect(seen.body).toMatchObject({ replace_original: false });
  });

  it('and broken buttons are refused in words', async () => {
    const before = await ask('Deutschkurse');
    for (const action_id of ['click:', 'click:xyz', `click:n${'?'.repeat(90)}`]) {
      const blocks = [{ type: 'actions', elements: [{ type: 'button', action_id, text: { text: 'Kaputt' } }] }];
      expect((await click({ ...before, blocks }, 'Kaputt')).said).toContain('nicht mehr zuordnen');
    }
  });
});
