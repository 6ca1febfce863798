// @ts-check

/**
 * The words of a question for engines whose query language would read its punctuation as operators.
 *
 * @param {string} text
 * @returns {string[]}
 */
export function queryWords(text) {
  return [...new Set(text.match(/[\p{L}\p{N}]+/gu))];
}
