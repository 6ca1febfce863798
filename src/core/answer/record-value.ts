import type { PlanRecord } from '../catalog/record-schemas.js';
import type { Property } from '../catalog/vocabulary-schemas.js';
import { isPeriodClause } from '../question/query.js';
import { contactOf } from './compose-record.js';
import type { AnswerContext } from './context.js';
import { dateInWords } from './dates-in-words.js';
import { createDescribe } from './describe.js';
import { quoteNumber } from './quote-number.js';
import { inLanguage } from './say.js';

/** A value in words, alone and as a sentence. */
export interface RecordValue {
  readonly value: string;
  readonly sentence: string;
}

/** What the sources say of one property of a record; undefined where they do not. */
export function recordValue(record: PlanRecord, property: Property, context: AnswerContext): RecordValue | undefined {
  const { say, today } = context;
  const describe = createDescribe(context.catalog, say);
  const title = describe.shortTitle(record);
  const date = (value: string): string => dateInWords(value, say.language);
  const { start, end } = record.period ?? {};
  switch (property) {
    case 'start':
    case 'adopted': {
      if (start === undefined) return undefined;
      const when = record.kind === 'event' ? (describe.period(record) ?? date(start)) : date(start);
      return {
        value: when,
        sentence: say(record.kind === 'event' ? 'answer.startEvent' : 'answer.start', { title, date: when }),
      };
    }
    case 'end': {
      if (end === undefined) return undefined;
      const past = end < today.slice(0, end.length);
      return { value: date(end), sentence: say(past ? 'answer.endPast' : 'answer.end', { title, date: date(end) }) };
    }
    case 'duration': {
      const period = describe.period(record);
      if (period === undefined) return undefined;
      const key = end === undefined ? 'answer.durationOpen' : 'answer.duration';
      return { value: period, sentence: say(key, { title, period }) };
    }
    case 'lead':
    case 'adoptedBy': {
      const lead = describe.lead(record);
      return { value: lead, sentence: say('answer.lead', { title, lead }) };
    }
    case 'partners':
      return sentence('answer.partners', 'partners', describe.partners(record));
    case 'funding':
      return sentence('answer.funding', 'funding', describe.funding(record, askedYear(context))?.replace(/\.$/, ''));
    case 'place':
      return sentence('answer.place', 'place', describe.regions(record));
    case 'audience':
      return sentence('answer.audience', 'groups', describe.groups(record));
    case 'status':
      return sentence(
        'answer.status',
        'status',
        [describe.status(record), describe.period(record)].filter((part) => part !== undefined).join('; '),
      );
    case 'source': {
      const sources = describe.sources(record).map((link) => `${link.text} ${link.url}`);
      return sentence('answer.source', 'sources', sources.join('; '));
    }
    case 'field':
      return sentence('answer.field', 'field', describe.fields(record));
    case 'type':
      return sentence(
        'answer.type',
        'type',
        record.kind === 'measure' ? say(`type.${record.type}`) : say(`kind.${record.kind}`),
      );
    case 'provenance':
      return sentence('answer.provenance', 'provenance', say(`provenance.${record.provenance}`));
    case 'contact':
      return contactValue(record, title, context);
    case 'predecessor':
    case 'aims':
    case 'legalBasis':
    case 'mandate':
    case 'preparation':
    case 'presented':
      return undefined;
    case 'number': {
      const quote = quoteNumber(record, context);
      return quote === undefined ? undefined : { value: quote, sentence: say('answer.number', { title, quote }) };
    }
  }

  function sentence(
    key:
      | 'answer.partners'
      | 'answer.funding'
      | 'answer.place'
      | 'answer.audience'
      | 'answer.status'
      | 'answer.source'
      | 'answer.field'
      | 'answer.type'
      | 'answer.provenance',
    name: string,
    value: string | undefined,
  ): RecordValue | undefined {
    return value === undefined || value === '' ? undefined : { value, sentence: say(key, { title, [name]: value }) };
  }
}

/** The one year that a question about money names, if it does. */
function askedYear({ query }: AnswerContext): string | undefined {
  const period = query.clauses.find(isPeriodClause);
  return period?.from !== undefined && period.from === period.to ? period.from.slice(0, 4) : undefined;
}

/** A record without a contact offers its lead's page. */
function contactValue(record: PlanRecord, title: string, context: AnswerContext): RecordValue | undefined {
  const { say, catalog } = context;
  const own = contactOf(record, context);
  if (own !== undefined) {
    const contact = `${own.label}: ${own.url.replace(/^mailto:/, '')}`;
    return { value: contact, sentence: say('answer.contact', { title, contact }) };
  }
  const lead = catalog.organisations.get(record.lead);
  if (lead?.url === undefined) return undefined;
  const name = inLanguage(lead.name, say.language).text;
  return { value: lead.url, sentence: say('answer.contactOfLead', { title, lead: name, url: lead.url }) };
}
