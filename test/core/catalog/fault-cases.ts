import type { FaultCode } from '../../../src/core/catalog/fault-messages.js';
import { type Broken, broken, type Edit, fewFiles, PROBE, PROBE_PATH } from '../../data-files.js';

/** One way to break `data/`, and the one message that it has to lead to. */
export interface FaultCase {
  readonly name: string;
  readonly code: FaultCode;
  readonly broken: Broken;
  /** Parts of the message: what is wrong, and the mend. */
  readonly de: readonly string[];
  readonly en: readonly string[];
}

type Words = readonly string[];

function at(path: string, edits: readonly Edit[], name: string, code: FaultCode, de: Words, en: Words): FaultCase {
  return { name, code, broken: broken(fewFiles, path, ...edits), de, en };
}

const probe = (name: string, code: FaultCode, edit: Edit, de: Words, en: Words): FaultCase =>
  at(PROBE_PATH, [edit], name, code, de, en);

/** A fault of a file as a whole, told at its beginning. */
function whole(name: string, code: FaultCode, path: string, text: string | undefined, de: Words, en: Words): FaultCase {
  const files = new Map(fewFiles);
  if (text === undefined) files.delete(path);
  else files.set(path, text);
  return { name, code, broken: { files, places: [`${path}:1:1`] }, de, en };
}

const golden = (name: string, code: FaultCode, text: string, de: Words, en: Words): FaultCase => ({
  name,
  code,
  broken: broken(new Map([...fewFiles, ['golden/probe.yaml', '¦']]), 'golden/probe.yaml', ['¦', text]),
  de,
  en,
});

const ask = (question: string, expect: string): string =>
  `- question: "${question}"\n  language: de\n  by: ministry\n  expect: ${expect}\n`;

const YAML_CASES: readonly FaultCase[] = [
  probe(
    'a tab instead of spaces',
    'yamlTab',
    ['  de: Probe für', '¦\tde: Probe für'],
    ['Tabulator', 'Leerzeichen'],
    ['tab', 'spaces'],
  ),
  probe(
    'a field written twice',
    'yamlDuplicateKey',
    ['asOf: 2025', 'asOf: 2025\n¦asOf: 2024'],
    ['„asOf“', 'weiter oben', 'Behalten Sie eines'],
    ['"asOf"', 'further up', 'Keep one'],
  ),
  probe(
    'a line with too little indentation',
    'yamlIndent',
    ['  en: Probe for', '¦ en: Probe for'],
    ['Einrückung', 'derselben Spalte'],
    ['indentation', 'same column'],
  ),
  probe(
    'a line with too much indentation',
    'yamlColon',
    ['  de: Probe für Prüfungen\n', '  de: ¦Probe für Prüfungen\n  '],
    ['Einrückung', 'Anführungszeichen'],
    ['indentation', 'quotation marks'],
  ),
  probe(
    'a colon within an unquoted text',
    'yamlColon',
    ['  de: Probe für', '  de: ¦Neu: Probe für'],
    ['Doppelpunkt', 'Anführungszeichen'],
    ['colon', 'quotation marks'],
  ),
  probe(
    'a field without a space after its colon',
    'yamlColon',
    ['lead: hmais', '¦lead:hmais'],
    ['Doppelpunkt und Leerzeichen'],
    ['a colon and a space'],
  ),
  ...['@hmais', '%hmais', '`hmais`', '*innen', '&hmais x', '!hmais x', '{{hmais}}'].map((value) => {
    const marked = value.startsWith('{') ? '{¦{hmais}}' : `¦${value}`;
    const start = value.charAt(0);
    return probe(
      `a value that begins with ${start}`,
      'yamlStart',
      ['lead: hmais', `lead: ${marked}`],
      [`„${start}“`, 'Anführungszeichen'],
      [`"${start}"`, 'quotation marks'],
    );
  }),
  probe(
    'text behind a quoted value',
    'yamlRest',
    ['reviewedBy: Prüfgruppe', 'reviewedBy: "Prüf" ¦gruppe'],
    ['nicht mehr zum Wert', 'Anführungszeichen'],
    ['does not belong', 'quotation marks'],
  ),
  probe(
    'a value that begins with a bracket and goes on behind it',
    'yamlRest',
    ['de: Probe für', 'de: [WIR] ¦Probe für'],
    ['Setzen Sie den Wert ganz in Anführungszeichen'],
    ['Put all of the value into quotation marks'],
  ),
  probe(
    'a list that begins on the line of its field',
    'yamlRest',
    ['regions:\n  - kassel', 'regions: ¦- kassel'],
    ['beginnen Sie Listen', 'in einer neuen Zeile'],
    ['begin lists', 'on a new line'],
  ),
  probe(
    'a quotation mark without its end',
    'yamlUnclosed',
    ['title: Verlängerung', 'title: ¦"Verlängerung'],
    ['nicht geschlossen', 'Ergänzen Sie das Ende'],
    ['not closed', 'Add its end'],
  ),
  probe(
    'a bracket without its end',
    'yamlUnclosed',
    ['regions:\n  - kassel', 'regions: ¦[kassel'],
    ['Klammer', 'Ergänzen Sie das Ende'],
    ['bracket', 'Add its end'],
  ),
  probe(
    'a second document in a file',
    'yamlSeparator',
    ['lead: hmais', '¦---\nlead: hmais'],
    ['„---“', 'Entfernen Sie die Zeile'],
    ['"---"', 'Remove the line'],
  ),
  probe(
    'a backslash that means nothing',
    'yaml',
    ['title: Verlängerung', 'title: "C:¦\\Verlängerung"'],
    ['kein gültiges YAML', 'Invalid escape sequence', 'Prüfen Sie'],
    ['not valid YAML', 'Invalid escape sequence', 'Check'],
  ),
  probe(
    'a character that is not UTF-8',
    'encoding',
    ['Verein für Proben', 'Verein f¦\uFFFDr Proben'],
    ['nicht lesen', 'UTF-8'],
    ['cannot be read', 'UTF-8'],
  ),
  probe(
    'a control character',
    'encoding',
    ['Verein für Proben', 'Verein¦\0 für Proben'],
    ['nicht lesen', 'schreiben Sie das Zeichen neu'],
    ['cannot be read', 'type the character again'],
  ),
];

