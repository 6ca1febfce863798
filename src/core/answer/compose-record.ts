import type { PlanRecord } from '../catalog/record-schemas.js';
import type { DetailLine, RecordAnswer } from './answer.js';
import { createCard } from './card.js';
import { type AnswerContext, evidenceOf } from './context.js';
import { dateInWords } from './dates-in-words.js';
import { createDescribe } from './describe.js';
import { inLanguage } from './say.js';

/** One record in full: summary, every field that the sources fill, contact, related records. */
export function composeRecord(
  record: PlanRecord,
  context: AnswerContext,
  beside: { readonly apart?: readonly PlanRecord[]; readonly sentences?: readonly string[] } = {},
): RecordAnswer {
  const { say, catalog, query, today } = context;
  const { language } = say;
  const describe = createDescribe(catalog, say);
  const local = (texts: { readonly [tag: string]: string | undefined }): string => inLanguage(texts, language).text;
  const details: DetailLine[] = [];
  const add = (label: string, text: string | undefined): void => {
    if (text !== undefined && text !== '') details.push({ label, text });
  };
  add(say('label.period'), describe.period(record));
  add(say('label.lead'), describe.lead(record));
  add(say('label.partners'), describe.partners(record));
  add(say('label.groups'), describe.groups(record));
  add(say('label.field'), describe.fields(record));
  add(say('label.regions'), describe.regions(record));
  add(say('label.funding'), describe.funding(record));
  for (const update of record.updates ?? []) {
    add(say('label.updates'), `${dateInWords(update.date, language)}: ${local(update.text)}`);
  }
  add(say('label.note'), record.note === undefined ? undefined : local(record.note));
  add(say('label.plain'), record.plain?.text);
  const contact = contactOf(record, context);
  const related = (record.related ?? []).flatMap((id) => {
    const other = catalog.records.get(id);
    return other === undefined ? [] : [{ id, title: describe.shortTitle(other) }];
  });
  const late = isLate(record, today)
    ? [
        say('value.late', {
          date: dateInWords(record.period?.end ?? '', language),
          status: say(`status.${record.status}`),
        }),
      ]
    : [];
  return {
    kind: 'record',
    language: query.language,
    ids: [record.id],
    apart: (beside.apart ?? []).map(({ id }) => id),
    offered: [],
    total: 1,
    query,
    sentences: [describe.title(record), ...(beside.sentences ?? [])],
    notices: [...context.notices, ...late, ...(contact === undefined ? nearestService(record, context) : [])],
    reasons: [{ id: record.id, words: [], text: say('reason.named') }],
    evidence: evidenceOf(context),
    card: createCard(record, describe, say),
    summary: local(record.summary),
    details,
    ...(contact === undefined ? {} : { contact }),
    related,
  };
}

/** Where a record has no contact, the nearest related office or advice service that has one. */
function nearestService(record: PlanRecord, { catalog, say }: AnswerContext): string[] {
  const service = (record.related ?? [])
    .flatMap((id) => catalog.records.get(id) ?? [])
    .filter((other) => other.kind === 'institution' || (other.kind === 'measure' && other.type === 'counselling'))
    .find((other) => other.contact?.url !== undefined);
  if (service?.contact?.url === undefined) return [];
  const title = inLanguage(service.shortTitle, say.language).text;
  return [say('record.noContact', { service: title, url: service.contact.url })];
}

/** A page to click: the record's contact, called an info page where it is only one of its sources. */
export function contactOf(
  record: PlanRecord,
  { say }: Pick<AnswerContext, 'say'>,
): { readonly label: string; readonly url: string } | undefined {
  const { mailbox, url } = record.contact ?? {};
  if (mailbox !== undefined) return { label: say('label.contact'), url: `mailto:${mailbox}` };
  if (url === undefined) return undefined;
  const isSource = record.sources.some((source) => source.url === url);
  return { label: say(isSource ? 'label.info' : 'label.contact'), url };
}

/** "Late" is computed, never stated: an end before today while the sources say planned or running. */
export function isLate(record: PlanRecord, today: string): boolean {
  const end = record.period?.end;
  if (end === undefined || (record.status !== 'running' && record.status !== 'planned')) return false;
  return end < today.slice(0, end.length);
}
