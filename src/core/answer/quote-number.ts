import type { PlanRecord } from '../catalog/record-schemas.js';
import { isLanguageTag } from '../language/languages.js';
import { tokenise } from '../language/tokenise.js';
import type { AnswerContext } from './context.js';
import { inLanguage } from './say.js';

/** How many words may stand between a number and what it counts ("42 öffentliche Sitzungen"). */
const REACH = 3;

/** The sentence must hold this share of the question's words: another number is worse than none. */
const MOST_OF = 0.6;

/**
 * The sentence of a record's text in which a number counts what the question asks for, word for word;
 * undefined where no sentence does. Quoted rather than computed: the sentence carries its own limits.
 */
export function quoteNumber(record: PlanRecord, { say, query, catalog }: AnswerContext): string | undefined {
  const asked = new Set(tokenise(query.text, query.textLanguage ?? say.language).map(({ stem }) => stem));
  const { text, translated } = inLanguage(record.summary, say.language);
  const language = translated && isLanguageTag(say.language) ? say.language : 'de';
  const numberWords = new Set(
    (catalog.phrases.numbers[language] ?? []).flatMap((word) => tokenise(word, language).map((token) => token.word)),
  );
  return text.split(/(?<=[.!?;])\s+(?=[\p{Lu}\d])/u).find((sentence) => {
    const tokens = tokenise(sentence, language);
    const stems = new Set(tokens.map(({ stem }) => stem));
    if ([...asked].filter((stem) => stems.has(stem)).length < MOST_OF * asked.size) return false;
    return tokens.some((token, at) => {
      if (!/^\d{1,3}(?:[.,]\d{3})*$/.test(token.text) && !numberWords.has(token.word)) return false;
      return tokens.slice(at + 1, at + 1 + REACH).some(({ stem }) => asked.has(stem));
    });
  });
}