const FILE_CASES: readonly FaultCase[] = [
  whole('an empty file', 'empty', PROBE_PATH, '', ['leer', 'löschen'], ['empty', 'delete']),
  whole('a file of comments only', 'empty', PROBE_PATH, '# nur so\n', ['leer'], ['empty']),
  whole('a missing file', 'missingFile', 'regions.yaml', undefined, ['fehlt', 'Legen Sie'], ['missing', 'Create']),
  whole(
    'a missing language of texts',
    'missingFile',
    'texts/en.yaml',
    undefined,
    ['fehlt', 'wieder her'],
    ['missing', 'restore'],
  ),
  whole(
    'a file in an unknown folder',
    'unexpectedFile',
    'measure/neu.yaml',
    PROBE,
    ['nicht gelesen', 'Verschieben Sie', 'Meinten Sie „measures/neu.yaml“?'],
    ['not read', 'Move it', 'Did you mean "measures/neu.yaml"?'],
  ),
  whole(
    'a file in a subfolder',
    'unexpectedFile',
    'measures/alt/neu.yaml',
    PROBE,
    ['nicht in Unterordner'],
    ['not into subfolders'],
  ),
  whole(
    'texts in a language that the bot does not speak',
    'unexpectedFile',
    'texts/fr.yaml',
    'x: y',
    ['nicht gelesen'],
    ['not read'],
  ),
  whole('a file of the wrong ending', 'fileEnding', 'measures/neu.yml', PROBE, ['.yaml', 'um'], ['.yaml', 'Rename']),
  whole('golden questions of the wrong ending', 'fileEnding', 'golden/neu.yml', ask('Wo?', '{}'), ['.yaml'], ['.yaml']),
  ...['Sprach-Café', 'Neu', 'a_b', 'a b', 'a--b', '-a', 'x'.repeat(61)].map((name) =>
    whole(
      `the file name "${name.slice(0, 20)}"`,
      'fileName',
      `measures/${name}.yaml`,
      PROBE,
      [`„${name}“`, 'Kleinbuchstaben', '60 Zeichen'],
      [`"${name}"`, 'lower-case', '60 characters'],
    ),
  ),
  whole(
    'a file of five million characters',
    'tooLarge',
    PROBE_PATH,
    `${PROBE}${'# x\n'.repeat(1_250_000)}`,
    ['zu groß', 'Teilen Sie'],
    ['too large', 'Split'],
  ),
];

