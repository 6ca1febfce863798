/** BM25+ as Lv and Zhai have it ("Lower-Bounding Term Frequency Normalization", CIKM 2011). */
const SATURATION = 1.2;
const LENGTH_NORM = 0.7;
const FLOOR = 0.5;

/**
 * What it is worth that something stands in a text, without its rarity.
 *
 * @param count - How often it stands there; more than zero.
 * @param length - The text's length as a share of the average.
 */
export function weightOf(count: number, length: number): number {
  return FLOOR + (count * (SATURATION + 1)) / (count + SATURATION * (1 - LENGTH_NORM + LENGTH_NORM * length));
}

/** Inverse document frequency: how much it tells that something stands in `frequency` of `size` documents. */
export function rarityOf(frequency: number, size: number): number {
  return Math.log(1 + (size - frequency + 0.5) / (frequency + 0.5));
}
