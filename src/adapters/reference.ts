import { AsyncLocalStorage } from 'node:async_hooks';
import { randomInt } from 'node:crypto';

/** Without those that are taken for one another when read out. */
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789';
/** Some 900 million; a log is searched by day. */
const LENGTH = 6;

const references = new AsyncLocalStorage<string>();

/**
 * Gives what a task does a reference: a short random word on every line of its log, and in the apology that its reader
 * gets. It says nothing about who asked what.
 */
export function withReference<T>(task: (reference: string) => T): T {
  const reference = Array.from({ length: LENGTH }, () => LETTERS.charAt(randomInt(LETTERS.length))).join('');
  return references.run(reference, () => task(reference));
}

/** The reference of the task that is running; undefined outside of any. */
export function currentReference(): string | undefined {
  return references.getStore();
}