const FIELD_CASES: readonly FaultCase[] = [
  probe(
    'an unknown field',
    'unknownKey',
    ['status: running', 'status: running\n¦telefon: 0611 1'],
    ['„telefon“', 'gibt es hier nicht', 'entfernen'],
    ['"telefon"', 'no field', 'remove'],
  ),
  probe(
    'a misspelt field that may be left out',
    'unknownKey',
    ['alsoIn:', '¦alsoln:'],
    ['„alsoln“', 'Meinten Sie „alsoIn“?'],
    ['"alsoln"', 'Did you mean "alsoIn"?'],
  ),
  probe(
    'a misspelt field of a source',
    'unknownKey',
    ['checkedOn:', '¦checkedon:'],
    ['Meinten Sie „checkedOn“?'],
    ['Did you mean "checkedOn"?'],
  ),
  probe(
    'a misspelt language',
    'unknownKey',
    ['  en: Probe for', '  ¦enn: Probe for'],
    ['„enn“', 'Meinten Sie „en“?'],
    ['"enn"', 'Did you mean "en"?'],
  ),
  probe(
    'a language that the bot does not speak, without a false suggestion',
    'unknownKey',
    ['  en: Probe for', '  ¦fr: Probe for'],
    ['Das Feld „fr“ gibt es hier nicht. Berichtigen oder entfernen Sie es. Hier gibt es: de, en.'],
    ['There is no field "fr" here. Correct or remove it. There is here: de, en.'],
  ),
  probe(
    'a misspelt field that may not be left out, once',
    'unknownKey',
    ['lead: hmais', '¦leed: hmais'],
    ['„leed“', 'Meinten Sie „lead“?'],
    ['"leed"', 'Did you mean "lead"?'],
  ),
  probe(
    'a misspelt German, once',
    'unknownKey',
    ['  de: Probe für', '  ¦dee: Probe für'],
    ['„dee“', 'Meinten Sie „de“?'],
    ['"dee"', 'Did you mean "de"?'],
  ),
  probe(
    'a language that is not indented',
    'misplacedLanguage',
    ['  en: Probe for', '¦en: Probe for'],
    ['„en“ steht hier unter keinem Feld', 'Rücken Sie die Zeile mit zwei Leerzeichen'],
    ['"en" stands below no field', 'Indent the line with two spaces'],
  ),
  probe(
    'an unknown field of a partner',
    'unknownKey',
    ['  - id: rbm', '  - id: rbm\n    ¦rolle: Träger'],
    ['„rolle“'],
    ['"rolle"'],
  ),
  probe(
    'a misspelt field of a partner',
    'unknownKey',
    ['- name: Verein', '- ¦nam: Verein'],
    ['Meinten Sie „name“?'],
    ['Did you mean "name"?'],
  ),
  probe(
    'a field that must not be there because of its name',
    'unknownKey',
    ['status: running', 'status: running\n¦__proto__: { kind: fact }'],
    ['„__proto__“'],
    ['"__proto__"'],
  ),
  probe(
    'a missing field',
    'missingKey',
    [/type: counselling\n([\s\S]*)lead: hmais\n/, '¦type: counselling\n$1'],
    ['„lead“ fehlt', 'Ergänzen'],
    ['"lead" is missing', 'Add'],
  ),
  probe(
    'a missing field of a source',
    'missingKey',
    ['  - url: https://hessen.de/quelle\n    title', '  - ¦title'],
    ['„sources.url“ fehlt'],
    ['"sources.url" is missing'],
  ),
  probe(
    'missing sources',
    'missingKey',
    [/type: ([\s\S]*)sources:\n(?: .*\n)+/, '¦type: $1'],
    ['„sources“'],
    ['"sources"'],
  ),
  probe(
    'a list instead of a text',
    'wrongType',
    ['  de: Nur zur Probe.', '  de:\n    ¦- Nur zur Probe.'],
    ['„note.de“ muss ein Text sein', 'hinter den Doppelpunkt'],
    ['"note.de" has to be a text', 'after the colon'],
  ),
  probe(
    'a number instead of a text',
    'wrongType',
    ['title: Verlängerung', 'title: ¦2025'],
    ['„updates.source.title“ muss ein Text sein', 'in Anführungszeichen'],
    ['has to be a text', 'in quotation marks'],
  ),
  probe(
    'a text instead of a list',
    'wrongType',
    ['regions:\n  - kassel', 'regions: ¦kassel'],
    ['„regions“ muss eine Liste sein', '„- “'],
    ['"regions" has to be a list', '"- "'],
  ),
  probe(
    'a text instead of fields by language',
    'wrongType',
    ['note:\n  de: Nur', 'note: ¦Nur'],
    ['„note“ muss Felder unter sich haben', 'de, en'],
    ['"note" has to have fields below it', 'de, en'],
  ),
  probe(
    'an amount with its unit',
    'wrongType',
    ['amountEur: 250000', 'amountEur: ¦250.000 Euro'],
    ['„funding.amountEur“ muss eine Zahl sein', 'ohne Anführungszeichen und Einheit'],
    ['has to be a number', 'without quotation marks and unit'],
  ),
  probe(
    'a list instead of a page',
    'wrongType',
    ['page: 12', 'page: ¦[12, 13]'],
    ['„sources.page“ muss ein Text sein'],
    ['has to be a text'],
  ),
  at(
    PROBE_PATH,
    [[PROBE, '¦- ein\n- zwei\n']],
    'a list instead of a record',
    'wrongType',
    [`„${PROBE_PATH}“ muss Felder unter sich haben`, 'title'],
    [`"${PROBE_PATH}" has to have fields`, 'title'],
  ),
  at(
    'texts/de.yaml',
    [[/[\s\S]*/, '¦- ein\n']],
    'a list instead of texts',
    'wrongType',
    ['„texts/de.yaml“ muss Felder unter sich haben'],
    ['"texts/de.yaml" has to have fields'],
  ),
  probe(
    'a value that is not allowed',
    'notAllowed',
    ['status: running', 'status: ¦runing'],
    ['„runing“', 'Erlaubt sind: unknown, planned, running', 'Meinten Sie „running“?'],
    ['"runing"', 'Allowed are: unknown, planned, running', 'Did you mean "running"?'],
  ),
  ...[
    ['status: running', 'status: ¦laufend', 'running'],
    ['type: counselling', 'type: ¦Beratung', 'counselling'],
    ['type: counselling', 'type: ¦Förderprogramm', 'programme'],
    ['type: counselling', 'type: ¦kampagne', 'campaign'],
  ].map(([find = '', put = '', meant = '']) =>
    probe(
      `a value in German: ${put.replace('¦', '')}`,
      'notAllowed',
      [find, put],
      [`Meinten Sie „${meant}“?`],
      [`Did you mean "${meant}"?`],
    ),
  ),
  ...[
    ['31.05.2024', '2024-05-31'],
    ['1. 5. 2024', '2024-05-01'],
    ['5/2024', '2024-05'],
    ['05.2024', '2024-05'],
  ].map(([written = '', meant = '']) =>
    probe(
      `a date in German order: ${written}`,
      'date',
      ['asOf: 2025', `asOf: ¦"${written}"`],
      [`„${written}“`, `Meinten Sie „${meant}“?`],
      [`Did you mean "${meant}"?`],
    ),
  ),
  probe(
    'a name in place of an id',
    'id',
    ['lead: hmais', 'lead: ¦Hessisches Ministerium für Arbeit'],
    ['seine „id“ statt seines Namens'],
    ['its "id" rather than its name'],
  ),
  probe(
    'a summary that is too long',
    'tooLong',
    ['de: Eine Probe, an der sich Fehler zeigen lassen.', `de: ¦${'x'.repeat(1201)}`],
    ['„summary.de“', '1201 Zeichen', 'Kürzen Sie auf höchstens 1200'],
    ['"summary.de"', '1201 characters', 'Shorten it to 1200'],
  ),
  probe(
    'a short title that is too long',
    'tooLong',
    ['  de: Probe\n', `  de: ¦${'x'.repeat(76)}\n`],
    ['„shortTitle.de“', '75'],
    ['"shortTitle.de"', '75'],
  ),
  probe(
    'a page that is too long',
    'tooLong',
    ['page: 12', `page: ¦${'x'.repeat(21)}`],
    ['„sources.page“', '20'],
    ['"sources.page"', '20'],
  ),
  probe(
    'a field without a value',
    'emptyValue',
    ['lead: hmais', 'lead:¦'],
    ['„lead“ ist leer', 'Tragen Sie etwas ein'],
    ['"lead" is empty', 'Fill it in'],
  ),
  probe('a date without a value', 'emptyValue', ['start: 2016', 'start:¦'], ['„period.start“'], ['"period.start"']),
  probe('a kind without a value', 'emptyValue', ['type: counselling', 'type:¦'], ['„type“'], ['"type"']),
  probe('a group without fields', 'emptyValue', ['note:\n  de: Nur zur Probe.', 'note:¦'], ['„note“'], ['"note"']),
  probe('an empty text', 'emptyValue', ['de: Nur zur Probe.', 'de: ¦""'], ['„note.de“'], ['"note.de"']),
  probe('an empty list', 'emptyValue', ['regions:\n  - kassel', 'regions: ¦[]'], ['„regions“'], ['"regions"']),
  probe(
    'a partner without a name',
    'emptyValue',
    ['- name: Verein für Proben', '- name:¦'],
    ['„partners.name“'],
    ['"partners.name"'],
  ),
  at(
    'texts/de.yaml',
    [[/^thanks\.text: .*$/m, 'thanks.text: ¦""']],
    'an empty sentence',
    'emptyValue',
    ['leer'],
    ['empty'],
  ),
  probe(
    'an empty list of sources',
    'emptySources',
    [/sources:\n(?: .*\n)+keywords/, 'sources: ¦[]\nkeywords'],
    ['mindestens eine Quelle', 'url und title'],
    ['at least one source', 'url and title'],
  ),
  probe(
    'sources without a value',
    'emptySources',
    [/sources:\n(?: .*\n)+keywords/, 'sources:¦\nkeywords'],
    ['mindestens eine Quelle'],
    ['at least one source'],
  ),
  probe(
    'an amount of zero',
    'notPositive',
    ['amountEur: 250000', 'amountEur: ¦0'],
    ['„funding.amountEur“', 'größer als null', 'Berichtigen'],
    ['"funding.amountEur"', 'greater than zero', 'Correct'],
  ),
  probe(
    'a text that ends in a space',
    'untrimmed',
    ['de: Nur zur Probe.', 'de: ¦"Nur zur Probe. "'],
    ['„note.de“', 'Leerzeichen', 'Entfernen'],
    ['"note.de"', 'space', 'Remove'],
  ),
  probe(
    'a text block that ends in a line break',
    'untrimmed',
    ['de: Nur zur Probe.', 'de: ¦|\n    Nur zur Probe.'],
    ['Zeilenumbruch'],
    ['line break'],
  ),
  probe(
    'an id with capitals',
    'id',
    ['- kassel', '- ¦Kassel'],
    ['„Kassel“', 'Kleinbuchstaben'],
    ['"Kassel"', 'lower-case'],
  ),
  probe('an id of a partner with capitals', 'id', ['- id: rbm', '- id: ¦RBM'], ['„RBM“'], ['"RBM"']),
  ...[
    '2024-13',
    '2023-02-30',
    '2024-5',
    '31.12.2024',
    'Mai 2024',
    '24',
    '1066',
    '3024',
    '2024.5',
    '[2024]',
    '{ a: 1 }',
  ].map((date) =>
    probe(
      `the date ${date}`,
      'date',
      ['asOf: 2025', `asOf: ¦${date}`],
      ['ist kein Datum, das es gibt', '2024-05-31'],
      ['is not a date that exists', '2024-05-31'],
    ),
  ),
  ...['hessen.de', 'https://hessen.de/pro be', 'https://hes sen.de', 'ftp://hessen.de', '"javascript:alert(1)"'].map(
    (url) =>
      probe(
        `the address ${url}`,
        'url',
        ['url: https://hessen.de/probe', `url: ¦${url}`],
        ['ist keine Adresse', 'https://', 'keine Leerzeichen'],
        ['is not an address', 'https://', 'no spaces'],
      ),
  ),
  ...['info', 'info@', 'info@probe', 'info at probe.de', 'Info <info@probe.de>'].map((mailbox) =>
    probe(
      `the mailbox ${mailbox}`,
      'mailbox',
      ['mailbox: info@probe.example', `mailbox: ¦${mailbox}`],
      [`„${mailbox}“`, 'info@beispiel.de'],
      [`"${mailbox}"`, 'info@example.org'],
    ),
  ),
  probe(
    'a mailbox that names a person',
    'mailboxNamesPerson',
    ['mailbox: info@probe.example', 'mailbox: ¦erika.mustermann@probe.example'],
    ['„erika.mustermann@probe.example“', 'Person', 'Funktionspostfach'],
    ['"erika.mustermann@probe.example"', 'person', 'functional mailbox'],
  ),
  probe(
    'a contact without fields',
    'emptyContact',
    [/contact:\n(?: .*\n)+/, 'contact: ¦{}\n'],
    ['Kontakt ist leer', 'url oder mailbox'],
    ['contact is empty', 'url or mailbox'],
  ),
  probe(
    'a period without fields',
    'emptyPeriod',
    [/period:\n {2}start.*\n(?: .*\n)+/, 'period: ¦{}\n'],
    ['Laufzeit ist leer', 'start oder end'],
    ['period is empty', 'start or end'],
  ),
  probe(
    'an end before its start',
    'endBeforeStart',
    ['end: 2027-06', 'end: ¦2015-12'],
    ['2015-12', '2016', 'Berichtigen'],
    ['2015-12', '2016', 'Correct'],
  ),
  ...['{ id: rbm, name: Verein }', '{}', 'rbm'].map((partner) =>
    probe(
      `the partner ${partner}`,
      'partner',
      ['- id: rbm', `- ¦${partner}`],
      ['genau eine Angabe', 'wenn organisations.yaml ihn führt, sonst name'],
      ['exactly one', 'if organisations.yaml has it, else name'],
    ),
  ),
];

