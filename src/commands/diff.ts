import { Command, Option } from 'commander';
import { z } from 'zod';
import { compareData, type DataSide } from '../core/index.js';
import type { CommandContext } from './command-context.js';
import type { BrokenReport, BrokenSide, ComparedSide, DiffReport } from './diff-report.js';
import { EXIT, type ExitCode } from './exit-code.js';
import { createProgress } from './progress.js';
import { checkDiffSide, type DiffSide, readDiffSide } from './read-diff-side.js';
import { renderBrokenJson, renderDiffJson } from './render-diff-json.js';
import { renderBrokenMarkdown, renderDiffMarkdown } from './render-diff-markdown.js';
import { renderBrokenText, renderDiffText } from './render-diff-text.js';
import { readSettings, type Settings } from './settings.js';

const FORMATS = ['text', 'markdown', 'json'] as const;

const options = z.object({ format: z.enum(FORMATS), exitCode: z.boolean().optional() });
type DiffOptions = z.infer<typeof options>;

/** `planlotse diff`: what a change of the data changes, in the data and for people who ask. */
export function createDiffCommand(context: CommandContext): Command {
  return new Command('diff')
    .summary('show what a change of the data changes, above all in the answers')
    .description(
      'Compares two states of the data: records, lists, vocabulary, texts, and the answers to the golden questions ' +
        'and to typical questions made from both. A state is a folder, or a revision of the repository that the data ' +
        'folder lies in. In German unless --language says otherwise.',
    )
    .argument('<old>', 'folder or revision (branch, tag, commit)')
    .argument('[new]', 'folder or revision; without it, the data folder as it is now')
    .addOption(
      new Option('--format <format>', 'text, markdown for a pull request, or json').choices(FORMATS).default('text'),
    )
    .option('--exit-code', 'exit code 1 where the data differs')
    .addHelpText('after', EXAMPLES)
    .action(async (old: string, next: string | undefined, _options: unknown, command: Command) => {
      const settings = readSettings(command, context.io);
      context.finish(await diff(old, next, options.parse(command.opts()), settings, context));
    });
}

const EXAMPLES = `
Exit code 1 if one of the states is broken; its faults are listed instead.

Examples:
  planlotse diff main                    what the data folder changes against the branch "main"
  planlotse diff HEAD~3 HEAD
  planlotse diff ../before/data data     two folders
  planlotse diff main --format markdown  for a comment in a pull request`;

async function diff(
  old: string,
  next: string | undefined,
  { format, exitCode }: DiffOptions,
  settings: Settings,
  { io, stdout }: CommandContext,
): Promise<ExitCode> {
  const language = settings.language ?? 'de';
  const [before, after] = await Promise.all([readDiffSide(old, settings, io), readDiffSide(next, settings, io)]);
  const [was, is] = [checkDiffSide(before), checkDiffSide(after)];
  if (was.kind === 'faults' || is.kind === 'faults') {
    const sides: readonly BrokenSide[] = [
      ...(was.kind === 'faults' ? [{ ...before, side: 'old', faults: was.faults } as const] : []),
      ...(is.kind === 'faults' ? [{ ...after, side: 'new', faults: is.faults } as const] : []),
    ];
    await stdout.write(RENDERERS[format].broken({ language, sides }));
    return EXIT.brokenData;
  }
  const progress = createProgress(io);
  const comparison = compareData(was.data, is.data, { today: settings.today(), onProgress: progress.show });
  progress.end();
  const report = { ...comparison, language, old: sideOf(before, was.data), next: sideOf(after, is.data) };
  await stdout.write(RENDERERS[format].report(report));
  return exitCode === true && report.entries.length > 0 ? EXIT.brokenData : EXIT.ok;
}

function sideOf({ name, pathOf }: DiffSide, { catalog }: DataSide): ComparedSide {
  return { name, pathOf, version: catalog.version };
}

const RENDERERS: Readonly<
  Record<
    (typeof FORMATS)[number],
    { readonly report: (report: DiffReport) => string; readonly broken: (report: BrokenReport) => string }
  >
> = {
  text: { report: renderDiffText, broken: renderBrokenText },
  markdown: { report: renderDiffMarkdown, broken: renderBrokenMarkdown },
  json: { report: renderDiffJson, broken: renderBrokenJson },
};
