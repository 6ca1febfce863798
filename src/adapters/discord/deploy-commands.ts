import { REST, type RESTOptions, type RESTPostAPIApplicationCommandsJSONBody, Routes } from 'discord.js';
import { z } from 'zod';
import type { Catalog } from '../../core/index.js';
import { createCommands } from './commands.js';
import type { DiscordOptions } from './create-client.js';
import { type CommandDiff, diffCommands } from './diff-commands.js';
import { startError } from './discord-error.js';

export interface DeployOptions extends Pick<DiscordOptions, 'token' | 'apiUrl'> {
  /** Found out from the token where it is not given. */
  readonly applicationId?: string;
  /** One server rather than all. */
  readonly guildId?: string;
  /** Name of the slash command. */
  readonly command: string;
}

/** What Discord has, compared with what it should have, and how to bring it there. */
export interface Deployment {
  readonly diff: CommandDiff;
  readonly deploy: () => Promise<void>;
}

/**
 * Compares the commands that Discord has with those of this program.
 *
 * @param rest - What tests put in the place of requests.
 * @throws AdapterError where Discord refuses the token.
 */
export async function prepareDeployment(
  catalog: Catalog,
  options: DeployOptions,
  rest: Partial<RESTOptions> = {},
): Promise<Deployment> {
  const { apiUrl, guildId } = options;
  const api = new REST({ ...(apiUrl === undefined ? {} : { api: apiUrl.replace(/\/$/, '') }), ...rest });
  api.setToken(options.token);
  return asked(async () => {
    const applicationId = options.applicationId ?? (await ownId(api));
    const route =
      guildId === undefined
        ? Routes.applicationCommands(applicationId)
        : Routes.applicationGuildCommands(applicationId, guildId);
    const commands = createCommands(catalog, options.command);
    const wanted = guildId === undefined ? commands : commands.map(forGuild);
    const found = await api.get(route, { query: new URLSearchParams({ with_localizations: 'true' }) });
    return {
      diff: diffCommands(found, wanted, guildId === undefined ? 'global' : 'guild'),
      deploy: () => asked(() => api.put(route, { body: wanted }).then(() => {})),
    };
  });
}

async function ownId(api: REST): Promise<string> {
  return z.object({ id: z.string() }).parse(await api.get(Routes.currentApplication())).id;
}

/** Contexts and ways of installing belong to global commands only. */
function forGuild({
  contexts: _,
  integration_types: __,
  ...command
}: RESTPostAPIApplicationCommandsJSONBody): RESTPostAPIApplicationCommandsJSONBody {
  return command;
}

async function asked<T>(request: () => Promise<T>): Promise<T> {
  try {
    return await request();
  } catch (error) {
    throw startError(error);
  }
}
