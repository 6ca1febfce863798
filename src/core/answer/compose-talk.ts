import { LANGUAGE_TAGS } from '../language/languages.js';
import type { TalkAnswer } from './answer.js';
import { type AnswerContext, evidenceOf } from './context.js';
import { countInWords } from './count-words.js';
import { dateInWords } from './dates-in-words.js';
import { createSay } from './say.js';

/** Answers about the bot itself: help, what it is, privacy, greeting, thanks, an unknown language. */
export function composeTalk(kind: TalkAnswer['kind'], context: AnswerContext): TalkAnswer {
  const { say, catalog, query } = context;
  const evidence = evidenceOf(context);
  return {
    kind,
    language: query.language,
    ids: [],
    apart: [],
    offered: [],
    total: 0,
    query,
    sentences: sentencesOf(kind, context),
    notices: context.notices,
    reasons: [],
    evidence,
    examples:
      kind === 'help' || kind === 'greeting'
        ? [say('help.example1'), say('help.example2'), say('help.example3'), say('help.example4'), say('help.example5')]
        : [],
  };

  function sentencesOf(talk: TalkAnswer['kind'], { say: speak }: AnswerContext): readonly string[] {
    switch (talk) {
      case 'help':
        return [speak('help.intro'), speak('help.how'), speak('help.examples')];
      case 'about':
        return [
          speak('about.what'),
          speak('about.data', {
            what: countInWords([...catalog.records.values()], say),
            asOf: dateInWords(evidence.dataAsOf, speak.language),
            version: catalog.version.hash,
          }),
          speak('about.limits'),
        ];
      case 'privacy':
        return [speak('privacy.text'), speak('privacy.platform')];
      case 'greeting':
        return [speak('greeting.text'), speak('help.examples')];
      case 'thanks':
        return [speak('thanks.text')];
      case 'foreign-language':
        return LANGUAGE_TAGS.map((tag) => createSay(catalog, tag)('foreign.text'));
    }
  }
}
