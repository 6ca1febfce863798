import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

/** The chain inside the core: each folder knows itself and those before it (docs/adr/0002). */
const CHAIN = ['language', 'catalog', 'question', 'search', 'answer', 'conversation', 'review'];
const CORE_PACKAGES =
  /^(?:minisearch|zod|js-yaml|yaml|csv-stringify\/browser\/esm\/sync|@orama\/stemmers\/\w+|@orama\/stopwords\/\w+)$/;
const IMPURE_GLOBALS = ['process', 'console', 'fetch', 'require', 'Buffer', 'performance', 'crypto', 'globalThis'];
const IMPURE_CALLS = ['Date.now', 'Math.random', 'setTimeout', 'setInterval', 'setImmediate', 'queueMicrotask'];

describe('module boundaries', () => {
  it('hold in src/', () => {
    expect(violations(readSources())).toEqual([]);
  });

  it.each([
    ['main.ts', "import { x } from './core/answer/answer.js';", 'past the door of the core'],
    ['commands/ask.ts', "export * from '../core/planlotse.js';", 'past the door of the core'],
    ['adapters/slack/a.ts', "import { x } from '../files/b.js';", 'another adapter'],
    ['adapters/slack/a.ts', "import { x } from '../../commands/b.js';", 'upwards'],
    ['adapters/slack/a.ts', "await import('../../core/catalog/catalog.js');", 'past the door of the core'],
    ['core/search/a.ts', "import type { X } from '../answer/answer.js';", 'up the chain'],
    ['core/language/a.ts', "import { X } from '../catalog/catalog.js';", 'up the chain'],
    ['core/answer/a.ts', "import { X } from '../planlotse.js';", 'up the chain'],
    ['core/planlotse.ts', "import { X } from './index.js';", 'its own door'],
    ['core/answer/a.ts', "import { X } from '../../adapters/files/b.js';", 'out of the core'],
    ['core/catalog/a.ts', "import { readFileSync } from 'node:fs';", 'no package of the core'],
    ['core/question/a.ts', "import { parse } from 'yaml';", 'yaml outside catalog'],
    ['core/search/a.ts', "import { load } from 'js-yaml';", 'yaml outside catalog'],
    ['core/conversation/a.ts', "import { x } from 'csv-stringify/browser/esm/sync';", 'csv outside answer'],
    ['core/catalog/a.ts', "import { x } from './b.ts';", 'without .js'],
    ['adapters/adapter.ts', "import { x } from './slack/b.js';", 'another adapter'],
    ['core/catalog/a.ts', 'const now = Date.now();', 'Date.now'],
    ['core/catalog/a.ts', 'const now = new Date();', 'new Date()'],
    ['core/catalog/a.ts', 'const x = () => process.env.X;', 'process'],
    ['core/catalog/a.ts', 'console.log(1);', 'console'],
    ['core/catalog/a.ts', "void fetch('x');", 'fetch'],
    ['core/catalog/a.ts', 'const x = [1].map(Math.random);', 'Math.random'],
  ])('refuse in %s: %s', (path, text, reason) => {
    expect(violations(new Map([[path, text]])).join()).toContain(reason);
  });

  it.each([
    ['main.ts', "import { run } from './commands/run.js'; process.exitCode = await run();"],
    ['commands/ask.ts', "import { x } from '../adapters/files/b.js'; import { y } from '../core/index.js';"],
    ['adapters/slack/a.ts', "import { x } from './b.js'; import { y } from '../../core/index.js'; fetch('x');"],
    ['core/conversation/a.ts', "import { X } from '../answer/answer.js'; import { y } from '../language/fold.js';"],
    ['core/index.ts', "export { x } from './planlotse.js';"],
    ['core/answer/a.ts', "import { x } from 'csv-stringify/browser/esm/sync';"],
    ['adapters/slack/a.ts', "import type { X } from '../adapter.js';"],
    ['core/catalog/a.ts', "import { parse } from 'yaml'; const day = new Date('2024-01-01'); const o = { fetch: 1 };"],
  ])('allow in %s: %s', (path, text) => {
    expect(violations(new Map([[path, text]]))).toEqual([]);
  });

  it('refuse a circle of modules, type imports included', () => {
    const circle = new Map([
      ['core/catalog/a.ts', "import type { B } from './b.js';"],
      ['core/catalog/b.ts', "import { C } from './c.js';"],
      ['core/catalog/c.ts', "export * from './a.js';"],
    ]);
    expect(violations(circle)).toEqual([
      'core/catalog/a.ts → core/catalog/b.ts → core/catalog/c.ts → core/catalog/a.ts: a circle',
    ]);
  });
});

/** Sources by path relative to `src/`. */
type Sources = ReadonlyMap<string, string>;

