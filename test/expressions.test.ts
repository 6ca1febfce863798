import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { expect, it, vi } from 'vitest';

// The checker without its native parts, so that it finds the same on every machine.
vi.stubEnv('RECHECK_BACKEND', 'pure');
const { checkSync } = await import('recheck');

const SRC = fileURLToPath(new URL('../src', import.meta.url));
const UNHURRIED = 100_000;

/** Expressions that the checker cannot judge, or judges wrongly, and why a user's text drives none of them to blow up. */
const KNOWN = new Map([
  // Counted repetitions: no start takes more than 35 steps before it fails.
  ['commands/create-log.ts', String.raw`/xox[a-z]-[\w-]+|xapp-[\w-]+|(?<![\w-])[\w-]{23,28}\.[\w-]{6,7}\.[\w-]{27,}/g`],
  // It reads summaries of data/ only; what stands before a full stop has two or four characters.
  ['core/answer/card.ts', String.raw`/(?<=[\p{Ll})”“"]{2}|\d{4})[.!?](?=\s+[\p{Lu}„“"])/gu`],
  // They read mailboxes of data/ only, when it is checked.
  [
    'core/catalog/mailbox.ts',
    '/^.{3,}(?:amt|behoerde|stelle|buero|zentrum|beirat|rat|verein|hilfe|kurse?|schule|schutz|recht|projekte?|programm|foerderung|beratung|netzwerk)$|^.{5,}(?:ung|heit|keit|schaft|tion|ismus)$/',
  ],
]);

const found = expressions();

it.each(found.filter(({ path, text }) => KNOWN.get(path) !== text))(
  'cannot be driven to blow up: $path $text',
  { timeout: UNHURRIED },
  ({ source, flags }) => {
    expect(checkSync(source, flags, { timeout: UNHURRIED })).toMatchObject({ status: 'safe' });
  },
);

it('notices an expression that can', () => {
  expect(checkSync('^(a+)+$', '').status).toBe('vulnerable');
});

it('excuses none that is no longer there', () => {
  for (const [path, text] of KNOWN) expect(found).toContainEqual(expect.objectContaining({ path, text }));
});

interface Expression {
  readonly path: string;
  readonly text: string;
  readonly source: string;
  readonly flags: string;
}

/** Every regular expression of the sources, each once. */
function expressions(): Expression[] {
  const paths = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.ts'));
  const byText = new Map<string, Expression>();
  for (const path of paths) {
    const visit = (node: ts.Node): void => {
      if (ts.isRegularExpressionLiteral(node)) {
        const { text } = node;
        const end = text.lastIndexOf('/');
        byText.set(text, { path, text, source: text.slice(1, end), flags: text.slice(end + 1) });
      }
      ts.forEachChild(node, visit);
    };
    visit(ts.createSourceFile(path, readFileSync(join(SRC, path), 'utf8'), ts.ScriptTarget.ES2022));
  }
  return [...byText.values()];
}
