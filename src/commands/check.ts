import { Command } from 'commander';
import { type DataFolder, readData } from '../adapters/files/read-data.js';
import type { CheckReport } from './check-report.js';
import { addCheckOptions, type CheckSettings, readCheckSettings, type WarningChoice } from './check-settings.js';
import type { CommandContext } from './command-context.js';
import { createDataPath } from './data-path.js';
import { EXIT, type ExitCode } from './exit-code.js';
import { createProgress } from './progress.js';
import { readPackage } from './read-package.js';
import { renderCheckGithub } from './render-check-github.js';
import { renderCheckJson } from './render-check-json.js';
import { renderCheckText } from './render-check-text.js';
import { reviewData } from './review-data.js';
import { type LinkReview, reviewLinks } from './review-links.js';
import { readSettings, type Settings } from './settings.js';
import { watchData } from './watch-data.js';

/** `planlotse check`: lists every fault of the data and what is worth a look, or says what it holds. */
export function createCheckCommand(context: CommandContext): Command {
  return addCheckOptions(new Command('check'))
    .summary('list every fault of the data, or say what it holds')
    .description(
      'Reads the data folder and lists every fault as file:line:column with the mend, golden questions included. ' +
        'Without a fault: what the data holds. Then what is worth a look although nothing is broken (warnings); it ' +
        'does not change the exit code. In German unless --language says otherwise.',
    )
    .addHelpText('after', EXAMPLES)
    .action(async (_options: unknown, command: Command) => {
      const settings = readSettings(command, context.io);
      const how = readCheckSettings(command);
      context.finish(how.watch ? await watchData(settings, how, context) : await check(settings, how, context));
    });
}

const EXAMPLES = `
Examples:
  planlotse check
  planlotse check --watch                     keep checking while you write
  planlotse check --warnings all              every warning with its line
  planlotse check --warnings missingTranslation
  planlotse check --links                     also ask whether the addresses are still there
  planlotse check --data ./data --language en
  planlotse check --today 2027-01-01          what is due for review by then`;

async function check(settings: Settings, how: CheckSettings, context: CommandContext): Promise<ExitCode> {
  const language = settings.language ?? 'de';
  const show = how.warnings ?? DEFAULT_WARNINGS[how.format];
  const data = await readData(settings.folder);
  const review = reviewData(data, settings.today(), show !== 'none' || how.strict);
  const links =
    how.links === undefined || review.faults.length > 0
      ? undefined
      : await askForLinks(data, how.links, settings, context);
  const report: CheckReport = {
    ...review,
    language,
    show,
    ...(links === undefined ? {} : { warnings: [...review.warnings, ...links.warnings], links: countsOf(links) }),
  };
  await context.stdout.write(render(report, settings, how, context));
  const isBroken = report.faults.length > 0 || (how.strict && report.warnings.length > 0);
  return isBroken ? EXIT.brokenData : EXIT.ok;
}

const DEFAULT_WARNINGS = { text: 'summary', github: 'summary', json: 'all' } as const satisfies Readonly<
  Record<CheckSettings['format'], WarningChoice>
>;

function render(report: CheckReport, settings: Settings, { format }: CheckSettings, { io }: CommandContext): string {
  switch (format) {
    case 'text':
      return renderCheckText(report, settings, io);
    case 'json':
      return renderCheckJson(report, createDataPath(settings, io.cwd));
    case 'github':
      // Annotations land in a pull request only where their paths start at the repository's root.
      return renderCheckGithub(report, createDataPath(settings, io.env.GITHUB_WORKSPACE || io.cwd));
  }
}

async function askForLinks(
  { files }: DataFolder,
  times: NonNullable<CheckSettings['links']>,
  { language = 'de' }: Settings,
  { io }: CommandContext,
): Promise<LinkReview> {
  const { version, homepage } = await readPackage();
  const progress = createProgress(io);
  const review = await reviewLinks(files, language, {
    ...times,
    userAgent: `Planlotse/${version} (+${homepage})`,
    onProgress: progress.show,
  });
  progress.end();
  return review;
}

function countsOf({ addresses, unchecked }: LinkReview): Omit<LinkReview, 'warnings'> {
  return { addresses, unchecked };
}
