/** Keeps what happened, and lets tests wait for it instead of sleeping. */
export interface Recorder<T> {
  readonly all: readonly T[];
  readonly add: (item: T) => void;
  /** Resolves with the first item from `from` on that fits, now or later. */
  readonly next: (fits: (item: T) => boolean, from?: number) => Promise<T>;
}

export function createRecorder<T>(): Recorder<T> {
  const all: T[] = [];
  const waiting = new Set<() => void>();
  return {
    all,
    add: (item) => {
      all.push(item);
      for (const look of [...waiting]) look();
    },
    next: (fits, from = 0) =>
      new Promise((resolve) => {
        const look = (): void => {
          const found = all.slice(from).find(fits);
          if (found === undefined) return;
          waiting.delete(look);
          resolve(found);
        };
        waiting.add(look);
        look();
      }),
  };
}
