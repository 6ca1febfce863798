/** What the program's exit codes mean; `docs/cli.md` and the help say the same. */
export const EXIT = {
  /** Answered, also when nothing was found. */
  ok: 0,
  /** The data is broken; but see `configuration`. */
  brokenData: 1,
  /** `serve`: an error that nobody has caught. Starting it again may help. */
  crashed: 1,
  /** Wrong usage: a bad option, a bad day, a missing folder. */
  usage: 2,
  /** At least one question was answered by an error object. */
  badQuestion: 3,
  /** No platform can be served: each refused or failed (EX_UNAVAILABLE of sysexits.h). */
  unavailable: 69,
  /** A fault of the program itself (EX_SOFTWARE of sysexits.h). */
  internal: 70,
  /** `serve`: a variable, a port or the data has to be mended first (EX_CONFIG of sysexits.h). */
  configuration: 78,
  /** A second signal ended the program before it had stopped (128 + SIGINT). */
  forced: 130,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];
