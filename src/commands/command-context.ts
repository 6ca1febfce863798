import type { ExitCode } from './exit-code.js';
import type { Output, ProgramIo } from './program-io.js';

/** What a subcommand works with. */
export interface CommandContext {
  readonly io: ProgramIo;
  readonly stdout: Output;
  readonly stderr: Output;
  /** Tells the program which exit code it ends with. */
  readonly finish: (code: ExitCode) => void;
}
