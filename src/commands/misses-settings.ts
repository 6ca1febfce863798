import { z } from 'zod';
import { type Environment, givenIn, readEnvironment } from './read-environment.js';

/** Whether and how words that no record knows are counted. */
export interface MissesSettings {
  /** The folder as it was given; relative to where the program was started. */
  readonly folder: string;
  /** How many days counts are kept. */
  readonly days: number;
  /** In how many questions a word must have been missed before it is kept and shown in clear. */
  readonly threshold: number;
}

const MOST_DAYS = 365;
/** With less, a word of one or two people would be shown. */
const LEAST_THRESHOLD = 3;
const MOST_THRESHOLD = 1000;

function wholeNumber(least: number, most: number) {
  const message = `must be a whole number from ${least} to ${most}`;
  return z.coerce.number(message).int(message).min(least, message).max(most, message);
}

/** The variables of the count, as `serve` and `misses` read them. */
export const missesVariables = {
  PLANLOTSE_MISSES: z
    .string()
    .regex(/^(?!(?:1|true|on|yes|ja|0|false|off|no|nein)$)/i, 'must be a folder; without it nothing is counted')
    .optional(),
  PLANLOTSE_MISSES_DAYS: wholeNumber(1, MOST_DAYS).default(90),
  PLANLOTSE_MISSES_THRESHOLD: wholeNumber(LEAST_THRESHOLD, MOST_THRESHOLD).default(5),
} as const;

const environment = z.object(missesVariables);

/**
 * Reads the variables of the count alone.
 *
 * @throws SettingsError with every fault at once.
 */
export function readMissesSettings(env: Environment): MissesSettings | undefined {
  return missesOf(readEnvironment(environment, givenIn(env)));
}

/** @returns undefined where nothing is to be counted. */
export function missesOf(read: z.infer<typeof environment>): MissesSettings | undefined {
  const { PLANLOTSE_MISSES: folder, PLANLOTSE_MISSES_DAYS: days, PLANLOTSE_MISSES_THRESHOLD: threshold } = read;
  return folder === undefined ? undefined : { folder, days, threshold };
}
