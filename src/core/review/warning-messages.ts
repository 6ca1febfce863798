/**
 * Everything that is worth a look although nothing is broken: a name for its kind, and a message whose first
 * sentence says what was found and whose others say what to do. They stand in code beside those of faults.
 */
export const WARNING_MESSAGES = {
  reviewDue: {
    name: { de: 'Prüfdatum vorbei', en: 'review is due' },
    de: '„reviewBy“ ({date}) ist vorbei. Vergleichen Sie den Eintrag mit seinen Quellen und setzen Sie ein neues Datum.',
    en: '"reviewBy" ({date}) has passed. Compare the record with its sources and set a new date.',
  },
  missingTranslation: {
    name: { de: 'Übersetzung fehlt', en: 'translation is missing' },
    de: 'In der Sprache „{tag}“ fehlt: {fields}. Ergänzen Sie den Text; bis dahin zeigt der Bot den deutschen mit einem Hinweis.',
    en: 'Missing in the language "{tag}": {fields}. Add the text; until then the bot shows the German one and says so.',
  },
  sameTranslation: {
    name: { de: 'Text nicht übersetzt', en: 'text is not translated' },
    de: 'Die Zusammenfassung in „{tag}“ ist die deutsche. Übersetzen oder entfernen Sie sie.',
    en: 'The summary in "{tag}" is the German one. Translate or remove it.',
  },
  notFoundByName: {
    name: { de: 'unter dem eigenen Namen nicht zuerst gefunden', en: 'not found first by its own name' },
    de: 'Auf „{question}“ zeigt der Bot zuerst „{found}“. Fragen Sie ihn selbst; meist hilft ein Name unter „aliases“, den kein anderer Eintrag hat, oder ein genaueres Stichwort.',
    en: 'To "{question}" the bot shows "{found}" first. Ask it yourself; a name under "aliases" that no other record has usually helps, or a more precise keyword.',
  },
  nothingByName: {
    name: { de: 'unter dem eigenen Namen nicht gefunden', en: 'not found by its own name' },
    de: 'Auf „{question}“ zeigt der Bot keinen Eintrag. Fragen Sie ihn selbst; meist hilft ein Name unter „aliases“ ohne Allerweltswörter.',
    en: 'To "{question}" the bot shows no record. Ask it yourself; a name under "aliases" without everyday words usually helps.',
  },
  late: {
    name: {
      de: 'laufend oder geplant, obwohl das Ende vorbei ist',
      en: 'running or planned, although its end has passed',
    },
    de: 'Der Stand ist „{status}“, das Ende ({date}) ist aber vorbei. Suchen Sie eine neuere Quelle zum Stand; schließen Sie ihn nicht aus dem Datum.',
    en: 'The status is "{status}", yet the end ({date}) has passed. Look for a newer source on the status; do not conclude it from the date.',
  },
  noContact: {
    name: { de: 'Maßnahme ohne Kontakt', en: 'measure without a contact' },
    de: 'Die Maßnahme hat keinen Kontakt, und „{lead}“ hat keine Seite. Ergänzen Sie „contact“ hier oder „url“ in organisations.yaml.',
    en: 'The measure has no contact, and "{lead}" has no page. Add "contact" here or "url" in organisations.yaml.',
  },
  sourcesUnchecked: {
    name: { de: 'Quellen nie nachgesehen', en: 'sources never checked' },
    de: 'Bei keiner Quelle steht, wann jemand nachgesehen hat. Öffnen Sie die Quellen; sagen sie es noch, setzen Sie „checkedOn“ auf den heutigen Tag.',
    en: 'No source says when somebody has looked it up. Open the sources; if they still say so, set "checkedOn" to today.',
  },
  commonKeyword: {
    name: { de: 'Stichwort in vielen Einträgen', en: 'keyword of many records' },
    de: 'Das Stichwort „{keyword}“ steht in {count} Einträgen und hebt keinen mehr hervor. Nehmen Sie genauere Wörter; Wörter für vieles gehören nach vocabulary/.',
    en: 'The keyword "{keyword}" stands in {count} records and singles out none of them. Use more precise words; words for many things belong in vocabulary/.',
  },
  futureDate: {
    name: { de: 'Datum in der Zukunft', en: 'date in the future' },
    de: '„{key}“ ({date}) liegt in der Zukunft. Berichtigen Sie das Datum nach der Quelle.',
    en: '"{key}" ({date}) lies in the future. Correct the date after the source.',
  },
  noSuccessor: {
    name: { de: 'beendete Organisation ohne Nachfolger', en: 'ended organisation without a successor' },
    de: '„{id}“ gibt es seit {date} nicht mehr, ein Nachfolger ist aber nicht eingetragen. Tragen Sie „successors“ ein; sonst zählt sie in Fragen nach der neuen Organisation nicht mit.',
    en: '"{id}" has not existed since {date}, yet no successor is given. Add "successors"; otherwise it does not count in questions about the new organisation.',
  },
  linkMoved: {
    name: { de: 'Adresse umgezogen', en: 'address has moved' },
    de: '{url} leitet dauerhaft weiter nach {target}. Öffnen Sie die neue Seite; steht dort dasselbe, tragen Sie ihre Adresse ein.',
    en: '{url} permanently redirects to {target}. Open the new page; if it says the same, enter its address.',
  },
  linkGone: {
    name: { de: 'Seite nicht mehr da', en: 'page is gone' },
    de: '{url} gibt es nicht mehr ({status}). Suchen Sie die neue Adresse oder eine andere Quelle; ist der Inhalt nirgends mehr belegt, sagen Sie es in „note“.',
    en: '{url} is gone ({status}). Look for its new address or another source; if nothing proves the content any more, say so in "note".',
  },
  linkRefused: {
    name: { de: 'Seite weist das Programm ab', en: 'page refuses the program' },
    de: '{url} weist die Prüfung ab ({status}). Öffnen Sie die Adresse im Browser; ist die Seite da, ist nichts zu tun.',
    en: '{url} refuses the check ({status}). Open the address in a browser; if the page is there, nothing is to be done.',
  },
  linkFailed: {
    name: { de: 'Server mit einem Fehler', en: 'server with an error' },
    de: '{url} antwortet mit einem Fehler ({status}). Prüfen Sie die Adresse in einigen Tagen erneut.',
    en: '{url} answers with an error ({status}). Check the address again in a few days.',
  },
  linkUnreachable: {
    name: { de: 'Seite nicht erreichbar', en: 'page cannot be reached' },
    de: '{url} ist nicht erreichbar ({reason}). Öffnen Sie die Adresse im Browser; geht es dort auch nicht, suchen Sie eine andere Quelle.',
    en: '{url} cannot be reached ({reason}). Open the address in a browser; if it fails there too, look for another source.',
  },
} as const satisfies Readonly<Record<string, WarningMessage>>;

interface WarningMessage {
  readonly name: { readonly de: string; readonly en: string };
  readonly de: string;
  readonly en: string;
}

export type WarningCode = keyof typeof WARNING_MESSAGES;
