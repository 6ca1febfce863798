/** What only some callers need is made for the first of them, and kept. */
export function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** The same for each key, such as a language. */
export function oncePer<K, T>(make: (key: K) => T): (key: K) => T {
  const made = new Map<K, { readonly value: T }>();
  return (key) => {
    const before = made.get(key) ?? { value: make(key) };
    made.set(key, before);
    return before.value;
  };
}

/** The same for each object, as long as somebody holds that object. */
export function oncePerObject<K extends object, T>(make: (key: K) => T): (key: K) => T {
  const made = new WeakMap<K, { readonly value: T }>();
  return (key) => {
    const before = made.get(key) ?? { value: make(key) };
    made.set(key, before);
    return before.value;
  };
}

/** Makes a value of a list anew only where an entry of the list is another one than the last time. */
export function whileSame<E, T>(make: (entries: readonly E[]) => T): (entries: readonly E[]) => T {
  let last: { readonly entries: readonly E[]; readonly value: T } | undefined;
  return (entries) => {
    const before = last?.entries;
    const isSame = before?.length === entries.length && entries.every((entry, at) => entry === before[at]);
    if (last !== undefined && isSame) return last.value;
    last = { entries, value: make(entries) };
    return last.value;
  };
}
