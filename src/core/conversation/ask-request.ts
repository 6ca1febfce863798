import type { LanguageTag } from '../language/languages.js';
import type { Clause, Query } from '../question/query.js';

/** A question in words, or a Query that a click carries. */
export type AskRequest =
  | {
      readonly text: string;
      /** Queries of the same conversation, oldest first. */
      readonly previous?: readonly Query[];
      /** Filters chosen in a form; the text then is the topic of a list, beside what filters it names itself. */
      readonly clauses?: readonly Clause[];
      /** The language of question and answer; found out where it is not given. */
      readonly language?: LanguageTag;
      /** ISO day; what "bald" and "seit einem Jahr" count from. */
      readonly today: string;
      readonly page?: number;
      /** False where nobody typed these words as a question: a chosen example, somebody's message that is looked up. */
      readonly isTyped?: false;
    }
  | { readonly query: Query; readonly today: string };
