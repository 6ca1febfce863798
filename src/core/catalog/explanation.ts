/** What is wrong, and what to do about it. */
export interface Explanation {
  readonly message: string;
  readonly mend: string;
}

/** What a message needs to name: the value, the field, a suggestion. */
export type Details = Readonly<Record<string, string | number>>;

/** Fills a message whose first sentence says what is wrong and whose others say what to do. */
export function explain(template: string, details: Details): Explanation {
  // The parser's own words, put for {reason}, end in a full stop.
  const end = template.search(/(?<=\.|\{reason\}) /);
  const fill = (text: string): string => text.replace(/\{(\w+)\}/g, (_, name: string) => String(details[name] ?? ''));
  return end < 0
    ? { message: fill(template), mend: '' }
    : { message: fill(template.slice(0, end)), mend: fill(template.slice(end + 1)) };
}
