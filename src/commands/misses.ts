import { resolve } from 'node:path';
import { Command } from 'commander';
import { z } from 'zod';
import { createFolderMissStore } from '../adapters/misses/folder-miss-store.js';
import type { MissedWord } from '../adapters/misses/miss-store.js';
import { createLookUpWord, type WordStanding } from '../core/index.js';
import type { CommandContext } from './command-context.js';
import { daysBefore } from './days.js';
import { EXIT } from './exit-code.js';
import { loadCatalog } from './load-catalog.js';
import { readMissesSettings } from './misses-settings.js';
import { missesToJson, renderMisses } from './misses-summary.js';
import { MISSES_WORDS } from './misses-words.js';
import { SettingsError } from './read-environment.js';
import { readSettings, type Settings } from './settings.js';

const missesOptions = z.object({ clear: z.boolean().default(false), json: z.boolean().default(false) });

type MissesFlags = z.infer<typeof missesOptions>;

/** `planlotse misses`: what people asked for and did not find. */
export function createMissesCommand(context: CommandContext): Command {
  return new Command('misses')
    .summary('list what people asked for and did not find')
    .description(
      'Lists the words of questions that no record knows, the nearest records and what to do, and the kinds of ' +
        'answers, as "planlotse serve" has counted them where PLANLOTSE_MISSES is set. Deletes what is older than the ' +
        'term. In German unless --language says otherwise. Works while "planlotse serve" runs.',
    )
    .option('--json', 'one JSON object instead of text')
    .option('--clear', 'delete everything that was counted')
    .addHelpText('after', EXAMPLES)
    .action(async (given: unknown, command: Command) => {
      const text = await run(missesOptions.parse(given), readSettings(command, context.io), context);
      await context.stdout.write(`${text}\n`);
      context.finish(EXIT.ok);
    });
}

const EXAMPLES = `
Environment:
  PLANLOTSE_MISSES            the folder with the counts; nothing is counted without it
  PLANLOTSE_MISSES_DAYS       how many days they are kept (90)
  PLANLOTSE_MISSES_THRESHOLD  in how many questions a word is missed before it is shown (5)

Examples:
  planlotse misses
  planlotse misses --language en
  planlotse misses --json | jq '.words[].word'
  planlotse misses --clear`;

async function run({ clear, json }: MissesFlags, settings: Settings, { io }: CommandContext): Promise<string> {
  const words = MISSES_WORDS[settings.language ?? 'de'];
  const counting = readMissesSettings(io.env);
  if (counting === undefined) return json ? JSON.stringify({ version: 1, on: false }) : words.off;
  const store = createFolderMissStore({ ...counting, folder: resolve(io.cwd, counting.folder) });
  if (clear) {
    await inFolder(store.clear());
    return json ? JSON.stringify({ version: 1, on: true, cleared: true }) : words.cleared;
  }
  await inFolder(store.prune(daysBefore(settings.today(), counting.days)));
  const counts = await inFolder(store.list());
  const summary = { counts, missed: await standingOf(counts.words, settings), counting };
  return json ? JSON.stringify(missesToJson(summary)) : renderMisses(summary, settings.language ?? 'de');
}

/** What the data makes of the words today; it is read only where there are any. */
async function standingOf(words: readonly MissedWord[], settings: Settings): Promise<(MissedWord & WordStanding)[]> {
  if (words.length === 0) return [];
  const lookUp = createLookUpWord(await loadCatalog(settings));
  return words.map((missed) => ({ ...missed, ...lookUp(missed.word, missed.language) }));
}

/** @throws SettingsError where the folder cannot be used. */
async function inFolder<T>(task: Promise<T>): Promise<T> {
  try {
    return await task;
  } catch (error) {
    if (!(error instanceof Error && 'syscall' in error)) throw error;
    throw new SettingsError([`PLANLOTSE_MISSES must be a folder that can be read and written: ${error.message}`]);
  }
}
