import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createPlanlotse, type Planlotse, parseCatalog } from '../../src/core/index.js';
import { fixtureCatalog, fixtureFiles, fixturePlanlotse, TODAY } from './fixture-catalog.js';

/** What a platform's test gives, so that the contract can talk to its adapter. Questions are mentions in a channel. */
export interface AdapterUnderTest {
  /** Asks, and resolves with everything that the bot has sent since, as JSON, once it has answered. */
  readonly ask: (text: string) => Promise<readonly string[]>;
  /** The same words from another bot, and from this one. Not waited for: nothing is to come. */
  readonly fromBot: (text: string) => Promise<void>;
  readonly fromItself: (text: string) => Promise<void>;
  /** What Discord or Slack would take for a ping, were it in a body. */
  readonly ping: RegExp;
  readonly stop: () => Promise<void>;
}

/** What every adapter of a chat platform keeps to. */
export function adapterContract(name: string, start: (planlotse: () => Planlotse) => Promise<AdapterUnderTest>): void {
  describe(`${name} keeps to what every adapter does`, () => {
    let current: Planlotse = fixturePlanlotse();
    let bot: AdapterUnderTest;
    beforeAll(async () => {
      bot = await start(() => current);
    });
    afterAll(() => bot.stop());

    it('answers once, with an evidence line', async () => {
      for (const question of ['Deutschkurse', 'Was ist NGR?', 'Quantenphysik', 'Hilfe', 'Bist du eine KI?', '']) {
        const sent = await bot.ask(question);
        expect(sent, question).toHaveLength(1);
        expect(sent[0], question).toContain('Fassung fixture0');
      }
    });

    it('ignores other bots and itself', async () => {
      await bot.fromBot('Deutschkurse');
      await bot.fromItself('Deutschkurse');
      expect(await bot.ask('Was ist NGR?')).toHaveLength(1);
    });

    it('never pings, whatever question and data say', async () => {
      for (const question of ['@everyone @here <!channel> <@400000000000000001> Deutschkurs', 'Was ist NGR?']) {
        expect((await bot.ask(question)).join()).not.toMatch(bot.ping);
      }
    });

    it('takes a question of any length and kind', async () => {
      for (const question of ['x'.repeat(1900), '\u202E{"a":1}\u0000', '**_`~|>#'.repeat(40), 'Kurs '.repeat(380)]) {
        expect(await bot.ask(question), question.slice(0, 20)).toHaveLength(1);
      }
    });

    it('answers from new data, and goes on with the last good data where an answer fails', async () => {
      current = createPlanlotse(fixtureCatalog('fixture1'));
      expect((await bot.ask('Deutschkurse')).join()).toContain('Fassung fixture1');
      const broken = new Map(fixtureFiles).set('plan.yaml', 'title: [');
      expect(() => parseCatalog(broken, TODAY)).toThrow();
      expect((await bot.ask('Deutschkurse')).join()).toContain('Fassung fixture1');
    });
  });
}
