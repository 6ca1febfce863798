/** Stands for no value. */
export const NONE = '-';
/** Characters of a year, month or day. */
export const DATE_LENGTH = 4;

const MONTHS = 13;
const DAYS = 32;
// Positions in the program's own lists are stable within a version; ids of the data never stand by position.
const LETTERS = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789';

/** The letter of a value by its place; a mark where there is none. */
export function letterOf(values: readonly string[], value: string | undefined): string {
  const at = value === undefined ? -1 : values.indexOf(value);
  return at < 0 ? NONE : LETTERS.charAt(at);
}

/** The value at the place that a letter stands for. */
export function valueAt<T extends string>(values: readonly T[], letter: string): T | undefined {
  return letter === '' || letter === NONE ? undefined : values[LETTERS.indexOf(letter)];
}

/** A number in so many digits of base 36. */
export function toBase36(value: number, length: number): string {
  return value.toString(36).padStart(length, '0');
}

/** The number that digits of base 36 stand for; undefined for anything else. */
export function fromBase36(text: string): number | undefined {
  return /^[0-9a-z]+$/.test(text) ? Number.parseInt(text, 36) : undefined;
}

/** A year, month or day in four characters; month or day 0 where it is not known. */
export function encodeDate(date: string | undefined): string {
  if (date === undefined) return NONE.repeat(DATE_LENGTH);
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  return toBase36((year * MONTHS + month) * DAYS + day, DATE_LENGTH);
}

/** The year, month or day of four characters; undefined where there is none. */
export function decodeDate(code: string): string | undefined {
  const value = code.length === DATE_LENGTH ? fromBase36(code) : undefined;
  if (value === undefined) return undefined;
  const day = value % DAYS;
  const month = Math.floor(value / DAYS) % MONTHS;
  const year = Math.floor(value / DAYS / MONTHS);
  const parts = [String(year).padStart(4, '0')];
  if (month > 0) parts.push(String(month).padStart(2, '0'));
  if (month > 0 && day > 0) parts.push(String(day).padStart(2, '0'));
  return parts.join('-');
}
