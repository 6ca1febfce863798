import { LANGUAGES, type LanguageTag } from '../language/languages.js';

const formats = new Map<string, Intl.DateTimeFormat>();

/** A year, month or day in words, as exact as it is known: "2023", "März 2021", "24. April 2023". */
export function dateInWords(date: string, language: LanguageTag): string {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  if (date.length <= 4) return date;
  const options: Intl.DateTimeFormatOptions =
    date.length <= 7
      ? { year: 'numeric', month: 'long', timeZone: 'UTC' }
      : { year: 'numeric', month: 'long', day: 'numeric', timeZone: 'UTC' };
  const key = `${language}:${date.length}`;
  let format = formats.get(key);
  if (format === undefined) {
    format = new Intl.DateTimeFormat(LANGUAGES[language].locale, options);
    formats.set(key, format);
  }
  return format.format(Date.UTC(year, month - 1, day));
}

/** "a, b und c" in the words of the language. */
export function listInWords(
  items: readonly string[],
  language: LanguageTag,
  type: 'conjunction' | 'disjunction' = 'conjunction',
): string {
  return new Intl.ListFormat(LANGUAGES[language].locale, { type, style: 'long' }).format(items);
}
