import { describe, expect, it } from 'vitest';
import type { MissStore } from '../../src/adapters/misses/miss-store.js';
import { createLog } from '../../src/commands/create-log.js';
import { withMisses } from '../../src/commands/with-misses.js';
import { createPlanlotse, type Miss, type Planlotse } from '../../src/core/index.js';
import { fixtureCatalog, fixturePlanlotse, TODAY } from '../adapters/fixture-catalog.js';

type Add = MissStore['add'];

function counting(add: Add, current: () => Planlotse = () => planlotse) {
  const lines: Record<string, unknown>[] = [];
  const log = createLog({ logLevel: 'debug', secrets: [] }, { write: (line: string) => lines.push(JSON.parse(line)) });
  return { lines, watched: withMisses(current, { store: { add }, days: 90, log }) };
}

/** Lets what was not waited for come to its end. */
const settle = () => new Promise<void>((resolve) => setImmediate(resolve));

const planlotse = fixturePlanlotse();
const QUESTION = 'Gibt es Quantenphysik?';

describe('typed questions', () => {
  it('are counted with their day, and answered as without counting', async () => {
    const added: [Miss, string][] = [];
    const { watched } = counting(async (...call) => void added.push(call));
    expect(watched().answer({ text: QUESTION, today: TODAY })).toEqual(
      planlotse.answer({ text: QUESTION, today: TODAY }),
    );
    watched().answer({ text: 'Deutschkurse', today: TODAY });
    expect(added).toEqual([
      [{ kind: 'nothing-found', language: 'de', words: ['quantenphysik'] }, TODAY],
      [{ kind: 'measures', language: 'de', words: [] }, TODAY],
    ]);
  });

  it('are all that is counted: no clicks, no looked-up messages, no empty ones', () => {
    const added: unknown[] = [];
    const { watched } = counting(async (miss) => void added.push(miss));
    const { query } = planlotse.answer({ text: QUESTION, today: TODAY });
    watched().answer({ query, today: TODAY });
    watched().answer({ text: QUESTION, today: TODAY, isTyped: false });
    watched().answer({ text: ' ', today: TODAY });
    expect(added).toEqual([]);
  });
});

describe('a store that fails', () => {
  it('holds up no answer, and is logged once, without any word, until it works again', async () => {
    let works = false;
    const { watched, lines } = counting(async ({ words }) => {
      if (!works) throw Object.assign(new Error(`ENOSPC: no space left on device, write`), { syscall: 'write', words });
    });
    for (let question = 0; question < 3; question++) {
      expect(watched().answer({ text: QUESTION, today: TODAY }).kind).toBe('nothing-found');
      await settle();
    }
    works = true;
    watched().answer({ text: QUESTION, today: TODAY });
    await settle();
    expect(lines.map(({ level, msg }) => [level, msg])).toEqual([
      ['warn', 'cannot count unknown words, answering goes on'],
      ['info', 'unknown words are counted again'],
    ]);
    expect(lines[0]).toMatchObject({ err: { message: expect.stringContaining('ENOSPC') }, mend: expect.any(String) });
    expect(JSON.stringify(lines).toLowerCase()).not.toContain('quantenphysik');
  });

  it('holds up no answer when it never answers itself, or throws at once', () => {
    const stuck = counting(() => new Promise(() => {}));
    expect(stuck.watched().answer({ text: QUESTION, today: TODAY }).kind).toBe('nothing-found');
    const broken = counting(() => {
      throw new Error('broken');
    });
    expect(broken.watched().answer({ text: QUESTION, today: TODAY }).kind).toBe('nothing-found');
  });
});

it('follows the data when it changes, and stays the same while the data does', () => {
  let current = planlotse;
  const { watched } = counting(
    async () => {},
    () => current,
  );
  const before = watched();
  expect(watched()).toBe(before);
  current = createPlanlotse(fixtureCatalog('fixture1'));
  expect(watched()).not.toBe(before);
  expect(watched().catalog.version.hash).toBe('fixture1');
});

it('tells that it counts, also to a click on the answer about privacy', () => {
  const { watched } = counting(async () => {});
  const answer = watched().answer({ text: 'Was speicherst du?', today: TODAY });
  const clicked = watched().answer({ query: answer.query, today: TODAY });
  for (const { sentences } of [answer, clicked]) expect(sentences.join(' ')).toContain('Nach 90 Tagen');
});
