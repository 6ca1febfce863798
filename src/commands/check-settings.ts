import { type Command, InvalidArgumentError, Option } from 'commander';
import { z } from 'zod';
import { isWarningCode, WARNING_CODES, type WarningCode } from '../core/index.js';

export const CHECK_FORMATS = ['text', 'json', 'github'] as const;

/** Which warnings are shown: all, the first of each kind, none, or those of one kind. */
export type WarningChoice = 'all' | 'summary' | 'none' | WarningCode;

const options = z.object({
  json: z.boolean().optional(),
  format: z.enum(CHECK_FORMATS).optional(),
  warnings: z.string().optional(),
  strict: z.boolean().optional(),
  watch: z.boolean().optional(),
  links: z.boolean().optional(),
  linkTimeout: z.number(),
  linkPause: z.number(),
  linkLimit: z.number(),
});

export interface CheckSettings {
  readonly format: (typeof CHECK_FORMATS)[number];
  /** Absent where the user leaves it to the output. */
  readonly warnings?: WarningChoice;
  /** Warnings count as faults. */
  readonly strict: boolean;
  readonly watch: boolean;
  /** How addresses are asked for, in milliseconds; absent where they are not. */
  readonly links?: { readonly timeout: number; readonly pause: number; readonly limit: number };
}

/** Adds the options of `check`. */
export function addCheckOptions(command: Command): Command {
  return command
    .addOption(
      new Option(
        '--format <format>',
        'text; json: one document; github: annotations for GitHub Actions (default: text)',
      ).choices(CHECK_FORMATS),
    )
    .addOption(new Option('--json', 'the same as --format json').conflicts('format'))
    .addOption(
      new Option(
        '--warnings <which>',
        'all, summary (the first of each kind), none, or one kind (default: summary; none with --watch; all in JSON)',
      ).argParser(parseChoice),
    )
    .option('--strict', 'exit code 1 also where there are only warnings')
    .addOption(new Option('--watch', 'check anew whenever data changes, until Ctrl-C').conflicts(['json', 'links']))
    .option('--links', 'ask for every address in the data whether it is still there; opens connections')
    .addOption(seconds('--link-timeout <seconds>', 'with --links: give up a request after', 15))
    .addOption(seconds('--link-pause <seconds>', 'with --links: pause between two requests to one host', 1))
    .addOption(seconds('--link-limit <seconds>', 'with --links: begin no further address after', 1800));
}

/** Reads the options of `check`; ends the program with a message where they do not go together. */
export function readCheckSettings(command: Command): CheckSettings {
  const given = options.parse(command.opts());
  const format = given.json === true ? 'json' : (given.format ?? 'text');
  if (given.watch === true && format !== 'text') command.error(`error: --watch goes only with --format text`);
  const { warnings } = given;
  return {
    format,
    strict: given.strict === true,
    watch: given.watch === true,
    ...(warnings !== undefined && isChoice(warnings) ? { warnings } : {}),
    ...(given.links === true
      ? { links: { timeout: given.linkTimeout, pause: given.linkPause, limit: given.linkLimit } }
      : {}),
  };
}

function isChoice(text: string): text is WarningChoice {
  return text === 'all' || text === 'summary' || text === 'none' || isWarningCode(text);
}

function parseChoice(text: string): string {
  if (!isChoice(text)) {
    throw new InvalidArgumentError(`Known are all, summary, none, ${WARNING_CODES.join(', ')}.`);
  }
  return text;
}

/** An option in seconds that is read as milliseconds. */
function seconds(flags: string, description: string, standard: number): Option {
  return new Option(flags, description).default(standard * 1000, `${standard}`).argParser((text) => {
    const value = Number(text);
    if (text.trim() === '' || !(value >= 0 && value <= 86_400)) {
      throw new InvalidArgumentError('Give seconds from 0 to 86400.');
    }
    return value * 1000;
  });
}
