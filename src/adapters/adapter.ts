import type { Logger } from 'pino';
import type { Answer, Planlotse } from '../core/index.js';

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
  /** Tells what happened, for health and metrics. */
  readonly observe: (event: AdapterEvent) => void;
  /** Everything that makes the core work goes through it, once it is acknowledged and known to be no repetition. */
  readonly intake: Intake;
}

/** What was answered: an answer by its kind, or what a click brings beside it. */
export type AnsweredKind = Answer['kind'] | 'why' | 'copy' | 'table' | 'unknown';

/** What happens to an adapter. Only values of which there are few: they become labels of metrics. */
export type AdapterEvent =
  /** `ms` from receipt until the platform had taken the answer. */
  | { readonly kind: 'answered'; readonly answer: AnsweredKind; readonly ms: number }
  | { readonly kind: 'failed'; readonly code: string }
  /** After a disconnect; that it connected at the start shows in its having started. */
  | { readonly kind: 'connected' }
  | { readonly kind: 'disconnected' };

/** Who asks, by the platform's ids; neither logged nor kept. */
export interface Asker {
  readonly user: string;
  /** The server or workspace, where there is one. */
  readonly server?: string;
}

/** Why something was not let in, and for how many seconds that holds. */
export interface Limit {
  readonly reason: 'user' | 'server' | 'busy';
  readonly seconds: number;
  /** Whether this person has not been told within the last minute; whoever has been is not told again. */
  readonly isNew: boolean;
}

/** Keeps one person, one server, or all together from asking more than is answered well. */
export interface Intake {
  /**
   * Does the work, or else refuses. Under a flood not even that: then nothing is done.
   *
   * @returns what the work brings; undefined where it was not done. Rejects as the one or the other does.
   */
  readonly question: <T>(
    asker: Asker,
    work: () => Promise<T>,
    refuse: (limit: Limit) => Promise<unknown>,
  ) => Promise<T | undefined>;
  /** Whether someone who types may be shown choices; many of these make one question. */
  readonly typing: (asker: Asker) => Promise<boolean>;
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
