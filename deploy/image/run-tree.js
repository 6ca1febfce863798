// @ts-check
import { execFileSync, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** @typedef {import('./build-tree.js').Image} Image */
/**
 * How close to a container programs are run: `namespaces` (process 1 of its own, everything read-only, another user),
 * `user` (another user only) or `plain`.
 * @typedef {'namespaces' | 'user' | 'plain'} Isolation
 */

// Everything is mounted read-only for this process alone; then its rights are given up for good.
const CONTAIN = `mount --make-rprivate / &&
  mount --bind "$ROOT" "$ROOT" && mount -o remount,ro,bind "$ROOT" && mount -o remount,ro,bind / &&
  cd "$ROOT$WORKDIR" &&
  exec setpriv --reuid "$UID_" --regid "$GID_" --clear-groups --no-new-privs -- "$@"`;

/** What this machine allows. @returns {Isolation} */
export function isolationHere() {
  if (process.getuid?.() !== 0) return 'plain';
  try {
    execFileSync('unshare', ['--mount', '--pid', '--fork', '--mount-proc', 'setpriv', '--clear-groups', 'true'], {
      stdio: 'ignore',
    });
    return 'namespaces';
  } catch {
    return 'user';
  }
}

/**
 * Starts a command in the tree as a container of the image would: its user, its folder, its variables and no others.
 *
 * @param {Image} image
 * @param {readonly string[]} command
 * @param {{ isolation: Isolation, env?: Readonly<Record<string, string>> }} options
 */
export function startIn(image, command, { isolation, env = {} }) {
  const [program = '', ...words] = command.map((word, index) =>
    index === 0 && word === 'node' ? process.execPath : word,
  );
  const [uid = '', gid = uid] = image.user.split(':');
  const own = { ...image.env, ...env, PATH: process.env.PATH ?? '' };
  const cwd = join(image.root, image.workdir);
  if (isolation !== 'namespaces') {
    const user = isolation === 'user' ? { uid: Number(uid), gid: Number(gid) } : {};
    return spawn(program, words, { cwd, env: own, ...user });
  }
  const flags = ['--mount', '--pid', '--fork', '--mount-proc', '--kill-child'];
  return spawn('unshare', [...flags, 'sh', '-c', CONTAIN, 'sh', program, ...words], {
    env: { ...own, ROOT: image.root, WORKDIR: image.workdir, UID_: uid, GID_: gid },
  });
}

/**
 * The process itself: `unshare` only waits for it and passes no signal on.
 *
 * @param {import('node:child_process').ChildProcess} child
 * @param {Isolation} isolation
 */
export function pidOf({ pid }, isolation) {
  if (pid === undefined) throw new Error('The program did not start.');
  if (isolation !== 'namespaces') return pid;
  const [inner = ''] = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ');
  return Number(inner);
}
