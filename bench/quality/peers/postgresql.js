// @ts-check
// PostgreSQL's text search, PostgreSQL Licence, where it is installed: a throw-away cluster on a Unix socket, one psql.
// Words are joined by "or", for a question as a whole matches next to nothing. Title and text weigh the same: with title A
// and text D of the manual's example it finds less (golden topics 0.57 instead of 0.71 nDCG@10).
import { execFileSync, spawn } from 'node:child_process';
import { chownSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const CONFIGURATIONS = { de: 'german', en: 'english' };
const DONE = '-- done --';

/** @type {import('../systems.js').System} */
export const postgreSql = {
  name: 'PostgreSQL',
  setup: 'text search configuration of the language, ts_rank by length; times include the way to the server',
  ownProcess: true,
  unavailable: async () => {
    try {
      for (const program of ['initdb', 'pg_ctl', 'psql']) execFileSync(program, ['--version'], { stdio: 'ignore' });
      runner();
      return undefined;
    } catch {
      return 'not installed (needs initdb, pg_ctl and psql; as root also a user "postgres")';
    }
  },
  create: async (documents, language) => {
    const { ask, close } = startServer();
    const name = CONFIGURATIONS[language];
    await ask('CREATE TABLE docs (id text, words tsvector)');
    const rows = documents.map(
      ({ id, title, text }) => `(${quote(id)}, to_tsvector('${name}', ${quote(`${title}\n${text}`)}))`,
    );
    await ask(`INSERT INTO docs VALUES ${rows.join(',\n')}`);
    await ask('CREATE INDEX ON docs USING gin (words)');
    await ask('ANALYZE docs');
    return {
      search: async ({ text }, most) => {
        const words = `replace(plainto_tsquery('${name}', ${quote(text)})::text, ' & ', ' | ')::tsquery`;
        const lines = await ask(
          `SELECT ts_rank(words, question, 1) AS score, id FROM docs, (SELECT ${words} AS question) AS asked ` +
            `WHERE words @@ question ORDER BY score DESC, id LIMIT ${most}`,
        );
        const hits = lines.map((line) => line.split('|'));
        return { ids: hits.map(([, id = '']) => id), confidence: hits[0] && Number(hits[0][0]) };
      },
      close,
    };
  },
};

/** The server refuses to run as root. */
function runner() {
  if (process.getuid?.() !== 0) return {};
  /** @param {string} flag */
  const id = (flag) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8', stdio: 'pipe' }));
  return { uid: id('-u'), gid: id('-g') };
}

function startServer() {
  const folder = mkdtempSync(join(tmpdir(), 'bench-postgresql-'));
  const { uid, gid } = runner();
  if (uid !== undefined && gid !== undefined) chownSync(folder, uid, gid);
  const as = { ...(uid === undefined ? {} : { uid, gid }), cwd: folder, stdio: /** @type {const} */ ('ignore') };
  const data = join(folder, 'data');
  const stop = () => {
    try {
      execFileSync('pg_ctl', ['stop', '-D', data, '-m', 'immediate'], as);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  };
  // Whatever ends the bench, the server must not outlive it.
  process.once('exit', stop);
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(1));
  const cluster = ['-D', data, '-U', 'bench', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync'];
  execFileSync('initdb', cluster, as);
  const options = `-k ${folder} -c listen_addresses='' -c fsync=off`;
  execFileSync('pg_ctl', ['start', '-w', '-D', data, '-l', join(folder, 'log'), '-o', options], as);

  const psql = spawn('psql', ['-X', '-q', '-A', '-t', '-h', folder, '-U', 'bench', 'postgres'], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const lines = createInterface({ input: psql.stdout })[Symbol.asyncIterator]();
  return {
    /** @param {string} statement */
    ask: async (statement) => {
      psql.stdin.write(`${statement};\n\\echo '${DONE}'\n`);
      const answer = [];
      for (;;) {
        const { value, done } = await lines.next();
        if (done) throw new Error('psql has ended');
        if (value === DONE) return answer;
        answer.push(/** @type {string} */ (value));
      }
    },
    close: () => psql.stdin.end(),
  };
}

/** @param {string} text */
function quote(text) {
  return `'${text.replaceAll("'", "''").replaceAll('\0', '')}'`;
}
