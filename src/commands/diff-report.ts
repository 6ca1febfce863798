import type { DataComparison, DataVersion, EntryChange, Fault, GoldenChange, LanguageTag } from '../core/index.js';
import type { DiffSide } from './read-diff-side.js';

/** Everything that the outputs of `diff` are made of. */
export interface DiffReport extends DataComparison {
  readonly language: LanguageTag;
  readonly old: ComparedSide;
  readonly next: ComparedSide;
}

export interface ComparedSide extends Pick<DiffSide, 'name' | 'pathOf'> {
  readonly version: DataVersion;
}

/** Two sides of which at least one is broken. */
export interface BrokenReport {
  readonly language: LanguageTag;
  readonly sides: readonly BrokenSide[];
}

export interface BrokenSide extends Pick<DiffSide, 'name' | 'pathOf'> {
  readonly side: 'old' | 'new';
  readonly faults: readonly Fault[];
}

/** What became of a golden question, the worst first. */
export const GOLDEN_VERDICTS = ['now-fails', 'still-fails', 'now-passes', 'still-passes'] as const;
export type GoldenVerdict = (typeof GOLDEN_VERDICTS)[number];

export function verdictOf({ old, new: next }: GoldenChange): GoldenVerdict {
  if (next.passed) return old.passed ? 'still-passes' : 'now-passes';
  return old.passed ? 'now-fails' : 'still-fails';
}

/** The golden questions with the worst verdicts first. */
export function sortGolden(golden: readonly GoldenChange[]): GoldenChange[] {
  return [...golden].sort((a, b) => GOLDEN_VERDICTS.indexOf(verdictOf(a)) - GOLDEN_VERDICTS.indexOf(verdictOf(b)));
}

/** How many entries of a list were added, changed and so on; only what there is. */
export function countChanges(entries: readonly EntryChange[]): Map<EntryChange['change'], number> {
  const counts = new Map<EntryChange['change'], number>();
  for (const change of ['added', 'changed', 'renamed', 'removed'] as const) {
    const count = entries.filter((entry) => entry.change === change).length;
    if (count > 0) counts.set(change, count);
  }
  return counts;
}

/** A text that fits into a line, cut at the end of a word if there is one. */
export function shorten(text: string, max: number): string {
  const line = toLine(text);
  if (line.length <= max) return line;
  const cut = line.slice(0, max - 1);
  const end = cut.lastIndexOf(' ');
  return `${end > max / 2 ? cut.slice(0, end) : cut}…`;
}

/** How much of what two long texts have in common is shown before they part. */
const CONTEXT = 20;

/** The old and the new text of a field, shortened so that what differs can be seen. */
export function shortenChange(
  old: string | undefined,
  next: string | undefined,
  max: number,
): { readonly old?: string; readonly new?: string } {
  const [before, after] = [old, next].map((text) => (text === undefined ? undefined : toLine(text)));
  const common = before === undefined || after === undefined ? 0 : commonStart(before, after);
  const isFar = common > max / 2 && Math.max(before?.length ?? 0, after?.length ?? 0) > max;
  const show = (text: string): string => shorten(isFar ? `…${text.slice(Math.max(0, common - CONTEXT))}` : text, max);
  return {
    ...(before === undefined ? {} : { old: show(before) }),
    ...(after === undefined ? {} : { new: show(after) }),
  };
}

function commonStart(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length += 1;
  return length;
}

function toLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
