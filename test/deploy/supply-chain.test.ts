import { readFileSync } from 'node:fs';
import semver from 'semver';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { createSbom } from '../../deploy/supply-chain/create-sbom.js';
import { factsOf, refresh, rowsOf } from '../../deploy/supply-chain/dependency-table.js';
import { isAllowed, licenceOf } from '../../deploy/supply-chain/licences.js';
import { lockedPackages, productionPackages, readManifest } from '../../deploy/supply-chain/lock-file.js';

const read = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const manifest = readManifest();
const page = read('docs/dependencies.md');
const named = ({ name, version }: { readonly name: string; readonly version: string }): string => `${name}@${version}`;

describe('docs/dependencies.md', () => {
  it.each([
    ['## The program runs with', 'dependencies'],
    ['## Only development needs', 'devDependencies'],
  ] as const)('has under "%s" each of %s, as the installed packages describe themselves', (heading, kind) => {
    const [, rest = ''] = page.split(heading);
    const [table = ''] = rest.split('\n## ');
    const rows = rowsOf(table).map(({ name, repository, cells: [version, keeper, licence] }) => [
      name,
      { repository, version, keeper, licence },
    ]);
    // npm run dependencies mends all but a missing row.
    expect(Object.fromEntries(rows)).toEqual(Object.fromEntries(factsOf(kind)));
    for (const { name, cells } of rowsOf(table))
      expect(
        cells.slice(3).filter((cell) => cell !== ''),
        name,
      ).toHaveLength(2);
  });

  it('is written anew without losing what people wrote', () => {
    const facts = new Map([['zod', { repository: 'https://a.de', version: '9', keeper: 'K', licence: 'L' }]]);
    expect(refresh('| [zod](x) | 1 | a | b | does | else |\n| [yaml](x) | 1 | a | b | c | d |', facts)).toBe(
      '| [zod](https://a.de) | 9 | K | L | does | else |\n| [yaml](x) | 1 | a | b | c | d |',
    );
  });

  it('names every package with an install script, and none of them is delivered', () => {
    const scripted = lockedPackages().filter(({ hasInstallScript }) => hasInstallScript === true);
    expect(scripted.map(({ name }) => name)).toEqual(['esbuild']);
    expect(page).toContain('`esbuild`');
    expect(productionPackages().filter(({ hasInstallScript }) => hasInstallScript === true)).toEqual([]);
  });

  it('names every override', () => {
    const { overrides } = z
      .object({ overrides: z.record(z.string(), z.string()) })
      .parse(JSON.parse(read('package.json')));
    for (const [name, version] of Object.entries(overrides)) expect(page).toContain(`\`${name}\` ${version}`);
  });
});

describe('the lowest Node', () => {
  const { node } = manifest.engines;

  it('is one that every package of the program allows, and not higher than needed', () => {
    const ranges = productionPackages().map(({ engines }) => engines?.node ?? '*');
    expect(ranges.filter((range) => !semver.subset(node, range))).toEqual([]);
    const lowest = semver.minVersion(node)?.version ?? '';
    expect(
      ranges
        .map((range) => semver.minVersion(range)?.version ?? '')
        .sort(semver.compare)
        .at(-1),
    ).toBe(lowest);
  });

  it('is the one that the guides name', () => {
    const lowest = semver.minVersion(node)?.version ?? '';
    for (const guide of [
      'README.md',
      'CONTRIBUTING.md',
      'SECURITY.md',
      'docs/cli.md',
      'docs/slack.md',
      'docs/discord.md',
    ]) {
      expect(read(guide), guide).toContain(lowest);
    }
    expect(JSON.parse(read('renovate.json'))).toMatchObject({ constraints: { node: lowest } });
  });
});

describe('every version', () => {
  it('is exact in package.json', () => {
    const versions = Object.values({ ...manifest.dependencies, ...manifest.devDependencies });
    expect(versions.filter((version) => semver.valid(version) === null)).toEqual([]);
  });

  it('is one that renovate.json allows', () => {
    const rules = z
      .object({
        packageRules: z.array(
          z.object({
            description: z.string(),
            matchPackageNames: z.array(z.string()).default([]),
            allowedVersions: z.string().optional(),
            automerge: z.literal(false).optional(),
          }),
        ),
      })
      .parse(JSON.parse(read('renovate.json'))).packageRules;
    const versions = { ...manifest.dependencies, ...manifest.devDependencies };
    for (const { allowedVersions, matchPackageNames } of rules) {
      if (allowedVersions === undefined) continue;
      for (const name of matchPackageNames) {
        expect(semver.satisfies(versions[name] ?? '', allowedVersions), `${name} ${allowedVersions}`).toBe(true);
      }
    }
  });
});

describe('the bill of materials', () => {
  const sbom = createSbom();

  it('holds every package that the program runs with, with hash and licence, and no other', () => {
    expect(sbom).toMatchObject({
      bomFormat: 'CycloneDX',
      metadata: { component: { name: manifest.name, version: manifest.version } },
    });
    const locked = new Set(productionPackages().map(named));
    expect(sbom.components.map(named).sort()).toEqual([...locked].sort());
    expect(locked).toContain(`zod@${manifest.dependencies.zod}`);
    expect(
      sbom.components.filter(({ hashes = [], licenses = [] }) => hashes.length === 0 || licenses.length === 0),
    ).toEqual([]);
  });

  it('holds no licence that does not go with the EUPL-1.2', () => {
    const refused = sbom.components.filter((component) => !isAllowed(licenceOf(component)));
    expect(refused.map(({ purl }) => purl)).toEqual([]);
  });

  it.each([
    ['MIT', true],
    ['(MIT OR GPL-3.0-only)', true],
    ['MIT AND ISC', true],
    ['MIT AND GPL-3.0-only', false],
    ['GPL-3.0-only', false],
    ['Apache-2.0 WITH LLVM-exception', false],
    ['(MIT AND (ISC OR GPL-3.0-only))', false],
    ['SEE LICENSE IN x', false],
    ['', false],
  ])('reads %j as allowed: %s', (expression, allowed) => {
    expect(isAllowed(expression)).toBe(allowed);
  });
});

describe('publiccode.yml', () => {
  // As https://github.com/italia/publiccode-parser-go checks version 0.4.
  const described = z.object({
    shortDescription: z.string().max(150),
    longDescription: z.string().min(150).max(10_000),
    features: z.array(z.string()).min(1),
  });
  const publiccode = z.object({
    publiccodeYmlVersion: z.literal('0.4'),
    name: z.string(),
    url: z.url(),
    platforms: z.array(z.string()).min(1),
    categories: z.array(z.string()).min(1),
    developmentStatus: z.enum(['concept', 'development', 'beta', 'stable', 'obsolete']),
    softwareType: z.literal('standalone/other'),
    description: z.record(z.string(), described),
    legal: z.object({ license: z.string() }),
    maintenance: z.object({ type: z.enum(['internal', 'contract', 'community', 'none']) }),
    localisation: z.object({ localisationReady: z.boolean(), availableLanguages: z.array(z.string()).min(1) }),
  });

  it('keeps its rules, and says what package.json says', () => {
    const { name, legal, localisation, description } = publiccode.parse(parse(read('publiccode.yml')));
    const { license } = z.object({ license: z.string() }).parse(JSON.parse(read('package.json')));
    expect({ name: name.toLowerCase(), license: legal.license }).toEqual({ name: manifest.name, license });
    expect(Object.keys(description)).toEqual(localisation.availableLanguages);
  });
});