function readSources(): Sources {
  const src = fileURLToPath(new URL('../src', import.meta.url));
  const entries = readdirSync(src, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile() && entry.name.endsWith('.ts'));
  return new Map(
    paths.map(({ parentPath, name }) => {
      const full = join(parentPath, name);
      return [relative(src, full).replaceAll('\\', '/'), readFileSync(full, 'utf8')];
    }),
  );
}

function violations(sources: Sources): string[] {
  const imports = new Map([...sources].map(([path, text]) => [path, importsOf(text)]));
  return [
    ...[...imports].flatMap(([path, targets]) =>
      targets.flatMap((target) => {
        const reason = forbidden(path, target);
        return reason === undefined ? [] : [`${path} imports ${target}: ${reason}`];
      }),
    ),
    ...[...sources].flatMap(([path, text]) =>
      path.startsWith('core/') ? impurities(text).map((name) => `${path} uses ${name}`) : [],
    ),
    ...circles(imports),
  ];
}

function importsOf(text: string): string[] {
  return ts.preProcessFile(text, true, true).importedFiles.map(({ fileName }) => fileName);
}

/** Why a module may not import another; nothing where it may. */
function forbidden(path: string, specifier: string): string | undefined {
  const [layer = '', folder = ''] = placeOf(path);
  if (!specifier.startsWith('.')) {
    if (layer !== 'core') return undefined;
    if (!CORE_PACKAGES.test(specifier)) return 'no package of the core';
    if (/^(?:js-)?yaml$/.test(specifier) && folder !== 'catalog') return 'yaml outside catalog';
    return specifier.startsWith('csv-') && folder !== 'answer' ? 'csv outside answer' : undefined;
  }
  if (!specifier.endsWith('.js')) return 'without .js';
  const target = resolveImport(path, specifier);
  const [targetLayer = '', targetFolder = ''] = placeOf(target);
  if (layer === 'core') {
    if (targetLayer !== 'core') return 'out of the core';
    if (target === 'core/index.ts') return 'its own door';
    return rank(targetFolder) > rank(folder) ? 'up the chain' : undefined;
  }
  if (targetLayer === 'core') return target === 'core/index.ts' ? undefined : 'past the door of the core';
  if (LAYERS.indexOf(targetLayer) > LAYERS.indexOf(layer)) return 'upwards';
  // What stands beside the adapters' folders is their common contract.
  return layer === 'adapters' && targetFolder !== '' && targetFolder !== folder ? 'another adapter' : undefined;
}

const LAYERS = ['adapters', 'commands', 'main'];

/** The layer of a module and its folder in it; modules at the root of the core have no folder. */
function placeOf(path: string): string[] {
  const parts = path.replace(/\.ts$/, '').split('/');
  return parts.length > 2 ? parts.slice(0, 2) : parts.slice(0, 1);
}

function rank(folder: string): number {
  const place = CHAIN.indexOf(folder);
  if (place < 0 && folder !== '') throw new Error(`core/${folder} is not in the chain: give it its place`);
  return place < 0 ? CHAIN.length : place;
}

function resolveImport(path: string, specifier: string): string {
  return posix.join(dirname(path), specifier).replace(/\.js$/, '.ts');
}

/** What would make the core depend on the machine or the moment. */
function impurities(text: string): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node) && IMPURE_GLOBALS.includes(node.text) && !isName(node)) found.push(node.text);
    if ((ts.isPropertyAccessExpression(node) || ts.isIdentifier(node)) && IMPURE_CALLS.includes(node.getText(source))) {
      found.push(node.getText(source));
    }
    if (ts.isNewExpression(node) && node.expression.getText(source) === 'Date' && !node.arguments?.length) {
      found.push('new Date()');
    }
    if (ts.isCallExpression(node) && node.expression.getText(source) === 'Date') found.push('Date()');
    ts.forEachChild(node, visit);
  };
  const source = ts.createSourceFile('source.ts', text, ts.ScriptTarget.ES2022, true);
  visit(source);
  return found;
}

/** Whether an identifier only names a property: `{ fetch: 1 }`, `text.process`. */
function isName(node: ts.Identifier): boolean {
  const { parent } = node;
  return (
    (ts.isPropertyAccessExpression(parent) && parent.name === node) ||
    ((ts.isPropertyAssignment(parent) || ts.isPropertySignature(parent)) && parent.name === node)
  );
}

function circles(imports: ReadonlyMap<string, readonly string[]>): string[] {
  const done = new Set<string>();
  const visit = (path: string, trail: readonly string[]): string[] => {
    const start = trail.indexOf(path);
    if (start >= 0) return [`${[...trail.slice(start), path].join(' → ')}: a circle`];
    if (done.has(path)) return [];
    const next = (imports.get(path) ?? []).filter((target) => target.startsWith('.'));
    const found = next.flatMap((target) => visit(resolveImport(path, target), [...trail, path]));
    done.add(path);
    return found;
  };
  return [...imports.keys()].flatMap((path) => visit(path, []));
}
