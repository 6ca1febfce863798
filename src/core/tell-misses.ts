import type { Answer } from './answer/answer.js';
import { createSay } from './answer/say.js';
import type { Catalog } from './catalog/catalog.js';

/**
 * What the bot says of privacy while words that it did not know are counted; every other answer stays as it is.
 *
 * @param days - How long they are kept.
 */
export function tellMisses(answer: Answer, catalog: Catalog, days: number): Answer {
  if (answer.kind !== 'privacy') return answer;
  const [first = '', ...others] = answer.sentences;
  return { ...answer, sentences: [first, createSay(catalog, answer.language)('privacy.misses', { days }), ...others] };
}
