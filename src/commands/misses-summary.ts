import { type MissCounts, type MissedWord, total } from '../adapters/misses/miss-store.js';
import type { LanguageTag, WordStanding } from '../core/index.js';
import { weekOf } from './days.js';
import type { MissesSettings } from './misses-settings.js';
import { MISSES_WORDS, type MissesWords } from './misses-words.js';

/** What was counted, with what the data makes of each word today. */
export interface MissesSummary {
  readonly counts: MissCounts;
  readonly missed: readonly (MissedWord & WordStanding)[];
  readonly counting: MissesSettings;
}

/** What was missed, for programs. */
export function missesToJson({ counts, missed, counting }: MissesSummary): Readonly<Record<string, unknown>> {
  const questions = total(counts.kinds.values());
  return {
    version: 1,
    on: true,
    days: counting.days,
    threshold: counting.threshold,
    words: missed.map(({ word, language, count, first, last, state, nearest }) => ({
      word,
      language,
      count,
      firstWeek: weekOf(first),
      lastWeek: weekOf(last),
      state,
      nearest: state === 'elsewhere' ? [] : nearest.map(({ id }) => id),
    })),
    rare: counts.rare,
    questions,
    ...(counts.since === undefined ? {} : { sinceWeek: weekOf(counts.since) }),
    kinds: sortedKinds(counts).map(([kind, count]) => ({ kind, count, share: count / questions })),
  };
}

/** What was missed, for editors. */
export function renderMisses({ counts, missed, counting }: MissesSummary, language: LanguageTag): string {
  const words = MISSES_WORDS[language];
  const list =
    missed.length === 0
      ? [words.none]
      : [words.heading(counting.threshold), ...missed.flatMap((word) => ['', ...wordLines(word, words)])];
  return [
    ...list,
    '',
    ...(counts.rare === 0 ? [] : [words.rare(counts.rare)]),
    words.term(counting.days),
    ...kindLines(counts, words),
  ].join('\n');
}

function wordLines(missed: MissesSummary['missed'][number], words: MissesWords): string[] {
  const { word, language, count, first, last, state, nearest } = missed;
  const [from, to] = [weekOf(first), weekOf(last)];
  const head = `${word} (${language}): ${words.questions(count, from === to ? from : `${from} ${words.to} ${to}`)}`;
  const files = nearest.map(({ file }) => file).join(', ');
  const near = nearest.length === 0 ? [] : [`${words.nearest}: ${files}`];
  return [head, ...adviceLines().map((line) => `  ${line}`)];

  function adviceLines(): string[] {
    switch (state) {
      case 'unknown':
        return [...near, nearest.length === 0 ? words.alone : words.unknown(language)];
      case 'known':
        return [words.known, ...near];
      case 'elsewhere':
        return [words.elsewhere];
    }
  }
}

function kindLines(counts: MissCounts, words: MissesWords): string[] {
  const questions = total(counts.kinds.values());
  if (questions === 0 || counts.since === undefined) return [];
  const share = new Intl.NumberFormat(words.locale, { style: 'percent', maximumFractionDigits: 1 });
  return [
    '',
    words.kindsHeading(questions, weekOf(counts.since)),
    ...sortedKinds(counts).map(
      ([kind, count]) => `  ${words.kinds[kind] ?? kind}: ${count} (${share.format(count / questions)})`,
    ),
  ];
}

function sortedKinds({ kinds }: MissCounts): [string, number][] {
  return [...kinds].sort(([a, first], [b, second]) => second - first || (a < b ? -1 : 1));
}
