import type { Catalog } from '../catalog/catalog.js';
import type { PlanRecord, RecordSource } from '../catalog/record-schemas.js';
import type { RecordEvidence, SourceLink } from './answer.js';
import { dateInWords, listInWords } from './dates-in-words.js';
import { inLanguage, type Say } from './say.js';

/** Words for the fields of a record, in one language. */
export interface Describe {
  readonly title: (record: PlanRecord) => string;
  readonly shortTitle: (record: PlanRecord) => string;
  readonly status: (record: PlanRecord) => string;
  readonly period: (record: PlanRecord) => string | undefined;
  readonly lead: (record: PlanRecord) => string;
  readonly partners: (record: PlanRecord) => string | undefined;
  readonly groups: (record: PlanRecord) => string;
  readonly regions: (record: PlanRecord) => string;
  readonly fields: (record: PlanRecord) => string;
  /** Every sum as the sources put it, or only those of one year. */
  readonly funding: (record: PlanRecord, year?: string) => string | undefined;
  readonly sources: (record: PlanRecord) => SourceLink[];
  readonly evidence: (record: PlanRecord) => RecordEvidence;
}

/** Prepares the words for a catalogue and language. */
export function createDescribe(catalog: Catalog, say: Say): Describe {
  const { language } = say;
  const local = (texts: { readonly [tag: string]: string | undefined }): string => inLanguage(texts, language).text;
  const date = (value: string): string => dateInWords(value, language);
  const list = (items: readonly string[]): string => listInWords(items, language);
  const organisation = (id: string): string => local(catalog.organisations.get(id)?.name ?? {}) || id;

  const status = (record: PlanRecord): string => {
    const text = say(`status.${record.status}`);
    return record.asOf === undefined
      ? say('evidence.statusUndated', { status: text })
      : say('evidence.statusAsOf', { status: text, date: date(record.asOf) });
  };
  const lead = (record: PlanRecord): string => {
    const name = organisation(record.lead);
    const own = catalog.organisations.get(record.lead);
    const next = own?.successors?.[0];
    if (next === undefined) return name;
    const successor = organisation(next);
    const since = catalog.organisations.get(next)?.validFrom ?? own?.validTo;
    return since === undefined
      ? say('value.leadNowUndated', { lead: name, successor })
      : say('value.leadNow', { lead: name, successor, date: date(since) });
  };
  const regions = (record: PlanRecord): string => {
    const named = record.regions.map((id) => catalog.regions.get(id)).filter((region) => region !== undefined);
    const state = named.find((region) => region.kind === 'state');
    const places = named.filter((region) => region.kind !== 'state').map((region) => local(region.name));
    const where =
      state === undefined || places.length === 0
        ? list(named.map((region) => local(region.name)))
        : say('value.regionWithSites', { places: list(places) });
    return record.regionNote === undefined
      ? where
      : say('value.regionNote', { region: where, note: local(record.regionNote) });
  };
  const groups = (record: PlanRecord): string => {
    // Labels hold commas and "und" themselves.
    const names = record.targetGroups.map((id) => local(catalog.targetGroups.get(id)?.label ?? {})).join('; ');
    return record.targetNote === undefined
      ? names
      : say('value.groupNote', { groups: names, note: local(record.targetNote) });
  };
  const period = (record: PlanRecord): string | undefined => {
    const { start, end } = record.period ?? {};
    if (start !== undefined && end !== undefined) {
      return start === end ? date(start) : say('value.periodFromTo', { start: date(start), end: date(end) });
    }
    if (start !== undefined) return say('value.periodFrom', { start: date(start) });
    return end === undefined ? undefined : say('value.periodTo', { end: date(end) });
  };
  const sourceText = ({ title, date: dated, page, checkedOn }: RecordSource): string => {
    const paged = page === undefined ? title : say('evidence.sourcePage', { title, page });
    const named =
      dated === undefined
        ? say('evidence.sourceUndated', { title: paged })
        : say('evidence.sourceDated', { title: paged, date: date(dated) });
    return checkedOn === undefined ? named : say('evidence.sourceChecked', { source: named, date: date(checkedOn) });
  };
  const source = (entry: RecordSource): SourceLink => ({
    title: entry.title,
    url: entry.url,
    text: sourceText(entry),
    ...(entry.date === undefined ? {} : { date: date(entry.date) }),
    ...(entry.checkedOn === undefined ? {} : { checkedOn: date(entry.checkedOn) }),
    ...(entry.page === undefined ? {} : { page: String(entry.page) }),
  });
  const sources = (record: PlanRecord): SourceLink[] => record.sources.map(source);
  return {
    title: (record) => local(record.title),
    shortTitle: (record) => local(record.shortTitle),
    status,
    period,
    lead,
    partners: (record) => {
      const names = (record.partners ?? []).map((partner) =>
        'id' in partner ? organisation(partner.id) : partner.name,
      );
      return names.length === 0 ? undefined : list(names);
    },
    groups,
    regions,
    fields: (record) => {
      const field = catalog.actionFields.get(record.actionField);
      const key = field?.basis === 'official' ? 'value.fieldOfficial' : 'value.fieldEditorial';
      return say(key, { field: local(field?.label ?? {}) });
    },
    funding: (record, year) => {
      const all = record.funding ?? [];
      const asked =
        year === undefined ? all : all.filter((entry) => `${entry.period} ${local(entry.text)}`.includes(year));
      const lines = asked.map((entry) => {
        const text = local(entry.text);
        return entry.period === undefined ? text : say('value.fundingPeriod', { period: entry.period, text });
      });
      return lines.length === 0 ? undefined : lines.join('; ');
    },
    sources,
    evidence: (record) => ({
      id: record.id,
      status: record.status,
      statusText: say(`status.${record.status}`),
      asOfText: status(record),
      provenance: record.provenance,
      provenanceText: say(`provenance.${record.provenance}`),
      sources: sources(record),
    }),
  };
}
