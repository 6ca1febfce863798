import { Command, CommanderError } from 'commander';
import { DataFolderError } from '../adapters/files/read-data.js';
import { RevisionError } from '../adapters/files/read-revision.js';
import { DataError } from '../core/index.js';
import type { CommandContext } from './command-context.js';
import { EXIT, type ExitCode } from './exit-code.js';
import { HealthPortError } from './health-server.js';
import { countFaults, listFaults } from './list-faults.js';
import { createOutput, type ProgramIo } from './program-io.js';
import { readPackage } from './read-package.js';
import type { ServeSeams } from './serve.js';
import { SettingsError } from './serve-settings.js';
import { addCommonOptions, readSettings } from './settings.js';
import { StartError } from './start-error.js';

/**
 * Runs the program.
 *
 * @param argv - Arguments without the names of node and the script.
 * @param seams - What tests put in the place of the platforms of `serve`.
 * @returns the exit code; never throws.
 */
export async function run(argv: readonly string[], io: ProgramIo, seams: ServeSeams = {}): Promise<ExitCode> {
  const stdout = createOutput(io.stdout);
  const stderr = createOutput(io.stderr);
  let code: ExitCode = EXIT.ok;
  let said = '';
  const context: CommandContext = {
    io,
    stdout,
    stderr,
    finish: (value) => {
      code = value;
    },
  };
  const program = addCommonOptions(new Command('planlotse'))
    .description('Answers questions about the Hessischer Integrationsplan 2.0 from curated data, with a source.')
    .version((await readPackage()).version, '-V, --version', 'show the version')
    .helpOption('-h, --help', 'show help')
    .addHelpText('after', EXAMPLES);
  const commands = await loadCommands(argv[0], context, seams);
  for (const command of commands) {
    program.addCommand(command, { isDefault: command.name() === 'chat' });
  }
  const complaints: string[] = [];
  for (const command of [program, ...commands, ...commands.flatMap(({ commands: inner }) => inner)]) {
    command
      .exitOverride()
      .configureHelp({ showGlobalOptions: true })
      .configureOutput({
        writeOut: (text) => {
          said += text;
        },
        writeErr: (text) => complaints.push(text),
      });
  }
  try {
    await program.parseAsync(argv, { from: 'user' });
  } catch (error) {
    code = await report(error);
  }
  return code;

  async function report(error: unknown): Promise<ExitCode> {
    if (error instanceof CommanderError) {
      if (error.exitCode === 0) {
        await stdout.write(said);
        return EXIT.ok;
      }
      await stderr.write(complaints.join(''));
      return EXIT.usage;
    }
    if (error instanceof StartError) {
      await report(error.cause);
      return EXIT.configuration;
    }
    if (error instanceof SettingsError) {
      await stderr.write(error.faults.map((fault) => `${error.code}: ${fault}\n`).join(''));
      return EXIT.usage;
    }
    if (error instanceof DataFolderError || error instanceof RevisionError || error instanceof HealthPortError) {
      await stderr.write(`${error.code}: ${error.message}\n`);
      return EXIT.usage;
    }
    if (error instanceof DataError) {
      const settings = readSettings(program, io);
      const language = settings.language ?? 'de';
      await stderr.write(`${listFaults(error.faults, language, settings, io)}${countFaults(error.faults, language)}\n`);
      return EXIT.brokenData;
    }
    await stderr.write(`INTERNAL: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    return EXIT.internal;
  }
}

type LoadCommand = (context: CommandContext, seams: ServeSeams) => Promise<Command>;

const COMMANDS: ReadonlyMap<string, LoadCommand> = new Map<string, LoadCommand>([
  ['chat', async (context) => (await import('./chat.js')).createChatCommand(context)],
  ['ask', async (context) => (await import('./ask.js')).createAskCommand(context)],
  ['check', async (context) => (await import('./check.js')).createCheckCommand(context)],
  ['diff', async (context) => (await import('./diff.js')).createDiffCommand(context)],
  ['golden', async (context) => (await import('./golden.js')).createGoldenCommand(context)],
  ['schema', async (context) => (await import('./schema.js')).createSchemaCommand(context)],
  ['serve', async (context, seams) => (await import('./serve.js')).createServeCommand(context, seams)],
  ['misses', async (context) => (await import('./misses.js')).createMissesCommand(context)],
  ['discord', async (context) => (await import('./discord.js')).createDiscordCommand(context)],
]);

/** The command that comes first; all of them where options or nothing do, so that help and hints know them. */
async function loadCommands(first: string | undefined, context: CommandContext, seams: ServeSeams): Promise<Command[]> {
  const only = COMMANDS.get(first ?? 'chat');
  return Promise.all((only === undefined ? [...COMMANDS.values()] : [only]).map((load) => load(context, seams)));
}

const EXAMPLES = `
Environment:
  PLANLOTSE_DATA  data folder, where --data is not given
  NO_COLOR        no colours in the chat, if set to anything
  "planlotse serve --help" has those of the platforms.

Exit codes:
  0  answered, also when nothing was found; data in order
  1  the data is broken; every fault is listed (or what --strict and --exit-code ask for)
  2  wrong usage: a bad option, a bad day, a missing folder, a bad variable of the environment
  3  at least one question of a stream could not be read, and has an error in its place
  "planlotse serve --help" has those of serve.

Examples:
  planlotse                                   start the chat
  planlotse ask "Was ist InteA?"              answer one question
  planlotse ask --json < questions.txt        answer a file of questions
  planlotse check --data ./data               list the faults of a data folder`;
