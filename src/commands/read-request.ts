import { z } from 'zod';
import { LANGUAGE_TAGS, type LanguageTag } from '../core/index.js';
import { isoDay } from './days.js';

/** A question of the stream. */
export interface StreamRequest {
  readonly question: string;
  /** Earlier questions of the same conversation, oldest first. */
  readonly previous: readonly string[];
  readonly language?: LanguageTag;
  readonly today?: string;
}

/** What stands in the stream in place of an answer. */
export interface RequestError {
  readonly version: 1;
  readonly kind: 'error';
  readonly code: 'EMPTY_QUESTION' | 'LINE_TOO_LONG' | 'BROKEN_JSON' | 'INVALID_REQUEST';
  readonly message: string;
}

/** Characters of a line; far more than any question and its conversation needs. */
export const MAX_LINE_LENGTH = 100_000;
const MAX_PREVIOUS = 50;

const words = z.string({ error: wants('a string') }).refine((text) => text.trim() !== '', 'must not be empty');

const request = z.strictObject({
  question: words,
  previous: z
    .array(words, { error: wants('a list of strings') })
    .max(MAX_PREVIOUS, `must have at most ${MAX_PREVIOUS} questions`)
    .default([]),
  language: z.enum(LANGUAGE_TAGS, { error: `must be one of: ${LANGUAGE_TAGS.join(', ')}` }).optional(),
  today: isoDay.optional(),
});

/** Reads a line: a plain question, or a request as a JSON object where it starts with a brace. */
export function readRequest(line: string): StreamRequest | RequestError {
  const text = line.trim();
  if (text === '') return requestError('EMPTY_QUESTION', 'The line is empty. Write a question.');
  if (!text.startsWith('{')) return { question: text, previous: [] };
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    return requestError('BROKEN_JSON', `The line starts with { but is no JSON object: ${reason}`);
  }
  const result = request.safeParse(value);
  if (!result.success) return requestError('INVALID_REQUEST', result.error.issues.map(describeIssue).join('; '));
  const { question, previous, language, today } = result.data;
  return {
    question,
    previous,
    ...(language === undefined ? {} : { language }),
    ...(today === undefined ? {} : { today }),
  };
}

/** An error in the published JSON shape. */
export function requestError(code: RequestError['code'], message: string): RequestError {
  return { version: 1, kind: 'error', code, message };
}

function wants(type: string): (issue: { readonly input?: unknown }) => string {
  return ({ input }) => (input === undefined ? 'is missing' : `must be ${type}`);
}

function describeIssue(issue: z.core.$ZodIssue): string {
  if (issue.code === 'unrecognized_keys') {
    const known = Object.keys(request.shape).join(', ');
    return `unknown key ${issue.keys.map((key) => JSON.stringify(key)).join(', ')}; known are ${known}`;
  }
  return `${issue.path.map(String).join('.')}: ${issue.message}`;
}
