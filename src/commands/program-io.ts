import type { ExitCode } from './exit-code.js';

/** What the program needs of the process, so that tests can run it without one. */
export interface ProgramIo {
  readonly stdin: NodeJS.ReadableStream & { readonly isTTY?: boolean };
  readonly stdout: NodeJS.WritableStream & { readonly isTTY?: boolean; readonly columns?: number };
  readonly stderr: NodeJS.WritableStream & { readonly isTTY?: boolean };
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The folder that relative paths start from. */
  readonly cwd: string;
  readonly now: () => Date;
  readonly lifecycle: Lifecycle;
}

/** Being told to stop, and ending. */
export interface Lifecycle {
  /** Calls the listener on SIGTERM and SIGINT, instead of ending the process, until the returned function is called. */
  readonly onSignal: (listener: (signal: string) => void) => () => void;
  /** Calls the listener on SIGHUP, instead of ending the process, until the returned function is called. */
  readonly onHangUp: (listener: () => void) => () => void;
  /** Calls the listener on an error that nobody has caught, instead of ending the process. */
  readonly onCrash: (listener: (error: unknown) => void) => () => void;
  /** Ends the process at once. */
  readonly exit: (code: ExitCode) => void;
}

/** Writes to a stream at the pace of its reader. */
export interface Output {
  /**
   * Resolves when the text has left: true if it did, false if the reader has gone (`| head -1`).
   *
   * @throws where the stream fails otherwise, such as on a full disk.
   */
  readonly write: (text: string) => Promise<boolean>;
}

/** An output on a stream. A reader that goes away ends the output, not the program. */
export function createOutput(stream: NodeJS.WritableStream): Output {
  // Every failure reaches the callback of write too; without a listener Node would end the process.
  stream.on('error', () => {});
  return {
    write: (text) =>
      new Promise((resolve, reject) => {
        stream.write(text, (error) => {
          if (error === null || error === undefined) resolve(true);
          else if (isGone(error)) resolve(false);
          else reject(error);
        });
      }),
  };
}

const GONE: readonly unknown[] = ['EPIPE', 'ERR_STREAM_DESTROYED', 'ERR_STREAM_WRITE_AFTER_END'];

function isGone(error: Error): boolean {
  return 'code' in error && GONE.includes(error.code);
}
