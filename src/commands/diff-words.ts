import type { AnswerBrief, DataList, EntryChange, GoldenChange, LanguageTag, QuestionOrigin } from '../core/index.js';
import type { GoldenVerdict } from './diff-report.js';

/** The words that `diff` says, in text and Markdown alike. */
export interface DiffWords {
  readonly title: string;
  readonly same: string;
  readonly data: string;
  readonly lists: Readonly<Record<DataList, string>>;
  readonly changes: Readonly<Record<EntryChange['change'], string>>;
  readonly renamed: (formerId: string) => string;
  readonly removedRecord: string;
  readonly removedGolden: string;
  readonly goldenAnswers: string;
  readonly typicalAnswers: string;
  readonly answersChanged: (changed: number, asked: number) => string;
  readonly noAnswersChanged: (asked: number) => string;
  readonly leftOut: (count: number) => string;
  readonly verdicts: Readonly<Record<GoldenVerdict, string>>;
  readonly expectations: Readonly<Record<GoldenChange['expectation'], string>>;
  readonly origin: (origin: QuestionOrigin) => string;
  readonly kinds: Readonly<Record<AnswerBrief['kind'], string>>;
  readonly first: (id: string) => string;
  readonly hits: (total: number) => string;
  readonly question: string;
  readonly before: string;
  readonly now: string;
  readonly why: string;
  readonly from: string;
  readonly field: string;
  readonly warnings: string;
  readonly more: (count: number) => string;
  readonly show: (count: number) => string;
  readonly cut: string;
  readonly brokenSide: (name: string, count: number) => string;
  readonly mendFirst: string;
}

export const DIFF_WORDS: Readonly<Record<LanguageTag, DiffWords>> = {
  de: {
    title: 'Was die Änderung bewirkt',
    same: 'Die Daten sind gleich.',
    data: 'Geänderte Daten',
    lists: {
      records: 'Einträge',
      plan: 'Angaben zum Plan',
      actionFields: 'Handlungsfelder',
      targetGroups: 'Zielgruppen',
      organisations: 'Organisationen',
      regions: 'Orte und Gebiete',
      concepts: 'Wortschatz: Begriffe',
      phrases: 'Wortschatz: Wendungen',
      texts: 'Sätze des Bots',
      golden: 'Goldene Fragen',
    },
    changes: { added: 'neu', changed: 'geändert', removed: 'entfernt', renamed: 'umbenannt' },
    renamed: (id) =>
      `vorher ${id}. Eine Kennung gilt für immer: Verweise und ältere Knöpfe führen sonst ins Leere. Behalten Sie die alte, wenn es derselbe Eintrag ist.`,
    removedRecord:
      'Soll der Eintrag nur nicht mehr erscheinen, behalten Sie die Datei mit „visibility: draft“. Die Kennung wird nie neu vergeben.',
    removedGolden: 'Goldene Fragen werden nicht gelöscht; noch falsche bekommen „open: true“.',
    goldenAnswers: 'Antworten auf goldene Fragen',
    typicalAnswers: 'Antworten auf typische Fragen',
    answersChanged: (changed, asked) => `${changed} von ${asked} ändern sich.`,
    noAnswersChanged: (asked) => `alle ${asked} bleiben, wie sie sind.`,
    leftOut: (count) => `${count} weitere typische Fragen wurden nicht gestellt.`,
    verdicts: {
      'now-fails': 'jetzt falsch',
      'still-fails': 'weiterhin falsch',
      'now-passes': 'jetzt richtig',
      'still-passes': 'weiterhin richtig',
    },
    expectations: {
      same: '',
      changed: 'die Erwartung wurde geändert',
      added: 'neue Frage',
      removed: 'Frage entfernt',
    },
    origin: ({ kind, of, id }) => `${GERMAN_ORIGINS[kind]} ${GERMAN_THINGS[of]} ${id}`,
    kinds: {
      measures: 'Liste',
      record: 'Eintrag',
      value: 'Angabe',
      count: 'Anzahl',
      overview: 'Überblick',
      clarify: 'Rückfrage',
      'nothing-found': 'nichts gefunden',
      help: 'Hilfe',
      about: 'Auskunft über den Bot',
      privacy: 'Datenschutz',
      greeting: 'Gruß',
      thanks: 'Dank',
      'foreign-language': 'unbekannte Sprache',
    },
    first: (id) => `zuerst ${id}`,
    hits: (total) => `${total} Treffer`,
    question: 'Frage',
    before: 'vorher',
    now: 'jetzt',
    why: 'Grund',
    from: 'Herkunft',
    field: 'Angabe',
    warnings: 'Neue Hinweise',
    more: (count) => `… und ${count} weitere`,
    show: (count) => `Alle ${count} anzeigen`,
    cut: 'Gekürzt, weil GitHub nicht mehr Text annimmt. Vollständig zeigt es planlotse diff auf dem eigenen Rechner.',
    brokenSide: (name, count) => `${name}: ${count} Fehler`,
    mendFirst: 'Vergleichen lässt sich erst, wenn das behoben ist.',
  },
  en: {
    title: 'What the change does',
    same: 'The data is the same.',
    data: 'Changed data',
    lists: {
      records: 'Records',
      plan: 'The plan',
      actionFields: 'Action fields',
      targetGroups: 'Target groups',
      organisations: 'Organisations',
      regions: 'Places and areas',
      concepts: 'Vocabulary: concepts',
      phrases: 'Vocabulary: phrases',
      texts: 'Sentences of the bot',
      golden: 'Golden questions',
    },
    changes: { added: 'added', changed: 'changed', removed: 'removed', renamed: 'renamed' },
    renamed: (id) =>
      `was ${id}. An id is for ever: links and older buttons lead nowhere otherwise. Keep the old one if it is the same record.`,
    removedRecord:
      'If the record should only no longer be shown, keep the file with "visibility: draft". The id is never used again.',
    removedGolden: 'Golden questions are not deleted; those still wrong get "open: true".',
    goldenAnswers: 'Answers to golden questions',
    typicalAnswers: 'Answers to typical questions',
    answersChanged: (changed, asked) => `${changed} of ${asked} ${changed === 1 ? 'changes' : 'change'}.`,
    noAnswersChanged: (asked) => `all ${asked} stay as they are.`,
    leftOut: (count) => `${count} more typical questions were not asked.`,
    verdicts: {
      'now-fails': 'now wrong',
      'still-fails': 'still wrong',
      'now-passes': 'now right',
      'still-passes': 'still right',
    },
    expectations: {
      same: '',
      changed: 'the expectation was changed',
      added: 'new question',
      removed: 'question removed',
    },
    origin: ({ kind, of, id }) => `${ENGLISH_ORIGINS[kind]} ${ENGLISH_THINGS[of]} ${id}`,
    kinds: {
      measures: 'list',
      record: 'record',
      value: 'value',
      count: 'count',
      overview: 'overview',
      clarify: 'question back',
      'nothing-found': 'nothing found',
      help: 'help',
      about: 'about the bot',
      privacy: 'privacy',
      greeting: 'greeting',
      thanks: 'thanks',
      'foreign-language': 'unknown language',
    },
    first: (id) => `first ${id}`,
    hits: (total) => `${total} ${total === 1 ? 'hit' : 'hits'}`,
    question: 'Question',
    before: 'before',
    now: 'now',
    why: 'reason',
    from: 'From',
    field: 'Field',
    warnings: 'New warnings',
    more: (count) => `… and ${count} more`,
    show: (count) => `Show all ${count}`,
    cut: 'Cut, since GitHub takes no more text. planlotse diff on your own computer shows all of it.',
    brokenSide: (name, count) => `${name}: ${count} ${count === 1 ? 'fault' : 'faults'}`,
    mendFirst: 'They can be compared only when this is mended.',
  },
};

