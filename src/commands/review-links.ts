import { checkLinks, type LinkOptions } from '../adapters/links/check-links.js';
import type { LinkState, Unreachable } from '../adapters/links/link-state.js';
import { type DataFiles, findLinks, type LanguageTag, type Warning } from '../core/index.js';

/** What came of asking for every address of the data. */
export interface LinkReview {
  /** Addresses in the data, each counted once. */
  readonly addresses: number;
  /** Addresses that were not asked for in the given time. */
  readonly unchecked: number;
  readonly warnings: readonly Warning[];
}

/** Asks for every address of the data; one warning for each that is not as it was, where it stands first. */
export async function reviewLinks(files: DataFiles, language: LanguageTag, options: LinkOptions): Promise<LinkReview> {
  const links = findLinks(files);
  const states = await checkLinks(
    links.map(({ url }) => url),
    options,
  );
  const unchecked = [...states.values()].filter(({ kind }) => kind === 'unchecked').length;
  const warnings = links.flatMap(({ url, places: [place] }): Warning[] => {
    const state = states.get(url);
    const finding = state && findingOf(state, language);
    return finding === undefined ? [] : [{ ...place, code: finding.code, details: { url, ...finding.details } }];
  });
  return { addresses: links.length, unchecked, warnings };
}

type Finding = Pick<Warning, 'code' | 'details'>;

function findingOf(state: LinkState, language: LanguageTag): Finding | undefined {
  switch (state.kind) {
    case 'ok':
    case 'unchecked':
      return undefined;
    case 'moved':
      return { code: 'linkMoved', details: { target: state.target } };
    case 'gone':
      return { code: 'linkGone', details: { status: state.status } };
    case 'refused':
      return { code: 'linkRefused', details: { status: state.status } };
    case 'failed':
      return { code: 'linkFailed', details: { status: state.status } };
    case 'unreachable':
      return { code: 'linkUnreachable', details: { reason: REASONS[state.reason][language] } };
  }
}

const REASONS: Readonly<Record<Unreachable, Readonly<Record<LanguageTag, string>>>> = {
  timeout: { de: 'keine Antwort in der gegebenen Zeit', en: 'no answer in the given time' },
  'unknown-host': { de: 'den Rechnernamen gibt es nicht', en: 'there is no host of that name' },
  refused: { de: 'Verbindung abgelehnt', en: 'connection refused' },
  certificate: { de: 'Zertifikat oder Verschlüsselung fehlerhaft', en: 'certificate or encryption is faulty' },
  redirects: { de: 'zu viele Weiterleitungen', en: 'too many redirects' },
  invalid: { de: 'Adresse nicht verwendbar', en: 'address cannot be used' },
  network: { de: 'Verbindung abgebrochen', en: 'connection broke off' },
};
