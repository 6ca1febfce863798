import { Command } from 'commander';
import { readData } from '../adapters/files/read-data.js';
import {
  createPlanlotse,
  DataError,
  evaluateGolden,
  type GoldenFigures,
  type GoldenOutcome,
  parseCatalog,
  readGolden,
  summariseGolden,
} from '../core/index.js';
import type { CommandContext } from './command-context.js';
import { EXIT } from './exit-code.js';
import { readSettings, type Settings } from './settings.js';

interface GoldenOptions {
  readonly failures?: string | true;
  readonly json?: boolean;
}

/** `planlotse golden`: asks the golden questions and says how many answers are right. */
export function createGoldenCommand(context: CommandContext): Command {
  return new Command('golden')
    .summary('measure the answers against the golden questions')
    .description(
      'Asks every golden question and compares the answers with what is expected. Each question is asked on its ' +
        'own day and in its own words, so --today and --language change nothing here.',
    )
    .option('--failures [category]', 'list the questions that fail, and why')
    .option('--json', 'figures and failures as one JSON object')
    .addHelpText('after', EXAMPLES)
    .action(async (options: GoldenOptions, command: Command) => {
      const outcomes = await askGolden(readSettings(command, context.io));
      const figures = summariseGolden(outcomes);
      const category = typeof options.failures === 'string' ? options.failures : undefined;
      const categories = figures.map((row) => row.category);
      if (category !== undefined && !categories.includes(category)) {
        command.error(`error: unknown category "${category}"; known are ${categories.join(', ')}`);
      }
      const failures = outcomes.filter(
        (outcome) => !outcome.passed && [undefined, 'all', outcome.category].includes(category),
      );
      const text =
        options.json === true
          ? JSON.stringify({ version: 1, figures, failures: failures.map(failureToJson) })
          : options.failures === undefined
            ? renderFigures(figures)
            : renderFailures(failures);
      await context.stdout.write(`${text}\n`);
      context.finish(EXIT.ok);
    });
}

const EXAMPLES = `
hit@1, hit@3 and MRR count questions that expect a certain record first; recall and precision those that
expect a set of records. Failing questions do not change the exit code: this is a measurement.

Examples:
  planlotse golden
  planlotse golden --failures topics
  planlotse golden --json > golden.json`;

async function askGolden({ folder }: Settings): Promise<readonly GoldenOutcome[]> {
  const { files, modified } = await readData(folder);
  const catalog = parseCatalog(files, modified);
  const { questions, faults } = readGolden(files, catalog);
  if (faults.length > 0) throw new DataError(faults);
  return evaluateGolden(questions, createPlanlotse(catalog));
}

function renderFigures(figures: readonly GoldenFigures[]): string {
  const head = ['category', 'questions', 'passed', 'hit@1', 'hit@3', 'MRR', 'recall', 'precision'];
  const share = (value: number | undefined): string => value?.toFixed(3) ?? '–';
  const rows = figures.map(({ category, questions, passed, hit1, hit3, mrr, recall, precision }) => [
    category,
    `${questions}`,
    `${passed}`,
    ...[hit1, hit3, mrr, recall, precision].map(share),
  ]);
  const table = [head, ...rows];
  const widths = head.map((_, column) => Math.max(...table.map((row) => row[column]?.length ?? 0)));
  return table
    .map((row) =>
      row
        .map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)))
        .join('  '),
    )
    .join('\n');
}

function renderFailures(failures: readonly GoldenOutcome[]): string {
  const entries = failures.map(({ question, category, problems }) => {
    const earlier = (question.previous ?? []).map((text) => `${text} › `).join('');
    const open = question.open === true ? ' (open)' : '';
    return `${category}${open}: ${earlier}${question.question}\n  ${problems.join('; ')}`;
  });
  return [...entries, `${failures.length} failing`].join('\n');
}

function failureToJson({ question, answer, category, problems }: GoldenOutcome): Readonly<Record<string, unknown>> {
  return {
    category,
    file: question.file,
    question: question.question,
    previous: question.previous ?? [],
    language: question.language,
    open: question.open === true,
    problems,
    kind: answer.kind,
    ids: answer.ids,
  };
}
