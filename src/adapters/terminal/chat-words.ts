import type { LanguageTag } from '../../core/index.js';

/** What the terminal itself says; everything about content comes from the core. */
export interface ChatWords {
  readonly greeting: string;
  readonly help: readonly string[];
  readonly explainOn: string;
  readonly explainOff: string;
  readonly language: string;
  readonly languageAuto: string;
  readonly forgotten: string;
  readonly noNumbers: string;
  readonly noSuchNumber: (most: number) => string;
  readonly unknown: (command: string) => string;
  /** Other data answers from now on. */
  readonly newData: (version: string) => string;
  /** There is other data, but the old goes on answering. */
  readonly brokenData: (faults: number) => string;
  readonly unreadableData: string;
  readonly bye: string;
}

export const CHAT_WORDS: Readonly<Record<LanguageTag, ChatWords>> = {
  de: {
    greeting:
      'Planlotse: automatische Auskunft zum Hessischen Integrationsplan 2.0, mit Quelle, nicht amtlich. ' +
      'Fragen Sie zum Beispiel: Wer hilft bei Rassismus? (/hilfe, /ende)',
    help: [
      'Zahl: diesen Eintrag öffnen. „mehr“: nächste Seite.',
      '/sprache de, /sprache en: Sprache festlegen; /sprache auto: wieder je Frage erkennen.',
      '/erklären: Gründe zeigen oder weglassen.',
      '/neu: das Gespräch vergessen und neu beginnen.',
      '/ende, Strg-D oder Strg-C: beenden.',
    ],
    explainOn: 'Gründe werden gezeigt.',
    explainOff: 'Gründe werden weggelassen.',
    language: 'Sprache: Deutsch.',
    languageAuto: 'Die Sprache wird wieder je Frage erkannt.',
    forgotten: 'Das bisherige Gespräch ist vergessen.',
    noNumbers: 'Noch ist nichts aufgelistet, das eine Zahl öffnen könnte. Stellen Sie eine Frage.',
    noSuchNumber: (most) => `Diese Zahl steht nicht in der Liste. Möglich ist 1 bis ${most}.`,
    unknown: (command) => `„${command}“ kenne ich nicht. /hilfe zeigt, was möglich ist.`,
    newData: (version) => `Die Daten sind neu geladen (Fassung ${version}).`,
    brokenData: (faults) =>
      `Die geänderten Daten haben ${faults} Fehler; es antworten weiter die alten. „planlotse check“ nennt die Fehler.`,
    unreadableData: 'Der Datenordner ist nicht lesbar; es antworten weiter die bisherigen Daten.',
    bye: 'Auf Wiedersehen.',
  },
  en: {
    greeting:
      'Planlotse: automatic look-up on the Hessian integration plan (Integrationsplan 2.0), with a source, not ' +
      'official. Ask for example: Who helps with racism? (/help, /quit)',
    help: [
      'A number: open that record. "more": next page.',
      '/language de, /language en: set the language; /language auto: find it out for each question again.',
      '/explain: show reasons or leave them out.',
      '/new: forget the conversation and start again.',
      '/quit, Ctrl-D or Ctrl-C: leave.',
    ],
    explainOn: 'Reasons are shown.',
    explainOff: 'Reasons are left out.',
    language: 'Language: English.',
    languageAuto: 'The language is found out for each question again.',
    forgotten: 'The conversation so far is forgotten.',
    noNumbers: 'Nothing is listed yet that a number could open. Ask a question.',
    noSuchNumber: (most) => `That number is not in the list. Possible are 1 to ${most}.`,
    unknown: (command) => `I do not know "${command}". /help shows what is possible.`,
    newData: (version) => `The data has been loaded anew (version ${version}).`,
    brokenData: (faults) =>
      `The changed data has ${faults} ${faults === 1 ? 'fault' : 'faults'}; the old data goes on answering. "planlotse check" lists them.`,
    unreadableData: 'The data folder cannot be read; the data so far goes on answering.',
    bye: 'Goodbye.',
  },
};
