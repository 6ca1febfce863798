// These sentences stand in code, not in data/texts: they have to work when the data is broken.

/** Every fault that the check of `data/` can find, with the mend, for editors in German and English. */
export const FAULT_MESSAGES = {
  yaml: {
    de: 'Das ist kein gültiges YAML: {reason} Prüfen Sie Einrückung, Doppelpunkte und Anführungszeichen in dieser Zeile.',
    en: 'This is not valid YAML: {reason} Check indentation, colons and quotation marks in this line.',
  },
  yamlTab: {
    de: 'Hier steht ein Tabulator. Rücken Sie mit Leerzeichen ein, zwei je Ebene.',
    en: 'There is a tab here. Indent with spaces, two for each level.',
  },
  yamlDuplicateKey: {
    de: 'Das Feld „{key}“ steht hier schon weiter oben. Behalten Sie eines davon.',
    en: 'The field "{key}" stands here already further up. Keep one of them.',
  },
  yamlIndent: {
    de: 'Die Einrückung passt nicht zu den Zeilen darüber. Felder einer Ebene beginnen in derselben Spalte.',
    en: 'The indentation does not fit the lines above. Fields of one level begin in the same column.',
  },
  yamlColon: {
    de: 'Hier stimmt ein Doppelpunkt oder die Einrückung nicht. Nach dem Namen eines Felds kommen Doppelpunkt und Leerzeichen; ein Text mit „: “ gehört ganz in Anführungszeichen.',
    en: 'A colon or the indentation is wrong here. The name of a field is followed by a colon and a space; a text with ": " goes into quotation marks as a whole.',
  },
  yamlStart: {
    de: 'Ein Wert kann nicht mit „{value}“ beginnen. Setzen Sie ihn ganz in Anführungszeichen.',
    en: 'A value cannot begin with "{value}". Put all of it into quotation marks.',
  },
  yamlRest: {
    de: 'Hier steht etwas, das nicht mehr zum Wert oder zur Liste gehört. Setzen Sie den Wert ganz in Anführungszeichen, und beginnen Sie Listen („- “) in einer neuen Zeile.',
    en: 'Something stands here that does not belong to the value or list. Put all of the value into quotation marks, and begin lists ("- ") on a new line.',
  },
  yamlUnclosed: {
    de: 'Das Anführungszeichen oder die Klammer, die hier beginnt, wird nicht geschlossen. Ergänzen Sie das Ende.',
    en: 'The quotation mark or bracket that begins here is not closed. Add its end.',
  },
  yamlSeparator: {
    de: 'Die Zeile „---“ beginnt eine zweite Datei in dieser Datei. Entfernen Sie die Zeile.',
    en: 'The line "---" begins a second file within this file. Remove the line.',
  },
  encoding: {
    de: 'Hier steht ein Zeichen, das sich nicht lesen lässt. Speichern Sie die Datei als UTF-8 und schreiben Sie das Zeichen neu.',
    en: 'There is a character here that cannot be read. Save the file as UTF-8 and type the character again.',
  },
  tooLarge: {
    de: 'Die Datei ist zu groß. Teilen Sie sie auf; mehr als {max} Zeichen sind nicht vorgesehen.',
    en: 'The file is too large. Split it; more than {max} characters are not meant to be.',
  },
  tooDeep: {
    de: 'Die Datei ist zu tief verschachtelt. Prüfen Sie Klammern und Einrückung.',
    en: 'The file is nested too deeply. Check brackets and indentation.',
  },
  empty: {
    de: 'Die Datei ist leer. Füllen Sie sie nach einem vorhandenen Eintrag oder löschen Sie sie.',
    en: 'The file is empty. Fill it after an existing record or delete it.',
  },
  unexpectedFile: {
    de: 'Diese Datei wird hier nicht gelesen. Verschieben Sie sie nach measures, institutions, facts, events, vocabulary oder golden, nicht in Unterordner, oder berichtigen Sie ihren Namen.',
    en: 'This file is not read here. Move it to measures, institutions, facts, events, vocabulary or golden, not into subfolders, or correct its name.',
  },
  fileEnding: {
    de: 'Die Datei muss auf .yaml enden, nicht auf .yml. Benennen Sie sie um.',
    en: 'The file has to end in .yaml, not .yml. Rename it.',
  },
  missingFile: {
    de: 'Die Datei fehlt. Legen Sie sie an oder stellen Sie sie wieder her.',
    en: 'The file is missing. Create or restore it.',
  },
  fileName: {
    de: 'Der Dateiname „{value}“ taugt nicht als Kennung. Nehmen Sie Kleinbuchstaben, Ziffern und Bindestriche, höchstens 60 Zeichen.',
    en: 'The file name "{value}" is no valid id. Use lower-case letters, digits and hyphens, at most 60 characters.',
  },
  unknownKey: {
    de: 'Das Feld „{key}“ gibt es hier nicht. Berichtigen oder entfernen Sie es.',
    en: 'There is no field "{key}" here. Correct or remove it.',
  },
  misplacedLanguage: {
    de: 'Die Sprache „{key}“ steht hier unter keinem Feld. Rücken Sie die Zeile mit zwei Leerzeichen unter ihr Feld ein, etwa unter „title“.',
    en: 'The language "{key}" stands below no field here. Indent the line with two spaces below its field, such as "title".',
  },
  missingKey: {
    de: 'Das Feld „{key}“ fehlt. Ergänzen Sie es.',
    en: 'The field "{key}" is missing. Add it.',
  },
  wrongType: {
    de: '„{key}“ muss {expected}.',
    en: '"{key}" has to {expected}.',
  },
  notAllowed: {
    de: '„{value}“ ist bei „{key}“ nicht möglich. Erlaubt sind: {allowed}.',
    en: '"{value}" is not possible for "{key}". Allowed are: {allowed}.',
  },
  tooLong: {
    de: '„{key}“ ist mit {length} Zeichen zu lang für Slack und Discord. Kürzen Sie auf höchstens {max}.',
    en: '"{key}" has {length} characters, too long for Slack and Discord. Shorten it to {max} at most.',
  },
  emptyValue: {
    de: '„{key}“ ist leer. Tragen Sie etwas ein oder entfernen Sie das Feld.',
    en: '"{key}" is empty. Fill it in or remove the field.',
  },
  emptySources: {
    de: 'Hier fehlt eine Quelle. Tragen Sie mindestens eine Quelle mit url und title ein; ohne Quelle kein Eintrag.',
    en: 'A source is missing here. Give at least one source with url and title; no record without a source.',
  },
  notPositive: {
    de: '„{key}“ muss größer als null sein. Berichtigen Sie die Zahl oder entfernen Sie das Feld.',
    en: '"{key}" has to be greater than zero. Correct the number or remove the field.',
  },
  untrimmed: {
    de: '„{key}“ beginnt oder endet mit einem Leerzeichen oder Zeilenumbruch. Entfernen Sie ihn.',
    en: '"{key}" begins or ends with a space or line break. Remove it.',
  },
  id: {
    de: '„{value}“ ist keine gültige Kennung. Nehmen Sie Kleinbuchstaben, Ziffern und Bindestriche; wo auf etwas verwiesen wird, seine „id“ statt seines Namens.',
    en: '"{value}" is not a valid id. Use lower-case letters, digits and hyphens; where something is referred to, its "id" rather than its name.',
  },
  date: {
    de: '„{value}“ ist kein Datum, das es gibt. Schreiben Sie 2024, 2024-05 oder 2024-05-31.',
    en: '"{value}" is not a date that exists. Write 2024, 2024-05 or 2024-05-31.',
  },
  day: {
    de: '„{value}“ ist kein Tag, den es gibt. Schreiben Sie Jahr, Monat und Tag: 2024-05-31.',
    en: '"{value}" is not a day that exists. Write year, month and day: 2024-05-31.',
  },
  url: {
    de: '„{value}“ ist keine Adresse. Sie muss mit https:// oder http:// beginnen und darf keine Leerzeichen enthalten.',
    en: '"{value}" is not an address. It has to start with https:// or http:// and hold no spaces.',
  },
  mailbox: {
    de: '„{value}“ ist keine E-Mail-Adresse. Schreiben Sie sie wie info@beispiel.de oder entfernen Sie das Feld.',
    en: '"{value}" is not an e-mail address. Write it like info@example.org or remove the field.',
  },
  mailboxNamesPerson: {
    de: 'Das Postfach „{value}“ nennt offenbar eine Person. Nehmen Sie ein Funktionspostfach (etwa info@…) oder nur die Adresse einer Seite.',
    en: 'The mailbox "{value}" seems to name a person. Use a functional mailbox (such as info@…) or only a page address.',
  },
  emptyContact: {
    de: 'Der Kontakt ist leer. Geben Sie url oder mailbox an oder entfernen Sie „contact“.',
    en: 'The contact is empty. Give url or mailbox, or remove "contact".',
  },
  emptyPeriod: {
    de: 'Die Laufzeit ist leer. Geben Sie start oder end an oder entfernen Sie „period“.',
    en: 'The period is empty. Give start or end, or remove "period".',
  },
  endBeforeStart: {
    de: 'Das Ende ({end}) liegt vor dem Beginn ({start}). Berichtigen Sie eines von beiden nach der Quelle.',
    en: 'The end ({end}) lies before the start ({start}). Correct one of them after the source.',
  },
  validBeforeStart: {
    de: 'validTo ({end}) liegt vor validFrom ({start}). Berichtigen Sie eines von beiden.',
    en: 'validTo ({end}) lies before validFrom ({start}). Correct one of them.',
  },
  partner: {
    de: 'Ein Partner hat genau eine Angabe: id oder name. Geben Sie id an, wenn organisations.yaml ihn führt, sonst name.',
    en: 'A partner has exactly one of id and name. Give id if organisations.yaml has it, else name.',
  },
  duplicateId: {
    de: 'Die Kennung „{id}“ gibt es schon in {other}. Kennungen sind über alle Ordner eindeutig; benennen Sie die neue Datei anders.',
    en: 'The id "{id}" exists already in {other}. Ids are unique over all folders; give the new file another name.',
  },
  duplicateEntry: {
    de: 'Die Kennung „{id}“ steht schon in {other}. Fassen Sie die Einträge zusammen.',
    en: 'The id "{id}" stands already in {other}. Merge the entries.',
  },
  unknownReference: {
    de: '„{id}“ steht nicht in {target}. Berichtigen Sie die Kennung, legen Sie sie dort an oder stellen Sie sie wieder her, wenn sie dort geändert oder gelöscht wurde.',
    en: '"{id}" is not in {target}. Correct the id, add it there, or restore it if it was changed or deleted there.',
  },
  selfReference: {
    de: '„{id}“ verweist auf sich selbst. Entfernen Sie diesen Verweis.',
    en: '"{id}" refers to itself. Remove the reference.',
  },
  successorCycle: {
    de: 'Die Nachfolger laufen im Kreis: {path}. Entfernen Sie einen davon.',
    en: 'The successors run in a circle: {path}. Remove one of them.',
  },
  broaderCycle: {
    de: 'Die Oberbegriffe laufen im Kreis: {path}. Entfernen Sie einen davon.',
    en: 'The broader concepts run in a circle: {path}. Remove one of them.',
  },
  withinCycle: {
    de: 'Die Gebiete liegen im Kreis ineinander: {path}. Entfernen Sie eines davon.',
    en: 'The regions lie within each other in a circle: {path}. Remove one of them.',
  },
  hashCollision: {
    de: '„{id}“ und „{other}“ haben denselben Kurzschlüssel „{code}“ für Knöpfe. Geben Sie dem neueren eine andere Kennung.',
    en: '"{id}" and "{other}" share the short key "{code}" for buttons. Give the newer one another id.',
  },
  missingText: {
    de: 'Der Satz „{key}“ fehlt. Ergänzen Sie ihn; die andere Sprache zeigt, was er sagt.',
    en: 'The sentence "{key}" is missing. Add it; the other language shows what it says.',
  },
  unknownText: {
    de: 'Den Satz „{key}“ verwendet der Bot nicht. Berichtigen oder entfernen Sie ihn.',
    en: 'The bot does not use a sentence "{key}". Correct or remove it.',
  },
  textPlaceholder: {
    de: 'Der Satz „{key}“ braucht genau diese Platzhalter: {expected}. Gefunden: {found}. Gleichen Sie ihn an.',
    en: 'The sentence "{key}" needs exactly these placeholders: {expected}. Found: {found}. Make it match.',
  },
  duplicateQuestion: {
    de: 'Diese Frage steht schon in {other}. Behalten Sie eine davon.',
    en: 'This question stands already in {other}. Keep one of them.',
  },
  goldenCopied: {
    de: 'Das wiederholt die goldene Frage „{question}“ ({other}) im Wortlaut. Goldene Fragen messen die Suche; beschreiben Sie den Eintrag in eigenen Worten.',
    en: 'This repeats the golden question "{question}" ({other}) word for word. Golden questions measure the search; describe the record in your own words.',
  },
  emptyFacet: {
    de: 'Kein Eintrag erfüllt diesen Ausdruck. Prüfen Sie ihn: Eine goldene Frage braucht eine Menge, an der sie sich messen lässt.',
    en: 'No record meets this expression. Check it: a golden question needs a set to be measured by.',
  },
  planRecord: {
    de: 'Der Eintrag „{id}“, der den Plan beschreibt, muss öffentlich sein. Setzen Sie dort visibility auf public oder nennen Sie hier einen anderen.',
    en: 'The record "{id}" that describes the plan has to be public. Set its visibility to public or name another one here.',
  },
} as const satisfies Readonly<Record<string, { readonly de: string; readonly en: string }>>;

export type FaultCode = keyof typeof FAULT_MESSAGES;

/** How "has to …" goes on in `wrongType`, by what the field takes. */
export const EXPECTED_FORMS: Readonly<Record<string, { readonly de: string; readonly en: string }>> = {
  string: {
    de: 'ein Text sein. Schreiben Sie ihn hinter den Doppelpunkt, Zahlen und Klammern in Anführungszeichen',
    en: 'be a text. Write it after the colon, numbers and brackets in quotation marks',
  },
  number: {
    de: 'eine Zahl sein. Schreiben Sie nur Ziffern, ohne Anführungszeichen und Einheit, etwa 250000',
    en: 'be a number. Write digits only, without quotation marks and unit, such as 250000',
  },
  boolean: { de: 'true oder false sein. Berichtigen Sie es', en: 'be true or false. Correct it' },
  array: {
    de: 'eine Liste sein. Schreiben Sie jeden Wert in eine eigene Zeile, mit „- “ davor',
    en: 'be a list. Write each value on a line of its own, with "- " before it',
  },
  object: {
    de: 'Felder unter sich haben. Schreiben Sie sie eingerückt in die Zeilen darunter: {fields}',
    en: 'have fields below it. Write them indented on the lines below: {fields}',
  },
};
