import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { DataFiles } from '../src/core/index.js';

export type { DataFiles };

const FOLDER = fileURLToPath(new URL('../data/', import.meta.url));

/** Every YAML file of `data/`, read once. */
export const dataFiles: DataFiles = new Map(
  readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.endsWith('.yaml'))
    .sort()
    .map((path) => [path, readFileSync(join(FOLDER, path), 'utf8')]),
);

/** A record with every field, free of faults, whatever becomes of the real ones. */
export const PROBE = `# yaml-language-server: $schema=../schema/measure.schema.json

type: counselling
title:
  de: Probe für Prüfungen
  en: Probe for checks
shortTitle:
  de: Probe
summary:
  de: Eine Probe, an der sich Fehler zeigen lassen.
  en: A probe that faults can be shown with.
plain:
  text: Das ist eine Probe.
  reviewedBy: Prüfgruppe
  date: 2024-05
aliases:
  - Probe-Netzwerk
actionField: sprache
alsoIn:
  - rassismus-und-diskriminierung
targetGroups:
  - frauen-und-maedchen
targetNote:
  de: Alle, die prüfen
lead: hmais
partners:
  - id: rbm
  - name: Verein für Proben
regions:
  - kassel
regionNote:
  de: nur ein Stadtteil
status: running
asOf: 2025
period:
  start: 2016
  end: 2027-06
funding:
  - period: 2021 bis 2022
    amountEur: 250000
    text:
      de: bis zu 250.000 Euro
contact:
  url: https://hessen.de/probe
  mailbox: info@probe.example
provenance: state-policy
sources:
  - url: https://hessen.de/quelle
    title: Eine Quelle
    date: 2025-01-31
    checkedOn: 2025-12-01
    page: 12
keywords:
  de:
    - Probe
questions:
  de:
    - Wo gibt es eine Probe?
related:
  - integrationsplan-2-0
updates:
  - date: 2025-03
    text:
      de: Die Probe wurde verlängert.
    source:
      url: https://hessen.de/neu
      title: Verlängerung
note:
  de: Nur zur Probe.
visibility: public
reviewBy: 2027
`;

export const PROBE_PATH = 'measures/probe.yaml';

const CONCEPTS = `- id: probe
  label: { de: Probe, en: probe }
  words:
    de: [Probe, Versuch]
- id: stichprobe
  label: { de: Stichprobe }
  broader: [probe]
  words:
    de: [Stichprobe]
`;

/** The keys of the real phrases without their words, which are long to read. */
const PHRASES = [...(dataFiles.get('vocabulary/phrases.yaml') ?? '').matchAll(/^(\w+):\n(?:(?:\s*#.*)?\n)*(\s+-)?/gm)]
  .map(([, key, dash]) => `${key}: ${dash === undefined ? '{}' : '[]'}\n`)
  .join('');

/** Records that plan.yaml names. */
const planRecords = new Set(
  [...(dataFiles.get('plan.yaml') ?? '').matchAll(/^record: (\S+)|^ +records:\n((?: +- .*\n)+)/gm)].flatMap(
    ([, id, list = '']) => (id === undefined ? [...list.matchAll(/- (\S+)/g)].map((match) => match[1]) : [id]),
  ),
);

/** The real data with few records and concepts, so that a check is quick, and with the probe. */
export const fewFiles: DataFiles = new Map(
  [...dataFiles]
    .filter(([path]) => !path.startsWith('golden/'))
    .filter(([path]) => !path.startsWith('vocabulary/'))
    .filter(([path]) => !/^(?:measures|institutions|facts|events)\//.test(path) || planRecords.has(idOf(path)))
    .map(([path, text]): [string, string] => [path, text.replace(/^related:\n(?:\s+- .*\n)+/m, '')])
    .concat([
      [PROBE_PATH, PROBE],
      ['vocabulary/probe.yaml', CONCEPTS],
      ['vocabulary/phrases.yaml', PHRASES],
    ]),
);

function idOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1, -'.yaml'.length);
}

/** What is put for what; "¦" in the new text marks where a fault is expected. */
export type Edit = readonly [find: string | RegExp, put: string];

/** Files with one of them changed, and the places that were marked. */
export interface Broken {
  readonly files: DataFiles;
  /** `file:line:column`, in the order of the text. */
  readonly places: readonly string[];
}

/** Changes one file; throws where the text to be changed is not there, so that no test passes by accident. */
export function broken(files: DataFiles, path: string, ...edits: readonly Edit[]): Broken {
  let text = files.get(path) ?? '';
  for (const [find, put] of edits) {
    const changed = text.replace(find, put);
    if (changed === text) throw new Error(`${path} does not hold ${find}`);
    text = changed;
  }
  const [first = '', ...rest] = text.split('¦');
  let before = first;
  const places = rest.map((part) => {
    const lines = before.split(/\r\n|\r|\n/);
    before += part;
    return `${path}:${lines.length}:${(lines.at(-1) ?? '').length + 1}`;
  });
  return { files: new Map([...files, [path, before]]), places };
}
