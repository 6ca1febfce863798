import { writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { type Answer, createPlanlotse, evaluateGolden, parseCatalog, readGolden } from '../../src/core/index.js';
import { foldCase, normaliseText } from '../../src/core/language/fold.js';
import { broken, type DataFiles, dataFiles, fewFiles, PROBE, PROBE_PATH } from '../data-files.js';
import { createRepository } from '../temporary-repository.js';
import { folderOf, runProgram } from './run-program.js';

const TODAY = '2026-01-15';
const ENV = { PATH: process.env.PATH };

const brief = z.looseObject({ kind: z.string(), first: z.string().optional(), total: z.number() });
const change = z.looseObject({ question: z.string(), old: brief, new: brief });

/** The part of the shape in docs/cli.md that these tests read. */
const document = z.looseObject({
  version: z.literal(1),
  entries: z.array(z.looseObject({ list: z.string(), change: z.string(), id: z.string() })),
  answers: z.array(change.extend({ origin: z.looseObject({ kind: z.string() }) })),
  golden: z.array(change.extend({ previous: z.array(z.string()), verdict: z.string(), expectation: z.string() })),
  warnings: z.array(z.looseObject({ file: z.string(), code: z.string(), message: z.string(), mend: z.string() })),
  summary: z.looseObject({ asked: z.looseObject({ golden: z.number(), typical: z.number() }) }),
});

async function diffJson(args: readonly string[], cwd: string) {
  const { code, stdout, stderr } = await runProgram(
    ['diff', ...args, '--format', 'json', '--data', 'data', '--today', TODAY],
    { cwd, env: ENV },
  );
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return document.parse(JSON.parse(stdout));
}

describe('three edited records', () => {
  // Few enough records to ask everything twice more, with all of the vocabulary.
  const kept = [...dataFiles.keys()].filter((path) => path.startsWith('measures/')).slice(0, 20);
  const golden = `
- { question: "Was ist ADiBe?", language: de, by: ministry, expect: { first: [adibe-netzwerk] } }
- { question: "abgeschlossene Maßnahmen", language: de, by: ministry, expect: { facet: { kind: measure, status: completed } } }
- { question: "Wie viele Maßnahmen laufen?", language: de, by: ministry, expect: { kind: [count] } }
- { question: "Wer hilft bei Rassismus?", language: de, by: volunteer, expect: { mustInclude: [adibe-netzwerk] } }
- { question: "Wo bekomme ich einen Führerschein?", language: de, by: newcomer, expect: { nothing: far } }
- { question: "nur laufende", previous: ["Maßnahmen gegen Diskriminierung"], language: de, by: ministry, expect: { kind: [measures] } }
`;
  const old: DataFiles = new Map(
    [
      ...new Map([
        ...fewFiles,
        ...[...dataFiles].filter(([path]) => path.startsWith('vocabulary/') || kept.includes(path)),
      ]),
    ]
      .map(([path, text]): [string, string] => [path, text.replace(/^related:\n(?:\s+- .*\n?)+/m, '')])
      .concat([['golden/probe.yaml', golden]]),
  );
  const edits = [
    broken(old, 'measures/adibe-netzwerk.yaml', [/^aliases:\n(?: {2}- .*\n)+/m, ''], [/ADiBe/g, 'Beratungsverbund']),
    broken(old, 'measures/adinet.yaml', [/^status: .*$/m, 'status: completed']),
    broken(old, 'measures/care-guides.yaml', [/^keywords:\n {2}de:\n/m, 'keywords:\n  de:\n    - Sterndeuterei\n']),
  ];
  const paths = ['measures/adibe-netzwerk.yaml', 'measures/adinet.yaml', 'measures/care-guides.yaml'];
  const next: DataFiles = new Map([
    ...old,
    ...paths.map((path, index): [string, string] => [path, edits[index]?.files.get(path) ?? '']),
  ]);

  test('change exactly the answers that asking everything on both sides finds', { timeout: 120_000 }, async () => {
    const { folder, commit } = await createRepository();
    await commit(old, 'data');
    await commit(next, 'data');
    const report = await diffJson(['HEAD~1', 'HEAD'], folder);
    expect(report.entries.map(({ list, change: what, id }) => `${list} ${what} ${id}`).sort()).toEqual([
      'records changed adibe-netzwerk',
      'records changed adinet',
      'records changed care-guides',
    ]);

    const [before, after] = [old, next].map((files) => {
      const catalog = parseCatalog(files);
      return { planlotse: createPlanlotse(catalog), questions: readGolden(files, catalog).questions };
    });
    if (before === undefined || after === undefined) throw new Error('both sides are there');
    const isOther = (was: Answer, is: Answer): boolean =>
      was.kind !== is.kind || firstOf(was) !== firstOf(is) || (was.kind === 'count' && was.total !== is.total);
    const changes = (text: string): boolean =>
      isOther(before.planlotse.answer({ text, today: TODAY }), after.planlotse.answer({ text, today: TODAY }));

    const wordings = [old, next].flatMap((files) =>
      [...files].flatMap(([path, text]) => wordingsIn(path, text, paths)),
    );
    const asked = new Map(wordings.map((text) => [foldCase(normaliseText(text)).trim(), text]));
    const expected = [...asked.values()].filter(changes).map(foldCase).sort();
    const combined = report.answers.filter(({ origin }) => origin.kind === 'combination');
    const found = report.answers.filter((answer) => !combined.includes(answer));
    expect(expected.length).toBeGreaterThan(5);
    expect(found.map(({ question }) => foldCase(question)).sort()).toEqual(expected);
    expect(combined.filter(({ question }) => !changes(question))).toEqual([]);
    expect(report.summary.asked.typical).toBeGreaterThanOrEqual(asked.size);

    const results = evaluateGolden(before.questions, before.planlotse).map((was, index) => {
      const [is] = evaluateGolden(after.questions.slice(index, index + 1), after.planlotse);
      if (is === undefined) throw new Error('both sides have the same questions');
      const isChanged = was.passed !== is.passed || isOther(was.answer, is.answer);
      const verdict = is.passed
        ? was.passed
          ? 'still-passes'
          : 'now-passes'
        : was.passed
          ? 'now-fails'
          : 'still-fails';
      return isChanged ? [`${was.question.question}: ${verdict}`] : [];
    });
    expect(report.golden.map(({ question, verdict }) => `${question}: ${verdict}`)).toEqual(results.flat());
    expect(results.flat()).toContain('Was ist ADiBe?: now-fails');
  });
});

function firstOf(answer: Answer): string | undefined {
  return answer.kind === 'clarify' ? answer.offered[0] : answer.ids[0];
}

/** Every text that a question is made of, found by the names of keys; of some records also keywords and questions. */
function wordingsIn(path: string, text: string, close: readonly string[]): string[] {
  if (
    !/^(?:measures|institutions|facts|events|vocabulary)\/|^(?:action-fields|target-groups|organisations|regions)/.test(
      path,
    )
  ) {
    return [];
  }
  if (path === 'vocabulary/phrases.yaml') return [];
  const keys = new Set(['title', 'shortTitle', 'aliases', 'label', 'name', 'names', 'short', 'everyday']);
  for (const key of close.includes(path) ? ['keywords', 'questions'] : []) keys.add(key);
  const value: unknown = parse(text);
  const entries = Array.isArray(value) ? value : [value];
  return entries.flatMap((entry: unknown) =>
    Object.entries(z.record(z.string(), z.unknown()).parse(entry)).flatMap(([key, inner]) =>
      keys.has(key) ? textsIn(inner) : [],
    ),
  );
}

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

describe('a comparison', () => {
  it('is of the working tree where only one revision is named, and of folders where these exist', {
    timeout: 60_000,
  }, async () => {
    const { folder, commit } = await createRepository();
    await commit(fewFiles, 'data');
    const { files } = broken(fewFiles, PROBE_PATH, ['status: running', 'status: completed']);
    await writeFile(join(folder, 'data', PROBE_PATH), files.get(PROBE_PATH) ?? '');
    const names = async (...args: readonly string[]) =>
      (await diffJson(args, folder)).entries.map(({ list, change: what, id }) => `${list} ${what} ${id}`);
    expect(await names('main')).toEqual(['records changed probe']);
    expect(await names('main', 'HEAD')).toEqual([]);
    expect(await names(await folderOf(fewFiles), 'data')).toEqual(['records changed probe']);
    expect(await names('data', 'main')).toEqual(['records changed probe']);
  });

  it('does nothing where nothing has changed, and says so in each format', async () => {
    const folder = await folderOf(fewFiles);
    const args = ['diff', folder, folder, '--exit-code'];
    expect(await runProgram(args)).toEqual({
      code: 0,
      stdout: `Was die Änderung bewirkt: ${folder} → ${folder}\nDie Daten sind gleich.\n`,
      stderr: '',
    });
    expect((await runProgram([...args, '--format', 'markdown', '--language', 'en'])).stdout).toContain(
      'The data is the same.',
    );
    expect(JSON.parse((await runProgram([...args, '--format', 'json'])).stdout)).toMatchObject({
      entries: [],
      answers: [],
      golden: [],
    });
  });

  it('changes the exit code only where that is asked for', async () => {
    const [old, next] = await twoFolders(broken(fewFiles, PROBE_PATH, ['lead: hmais', 'lead: hmsi']).files);
    expect((await runProgram(['diff', old, next])).code).toBe(0);
    expect((await runProgram(['diff', old, next, '--exit-code'])).code).toBe(1);
  });

  it('tells in words what changed, what people are told now, and new warnings', async () => {
    const { files } = broken(
      fewFiles,
      PROBE_PATH,
      ['- Probe-Netzwerk', '- Prüfverbund'],
      ['end: 2027-06', 'end: 2025-12'],
    );
    const [old, next] = await twoFolders(files);
    const { code, stdout } = await runProgram(['diff', old, next]);
    expect(code).toBe(0);
    expect(stdout).toContain('Einträge: 1 geändert\n  ~ probe (Probe für Prüfungen)\n');
    expect(stdout).toContain('      aliases: − „Probe-Netzwerk“ + „Prüfverbund“\n');
    expect(stdout).toContain('      period.end: „2027-06“ → „2025-12“\n');
    expect(stdout).toMatch(
      /\n {2}Prüfverbund \(Name: Eintrag probe\)\n {6}vorher: .*\n {6}jetzt: Eintrag, zuerst probe\n/,
    );
    expect(stdout).toMatch(/\nNeue Hinweise: 1\n {2}\S+measures\/probe\.yaml:\d+:8 laufend oder geplant, obwohl/);
    const english = (await runProgram(['diff', old, next, '--language', 'en'])).stdout;
    expect(english).toContain('Records: 1 changed\n');
    expect(english).toContain('      now: record, first probe\n');
  });

  it('warns of an id that was changed, and does not take its answers for others', async () => {
    const files = new Map(
      [...fewFiles].filter(([path]) => path !== PROBE_PATH).concat([['measures/anders.yaml', PROBE]]),
    );
    const [old, next] = await twoFolders(files);
    const { stdout } = await runProgram(['diff', old, next]);
    expect(stdout).toContain('Einträge: 1 umbenannt\n  > anders (Probe für Prüfungen)\n');
    expect(stdout).toContain('vorher probe. Eine Kennung gilt für immer');
    expect(stdout).toMatch(/Antworten auf typische Fragen: alle \d+ bleiben, wie sie sind\.\n$/);
  });

  it('tells of golden questions whether they pass now, and where something else is expected', async () => {
    const ask = (question: string, expect: string): string =>
      `- { question: "${question}", language: de, by: ministry, expect: ${expect} }\n`;
    const same = ask('Probe-Netzwerk', '{ first: [probe] }');
    const old = new Map([
      ...fewFiles,
      ['golden/x.yaml', `${same}${ask('Prüfung', '{ first: [probe] }')}${ask('Landtag', '{ kind: [overview] }')}`],
    ]);
    const { files } = broken(old, PROBE_PATH, ['- Probe-Netzwerk', '- Prüfverbund']);
    const next = new Map([
      ...files,
      ['golden/x.yaml', `${same}${ask('Prüfung', '{ kind: [help] }')}${ask('Prüfverbund', '{ first: [probe] }')}`],
    ]);
    const { stdout } = await runProgram(['diff', await folderOf(old), await folderOf(next)]);
    expect(stdout).toMatch(/\n {2}Prüfung \(golden\/x\.yaml\)\n {6}(?:jetzt|weiterhin) falsch; die Erwartung wurde/);
    expect(stdout).toMatch(/\n {2}Prüfverbund \(golden\/x\.yaml\)\n {6}jetzt richtig; neue Frage\n/);
    expect(stdout).toMatch(/\n {2}Landtag \(golden\/x\.yaml\)\n {6}.*; Frage entfernt\n/);
    expect(stdout).toContain('Goldene Fragen werden nicht gelöscht');
  });

  it.each(['text', 'markdown', 'json'])('lists the faults of a broken side as %s and ends with 1', async (format) => {
    const { folder, commit } = await createRepository();
    await commit(broken(fewFiles, PROBE_PATH, ['lead: hmais', 'lead: hmaiss']).files, 'data');
    await commit(fewFiles, 'data');
    const args = ['diff', 'HEAD~1', '--data', 'data', '--format', format];
    const { code, stdout } = await runProgram(args, { cwd: folder, env: ENV });
    expect(code).toBe(1);
    const plain = stdout.replaceAll('&#58;', ':').replaceAll('&#126;', '~');
    expect(plain).toContain('HEAD~1:data/measures/probe.yaml');
    expect(plain).toContain('„hmaiss“ steht nicht in organisations.yaml.');
    expect(plain.includes('Vergleichen lässt sich erst')).toBe(format !== 'json');
  });

  it('says what to do where a side cannot be read', async () => {
    const folder = await folderOf(fewFiles);
    const io = { cwd: dirname(folder), env: ENV };
    const outside = await runProgram(['diff', 'main', '--data', 'data'], io);
    expect(outside.code).toBe(2);
    expect(outside.stderr).toMatch(/^REVISION_UNREADABLE: git cannot read .*not a git repository/);
    const { folder: repository, commit } = await createRepository();
    await commit(fewFiles, 'data');
    const unknown = await runProgram(['diff', 'nowhere', '--data', 'data'], { cwd: repository, env: ENV });
    expect(unknown.code).toBe(2);
    expect(unknown.stderr).toContain('neither a folder nor a revision "nowhere"');
    expect((await runProgram(['diff'])).code).toBe(2);
  });
});

async function twoFolders(next: DataFiles): Promise<readonly [string, string]> {
  return [await folderOf(fewFiles), await folderOf(next)];
}
