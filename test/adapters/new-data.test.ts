import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, expect, it, onTestFinished, type TestContext } from 'vitest';
import { type DiscordServer, IDS, startDiscordServer, TOKEN } from './discord/discord-server.js';
import { createUser, textOf as discordText, type Reply } from './discord/discord-user.js';
import { temporaryFolder, writeFiles } from './files/data-folder.js';
import { fixtureFiles } from './fixture-catalog.js';
import { createPerson, type OnScreen, textOf as slackText } from './slack/stand-in/person.js';
import { createRecorder } from './slack/stand-in/recorder.js';
import { type LogLine, screenOf } from './slack/stand-in/running-bot.js';
import { APP_TOKEN, BOT_TOKEN, type StandIn, startStandIn } from './slack/stand-in/stand-in.js';

// Answers that are on the screen when the data changes on the disk, with the built program on both platforms.

const PROGRAM = new URL('../../dist/main.js', import.meta.url).pathname;
const RENEWED = 'Die Daten wurden seither erneuert';

let slack: StandIn;
let discord: DiscordServer;

beforeEach(async () => {
  [slack, discord] = await Promise.all([startStandIn(), startDiscordServer()]);
});

afterEach(() => Promise.all([slack.close(), discord.stop()]));

async function serve(test: TestContext) {
  const data = await temporaryFolder(test);
  await writeFiles(data, fixtureFiles);
  const program = spawn(process.execPath, [PROGRAM, 'serve', '--today', '2026-01-15'], {
    env: {
      PATH: process.env.PATH,
      PLANLOTSE_DATA: data,
      SLACK_BOT_TOKEN: BOT_TOKEN,
      SLACK_APP_TOKEN: APP_TOKEN,
      SLACK_API_URL: slack.apiUrl,
      DISCORD_TOKEN: TOKEN,
      DISCORD_API_URL: discord.apiUrl,
    },
  });
  onTestFinished(() => void program.kill('SIGKILL'));
  const log = createRecorder<LogLine>();
  createInterface(program.stdout).on('line', (line) => log.add(JSON.parse(line) as LogLine));
  for (const adapter of ['slack', 'discord']) {
    await log.next((line) => line.msg === 'ready' && line.adapter === adapter);
  }
  const loaded = () => log.next(({ msg }) => msg === 'data loaded', log.all.length);
  return {
    data,
    /** Changes the data, and waits until it answers. */
    change: async (act: () => Promise<void>): Promise<void> => void (await Promise.all([loaded(), act()])),
    stop: async () => {
      const closed = once(program, 'close');
      program.kill('SIGTERM');
      expect(await closed).toEqual([0, null]);
    },
  };
}

interface Seen extends OnScreen {
  readonly said: string;
}

/** What someone sees in Slack after they did something. */
async function seenInSlack(act: () => Promise<unknown>): Promise<Seen> {
  const from = slack.calls.all.length;
  await act();
  const call = await slack.calls.next(({ method }) => method === 'respond' || method === 'chat.postMessage', from);
  const screen = screenOf(call);
  return { ...screen, said: slackText(screen.blocks) };
}

const said = ({ message, data }: Reply): string => (message ? discordText(message) : '') || (data.content ?? '');

it('answers clicks on older data from the new, says so, and leaves what is gone to a sentence', async (test) => {
  const { data, change, stop } = await serve(test);
  const anna = createPerson(slack, slack.socket);
  const user = createUser(discord);
  const inSlack = await seenInSlack(() => anna.command('Deutschkurse'));
  const racism = await seenInSlack(() => anna.command('Netzwerk gegen Rassismus'));
  const inDiscord = (await user.command('frage', { text: 'Deutschkurse' })).message;
  const list = (await user.command('frage', { text: 'Rassismus' })).message;

  await change(async () => {
    const course = fixtureFiles.get('measures/sommerkurs.yaml') ?? '';
    await writeFile(join(data, 'measures/sommerkurs.yaml'), course.replace('Er kostet nichts.', 'Er kostet wenig.'));
    await rm(join(data, 'measures/netzwerk-gegen-rassismus.yaml'));
  });

  for (const next of [
    (await seenInSlack(() => anna.click(inSlack, 'Weitere'))).said,
    said(await user.click(inDiscord, 'Weitere')),
  ]) {
    expect(next).toContain(RENEWED);
    expect(next).toContain('Seite 2');
    expect(next).toContain('Sommerkurs Deutsch');
  }
  expect((await seenInSlack(() => anna.click(inSlack, 'Warum?'))).said).toContain('So kam');
  // The record is gone: what stood under its answer is answered without it, and nothing opens it any more.
  expect((await seenInSlack(() => anna.click(racism, 'English'))).said).toMatch(/The data has been renewed/);
  const gone = said(await user.clickCode(list, codeOfDetails(list)));
  expect(gone).toMatch(/nicht mehr zuordnen/);
  await stop();
});

it('goes on with a conversation on newer data', async (test) => {
  const { data, change, stop } = await serve(test);
  const anna = createPerson(slack, slack.socket);
  const user = createUser(discord);
  let ts = '';
  await seenInSlack(async () => {
    ts = await anna.mention(slack.channels.team, 'Deutschkurse');
  });
  const inDiscord = await user.say(`<@${IDS.bot}> Deutschkurse`);

  await change(() => rm(join(data, 'measures/muetterkurs.yaml')));

  const inThread = await seenInSlack(() => anna.mention(slack.channels.team, 'nur laufende', ts));
  const reply = discordText(await user.say(`<@${IDS.bot}> nur laufende`, { replyTo: inDiscord }));
  for (const answer of [inThread.said, reply]) {
    expect(answer).toContain('Abendkurs Deutsch');
    expect(answer).not.toContain('Mütterkurs');
  }
  await stop();
});

/** The button beside the record that is taken away. */
function codeOfDetails(message: Reply['message']): string {
  const nodes = JSON.stringify(message);
  return /Netzwerk gegen Rassismus.*?"custom_id":"(o[^"]+)"/.exec(nodes)?.[1] ?? '';
}
