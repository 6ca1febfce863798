import type { Listing } from '../adapters/files/list-folder.js';
import { type DataFolder, DataFolderError, readData, readDataAgain } from '../adapters/files/read-data.js';
import { watchFolder } from '../adapters/files/watch-folder.js';
import { whenQuiet } from '../adapters/files/when-quiet.js';
import type { CheckSettings } from './check-settings.js';
import type { CommandContext } from './command-context.js';
import { EXIT, type ExitCode } from './exit-code.js';
import { renderCheckText } from './render-check-text.js';
import { reviewData } from './review-data.js';
import { readWatchSettings } from './serve-settings.js';
import type { Settings } from './settings.js';
import { WORDS } from './summary-words.js';

/** An editor writes several times a save; a pause longer than this is taken for the end. */
const TIMES = { quiet: 150, longest: 2000 };

/** Checks now and whenever the data changes, until the program is told to stop. */
export async function watchData(settings: Settings, how: CheckSettings, context: CommandContext): Promise<ExitCode> {
  const { io } = context;
  const { folder } = settings;
  const { mode, interval } = readWatchSettings(io.env);
  // A folder that cannot be read is told before anything is watched.
  await readData(folder);
  let known: Listing | undefined;
  let fail = (_error: unknown): void => {};
  const ended = new Promise<void>((resolve, reject) => {
    fail = reject;
    const off = io.lifecycle.onSignal(() => {
      off();
      resolve();
    });
  });
  const look = async (isOverdue: boolean): Promise<'done' | 'too-early'> => {
    try {
      const reading = await readDataAgain(folder, known);
      if (reading === undefined) return 'done';
      if (!reading.isSettled && !isOverdue) return 'too-early';
      known = reading.isSettled ? reading.listing : undefined;
      await show(reading, settings, how, context);
    } catch (error) {
      if (!(error instanceof DataFolderError)) throw error;
      // The folder can be away for a moment, while another revision is fetched.
      if (!isOverdue) return 'too-early';
      known = undefined;
      await context.stdout.write(`${headOf(settings, context)}${error.code}: ${error.message}\n`);
    }
    return 'done';
  };
  const checks = whenQuiet(
    ({ isOverdue }) =>
      look(isOverdue).catch((error: unknown) => {
        fail(error);
        return 'done';
      }),
    TIMES,
  );
  // Whoever asks to watch wants to, whatever the environment says to `serve`.
  const watch = { mode: mode === 'off' ? 'events' : mode, interval } as const;
  const close = watchFolder(folder, watch, { onHint: checks.hint, onFailure: () => {} });
  checks.now();
  try {
    await ended;
  } finally {
    await Promise.all([close(), checks.stop()]);
  }
  return EXIT.ok;
}

const CLEAR_SCREEN = '\x1b[2J\x1b[3J\x1b[H';

function headOf(settings: Settings, { io }: CommandContext): string {
  const clock = new Intl.DateTimeFormat('de-DE', { timeStyle: 'medium', timeZone: 'Europe/Berlin' });
  const checkedAt = WORDS[settings.language ?? 'de'].checkedAt(clock.format(io.now()));
  return `${io.stdout.isTTY === true ? CLEAR_SCREEN : ''}${checkedAt}\n`;
}

async function show(data: DataFolder, settings: Settings, how: CheckSettings, context: CommandContext): Promise<void> {
  const warnings = how.warnings ?? 'none';
  const review = reviewData(data, settings.today(), warnings !== 'none');
  const language = settings.language ?? 'de';
  const text = renderCheckText({ ...review, language, show: warnings }, settings, context.io, 'short');
  await context.stdout.write(`${headOf(settings, context)}${text}`);
}
