import { z } from 'zod';
import { RECORD_KINDS } from '../catalog/record-schemas.js';
import { described, PROVENANCES, STATUSES } from '../catalog/schema-parts.js';
import { FACETS } from '../catalog/vocabulary-schemas.js';

/** Ways in which a word of the question can lead to a record. */
const MATCH_KINDS = ['word', 'part', 'concept', 'beginning', 'typo'] as const;

export const recordId = (description: string) => described(z.string().min(1), description);
export const words = (description: string) => described(z.string(), `${description} In the language of the answer.`);
export const lines = (description: string) =>
  described(z.array(z.string().min(1)), `${description} In the language of the answer.`);

const sourceLink = described(
  z.strictObject({
    title: described(z.string().min(1), 'Title of the page or document, in its own language.'),
    url: described(z.string().regex(/^https?:\/\/\S+$/), 'Its address.'),
    date: words('Date of the source in words; absent where it has none.').exactOptional(),
    checkedOn: words('When somebody last saw that the source still says so, in words.').exactOptional(),
    page: described(z.string(), 'Page or section in the document.').exactOptional(),
    text: words('Title, page and date in one line, as an answer shows them.'),
  }),
  'A page that proves what a record says.',
).meta({ id: 'SourceLink' });

export const sourceLinks = (description: string) => described(z.array(sourceLink), description);

export const recordEvidence = described(
  z.strictObject({
    id: recordId('Id of the record.'),
    status: described(
      z.enum(STATUSES),
      'State as a source gives it, never derived from dates; `unknown` is not "not started".',
    ),
    statusText: words('The state in words.'),
    asOfText: words('The state with its date in words, or that the source is undated.'),
    provenance: described(
      z.enum(PROVENANCES),
      '`plan-2.0`: a source ties the record to the Integrationsplan 2.0. `plan-2017`: named with the first plan. ' +
        '`state-policy`: a measure of the Land; no source proves that the plan names it.',
    ),
    provenanceText: words('The provenance in words. Show it wherever the record is shown.'),
    sources: sourceLinks('The pages that prove it; at least one.').min(1),
  }),
  'How far a record can be trusted, in codes for programs and in words for people.',
).meta({ id: 'RecordEvidence' });

export const evidence = described(
  z.strictObject({
    line: words('One line to show under the answer: which data it rests on.'),
    dataVersion: described(
      z.strictObject({
        hash: described(z.string().min(1), 'Hash of all data that answers depend on.'),
        date: described(
          z.string().regex(/^\d{4}-\d{2}-\d{2}$/),
          'Day of the newest change of the data (ISO 8601), where known.',
        ).exactOptional(),
      }),
      'Which version of the data answered.',
    ),
    dataAsOf: described(
      z.string().regex(/^\d{4}(?:-\d{2}(?:-\d{2})?)?$/),
      'When the facts were collected: year, month or day (ISO 8601).',
    ),
    records: described(
      z.array(recordEvidence),
      'Evidence of every record in `ids`, `apart` and `offered`, in that order, each once.',
    ),
  }),
  'Which data answered, and what each record rests on.',
).meta({ id: 'Evidence' });

export const card = described(
  z.strictObject({
    id: recordId('Id of the record.'),
    kind: described(z.enum(RECORD_KINDS), 'What kind of record it is.'),
    kindText: words('The type of a measure, or the kind of any other record, in words.'),
    title: words('Short title, 75 characters at most.'),
    line: words('First sentence of the summary.'),
    otherLanguage: described(
      z.boolean(),
      'True where the summary is not available in the language of the answer, and `line` is German.',
    ),
    remark: words('A remark that belongs to this answer only, such as "statewide, with sites here".').exactOptional(),
    evidence: recordEvidence,
  }),
  'A record as one entry of a list.',
).meta({ id: 'Card' });

export const cards = (description: string) => described(z.array(card), description);

export const reason = described(
  z.strictObject({
    id: recordId('Id of the record.'),
    words: described(
      z.array(
        z.strictObject({
          word: described(z.string().min(1), 'A word of the question, as it was written.'),
          kind: described(
            z.enum(MATCH_KINDS),
            'How it matched: the `word` itself, a `part` of a compound, a `concept` of the vocabulary, the ' +
              '`beginning` of a longer word, or a corrected `typo`.',
          ),
          via: described(z.string().min(1), 'Id of the concept, or the word that was meant.').exactOptional(),
        }),
      ),
      'Words of the question that the record has; empty where only filters or its name led to it.',
    ),
    text: words('The same in words; may be empty.'),
  }),
  'Why a record is in the answer.',
).meta({ id: 'Reason' });

export const facetCounts = described(
  z.strictObject({
    facet: described(z.enum(FACETS), 'By what the records are divided.'),
    label: words('Name of the facet.'),
    counts: described(
      z.array(
        z.strictObject({
          value: described(z.string().min(1), 'Id or fixed word, as a filter of a query takes it.'),
          label: words('Name of the value.'),
          count: described(
            z.int().min(1),
            'Records that have the value. A record can have several values, so counts may add up to more than `total`.',
          ),
        }),
      ),
      'Values with the number of their records, most first.',
    ),
  }),
  'Records divided by one facet.',
).meta({ id: 'FacetCounts' });

export const facetMenus = (description: string) => described(z.array(facetCounts), description);

export const detailLine = described(
  z.strictObject({
    label: words('What the line is about, such as "Laufzeit".'),
    text: words('What the sources say.'),
  }),
  'One field in words.',
).meta({ id: 'DetailLine' });
