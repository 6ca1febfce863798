import { setImmediate } from 'node:timers/promises';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Answer } from '../../src/core/index.js';
import { realPlanlotse, TODAY } from '../core/real-planlotse.js';
import { answerFaults } from './answer-faults.js';
import { arbitraryCase } from './arbitrary-case.js';
import { createFuzz } from './run-case.js';

/** A machine with little time tries fewer cases; `npm run fuzz` tries as many as one likes. */
const TIME = 15_000;
const { catalog, planlotse } = realPlanlotse();

it('no question, click or follow-up throws, breaks a limit of a platform or calls anybody', {
  timeout: 60_000,
}, async () => {
  const fuzz = createFuzz(planlotse, TODAY);
  await fc.assert(
    fc.asyncProperty(arbitraryCase(catalog), async (one) => {
      expect(fuzz.run(one)).toEqual([]);
      // Lets the runner hear from this worker.
      await setImmediate();
    }),
    { numRuns: 300, interruptAfterTimeLimit: TIME, endOnFailure: true },
  );
  expect(fuzz.rendered()).toBeGreaterThan(0);
});

describe('what is wrong is seen', () => {
  const answer = planlotse.answer({ text: 'Maßnahmen gegen Diskriminierung', today: TODAY });
  const faultsOf = (planted: object): string[] =>
    answerFaults({ ...answer, ...planted } as Answer, catalog, (_, run) => run());

  it('nothing in a sound answer', () => {
    expect(faultsOf({})).toEqual([]);
  });

  it.each([
    ['a control character', { sentences: ['Klingel\u0007'] }, 'terminal: U+7'],
    ['half a letter', { sentences: ['halb \uD83D'] }, 'text: U+d83d'],
    ['writing turned around', { sentences: ['\u202Emuh'] }, 'slack: U+202e'],
    ['an evidence that breaks the JSON', { ids: [1] }, 'json: ids.0 Invalid input: expected string, received number'],
    ['a question that cannot be read back', { query: { ...answer.query, text: 'a\u2060b' } }, 'slack: read back as'],
  ])('%s', (_, planted, fault) => {
    expect(faultsOf(planted).join('\n')).toContain(fault);
  });

  it('a click that leads nowhere, and a throw', () => {
    const broken = createFuzz(
      { ...planlotse, answer: () => ({ ...answer, ids: [], query: { ...answer.query, text: '\uD800' } }) },
      TODAY,
    );
    const one = { text: 'x', language: undefined, clauses: undefined, followUps: [], pick: 0 };
    expect(broken.run(one)).toContain('click on language: unknown');
    const throwing = createFuzz(
      {
        ...planlotse,
        answer: () => {
          throw new Error('planted');
        },
      },
      TODAY,
    );
    expect(() => throwing.run(one)).toThrow('planted');
  });
});
