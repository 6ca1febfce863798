import type { ProgramIo } from './program-io.js';

/** Shows how far something is, on one line of the error stream, and only where that is a terminal. */
export interface Progress {
  readonly show: (done: number, total: number) => void;
  /** Takes the line away. */
  readonly end: () => void;
}

const CLEAR_LINE = '\r\x1b[K';

export function createProgress({ stderr }: Pick<ProgramIo, 'stderr'>): Progress {
  if (stderr.isTTY !== true) return { show: () => {}, end: () => {} };
  return {
    show: (done, total) => {
      stderr.write(`${CLEAR_LINE}${done}/${total}`);
    },
    end: () => {
      stderr.write(CLEAR_LINE);
    },
  };
}
