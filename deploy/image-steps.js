// @ts-check
// Does the Dockerfile's steps without an engine, then runs what they made as a container would: npm run image:steps
// [-- --keep]. Ends with 1 where a step or a check fails. The image itself is not built here.
import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { runnerImport } from 'vite';
import { buildTree } from './image/build-tree.js';
import { isolationHere, pidOf, startIn } from './image/run-tree.js';

/** @typedef {import('./image/build-tree.js').Image} Image */
/** @typedef {import('./image/run-tree.js').Isolation} Isolation */
/** @typedef {typeof import('../test/deploy/stand-ins.js')} StandInModule */

const ROOT = fileURLToPath(new URL('..', import.meta.url));
/** What the program may take to start, answer and stop. */
const WITHIN = 60_000;
const QUESTION = 'Was ist InteA?';
const EXPECTED = 'InteA';
/** @type {Readonly<Record<Isolation, string>>} */
const ISOLATIONS = {
  namespaces: 'process 1 of its own, every file read-only, the user of the image',
  user: 'the user of the image, no write rights; NOT process 1, NOT read-only, as namespaces are not allowed here',
  plain: 'as this user, no write rights; NOT process 1, NOT read-only: start it as root to try both',
};

const { values } = parseArgs({ options: { keep: { type: 'boolean' } } });
const work = mkdtempSync(join(tmpdir(), 'planlotse-image-'));
// Another user has to reach the tree.
chmodSync(work, 0o755);
try {
  await steps();
} finally {
  if (values.keep === true) print(`The tree stays in ${work}`);
  else remove();
}

function remove() {
  execFileSync('chmod', ['-R', 'u+w', work]);
  rmSync(work, { recursive: true });
}

async function steps() {
  print(`Steps of the Dockerfile with Node ${process.version} in place of the base image\n`);
  const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  const began = performance.now();
  const image = buildTree({ context: ROOT, work, args: { VERSION: version }, log: print });
  print(`\nBuilt in ${seconds(began)} s. On disk, beside the base image:`);
  for (const part of ['node_modules', 'dist', 'data', '.']) print(`  ${part}: ${size(image, part)} MB`);

  const isolation = isolationHere();
  print(`\nRuns: ${ISOLATIONS[isolation]}`);
  execFileSync('chmod', ['-R', 'a-w', image.root]);
  const before = listing(image);
  await refuseWrites(image, isolation);
  await answerLines(image, isolation);
  await refuseWithoutTokens(image, isolation);
  await serve(image, isolation);
  expect('no file of the tree was changed', listing(image) === before);
}

/** Were anything writable after all, the rest would prove nothing. @param {Image} image @param {Isolation} isolation */
async function refuseWrites(image, isolation) {
  const { stderr, code } = await finish(startIn(image, ['touch', 'data/probe'], { isolation }));
  const why = isolation === 'namespaces' ? 'Read-only file system' : 'Permission denied';
  expect(`no file can be written: ${why}`, code !== 0 && stderr.includes(why), stderr);
}

/** `docker run -i planlotse ask` @param {Image} image @param {Isolation} isolation */
async function answerLines(image, isolation) {
  const began = performance.now();
  const child = startIn(image, [...image.entrypoint, 'ask'], { isolation });
  child.stdin?.end(`${QUESTION}\n`);
  const { stdout, stderr, code } = await finish(child);
  expect(
    `ask answers standard input (${seconds(began)} s with the start)`,
    code === 0 && stdout.includes(EXPECTED),
    stderr,
  );
}

/** @param {Image} image @param {Isolation} isolation */
async function refuseWithoutTokens(image, isolation) {
  const { EXIT } = await import(join(image.root, image.workdir, 'dist/commands/exit-code.js'));
  const wanted = EXIT.configuration ?? EXIT.usage;
  const { stderr, code } = await finish(startIn(image, [...image.entrypoint, ...image.cmd], { isolation }));
  const what = `the default command (${image.cmd.join(' ')}) asks for tokens and ends with ${wanted}`;
  expect(what, code === wanted && /SLACK_BOT_TOKEN/.test(stderr), stderr);
}

