import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { expect, it, vi } from 'vitest';

// The checker without its native parts, so that it finds the same on every machine.
vi.stubEnv('RECHECK_BACKEND', 'pure');
const { checkSync } = await import('recheck');

const SRC = fileURLToPath(new URL('../src', import.meta.url));
const UNHURRIED = 100_000;

/** So that the checker ends by the steps that it has taken, which are the same everywhere, and never by the clock. */
const STEPS = {
  timeout: UNHURRIED,
  seedingTimeout: UNHURRIED,
  incubationTimeout: UNHURRIED,
  attackTimeout: UNHURRIED,
  // Fewer than by default; enough to find those that were here.
  maxIteration: 4,
};

it.each(expressions())(
  'cannot be driven to blow up: $path $text',
  { timeout: UNHURRIED },
  async ({ source, flags }) => {
    // The checker holds the thread, and the runner wants to hear from it.
    await setImmediate();
    expect(checkSync(source, flags, STEPS)).toMatchObject({ status: 'safe' });
  },
);

it.each([/^(a+)+$/, /\s*&[a-z]{0,3}…$/, /[-*]|(?<=^\s*)[+#]/gm])('notices %s, which can', ({ source, flags }) => {
  expect(checkSync(source, flags, STEPS)).toMatchObject({ status: 'vulnerable' });
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
