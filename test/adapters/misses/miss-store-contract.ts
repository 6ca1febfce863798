import { describe, expect, it } from 'vitest';
import type { MissStore } from '../../../src/adapters/misses/miss-store.js';
import type { Miss } from '../../../src/core/index.js';

/** A place where counts are kept, which stores are opened on one after the other or side by side. */
export interface MissPlace {
  /** Opens a store that shows words missed in five questions. */
  readonly open: () => MissStore;
}

export const missed = (...words: readonly string[]): Miss => ({ kind: 'nothing-found', language: 'de', words });

const [MONDAY, TUESDAY, NEXT_MONDAY] = ['2026-01-05', '2026-01-06', '2026-01-12'] as const;
const NOTHING = { words: [], rare: 0, kinds: new Map() };

/** Counts a word so often that it is shown. */
async function makeCommon(store: MissStore, word: string): Promise<void> {
  for (const day of [MONDAY, MONDAY, MONDAY, MONDAY, TUESDAY]) await store.add(missed(word), day);
}

/** What every store of missed words keeps to, whatever it keeps them in. */
export function missStoreContract(name: string, place: () => Promise<MissPlace>): void {
  describe(`${name} keeps to what every store of missed words does`, () => {
    it('lists nothing before anything was counted', async () => {
      const store = (await place()).open();
      expect(await store.list()).toEqual(NOTHING);
      await store.prune(TUESDAY);
      await store.clear();
      await store.close();
    });

    it('shows a word from the threshold on, and not before', async () => {
      const store = (await place()).open();
      for (const day of [MONDAY, MONDAY, MONDAY, TUESDAY]) await store.add(missed('klettern'), day);
      expect(await store.list()).toMatchObject({ words: [], rare: 1 });
      await store.add(missed('klettern'), NEXT_MONDAY);
      expect(await store.list()).toEqual({
        words: [{ word: 'klettern', language: 'de', count: 5, first: MONDAY, last: NEXT_MONDAY }],
        rare: 0,
        kinds: new Map([['nothing-found', 5]]),
        since: MONDAY,
      });
    });

    it('does not show a word that was missed on a single day, however often', async () => {
      const store = (await place()).open();
      await Promise.all(Array.from({ length: 20 }, () => store.add(missed('klettern'), MONDAY)));
      expect(await store.list()).toMatchObject({ words: [], rare: 1 });
      await store.add(missed('klettern'), TUESDAY);
      expect((await store.list()).words).toMatchObject([{ word: 'klettern', count: 21 }]);
    });

    it('counts languages apart, and puts the most frequent first', async () => {
      const store = (await place()).open();
      await makeCommon(store, 'yoga');
      await makeCommon(store, 'klettern');
      await store.add(missed('klettern'), TUESDAY);
      await store.add({ ...missed('yoga'), language: 'en' }, TUESDAY);
      const { words, rare } = await store.list();
      expect(words.map(({ word, count }) => [word, count])).toEqual([
        ['klettern', 6],
        ['yoga', 5],
      ]);
      expect(rare).toBe(1);
    });

    it('counts the kinds of answers, also of those that missed nothing', async () => {
      const store = (await place()).open();
      for (const kind of ['measures', 'measures', 'value'] as const) {
        await store.add({ kind, language: 'en', words: [] }, MONDAY);
      }
      expect((await store.list()).kinds).toEqual(
        new Map([
          ['measures', 2],
          ['value', 1],
        ]),
      );
    });

    it('knows after a restart what it has counted before', async () => {
      const there = await place();
      const before = there.open();
      for (let question = 0; question < 4; question++) await before.add(missed('klettern'), MONDAY);
      await before.close();
      const after = there.open();
      expect(await after.list()).toMatchObject({ words: [], rare: 1 });
      await after.add(missed('klettern'), TUESDAY);
      expect((await after.list()).words).toMatchObject([{ word: 'klettern', count: 5 }]);
    });

    it('keeps on closing what was not yet waited for', async () => {
      const there = await place();
      const store = there.open();
      for (let question = 0; question < 10; question++) void store.add(missed('klettern'), MONDAY);
      await store.close();
      expect((await there.open().list()).kinds).toEqual(new Map([['nothing-found', 10]]));
    });

    it('deletes what is older than a day, and only that', async () => {
      const there = await place();
      const store = there.open();
      await makeCommon(store, 'klettern');
      await store.add(missed('klettern'), NEXT_MONDAY);
      await store.prune(TUESDAY);
      expect(await store.list()).toEqual({
        words: [],
        rare: 1,
        kinds: new Map([['nothing-found', 2]]),
        since: TUESDAY,
      });
      // What was deleted counts no more, not even in the memory of the store.
      await store.add(missed('klettern'), NEXT_MONDAY);
      expect((await store.list()).words).toEqual([]);
      await store.prune('2026-02-01');
      await store.close();
      expect(await there.open().list()).toEqual(NOTHING);
    });

    it('is read while another counts', async () => {
      const there = await place();
      const [writer, reader] = [there.open(), there.open()];
      for (let question = 1; question <= 20; question++) {
        await writer.add(missed('klettern'), question < 5 ? MONDAY : TUESDAY);
        const { kinds, words } = await reader.list();
        expect(kinds.get('nothing-found')).toBe(question);
        expect(words.map(({ count }) => count)).toEqual(question < 5 ? [] : [question]);
      }
    });

    it('loses nothing where two count side by side', async () => {
      const there = await place();
      const stores = [there.open(), there.open()];
      await Promise.all(stores.flatMap((store) => Array.from({ length: 25 }, () => store.add(missed(), MONDAY))));
      expect((await there.open().list()).kinds).toEqual(new Map([['nothing-found', 50]]));
    });

    it('deletes everything, also what another has in memory, and counts anew', async () => {
      const there = await place();
      const [serving, other] = [there.open(), there.open()];
      await makeCommon(serving, 'klettern');
      await other.clear();
      expect(await other.list()).toEqual(NOTHING);
      expect(await serving.list()).toEqual(NOTHING);
      await serving.add(missed('klettern'), TUESDAY);
      expect(await other.list()).toMatchObject({ words: [], rare: 1, kinds: new Map([['nothing-found', 1]]) });
    });

    it('brings nothing back that is deleted at the moment of a write', async () => {
      const there = await place();
      const [serving, other] = [there.open(), there.open()];
      for (let round = 0; round < 50; round++) {
        await serving.add(missed('vorher'), MONDAY);
        await Promise.all([serving.add(missed('dabei'), MONDAY), other.clear()]);
        // At most what came with or after the deletion is there.
        expect((await other.list()).kinds.get('nothing-found') ?? 0).toBeLessThanOrEqual(1);
      }
    });

    it('takes a flood of different words without growing without end', async () => {
      const store = (await place()).open();
      const flood = Array.from({ length: 300 }, (_, question) =>
        store.add(missed(...Array.from({ length: 20 }, (_word, word) => `wort${question}x${word}`)), MONDAY),
      );
      await Promise.all(flood);
      const { rare, kinds } = await store.list();
      expect(kinds.get('nothing-found')).toBe(300);
      expect(rare).toBeGreaterThan(1000);
      expect(rare).toBeLessThan(6000);
    });
  });
}
