import { foldCase } from '../language/fold.js';
import { LANGUAGES, type LanguageTag } from '../language/languages.js';
import type { Token } from '../language/tokenise.js';

/** A date in a question, as exact as it was written; tokens `start` to `end` (exclusive). */
export interface DateMention {
  readonly date: string;
  readonly start: number;
  readonly end: number;
}

const YEAR = /^(?:19|20)\d{2}$/;
const DAY = /^(?:0?[1-9]|[12]\d|3[01])$/;
const NUMERIC = /^(\d{1,2})\.(\d{1,2})\.((?:19|20)\d{2})$/;
const NUMERIC_MONTH = /^(\d{1,2})[./]((?:19|20)\d{2})$/;

/** Finds years, months ("März 2021", "3/2021") and days ("15. März 2026", "15.03.2026"). */
export function findDates(tokens: readonly Token[], language: LanguageTag): DateMention[] {
  const months = monthNumbers(language);
  const dates: DateMention[] = [];
  for (let index = 0; index < tokens.length; index++) {
    const found = dateAt(tokens, index, months);
    if (found === undefined) continue;
    dates.push({ ...found, start: index });
    index = found.end - 1;
  }
  return dates;
}

function dateAt(
  tokens: readonly Token[],
  at: number,
  months: ReadonlyMap<string, string>,
): { readonly date: string; readonly end: number } | undefined {
  const text = tokens[at]?.text ?? '';
  const numeric = NUMERIC.exec(text);
  if (numeric !== null) return { date: `${numeric[3]}-${two(numeric[2])}-${two(numeric[1])}`, end: at + 1 };
  const numericMonth = NUMERIC_MONTH.exec(text);
  if (numericMonth !== null) return { date: `${numericMonth[2]}-${two(numericMonth[1])}`, end: at + 1 };
  const year = (index: number): string | undefined => {
    const word = tokens[index]?.text ?? '';
    return YEAR.test(word) ? word : undefined;
  };
  const month = (index: number): string | undefined => months.get(foldCase(tokens[index]?.text ?? ''));
  const monthHere = month(at);
  if (monthHere !== undefined) {
    const dayAfter = tokens[at + 1]?.text ?? '';
    if (DAY.test(dayAfter) && year(at + 2) !== undefined) {
      return { date: `${year(at + 2)}-${monthHere}-${two(dayAfter)}`, end: at + 3 };
    }
    if (year(at + 1) !== undefined) return { date: `${year(at + 1)}-${monthHere}`, end: at + 2 };
  }
  const monthAfter = month(at + 1);
  if (DAY.test(text) && monthAfter !== undefined && year(at + 2) !== undefined) {
    return { date: `${year(at + 2)}-${monthAfter}-${two(text)}`, end: at + 3 };
  }
  const bare = year(at);
  return bare === undefined ? undefined : { date: bare, end: at + 1 };
}

const monthsByLanguage = new Map<LanguageTag, ReadonlyMap<string, string>>();

function monthNumbers(language: LanguageTag): ReadonlyMap<string, string> {
  let months = monthsByLanguage.get(language);
  if (months === undefined) {
    const entries: [string, string][] = [];
    for (let month = 0; month < 12; month++) {
      for (const style of ['long', 'short'] as const) {
        const format = new Intl.DateTimeFormat(LANGUAGES[language].locale, { month: style, timeZone: 'UTC' });
        const name = foldCase(format.format(Date.UTC(2024, month, 15)).replace('.', ''));
        entries.push([name, two(String(month + 1))]);
      }
    }
    months = new Map(entries);
    monthsByLanguage.set(language, months);
  }
  return months;
}

function two(number: string | undefined): string {
  return (number ?? '').padStart(2, '0');
}

/** The day `months` months after a day, both ISO; the end of a shorter month where the day does not exist. */
export function addMonths(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))).toISOString().slice(0, 10);
}