/** `docker run planlotse`, with both platforms in reach @param {Image} image @param {Isolation} isolation */
async function serve(image, isolation) {
  const { startStandIns } = /** @type {StandInModule} */ (await load('test/deploy/stand-ins.ts'));
  const { env, askSlack, askDiscord, stop } = await startStandIns();
  const began = performance.now();
  const child = startIn(image, [...image.entrypoint, ...image.cmd], { isolation, env });
  const outcome = finish(child, [child.stderr]);
  /** @type {string[]} */
  const ready = [];
  await new Promise((resolve) => {
    const lines = createInterface({ input: /** @type {import('node:stream').Readable} */ (child.stdout) });
    lines.on('close', resolve).on('line', (line) => {
      const { msg, adapter } = JSON.parse(line);
      if (msg === 'ready') ready.push(`${adapter} after ${seconds(began)} s`);
      if (ready.length === 2) resolve(undefined);
    });
  });
  expect(`serve is ready: ${ready.join(', ')}`, ready.length === 2);
  if (ready.length < 2) {
    child.kill('SIGKILL');
    await stop();
    return;
  }
  expect('it answers in Slack', (await askSlack(QUESTION)).includes(EXPECTED));
  expect('it answers in Discord', (await askDiscord(QUESTION)) > 0);
  const pid = pidOf(child, isolation);
  print(`     memory: ${memory(pid)} MB resident`);
  await checkHealth(image, isolation, env);
  const stopping = performance.now();
  process.kill(pid, /** @type {NodeJS.Signals} */ (image.stopSignal));
  const { code } = await outcome;
  expect(`${image.stopSignal} ends it with 0 (${seconds(stopping)} s)`, code === 0);
  await stop();
}

/** @param {Image} image @param {Isolation} isolation @param {Readonly<Record<string, string>>} env */
async function checkHealth(image, isolation, env) {
  const began = performance.now();
  const { code } = await finish(startIn(image, image.healthcheck, { isolation, env }));
  const known = readFileSync(join(image.root, image.workdir, 'dist/commands/environment.js'), 'utf8');
  if (known.includes('PLANLOTSE_HEALTH_PORT')) expect(`the health check passes (${seconds(began)} s)`, code === 0);
  else expect('the health check fails, since this version has no port for it', code === 1);
}

/**
 * What a program says and how it ends; one that does not end is killed.
 *
 * @param {import('node:child_process').ChildProcess} child
 */
async function finish(child, streams = [child.stderr, child.stdout]) {
  const timer = setTimeout(() => child.kill('SIGKILL'), WITHIN);
  child.stdin?.on('error', () => {});
  const closed = once(child, 'close');
  const [stderr = '', stdout = ''] = await Promise.all(streams.map((stream) => (stream === null ? '' : text(stream))));
  const [code] = await closed;
  clearTimeout(timer);
  return { stdout, stderr, code };
}

/** @param {Image} image @param {string} part */
function size({ root, workdir }, part) {
  const [kib = ''] = execFileSync('du', ['-sk', part], { cwd: join(root, workdir), encoding: 'utf8' }).split('\t');
  return (Number(kib) / 1024).toFixed(1);
}

/** Every file with its size, rights and time. @param {Image} image */
function listing({ root }) {
  return execFileSync('find', [root, '-printf', '%p %s %m %T@\n'], { encoding: 'utf8', maxBuffer: 2 ** 26 });
}

/** @param {number} pid */
function memory(pid) {
  const [, kib = '0'] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Math.round(Number(kib) / 1024);
}

/** @param {string} path */
async function load(path) {
  return (await runnerImport(join(ROOT, path), { root: ROOT, logLevel: 'error', configFile: false })).module;
}

/** @param {string} what @param {boolean} isSo @param {string} [why] */
function expect(what, isSo, why = '') {
  print(`${isSo ? 'ok  ' : 'NOT '} ${what}`);
  if (isSo) return;
  process.stderr.write(why);
  process.exitCode = 1;
}

/** @param {number} began */
function seconds(began) {
  return ((performance.now() - began) / 1000).toFixed(1);
}

/** @param {string} line */
function print(line) {
  process.stdout.write(`${line}\n`);
}
