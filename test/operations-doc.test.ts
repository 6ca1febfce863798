import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { serveEnvironment } from '../src/commands/environment.js';

const guide = readFileSync('docs/betrieb.md', 'utf8');
const example = readFileSync('.env.example', 'utf8');

/** Of a single answer, not of the start. */
const RUNNING: ReadonlySet<string> = new Set(['SLACK_RESPONSE_REFUSED']);

/** Codes of what can end or delay the start, as the sources have them. */
const START_CODES = [
  ...codesIn('src/commands', /readonly code = '([A-Z_]+)'/g),
  ...codesIn(
    'src/adapters/slack',
    /'(SLACK_(?:[A-Z]+_)*(?:REFUSED|TOKEN|SCOPE|TAKEN|UNREACHABLE|ERROR|CLOSED|LIMITED))'/g,
  ),
  ...codesIn('src/adapters/discord', /'(DISCORD_[A-Z_]+_REFUSED|DISCORD_UNAVAILABLE)'/g),
].filter((code) => !RUNNING.has(code));

describe('the guide for operators', () => {
  it.each(['PLANLOTSE_DATA', ...Object.keys(serveEnvironment.shape)])('explains %s', (name) => {
    expect(guide).toContain(`\`${name}\``);
    expect(example).toContain(`${name}=`);
  });

  it.each([...new Set(START_CODES)])('has the mend of %s in both languages', (code) => {
    const [german, english] = guide.split('\n# Operations\n');
    expect(german).toContain(`\`${code}\``);
    expect(english).toContain(`\`${code}\``);
  });
});

function codesIn(folder: string, pattern: RegExp): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    .flatMap((path) => [...readFileSync(join(folder, path), 'utf8').matchAll(pattern)].map(([, code = '']) => code));
}
