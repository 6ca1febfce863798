/** How long to wait for quiet, in milliseconds. */
export interface QuietTimes {
  /** Without a further hint. */
  readonly quiet: number;
  /** Since the first hint, however many follow. */
  readonly longest: number;
}

/** Work that waits for quiet. */
export interface WhenQuiet {
  /** Something has changed. */
  readonly hint: () => void;
  /** Does the work as soon as it does not run already. */
  readonly now: () => void;
  /** Takes no more hints; resolves when the work does not run any more. */
  readonly stop: () => Promise<void>;
}

/** What is told to the work, and what it tells. */
type Work = (start: {
  /** It was not quiet, but has waited long enough. */
  readonly isOverdue: boolean;
}) => Promise<'done' | 'too-early'>;

/**
 * Does some work once no hint has come for a while, or after the longest wait; never twice at a time. Hints that come
 * meanwhile lead to another run. Work that finds it is not quiet yet (`too-early`) is tried again within the same wait.
 *
 * @param work - Never rejects.
 */
export function whenQuiet(work: Work, { quiet, longest }: QuietTimes): WhenQuiet {
  let firstHint: number | undefined;
  let isUrgent = false;
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> | undefined;
  let isStopped = false;

  const plan = (): void => {
    clearTimeout(timer);
    if (isStopped || running !== undefined || (firstHint === undefined && !isUrgent)) return;
    const left = firstHint === undefined ? quiet : firstHint + longest - performance.now();
    timer = setTimeout(run, isUrgent ? 0 : Math.max(0, Math.min(quiet, left)));
  };
  const run = (): void => {
    const since = firstHint ?? performance.now();
    firstHint = undefined;
    isUrgent = false;
    running = work({ isOverdue: performance.now() >= since + longest }).then((outcome) => {
      running = undefined;
      if (outcome === 'too-early') firstHint = since;
      plan();
    });
  };
  return {
    hint: () => {
      firstHint ??= performance.now();
      plan();
    },
    now: () => {
      isUrgent = true;
      plan();
    },
    stop: async () => {
      isStopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}
