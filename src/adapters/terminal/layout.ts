import type picocolors from 'picocolors';

export type Colors = ReturnType<typeof picocolors.createColors>;

/** How a line looks where colours are on; bold and dim can be read on any background. */
export type LineStyle = 'plain' | 'title' | 'quiet';

/** A paragraph of the screen: wrapped as one, with `hang` spaces before all but its first line. */
export interface Line {
  readonly text: string;
  readonly style: LineStyle;
  readonly indent: number;
  readonly hang: number;
}

/** Lines longer than this are hard to read, however wide the screen. */
const MAX_WIDTH = 100;
const MIN_WIDTH = 10;
const DEFAULT_WIDTH = 80;

/** A paragraph. */
export function line(text: string, style: LineStyle = 'plain', indent = 0, hang = indent): Line {
  return { text, style, indent, hang };
}

/** The columns to write into, from those of the screen; some terminals report none or 0. */
export function textWidth(columns: number | undefined): number {
  return Math.max(MIN_WIDTH, Math.min(MAX_WIDTH, columns || DEFAULT_WIDTH));
}

/** Paragraphs as text for a screen: wrapped, coloured, each row ended by a line feed. */
export function layOut(lines: readonly Line[], width: number, colors: Colors): string {
  const paint = {
    plain: (text: string): string => text,
    title: colors.bold,
    quiet: colors.dim,
  } satisfies Readonly<Record<LineStyle, (text: string) => string>>;
  return lines
    .flatMap(({ text, style, indent, hang }) =>
      wrap(text, width, indent, hang).map((row) => (row === '' ? row : paint[style](row))),
    )
    .map((row) => `${row}\n`)
    .join('');
}

/** Breaks at word ends; a word that is longer than a row, such as an address, is broken where the row ends. */
export function wrap(text: string, width: number, indent = 0, hang = indent): string[] {
  // A narrow screen has no room for deep indents.
  const margin = (spaces: number): string => ' '.repeat(Math.min(spaces, Math.floor(width / 4)));
  const rows: string[] = [];
  let row = margin(indent);
  let isBlank = true;
  const end = (): void => {
    rows.push(row.trimEnd());
    row = margin(hang);
    isBlank = true;
  };
  for (const word of text.split(/\s+/).filter((part) => part !== '')) {
    const letters = [...word];
    if (!isBlank && [...row].length + 1 + letters.length > width) end();
    row += isBlank ? '' : ' ';
    isBlank = false;
    while (letters.length > width - [...row].length) {
      row += letters.splice(0, width - [...row].length).join('');
      end();
    }
    row += letters.join('');
    isBlank = letters.length === 0;
  }
  if (!isBlank || rows.length === 0) end();
  return rows;
}
