import { Command } from 'commander';
import { z } from 'zod';
import type { DataEvent } from '../adapters/files/data-loader.js';
import type { WatchSettings } from '../adapters/files/watch-folder.js';
import type { DataNews } from '../adapters/terminal/chat-session.js';
import { type ChatOptions, startChat } from '../adapters/terminal/start-chat.js';
import type { AnswerOptions } from './answer-questions.js';
import { answerStream } from './ask.js';
import type { CommandContext } from './command-context.js';
import { EXIT } from './exit-code.js';
import { startLivePlanlotse } from './live-planlotse.js';
import type { ProgramIo } from './program-io.js';
import { givenIn, readEnvironment } from './read-environment.js';
import { reportUrl } from './report-url.js';
import { readWatchSettings } from './serve-settings.js';
import { readSettings, type Settings } from './settings.js';

const environment = z.object({ PLANLOTSE_REPORT_URL: reportUrl.optional() });

/** `planlotse chat`, the default: talks in the terminal; piped questions are answered as `ask` does. */
export function createChatCommand(context: CommandContext): Command {
  return new Command('chat')
    .summary('talk in the terminal (the default)')
    .description(
      'Starts the chat, which follows changes of the data. Where standard input is a pipe or a file, answers its ' +
        'lines as "ask" does.',
    )
    .allowExcessArguments()
    .option('--explain', 'start with reasons: which words led to each record')
    .option('--json', 'for piped questions: one JSON object a line')
    .addHelpText('after', EXAMPLES)
    .action(async (options: AnswerOptions, command: Command) => {
      const { io, finish } = context;
      const words = command.args;
      if (words.length > 0) {
        command.error(`error: unknown command "${words[0]}". To ask a question: planlotse ask "${words.join(' ')}"`);
      }
      const settings = readSettings(command, io);
      if (io.stdin.isTTY !== true) {
        finish(await answerStream(settings, options, context));
        return;
      }
      if (options.json === true) command.error('error: --json needs piped questions, or "planlotse ask --json"');
      const { PLANLOTSE_REPORT_URL: reportAddress } = readEnvironment(environment, givenIn(io.env));
      const shown = {
        explain: options.explain === true,
        ...(reportAddress !== undefined && { reportUrl: reportAddress }),
      };
      await talk(settings, readWatchSettings(io.env), shown, io);
      finish(EXIT.ok);
    });
}

async function talk(
  settings: Settings,
  watch: WatchSettings,
  shown: Pick<ChatOptions, 'explain' | 'reportUrl'>,
  io: ProgramIo,
): Promise<void> {
  // The first load is no news.
  let tell = (_news: DataNews): void => {};
  const live = await startLivePlanlotse(settings, watch, {
    onEvent: (event) => {
      const news = newsOf(event);
      if (news !== undefined) tell(news);
    },
    // Polling takes its place; nobody at the terminal has to do anything about it.
    onWatchFailure: () => {},
  });
  try {
    await startChat(live.planlotse, {
      input: io.stdin,
      output: io.stdout,
      today: settings.today,
      ...shown,
      color: io.stdout.isTTY === true && settings.color,
      followData: (teller) => {
        tell = teller;
      },
      ...(settings.language === undefined ? {} : { language: settings.language }),
    });
  } finally {
    await live.stop();
  }
}

/** A file that was only touched is no news. */
function newsOf(event: DataEvent): DataNews | undefined {
  switch (event.kind) {
    case 'loaded':
      return { kind: 'loaded', version: event.version.hash };
    case 'refused':
      return { kind: 'refused', faults: event.faults.length };
    case 'unreadable':
      return { kind: 'unreadable' };
    case 'unchanged':
      return undefined;
  }
}

const EXAMPLES = `
In the chat: a number opens a result, "mehr" or "more" turns the page, /hilfe or /help lists the commands,
/ende, /quit, Ctrl-C or Ctrl-D leaves. What you type stays in memory and is gone at the end.

Environment:
  PLANLOTSE_WATCH  how the data folder is watched: events (the default), poll or off

Examples:
  planlotse
  planlotse chat --explain --language en
  echo "Was ist InteA?" | planlotse`;
