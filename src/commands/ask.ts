import { Command } from 'commander';
import { createPlanlotse } from '../core/index.js';
import { type AnswerOptions, createAnswerer } from './answer-questions.js';
import type { CommandContext } from './command-context.js';
import { EXIT, type ExitCode } from './exit-code.js';
import { loadCatalog } from './load-catalog.js';
import { readLines } from './read-lines.js';
import { MAX_LINE_LENGTH } from './read-request.js';
import { readSettings, type Settings } from './settings.js';

/** Stands between the plain answers of a stream. */
const SEPARATOR = '\n---\n\n';

/** `planlotse ask`: answers one question, or every line of standard input. */
export function createAskCommand(context: CommandContext): Command {
  return new Command('ask')
    .summary('answer one question, or every line of standard input')
    .description(
      'Answers one question. Without a question, reads standard input: one question a line, answered as it comes.',
    )
    .argument('[question...]', 'the question; put it in quotation marks')
    .option('--json', 'one JSON object a line instead of text')
    .option('--explain', 'say under each record which words led to it (JSON always has this)')
    .addHelpText('after', EXAMPLES)
    .action(async (words: readonly string[], options: AnswerOptions, command: Command) => {
      const settings = readSettings(command, context.io);
      context.finish(
        words.length === 0
          ? await answerStream(settings, options, context)
          : await answerOne(words.join(' '), settings, options, context),
      );
    });
}

const EXAMPLES = `
A line of standard input is a plain question, or a JSON object:
  {"question": "…", "previous": ["earlier question", …], "language": "de", "today": "2026-01-31"}
Only "question" is required. A line that cannot be answered gives
{"version":1,"kind":"error","code":"…","message":"…"} in its place, and the exit code is 3.

Examples:
  planlotse ask "Welche Maßnahmen gibt es gegen Diskriminierung?"
  planlotse ask --json "Wer hilft bei Rassismus?" | jq .ids
  planlotse ask --json < questions.txt > answers.jsonl
  echo '{"question": "nur laufende", "previous": ["Maßnahmen für Frauen"]}' | planlotse ask`;

async function answerOne(
  question: string,
  settings: Settings,
  options: AnswerOptions,
  { stdout }: CommandContext,
): Promise<ExitCode> {
  const answerer = createAnswerer(createPlanlotse(await loadCatalog(settings)), settings, options);
  const { text, isError } = answerer.question(question);
  await stdout.write(`${text}\n`);
  return isError ? EXIT.badQuestion : EXIT.ok;
}

/** Answers every line of standard input, and waits for the reader of each answer. */
export async function answerStream(
  settings: Settings,
  options: AnswerOptions,
  { io, stdout, stderr }: CommandContext,
): Promise<ExitCode> {
  const answerer = createAnswerer(createPlanlotse(await loadCatalog(settings)), settings, options);
  if (io.stdin.isTTY === true) await stderr.write('One question a line; Ctrl-D ends.\n');
  let code: ExitCode = EXIT.ok;
  let separator = '';
  for await (const line of readLines(io.stdin, MAX_LINE_LENGTH)) {
    const { text, isError } = answerer.line(line);
    if (isError) code = EXIT.badQuestion;
    if (text === undefined) continue;
    if (!(await stdout.write(`${separator}${text}\n`))) break;
    if (options.json !== true) separator = SEPARATOR;
  }
  return code;
}
