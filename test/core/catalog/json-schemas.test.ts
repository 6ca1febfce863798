import { readdirSync, readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Ajv } from 'ajv';
import { beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { readData } from '../../../src/adapters/files/read-data.js';
import { readSchemaFiles } from '../../../src/adapters/files/schema-files.js';
import { createJsonSchemas, type DataFiles, parseCatalog } from '../../../src/core/index.js';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const DATA = resolve(ROOT, 'data');

type Node = Readonly<Record<string, unknown>>;

let files: DataFiles;
let schemas: ReadonlyMap<string, object>;

beforeAll(async () => {
  files = (await readData(DATA)).files;
  schemas = createJsonSchemas(parseCatalog(files));
});

describe('JSON Schemas for editors', () => {
  it('stand in data/schema as the program writes them (else: npm run schemas)', async () => {
    const stored = await readSchemaFiles(DATA);
    const wanted = new Map([...schemas].map(([name, schema]) => [name, `${JSON.stringify(schema, null, 2)}\n`]));
    const stale = [...new Set([...stored.keys(), ...wanted.keys()])].filter(
      (name) => stored.get(name) !== wanted.get(name),
    );
    expect(stale).toEqual([]);
  });

  it('explain every property', () => {
    const silent = [...schemas].flatMap(([name, schema]) =>
      propertiesOf(schema)
        .filter(({ node }) => typeof node.description !== 'string' || node.description === '')
        .map(({ path }) => `${name} ${path}`),
    );
    expect(silent).toEqual([]);
  });

  it('explain every key of phrases.yaml by its own meaning', () => {
    const properties = propertiesOf(schemaOf('phrases'));
    const groupOf = new Map(properties.map(({ path, node }) => [path, node.description]));
    const keys = properties.filter(({ path }) => /^(?!languages|plan|fillers|missing)\w+\.[^.]+$/.test(path));
    const unexplained = keys.filter(({ path, node }) => node.description === groupOf.get(path.split('.')[0] ?? ''));
    expect(keys.length).toBeGreaterThan(80);
    expect(unexplained.map(({ path }) => path)).toEqual([]);
  });

  it('accept every file of the data', () => {
    const faults = [...files].flatMap(([path, text]) => {
      const validate = validatorFor(path);
      return validate(parse(text))
        ? []
        : (validate.errors ?? []).map((error) => `${path}${error.instancePath} ${error.message}`);
    });
    expect(faults).toEqual([]);
  });

  it.each([
    ['an unknown key', { titel: { de: 'x' } }],
    ['an unknown action field', { actionField: 'sprahce' }],
    ['an unknown region', { regions: ['kasel'] }],
    ['a malformed id', { lead: 'Ministerium für Soziales' }],
    ['a status that does not exist', { status: 'started' }],
    ['a date that is none', { period: { start: '2024-13' } }],
    ['an address without https', { contact: { url: 'hessen.de' } }],
    ['a short title of 76 characters', { shortTitle: { de: 'x'.repeat(76) } }],
    ['a record without sources', { sources: [] }],
    ['a title without German', { title: { en: 'x' } }],
  ])('refuse %s', (_, change) => {
    expect(validatorFor(EXAMPLE)({ ...exampleRecord(), ...change })).toBe(false);
  });

  it.each([
    ['an organisation added since', { lead: 'neue-organisation' }],
    ['a related record added since', { related: ['neuer-eintrag'] }],
    ['a year as a number', { period: { start: 2024 } }],
    ['a short title of 75 characters', { shortTitle: { de: 'x'.repeat(75) } }],
  ])('accept %s', (_, change) => {
    expect(validatorFor(EXAMPLE)({ ...exampleRecord(), ...change })).toBe(true);
  });

  it('offer the known ids with their names', () => {
    const { definitions } = schemaOf('measure') as { definitions: Record<string, { enum: string[] }> };
    expect(Object.keys(definitions)).toEqual(['actionFields', 'organisations', 'records', 'regions', 'targetGroups']);
    expect(definitions.actionFields?.enum).toContain('rassismus-und-diskriminierung');
    expect(definitions.records?.enum).toContain('adibe-netzwerk');
  });

  it('are what the first line of each data file and the workspace settings refer to', () => {
    const referred = [...files].flatMap(([path, text]) => {
      const target = /^# yaml-language-server: \$schema=(\S+)/.exec(text)?.[1];
      return target === undefined ? [] : [[path, resolve(DATA, dirname(path), target)] as const];
    });
    const settings = JSON.parse(readFileSync(resolve(ROOT, '.vscode/settings.json'), 'utf8')) as Node;
    const mapped = Object.keys(settings['yaml.schemas'] as Node).map((target) => ['settings', resolve(ROOT, target)]);
    const existing = readdirSync(resolve(DATA, 'schema')).map((name) => resolve(DATA, 'schema', name));
    expect(referred.length).toBeGreaterThan(200);
    expect(mapped).toHaveLength(schemas.size);
    expect([...referred, ...mapped].filter(([, target]) => !existing.includes(target ?? ''))).toEqual([]);
  });
});

const EXAMPLE = 'measures/adibe-netzwerk.yaml';

function exampleRecord(): Node {
  return parse(files.get(EXAMPLE) ?? '') as Node;
}

function schemaOf(name: string): Node {
  const schema = schemas.get(`${name}.schema.json`);
  if (schema === undefined) throw new Error(`no schema "${name}"`);
  return schema as Node;
}

const SCHEMA_OF_FOLDER: Readonly<Record<string, string>> = {
  measures: 'measure',
  institutions: 'institution',
  facts: 'fact',
  events: 'event',
  vocabulary: 'concepts',
  texts: 'texts',
  golden: 'golden',
};

const ajv = new Ajv({ strict: true, allowUnionTypes: true, validateFormats: false, allErrors: true }).addVocabulary([
  'enumDescriptions',
  'errorMessage',
  'patternErrorMessage',
]);
const validators = new Map<string, ReturnType<typeof ajv.compile>>();

function validatorFor(path: string): ReturnType<typeof ajv.compile> {
  const [folder = '', file] = path.split('/');
  const name =
    file === undefined || path === 'vocabulary/phrases.yaml'
      ? path.replace(/^.*\//, '').replace('.yaml', '')
      : (SCHEMA_OF_FOLDER[folder] ?? folder);
  const validate = validators.get(name) ?? ajv.compile(schemaOf(name));
  validators.set(name, validate);
  return validate;
}

function propertiesOf(schema: unknown, path: readonly string[] = []): { path: string; node: Node }[] {
  if (typeof schema !== 'object' || schema === null) return [];
  return Object.entries(schema).flatMap(([key, value]) => {
    if (key !== 'properties') return propertiesOf(value, path);
    return Object.entries(value as Readonly<Record<string, Node>>).flatMap(([name, node]) => [
      { path: [...path, name].join('.'), node },
      ...propertiesOf(node, [...path, name]),
    ]);
  });
}