const REFERENCE_CASES: readonly FaultCase[] = [
  {
    name: 'one id in two folders',
    code: 'duplicateId',
    broken: broken(new Map([...fewFiles, ['events/probe.yaml', 'x']]), 'events/probe.yaml', [
      'x',
      PROBE.replace('type: counselling\n', '').replace('title:', '¦title:'),
    ]),
    de: ['„probe“', PROBE_PATH, 'anders'],
    en: ['"probe"', PROBE_PATH, 'another name'],
  },
  at(
    'regions.yaml',
    [['- id: nordhessen', '- id: ¦landesweit']],
    'one id twice in a list',
    'duplicateEntry',
    ['„landesweit“', 'regions.yaml:3', 'Fassen Sie'],
    ['"landesweit"', 'regions.yaml:3', 'Merge'],
  ),
  {
    name: 'one concept in two files',
    code: 'duplicateEntry',
    broken: broken(
      new Map([
        ...fewFiles,
        ['vocabulary/zweite.yaml', '- id: ¦probe\n  label: { de: Probe }\n  words: { de: [Test] }\n'],
      ]),
      'vocabulary/zweite.yaml',
      ['Test', 'Tests'],
    ),
    de: ['„probe“', 'vocabulary/probe.yaml:1'],
    en: ['"probe"', 'vocabulary/probe.yaml:1'],
  },
  probe(
    'an unknown action field',
    'unknownReference',
    ['actionField: sprache', 'actionField: ¦spache'],
    ['„spache“', 'action-fields.yaml', 'Berichtigen', 'Meinten Sie „sprache“?'],
    ['"spache"', 'action-fields.yaml', 'Correct', 'Did you mean "sprache"?'],
  ),
  probe(
    'an unknown further action field',
    'unknownReference',
    ['- rassismus-und-diskriminierung', '- ¦rassismus-und-diskriminirung'],
    ['Meinten Sie „rassismus-und-diskriminierung“?'],
    ['Did you mean "rassismus-und-diskriminierung"?'],
  ),
  probe(
    'an unknown target group',
    'unknownReference',
    ['- frauen-und-maedchen', '- ¦frauen-und-mädchen'.replace('ä', 'e')],
    ['target-groups.yaml', 'Meinten Sie „frauen-und-maedchen“?'],
    ['target-groups.yaml', 'Did you mean "frauen-und-maedchen"?'],
  ),
  probe('an unknown lead', 'unknownReference', ['lead: hmais', 'lead: ¦hmaiss'], ['organisations.yaml'], ['"hmais"']),
  probe(
    'an unknown partner',
    'unknownReference',
    ['- id: rbm', '- id: ¦unbekannt'],
    ['organisations.yaml'],
    ['add it'],
  ),
  probe('an unknown region', 'unknownReference', ['- kassel', '- ¦entenhausen'], ['regions.yaml'], ['regions.yaml']),
  probe(
    'an unknown related record',
    'unknownReference',
    ['related:\n  - integrationsplan-2-0', 'related:\n  - ¦integrationsplan-3-0'],
    ['data/', 'stellen Sie sie wieder her', 'Meinten Sie „integrationsplan-2-0“?'],
    ['data/', 'restore it', 'Did you mean "integrationsplan-2-0"?'],
  ),
  at(
    'organisations.yaml',
    [[/successors:\n {4}- hmais/, 'successors:\n    - ¦hmaisss']],
    'an unknown successor',
    'unknownReference',
    ['organisations.yaml', 'Meinten Sie „hmais“?'],
    ['organisations.yaml', 'Did you mean "hmais"?'],
  ),
  at(
    'vocabulary/probe.yaml',
    [['broader: [probe]', 'broader: [¦prob]']],
    'an unknown broader concept',
    'unknownReference',
    ['vocabulary/.', 'Meinten Sie'],
    ['vocabulary/.', 'Did you mean'],
  ),
  at(
    'plan.yaml',
    [[/^record: .*$/m, 'record: ¦integrationsplan-3-0']],
    'a record of the plan that is not there',
    'unknownReference',
    ['„integrationsplan-3-0“', 'data/'],
    ['"integrationsplan-3-0"', 'data/'],
  ),
  at(
    'plan.yaml',
    [[/^ {2}records:\n {4}- (?=themenforen)/m, '  records:\n    - ¦x-']],
    'a record of what the plan says that is not there',
    'unknownReference',
    ['„x-themenforen', 'data/'],
    ['"x-themenforen', 'data/'],
  ),
  at(
    'plan.yaml',
    [['today: hmais', 'today: ¦hmaiz']],
    'an unknown organisation of the plan',
    'unknownReference',
    [],
    [],
  ),
  probe(
    'a record related to itself',
    'selfReference',
    ['related:\n  - integrationsplan-2-0', 'related:\n  - ¦probe'],
    ['„probe“', 'auf sich selbst', 'Entfernen'],
    ['"probe"', 'to itself', 'Remove'],
  ),
  at(
    'organisations.yaml',
    [
      [/^- id: hmais$/m, '- id: hmais\n  successors: [hmsi]'],
      [/^( {2}successors:\n {4})(- hmais)$/m, '$1¦$2'],
    ],
    'successors in a circle',
    'successorCycle',
    ['hmsi → hmais → hmsi', 'Entfernen'],
    ['hmsi → hmais → hmsi', 'Remove'],
  ),
  at(
    'vocabulary/probe.yaml',
    [['label: { de: Probe, en: probe }', 'label: { de: Probe, en: probe }\n  broader: ¦[stichprobe]']],
    'broader concepts in a circle',
    'broaderCycle',
    ['probe → stichprobe → probe', 'Entfernen'],
    ['probe → stichprobe → probe', 'Remove'],
  ),
  at(
    'regions.yaml',
    [[/^- id: nordhessen$/m, '- id: nordhessen\n  within: ¦[nordhessen]']],
    'a region within itself',
    'withinCycle',
    ['nordhessen → nordhessen', 'Entfernen'],
    ['nordhessen → nordhessen', 'Remove'],
  ),
  at(
    'organisations.yaml',
    [[/^- id: landesregierung$/m, '- id: landesregierung\n  validFrom: 2024-01\n  validTo: ¦2023']],
    'an organisation that ended before it began',
    'validBeforeStart',
    ['validTo (2023)', 'validFrom (2024-01)', 'Berichtigen'],
    ['validTo (2023)', 'validFrom (2024-01)', 'Correct'],
  ),
  {
    name: 'two records with one short key',
    code: 'hashCollision',
    broken: broken(
      new Map([...fewFiles, ['measures/eintrag-17708.yaml', PROBE], ['measures/eintrag-56062.yaml', PROBE]]),
      'measures/eintrag-56062.yaml',
      ['type: counselling', '¦type: counselling'],
    ),
    de: ['„eintrag-56062“', '„eintrag-17708“', '„Ijit“', 'andere Kennung'],
    en: ['"eintrag-56062"', '"eintrag-17708"', '"Ijit"', 'another id'],
  },
  at(
    'regions.yaml',
    [
      [
        /$(?![\s\S])/,
        '- { id: eintrag-2128, name: { de: Eins }, kind: town }\n- ¦{ id: eintrag-30226, name: { de: Zwei }, kind: town }\n',
      ],
    ],
    'two regions with one short key',
    'hashCollision',
    ['„HLDb“'],
    ['"HLDb"'],
  ),
  {
    name: 'a record of the plan that is a draft',
    code: 'planRecord',
    broken: (() => {
      const { files } = broken(fewFiles, 'facts/integrationsplan-2-0.yaml', [/^title:/m, 'visibility: draft\ntitle:']);
      return broken(files, 'plan.yaml', [/^record: /m, 'record: ¦']);
    })(),
    de: ['„integrationsplan-2-0“', 'öffentlich', 'visibility auf public'],
    en: ['"integrationsplan-2-0"', 'public', 'Set its visibility'],
  },
];

