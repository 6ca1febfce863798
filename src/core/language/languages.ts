import { stemmer as stemEnglish } from '@orama/stemmers/english';
import { stemmer as stemGerman } from '@orama/stemmers/german';
import { stopwords as englishStopWords } from '@orama/stopwords/english';
import { stopwords as germanStopWords } from '@orama/stopwords/german';
import { foldGermanUmlauts } from './fold.js';
import { withoutFeminineEnding } from './gender-forms.js';

/** What the pipeline needs to know of a language; its words stand in `data/`. */
export interface Language {
  /** The language's own name, for the switch on answers. */
  readonly name: string;
  /** Locale for dates and numbers. */
  readonly locale: string;
  /** Makes different spellings of a case-folded word equal, in documents and questions alike. */
  readonly fold: (word: string) => string;
  /** Reduces a folded word to its stem. */
  readonly stem: (word: string) => string;
  readonly stopWords: readonly string[];
  /** Letters that can link the parts of a compound; none where the language writes them apart. */
  readonly compoundLinks: readonly string[];
}

// The stemmer takes the s of these for an ending ("Kurs" to "kur", but "Kurse" to "kurs").
const ENDS_IN_S = /((?:kur|pul|zin|hal|fel|ver|konsen)s)$/;

/** Every language the bot speaks. One entry here and its words in `data/` make a language. */
export const LANGUAGES = {
  de: {
    name: 'Deutsch',
    locale: 'de-DE',
    fold: foldGermanUmlauts,
    stem: (word) => stemGerman(withoutFeminineEnding(word).replace(ENDS_IN_S, '$1e')),
    stopWords: germanStopWords,
    compoundLinks: ['', 's', 'es', 'n', 'en', 'er', 'e', 'ns', 'ens'],
  },
  en: {
    name: 'English',
    locale: 'en-GB',
    fold: (word) => word,
    stem: stemEnglish,
    stopWords: englishStopWords,
    compoundLinks: [],
  },
} as const satisfies Readonly<Record<string, Language>>;

export type LanguageTag = keyof typeof LANGUAGES;

/** The language that every record has, and that others fall back to. */
export const BASE_LANGUAGE = 'de' as const satisfies LanguageTag;

export const LANGUAGE_TAGS: readonly LanguageTag[] = Object.keys(LANGUAGES).filter(isLanguageTag);

/** Whether a language is one that the bot speaks. */
export function isLanguageTag(tag: string): tag is LanguageTag {
  return Object.hasOwn(LANGUAGES, tag);
}
