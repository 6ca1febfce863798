import type { PlanRecord } from '../catalog/record-schemas.js';
import type { Facet } from '../catalog/vocabulary-schemas.js';
import type { Subject } from '../question/query.js';
import type { DetailLine, OverviewAnswer, SourceLink } from './answer.js';
import { createCard } from './card.js';
import { type AnswerContext, evidenceOf } from './context.js';
import { kindsInWords } from './count-words.js';
import { dateInWords, listInWords } from './dates-in-words.js';
import { createDescribe } from './describe.js';
import { countFacet } from './facet-counts.js';
import { inLanguage } from './say.js';

/** The plan, a field, an organisation or a group at a glance. `records` are those that belong to it. */
export function composeOverview(
  subject: Subject,
  records: readonly PlanRecord[],
  context: AnswerContext,
): OverviewAnswer {
  const { say, catalog, query, pageSize } = context;
  const describe = createDescribe(catalog, say);
  const head = headOf(subject, records, context);
  const pages = Math.max(1, Math.ceil(records.length / pageSize));
  const page = Math.min(Math.max(1, query.page), pages);
  const facets: readonly Facet[] = ['kind', 'type', 'status', 'field', 'provenance'];
  return {
    kind: 'overview',
    language: query.language,
    ids: records.map(({ id }) => id),
    apart: [],
    offered: [],
    total: records.length,
    query: { ...query, page },
    sentences: head.sentences,
    notices: [...context.notices, ...head.notices],
    reasons: [],
    evidence: evidenceOf(context),
    title: head.title,
    details: head.details,
    breakdown: facets.map((facet) => countFacet(records, facet, context)).filter(({ counts }) => counts.length > 1),
    sources: head.sources,
    page,
    pages,
    cards: records.slice((page - 1) * pageSize, page * pageSize).map((record) => createCard(record, describe, say)),
  };
}

interface Head {
  readonly title: string;
  readonly sentences: readonly string[];
  readonly notices: readonly string[];
  readonly details: readonly DetailLine[];
  readonly sources: readonly SourceLink[];
}

function headOf(subject: Subject, records: readonly PlanRecord[], context: AnswerContext): Head {
  switch (subject.kind) {
    case 'plan':
      return planHead(context);
    case 'field':
      return fieldHead(subject.id, records, context);
    case 'group':
      return groupHead(subject.id, records, context);
    case 'organisation':
      return organisationHead(subject.id, records, context);
  }
}

function planHead(context: AnswerContext): Head {
  const { say, catalog, query } = context;
  const { plan } = catalog;
  const local = localiser(context);
  const record = catalog.records.get(plan.record);
  const confirmed = (plan.confirmedActionFields ?? []).map(({ id }) =>
    local(catalog.actionFields.get(id)?.label ?? {}),
  );
  const honest = say('plan.fieldsHonest', { confirmed: listInWords(confirmed, say.language) });
  const fields = [...catalog.actionFields.values()].map((field) => local(field.label));
  const summary = say('plan.overview', { title: local(plan.title.text), summary: local(record?.summary ?? {}) });
  const missing = say('plan.notAvailable', { items: listInWords(plan.notAvailable.map(local), say.language) });
  const lines: (readonly [string, string | undefined])[] = [
    [say('plan.adoptedLabel'), local(plan.adopted.text)],
    [say('label.lead'), local(plan.responsible.text)],
    [say('plan.aims'), plan.aims.map(({ text }) => local(text)).join('; ')],
    [say('plan.predecessorLabel'), plan.predecessor && local(plan.predecessor.text)],
    [say('plan.mandateLabel'), plan.mandate && local(plan.mandate.text)],
    [say('plan.preparationLabel'), plan.preparation && local(plan.preparation.text)],
    [say('plan.legalLabel'), plan.legalBasis && local(plan.legalBasis.text)],
    [say('plan.fieldsLabel'), fields.join('; ')],
  ];
  const details = lines.flatMap(([label, text]) => (text === undefined ? [] : [{ label, text }]));
  const notes = plan.adopted.note === undefined ? [] : [`${say('label.note')}: ${local(plan.adopted.note)}`];
  const describe = createDescribe(catalog, say);
  return {
    title: local(plan.title.text),
    sentences: query.about === 'plan-fields' ? [honest, missing] : [summary, honest, missing],
    notices: notes,
    details,
    sources: record === undefined ? [] : describe.sources(record),
  };
}

function fieldHead(id: string, records: readonly PlanRecord[], context: AnswerContext): Head {
  const { say, catalog } = context;
  const local = localiser(context);
  const field = catalog.actionFields.get(id);
  const label = local(field?.label ?? {});
  const basis = say(field?.basis === 'official' ? 'list.officialField' : 'list.editorialField', { field: label });
  return {
    title: label,
    sentences: [
      say('overview.field', { label, description: local(field?.description ?? {}) }),
      basis,
      `${kindsInWords(records, say)}.`,
    ],
    notices: [],
    details: [],
    sources: [],
  };
}

function groupHead(id: string, records: readonly PlanRecord[], context: AnswerContext): Head {
  const label = localiser(context)(context.catalog.targetGroups.get(id)?.label ?? {});
  return {
    title: label,
    sentences: [context.say('overview.group', { label }), `${kindsInWords(records, context.say)}.`],
    notices: [],
    details: [],
    sources: [],
  };
}

function organisationHead(id: string, records: readonly PlanRecord[], context: AnswerContext): Head {
  const { say, catalog } = context;
  const local = localiser(context);
  const organisation = catalog.organisations.get(id);
  const name = local(organisation?.name ?? {});
  const [heir, ...others] = organisation?.successors ?? [];
  const nameOf = (other: string): string => local(catalog.organisations.get(other)?.name ?? {});
  const before = [...catalog.organisations.values()].filter(({ successors }) => successors?.[0] === id);
  const date = (value: string): string => dateInWords(value, say.language);
  const since = heir === undefined ? undefined : catalog.organisations.get(heir)?.validFrom;
  const history = [
    ...(organisation?.validFrom === undefined
      ? []
      : [say('overview.validFrom', { date: date(organisation.validFrom) })]),
    ...(organisation?.validTo === undefined ? [] : [say('overview.validTo', { date: date(organisation.validTo) })]),
    ...before.map((earlier) => say('overview.predecessor', { name: local(earlier.name) })),
    ...(heir === undefined
      ? []
      : since === undefined
        ? [say('overview.successorUndated', { name: nameOf(heir) })]
        : [say('overview.successor', { name: nameOf(heir), date: date(since) })]),
    ...others.map((other) => say('overview.otherSuccessors', { name: nameOf(other) })),
  ];
  return {
    title: name,
    sentences: [
      say('overview.organisation', { name }),
      ...history,
      ...(records.length === 0 ? [] : [say('overview.organisationLeads', { what: kindsInWords(records, say) })]),
    ],
    notices: organisation?.note === undefined ? [] : [`${say('label.note')}: ${local(organisation.note)}`],
    details: [],
    sources: [],
  };
}

function localiser({ say }: AnswerContext) {
  return (texts: { readonly [tag: string]: string | undefined }): string => inLanguage(texts, say.language).text;
}