const TEXT_CASES: readonly FaultCase[] = [
  at(
    'texts/de.yaml',
    [
      [/^thanks\.text: .*\n/m, ''],
      [/^(?=[a-z]+\.)/m, '¦'],
    ],
    'a missing sentence',
    'missingText',
    ['„thanks.text“ fehlt', 'die andere Sprache'],
    ['"thanks.text" is missing', 'the other language'],
  ),
  at(
    'texts/en.yaml',
    [[/^(?=thanks\.text: )/m, '¦thanks.txt: Hi\n']],
    'a sentence that the bot does not use',
    'unknownText',
    ['„thanks.txt“', 'entfernen', 'Meinten Sie „thanks.text“?'],
    ['"thanks.txt"', 'remove', 'Did you mean "thanks.text"?'],
  ),
  at(
    'texts/en.yaml',
    [[/^(?=thanks\.text: )/m, '¦constructor: Hi\n']],
    'a sentence named like something of the programming language',
    'unknownText',
    ['„constructor“'],
    ['"constructor"'],
  ),
  at(
    'texts/de.yaml',
    [[/^list\.page: .*$/m, 'list.page: ¦"Seite {page}"']],
    'a placeholder that is missing',
    'textPlaceholder',
    ['„list.page“', '{page} {pages}', 'Gefunden: {page}.', 'Gleichen Sie'],
    ['"list.page"', '{page} {pages}', 'Found: {page}.', 'Make it match'],
  ),
  at(
    'texts/de.yaml',
    [[/^list\.page: .*$/m, 'list.page: ¦"Seite {page} von {pages} {seiten}"']],
    'a placeholder that the bot does not fill in',
    'textPlaceholder',
    ['{seiten}'],
    ['{seiten}'],
  ),
  at(
    'texts/de.yaml',
    [[/^kinds\.any: .*$/m, 'kinds.any: { one: "ein Eintrag", other: ¦"Einträge" }']],
    'a plural without its number',
    'textPlaceholder',
    ['{count}', 'Gefunden: –.'],
    ['{count}', 'Found: –.'],
  ),
  at(
    'texts/de.yaml',
    [[/^kinds\.any: .*$/m, 'kinds.any: { one: ¦"{zahl} Eintrag", other: "{count} Einträge" }']],
    'a singular with an unknown placeholder',
    'textPlaceholder',
    ['{zahl}'],
    ['{zahl}'],
  ),
  at(
    'texts/de.yaml',
    [[/^kinds\.any: .*$/m, 'kinds.any: ¦{count}']],
    'a placeholder without quotation marks',
    'wrongType',
    ['in Anführungszeichen'],
    ['in quotation marks'],
  ),
];

