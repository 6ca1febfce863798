import { LANGUAGES, type LanguageTag } from './languages.js';
import { foldWord } from './tokenise.js';

const namesByLanguage = new Map<LanguageTag, ReadonlySet<string>>();

/** The names of all countries in a language, folded; from the runtime's own data (CLDR). */
export function countryNames(language: LanguageTag): ReadonlySet<string> {
  let names = namesByLanguage.get(language);
  if (names === undefined) {
    const display = new Intl.DisplayNames([LANGUAGES[language].locale], { type: 'region', fallback: 'none' });
    const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
    const found = letters.flatMap((first) => letters.flatMap((second) => display.of(first + second) ?? []));
    names = new Set(found.map((name) => foldWord(name, language)));
    namesByLanguage.set(language, names);
  }
  return names;
}
