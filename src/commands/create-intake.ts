import { createHash, randomBytes } from 'node:crypto';
import { type RateLimiterAbstract, RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import type { Asker, Intake, Limit } from '../adapters/adapter.js';

/** How much is let in. */
export interface IntakeOptions {
  /** Questions a minute; 0 for as many as come. */
  readonly perUser: number;
  /** Questions a minute of one server or workspace; 0 for as many as come. */
  readonly perServer: number;
  /** Questions at once; refusals at once are no more. */
  readonly most?: number;
  /** Where is counted: in this process, unless replicas share a store. */
  readonly createLimiter?: CreateLimiter;
  readonly observe: (event: IntakeEvent) => void;
}

/** What happens at the intake, for metrics. */
export type IntakeEvent =
  | { readonly kind: 'began' }
  | { readonly kind: 'ended' }
  | { readonly kind: 'limited'; readonly reason: Limit['reason'] };

/** Creates a count of `points` a minute for every key; any limiter of rate-limiter-flexible fits. */
export type CreateLimiter = (name: string, points: number) => Pick<RateLimiterAbstract, 'consume'>;

const MINUTE = 60;
/** More at once than a platform takes in a second, few enough to fit into memory many times over. */
const MOST_AT_ONCE = 200;
/** Someone who types a question is shown choices about so many times. */
const TYPED_FOR_ONE = 10;
/** Under such a load it is worth another attempt after so many seconds. */
const BUSY_SECONDS = 10;
/** Keys of one count. People who meet in one share its limit, which matters only where one of them floods. */
const BUCKETS = 2 ** 14;

/** Lets questions in: so many a minute of one person and of one server, and so many at once. */
export function createIntake({
  perUser,
  perServer,
  most = MOST_AT_ONCE,
  createLimiter = inMemory,
  observe,
}: IntakeOptions): Intake {
  // Ids are not kept, nor can anybody aim for another's key.
  const salt = randomBytes(16);
  const keyOf = (id: string): number => createHash('sha256').update(salt).update(id).digest().readUInt32BE() % BUCKETS;
  const limiters = {
    question: { user: createLimiter('question-user', perUser), server: createLimiter('question-server', perServer) },
    typing: {
      user: createLimiter('typing-user', perUser * TYPED_FOR_ONE),
      server: createLimiter('typing-server', perServer * TYPED_FOR_ONE),
    },
  };
  const told = createLimiter('told', 1);
  let working = 0;
  let refusing = 0;

  /** Why something is refused; undefined where it is not. */
  const refusal = async (
    what: keyof typeof limiters,
    { user, server }: Asker,
  ): Promise<Omit<Limit, 'isNew'> | undefined> => {
    const { user: ofUser, server: ofServer } = limiters[what];
    const seconds = perUser === 0 ? 0 : await consume(ofUser, keyOf(user));
    if (seconds > 0) return { reason: 'user', seconds };
    const shared = perServer === 0 || server === undefined ? 0 : await consume(ofServer, keyOf(server));
    return shared > 0 ? { reason: 'server', seconds: shared } : busy();
  };
  const busy = (): Omit<Limit, 'isNew'> | undefined =>
    working < most ? undefined : { reason: 'busy', seconds: BUSY_SECONDS };

  return {
    question: async (asker, work, refuse) => {
      // Others may have been let in meanwhile.
      const limit = (await refusal('question', asker)) ?? busy();
      if (limit === undefined) {
        working += 1;
        observe({ kind: 'began' });
        try {
          return await work();
        } finally {
          working -= 1;
          observe({ kind: 'ended' });
        }
      }
      observe({ kind: 'limited', reason: limit.reason });
      if (refusing >= most) return undefined;
      refusing += 1;
      try {
        await refuse({ ...limit, isNew: (await consume(told, keyOf(asker.user))) === 0 });
      } finally {
        refusing -= 1;
      }
      return undefined;
    },
    typing: async (asker) => {
      const limit = await refusal('typing', asker);
      if (limit !== undefined) observe({ kind: 'limited', reason: limit.reason });
      return limit === undefined;
    },
  };
}

const inMemory: CreateLimiter = (name, points) => new RateLimiterMemory({ keyPrefix: name, points, duration: MINUTE });

/** Takes one from a count. @returns 0, or the seconds until there is more. */
async function consume(limiter: Pick<RateLimiterAbstract, 'consume'>, key: number): Promise<number> {
  try {
    await limiter.consume(key);
    return 0;
  } catch (refused) {
    // Anything else is a fault of a shared store.
    if (refused instanceof RateLimiterRes) return Math.max(1, Math.ceil(refused.msBeforeNext / 1000));
    throw refused;
  }
}
