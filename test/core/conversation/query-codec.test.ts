import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  decodeQuery,
  encodeQuery,
  MAX_CODE_LENGTH,
  narrow,
  openRecord,
  parseCatalog,
  readGolden,
  switchLanguage,
  turnPage,
} from '../../../src/core/index.js';
import { dataFiles } from '../../data-files.js';
import { realPlanlotse, TODAY } from '../real-planlotse.js';
import { arbitraryQuery } from './arbitrary-query.js';

const { catalog, planlotse } = realPlanlotse();

const query = arbitraryQuery(catalog);

describe('the code of a Query', () => {
  it('survives the round trip within its length, for any Query', () => {
    fc.assert(
      fc.property(query, (made) => {
        const code = encodeQuery(made, catalog);
        expect(code.length).toBeLessThanOrEqual(MAX_CODE_LENGTH);
        const { focus: _, ...decoded } = decodeQuery(code, made.text, catalog) ?? {};
        expect(decoded).toEqual({ query: made, isCurrent: true, hasText: made.text !== '' });
      }),
      { numRuns: 2000 },
    );
  });

  it('survives for every Query that a golden question gives, and for every step from it', () => {
    for (const { question } of readGolden(dataFiles, catalog).questions) {
      const answer = planlotse.answer({ text: question, today: TODAY });
      const steps = [
        answer.query,
        turnPage(answer.query, 2),
        narrow(answer.query, 'status', 'running'),
        narrow(answer.query, 'group', 'frauen-und-maedchen'),
        openRecord(answer.query, 'intea'),
        switchLanguage(answer.query, 'en'),
      ];
      for (const step of steps) {
        const code = encodeQuery(step, catalog);
        expect(code.length, question).toBeLessThanOrEqual(MAX_CODE_LENGTH);
        expect(decodeQuery(code, step.text, catalog)?.query, question).toEqual(step);
      }
    }
  });

  it('notices that the data folder has changed, and keeps what still is there', () => {
    const changed = new Map(dataFiles);
    changed.set('measures/intea.yaml', `${dataFiles.get('measures/intea.yaml')}\n# changed\n`);
    const code = encodeQuery(openRecord(planlotse.answer({ text: 'InteA', today: TODAY }).query, 'intea'), catalog);
    const decoded = decodeQuery(code, '', parseCatalog(changed));
    expect(decoded?.isCurrent).toBe(false);
    expect(decoded?.query.records).toEqual(['intea']);
  });

  it('is refused where this program did not write it', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 150 }), (text) => {
        const decoded = decodeQuery(text, 'x', catalog);
        if (decoded !== undefined) planlotse.answer({ query: decoded.query, today: TODAY });
      }),
    );
    expect(decodeQuery('', '', catalog)).toBeUndefined();
    expect(decodeQuery('0abc', '', catalog)).toBeUndefined();
    expect(decodeQuery('x'.repeat(MAX_CODE_LENGTH + 1), '', catalog)).toBeUndefined();
  });

  it('gives a click the answer that the question gave', () => {
    const asked = planlotse.answer({ text: 'laufende Förderprogramme für Frauen', today: TODAY });
    const code = encodeQuery(asked.query, catalog);
    const decoded = decodeQuery(code, asked.query.text, catalog);
    expect(decoded && planlotse.answer({ query: decoded.query, today: TODAY }).ids).toEqual(asked.ids);
  });
});
