import type { LanguageTag, Warning } from '../core/index.js';
import type { WarningChoice } from './check-settings.js';
import type { Review } from './review-data.js';
import type { LinkReview } from './review-links.js';

/** Everything that the outputs of `check` are made of. */
export interface CheckReport extends Review {
  readonly language: LanguageTag;
  /** Which warnings to show. */
  readonly show: WarningChoice;
  readonly links?: Omit<LinkReview, 'warnings'>;
}

/** Warnings of one kind, as far as they are to be shown. */
export interface WarningGroup {
  readonly code: Warning['code'];
  readonly count: number;
  readonly shown: readonly Warning[];
}

/** How many warnings of a kind a summary shows. */
const FEW = 3;

/** The warnings to show by kind. Addresses were asked for on purpose, so a summary shows all of them. */
export function groupWarnings({ warnings, show }: Pick<CheckReport, 'warnings' | 'show'>): WarningGroup[] {
  if (show === 'none') return [];
  const codes = [...new Set(warnings.map(({ code }) => code))].filter(
    (code) => show === 'all' || show === 'summary' || show === code,
  );
  return codes
    .map((code) => {
      const ofKind = warnings.filter((warning) => warning.code === code);
      const isCut = show === 'summary' && !code.startsWith('link');
      return { code, count: ofKind.length, shown: isCut ? ofKind.slice(0, FEW) : ofKind };
    })
    .sort((a, b) => a.count - b.count || a.code.localeCompare(b.code));
}
