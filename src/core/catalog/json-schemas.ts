import { z } from 'zod';
import type { Catalog } from './catalog.js';
import { goldenFile } from './golden.js';
import { RECORD_SCHEMAS } from './record-schemas.js';
import { actionFields, organisations, plan, regions, targetGroups } from './reference-schemas.js';
import { described, REFERENCE_TARGETS, type ReferenceTarget } from './schema-parts.js';
import { TEXT_PLACEHOLDERS } from './text-keys.js';
import { textTemplate } from './texts.js';
import { concepts, phrases } from './vocabulary-schemas.js';

/**
 * The JSON Schemas (draft 7) that let an editor complete, explain and check the files of `data/`, by file name.
 * The ids of a catalogue are offered where a file refers to them.
 */
export function createJsonSchemas(catalog: Catalog): ReadonlyMap<string, object> {
  const ids = knownIds(catalog);
  return new Map(
    Object.entries(SCHEMAS).map(([name, { title, schema }]) => {
      const { $schema, ...body } = z.toJSONSchema(schema, { target: 'draft-7', io: 'input' });
      const used = new Set<ReferenceTarget>();
      const completed = complete(body, used);
      return [`${name}.schema.json`, { $schema, title, ...completed, ...definitionsOf(used, ids) }];
    }),
  );
}

const texts = z.strictObject(
  Object.fromEntries(
    Object.entries(TEXT_PLACEHOLDERS).map(([key, names]) => [key, described(textTemplate, placeholderHelp(names))]),
  ),
);

function placeholderHelp(names: readonly string[]): string {
  if (names.length === 0) return 'Ohne Platzhalter.';
  const plural = names.includes('count') ? ' one und other sind Einzahl und Mehrzahl nach {count}.' : '';
  return `Platzhalter, die stehen bleiben müssen: ${names.map((name) => `{${name}}`).join(' ')}.${plural}`;
}

const SCHEMAS: Readonly<Record<string, { readonly title: string; readonly schema: z.ZodType }>> = {
  measure: { title: 'Maßnahme', schema: RECORD_SCHEMAS.measure },
  institution: { title: 'Institution', schema: RECORD_SCHEMAS.institution },
  fact: { title: 'Hintergrund', schema: RECORD_SCHEMAS.fact },
  event: { title: 'Ereignis', schema: RECORD_SCHEMAS.event },
  plan: { title: 'Plan', schema: plan },
  'action-fields': { title: 'Handlungsfelder', schema: actionFields },
  'target-groups': { title: 'Zielgruppen', schema: targetGroups },
  organisations: { title: 'Organisationen', schema: organisations },
  regions: { title: 'Orte und Gebiete', schema: regions },
  concepts: { title: 'Begriffe', schema: concepts },
  phrases: { title: 'Wendungen', schema: phrases },
  texts: { title: 'Sätze des Bots', schema: texts },
  golden: { title: 'Goldene Fragen', schema: goldenFile },
};

/** Ids that a file may refer to, with what they are called. */
type KnownIds = Readonly<Record<ReferenceTarget, ReadonlyMap<string, string>>>;

function knownIds(catalog: Catalog): KnownIds {
  const records = [...catalog.records.values(), ...catalog.drafts.values()];
  return {
    actionFields: labelled([...catalog.actionFields.values()], ({ label }) => label.de),
    targetGroups: labelled([...catalog.targetGroups.values()], ({ label }) => label.de),
    organisations: labelled([...catalog.organisations.values()], ({ name }) => name.de),
    regions: labelled([...catalog.regions.values()], ({ name }) => name.de),
    records: labelled(records, ({ shortTitle }) => shortTitle.de),
    concepts: labelled([...catalog.concepts.values()], ({ label }) => label.de),
  };
}

function labelled<T extends { readonly id: string }>(
  entries: readonly T[],
  labelOf: (entry: T) => string | undefined,
): ReadonlyMap<string, string> {
  const pairs = entries.map((entry): [string, string] => [entry.id, labelOf(entry) ?? entry.id]);
  return new Map(pairs.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Where the ids of a list stand. */
const PLACES: Readonly<Record<ReferenceTarget, string>> = {
  actionFields: 'action-fields.yaml',
  targetGroups: 'target-groups.yaml',
  organisations: 'organisations.yaml',
  regions: 'regions.yaml',
  records: 'measures/, institutions/, facts/ und events/ (Dateiname ohne .yaml)',
  concepts: 'vocabulary/',
};

/** Short lists that seldom grow; in others any id passes, so that one added since is not called wrong. */
const CLOSED: readonly ReferenceTarget[] = ['actionFields', 'targetGroups', 'regions'];

function definitionsOf(used: ReadonlySet<ReferenceTarget>, ids: KnownIds): { readonly definitions?: Node } {
  if (used.size === 0) return {};
  return { definitions: Object.fromEntries([...used].sort().map((target) => [target, definition(target, ids)])) };
}

function definition(target: ReferenceTarget, ids: KnownIds): Node {
  const values = { type: 'string', enum: [...ids[target].keys()], enumDescriptions: [...ids[target].values()] };
  const advice = CLOSED.includes(target) ? ' Ist sie neu, hilft: npm run schemas.' : '';
  return { ...values, errorMessage: `Hier steht eine Kennung aus ${PLACES[target]}.${advice}` };
}

type Node = Readonly<Record<string, unknown>>;

/** Puts the known ids where a schema refers to them. */
function complete(node: Node, used: Set<ReferenceTarget>): Node {
  const { refersTo, ...own } = node;
  const inner = Object.fromEntries(Object.entries(own).map(([key, value]) => [key, completeValue(value, used)]));
  if (isTarget(refersTo)) {
    used.add(refersTo);
    return offer(inner, refersTo);
  }
  return inner;
}

function completeValue(value: unknown, used: Set<ReferenceTarget>): unknown {
  if (Array.isArray(value)) return value.map((entry) => completeValue(entry, used));
  return isNode(value) ? complete(value, used) : value;
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null;
}

function isTarget(name: unknown): name is ReferenceTarget {
  return REFERENCE_TARGETS.some((target) => target === name);
}

function offer({ description, ...form }: Node, target: ReferenceTarget): Node {
  const known = { $ref: `#/definitions/${target}` };
  return { description, anyOf: CLOSED.includes(target) ? [known] : [known, form] };
}
