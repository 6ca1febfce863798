import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const FOLDER = 'schema';
const ENDING = '.schema.json';
const ANSWER_SCHEMA = join('..', 'docs', 'answer.schema.json');

/** The JSON Schemas in a data folder as texts by file name; none where there is no such folder. */
export async function readSchemaFiles(dataFolder: string): Promise<ReadonlyMap<string, string>> {
  const folder = join(dataFolder, FOLDER);
  const names = (await listFolder(folder)).filter((name) => name.endsWith(ENDING)).sort();
  return new Map(
    await Promise.all(
      names.map(async (name): Promise<[string, string]> => [name, await readFile(join(folder, name), 'utf8')]),
    ),
  );
}

/** Writes the JSON Schemas of a data folder, and removes those that are no longer among them. */
export async function writeSchemaFiles(dataFolder: string, schemas: ReadonlyMap<string, string>): Promise<void> {
  const folder = join(dataFolder, FOLDER);
  await mkdir(folder, { recursive: true });
  const old = (await listFolder(folder)).filter((name) => name.endsWith(ENDING) && !schemas.has(name));
  await Promise.all([
    ...old.map((name) => rm(join(folder, name))),
    ...[...schemas].map(([name, text]) => writeFile(join(folder, name), text)),
  ]);
}

/** The published JSON Schema of answers; undefined where the data folder does not stand in the project's own folder. */
export async function readAnswerSchema(dataFolder: string): Promise<string | undefined> {
  try {
    return await readFile(join(dataFolder, ANSWER_SCHEMA), 'utf8');
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

/** Writes the published JSON Schema of answers, where {@link readAnswerSchema} found one. */
export async function writeAnswerSchema(dataFolder: string, text: string): Promise<void> {
  await writeFile(join(dataFolder, ANSWER_SCHEMA), text);
}

async function listFolder(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}
