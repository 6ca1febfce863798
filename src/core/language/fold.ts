// Format characters (zero width, bidirectional overrides, soft hyphen) and controls carry no meaning in a question.
const INVISIBLE = /[\p{Cf}\p{Cc}]+/gu;
const COMBINING = /\p{M}+/gu;
// Texts of nothing but these are normal already: most are, and the steps below would cost more than this look.
const NORMAL = /^[ -_a-~¡-¬®-³µ-ÿ„“…]*$/;
const ASCII = /^[ -~]*$/;
// Controls but white space, format characters such as those that turn the direction of writing, halves of letters.
const UNSHOWABLE = /(?![\t\n\v\f\r\x85])[\p{Cc}\p{Cf}\p{Cs}\p{Co}]/gu;
// Two marks on a letter are writing in many languages; a pile of them covers the lines above.
const PILED_MARKS = /(\p{M}{2})\p{M}+/gu;

/** Text of a user as it can be shown again: it reads the same, but can neither hide, turn around nor cover anything. */
export function legibleText(text: string): string {
  return text.normalize('NFC').replace(UNSHOWABLE, '').replace(PILED_MARKS, '$1');
}

/**
 * Makes text comparable before it is cut into words: NFC, invisible characters out, typographic
 * apostrophes and dashes made plain. Case is kept, because capitals tell names from words.
 */
export function normaliseText(text: string): string {
  if (NORMAL.test(text)) return text;
  return text
    .normalize('NFC')
    .replace(/[\t\n\v\f\r\x85]/g, ' ')
    .replace(INVISIBLE, '')
    .replace(/[’‘`´]/g, "'")
    .replace(/[‐‑‒–—−]/g, '-');
}

/** Lower case without diacritics, ß as ss: "Straße" and "Strasse", "beramí" and "berami" become one. */
export function foldCase(word: string): string {
  const lower = word.toLowerCase();
  if (ASCII.test(lower)) return lower;
  return lower.replace(/ß/g, 'ss').normalize('NFD').replace(COMBINING, '').normalize('NFC');
}

/**
 * Makes "ä", "ae" and "a" one letter (so too o and u), so that questions typed without umlauts find
 * the same words. "ue" after a vowel or q is no umlaut ("Frauen", "neue", "Quelle") and stays, so does that
 * of "aktuell" and its like.
 */
export function foldGermanUmlauts(foldedWord: string): string {
  return foldedWord.replace(/ae|oe|(?<![aeioq])(?!(?<=[a-z][dnstx])uell)ue/g, (pair) => pair.charAt(0));
}
