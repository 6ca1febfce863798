import { Marked, type Token, type Tokens } from 'marked';
import { describe, expect, it, test } from 'vitest';
import { escapeMarkdown } from '../../src/commands/escape-markdown.js';
import { COMMENT_MARK, MAX_COMMENT_LENGTH } from '../../src/commands/render-diff-markdown.js';
import { broken, fewFiles, PROBE, PROBE_PATH } from '../data-files.js';
import { folderOf, runProgram } from './run-program.js';

const NASTY = [
  '@minister please | look',
  'a | b \\| c \\\\| d',
  '<img src=x onerror=alert(1)> & </details>',
  '[link](https://example.org) ![x](y) https://example.org www',
  '`code` ``` **bold** _it_ ~~gone~~ $x^2$ :smile: #12 GH-3',
  '| --- | --- |',
  '- Liste # Titel',
  '&#64;minister &lt;b&gt;',
];

const markdown = new Marked({ gfm: true });

/** All tokens of a text, the inner ones included. */
function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  markdown.walkTokens(markdown.lexer(text), (token) => {
    tokens.push(token);
  });
  return tokens;
}

/** What a reader sees of rendered HTML. */
function visible(html: string): string {
  return html
    .replace(/<[^>]+>/g, '')
    .replace(/&#(\d+);/g, (_, number: string) => String.fromCharCode(Number(number)))
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
    .replaceAll('\u200B', '')
    .trim();
}

describe('text of the data in Markdown', () => {
  it.each(NASTY)('is shown letter by letter in a cell: %s', (text) => {
    const table = `| a | b |\n| --- | --- |\n| ${escapeMarkdown(text)} | x |\n`;
    const [token, ...others] = markdown.lexer(table);
    expect(others).toEqual([]);
    const { rows } = token as Tokens.Table; // the only token is the table
    expect(rows.map((row) => row.length)).toEqual([2]);
    expect(rows[0]?.[1]?.text).toBe('x');
    const cell = rows[0]?.[0];
    expect(new Set(cell?.tokens.map(({ type }) => type))).toEqual(new Set(['text']));
    expect(visible(markdown.parser([{ type: 'paragraph', raw: '', text: '', tokens: cell?.tokens ?? [] }]))).toBe(text);
  });

  it('never has a name or a number that GitHub would notify or link', () => {
    const shown = visible(escapeMarkdown('@minister #12')).length;
    expect(shown).toBe('@minister #12'.length);
    // GitHub decodes references before it looks for names: the space of no width then stands behind the sign.
    const decoded = escapeMarkdown('@minister #12').replace(/&#(\d+);/g, (_, number: string) =>
      String.fromCharCode(Number(number)),
    );
    expect(decoded).toBe('@\u200Bminister #\u200B12');
  });
});

async function diffAsMarkdown(files: ReadonlyMap<string, string>): Promise<string> {
  const [old, next] = [await folderOf(fewFiles), await folderOf(files)];
  const { code, stdout } = await runProgram(['diff', old, next, '--format', 'markdown']);
  expect(code).toBe(0);
  return stdout;
}

test('makes whole tables and nothing else of whatever stands in the data', { timeout: 60_000 }, async () => {
  const quoted = NASTY.map((text) => JSON.stringify(text));
  const { files } = broken(
    fewFiles,
    PROBE_PATH,
    ['- Probe-Netzwerk', quoted.map((text) => `- ${text}`).join('\n  ')],
    ['  de: Probe für Prüfungen', `  de: ${quoted[2]}`],
  );
  const text = await diffAsMarkdown(files);
  expect(text.startsWith(`${COMMENT_MARK}\n\n## Was die Änderung bewirkt\n`)).toBe(true);
  const tokens = tokensOf(text);
  const tables = tokens.filter((token): token is Tokens.Table => token.type === 'table');
  expect(tables.length).toBeGreaterThan(1);
  for (const { header, rows } of tables) {
    for (const row of rows) expect(row).toHaveLength(header.length);
  }
  const html = tokens.filter(({ type }) => type === 'html').map(({ raw }) => raw);
  const tags = html.flatMap((raw) => [...raw.matchAll(/<\/?([a-z]+)/g)].map((match) => match[1]));
  expect(new Set(tags)).toEqual(new Set(['details', 'summary', 'b', 'code']));
  expect(text.match(/<details>/g)?.length).toBe(text.match(/<\/details>/g)?.length);
  expect(tokens.filter(({ type }) => ['link', 'image', 'codespan', 'del'].includes(type))).toEqual([]);
  expect(visible(markdown.parse(text, { async: false }))).toContain('@minister please | look');
  expect(text).not.toMatch(/[@#](?=\w)(?<!&#)/);
});

test('stays within what GitHub takes, and says that it was cut', { timeout: 60_000 }, async () => {
  const long = 'sehr lang '.repeat(6).trim();
  const copies = Array.from({ length: 120 }, (_, index): [string, string] => [
    `measures/probe-${index}.yaml`,
    PROBE.replace('- Probe-Netzwerk', `- ${long} ${index}\n  - ${long} zweitens ${index}`),
  ]);
  const text = await diffAsMarkdown(new Map([...fewFiles, ...copies]));
  expect(text.length).toBeLessThanOrEqual(MAX_COMMENT_LENGTH);
  expect(text.length).toBeGreaterThan(MAX_COMMENT_LENGTH / 10);
  expect(text).toMatch(/\n\*Gekürzt, weil GitHub nicht mehr Text annimmt\..*\*\n$/);
  expect(text).toMatch(/… und \d+ weitere/);
  expect(text).toContain('- Einträge: 120 neu');
});
