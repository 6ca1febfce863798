import type { LanguageTag } from '../language/languages.js';
import type { Fault } from './fault.js';
import type { PlanRecord } from './record-schemas.js';
import type { ActionField, Organisation, Plan, Region, TargetGroup } from './reference-schemas.js';
import type { TextTemplates } from './texts.js';
import type { Concept, Phrases } from './vocabulary-schemas.js';

/** Everything in `data/` that answers come from: checked, and with every reference in place. */
export interface Catalog {
  readonly plan: Plan;
  readonly actionFields: ReadonlyMap<string, ActionField>;
  readonly targetGroups: ReadonlyMap<string, TargetGroup>;
  readonly organisations: ReadonlyMap<string, Organisation>;
  readonly regions: ReadonlyMap<string, Region>;
  /** Public records by id, in the order of their ids. */
  readonly records: ReadonlyMap<string, PlanRecord>;
  /** Records that are checked but not shown. */
  readonly drafts: ReadonlyMap<string, PlanRecord>;
  readonly concepts: ReadonlyMap<string, Concept>;
  readonly phrases: Phrases;
  readonly texts: Readonly<Record<LanguageTag, TextTemplates>>;
  readonly version: DataVersion;
}

/** Which data answers. */
export interface DataVersion {
  /** Hash of every file that answers depend on. */
  readonly hash: string;
  /** Date of the newest change (ISO day), where the reader of the files knows it. */
  readonly date?: string;
}

/** `data/` is broken; `faults` lists everything that an editor has to mend. */
export class DataError extends Error {
  readonly code = 'DATA_INVALID';
  readonly faults: readonly Fault[];

  constructor(faults: readonly Fault[]) {
    super(`data/ has ${faults.length} fault(s); run "planlotse check" to list them`);
    this.name = 'DataError';
    this.faults = faults;
  }
}
