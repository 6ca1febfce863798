import { DataFolderError, readData } from '../adapters/files/read-data.js';
import { watchFolder } from '../adapters/files/watch-folder.js';
import type { CheckSettings } from './check-settings.js';
import type { CommandContext } from './command-context.js';
import { EXIT, type ExitCode } from './exit-code.js';
import { renderCheckText } from './render-check-text.js';
import { reviewData } from './review-data.js';
import type { Settings } from './settings.js';
import { WORDS } from './summary-words.js';

/** Checks now and whenever the data changes, until the program is told to stop. */
export async function watchData(settings: Settings, how: CheckSettings, context: CommandContext): Promise<ExitCode> {
  const { io } = context;
  let checking: Promise<void> | undefined;
  let isStale = false;
  const checkAgain = (): void => {
    isStale = true;
    checking ??= (async () => {
      while (isStale) {
        isStale = false;
        await checkOnce(settings, how, context);
      }
      checking = undefined;
    })();
  };
  // A folder that cannot be read is told before anything is watched.
  await readData(settings.folder);
  const stopped = new Promise<void>((resolve) => {
    const off = io.lifecycle.onSignal(() => {
      off();
      resolve();
    });
  });
  const close = await watchFolder(settings.folder, checkAgain);
  checkAgain();
  await stopped;
  await close();
  await checking;
  return EXIT.ok;
}

const CLEAR_SCREEN = '\x1b[2J\x1b[3J\x1b[H';

async function checkOnce(settings: Settings, how: CheckSettings, { io, stdout }: CommandContext): Promise<void> {
  const language = settings.language ?? 'de';
  const words = WORDS[language];
  const show = how.warnings ?? 'none';
  const clock = new Intl.DateTimeFormat('de-DE', { timeStyle: 'medium', timeZone: 'Europe/Berlin' });
  const head = `${io.stdout.isTTY === true ? CLEAR_SCREEN : ''}${words.checkedAt(clock.format(io.now()))}\n`;
  try {
    const review = reviewData(await readData(settings.folder), settings.today(), show !== 'none');
    const text = renderCheckText({ ...review, language, show }, settings, io, 'short');
    await stdout.write(`${head}${text}`);
  } catch (error) {
    // The folder can be away for a moment, while another revision is fetched.
    if (!(error instanceof DataFolderError)) throw error;
    await stdout.write(`${head}${error.code}: ${error.message}\n`);
  }
}
