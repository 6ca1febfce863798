import type { Logger } from 'pino';
import type { MissStore } from '../adapters/misses/miss-store.js';
import { type Answer, type AskRequest, missOf, type Planlotse, tellMisses } from '../core/index.js';

export interface WithMissesOptions {
  readonly store: Pick<MissStore, 'add'>;
  /** How long counts are kept, as the answer about privacy says it. */
  readonly days: number;
  readonly log: Logger;
}

/**
 * Counts what typed questions missed, and has the answer about privacy say so: whoever counts, tells. Clicks, choices
 * while typing and messages that are looked up are not counted. No answer waits for the store or fails with it.
 */
export function withMisses(current: () => Planlotse, { store, days, log }: WithMissesOptions): () => Planlotse {
  // What is prepared for a Planlotse is kept by its identity.
  const counting = new WeakMap<Planlotse, Planlotse>();
  let isFailing = false;

  const count = async (answer: Answer, text: string, day: string): Promise<void> => {
    try {
      await store.add(missOf(answer, text), day);
      if (isFailing) log.info('unknown words are counted again');
      isFailing = false;
    } catch (error) {
      if (!isFailing) log.warn({ err: error, mend: MEND }, 'cannot count unknown words, answering goes on');
      isFailing = true;
    }
  };

  return () => {
    const planlotse = current();
    const known = counting.get(planlotse);
    if (known !== undefined) return known;
    const made: Planlotse = {
      ...planlotse,
      answer: (request) => {
        const answer = planlotse.answer(request);
        const text = typedText(request);
        if (text !== undefined) void count(answer, text, request.today);
        return tellMisses(answer, planlotse.catalog, days);
      },
    };
    counting.set(planlotse, made);
    return made;
  };
}

const MEND = 'Check that the folder PLANLOTSE_MISSES can be written and that the disk is not full.';

/** The words of a question that somebody typed. */
function typedText(request: AskRequest): string | undefined {
  return 'text' in request && request.isTyped !== false && request.text.trim() !== '' ? request.text : undefined;
}
