import type { LanguageTag } from '../core/index.js';

/** The words of the summary that `check` prints; what records are called comes from `data/texts`. */
export interface SummaryWords {
  readonly inOrder: string;
  readonly version: string;
  readonly records: string;
  readonly fields: string;
  readonly drafts: string;
  readonly dueForReview: string;
  readonly withoutText: (language: string) => string;
  readonly golden: string;
  readonly open: string;
  readonly none: string;
  readonly goldenUnchecked: string;
}

export const WORDS: Readonly<Record<LanguageTag, SummaryWords>> = {
  de: {
    inOrder: 'Die Daten sind in Ordnung.',
    version: 'Fassung',
    records: 'Einträge',
    fields: 'Handlungsfeld (Hauptfeld)',
    drafts: 'Entwürfe',
    dueForReview: 'Prüfdatum (reviewBy) vorbei',
    withoutText: (language) => `Ohne Text in ${language}`,
    golden: 'Goldene Fragen',
    open: 'als offen markiert',
    none: 'keine',
    goldenUnchecked: 'Die goldenen Fragen sind erst prüfbar, wenn das behoben ist.',
  },
  en: {
    inOrder: 'The data is in order.',
    version: 'Version',
    records: 'Records',
    fields: 'Action field (main field)',
    drafts: 'Drafts',
    dueForReview: 'Past its review day (reviewBy)',
    withoutText: (language) => `Without text in ${language}`,
    golden: 'Golden questions',
    open: 'marked as open',
    none: 'none',
    goldenUnchecked: 'The golden questions can be checked only when this is mended.',
  },
};
