import type { PlanRecord, RecordKind } from '../catalog/record-schemas.js';
import { RECORD_KINDS } from '../catalog/record-schemas.js';
import { listInWords } from './dates-in-words.js';
import type { Say } from './say.js';

/** "122 Maßnahmen", or "31 Einträge" where kinds are mixed. */
export function countInWords(records: readonly PlanRecord[], say: Say, asked?: RecordKind): string {
  const kinds = new Set(records.map((record) => record.kind));
  const [only] = kinds;
  const kind = asked ?? (kinds.size === 1 ? only : undefined);
  return say(kind === undefined ? 'kinds.any' : `kinds.${kind}`, { count: records.length });
}

/** "3 Institutionen und 1 Ereignis". */
export function kindsInWords(records: readonly PlanRecord[], say: Say): string {
  const parts = RECORD_KINDS.flatMap((kind) => {
    const count = records.filter((record) => record.kind === kind).length;
    return count === 0 ? [] : [say(`kinds.${kind}`, { count })];
  });
  return listInWords(parts, say.language);
}
