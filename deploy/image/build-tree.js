// @ts-check
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, isAbsolute, join, relative } from 'node:path';
import { execForm, expand, readDockerfile } from './read-dockerfile.js';

/** @typedef {import('./read-dockerfile.js').Step} Step */
/**
 * What the last stage says of the image.
 * @typedef {{ root: string, workdir: string, args: Record<string, string>, env: Record<string, string>,
 *   labels: Record<string, string>, user: string, entrypoint: readonly string[], cmd: readonly string[],
 *   healthcheck: readonly string[], stopSignal: string }} Image
 */

/**
 * Does what the Dockerfile says, without an engine: each stage gets a folder for its root, and this machine's Node and
 * npm in place of those of the base image. Knows what this project's Dockerfile uses and refuses the rest.
 *
 * @param {{ context: string, work: string, args?: Readonly<Record<string, string>>, log: (line: string) => void }} options
 * @returns {Image}
 */
export function buildTree({ context, work, args = {}, log }) {
  const stages = readDockerfile(readFileSync(join(context, 'Dockerfile'), 'utf8'));
  const allowed = readIgnore(readFileSync(join(context, '.dockerignore'), 'utf8'));
  /** @type {Map<string, string>} */
  const roots = new Map();
  let image = emptyImage('');
  for (const [index, { name = `stage-${index}`, image: base, steps }] of stages.entries()) {
    const root = join(work, name);
    mkdirSync(root, { recursive: true });
    roots.set(name, root);
    image = emptyImage(root);
    log(`FROM ${base} AS ${name}`);
    for (const step of steps) {
      log(`  ${step.keyword} ${step.text}`);
      run(step, image, { context, allowed, roots, args });
    }
  }
  return image;
}

/** @param {string} root @returns {Image} */
function emptyImage(root) {
  return {
    root,
    workdir: '/',
    args: {},
    env: {},
    labels: {},
    user: 'root',
    entrypoint: [],
    cmd: [],
    healthcheck: [],
    stopSignal: 'SIGTERM',
  };
}

/**
 * @param {Step} step
 * @param {Image} image
 * @param {{ context: string, allowed: readonly string[], roots: ReadonlyMap<string, string>, args: Readonly<Record<string, string>> }} build
 */
function run({ keyword, text, line }, image, { context, allowed, roots, args }) {
  const [name = '', value = ''] = split(text);
  switch (keyword) {
    case 'ARG':
      image.args[name] = args[name] ?? value;
      break;
    case 'ENV':
      image.env[name] = value;
      break;
    case 'LABEL':
      image.labels[name] = expand(value, image.args);
      break;
    case 'WORKDIR':
      image.workdir = text;
      mkdirSync(join(image.root, text), { recursive: true });
      break;
    case 'COPY':
      copy(text, image, { context, allowed, roots });
      break;
    case 'RUN':
      execFileSync('sh', ['-c', text], {
        cwd: join(image.root, image.workdir),
        env: environment(image),
        stdio: ['ignore', 'ignore', 'inherit'],
      });
      break;
    case 'USER':
      image.user = text;
      break;
    case 'ENTRYPOINT':
      image.entrypoint = execForm(text);
      break;
    case 'CMD':
      image.cmd = execForm(text);
      break;
    case 'HEALTHCHECK':
      image.healthcheck = execForm(text);
      break;
    case 'STOPSIGNAL':
      image.stopSignal = text;
      break;
    case 'EXPOSE':
      break;
    default:
      throw new Error(`Dockerfile:${line}: ${keyword} is not known here; teach deploy/image/build-tree.js.`);
  }
}

/**
 * @param {string} text
 * @param {Image} image
 * @param {{ context: string, allowed: readonly string[], roots: ReadonlyMap<string, string> }} from
 */
function copy(text, image, { context, allowed, roots }) {
  const words = text.split(/\s+/);
  const stage = words[0]?.startsWith('--from=') === true ? words.shift()?.slice('--from='.length) : undefined;
  const target = words.pop() ?? '';
  const root = stage === undefined ? context : roots.get(stage);
  if (root === undefined) throw new Error(`COPY --from=${stage}: there is no such stage.`);
  for (const source of words) {
    const path = isAbsolute(source) ? relative('/', source) : source;
    const isSent = allowed.some((one) => path === one || path.startsWith(`${one}/`));
    if (stage === undefined && !isSent) throw new Error(`COPY ${source}: .dockerignore leaves it out.`);
    const full = join(root, path);
    if (!existsSync(full)) throw new Error(`COPY ${source}: not found.`);
    // As Docker does, a folder's content is copied, a file goes into a target that ends in a slash.
    const to = join(
      image.root,
      image.workdir,
      target,
      statSync(full).isFile() && target.endsWith('/') ? basename(path) : '',
    );
    mkdirSync(dirname(to), { recursive: true });
    cpSync(full, to, { recursive: true, verbatimSymlinks: true });
  }
}

/** What .dockerignore lets through; it leaves out everything else. @param {string} text */
export function readIgnore(text) {
  const [first, ...rest] = text.split('\n').filter((line) => line !== '');
  if (first !== '*' || !rest.every((line) => line.startsWith('!'))) {
    throw new Error('.dockerignore: the first line must be *, every other begins with an exclamation mark.');
  }
  return rest.map((line) => line.slice(1));
}

/** @param {string} text */
function split(text) {
  const at = text.indexOf('=');
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1).replace(/^"(.*)"$/, '$1')];
}

/** What a build step sees; a build argument without a value is not set. @param {Image} image */
function environment(image) {
  const given = Object.fromEntries(Object.entries(image.args).filter(([, value]) => value !== ''));
  const { HOME = '', PATH = '' } = process.env;
  return { ...image.env, ...given, HOME, PATH: `${dirname(process.execPath)}:${PATH}` };
}
