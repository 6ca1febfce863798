// @ts-check
// The bot's own search over any collection of texts; writes a TREC run, the decisions and figures of speed.
import { closeSync, openSync, writeFileSync, writeSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { createTextSearch } from '../dist/core/index.js';
import { InputError, runBench } from './collection/input-error.js';
import { readDocuments, readQueries } from './collection/read-collection.js';
import { percentile, rssMb, timed } from './collection/timing.js';
import { decisionLine, MOST_HITS, runLines } from './retrieval/run-lines.js';

/** Questions asked before any is timed; a bot runs for months. */
const WARM_UP = 200;

const USAGE = `npm run bench:retrieval -- --docs FILE --queries FILE --run FILE [--decisions FILE] [--stats FILE]

  --docs       documents, a line each: {"id", "title", "text", "lang"}
  --queries    questions, a line each: {"id", "text", "lang"}
  --run        writes at most ${MOST_HITS} lines a question: question Q0 document rank score tag;
               the first score of a question is the confidence that its first document answers (0 to 1)
  --decisions  writes a line a question: {"id", "decision": answer, ask-back or nothing-fits, "confidence"};
               default: the run's name with .decisions.jsonl instead of .run
  --stats      writes {"docs", "queries", "index_ms", "q_p50_ms", "q_p99_ms", "rss_mb"}; each question is
               timed once, after some of them to warm up

lang is de or en, and de where it is missing. Vocabulary and golden questions of data/ play no part.
`;

await runBench(async () => {
  const { values } = parseArgs({
    options: {
      docs: { type: 'string' },
      queries: { type: 'string' },
      run: { type: 'string' },
      decisions: { type: 'string' },
      stats: { type: 'string' },
      help: { type: 'boolean', short: 'h' },
    },
  });
  const { docs, queries, run, stats, help } = values;
  if (help === true) process.stdout.write(USAGE);
  else if (docs && queries && run) {
    const decisions = values.decisions ?? `${run.replace(/\.run$/, '')}.decisions.jsonl`;
    await retrieve({ docs, queries, run, decisions, stats });
  } else {
    const missing = Object.entries({ docs, queries, run }).flatMap(([name, value]) => (value ? [] : [`--${name}`]));
    throw new InputError([`Missing: ${missing.join(', ')}`, '', USAGE.trimEnd()]);
  }
});

/**
 * @param {{ readonly docs: string, readonly queries: string, readonly run: string, readonly decisions: string, readonly stats: string | undefined }} files
 */
async function retrieve(files) {
  const documents = await readDocuments(files.docs);
  const queries = await readQueries(files.queries);
  const [run, decisions] = [openSync(files.run, 'w'), openSync(files.decisions, 'w')];
  const { value: index, ms: indexMs } = timed(() => createTextSearch(documents));
  for (const { text, language } of queries.slice(0, WARM_UP)) index.search(text, language, MOST_HITS);
  const times = queries.map(({ id, text, language }) => {
    const { value: result, ms } = timed(() => index.search(text, language, MOST_HITS));
    writeSync(run, runLines(id, result).join(''));
    writeSync(decisions, decisionLine(id, result));
    return ms;
  });
  closeSync(run);
  closeSync(decisions);
  const figures = {
    docs: documents.length,
    queries: queries.length,
    index_ms: rounded(indexMs),
    q_p50_ms: rounded(percentile(times, 0.5)),
    q_p99_ms: rounded(percentile(times, 0.99)),
    rss_mb: rounded(rssMb()),
  };
  if (files.stats !== undefined) writeFileSync(files.stats, `${JSON.stringify(figures)}\n`);
  process.stdout.write(`${JSON.stringify(figures)}\n`);
}

/** @param {number} value */
function rounded(value) {
  return Number(value.toFixed(3));
}
