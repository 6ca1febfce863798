import { expect, test } from 'vitest';
import { type Answer, createPlanlotse, findNamingWarnings, parseCatalog } from '../../../src/core/index.js';
import { broken, fewFiles, PROBE_PATH } from '../../data-files.js';
import { TODAY } from '../real-planlotse.js';

const catalog = parseCatalog(fewFiles);
const planlotse = createPlanlotse(catalog);
const right = (text: string): Answer => planlotse.answer({ text, today: TODAY });

/** Answers as ever, but to one name as told. */
const wrongFor =
  (name: string, change: Partial<Pick<Answer, 'ids' | 'offered'>> & { readonly kind?: 'clarify' }) =>
  (text: string): Answer =>
    text === name ? ({ ...right(text), ...change } as Answer) : right(text); // only these properties are read

test('finds nothing where each name leads to its record first', () => {
  expect(findNamingWarnings(fewFiles, catalog, right)).toEqual([]);
});

test.each([
  ['Probe für Prüfungen', ['  de: Probe für', '  de: ¦Probe für']],
  ['Probe for checks', ['  en: Probe for', '  en: ¦Probe for']],
  ['Probe-Netzwerk', ['- Probe-Netzwerk', '- ¦Probe-Netzwerk']],
] as const)('finds another record before it, at the name: %s', (name, edit) => {
  const [place] = broken(fewFiles, PROBE_PATH, edit).places;
  const found = findNamingWarnings(fewFiles, catalog, wrongFor(name, { ids: ['integrationsplan-2-0', 'probe'] }));
  expect(found.map(({ file, line, column }) => `${file}:${line}:${column}`)).toEqual([place]);
  expect(found[0]).toMatchObject({
    code: 'notFoundByName',
    details: { question: name, found: 'integrationsplan-2-0' },
  });
});

test('finds an answer without a record', () => {
  const found = findNamingWarnings(fewFiles, catalog, wrongFor('Probe-Netzwerk', { ids: [] }));
  expect(found).toMatchObject([{ code: 'nothingByName', details: { question: 'Probe-Netzwerk' } }]);
});

test('takes a question back that offers the record as right, and one that does not as wrong', () => {
  const clarify = (offered: readonly string[]) =>
    findNamingWarnings(fewFiles, catalog, wrongFor('Probe-Netzwerk', { kind: 'clarify', ids: [], offered }));
  expect(clarify(['integrationsplan-2-0', 'probe'])).toEqual([]);
  expect(clarify(['integrationsplan-2-0'])).toHaveLength(1);
});
