import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { z } from 'zod';
import { isLanguageTag, LANGUAGE_TAGS, type LanguageTag } from '../core/index.js';
import { dayInHesse, isoDay } from './days.js';
import type { ProgramIo } from './program-io.js';

/** What all subcommands share: where the data is, which day it is, which language. */
export interface Settings {
  /** The data folder as the user gave it. */
  readonly data: string;
  /** The data folder as an absolute path. */
  readonly folder: string;
  /** Today, as an ISO day; asked again for every question, since a chat can outlast midnight. */
  readonly today: () => string;
  readonly language?: LanguageTag;
  /** Whether a terminal may be sent colours. */
  readonly color: boolean;
}

/** The folder that comes with the package, wherever the program is started from. */
const OWN_DATA = fileURLToPath(new URL('../../data', import.meta.url));

const environment = z.object({
  PLANLOTSE_DATA: z.string().optional(),
  NO_COLOR: z.string().optional(),
  TERM: z.string().optional(),
});

const common = z.object({
  data: z.string().min(1).optional(),
  today: isoDay.optional(),
  language: z.string().optional(),
});

/** Adds the options that every subcommand understands to the program. */
export function addCommonOptions(program: Command): Command {
  return program
    .addOption(
      new Option(
        '--data <dir>',
        'data folder (default: $PLANLOTSE_DATA, else the one that comes with the program)',
      ).argParser(parseFolder),
    )
    .addOption(
      new Option('--today <day>', 'the day that counts as today (default: today in Hesse)').argParser(parseDay),
    )
    .addOption(
      new Option(
        '--language <tag>',
        'language of questions and answers (default: found out for each question)',
      ).choices(LANGUAGE_TAGS),
    );
}

/** Reads the common options and the environment; the options come first. */
export function readSettings(command: Command, io: ProgramIo): Settings {
  const env = environment.parse(io.env);
  const options = common.parse(command.optsWithGlobals());
  const data = options.data ?? (env.PLANLOTSE_DATA || OWN_DATA);
  const { today, language } = options;
  return {
    data,
    folder: resolve(io.cwd, data),
    today: () => today ?? dayInHesse(io.now()),
    color: (env.NO_COLOR ?? '') === '' && env.TERM !== 'dumb',
    ...(language !== undefined && isLanguageTag(language) ? { language } : {}),
  };
}

function parseFolder(value: string): string {
  if (value === '') throw new InvalidArgumentError('Give a folder.');
  return value;
}

function parseDay(value: string): string {
  if (!isoDay.safeParse(value).success) throw new InvalidArgumentError('Write a day that exists, like 2026-01-31.');
  return value;
}
