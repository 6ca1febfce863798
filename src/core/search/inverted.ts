/** Where the documents of each key begin in one array of all: one more than there are keys. */
export function startsOf(frequencies: Uint32Array): Uint32Array {
  const starts = new Uint32Array(frequencies.length + 1);
  for (let key = 0; key < frequencies.length; key++) starts[key + 1] = (starts[key] ?? 0) + (frequencies[key] ?? 0);
  return starts;
}

/** Counts one more, and says how many there are now. */
export function countUp(counts: Uint32Array, at: number): number {
  const count = (counts[at] ?? 0) + 1;
  counts[at] = count;
  return count;
}
