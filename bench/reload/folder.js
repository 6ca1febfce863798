// @ts-check
import { cp, mkdir, mkdtemp, rename, rm, symlink, unlink, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { hashFiles } from '../../dist/core/catalog/short-hash.js';

/** @typedef {Awaited<ReturnType<typeof createFolder>>} Folder */

/**
 * A data folder behind a link, as checkouts by other programs are, and what is written in it. Everything that editors
 * and programs do with files is a method; what is not named otherwise is done at once.
 *
 * @param {ReadonlyMap<string, string>} source
 */
export async function createFolder(source) {
  const root = await mkdtemp(join(tmpdir(), 'planlotse-soak-'));
  /** @type {Map<string, string>} */
  const files = new Map();
  const data = join(root, 'current', 'data');
  const at = (/** @type {string} */ path) => join(data, path);
  let checkouts = 0;

  const save = async (/** @type {string} */ path, /** @type {string} */ text) => {
    files.set(path, text);
    await mkdir(dirname(at(path)), { recursive: true });
    await writeFile(at(path), text);
  };
  /** Another folder with the same files, and where it stands. */
  const checkOut = async () => {
    checkouts += 1;
    const name = `checkout${checkouts}`;
    for (const [path, text] of files) {
      await mkdir(dirname(join(root, name, 'data', path)), { recursive: true });
      await writeFile(join(root, name, 'data', path), text);
    }
    return name;
  };

  for (const [path, text] of source) files.set(path, text);
  let current = await checkOut();
  await symlink(current, join(root, 'current'));

  return {
    data,
    files,
    /** The version of the data that the program has to name. */
    version: () => hashFiles(new Map([...files].filter(([path]) => !path.startsWith('golden/')))),
    save,
    saveByRenaming: async (/** @type {string} */ path, /** @type {string} */ text) => {
      files.set(path, text);
      await writeFile(`${at(path)}.tmp`, text);
      await rename(`${at(path)}.tmp`, at(path));
    },
    saveAsVim: async (/** @type {string} */ path, /** @type {string} */ text) => {
      files.set(path, text);
      const swap = join(dirname(at(path)), '.soak.yaml.swp');
      const test = join(dirname(at(path)), '4913');
      await writeFile(swap, 'b0VIM 9.1');
      await writeFile(test, '');
      await unlink(test);
      await rename(at(path), `${at(path)}~`);
      await writeFile(at(path), text);
      await unlink(`${at(path)}~`);
      await unlink(swap);
    },
    /** The first half, a pause, and then all of it. */
    saveInHalves: async (
      /** @type {string} */ path,
      /** @type {string} */ text,
      /** @type {() => Promise<void>} */ pause,
    ) => {
      await writeFile(at(path), text.slice(0, text.length / 2));
      await pause();
      await save(path, text);
    },
    remove: async (/** @type {string} */ path) => {
      files.delete(path);
      await unlink(at(path));
    },
    move: async (/** @type {string} */ from, /** @type {string} */ to) => {
      files.set(to, files.get(from) ?? '');
      files.delete(from);
      await rename(at(from), at(to));
    },
    /** Every file anew, one after the other, as a checkout in place does. */
    rewrite: async (/** @type {string} */ path, /** @type {string} */ text) => {
      files.set(path, text);
      for (const [each, content] of files) {
        await rm(at(each), { force: true });
        await writeFile(at(each), content);
      }
    },
    /** Another folder takes the place of the old one, which is renamed away and later removed. */
    swap: async (/** @type {string} */ path, /** @type {string} */ text) => {
      files.set(path, text);
      const next = await checkOut();
      await rename(join(root, current, 'data'), join(root, `${current}-old`));
      await rename(join(root, next, 'data'), join(root, current, 'data'));
      return async () => {
        await rm(join(root, `${current}-old`), { recursive: true });
        await rm(join(root, next), { recursive: true });
      };
    },
    /** The link is moved on to another folder in one step. */
    relink: async (/** @type {string} */ path, /** @type {string} */ text) => {
      files.set(path, text);
      const before = current;
      current = await checkOut();
      await symlink(current, join(root, 'next'));
      await rename(join(root, 'next'), join(root, 'current'));
      return () => rm(join(root, before), { recursive: true });
    },
    /** Takes the folder away; what is given back brings it back. */
    takeAway: async () => {
      const away = join(root, 'away');
      await rename(join(root, current, 'data'), away);
      return () => rename(away, join(root, current, 'data'));
    },
    /** Files that are no data, and new times for one that is. */
    litter: async (/** @type {string} */ path) => {
      await writeFile(`${at(path)}~`, 'x: [');
      await writeFile(join(dirname(at(path)), '#soak.yaml#'), 'x: [');
      await cp(at(path), join(dirname(at(path)), '.soak.yaml.bak.yaml'));
      await utimes(at(path), new Date(), new Date());
    },
    destroy: () => rm(root, { recursive: true, force: true }),
  };
}
