import { describe, expect, it, vi } from 'vitest';
import type { Asker, Limit } from '../../src/adapters/adapter.js';
import { createIntake, type IntakeEvent, type IntakeOptions } from '../../src/commands/create-intake.js';

/** An intake whose answers and refusals are written down. */
function intakeOf(options: Partial<IntakeOptions> = {}) {
  const events: IntakeEvent[] = [];
  const intake = createIntake({ perUser: 2, perServer: 5, ...options, observe: (event) => events.push(event) });
  /** 'answered', the limit, or undefined where not even a refusal was given. */
  const ask = async (asker: Asker): Promise<'answered' | Limit | undefined> => {
    let refused: Limit | undefined;
    const answered = await intake.question(
      asker,
      async () => 'answered' as const,
      async (limit) => {
        refused = limit;
      },
    );
    return answered ?? refused;
  };
  return { intake, events, ask };
}

const ANNA: Asker = { user: 'anna', server: 'amt' };

describe('the intake', () => {
  it('refuses one person who asks too much, tells so once, and answers others', async () => {
    const { ask, events } = intakeOf();
    expect([await ask(ANNA), await ask(ANNA)]).toEqual(['answered', 'answered']);
    const limit = await ask(ANNA);
    expect(limit).toEqual({ reason: 'user', seconds: expect.any(Number), isNew: true });
    expect(typeof limit === 'object' && limit.seconds > 0 && limit.seconds <= 60).toBe(true);
    expect(await ask(ANNA)).toMatchObject({ reason: 'user', isNew: false });
    expect(await ask({ user: 'ben', server: 'amt' })).toBe('answered');
    expect(events.filter(({ kind }) => kind === 'limited')).toEqual([
      { kind: 'limited', reason: 'user' },
      { kind: 'limited', reason: 'user' },
    ]);
  });

  it('refuses a server whose people ask too much together, tells each once, and answers other servers', async () => {
    const { ask } = intakeOf();
    for (const user of ['a', 'b', 'c', 'd', 'e']) expect(await ask({ user, server: 'amt' })).toBe('answered');
    expect(await ask({ user: 'f', server: 'amt' })).toMatchObject({ reason: 'server', isNew: true });
    expect(await ask({ user: 'f', server: 'amt' })).toMatchObject({ reason: 'server', isNew: false });
    expect(await ask({ user: 'g', server: 'amt' })).toMatchObject({ reason: 'server', isNew: true });
    expect(await ask({ user: 'h', server: 'verein' })).toBe('answered');
    expect(await ask({ user: 'i' })).toBe('answered');
  });

  it('does not count what it refuses to one person against the server', async () => {
    const { ask } = intakeOf();
    for (let asked = 0; asked < 50; asked++) await ask(ANNA);
    expect(await ask({ user: 'ben', server: 'amt' })).toBe('answered');
  });

  it('knows no limit where it is 0', async () => {
    const { ask } = intakeOf({ perUser: 0, perServer: 0 });
    for (let asked = 0; asked < 300; asked++) expect(await ask(ANNA)).toBe('answered');
  });

  it('counts type-ahead for itself: ten times as much as questions', async () => {
    const { ask, intake, events } = intakeOf();
    const typed = [];
    for (let letter = 0; letter < 22; letter++) typed.push(await intake.typing(ANNA));
    expect(typed.filter(Boolean)).toHaveLength(20);
    expect(typed.slice(20)).toEqual([false, false]);
    expect(await ask(ANNA)).toBe('answered');
    expect(events.filter(({ kind }) => kind === 'limited')).toHaveLength(2);
  });

  it('answers so many at once and tells the rest to wait, as many again; beyond that it says nothing', async () => {
    const { intake, events } = intakeOf({ perUser: 0, perServer: 0, most: 2 });
    let release = (): void => {};
    const released = new Promise<void>((resolve) => {
      release = resolve;
    });
    const log: string[] = [];
    const all = ['a', 'b', 'c', 'd', 'e'].map((user) =>
      intake.question(
        { user },
        async () => {
          log.push(`${user} began`);
          await released;
        },
        async ({ reason, seconds }) => {
          log.push(`${user} ${reason} ${seconds}`);
          await released;
        },
      ),
    );
    // E gets neither, so it ends while the others wait.
    await all[4];
    await vi.waitUntil(() => log.length === 4);
    expect(log).toEqual(['a began', 'b began', 'c busy 10', 'd busy 10']);
    expect(await intake.typing({ user: 'f' })).toBe(false);
    release();
    await Promise.all(all);
    expect(
      await intake.question(
        { user: 'e' },
        async () => 'answered',
        async () => {},
      ),
    ).toBe('answered');
    expect(events.filter(({ kind }) => kind === 'began')).toHaveLength(3);
    expect(events.filter(({ kind }) => kind === 'ended')).toHaveLength(3);
    expect(events.filter(({ kind }) => kind === 'limited')).toHaveLength(4);
  });

  it('makes room again where work fails, and fails as the work does', async () => {
    const { intake, ask } = intakeOf({ most: 1 });
    const fails = intake.question(
      ANNA,
      () => Promise.reject(new Error('broken')),
      async () => {},
    );
    await expect(fails).rejects.toThrow('broken');
    expect(await ask(ANNA)).toBe('answered');
  });

  it('holds no more keys than there are buckets, and no id in them, however many ask', async () => {
    const keys = new Set<unknown>();
    const { ask } = intakeOf({
      createLimiter: (name) => ({
        consume: async (key) => {
          keys.add(`${name} ${key}`);
          return {
            msBeforeNext: 0,
            remainingPoints: 0,
            consumedPoints: 0,
            isFirstInDuration: false,
            toString: String,
            toJSON: Object,
          };
        },
      }),
    });
    for (let person = 0; person < 40_000; person++) await ask({ user: `person ${person}` });
    expect(keys.size).toBeLessThanOrEqual(2 ** 14);
    expect([...keys].join()).not.toContain('person');
  });

  it('fails where a shared store does, rather than count wrongly', async () => {
    const { ask } = intakeOf({ createLimiter: () => ({ consume: () => Promise.reject(new Error('store is down')) }) });
    await expect(ask(ANNA)).rejects.toThrow('store is down');
  });
});
