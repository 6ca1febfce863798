import { Command } from 'commander';
import { readData } from '../adapters/files/read-data.js';
import { type Fault, type GoldenQuestion, readCatalog, readGolden } from '../core/index.js';
import type { CommandContext } from './command-context.js';
import { summariseData } from './data-summary.js';
import { EXIT, type ExitCode } from './exit-code.js';
import { countFaults, listFaults } from './list-faults.js';
import { readSettings, type Settings } from './settings.js';
import { WORDS } from './summary-words.js';

/** `planlotse check`: lists every fault of the data, or says what it holds. */
export function createCheckCommand(context: CommandContext): Command {
  return new Command('check')
    .summary('list every fault of the data, or say what it holds')
    .description(
      'Reads the data folder and lists every fault as file:line:column with the mend, golden questions included. ' +
        'Without a fault: what the data holds, and what needs a look. In German unless --language says otherwise.',
    )
    .addHelpText('after', EXAMPLES)
    .action(async (_options: unknown, command: Command) => {
      context.finish(await check(readSettings(command, context.io), context));
    });
}

const EXAMPLES = `
Examples:
  planlotse check
  planlotse check --data ./data --language en
  planlotse check --today 2027-01-01          what is due for review by then`;

async function check(settings: Settings, { io, stdout }: CommandContext): Promise<ExitCode> {
  const language = settings.language ?? 'de';
  const words = WORDS[language];
  const { files, modified } = await readData(settings.folder);
  const result = readCatalog(files, modified);
  const golden: { readonly questions: readonly GoldenQuestion[]; readonly faults: readonly Fault[] } =
    result.kind === 'catalog' ? readGolden(files, result.catalog) : { questions: [], faults: [] };
  const faults = result.kind === 'faults' ? result.faults : golden.faults;
  if (result.kind === 'catalog' && faults.length === 0) {
    await stdout.write(`${summariseData(result.catalog, golden.questions, language, settings.today())}\n`);
    return EXIT.ok;
  }
  // Golden questions are checked against a catalogue; without one nothing can be said of them.
  const unchecked = result.kind === 'faults' ? ` ${words.goldenUnchecked}` : '';
  await stdout.write(`${listFaults(faults, language, settings, io)}${countFaults(faults, language)}${unchecked}\n`);
  return EXIT.brokenData;
}
