import { stopwords as arabic } from '@orama/stopwords/arabic';
import { stopwords as dutch } from '@orama/stopwords/dutch';
import { stopwords as french } from '@orama/stopwords/french';
import { stopwords as italian } from '@orama/stopwords/italian';
import { stopwords as portuguese } from '@orama/stopwords/portuguese';
import { stopwords as romanian } from '@orama/stopwords/romanian';
import { stopwords as spanish } from '@orama/stopwords/spanish';
import { stopwords as turkish } from '@orama/stopwords/turkish';
import { foldCase, normaliseText } from '../language/fold.js';
import { BASE_LANGUAGE, LANGUAGE_TAGS, LANGUAGES, type LanguageTag } from '../language/languages.js';
import { foldWord } from '../language/tokenise.js';

/** What tells a language by its words, beside its stop words. */
export interface LanguageEvidence {
  /** How common a folded word is in the catalogue's texts and phrases of a language; 0 where it is not there. */
  readonly count: (word: string, language: LanguageTag) => number;
}

const FOREIGN = [arabic, dutch, french, italian, portuguese, romanian, spanish, turkish].map(
  (words) => new Set(words.map(foldCase)),
);
const OWN = new Map(LANGUAGE_TAGS.map((tag) => [tag, new Set(LANGUAGES[tag].stopWords.map(foldCase))]));

const WORD = /\p{L}[\p{L}\p{M}]*/gu;
const LATIN = /\p{Script=Latin}/u;

/**
 * Tells the language of a short question from its function words and from the words that the data uses in
 * that language only. Undefined for a language that the bot does not speak; `fallback` where nothing tells.
 */
export function detectLanguage(
  text: string,
  evidence: LanguageEvidence,
  fallback: LanguageTag = BASE_LANGUAGE,
): LanguageTag | undefined {
  const written = [...normaliseText(text).slice(0, 500).matchAll(WORD)].map(([word]) => word);
  if (written.length === 0) return fallback;
  const foreignScript = written.filter((word) => !LATIN.test(word)).length;
  if (foreignScript * 2 > written.length) return undefined;
  const words = written.map(foldCase);
  const scores = LANGUAGE_TAGS.map((tag) => ({ tag, score: scoreOf(tag, words, written, evidence) }));
  const [best, second] = scores.sort((a, b) => b.score - a.score);
  const isOwn = (word: string): boolean =>
    LANGUAGE_TAGS.some((tag) => OWN.get(tag)?.has(word) || evidence.count(foldWord(word, tag), tag) > 0);
  const strange = words.filter((word) => !isOwn(word));
  const foreign = Math.max(...FOREIGN.map((stops) => strange.filter((word) => stops.has(word)).length));
  if (foreign >= 1 && strange.length === words.length) return undefined;
  if (foreign >= 2 && foreign > (best?.score ?? 0)) return undefined;
  if (best === undefined || best.score === 0 || best.score === second?.score) return fallback;
  return best.tag;
}

function scoreOf(
  tag: LanguageTag,
  words: readonly string[],
  written: readonly string[],
  evidence: LanguageEvidence,
): number {
  const others = LANGUAGE_TAGS.filter((other) => other !== tag);
  let score = 0;
  for (const [index, word] of words.entries()) {
    const folded = foldWord(word, tag);
    const count = evidence.count(folded, tag);
    const elsewhere = Math.max(0, ...others.map((other) => evidence.count(foldWord(word, other), other)));
    if (OWN.get(tag)?.has(word)) score += others.some((other) => OWN.get(other)?.has(word)) ? 0.5 : 1;
    else if (count > elsewhere) score += (0.8 * (count - elsewhere)) / (count + elsewhere);
    // Umlauts and ß are German whatever the word.
    if (tag === 'de' && /[äöüß]/i.test(written[index] ?? '')) score += 0.5;
  }
  return score;
}
