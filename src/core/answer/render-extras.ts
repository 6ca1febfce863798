import type { Catalog } from '../catalog/catalog.js';
import type { Answer } from './answer.js';
import { renderText } from './render-text.js';
import { createSay, inLanguage } from './say.js';

/** Why each record that the answer shows is in it, in words: "ADiBe: „Diskriminierung“ (Wortteil)". */
export function renderWhy(answer: Answer, catalog: Catalog): string {
  const say = createSay(catalog, answer.language);
  const shown = shownIds(answer);
  const lines = answer.reasons
    .filter(({ id, text }) => text !== '' && shown.has(id))
    .map(({ id, text }) => {
      const record = catalog.records.get(id);
      return `- ${record === undefined ? id : inLanguage(record.shortTitle, answer.language).text}: ${text}`;
    });
  return lines.length === 0 ? say('why.none') : [say('why.intro'), ...lines].join('\n');
}

function shownIds(answer: Answer): ReadonlySet<string> {
  const cards = 'cards' in answer ? answer.cards.map(({ id }) => id) : [];
  return new Set(cards.length > 0 ? cards : answer.ids);
}

/**
 * The answer as plain text for a briefing: the whole list, each record with its status, as-of, provenance and every
 * source with date and address, then the data version and that this is no official statement.
 */
export function renderCopy(answer: Answer, catalog: Catalog): string {
  return renderText(answer, catalog, { whole: true, allSources: true });
}
