import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { runLines } from '../../bench/retrieval/run-lines.js';

const BENCH = fileURLToPath(new URL('../../bench/retrieval.js', import.meta.url));

describe('npm run bench:retrieval', () => {
  const folder = mkdtempSync(join(tmpdir(), 'bench-retrieval-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  const write = (name: string, rows: readonly (object | string)[]): string => {
    const file = join(folder, name);
    writeFileSync(file, rows.map((row) => `${typeof row === 'string' ? row : JSON.stringify(row)}\n`).join(''));
    return file;
  };
  const bench = (...options: string[]) => {
    const { status, stderr } = spawnSync(process.execPath, [BENCH, ...options], { encoding: 'utf8' });
    return { status, stderr };
  };
  const docs = write('docs.jsonl', [
    { id: 'kurs', title: 'Sprachkurse', text: 'Deutsch lernen für Mütter mit Kindern.', lang: 'de' },
    { id: 'chor', title: 'Chor', text: 'Gemeinsam singen.\u2028Jeden Montag mit Kindern.' },
    { id: 'law', title: 'Legal advice', text: 'Help against discrimination at work.', lang: 'en' },
  ]);
  const queries = write('queries.jsonl', [
    '',
    { id: 'q1', text: 'Sprachkurs fuer Mütter', lang: 'de' },
    { id: 'q2', text: 'discrimination at work', lang: 'en' },
    { id: 'q3', text: 'Quantenchromodynamik' },
  ]);

  it('writes a run, the decisions and the figures, the same on every run', () => {
    const [run, stats] = [join(folder, 'a.run'), join(folder, 'a.json')];
    expect(bench('--docs', docs, '--queries', queries, '--run', run, '--stats', stats)).toEqual({
      status: 0,
      stderr: '',
    });
    const lines = readFileSync(run, 'utf8').trimEnd().split('\n');
    expect(lines.map((line) => line.split(' ').toSpliced(4, 1).join(' '))).toEqual([
      'q1 Q0 kurs 1 planlotse',
      'q2 Q0 law 1 planlotse',
    ]);
    const decisions = readFileSync(join(folder, 'a.decisions.jsonl'), 'utf8').trimEnd().split('\n');
    const decided = decisions.map((line) => JSON.parse(line));
    expect(decided.map(({ id }) => id)).toEqual(['q1', 'q2', 'q3']);
    expect(decided[2]).toEqual({ id: 'q3', decision: 'nothing-fits', confidence: 0 });
    expect(Number(lines[0]?.split(' ')[4])).toBe(decided[0].confidence);
    expect(JSON.parse(readFileSync(stats, 'utf8'))).toMatchObject({ docs: 3, queries: 3, rss_mb: expect.any(Number) });

    const again = join(folder, 'b.run');
    bench('--docs', docs, '--queries', queries, '--run', again);
    expect(readFileSync(again, 'utf8')).toBe(readFileSync(run, 'utf8'));
  });

  it.each([
    ['a broken line', '{"id": "a"', /broken\.jsonl:2: not JSON/],
    ['an id with a space', { id: 'a b', text: '' }, /broken\.jsonl:2: id "a b" is empty or has a space in it/],
    ['an id twice', { id: 'fine', text: '' }, /broken\.jsonl:2: id "fine" comes twice/],
    ['a language that it does not know', { id: 'a', text: '', lang: 'fr' }, /broken\.jsonl:2: language "fr"/],
    ['a missing text', { id: 'a' }, /broken\.jsonl:2: text is missing/],
  ])('refuses %s, with file and line', (_name, row, message) => {
    const broken = write('broken.jsonl', [{ id: 'fine', text: 'x' }, row]);
    const { status, stderr } = bench('--docs', broken, '--queries', queries, '--run', join(folder, 'c.run'));
    expect(stderr).toMatch(message);
    expect(status).toBe(2);
  });

  it.each([
    ['an option is missing', ['--docs', docs], /Missing: --queries, --run[\s\S]*npm run bench:retrieval/],
    ['an option does not exist', ['--doc', docs], /--doc/],
    ['a file does not exist', ['--docs', 'no', '--queries', queries, '--run', 'no'], /no such file.*no/],
  ])('says so where %s', (_name, options, message) => {
    const { status, stderr } = bench(...options);
    expect(stderr).toMatch(message);
    expect(status).toBe(2);
  });
});

describe('the lines of a run', () => {
  it('start at the confidence and fall strictly, however equal the hits are', () => {
    const hits = [8, 4, 4, 4, 0].map((score, at) => ({ id: `d${at}`, score }));
    const lines = runLines('q', { hits, confidence: 0.5, certainty: 'sure' });
    const scores = lines.map((line) => Number(line.split(' ')[4]));
    expect(scores.slice(0, 2)).toEqual([0.5, 0.25]);
    expect(scores.every((score, at) => at === 0 || score < (scores[at - 1] ?? 0))).toBe(true);
    expect(lines[4]).toMatch(/^q Q0 d4 5 \S+ planlotse\n$/);
  });

  it('are a hundred at most, also where the confidence is nothing', () => {
    const hits = Array.from({ length: 101 }, (_, at) => ({ id: `d${at}`, score: 1 }));
    const scores = runLines('q', { hits, confidence: 0, certainty: 'no' }).map((line) => Number(line.split(' ')[4]));
    expect(scores).toHaveLength(100);
    expect(new Set(scores).size).toBe(100);
  });
});
