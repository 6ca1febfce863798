import type { Catalog } from '../catalog/catalog.js';
import type { TextKey } from '../catalog/text-keys.js';
import { BASE_LANGUAGE, LANGUAGES, type LanguageTag } from '../language/languages.js';

export type TextValues = Readonly<Record<string, string | number>>;

/** Says the bot's sentences in one language. Every word of them stands in `data/texts`. */
export interface Say {
  (key: TextKey, values?: TextValues): string;
  readonly language: LanguageTag;
}

const pluralRules = new Map<LanguageTag, Intl.PluralRules>();

/** The bot's voice in a language; `count` chooses between singular and plural. */
export function createSay(catalog: Catalog, language: LanguageTag): Say {
  const templates = catalog.texts[language];
  const say = (key: TextKey, values: TextValues = {}): string => {
    const template = templates[key];
    const text = typeof template === 'string' ? template : template[pluralForm(language, Number(values.count ?? 0))];
    const filled = text.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''));
    // A value that ends in a full stop ("e.V.") ends the sentence too.
    return filled.replace(/\.\.$/, '.');
  };
  return Object.assign(say, { language });
}

function pluralForm(language: LanguageTag, count: number): 'one' | 'other' {
  let rules = pluralRules.get(language);
  if (rules === undefined) {
    rules = new Intl.PluralRules(LANGUAGES[language].locale);
    pluralRules.set(language, rules);
  }
  return rules.select(count) === 'one' ? 'one' : 'other';
}

/** A text in a language, or in the base language where it is not translated. */
export function inLanguage(
  texts: { readonly [tag: string]: string | undefined },
  language: LanguageTag,
): { readonly text: string; readonly translated: boolean } {
  const own = texts[language];
  return own === undefined ? { text: texts[BASE_LANGUAGE] ?? '', translated: false } : { text: own, translated: true };
}
