// @ts-check
// How well the bot finds, with each of its stages off, and beside other search engines on the same data.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { readData } from '../dist/adapters/files/read-data.js';
import { LANGUAGE_TAGS, parseCatalog, readGolden } from '../dist/core/index.js';
import { InputError, runBench } from './collection/input-error.js';
import { figuresOf } from './quality/metrics.js';
import { measureProduct } from './quality/product.js';
import { ABLATIONS, OURS, PEERS, SYSTEMS } from './quality/systems.js';
import { categoryTable, LEGEND, productTable, taskTable } from './quality/tables.js';
import { collectionTask, goldenTask } from './quality/tasks.js';

/** @typedef {import('./quality/tasks.js').Task} Task */

const USAGE = `npm run bench:quality [-- --collection FOLDER]... [--only golden|collections] [--json FILE]

  --collection  a folder with docs.jsonl, queries.jsonl and qrels.tsv; may come several times
  --only        golden: the golden questions of data/; collections: the collections given; default: both
  --json        writes all figures
`;
const ROOT = fileURLToPath(new URL('..', import.meta.url));
const MEASURE = fileURLToPath(new URL('quality/measure.js', import.meta.url));

await runBench(async () => {
  const { values } = parseArgs({
    options: {
      collection: { type: 'string', multiple: true, default: [] },
      only: { type: 'string' },
      json: { type: 'string' },
      help: { type: 'boolean', short: 'h' },
    },
  });
  const { collection, only, json, help } = values;
  if (only !== undefined && only !== 'golden' && only !== 'collections') {
    throw new InputError([`--only is golden or collections, not "${only}"`, '', USAGE.trimEnd()]);
  }
  if (help === true) process.stdout.write(USAGE);
  else await compare({ folders: only === 'golden' ? [] : collection, golden: only !== 'collections', json });
});

/** @param {{ readonly folders: readonly string[], readonly golden: boolean, readonly json: string | undefined }} choice */
async function compare({ folders, golden, json }) {
  const collections = [];
  for (const folder of folders) collections.push(await collectionTask(folder));
  const plan = golden ? await readPlan() : undefined;
  const missing = new Map();
  for (const { name, unavailable } of SYSTEMS) missing.set(name, await unavailable?.());

  const version = plan?.catalog.version;
  const data = plan && `data version ${version?.hash}, ${plan.catalog.records.size} public records`;
  print(`Node ${process.version}; ${data ?? 'without the golden questions'}\n`);
  print('Every system gets the same documents (title, text) and questions, and is set up as its makers advise:');
  for (const { name, setup } of [OURS, ...PEERS]) print(`  ${name}: ${setup}`);
  print(`\n${LEGEND}\n`);

  const product = plan && measureProduct(plan.questions, plan.catalog);
  if (product !== undefined) {
    print('Golden questions, the whole bot, by category (an answer is judged, not a list)\n');
    print(`${categoryTable(product.categories)}\n`);
    print('… and with each stage off: topics (de, en) with a right record among the first 1 and 3, recall of');
    print('lists, share answered of the questions near the topic and far from it that have no answer\n');
    print(`${productTable(product.rows)}\n`);
  }
  const topics = plan ? LANGUAGE_TAGS.map((tag) => goldenTask(plan.questions, plan.catalog, tag)) : [];
  const tasks = [...topics, ...collections].map((task) => {
    const unanswerable = task.queries.filter(({ id }) => !task.relevant.has(id)).length;
    print(
      `${task.name}: ${task.documents.length} documents, ${task.queries.length} questions, ${unanswerable} without an answer\n`,
    );
    const rows = measureAll(task, missing);
    print(`${taskTable(rows)}\n`);
    return { task: task.name, rows };
  });
  if (json !== undefined) {
    const all = { data: version, node: process.version, product, tasks };
    writeFileSync(json, `${JSON.stringify(all, null, 2)}\n`);
  }
}

async function readPlan() {
  const { files } = await readData(`${ROOT}data`);
  const catalog = parseCatalog(files);
  const { questions, faults } = readGolden(files, catalog);
  if (faults.length > 0)
    throw new InputError([`data/golden has ${faults.length} fault(s); "npm run check" lists them`]);
  return { catalog, questions };
}

/**
 * Each system in a process of its own, one after the other, for honest times and memory.
 *
 * @param {Task} task
 * @param {ReadonlyMap<string, string | undefined>} missing
 * @returns {import('./quality/tables.js').Row[]}
 */
function measureAll({ relevant, ...task }, missing) {
  const folder = mkdtempSync(join(tmpdir(), 'bench-quality-'));
  try {
    const file = join(folder, 'task.json');
    writeFileSync(file, JSON.stringify(task));
    return [OURS, ...PEERS, ...ABLATIONS].map(({ name }) => {
      const reason = missing.get(name);
      if (reason !== undefined) return { name, missing: reason };
      const output = execFileSync(process.execPath, ['--expose-gc', MEASURE, name, file], {
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'inherit'],
        maxBuffer: 2 ** 30,
      });
      /** @type {import('./quality/measure.js').Measured} */
      const { results, ...costs } = JSON.parse(output);
      return { name, figures: figuresOf(results, relevant), ...costs };
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** @param {string} line */
function print(line) {
  process.stdout.write(`${line}\n`);
}
