/** What became of one field. A list names only what went and what came. */
export interface FieldChange {
  readonly kind: 'value' | 'list';
  /** Keys from the outside in, with dots between them; entries of lists count from 1. */
  readonly field: string;
  readonly old?: string;
  readonly new?: string;
}

/** Compares two values of `data/` field by field. Absent fields are undefined. */
export function compareValues(old: unknown, next: unknown, field = ''): FieldChange[] {
  if (canonical(old) === canonical(next)) return [];
  if (isGroup(old) && isGroup(next)) {
    const keys = new Set([...Object.keys(old), ...Object.keys(next)]);
    return [...keys].flatMap((key) => compareValues(old[key], next[key], field === '' ? key : `${field}.${key}`));
  }
  if (Array.isArray(old) && Array.isArray(next)) return compareLists(old, next, field);
  const shown = { kind: 'value', field } as const;
  if (old === undefined) return [{ ...shown, new: inWords(next) }];
  if (next === undefined) return [{ ...shown, old: inWords(old) }];
  return [{ ...shown, old: inWords(old), new: inWords(next) }];
}

function compareLists(old: readonly unknown[], next: readonly unknown[], field: string): FieldChange[] {
  const before = new Set(old.map(canonical));
  const after = new Set(next.map(canonical));
  const gone = old.filter((entry) => !after.has(canonical(entry)));
  const come = next.filter((entry) => !before.has(canonical(entry)));
  const [was] = gone;
  const [is] = come;
  if (gone.length === 1 && come.length === 1 && isGroup(was) && isGroup(is)) {
    return compareValues(was, is, `${field}.${next.indexOf(is) + 1}`);
  }
  // Only the order differs, or how often something stands there.
  if (gone.length === 0 && come.length === 0) {
    return [{ kind: 'value', field, old: inWords(old), new: inWords(next) }];
  }
  return [
    {
      kind: 'list',
      field,
      ...(gone.length === 0 ? {} : { old: inWords(gone) }),
      ...(come.length === 0 ? {} : { new: inWords(come) }),
    },
  ];
}

/** Every single value of a group with its path, to tell how much two groups have in common. */
export function leavesOf(value: unknown, path = ''): string[] {
  if (typeof value !== 'object' || value === null) return [`${path}=${String(value)}`];
  return Object.entries(value).flatMap(([key, inner]) =>
    leavesOf(inner, Array.isArray(value) ? `${path}[]` : `${path}.${key}`),
  );
}

function isGroup(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Text that is equal for equal values, whatever the order of their keys. */
function canonical(value: unknown): string {
  return (
    JSON.stringify(value, (_, inner: unknown) =>
      isGroup(inner) ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1))) : inner,
    ) ?? ''
  );
}

function inWords(value: unknown): string {
  if (Array.isArray(value)) return value.map(inWords).join(', ');
  if (!isGroup(value)) return String(value);
  return Object.entries(value)
    .map(([key, inner]) => `${key}: ${inWords(inner)}`)
    .join('; ');
}
