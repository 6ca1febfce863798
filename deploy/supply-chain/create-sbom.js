// @ts-check
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readLock, readManifest } from './lock-file.js';

/** @typedef {{ readonly license?: { readonly id?: string, readonly name?: string }, readonly expression?: string }} LicenceChoice */
/** @typedef {{ readonly name: string, readonly version: string, readonly purl: string, readonly licenses?: readonly LicenceChoice[], readonly hashes?: readonly object[] }} Component */
/** @typedef {{ readonly bomFormat: string, readonly specVersion: string, readonly metadata: { readonly component: Component }, readonly components: readonly Component[] }} Sbom */

/**
 * What the program runs with, as CycloneDX, from the lock file by `npm sbom`.
 *
 * `npm sbom --omit=dev` leaves out what the program and its development both depend on, zod for one; so npm is handed
 * a project that has no development dependencies.
 *
 * @returns {Sbom}
 */
export function createSbom() {
  const { devDependencies: _, ...manifest } = readManifest();
  const lock = readLock();
  const packages = Object.entries(lock.packages).flatMap(([path, entry]) => {
    if (entry.dev === true) return [];
    if (path !== '') return [[path, entry]];
    const { devDependencies: __, ...root } = /** @type {Record<string, unknown>} */ (/** @type {unknown} */ (entry));
    return [[path, root]];
  });
  const work = mkdtempSync(join(tmpdir(), 'planlotse-sbom-'));
  // npm names the component after its folder.
  const folder = join(work, manifest.name);
  try {
    mkdirSync(folder);
    writeFileSync(join(folder, 'package.json'), JSON.stringify({ ...manifest, scripts: {} }));
    writeFileSync(
      join(folder, 'package-lock.json'),
      JSON.stringify({ ...lock, packages: Object.fromEntries(packages) }),
    );
    const options = ['--package-lock-only', '--sbom-format', 'cyclonedx', '--sbom-type', 'application'];
    const output = execFileSync('npm', ['sbom', ...options], {
      cwd: folder,
      encoding: 'utf8',
      maxBuffer: 2 ** 26,
      stdio: 'pipe',
    });
    return JSON.parse(output);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}
