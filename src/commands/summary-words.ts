import type { LanguageTag } from '../core/index.js';

/** The words of the summary that `check` prints; what records are called comes from `data/texts`. */
export interface SummaryWords {
  readonly inOrder: string;
  readonly version: string;
  readonly records: string;
  readonly fields: string;
  readonly drafts: string;
  readonly golden: string;
  readonly open: string;
  readonly none: string;
  readonly goldenUnchecked: string;
  readonly warnings: (count: number) => string;
  readonly more: (count: number, code: string) => string;
  readonly allWarnings: string;
  readonly links: (addresses: number, unchecked: number) => string;
  readonly faultTitle: string;
  readonly checkedAt: (time: string) => string;
}

export const WORDS: Readonly<Record<LanguageTag, SummaryWords>> = {
  de: {
    inOrder: 'Die Daten sind in Ordnung.',
    version: 'Fassung',
    records: 'Einträge',
    fields: 'Handlungsfeld (Hauptfeld)',
    drafts: 'Entwürfe',
    golden: 'Goldene Fragen',
    open: 'als offen markiert',
    none: 'keine',
    goldenUnchecked: 'Die goldenen Fragen sind erst prüfbar, wenn das behoben ist.',
    warnings: (count) =>
      `${count === 1 ? 'Ein Hinweis' : `${count} Hinweise`}. Sie sind keine Fehler, aber einen Blick wert.`,
    more: (count, code) => `… und ${count} weitere: planlotse check --warnings ${code}`,
    allWarnings: 'Alle Hinweise: planlotse check --warnings all. Keine: --warnings none.',
    links: (addresses, unchecked) =>
      `${addresses} Adressen nachgesehen${unchecked === 0 ? '' : `, ${unchecked} davon in der gegebenen Zeit nicht`}.`,
    faultTitle: 'Fehler in den Daten',
    checkedAt: (time) => `Geprüft um ${time}. Beenden mit Strg + C.`,
  },
  en: {
    inOrder: 'The data is in order.',
    version: 'Version',
    records: 'Records',
    fields: 'Action field (main field)',
    drafts: 'Drafts',
    golden: 'Golden questions',
    open: 'marked as open',
    none: 'none',
    goldenUnchecked: 'The golden questions can be checked only when this is mended.',
    warnings: (count) => `${count} ${count === 1 ? 'warning' : 'warnings'}: no faults, but worth a look.`,
    more: (count, code) => `… and ${count} more: planlotse check --warnings ${code}`,
    allWarnings: 'All warnings: planlotse check --warnings all. None: --warnings none.',
    links: (addresses, unchecked) =>
      `${addresses} addresses looked up${unchecked === 0 ? '' : `, ${unchecked} of them not within the given time`}.`,
    faultTitle: 'Fault in the data',
    checkedAt: (time) => `Checked at ${time}. Stop with Ctrl + C.`,
  },
};
