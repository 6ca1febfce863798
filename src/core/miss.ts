import type { Answer, AnswerKind } from './answer/answer.js';
import { plainGenderForms } from './language/gender-forms.js';
import type { LanguageTag } from './language/languages.js';
import { tokenise } from './language/tokenise.js';

/** What a question leaves behind for those who keep the data: single words, in no order, and nothing of the rest. */
export interface Miss {
  readonly kind: AnswerKind;
  readonly language: LanguageTag;
  /** Words that nothing in the data knows, in small letters, each once; empty where there are none. */
  readonly words: readonly string[];
}

/** A letter alone says nothing, longer ones are no words of a question, */
const SHORTEST = 2;
const LONGEST = 40;
/** and more digits make a telephone number, a date of birth or a file number of somebody. */
const MOST_DIGITS = 2;

/**
 * What an answer did not know of the question that was typed: the words of which it says itself that the data does not
 * have them. Answers that found a single record or value for sure miss nothing, nor does a word that was corrected,
 * that only the shown records lack, or that an earlier question of the conversation brought in.
 *
 * @param text - The question as it was typed; words that could tell who somebody is are left out by what stands around.
 */
export function missOf(answer: Answer, text: string): Miss {
  const language = answer.query.textLanguage ?? answer.query.language;
  const unknown = unknownWords(answer);
  const chunks = unknown.length === 0 ? [] : text.split(/\s+/);
  const told = wordsIn(chunks.filter(isAddress), language);
  const asked = wordsIn(
    chunks.filter((chunk) => !isAddress(chunk)),
    language,
  );
  const words = unknown.map(inSmallLetters).filter((word) => asked.has(word) && !told.has(word) && isPlain(word));
  return { kind: answer.kind, language, words: [...new Set(words)] };
}

function unknownWords(answer: Answer): readonly string[] {
  switch (answer.kind) {
    case 'nothing-found':
      return answer.notUnderstood;
    case 'measures':
    case 'count':
      return answer.notUnderstood ?? [];
    case 'record':
    case 'value':
    case 'overview':
    case 'clarify':
    case 'help':
    case 'about':
    case 'privacy':
    case 'greeting':
    case 'thanks':
    case 'foreign-language':
      return [];
  }
}

/** Mail and web addresses, mentions, handles and what platforms write in angle brackets. */
function isAddress(chunk: string): boolean {
  return /[@<>_]|:\/\/|\p{L}\.\p{L}/u.test(plainGenderForms(chunk));
}

function isPlain(word: string): boolean {
  const digits = word.match(/\p{N}/gu)?.length ?? 0;
  return word.length >= SHORTEST && word.length <= LONGEST && digits <= MOST_DIGITS && /\p{L}/u.test(word);
}

function wordsIn(chunks: readonly string[], language: LanguageTag): ReadonlySet<string> {
  return new Set(tokenise(chunks.join(' '), language).map(({ text }) => inSmallLetters(text)));
}

function inSmallLetters(word: string): string {
  return word.normalize('NFC').toLowerCase();
}
