import { z } from 'zod';

/** How the registered commands differ from those of this program; one line each, empty where they do not. */
export type CommandDiff = readonly string[];

const localized = z.record(z.string(), z.string()).nullish();

const option = z.object({
  type: z.number(),
  name: z.string(),
  description: z.string(),
  description_localizations: localized,
  required: z.boolean().default(false),
  autocomplete: z.boolean().default(false),
});

const subcommand = option.extend({ options: z.array(option).default([]) });

/** What this program sets of a command, and what Discord gives back; all else it adds is passed over. */
const commandSchema = z.object({
  type: z.number().default(1),
  name: z.string(),
  name_localizations: localized,
  description: z.string().default(''),
  description_localizations: localized,
  integration_types: z.array(z.number()).nullish(),
  contexts: z.array(z.number()).nullish(),
  options: z.array(subcommand).default([]),
});

type Fields = ReadonlyMap<string, string>;

/**
 * Compares the commands that Discord has with those it should have.
 *
 * @param found - As Discord gives them back, localisations included.
 * @param scope - Commands of one server have no contexts: Discord takes them for global ones only.
 */
export function diffCommands(found: unknown, wanted: unknown, scope: 'global' | 'guild'): CommandDiff {
  const before = fieldsOf(found, scope);
  const after = fieldsOf(wanted, scope);
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((command) =>
    diffFields(command, before.get(command), after.get(command)),
  );
}

function diffFields(command: string, before: Fields | undefined, after: Fields | undefined): string[] {
  if (before === undefined) return [`+ ${command}`];
  if (after === undefined) return [`- ${command}`];
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((path) => {
    const [old, now] = [before.get(path), after.get(path)];
    if (old === now) return [];
    if (old === undefined) return [`~ ${command}: + ${path}: ${now}`];
    return now === undefined ? [`~ ${command}: - ${path}: ${old}`] : [`~ ${command}: ${path}: ${old} → ${now}`];
  });
}

/** Every value of every command by its path. */
function fieldsOf(commands: unknown, scope: 'global' | 'guild'): ReadonlyMap<string, Fields> {
  return new Map(
    z
      .array(commandSchema)
      .parse(commands)
      .map(({ contexts, integration_types, ...command }) => {
        const where =
          scope === 'guild' ? {} : { contexts: sorted(contexts), integration_types: sorted(integration_types) };
        return [`${command.type === 1 ? '/' : ''}${command.name}`, new Map(flatten({ ...command, ...where }, ''))];
      }),
  );
}

function sorted(numbers: readonly number[] | null | undefined): string {
  return [...(numbers ?? [])].sort((a, b) => a - b).join();
}

/** Options go by their name and their place, since Discord shows them in order. */
function flatten(value: unknown, path: string): [string, string][] {
  if (value === null || value === undefined) return [];
  if (Array.isArray(value)) {
    return value.flatMap((item: unknown, index): [string, string][] => {
      const name = z.object({ name: z.string() }).safeParse(item).data?.name ?? String(index);
      return [[`${path}.${name}.place`, String(index + 1)], ...flatten(item, `${path}.${name}`)];
    });
  }
  if (typeof value === 'object') {
    return Object.entries(value).flatMap(([key, inner]) => flatten(inner, path === '' ? key : `${path}.${key}`));
  }
  return [[path, JSON.stringify(value)]];
}
