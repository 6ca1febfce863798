// @ts-check
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** @typedef {{ name?: string, version: string, license?: string, dev?: true, hasInstallScript?: true, engines?: { node?: string } }} LockedPackage */
/** @typedef {{ name: string, version: string, engines: { node: string }, dependencies: Record<string, string>, devDependencies: Record<string, string> }} Manifest */

/** @returns {Manifest} */
export function readManifest() {
  return JSON.parse(readFileSync(`${ROOT}package.json`, 'utf8'));
}

/** @returns {{ packages: Record<string, LockedPackage> }} */
export function readLock() {
  return JSON.parse(readFileSync(`${ROOT}package-lock.json`, 'utf8'));
}

/** Every package that the lock file installs, once for each version. */
export function lockedPackages() {
  return Object.entries(readLock().packages).flatMap(([path, { name, ...rest }]) =>
    path === ''
      ? []
      : [{ ...rest, name: name ?? path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length) }],
  );
}

/** Those that the program runs with. */
export function productionPackages() {
  return lockedPackages().filter(({ dev }) => dev !== true);
}
