import type { Intent, Property } from '../catalog/vocabulary-schemas.js';
import type { Action, Clause, Query, Subject } from './query.js';

/** Everything found in a question that bears on what it wants. */
export interface Findings {
  readonly intents: readonly Intent[];
  readonly property: Property | undefined;
  readonly records: readonly string[];
  /** It names the plan, and not just as a word of its topic. */
  readonly plan: boolean;
  readonly missing: string | undefined;
  readonly topicLength: number;
  readonly clauses: readonly Clause[];
  /** The one field, group or organisation that it names. */
  readonly subject: Subject | undefined;
  readonly asksForKind: boolean;
  /** A question word stands in it that no phrase has taken, or it asks for something of what it names. */
  readonly asksDetail: boolean;
  /** Nothing but the words themselves, so perhaps a name. */
  readonly isBare: boolean;
}

/** What a question wants. */
export interface Decision {
  readonly action: Action;
  readonly property?: Property;
  readonly subject?: Subject;
  readonly about?: NonNullable<Query['about']>;
}

/** Properties that everyday questions about a topic name without meaning one record's ("wo", "für wen"). */
const LOOSE: ReadonlySet<Property> = new Set([
  'place',
  'audience',
  'aims',
  'mandate',
  'source',
  'predecessor',
  'lead',
  'legalBasis',
]);

/** Properties that only the plan has, whoever else the question names. */
const PLAN_ONLY: ReadonlySet<Property> = new Set(['presented', 'adoptedBy', 'adopted', 'preparation']);

/** Words beside a question about the bot itself; with more of them it is about something else. */
const FEW_WORDS = 2;

const PLAN: Subject = { kind: 'plan', id: 'plan' };

/** Decides what is wanted, from the most particular wish to the plain list. */
export function decideAction(found: Findings): Decision {
  return (
    aboutTheBot(found) ?? aboutThePlanOrCount(found) ?? aboutTime(found) ?? aboutAProperty(found) ?? aboutAThing(found)
  );
}

function aboutTheBot({ intents, records, plan, topicLength, clauses, asksForKind }: Findings): Decision | undefined {
  const has = (intent: Intent): boolean => intents.includes(intent);
  const isItself = records.length === 0 && !asksForKind && topicLength <= FEW_WORDS;
  const isBare = topicLength === 0 && records.length === 0 && !plan && clauses.length === 0;
  if (has('privacy') && isItself) return { action: 'privacy' };
  if (has('about') && isItself && !plan) return { action: 'about' };
  if (has('help') && isItself && clauses.length === 0 && !plan) return { action: 'help' };
  if (has('thanks') && isBare) return { action: 'thanks' };
  return has('greeting') && isBare ? { action: 'greeting' } : undefined;
}

function aboutThePlanOrCount(found: Findings): Decision | undefined {
  const { intents, records, plan, topicLength, clauses, asksForKind, property, missing, subject } = found;
  const ofPlan = plan && records.length === 0 ? { subject: PLAN } : {};
  const isPlanFields = intents.includes('plan-fields') && topicLength === 0 && !asksForKind && subject === undefined;
  if (isPlanFields && (plan || clauses.length === 0)) {
    return { action: 'overview', subject: PLAN, about: 'plan-fields' };
  }
  if (missing !== undefined) return { action: 'value', ...ofPlan };
  if (intents.includes('count')) {
    const countsRecords = topicLength === 0 || asksForKind || clauses.some(({ facet }) => facet === 'status');
    // The things counted are none of the collection's: only a text can say how many there are.
    if (!countsRecords) return { action: 'value', property: 'number', ...ofPlan };
    return { action: 'count', ...(plan ? { about: 'plan-contents' } : {}) };
  }
  const asksContents = intents.includes('contents') && property === undefined && topicLength > 0;
  return plan && (asksForKind || asksContents) ? { action: 'list', about: 'plan-contents' } : undefined;
}

function aboutTime({ intents, records, plan }: Findings): Decision | undefined {
  if (intents.includes('late')) return { action: 'list', about: 'late' };
  if (records.length > 0) return undefined;
  if (intents.includes('ending') && !plan) return { action: 'list', about: 'ending' };
  return intents.includes('new') ? { action: 'list', about: 'new' } : undefined;
}

function aboutAProperty(found: Findings): Decision | undefined {
  const { property, records, plan, topicLength, clauses, subject, asksForKind } = found;
  if (property === undefined || asksForKind || isHelpSeeking(found)) return undefined;
  if (records.length > 0 && !(plan && PLAN_ONLY.has(property))) return { action: 'value', property };
  if (plan) return { action: 'value', property, subject: PLAN };
  // Presented is what a measure was when it began.
  if (property === 'presented') return aboutAProperty({ ...found, property: 'start' });
  if (topicLength > 0) return LOOSE.has(property) ? undefined : { action: 'value', property };
  if (clauses.length === 0) return { action: 'value', property };
  const ofSubject = property === 'contact' || property === 'lead';
  return subject !== undefined && ofSubject ? { action: 'overview', subject } : undefined;
}

/** "Wo bekomme ich Hilfe bei …" wants records, not the place of one. */
function isHelpSeeking({ intents, property, records }: Findings): boolean {
  const ofPlace = property === 'place' || property === 'contact' || property === 'audience';
  return records.length === 0 && intents.includes('contact-wanted') && ofPlace;
}

function aboutAThing(found: Findings): Decision {
  const { intents, records, plan, topicLength, clauses, subject, asksForKind, asksDetail, isBare } = found;
  const has = (intent: Intent): boolean => intents.includes(intent);
  if (plan && records.length === 0) {
    return { action: 'overview', subject: PLAN, ...(topicLength > 0 ? { about: 'detail' } : {}) };
  }
  if (subject !== undefined && topicLength === 0 && records.length === 0 && !asksForKind) {
    const isOrganisation = subject.kind === 'organisation' && clauses.length === 1;
    if (has('overview') || isOrganisation || (has('what-is') && subject.kind !== 'group')) {
      return { action: 'overview', subject };
    }
  }
  // The word for a kind then belongs to the name: "WIR programme".
  const isNameAlone = topicLength === 0 && clauses.length === 0;
  if (records.length > 0 && (!asksForKind || isNameAlone)) {
    const isDetail = asksDetail && topicLength > 0;
    return { action: 'record', ...(isDetail ? { about: 'detail' } : {}) };
  }
  if (has('contact-wanted') && !asksForKind) return { action: 'list', about: 'who-helps' };
  return has('what-is') || isBare ? { action: 'list', about: 'what-is' } : { action: 'list' };
}
