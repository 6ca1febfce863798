import { Command, Option } from 'commander';
import {
  readAnswerSchema,
  readSchemaFiles,
  writeAnswerSchema,
  writeSchemaFiles,
} from '../adapters/files/schema-files.js';
import { createAnswerJsonSchema, createJsonSchemas } from '../core/index.js';
import type { CommandContext } from './command-context.js';
import { EXIT, type ExitCode } from './exit-code.js';
import { loadCatalog } from './load-catalog.js';
import { readSettings, type Settings } from './settings.js';

interface SchemaOptions {
  readonly write?: boolean;
}

/** `planlotse schema`: checks or writes the JSON Schemas that help an editor with the data. */
export function createSchemaCommand(context: CommandContext): Command {
  return new Command('schema')
    .summary("check or write the JSON Schemas for the editor's completion and hover help")
    .description(
      'Compares the JSON Schemas in the data folder with what the program and the data say. They change when an id ' +
        'is added or removed, since they offer the known ids for completion. In the project folder, the published ' +
        'JSON Schema of answers (docs/answer.schema.json) is treated alike; it changes only with the program.',
    )
    .addOption(new Option('--check', 'name the files that are out of date (the default)').conflicts('write'))
    .option('--write', 'write them anew')
    .addHelpText('after', EXAMPLES)
    .action(async (options: SchemaOptions, command: Command) => {
      const settings = readSettings(command, context.io);
      context.finish(options.write === true ? await write(settings, context) : await check(settings, context));
    });
}

const EXAMPLES = `
Exit code 1 if a file is out of date.

Examples:
  planlotse schema
  planlotse schema --write`;

async function write(settings: Settings, { stdout }: CommandContext): Promise<ExitCode> {
  const schemas = await currentSchemas(settings);
  const stale = staleFiles(await readSchemaFiles(settings.folder), schemas);
  await writeSchemaFiles(settings.folder, schemas);
  const answer = await checkAnswerSchema(settings);
  if (answer === 'stale') await writeAnswerSchema(settings.folder, ANSWER_SCHEMA);
  const count = schemas.size + (answer === undefined ? 0 : 1);
  await stdout.write(`${count} schemas, ${stale.length + (answer === 'stale' ? 1 : 0)} changed\n`);
  return EXIT.ok;
}

async function check(settings: Settings, { stdout }: CommandContext): Promise<ExitCode> {
  const schemas = await currentSchemas(settings);
  const stale = staleFiles(await readSchemaFiles(settings.folder), schemas);
  const answer = await checkAnswerSchema(settings);
  const names = [...stale.map((name) => `schema/${name}`), ...(answer === 'stale' ? ['docs/answer.schema.json'] : [])];
  if (names.length === 0) {
    await stdout.write(`${schemas.size + (answer === undefined ? 0 : 1)} schemas, all up to date\n`);
    return EXIT.ok;
  }
  const lines = names.map((name) => `${name} is out of date\n`).join('');
  await stdout.write(`${lines}Mend it with "npm run schemas" (planlotse schema --write).\n`);
  return EXIT.brokenData;
}

async function currentSchemas(settings: Settings): Promise<ReadonlyMap<string, string>> {
  const schemas = createJsonSchemas(await loadCatalog(settings));
  return new Map([...schemas].map(([name, schema]) => [name, print(schema)]));
}

const ANSWER_SCHEMA = print(createAnswerJsonSchema());

/** The state of the published schema of answers; undefined where the data folder has none beside it. */
async function checkAnswerSchema({ folder }: Settings): Promise<'current' | 'stale' | undefined> {
  const found = await readAnswerSchema(folder);
  if (found === undefined) return undefined;
  return isSame(found, ANSWER_SCHEMA) ? 'current' : 'stale';
}

function print(schema: object): string {
  return `${JSON.stringify(schema, null, 2)}\n`;
}

/** Files that are missing, differ, or are left over. */
function staleFiles(found: ReadonlyMap<string, string>, wanted: ReadonlyMap<string, string>): string[] {
  return [...new Set([...wanted.keys(), ...found.keys()])]
    .filter((name) => !isSame(found.get(name), wanted.get(name)))
    .sort();
}

function isSame(found: string | undefined, wanted: string | undefined): boolean {
  return found?.replaceAll('\r\n', '\n') === wanted;
}
