import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readYamlCarefully } from '../../../src/core/catalog/careful-yaml.js';
import { readUsualYaml } from '../../../src/core/catalog/usual-yaml.js';
import { parseYamlFile } from '../../../src/core/catalog/yaml-file.js';
import { dataFiles } from '../../data-files.js';

/** What the parser that keeps every position reads; undefined where it finds a fault. */
function readCarefully(text: string): unknown {
  const read = readYamlCarefully(text, (_, code) => ({ file: '', line: 1, column: 1, code, details: {} }));
  return 'faults' in read ? undefined : read.value;
}

/** Read fast, a text means the same, or is left to the careful parser. */
function expectSame(text: string): void {
  const usual = readUsualYaml(text);
  if (usual !== undefined) expect({ text, value: usual }).toStrictEqual({ text, value: readCarefully(text) });
}

describe('reading usual YAML', () => {
  it('reads every file of the data, and as the careful parser does', () => {
    for (const [path, text] of dataFiles) {
      expect({ path, value: readUsualYaml(text) }).toStrictEqual({ path, value: readCarefully(text) });
    }
  });

  it.each([
    ['a: on', { a: 'on' }],
    ['a: yes', { a: 'yes' }],
    ['a: 1_000', { a: '1_000' }],
    ['a: 2024', { a: 2024 }],
    ['a: 12.50', { a: 12.5 }],
    ['a: 2024-05', { a: '2024-05' }],
    ['a: 2024-05-31', { a: '2024-05-31' }],
    ['a: 12:30', { a: '12:30' }],
    ['a: 1. Mai', { a: '1. Mai' }],
    ['a: true', { a: true }],
    ['a: ~', { a: null }],
    ['a:', { a: null }],
    ["a: ''", { a: '' }],
    ['a: "2024"', { a: '2024' }],
    ['2024: a', { '2024': 'a' }],
    ['a: b#c # d', { a: 'b#c' }],
    ['a: b\n  c\n\n  d', { a: 'b c\nd' }],
    ['a: [b, c d,\n  "e"]', { a: ['b', 'c d', 'e'] }],
    ['a: { b: c }\r\nd:\r\n  - e\r\n', { a: { b: 'c' }, d: ['e'] }],
    ['- a: b\n  c: d\n- e', [{ a: 'b', c: 'd' }, 'e']],
  ])('reads %j', (text, value) => {
    expect(readUsualYaml(text)).toStrictEqual(value);
    expect(readCarefully(text)).toStrictEqual(value);
  });

  it.each([
    'a: 0o7',
    'a: 0x1F',
    'a: 1e3',
    'a: .inf',
    'a: -1',
    'a: +1',
    'a: 007',
    'a: True',
    'a: 12345678901234567890',
    'a: 1\na: 2',
    'a: &b c',
    'a: *b',
    'a: !!str 1',
    'a: |\n  b',
    'a: >-\n  b',
    'a:\tb',
    '\uFEFFa: b',
    '---\na: b',
    'a: b\n...\n',
    '%YAML 1.2\n---\na: b',
    '? a\n: b',
    ': b',
    '[a]: b',
    '<<: { a: b }',
    '__proto__: a',
    'toString: a',
    `${'a'.repeat(1100)}: b`,
    'a: "b \\\n  c"',
    'a: "b',
    'a: [b',
    'a: b: c',
    '@a',
    '',
    '# a',
    '~',
  ])('leaves %j to the careful parser', (text) => {
    expect(readUsualYaml(text)).toBeUndefined();
  });

  it('never reads another value than the careful parser, whatever stands in a file', () => {
    fc.assert(fc.property(yamlText, expectSame), { numRuns: 2000 });
  });

  it('never does so in a file of the data that was edited at random', () => {
    fc.assert(fc.property(editedFile, expectSame), { numRuns: 300 });
  });
});

describe('a file that is read fast', () => {
  it('knows the place of every value', () => {
    const read = parseYamlFile('a.yaml', 'a: 1\nb:\n  - c\n  - d: e\n');
    const file = 'file' in read ? read.file : undefined;

    expect(file?.fault(['b', 1, 'd'], 'date')).toMatchObject({ file: 'a.yaml', line: 4, column: 8 });
    expect(file?.faultAtKey(['b', 1, 'd'], 'unknownKey')).toMatchObject({ line: 4, column: 5 });
    expect(file?.fault(['b', 7], 'date')).toMatchObject({ line: 3, column: 3 });
    expect(file?.fault([], 'missingKey')).toMatchObject({ line: 1, column: 1 });
  });
});

/** Pieces that mean something in YAML, or look as if they did. */
const PIECES = [
  ...[
    ' ',
    '  ',
    '\n',
    '\n\n',
    '\n  ',
    '\n    ',
    '\r\n',
    '\t',
    '# a',
    ' # a',
    '- ',
    '\n- ',
    '\n  - ',
    ': ',
    ':',
    ', ',
    ',',
  ],
  ...[
    '"',
    "'",
    '[',
    ']',
    '{',
    '}',
    '? ',
    '?',
    '|',
    '>',
    '|-\n',
    '&a ',
    '*a',
    '!a ',
    '%a',
    '@',
    '`',
    '\\',
    '\\n',
    '\\x41',
  ],
  ...[
    '~',
    'null',
    'true',
    'True',
    'on',
    'no',
    '0',
    '7',
    '007',
    '0o7',
    '0x1F',
    '1_000',
    '1e3',
    '.5',
    '-1',
    '+1',
    '.inf',
  ],
  ...[
    '2024',
    '2024-05-31',
    '12:30',
    '---',
    '...',
    '<<',
    '__proto__',
    'a',
    'b c',
    'ä',
    '😀',
    '\u2028',
    '\u00A0',
    '\uFEFF',
  ],
  ...['a: b', '\na: ', '\nb: ', '\n  c: ', 'a: [b, c]', '{ a: b }', '""', "''", '[]', '{}'],
];

const yamlText = fc.array(fc.constantFrom(...PIECES), { maxLength: 14 }).map((pieces) => pieces.join(''));

/** A stretch of a file with something put in, left out or put in the place of something. */
const editedFile = fc
  .tuple(
    fc.constantFrom(...dataFiles.values()),
    fc.nat(),
    fc.array(fc.tuple(fc.nat(), fc.nat(3), fc.constantFrom(...PIECES)), { minLength: 1, maxLength: 3 }),
  )
  .map(([text, from, edits]) => {
    const start = text.indexOf('\n', from % text.length) + 1;
    return edits.reduce(
      (edited, [at, without, piece]) => {
        const place = at % (edited.length + 1);
        return edited.slice(0, place) + piece + edited.slice(place + without);
      },
      text.slice(start, start + 3000),
    );
  });