const GERMAN_ORIGINS: Readonly<Record<QuestionOrigin['kind'], string>> = {
  name: 'Name:',
  keyword: 'Stichwort:',
  question: 'Frage:',
  everyday: 'Alltagswort:',
  combination: 'Verbindung:',
};

const GERMAN_THINGS: Readonly<Record<QuestionOrigin['of'], string>> = {
  record: 'Eintrag',
  field: 'Handlungsfeld',
  group: 'Zielgruppe',
  organisation: 'Organisation',
  region: 'Ort',
  concept: 'Begriff',
};

const ENGLISH_ORIGINS: Readonly<Record<QuestionOrigin['kind'], string>> = {
  name: 'name:',
  keyword: 'keyword:',
  question: 'question:',
  everyday: 'everyday word:',
  combination: 'combination:',
};

const ENGLISH_THINGS: Readonly<Record<QuestionOrigin['of'], string>> = {
  record: 'record',
  field: 'field',
  group: 'group',
  organisation: 'organisation',
  region: 'place',
  concept: 'concept',
};

/** An answer in short: "Liste, zuerst intea, 5 Treffer". */
export function briefInWords({ kind, first, total }: AnswerBrief, words: DiffWords): string {
  return [
    words.kinds[kind],
    ...(first === undefined ? [] : [words.first(first)]),
    ...(total > 1 ? [words.hits(total)] : []),
  ].join(', ');
}

/** How many answers are others. */
export function summariseAnswers(changed: number, asked: number, words: DiffWords): string {
  return changed === 0 ? words.noAnswersChanged(asked) : words.answersChanged(changed, asked);
}

/** What an editor should know about a change of this kind; empty where there is nothing to say. */
export function adviceOn({ list, change, formerId }: EntryChange, words: DiffWords): string {
  if (formerId !== undefined) return words.renamed(formerId);
  if (change !== 'removed') return '';
  return list === 'records' ? words.removedRecord : list === 'golden' ? words.removedGolden : '';
}
