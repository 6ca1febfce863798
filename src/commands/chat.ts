import { Command } from 'commander';
import { z } from 'zod';
import { startChat } from '../adapters/terminal/start-chat.js';
import { createPlanlotse } from '../core/index.js';
import type { AnswerOptions } from './answer-questions.js';
import { answerStream } from './ask.js';
import type { CommandContext } from './command-context.js';
import { EXIT } from './exit-code.js';
import { loadCatalog } from './load-catalog.js';
import { givenIn, readEnvironment } from './read-environment.js';
import { reportUrl } from './report-url.js';
import { readSettings } from './settings.js';

const environment = z.object({ PLANLOTSE_REPORT_URL: reportUrl.optional() });

/** `planlotse chat`, the default: talks in the terminal; piped questions are answered as `ask` does. */
export function createChatCommand(context: CommandContext): Command {
  return new Command('chat')
    .summary('talk in the terminal (the default)')
    .description('Starts the chat. Where standard input is a pipe or a file, answers its lines as "ask" does.')
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
      await startChat(createPlanlotse(await loadCatalog(settings)), {
        input: io.stdin,
        output: io.stdout,
        today: settings.today,
        explain: options.explain === true,
        color: io.stdout.isTTY === true && settings.color,
        ...(settings.language === undefined ? {} : { language: settings.language }),
        ...(reportAddress === undefined ? {} : { reportUrl: reportAddress }),
      });
      finish(EXIT.ok);
    });
}

const EXAMPLES = `
In the chat: a number opens a result, "mehr" or "more" turns the page, /hilfe or /help lists the commands,
/ende, /quit, Ctrl-C or Ctrl-D leaves. What you type stays in memory and is gone at the end.

Examples:
  planlotse
  planlotse chat --explain --language en
  echo "Was ist InteA?" | planlotse`;
