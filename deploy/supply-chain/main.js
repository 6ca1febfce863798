// @ts-check
// node deploy/supply-chain/main.js sbom | licences | dependencies
import { readFileSync, writeFileSync } from 'node:fs';
import { createSbom } from './create-sbom.js';
import { factsOf, refresh, rowsOf } from './dependency-table.js';
import { ALLOWED, isAllowed, licenceOf } from './licences.js';
import { ROOT } from './lock-file.js';

const SBOM = 'sbom.cdx.json';
const PAGE = 'docs/dependencies.md';

const [task] = process.argv.slice(2);
switch (task) {
  case 'sbom':
    writeSbom();
    break;
  case 'licences':
    listLicences();
    break;
  case 'dependencies':
    refreshPage();
    break;
  default:
    print('Usage: node deploy/supply-chain/main.js sbom | licences | dependencies');
    process.exitCode = 2;
}

function writeSbom() {
  const sbom = createSbom();
  writeFileSync(`${ROOT}${SBOM}`, `${JSON.stringify(sbom, undefined, 2)}\n`);
  print(`${SBOM}: CycloneDX ${sbom.specVersion}, ${sbom.components.length} packages`);
}

function listLicences() {
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const component of createSbom().components) {
    const licence = licenceOf(component);
    counts.set(licence, (counts.get(licence) ?? 0) + 1);
    if (isAllowed(licence)) continue;
    print(
      `${component.purl}: "${licence}" is not in deploy/supply-chain/licences.js; read it, then add it or replace the package`,
    );
    process.exitCode = 1;
  }
  for (const [licence, count] of counts) print(`${licence}: ${count} packages; ${ALLOWED.get(licence) ?? 'a choice'}`);
}

function refreshPage() {
  const facts = new Map([...factsOf('dependencies'), ...factsOf('devDependencies')]);
  const text = readFileSync(`${ROOT}${PAGE}`, 'utf8');
  writeFileSync(`${ROOT}${PAGE}`, refresh(text, facts));
  const named = new Set(rowsOf(text).map(({ name }) => name));
  for (const name of facts.keys()) if (!named.has(name)) print(`${PAGE}: a row for ${name} is missing`);
  for (const name of named) if (!facts.has(name)) print(`${PAGE}: ${name} is no dependency any more`);
}

/** @param {string} line */
function print(line) {
  process.stdout.write(`${line}\n`);
}