const GOLDEN_CASES: readonly FaultCase[] = [
  golden(
    'a golden question asked twice',
    'duplicateQuestion',
    `${ask('Wo ist das?', '{}')}- ¦${ask('wo ist DAS', '{}').slice(2)}`,
    ['golden/probe.yaml:1', 'Behalten Sie eine'],
    ['golden/probe.yaml:1', 'Keep one'],
  ),
  {
    name: 'a golden question copied into the keywords',
    code: 'goldenCopied',
    broken: broken(new Map([...fewFiles, ['golden/probe.yaml', ask('Hilfe bei Proben?', '{}')]]), PROBE_PATH, [
      'keywords:\n  de:\n    - Probe',
      'keywords:\n  de:\n    - Probe\n    - ¦hilfe bei Proben',
    ]),
    de: ['„Hilfe bei Proben?“', 'golden/probe.yaml', 'eigenen Worten'],
    en: ['"Hilfe bei Proben?"', 'golden/probe.yaml', 'your own words'],
  },
  {
    name: 'a golden question copied into the questions of a record',
    code: 'goldenCopied',
    broken: broken(new Map([...fewFiles, ['golden/probe.yaml', ask('Wo gibt es eine Probe', '{}')]]), PROBE_PATH, [
      '- Wo gibt',
      '- ¦Wo gibt',
    ]),
    de: ['wiederholt die goldene Frage'],
    en: ['repeats the golden question'],
  },
  golden(
    'an expression that no record meets',
    'emptyFacet',
    ask('Wo?', '{ facet: ¦{ kind: measure, status: abandoned } }'),
    ['Kein Eintrag', 'Prüfen Sie'],
    ['No record', 'Check'],
  ),
  golden(
    'an unknown record',
    'unknownReference',
    ask('Wo?', '{ first: [probe, ¦prob-] }').replace('prob-', 'proben'),
    ['„proben“', 'data/', 'Meinten Sie „probe“?'],
    ['"proben"', 'data/', 'Did you mean "probe"?'],
  ),
  golden(
    'an unknown action field beside a known one',
    'unknownReference',
    ask('Wo?', '{ facet: { field: [sprache, ¦spracheee] } }'),
    ['action-fields.yaml', 'Meinten Sie „sprache“?'],
    ['action-fields.yaml', 'Did you mean "sprache"?'],
  ),
  golden(
    'an unknown region that is excluded',
    'unknownReference',
    ask('Wo?', '{ facet: { kind: measure, not: { region: ¦entenhausen } } }'),
    ['regions.yaml'],
    ['regions.yaml'],
  ),
  golden(
    'an unknown kind',
    'notAllowed',
    ask('Wo?', '{ facet: { kind: ¦measures } }'),
    ['Erlaubt sind: measure', 'Meinten Sie „measure“?'],
    ['Allowed are: measure', 'Did you mean "measure"?'],
  ),
  golden(
    'an unknown kind in a list',
    'notAllowed',
    ask('Wo?', '{ facet: { kind: [fact, ¦measures] } }'),
    ['Erlaubt sind: measure'],
    ['Allowed are: measure'],
  ),
  golden(
    'a word instead of true or false',
    'wrongType',
    ask('Wo?', '{}').replace('  expect', '  open: ¦ja\n  expect'),
    ['„open“ muss true oder false sein'],
    ['"open" has to be true or false'],
  ),
  ...['2024', '2024-02-30', 'heute'].map((day) =>
    golden(
      `the day ${day}`,
      'day',
      ask('Wo?', '{}').replace('  expect', `  today: ¦"${day}"\n  expect`),
      [`„${day}“`, '2024-05-31'],
      [`"${day}"`, '2024-05-31'],
    ),
  ),
];

const DEEP: FaultCase = {
  name: 'a file that is nested too deeply',
  code: 'tooDeep',
  broken: {
    files: new Map([...fewFiles, [PROBE_PATH, `title: ${'['.repeat(20_000)}${']'.repeat(20_000)}`]]),
    places: [`${PROBE_PATH}:1:108`],
  },
  de: ['zu tief', 'Prüfen Sie Klammern'],
  en: ['too deeply', 'Check brackets'],
};

/** Every fault that the check can find, by at least one way to make it. */
export const FAULT_CASES: readonly FaultCase[] = [
  ...YAML_CASES,
  ...FILE_CASES,
  ...FIELD_CASES,
  ...REFERENCE_CASES,
  ...TEXT_CASES,
  ...GOLDEN_CASES,
  DEEP,
];
