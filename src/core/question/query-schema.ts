import { z } from 'zod';
import { described } from '../catalog/schema-parts.js';
import { FACETS, PROPERTIES } from '../catalog/vocabulary-schemas.js';
import { LANGUAGE_TAGS } from '../language/languages.js';
import { ABOUTS, ACTIONS, MOST_FACET_VALUES, MOST_NAMED, SUBJECT_KINDS } from './query.js';

const DATE = /^\d{4}(?:-\d{2}(?:-\d{2})?)?$/;

const limit = (description: string) => described(z.string().regex(DATE), description);

const facetClause = described(
  z.strictObject({
    facet: described(z.enum(FACETS), 'What the filter looks at.'),
    any: described(
      z.array(z.string().min(1)).min(1).max(MOST_FACET_VALUES),
      'A record passes if it has one of these: ids for field, group, organisation and region, fixed words for type, ' +
        'status, provenance and kind. An organisation stands for what it was and became, too.',
    ),
    not: described(z.literal(true), 'Present where records with these values are left out instead.').exactOptional(),
    involved: described(
      z.literal(true),
      'Organisations only: present where partners count as well as the lead.',
    ).exactOptional(),
  }),
  'A filter by values.',
).meta({ id: 'FacetClause' });

const periodClause = described(
  z.strictObject({
    facet: described(z.enum(['start', 'end']), 'Which end of a record’s period is limited.'),
    from: limit('Earliest year, month or day (ISO 8601), inclusive.').exactOptional(),
    to: limit('Latest year, month or day (ISO 8601), inclusive.').exactOptional(),
  }),
  'A filter by time.',
).meta({ id: 'PeriodClause' });

const subject = described(
  z.strictObject({
    kind: described(z.enum(SUBJECT_KINDS), 'The plan, an action field, a target group or an organisation.'),
    id: described(z.string().min(1), 'Id of the field, group or organisation; "plan" for the plan.'),
  }),
  'What an overview or a question about the plan is about.',
);

/** The schema of a {@link Query} as the JSON of an answer shows it. */
export const querySchema = described(
  z.strictObject({
    action: described(z.enum(ACTIONS), 'What the question wants done.'),
    language: described(z.enum(LANGUAGE_TAGS), 'Language of the answer.'),
    text: described(z.string(), 'The words that rank records, as they were written; empty where none are left.'),
    textLanguage: described(z.enum(LANGUAGE_TAGS), 'Language of `text`, where it is not `language`.').exactOptional(),
    clauses: described(
      z.array(z.discriminatedUnion('facet', [facetClause, periodClause])),
      'Filters; a record has to pass them all.',
    ),
    records: described(
      z.array(z.string().min(1)).min(1).max(MOST_NAMED),
      'Ids of records that the question names, most likely first.',
    ).exactOptional(),
    property: described(z.enum(PROPERTIES), 'What is asked of the records or of the plan.').exactOptional(),
    missing: described(
      z.string().min(1),
      'Id of something asked for that this collection holds for no record, such as a telephone number.',
    ).exactOptional(),
    focus: described(
      z.string().min(1),
      'Words of `text` that name what is wanted ("which bus"); a record that holds none of them is no answer.',
    ).exactOptional(),
    subject: subject.exactOptional(),
    breakdown: described(z.enum(FACETS), 'By what a count is divided, where the question says so.').exactOptional(),
    about: described(
      z.enum(ABOUTS),
      'What kind of list or record is wanted: the contents or fields of the plan, records that are late, new or ' +
        'ending, what something is, or a detail that the record may not say.',
    ).exactOptional(),
    page: described(z.int().min(1), 'Page of a list, from 1.'),
  }),
  'How the question was understood, as plain data: the same query gives the same answer on the same data and day.',
).meta({ id: 'Query' });
