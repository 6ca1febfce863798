import type { z } from 'zod';

/** Variables that cannot be used; `faults` has a line for each, with the mend and never with its value. */
export class SettingsError extends Error {
  readonly code = 'SETTINGS_INVALID';
  readonly faults: readonly string[];

  constructor(faults: readonly string[]) {
    super(`The environment has ${faults.length} fault(s).`);
    this.name = 'SettingsError';
    this.faults = faults;
  }
}

export type Environment = Readonly<Record<string, string | undefined>>;

/** The variables that say something: one that is set but empty counts as not set. */
export function givenIn(env: Environment): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(env).flatMap(([name, value]) => {
      const text = value?.trim() ?? '';
      return text === '' ? [] : [[name, text]];
    }),
  );
}

/**
 * Reads variables of the environment.
 *
 * @param further - Faults that no single variable shows.
 * @throws SettingsError with every fault at once.
 */
export function readEnvironment<T extends z.ZodType>(
  schema: T,
  given: Readonly<Record<string, string>>,
  further: readonly string[] = [],
): z.output<T> {
  const result = schema.safeParse(given);
  const faults = (result.error?.issues ?? []).map(({ path, message }) => `${path.slice(0, 1).join('')} ${message}`);
  faults.push(...further);
  if (!result.success || faults.length > 0) throw new SettingsError([...new Set(faults)]);
  return result.data;
}
