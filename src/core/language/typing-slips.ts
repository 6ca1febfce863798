/** Letters that are taken for each other by ear or by hand, at any length. */
const CONFUSED: ReadonlySet<string> = new Set(['mn', 'ck', 'dt', 'bp', 'iy', 'sz', 'fv', 'ks', 'ei', 'gk', 'vw']);

/** Two letters swapped, or a vowel or the second of a double letter left out or put in. */
export function isSlip(a: string, b: string): boolean {
  if (a.length === b.length) return [...a].sort().join('') === [...b].sort().join('') || !isReplaced(a, b);
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return [...long].some((letter, at) => {
    if (long.slice(0, at) + long.slice(at + 1) !== short) return false;
    return 'aeiouy'.includes(letter) || long.charAt(at - 1) === letter || long.charAt(at + 1) === letter;
  });
}

/** Same length, no two letters swapped, and no easily confused ones: one letter stands for another. */
export function isReplaced(a: string, b: string): boolean {
  if (a.length !== b.length || [...a].sort().join('') === [...b].sort().join('')) return false;
  return [...a].some((letter, index) => {
    const other = b.charAt(index);
    return letter !== other && !CONFUSED.has([letter, other].sort().join(''));
  });
}
