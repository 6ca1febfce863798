import { foldCase, normaliseText } from './fold.js';
import { plainGenderForms } from './gender-forms.js';
import { LANGUAGES, type LanguageTag } from './languages.js';

/** One word of a text. */
export interface Token {
  /** As written, gender marks made plain. */
  readonly text: string;
  /** Case and umlauts folded, hyphens closed up. */
  readonly word: string;
  readonly stem: string;
  /** The pieces of a hyphenated word, folded; empty for a plain word. */
  readonly pieces: readonly string[];
  /** Written in capitals ("WIR", "KIV"), so rather a name than the word of the same letters. */
  readonly acronym: boolean;
  readonly capitalised: boolean;
  readonly stop: boolean;
}

// A word may hold hyphens, slashes within an abbreviation, and dots between digits.
const WORD = /#?[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:(?:[-/_&]|\.(?=\p{N})|,(?=\p{N}))[\p{L}\p{N}][\p{L}\p{N}\p{M}]*)*/gu;
const SPLIT = /[-/_&]/;

const stopWordsByLanguage = new Map<LanguageTag, ReadonlySet<string>>();
const stemsByLanguage = new Map<LanguageTag, Map<string, string>>();
const MAX_CACHED = 50_000;
const LONGEST_CACHED = 60;

/** The stop words of a language, folded. */
export function stopWords(language: LanguageTag): ReadonlySet<string> {
  let words = stopWordsByLanguage.get(language);
  if (words === undefined) {
    words = new Set(LANGUAGES[language].stopWords.map((word) => foldWord(word, language)));
    stopWordsByLanguage.set(language, words);
  }
  return words;
}

/** Folds one word as the index and questions do: case, diacritics, umlauts of the language. */
export function foldWord(word: string, language: LanguageTag): string {
  return LANGUAGES[language].fold(foldCase(word));
}

/** The stem of a folded word. */
export function stemWord(word: string, language: LanguageTag): string {
  let stems = stemsByLanguage.get(language);
  if (stems === undefined || stems.size > MAX_CACHED) {
    stems = new Map();
    stemsByLanguage.set(language, stems);
  }
  let stem = stems.get(word);
  if (stem === undefined) {
    // Stemmers turn some words into nothing; the word itself is then its stem.
    stem = /\d/.test(word) ? word : LANGUAGES[language].stem(word) || word;
    stems.set(word, stem);
  }
  return stem;
}

/** Cuts a text into words, in the order of the text. */
export function tokenise(text: string, language: LanguageTag): Token[] {
  const plain = plainGenderForms(normaliseText(text));
  const found: readonly string[] = plain.match(WORD) ?? [];
  const halves = HALVES.test(plain) ? partsOfStopWords(plain, stopWords(language)) : undefined;
  const tokens: Token[] = [];
  for (let at = 0; at < found.length; at++) {
    const match = found[at] ?? '';
    const token = analyse(match.startsWith('#') ? match.slice(1) : match, language);
    if (token.word.length === 0) continue;
    const isHalf = halves?.has(at) === true && !token.stop && token.pieces.length === 0;
    tokens.push(isHalf ? { ...token, stop: true } : token);
  }
  return tokens;
}

const tokensByLanguage = new Map<LanguageTag, Map<string, Token>>();

/** One word by itself; texts repeat their words, so what was found once is kept. */
function analyse(written: string, language: LanguageTag): Token {
  let known = tokensByLanguage.get(language);
  if (known === undefined || known.size > MAX_CACHED) {
    known = new Map();
    tokensByLanguage.set(language, known);
  }
  const before = known.get(written);
  if (before !== undefined) return before;
  const pieces = written
    .split(SPLIT)
    .filter((piece) => piece.length > 0)
    .map((piece) => foldWord(piece, language));
  const word = pieces.join('');
  const token: Token = {
    text: written,
    word,
    stem: stemWord(word, language),
    pieces: pieces.length > 1 ? pieces : [],
    acronym: written.length > 1 && /\p{Lu}/u.test(written) && written === written.toUpperCase(),
    capitalised: /^\p{Lu}/u.test(written),
    stop: pieces.length === 1 && stopWords(language).has(word),
  };
  // Very long words are not seen twice; keeping them would only fill memory.
  if (written.length <= LONGEST_CACHED) known.set(written, token);
  return token;
}

// Only these can make a word a part of a stop word: an apostrophe, or a dot behind a single letter.
const HALVES = /'|(?<!\p{L})\p{L}\./u;

/** Which words of a text, by their order, are part of a stop word. */
function partsOfStopWords(text: string, stops: ReadonlySet<string>): ReadonlySet<number> {
  const parts = new Set<number>();
  let order = 0;
  for (const { 0: match, index } of text.matchAll(WORD)) {
    if (isPartOfStopWord(text, index, match.length, stops)) parts.add(order);
    order++;
  }
  return parts;
}

// "Hessen's", "gibt's", "I'd", "they're": what stands behind the apostrophe says nothing by itself.
const CLITICS: ReadonlySet<string> = new Set(['s', 't', 'm', 'd', 'n', 'll', 're', 've']);

/** Whether a word is half of a contraction ("don't") or a letter of an abbreviation ("z.B.", "e.V."). */
function isPartOfStopWord(text: string, start: number, length: number, stops: ReadonlySet<string>): boolean {
  const word = text.slice(start, start + length).toLowerCase();
  if (length === 1 && /\p{L}/u.test(word)) {
    const before = text.slice(Math.max(0, start - 4), start);
    const after = text.slice(start + 1, start + 5);
    if (/^\. ?\p{L}\./u.test(after) || (after.startsWith('.') && /(?<!\p{L})\p{L}\. ?$/u.test(before))) return true;
  }
  if (text.charAt(start - 1) === "'" && /\p{L}/u.test(text.charAt(start - 2))) return CLITICS.has(word);
  return text.charAt(start + length) === "'" && stops.has(`${word}'${text.charAt(start + length + 1).toLowerCase()}`);
}
