// @ts-check
import { createReadStream } from 'node:fs';

/**
 * The lines of a file of any size with their numbers, without blank ones. Only a line feed ends a line: readline also
 * breaks at U+2028, which JSON allows inside a text.
 *
 * @param {string} file
 * @returns {AsyncGenerator<{ readonly number: number, readonly line: string }>}
 */
export async function* readLines(file) {
  let number = 0;
  let rest = '';
  for await (const chunk of createReadStream(file, { encoding: 'utf8' })) {
    const lines = `${rest}${number === 0 && rest === '' ? chunk.replace(/^\uFEFF/, '') : chunk}`.split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) {
      number += 1;
      if (line.trim() !== '') yield { number, line };
    }
  }
  if (rest.trim() !== '') yield { number: number + 1, line: rest };
}
