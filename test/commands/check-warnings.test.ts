import { join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { explainWarning, WARNING_CODES, type WarningCode } from '../../src/core/index.js';
import { broken, type DataFiles, type Edit, fewFiles, PROBE, PROBE_PATH } from '../data-files.js';
import { folderOf, runProgram } from './run-program.js';

/** One way to make data worth a look; "¦" marks the place. */
const CASES: readonly (readonly [
  name: string,
  code: WarningCode,
  path: string,
  edits: readonly Edit[],
  words: Words,
])[] = [
  [
    'a review that is due',
    'reviewDue',
    PROBE_PATH,
    [['reviewBy: 2027', 'reviewBy: ¦2025-12']],
    ['„reviewBy“ (2025-12) ist vorbei', 'setzen Sie ein neues Datum'],
  ],
  [
    'a title without English',
    'missingTranslation',
    PROBE_PATH,
    [['  de: Probe für Prüfungen\n  en: Probe for checks', '  ¦de: Probe für Prüfungen']],
    ['„en“ fehlt: title, shortTitle.', 'Ergänzen Sie den Text'],
  ],
  [
    'a summary that is not translated',
    'sameTranslation',
    PROBE_PATH,
    [
      ['  de: Probe\nsummary', '  de: Probe\n  en: Probe\nsummary'],
      ['  en: A probe that faults can be shown with.', '  en: ¦Eine Probe, an der sich Fehler zeigen lassen.'],
    ],
    ['in „en“ ist die deutsche', 'Übersetzen oder entfernen'],
  ],
  [
    'a measure that runs past its end',
    'late',
    PROBE_PATH,
    [['end: 2027-06', 'end: ¦2025-12']],
    ['Der Stand ist „running“', '(2025-12)', 'neuere Quelle'],
  ],
  [
    'a measure without a contact',
    'noContact',
    PROBE_PATH,
    [
      [/contact:\n(?: {2}.*\n)+/, ''],
      ['lead: hmais', 'lead: ¦hmwk'],
    ],
    ['keinen Kontakt', '„hmwk“', '„url“ in organisations.yaml'],
  ],
  [
    'sources that nobody has looked up',
    'sourcesUnchecked',
    PROBE_PATH,
    [
      ['    checkedOn: 2025-12-01\n', ''],
      ['  - url: https://hessen.de/quelle', '  - ¦url: https://hessen.de/quelle'],
    ],
    ['Bei keiner Quelle', '„checkedOn“'],
  ],
  [
    'a source of tomorrow',
    'futureDate',
    PROBE_PATH,
    [['date: 2025-01-31', 'date: ¦2062-01-31']],
    ['„date“ (2062-01-31) liegt in der Zukunft', 'Berichtigen Sie'],
  ],
  [
    'an organisation that ended without a successor',
    'noSuccessor',
    'organisations.yaml',
    [[/- id: landtag\n/, '- id: landtag\n  validTo: ¦2024\n']],
    ['„landtag“ gibt es seit 2024 nicht mehr', '„successors“'],
  ],
];

type Words = readonly string[];

describe('a warning tells what and where, and how to mend it:', () => {
  it.each(CASES)('%s', async (_, code, path, edits, words) => {
    const { files, places } = broken(fewFiles, path, ...edits);
    const { warnings } = await check(files);
    const found = warnings.filter((warning) => warning.code === code && places.includes(placeOf(warning)));
    expect(found).toHaveLength(1);
    for (const part of words) expect(`${found[0]?.message} ${found[0]?.mend}`).toContain(part);
    const before = await check(fewFiles);
    expect(before.warnings.map(sentence)).not.toContain(sentence(found[0]));
  });

  it('a keyword of more than a handful of records, once', async () => {
    const copies = [...'abcdefgh'].map((letter): [string, string] => [`measures/probe-${letter}.yaml`, PROBE]);
    const few = await check(new Map([...fewFiles, ...copies.slice(0, 6)]));
    expect(few.warnings.filter(({ code }) => code === 'commonKeyword')).toEqual([]);
    const many = await check(new Map([...fewFiles, ...copies]));
    const found = many.warnings.filter(({ code }) => code === 'commonKeyword');
    expect(found.map(({ message }) => message)).toEqual([
      'Das Stichwort „Probe“ steht in 9 Einträgen und hebt keinen mehr hervor.',
    ]);
  });

  it('in both languages, first what was found and then what to do', () => {
    for (const code of WARNING_CODES) {
      for (const language of ['de', 'en'] as const) {
        const { message, mend } = explainWarning({ file: '', line: 1, column: 1, code, details: DETAILS }, language);
        expect(message, code).toMatch(/\S\.$/);
        expect(mend, code).toMatch(/\S\.$/);
      }
    }
  });
});

/** What any message can name. */
const DETAILS = Object.fromEntries(
  'date tag fields question found status lead keyword count key id url target reason'
    .split(' ')
    .map((key) => [key, 'x']),
);

describe('a review day', () => {
  it.each([
    ['2026-06', '2026-06-30', 0],
    ['2026-06', '2026-07-01', 1],
    ['2026', '2026-12-31', 0],
    ['2026-06-30', '2026-06-30', 0],
    ['2026-06-30', '2026-07-01', 1],
  ])('of %s on %s makes %d warnings', async (date, today, count) => {
    const { files } = broken(fewFiles, PROBE_PATH, ['reviewBy: 2027', `reviewBy: ${date}`]);
    const { warnings } = await check(files, '--today', today);
    expect(warnings.filter(({ code }) => code === 'reviewDue')).toHaveLength(count);
  });
});

describe('warnings', () => {
  test('come after the summary by kind, the rarest first, at most three of each', async () => {
    const folder = await folderOf(fewFiles);
    const { code, stdout } = await runProgram(['check', '--data', folder]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^Die Daten sind in Ordnung\.\n/);
    expect(stdout).toMatch(/\n\n\d+ Hinweise\. Sie sind keine Fehler/);
    expect(stdout).toMatch(/\nÜbersetzung fehlt \(missingTranslation\): 1\n {2}\S+measures\/probe\.yaml:8:3 In der/);
    const counts = [...stdout.matchAll(/^\S.* \((\w+)\): (\d+)$/gm)].map(([, , count]) => Number(count));
    expect(counts).toEqual([...counts].sort((a, b) => a - b));
    expect(counts.length).toBeGreaterThan(1);
    const unchecked = /\(sourcesUnchecked\): (\d+)\n((?: {2}.*\n)+)/.exec(stdout);
    expect(unchecked?.[2]?.split('\n').filter((line) => line.includes('/'))).toHaveLength(3);
    expect(stdout).toContain(
      `… und ${Number(unchecked?.[1]) - 3} weitere: planlotse check --warnings sourcesUnchecked`,
    );
  });

  test('can be shown in full, of one kind, in English, or not at all', async () => {
    const folder = await folderOf(fewFiles);
    const lines = async (...args: readonly string[]): Promise<string[]> => {
      const { stdout } = await runProgram(['check', '--data', folder, ...args]);
      return stdout.split('\n').filter((line) => /\.yaml:\d+:\d+ /.test(line));
    };
    const all = await lines('--warnings', 'all');
    const unchecked = await lines('--warnings', 'sourcesUnchecked');
    expect(all.length).toBeGreaterThan(unchecked.length);
    expect(unchecked.length).toBeGreaterThan(3);
    expect(unchecked.every((line) => line.includes('Bei keiner Quelle'))).toBe(true);
    expect(await lines('--warnings', 'none')).toEqual([]);
    expect((await lines('--warnings', 'missingTranslation', '--language', 'en')).join()).toContain('Missing in the');
    const wrong = await runProgram(['check', '--data', folder, '--warnings', 'nonsense']);
    expect(wrong.code).toBe(2);
    expect(wrong.stderr).toContain('Known are all, summary, none, reviewDue');
  });

  test('change the exit code only with --strict', async () => {
    const folder = await folderOf(fewFiles);
    expect((await runProgram(['check', '--data', folder])).code).toBe(0);
    expect((await runProgram(['check', '--data', folder, '--strict', '--warnings', 'none'])).code).toBe(1);
  });

  test('are not looked for in broken records', async () => {
    const { files } = broken(fewFiles, PROBE_PATH, ['lead: hmais', 'lead: nirgendwo']);
    const { code, warnings, faults } = await check(files);
    expect({ code, warnings }).toEqual({ code: 1, warnings: [] });
    expect(faults).toHaveLength(1);
  });
});

interface Found {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly code: string;
  readonly message: string;
  readonly mend: string;
}

async function check(files: DataFiles, ...args: readonly string[]) {
  const folder = await folderOf(files);
  const io = { cwd: join(folder, '..') };
  const { code, stdout } = await runProgram(['check', '--json', '--data', folder, ...args], io);
  const { faults, warnings } = JSON.parse(stdout) as Record<'faults' | 'warnings', readonly Found[]>; // docs/cli.md
  const relative = (found: Found): Found => ({ ...found, file: found.file.replace(/^data\//, '') });
  return { code, faults: faults.map(relative), warnings: warnings.map(relative) };
}

function sentence(found: Found | undefined): string {
  return `${found?.file} ${found?.message}`;
}

function placeOf({ file, line, column }: Found): string {
  return `${file}:${line}:${column}`;
}
