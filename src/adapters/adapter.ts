import type { Logger } from 'pino';
import type { Planlotse } from '../core/index.js';

/** What an adapter is given at its start. */
export interface AdapterContext {
  /** Who answers. Ask anew for every question: the data behind it can change while the program runs. */
  readonly planlotse: () => Planlotse;
  /** Names the adapter on every line. Fields first; never a question's text, a name or an id of a user. */
  readonly log: Logger;
  /** Today in Hesse, as an ISO day. */
  readonly today: () => string;
  /** The name of the command, without a slash. */
  readonly command: string;
  /** Where readers report a gap, if the operator says so: a web page or a `mailto:` address. */
  readonly reportUrl?: string;
  /** Aborted when the program stops, also while the adapter still starts. */
  readonly signal: AbortSignal;
  /** Says that a running adapter cannot go on (a revoked token). It is stopped and logged; the others go on. */
  readonly fail: (error: unknown) => void;
}

/** An adapter that is connected. */
export interface RunningAdapter {
  /** Takes nothing more, finishes what is in flight, closes every socket. */
  readonly stop: () => Promise<void>;
}

/**
 * Connects a platform; resolves when it is ready for questions. It is called again, with growing pauses, where it
 * fails because the platform cannot be reached, and leaves nothing open when it fails.
 *
 * @throws AdapterError where it makes no sense to try again, with what the operator has to do.
 */
export type StartAdapter = (context: AdapterContext) => Promise<RunningAdapter>;

/** A platform refuses, and trying again would not help unless `retry` says so. The message names the mend. */
export class AdapterError extends Error {
  /** UPPER_SNAKE, such as `SLACK_TOKEN_INVALID`. */
  readonly code: string;
  readonly retry: boolean;

  constructor(code: string, message: string, options: { readonly cause?: unknown; readonly retry?: boolean } = {}) {
    super(message, options.cause === undefined ? {} : { cause: options.cause });
    this.name = 'AdapterError';
    this.code = code;
    this.retry = options.retry === true;
  }
}
