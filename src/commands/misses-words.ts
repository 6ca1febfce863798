import type { Answer, LanguageTag } from '../core/index.js';

/** Kinds of answers by name; what an older program has counted may have others. */
type KindWords = Readonly<Record<Answer['kind'], string>>;

/** What `misses` says to editors. */
export interface MissesWords {
  readonly off: string;
  readonly none: string;
  readonly cleared: string;
  readonly heading: (threshold: number) => string;
  readonly questions: (count: number, weeks: string) => string;
  readonly to: string;
  readonly nearest: string;
  readonly unknown: (language: LanguageTag) => string;
  /** Where not even a record with like letters stands. */
  readonly alone: string;
  readonly known: string;
  readonly elsewhere: string;
  readonly rare: (count: number) => string;
  readonly kindsHeading: (questions: number, since: string) => string;
  readonly kinds: Readonly<Partial<Record<string, string>>>;
  readonly term: (days: number) => string;
  readonly locale: string;
}

export const MISSES_WORDS: Readonly<Record<LanguageTag, MissesWords>> = {
  de: {
    off:
      'Es wird nichts gezählt. So schalten Sie es ein: PLANLOTSE_MISSES auf einen Ordner setzen, in den ' +
      '„planlotse serve“ schreiben darf, und „planlotse serve“ neu starten. Was dann gezählt wird, steht in ' +
      'docs/cli.md; der Bot sagt es auf die Frage nach dem Datenschutz.',
    none: 'Noch hat kein Wort oft genug gefehlt.',
    cleared: 'Alles Gezählte ist gelöscht.',
    heading: (threshold) => `Wörter, die kein Eintrag kennt (in mindestens ${threshold} Fragen, an zwei Tagen):`,
    questions: (count, weeks) => `${count} Fragen, ${weeks}`,
    to: 'bis',
    nearest: 'Am nächsten',
    unknown: (language) =>
      `Beantwortet einer davon die Frage? Dann dort unter keywords.${language} ergänzen. Gilt das Wort für viele ` +
      'Einträge: vocabulary. Sind andere zuständig: vocabulary/elsewhere.yaml. Sonst fehlt ein Eintrag.',
    alone: 'Kein Eintrag ähnelt dem. Vielleicht fehlt einer; sind andere zuständig: vocabulary/elsewhere.yaml.',
    known: 'Wird inzwischen gefunden.',
    elsewhere: 'Steht in vocabulary/elsewhere.yaml: Der Bot weist es bewusst ab.',
    rare: (count) =>
      count === 1 ? 'Ein seltenes Wort wird nicht gezeigt.' : `${count} seltene Wörter werden nicht gezeigt.`,
    kindsHeading: (questions, since) => `Antworten auf ${questions} getippte Fragen seit ${since}:`,
    kinds: {
      measures: 'Liste',
      record: 'einzelner Eintrag',
      value: 'einzelne Angabe',
      count: 'Anzahl',
      overview: 'Überblick',
      clarify: 'Rückfrage',
      'nothing-found': 'nichts gefunden',
      help: 'Hilfe',
      about: 'über den Bot',
      privacy: 'Datenschutz',
      greeting: 'Gruß',
      thanks: 'Dank',
      'foreign-language': 'andere Sprache',
    } satisfies KindWords,
    term: (days) => `Nach ${days} Tagen wird Gezähltes gelöscht.`,
    locale: 'de-DE',
  },
  en: {
    off:
      'Nothing is counted. To switch it on: set PLANLOTSE_MISSES to a folder that "planlotse serve" may write to, and ' +
      'restart "planlotse serve". docs/cli.md says what is counted then; the bot says so when asked about privacy.',
    none: 'No word has been missed often enough yet.',
    cleared: 'Everything that was counted is deleted.',
    heading: (threshold) => `Words that no record knows (in at least ${threshold} questions, on two days):`,
    questions: (count, weeks) => `${count} questions, ${weeks}`,
    to: 'to',
    nearest: 'Nearest',
    unknown: (language) =>
      `Does one of these answer the question? Then add it there under keywords.${language}. If the word stands for ` +
      'many records: vocabulary. If others are in charge: vocabulary/elsewhere.yaml. Else a record is missing.',
    alone: 'No record is like it. Perhaps one is missing; if others are in charge: vocabulary/elsewhere.yaml.',
    known: 'Is found by now.',
    elsewhere: 'Stands in vocabulary/elsewhere.yaml: the bot refuses it on purpose.',
    rare: (count) => (count === 1 ? 'One rare word is not shown.' : `${count} rare words are not shown.`),
    kindsHeading: (questions, since) => `Answers to ${questions} typed questions since ${since}:`,
    kinds: {
      measures: 'list',
      record: 'single record',
      value: 'single value',
      count: 'number',
      overview: 'overview',
      clarify: 'question back',
      'nothing-found': 'nothing found',
      help: 'help',
      about: 'about the bot',
      privacy: 'privacy',
      greeting: 'greeting',
      thanks: 'thanks',
      'foreign-language': 'other language',
    } satisfies KindWords,
    term: (days) => `What was counted is deleted after ${days} days.`,
    locale: 'en-GB',
  },
};
