// @ts-check
// How fast an answer comes, beside plain MiniSearch, on the real data and on 10,000 synthetic records.
// node bench/answer-speed.js [--json FILE]; each size is measured in a process of its own, for honest memory.
import { execFileSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import MiniSearch from 'minisearch';
import { readData } from '../dist/adapters/files/read-data.js';
import { createPlanlotse, parseCatalog, readGolden } from '../dist/core/index.js';

/** @typedef {import('../dist/core/index.js').Catalog} Catalog */
/** @typedef {import('../dist/core/index.js').Planlotse} Planlotse */
/** @typedef {{ readonly de: string, readonly en?: string | undefined }} Texts */
/** @typedef {{ readonly p50: number, readonly p99: number, readonly max: number }} Times */
/** @typedef {{ readonly records: number, readonly build: number, readonly times: Times, readonly heapMb: number }} Side */
/** @typedef {{ readonly size: string, readonly calls: number, readonly rssMb: number, readonly planlotse: Side, readonly miniSearch: Side, readonly worst: readonly { readonly name: string, readonly max: number }[] }} Measured */

const SELF = fileURLToPath(import.meta.url);
const ROOT = fileURLToPath(new URL('..', import.meta.url));
const TODAY = '2026-01-15';
const SYNTHETIC = 10_000;
const STARTS = 5;
const WORST_CALLS = 10;
const SEED = 20_260_115;

const { values } = parseArgs({
  options: { json: { type: 'string' }, measure: { type: 'string' }, first: { type: 'boolean' } },
});

if (values.first === true) await answerFirst();
else if (values.measure !== undefined) process.stdout.write(JSON.stringify(await measure(values.measure)));
else report();

/** Runs every measurement in a child process and prints one table. */
function report() {
  const start = medianStart();
  const sizes = ['real', 'synthetic'].map((size) => {
    const output = execFileSync(process.execPath, ['--expose-gc', SELF, '--measure', size], {
      cwd: ROOT,
      encoding: 'utf8',
      maxBuffer: 2 ** 24,
    });
    return /** @type {Measured} */ (JSON.parse(output));
  });
  const rows = sizes.flatMap(({ planlotse, miniSearch }) => [
    rowOf('Planlotse', planlotse),
    rowOf('MiniSearch', miniSearch),
  ]);
  const worst = (sizes[0]?.worst ?? []).map(({ name }, index) => [
    name,
    ...sizes.map((size) => ms(size.worst[index]?.max ?? Number.NaN)),
  ]);
  process.stdout.write(
    [
      `Start to first answer: ${ms(start.ms)} ms (median of ${STARTS}, ${start.what})`,
      '',
      table([['', 'records', 'build ms', 'p50 ms', 'p99 ms', 'max ms', 'heap MB'], ...rows]),
      '',
      ...sizes.map(({ size, calls, rssMb }) => `${size}: ${calls} calls each, rss ${rssMb.toFixed(0)} MB`),
      '',
      table([['worst case, max ms', 'real', 'synthetic'], ...worst]),
      '',
    ].join('\n'),
  );
  if (values.json !== undefined) {
    writeFileSync(values.json, `${JSON.stringify({ node: process.version, start, sizes }, null, 2)}\n`);
  }
}

/** Wall time of a process that answers one question, from its start to its end. */
function medianStart() {
  const main = `${ROOT}dist/main.js`;
  const command = existsSync(main) ? [main, 'ask', 'Wer hilft bei Rassismus?'] : [SELF, '--first'];
  const times = Array.from({ length: STARTS }, () => {
    const before = performance.now();
    execFileSync(process.execPath, command, { cwd: ROOT, stdio: 'ignore' });
    return performance.now() - before;
  }).sort((a, b) => a - b);
  const what = existsSync(main) ? 'planlotse ask' : 'read, index, answer';
  return { what, ms: times[Math.floor(STARTS / 2)] ?? Number.NaN };
}

async function answerFirst() {
  createPlanlotse(await realCatalog()).answer({ text: 'Wer hilft bei Rassismus?', today: TODAY });
}

async function realCatalog() {
  return parseCatalog((await readData(`${ROOT}data`)).files);
}

/**
 * Measures one size in this process.
 *
 * @param {string} size
 * @returns {Promise<Measured>}
 */
async function measure(size) {
  const { files } = await readData(`${ROOT}data`);
  const real = parseCatalog(files);
  const questions = readGolden(files, real).questions.map(({ question }) => question);
  const catalog = size === 'real' ? real : syntheticCatalog(real, SYNTHETIC);
  const rounds = size === 'real' ? 5 : 2;

  const before = heapMb();
  const { value: planlotse, ms: build } = timed(() => createPlanlotse(catalog));
  const heap = heapMb() - before;
  /** @param {string} text */
  const ask = (text) => planlotse.answer({ text, today: TODAY });
  const times = percentiles(questions, rounds, ask);
  const worst = worstQuestions(catalog).map(({ name, text }) => ({ name, max: slowest(ask, text) }));
  const rssMb = process.memoryUsage().rss / 2 ** 20;

  const beforeMini = heapMb();
  const { value: index, ms: buildMini } = timed(() => miniSearchOf(catalog));
  const heapMini = heapMb() - beforeMini;
  const timesMini = percentiles(questions, rounds, (text) => index.search(text));
  const records = catalog.records.size;
  return {
    size,
    calls: questions.length * rounds,
    rssMb,
    planlotse: { records, build, times, heapMb: heap },
    miniSearch: { records, build: buildMini, times: timesMini, heapMb: heapMini },
    worst,
  };
}

/**
 * Every question once to warm up, then some rounds of single calls.
 *
 * @param {readonly string[]} questions
 * @param {number} rounds
 * @param {(text: string) => unknown} ask
 * @returns {Times}
 */
function percentiles(questions, rounds, ask) {
  for (const question of questions) ask(question);
  const times = Array.from({ length: rounds }, () => questions.map((question) => timed(() => ask(question)).ms))
    .flat()
    .sort((a, b) => a - b);
  /** @param {number} share */
  const at = (share) => times[Math.min(times.length - 1, Math.floor(share * times.length))] ?? Number.NaN;
  return { p50: at(0.5), p99: at(0.99), max: at(1) };
}

/**
 * The slowest of several calls; each text is a little different, so that no cache of whole texts helps.
 *
 * @param {(text: string) => unknown} ask
 * @param {string} text
 */
function slowest(ask, text) {
  return Math.max(
    ...Array.from({ length: WORST_CALLS }, (_, call) => timed(() => ask(`${text.slice(call)} ${call}`)).ms),
  );
}

/** @param {Catalog} catalog */
function worstQuestions(catalog) {
  const frequencies = /** @type {Map<string, number>} */ (new Map());
  for (const { summary } of catalog.records.values()) {
    for (const word of new Set(textsOf(summary).de.match(/\p{L}{6,}/gu)))
      frequencies.set(word, (frequencies.get(word) ?? 0) + 1);
  }
  const byRarity = [...frequencies].sort(([, a], [, b]) => a - b).map(([word]) => word);
  return [
    {
      name: '100,000 characters',
      text: 'Welche Maßnahmen gibt es für Frauen in Kassel? '.repeat(2200).slice(0, 100_000),
    },
    { name: '300 rare words', text: byRarity.slice(0, 300).join(' ') },
    { name: 'commonest words', text: byRarity.slice(-60).join(' ') },
    {
      name: 'misspelt words',
      text: byRarity
        .slice(-60)
        .map((word) => `${word.slice(0, 3)}x${word.slice(3)}`)
        .join(' '),
    },
    { name: 'only stop words', text: 'und oder aber der die das ist sind war in an auf für mit '.repeat(6) },
    { name: 'emoji', text: '😀👩🏽‍🚀🏳️‍🌈'.repeat(100) },
    { name: 'one letter, repeated', text: 'a'.repeat(100_000) },
    { name: 'one compound, repeated', text: 'sprachförderung'.repeat(100) },
    { name: 'no meaning', text: 'xq wk zv pf '.repeat(25) },
  ];
}

/**
 * Records that recombine the texts of the real ones, the same on every run.
 *
 * @param {Catalog} catalog
 * @param {number} count
 * @returns {Catalog}
 */
function syntheticCatalog(catalog, count) {
  const donors = [...catalog.records.values()];
  const random = seeded(SEED);
  const pick = () => {
    const donor = donors[Math.floor(random() * donors.length)];
    if (donor === undefined) throw new Error('The catalogue has no records.');
    return donor;
  };
  /** @type {(texts: readonly unknown[]) => Texts} */
  const join = (texts) => ({
    de: texts.map((text) => textsOf(text).de).join(' '),
    en: texts.map((text) => textsOf(text).en ?? textsOf(text).de).join(' '),
  });
  const records = Array.from({ length: count }, (_, index) => {
    const [base, title, head, tail, words] = [pick(), pick(), pick(), pick(), pick()];
    /** @param {string} text */
    const half = (text) => text.slice(0, Math.floor(text.length / 2));
    const halves = [head, tail].map(({ summary }) => ({
      de: half(textsOf(summary).de),
      en: half(textsOf(summary).en ?? textsOf(summary).de),
    }));
    const id = `synthetisch-${String(index).padStart(5, '0')}`;
    const own = {
      id,
      title: join([title.title, { de: `Nr. ${index}` }]),
      shortTitle: join([title.shortTitle, { de: `Nr. ${index}` }]).de.slice(-75),
      summary: join(halves),
      keywords: words.keywords,
      questions: words.questions,
      aliases: [`S${index}`],
      related: [],
    };
    return { ...base, ...own, shortTitle: { de: own.shortTitle } };
  });
  const plan = catalog.records.get(catalog.plan.record);
  const all = plan === undefined ? records : [plan, ...records.slice(1)];
  return /** @type {Catalog} */ ({ ...catalog, records: new Map(all.map((record) => [record.id, record])) });
}

/**
 * Texts by language; the declared type of a record does not tell the languages apart.
 *
 * @param {unknown} texts
 */
function textsOf(texts) {
  return /** @type {Texts} */ (texts);
}

/** @param {Catalog} catalog */
function miniSearchOf(catalog) {
  const index = new MiniSearch({ fields: ['title', 'keywords', 'summary'] });
  index.addAll(
    [...catalog.records.values()].map(({ id, title, keywords, summary }) => ({
      id,
      title: [title.de, title.en].join(' '),
      keywords: Object.values(keywords ?? {})
        .flat()
        .join(' '),
      summary: [summary.de, summary.en].join(' '),
    })),
  );
  return index;
}

/**
 * Mulberry32, so that every run measures the same records.
 *
 * @param {number} seed
 */
function seeded(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Heap in use after a collection; needs --expose-gc. */
function heapMb() {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed / 2 ** 20;
}

/**
 * @template T
 * @param {() => T} work
 */
function timed(work) {
  const before = performance.now();
  const value = work();
  return { value, ms: performance.now() - before };
}

/**
 * @param {string} name
 * @param {Side} side
 */
function rowOf(name, { records, build, times, heapMb: heap }) {
  return [name, String(records), build.toFixed(0), ms(times.p50), ms(times.p99), ms(times.max), heap.toFixed(1)];
}

/** @param {number} value */
function ms(value) {
  return value.toFixed(value < 10 ? 2 : value < 100 ? 1 : 0);
}

/** @param {readonly (readonly string[])[]} rows */
function table(rows) {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map((row) =>
      row
        .map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)))
        .join('  '),
    )
    .join('\n');
}
