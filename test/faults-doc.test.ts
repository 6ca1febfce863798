import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { FAULTS } from './faults/faults.js';

const DOC = readFileSync(new URL('../docs/faults.md', import.meta.url), 'utf8');
const COLUMNS = ['fault', 'the user sees', 'the operator sees', 'the mend', 'shown by'];

/** Cells of all tables, their heads left out. */
const rows = DOC.split('\n')
  .filter((line) => line.startsWith('|') && !/^[|\s-]*$/.test(line))
  .map((line) =>
    line
      .slice(1, -1)
      .split('|')
      .map((cell) => cell.trim()),
  )
  .filter(([first]) => first !== COLUMNS[0]);

describe('docs/faults.md', () => {
  it('tells of every fault who sees what, and the mend', () => {
    expect(rows.length).toBeGreaterThan(30);
    for (const row of rows) {
      expect(row, row[0]).toHaveLength(COLUMNS.length);
      expect(
        row.every((cell) => cell !== ''),
        row[0],
      ).toBe(true);
    }
  });

  it.each(rows.map((row) => [row[0], row.at(-1) ?? '']))('names tests that exist: %s', (_, cell) => {
    const tests = cell.split('<br>').map((test) => /^`([^`]+)`: (.+)$/.exec(test));
    for (const [, path = '', name = ''] of tests.map((test) => test ?? [])) {
      const file = new URL(`../${path}`, import.meta.url);
      expect(path !== '' && existsSync(file), `${cell}: ${path}`).toBe(true);
      expect(readFileSync(file, 'utf8')).toContain(name);
    }
  });

  it('names every fault that npm run faults tries', () => {
    for (const { name } of FAULTS) {
      expect(DOC).toContain(`\`test/faults/faults.js\`: ${name}`);
    }
  });
});
