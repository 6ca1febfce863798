import { Command, InvalidArgumentError } from 'commander';
import { z } from 'zod';
import { AdapterError } from '../adapters/adapter.js';
import type { CommandContext } from './command-context.js';
import { EXIT, type ExitCode } from './exit-code.js';
import { loadCatalog } from './load-catalog.js';
import { readServeSettings, SettingsError } from './serve-settings.js';
import { readSettings, type Settings } from './settings.js';
import { isUnreachable } from './start-with-retry.js';

const deployOptions = z.object({ guild: z.string().optional(), dryRun: z.boolean().default(false) });

type DeployFlags = z.infer<typeof deployOptions>;

/** `planlotse discord deploy`: registers the slash commands. */
export function createDiscordCommand(context: CommandContext): Command {
  const deploy = new Command('deploy')
    .summary('register the commands, after showing what changes')
    .description(
      'Compares the commands that Discord has with those of this program, shows what differs and registers them. ' +
        'Does nothing where nothing differs. DISCORD_TOKEN must be set.',
    )
    .option('--guild <id>', 'one server rather than all; there, changes show at once', parseGuild)
    .option('--dry-run', 'only show what differs')
    .addHelpText('after', EXAMPLES)
    .action(async (options: unknown, command: Command) => {
      const flags = deployOptions.parse(options);
      context.finish(await run(flags, readSettings(command, context.io), context));
    });
  return new Command('discord').summary('register the commands of Discord').addCommand(deploy);
}

const EXAMPLES = `
Lines begin with + (new), - (removed) or ~ (changed).

Examples:
  planlotse discord deploy --dry-run
  planlotse discord deploy
  planlotse discord deploy --guild 123456789012345678`;

async function run(
  { guild, dryRun }: DeployFlags,
  settings: Settings,
  { io, stdout, stderr }: CommandContext,
): Promise<ExitCode> {
  const { discord, command } = readServeSettings(io.env);
  if (discord === undefined) {
    throw new SettingsError(['DISCORD_TOKEN is missing; .env.example explains where to take it from.']);
  }
  const catalog = await loadCatalog(settings);
  const where = guild === undefined ? 'all servers and users' : `server ${guild}`;
  // Discord's client is read only where it is used.
  const { prepareDeployment } = await import('../adapters/discord/deploy-commands.js');
  try {
    const { diff, deploy } = await prepareDeployment(catalog, {
      ...discord,
      command,
      ...(guild === undefined ? {} : { guildId: guild }),
    });
    if (diff.length === 0) {
      await stdout.write(`Commands for ${where}: up to date, nothing to do\n`);
      return EXIT.ok;
    }
    await stdout.write(diff.map((line) => `${line}\n`).join(''));
    if (!dryRun) await deploy();
    await stdout.write(
      `Commands for ${where}: ${diff.length} difference(s), ${dryRun ? 'nothing sent' : 'registered'}\n`,
    );
    return EXIT.ok;
  } catch (error) {
    const problem = problemOf(error);
    if (problem === undefined) throw error;
    await stderr.write(`${problem}\n`);
    return EXIT.unavailable;
  }
}

/** What the operator can do about an error of the platform; undefined for faults of the program. */
function problemOf(error: unknown): string | undefined {
  if (error instanceof AdapterError) return `${error.code}: ${error.message}`;
  if (isUnreachable(error))
    return 'DISCORD_UNREACHABLE: Discord cannot be reached. Check the network and DISCORD_API_URL.';
  const refused = z.object({ status: z.number(), code: z.number() }).safeParse(error).data;
  if (refused === undefined) return undefined;
  return (
    `DISCORD_REFUSED: Discord refuses (status ${refused.status}, code ${refused.code}). ` +
    'Check DISCORD_APPLICATION_ID, and with --guild that the bot is on that server.'
  );
}

function parseGuild(value: string): string {
  if (!/^\d{17,20}$/.test(value)) throw new InvalidArgumentError('Give the id of a server, 17 to 20 digits.');
  return value;
}
