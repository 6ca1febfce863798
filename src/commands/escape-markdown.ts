/** Everything that Markdown, HTML, tables, mentions, formulas and emoji of GitHub begin with. */
const SPECIAL = /[&<>|\\`*_[\]~#@!$:]/g;
const ZERO_WIDTH_SPACE = '&#8203;';

/**
 * Text of the data as it may stand anywhere in a line of GitHub's Markdown: it is shown letter by letter, and never
 * ends a cell, marks up, links to an issue or notifies anybody. Character references are no markup.
 */
export function escapeMarkdown(text: string): string {
  return text.replace(/\s+/g, ' ').replace(SPECIAL, (sign) => {
    const reference = `&#${sign.charCodeAt(0)};`;
    // GitHub looks for people and issues in the finished text, where a reference is a letter again.
    return sign === '@' || sign === '#' ? `${reference}${ZERO_WIDTH_SPACE}` : reference;
  });
}
