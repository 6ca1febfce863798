/** Where the terms of a document stand, in the order of its texts. */
export interface Positions {
  readonly terms: Uint32Array;
  readonly places: Uint32Array;
}

/** Words this far apart are read as belonging together: about two sentences. */
const WINDOW = 30;

/**
 * How closely the words of a question stand together in a document: the largest share of their rarity
 * within one window, 0 to 1.
 *
 * @param wordOf - For a term's number the word of the question that it stands for, and how well.
 * @param rarities - The rarity of each word of the question.
 */
export function closeness(
  { terms, places }: Positions,
  wordOf: ReadonlyMap<number, { readonly word: number; readonly weight: number }>,
  rarities: readonly number[],
): number {
  const events: { readonly place: number; readonly word: number; readonly weight: number }[] = [];
  for (let at = 0; at < terms.length; at++) {
    const meant = wordOf.get(terms[at] ?? 0);
    if (meant !== undefined) events.push({ place: places[at] ?? 0, ...meant });
  }
  const mass = rarities.reduce((sum, rarity) => sum + rarity, 0);
  if (mass === 0) return 0;
  let most = 0;
  const best = new Float64Array(rarities.length);
  for (const [start, first] of events.entries()) {
    best.fill(0);
    let share = 0;
    for (let at = start; at < events.length; at++) {
      const event = events[at];
      if (event === undefined || event.place - first.place > WINDOW) break;
      const before = best[event.word] ?? 0;
      if (event.weight <= before) continue;
      best[event.word] = event.weight;
      share += (event.weight - before) * (rarities[event.word] ?? 0);
    }
    if (share > most) most = share;
  }
  return most / mass;
}
