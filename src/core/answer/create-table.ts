import { stringify } from 'csv-stringify/browser/esm/sync';
import type { Catalog } from '../catalog/catalog.js';
import type { PlanRecord } from '../catalog/record-schemas.js';
import type { LanguageTag } from '../language/languages.js';
import type { Answer } from './answer.js';
import { contactOf } from './compose-record.js';
import { dateInWords } from './dates-in-words.js';
import { createDescribe } from './describe.js';
import { createSay, inLanguage, type Say } from './say.js';

/** A file that a spreadsheet opens. */
export interface Table {
  readonly filename: string;
  readonly csv: string;
}

/**
 * Every record of an answer as CSV, as German Excel expects it: UTF-8 with a byte order mark, semicolons, CRLF, quoted
 * as RFC 4180 says. A cell that a spreadsheet would take for a formula begins with an apostrophe. The data version
 * stands in the name of the file.
 */
export function createTable(answer: Answer, catalog: Catalog, language: LanguageTag = answer.language): Table {
  const say = createSay(catalog, language);
  const columns = columnsOf(catalog, say);
  const records = answer.ids.flatMap((id) => catalog.records.get(id) ?? []);
  const rows = [
    columns.map(({ name }) => name),
    ...records.map((record) => columns.map(({ value }) => oneLine(value(record)))),
  ];
  return {
    filename: `planlotse-${catalog.version.hash}.csv`,
    csv: BYTE_ORDER_MARK + stringify(rows, { delimiter: ';', record_delimiter: '\r\n', escape_formulas: true }),
  };
}

const BYTE_ORDER_MARK = '\uFEFF';

interface Column {
  readonly name: string;
  readonly value: (record: PlanRecord) => string | undefined;
}

function columnsOf(catalog: Catalog, say: Say): Column[] {
  const describe = createDescribe(catalog, say);
  const { language } = say;
  const date = (value: string | undefined): string | undefined => value && dateInWords(value, language);
  return [
    { name: say('table.title'), value: describe.title },
    {
      name: say('facet.type'),
      value: (record) => (record.kind === 'measure' ? say(`type.${record.type}`) : say(`kind.${record.kind}`)),
    },
    { name: say('label.status'), value: ({ status }) => say(`status.${status}`) },
    { name: say('table.asOf'), value: ({ asOf }) => date(asOf) ?? say('table.undated') },
    { name: say('label.provenance'), value: ({ provenance }) => say(`provenance.${provenance}`) },
    { name: say('label.field'), value: describe.fields },
    { name: say('label.groups'), value: describe.groups },
    { name: say('label.lead'), value: describe.lead },
    { name: say('label.partners'), value: describe.partners },
    { name: say('label.regions'), value: describe.regions },
    { name: say('property.start'), value: ({ period }) => date(period?.start) },
    { name: say('property.end'), value: ({ period }) => date(period?.end) },
    { name: say('label.funding'), value: (record) => describe.funding(record) },
    { name: say('label.contact'), value: (record) => contactOf(record, { say })?.url.replace(/^mailto:/, '') },
    { name: say('label.note'), value: ({ note }) => note && inLanguage(note, language).text },
    {
      name: say('label.source'),
      value: (record) =>
        describe
          .sources(record)
          .map(({ text, url }) => `${text} ${url}`)
          .join(' | '),
    },
    { name: say('table.id'), value: ({ id }) => id },
  ];
}

function oneLine(text: string | undefined): string {
  return (text ?? '').replace(/\s+/gu, ' ');
}
