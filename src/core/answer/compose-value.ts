import type { PlanRecord } from '../catalog/record-schemas.js';
import type { PlanValue } from '../catalog/reference-schemas.js';
import type { Property } from '../catalog/vocabulary-schemas.js';
import type { Reason, ValueAnswer } from './answer.js';
import { createCard } from './card.js';
import { type AnswerContext, evidenceOf } from './context.js';
import { dateInWords, listInWords } from './dates-in-words.js';
import { createDescribe } from './describe.js';
import { recordValue } from './record-value.js';
import { inLanguage } from './say.js';

/** The value asked for, in one sentence for each record; says so where the sources do not give it. */
export function composeValue(
  records: readonly PlanRecord[],
  property: Property,
  context: AnswerContext,
  reasons: readonly Reason[] = [],
): ValueAnswer {
  const { say, catalog } = context;
  const describe = createDescribe(catalog, say);
  const found = records.map((record) => ({ record, value: recordValue(record, property, context) }));
  const known = found.filter(({ value }) => value !== undefined);
  const unknown = found.filter(({ value }) => value === undefined);
  const name = say(`property.${property}`);
  const related = unknown.length === records.length ? relatedWith(records, property, context) : [];
  const sentences = found.map(
    ({ record, value }) =>
      value?.sentence ?? say('answer.unknown', { title: describe.shortTitle(record), property: name }),
  );
  const notes = known.flatMap(({ record }) =>
    record.note === undefined ? [] : [`${say('label.note')}: ${inLanguage(record.note, say.language).text}`],
  );
  return {
    ...base(context),
    ids: known.map(({ record }) => record.id),
    offered: [...unknown.map(({ record }) => record.id), ...related.map(({ id }) => id)],
    total: known.length,
    sentences,
    notices: [
      ...context.notices,
      ...(records.length === 1 ? notes : []),
      ...(related.length === 0
        ? []
        : [say('answer.related', { titles: listInWords(related.map(describe.shortTitle), say.language) })]),
    ],
    reasons,
    property,
    known: known.length > 0,
    rows: found.map(({ record, value }) => ({
      id: record.id,
      title: describe.shortTitle(record),
      ...(value === undefined ? {} : { value: value.value }),
    })),
    cards: records.slice(0, context.pageSize).map((record) => createCard(record, describe, say)),
  };
}

/** How many related records are named where a record itself does not say. */
const MOST_RELATED = 2;

/** Related records whose sources do give what the record's do not. */
function relatedWith(records: readonly PlanRecord[], property: Property, context: AnswerContext): PlanRecord[] {
  return records
    .flatMap((record) => record.related ?? [])
    .flatMap((id) => context.catalog.records.get(id) ?? [])
    .filter((record) => recordValue(record, property, context) !== undefined)
    .slice(0, MOST_RELATED);
}

/** Something that the collection holds for no record: said plainly, with the nearest record only offered. */
export function composeMissing(label: string, nearest: readonly PlanRecord[], context: AnswerContext): ValueAnswer {
  const { say, catalog } = context;
  const describe = createDescribe(catalog, say);
  const [first] = nearest;
  return {
    ...base(context),
    ids: [],
    offered: nearest.map(({ id }) => id),
    total: 0,
    sentences: [
      first === undefined
        ? say('answer.unknownGeneral', { property: label })
        : say('answer.unknownNearest', { property: label, title: describe.shortTitle(first) }),
    ],
    notices: context.notices,
    reasons: [],
    property: 'missing',
    known: false,
    rows: [],
    cards: nearest.map((record) => createCard(record, describe, say)),
  };
}

/** A value of the plan itself, from `data/plan.yaml`. */
export function composePlanValue(property: Property, context: AnswerContext): ValueAnswer {
  const { say, catalog } = context;
  const record = catalog.records.get(catalog.plan.record);
  const describe = createDescribe(catalog, say);
  const found = planSentences(property, context);
  const local = (texts: { readonly [tag: string]: string | undefined }): string => inLanguage(texts, say.language).text;
  const missing = say('plan.notAvailable', { items: listInWords(catalog.plan.notAvailable.map(local), say.language) });
  return {
    ...base(context),
    ids: found === undefined ? [] : [catalog.plan.record],
    offered: found === undefined ? [catalog.plan.record] : [],
    total: found === undefined ? 0 : 1,
    sentences: found?.sentences ?? [say('plan.unknownValue'), missing],
    notices: [...context.notices, ...(found?.notes ?? [])],
    reasons: [],
    property,
    known: found !== undefined,
    rows: [
      {
        id: catalog.plan.record,
        title: local(catalog.plan.title.text),
        ...(found === undefined ? {} : { value: found.sentences.join(' ') }),
      },
    ],
    cards: record === undefined ? [] : [createCard(record, describe, say)],
  };
}

function planSentences(
  property: Property,
  { catalog, say }: AnswerContext,
): { readonly sentences: readonly string[]; readonly notes: readonly string[] } | undefined {
  const { plan } = catalog;
  const { language } = say;
  const local = (texts: { readonly [tag: string]: string | undefined }): string => inLanguage(texts, language).text;
  const organisation = (id: string): string => local(catalog.organisations.get(id)?.name ?? {});
  const give = (...values: readonly (PlanValue | undefined)[]) => {
    const given = values.filter((value) => value !== undefined);
    if (given.length === 0) return undefined;
    return {
      sentences: given.map((value) => local(value.text)),
      notes: given.flatMap((value) => (value.note === undefined ? [] : [`${say('label.note')}: ${local(value.note)}`])),
    };
  };
  switch (property) {
    case 'adoptedBy': {
      const given = give(plan.adopted);
      return (
        given && { ...given, sentences: [say('plan.adoptedBy', { by: local(plan.adopted.by) }), ...given.sentences] }
      );
    }
    case 'adopted':
    case 'start':
    case 'duration':
      return give(plan.adopted);
    case 'lead': {
      const given = give(plan.responsible);
      const { today, lead } = plan.responsible;
      if (given === undefined || today === undefined) return given;
      const successor = organisation(today);
      const since = catalog.organisations.get(today)?.validFrom;
      const name = organisation(lead);
      const now =
        since === undefined
          ? say('value.leadNowUndated', { lead: name, successor })
          : say('value.leadNow', { lead: name, successor, date: dateInWords(since, language) });
      return { ...given, sentences: [...given.sentences, `${now}.`] };
    }
    case 'predecessor':
      return give(plan.predecessor);
    case 'aims':
      return give(...plan.aims);
    case 'legalBasis':
      return give(plan.legalBasis);
    case 'mandate':
      return give(plan.mandate);
    case 'preparation':
    case 'partners':
      return give(plan.preparation);
    case 'status':
      return give(plan.character);
    case 'source':
      return {
        sentences: plan.title.sources.map((source) => `${source.title}: ${source.url}`),
        notes: [],
      };
    case 'place':
    case 'contact':
    case 'audience':
    case 'field':
    case 'type':
    case 'provenance':
    case 'end':
    case 'funding':
    case 'presented':
    case 'number':
      return undefined;
  }
}

function base(context: AnswerContext) {
  return {
    kind: 'value',
    language: context.query.language,
    apart: [],
    query: context.query,
    evidence: evidenceOf(context),
  } as const;
}
