import type { LanguageTag } from '../language/languages.js';
import { stemWord, type Token, tokenise } from '../language/tokenise.js';
import { ALL_STAGES, type SearchStages } from './stages.js';

/** Cuts a text into the words that are indexed and searched, with the steps that are switched on. */
export type Analyse = (text: string, language: LanguageTag) => readonly Token[];

/** Builds the analysis of texts; with every step on it is {@link tokenise} itself. */
export function createAnalyse(stages: SearchStages = ALL_STAGES): Analyse {
  if (stages.has('folding') && stages.has('stop-words') && stages.has('stemming')) return tokenise;
  return (text, language) =>
    tokenise(text, language).map((token) => {
      const word = stages.has('folding') ? token.word : token.text.toLowerCase();
      return {
        ...token,
        word,
        stem: stages.has('stemming') ? stemWord(word, language) : word,
        stop: stages.has('stop-words') && token.stop,
      };
    });
}
