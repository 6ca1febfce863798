import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { createFolderMissStore } from '../../src/adapters/misses/folder-miss-store.js';
import { daysBefore, weekOf } from '../../src/commands/days.js';
import { runProgram, temporaryFolder } from './run-program.js';

const DAYS = ['2026-01-05', '2026-01-06', '2026-01-12'];
let env = { PLANLOTSE_MISSES: '' };

beforeEach(async () => {
  env = { PLANLOTSE_MISSES: join(await temporaryFolder(), 'counts') };
});

/** Counts what people asked for, as `serve` does. */
async function count(...words: readonly string[]): Promise<void> {
  const store = createFolderMissStore({ folder: env.PLANLOTSE_MISSES, threshold: 5, pause: 0 });
  for (const day of DAYS) {
    await store.add({ kind: 'nothing-found', language: 'de', words }, day);
    await store.add({ kind: 'nothing-found', language: 'de', words }, day);
    await store.add({ kind: 'measures', language: 'de', words: [] }, day);
  }
  await store.add({ kind: 'nothing-found', language: 'de', words: ['musterfrau'] }, '2026-01-12');
  await store.close();
}

const misses = (...argv: readonly string[]) => runProgram(['misses', ...argv], { env });

describe('the list for editors', () => {
  it('has the word, how often and when, the nearest records and what to do', async () => {
    await count('kletterkurse', 'führerschein', 'sprachkurse', 'xyzzy');
    const { code, stdout, stderr } = await misses();
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const [heading = '', ...blocks] = stdout.split('\n\n');
    expect(heading).toContain('mindestens 5 Fragen');
    const about = (word: string) => blocks.find((block) => block.startsWith(`${word} (de)`)) ?? '';
    expect(about('kletterkurse')).toContain('6 Fragen, 2026-W02 bis 2026-W03');
    expect(about('kletterkurse')).toMatch(/Am nächsten: measures\/[a-z0-9-]+\.yaml/);
    expect(about('kletterkurse')).toContain('keywords.de');
    expect(about('führerschein')).toContain('weist es bewusst ab');
    expect(about('sprachkurse')).toContain('Wird inzwischen gefunden');
    expect(about('xyzzy')).toContain('Vielleicht fehlt einer');
    expect(stdout).toContain('Ein seltenes Wort wird nicht gezeigt.');
    expect(stdout).toContain('Nach 90 Tagen');
    expect(stdout).toMatch(/10 getippte Fragen seit 2026-W02:\n {2}nichts gefunden: 7 \(70.%\)\n {2}Liste: 3 \(30.%\)/);
    expect(stdout).not.toContain('musterfrau');
  });

  it('speaks English on request', async () => {
    await count('kletterkurse');
    const { stdout } = await misses('--language', 'en');
    expect(stdout).toContain('kletterkurse (de): 6 questions, 2026-W02 to 2026-W03');
    expect(stdout).toContain('nothing found: 7 (70%)');
  });

  it('is JSON for programs', async () => {
    await count('kletterkurse', 'führerschein');
    const { stdout } = await misses('--json');
    expect(JSON.parse(stdout)).toEqual({
      version: 1,
      on: true,
      days: 90,
      threshold: 5,
      words: [
        {
          word: 'führerschein',
          language: 'de',
          count: 6,
          firstWeek: '2026-W02',
          lastWeek: '2026-W03',
          state: 'elsewhere',
          nearest: [],
        },
        expect.objectContaining({ word: 'kletterkurse', state: 'unknown', nearest: expect.any(Array) }),
      ],
      rare: 1,
      questions: 10,
      sinceWeek: '2026-W02',
      kinds: [
        { kind: 'nothing-found', count: 7, share: 0.7 },
        { kind: 'measures', count: 3, share: 0.3 },
      ],
    });
  });

  it('shows no more than a stricter threshold, and deletes what is older than the term', async () => {
    await count('kletterkurse');
    const strict = await runProgram(['misses'], { env: { ...env, PLANLOTSE_MISSES_THRESHOLD: '7' } });
    expect(strict.stdout).not.toContain('kletterkurse');
    const short = await runProgram(['misses', '--json'], { env: { ...env, PLANLOTSE_MISSES_DAYS: '5' } });
    expect(JSON.parse(short.stdout)).toMatchObject({ words: [], questions: 4 });
    // Not only hidden.
    expect(JSON.parse((await misses('--json')).stdout)).toMatchObject({ words: [], questions: 4 });
  });

  it('says where nothing was counted yet, and makes no folder', async () => {
    const { code, stdout } = await misses();
    expect({ code, stdout }).toMatchObject({ code: 0, stdout: expect.stringContaining('Noch hat kein Wort') });
    await expect(readdir(env.PLANLOTSE_MISSES)).rejects.toMatchObject({ code: 'ENOENT' });
  });
});

it('--clear deletes everything', async () => {
  await count('kletterkurse');
  const { code, stdout } = await misses('--clear');
  expect({ code, stdout }).toEqual({ code: 0, stdout: 'Alles Gezählte ist gelöscht.\n' });
  expect(await readdir(env.PLANLOTSE_MISSES)).toEqual([]);
});

it('says how to switch it on where nothing is counted', async () => {
  const { code, stdout } = await runProgram(['misses']);
  expect(code).toBe(0);
  expect(stdout).toContain('PLANLOTSE_MISSES');
  expect((await runProgram(['misses', '--language', 'en'])).stdout).toContain('Nothing is counted');
  expect(JSON.parse((await runProgram(['misses', '--json'])).stdout)).toEqual({ version: 1, on: false });
});

it('says where the folder is none', async () => {
  await writeFile(env.PLANLOTSE_MISSES, '');
  for (const argv of [[], ['--clear']]) {
    const { code, stderr } = await misses(...argv);
    expect({ code, stderr }).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('PLANLOTSE_MISSES must be a f'),
    });
  }
});

it('lists every fault of its variables, and heeds no others', async () => {
  const wrong = { PLANLOTSE_MISSES: 'on', PLANLOTSE_MISSES_DAYS: '0', PLANLOTSE_MISSES_THRESHOLD: '2', LOG_LEVEL: 'x' };
  const { code, stderr } = await runProgram(['misses'], { env: wrong });
  expect(code).toBe(2);
  expect(stderr.split('\n').filter((line) => line !== '')).toEqual([
    expect.stringContaining('PLANLOTSE_MISSES must be a folder'),
    expect.stringContaining('PLANLOTSE_MISSES_DAYS must be a whole number from 1 to 365'),
    expect.stringContaining('PLANLOTSE_MISSES_THRESHOLD must be a whole number from 3 to 1000'),
  ]);
});

it.each([
  ['2026-01-01', '2026-W01'],
  ['2026-01-04', '2026-W01'],
  ['2026-01-05', '2026-W02'],
  ['2027-01-03', '2026-W53'],
  ['2024-12-30', '2025-W01'],
])('%s is in week %s', (day, week) => {
  expect(weekOf(day)).toBe(week);
});

it('counts days back over months and leap days', () => {
  expect(daysBefore('2024-03-01', 1)).toBe('2024-02-29');
  expect(daysBefore('2026-01-15', 90)).toBe('2025-10-17');
});
