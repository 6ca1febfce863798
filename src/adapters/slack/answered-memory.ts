/** Remembers what was answered, so that a redelivered event is not answered twice. Replicas can share one. */
export interface AnsweredMemory {
  /** @returns true for whoever asks first for a key, false for everybody after. */
  readonly claim: (key: string) => boolean | Promise<boolean>;
}

/** Slack redelivers for about an hour at most; a busy workspace sends less in that time. */
const MOST_KEYS = 20_000;

/** The memory of one process; of more keys than it holds it forgets those that were asked for longest ago. */
export function createAnsweredMemory(most: number = MOST_KEYS): AnsweredMemory {
  const keys = new Set<string>();
  return {
    claim: (key) => {
      const isFirst = !keys.delete(key);
      keys.add(key);
      for (const oldest of keys) {
        if (keys.size <= most) break;
        keys.delete(oldest);
      }
      return isFirst;
    },
  };
}
