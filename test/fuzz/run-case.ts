import { plainText } from '../../src/adapters/slack/blocks.js';
import { LIMITS as SLACK_LIMITS } from '../../src/adapters/slack/limits.js';
import {
  type Answer,
  type Control,
  controlsOf,
  createSuggestions,
  FORM_FACETS,
  type Planlotse,
  type Query,
  readQuery,
  requestOf,
  respondToClick,
  type Suggestion,
} from '../../src/core/index.js';
import { answerFaults, type Shown, type Timed } from './answer-faults.js';
import type { FuzzCase } from './arbitrary-case.js';

/** Takes cases all the way: question, answer, every renderer, every click, follow-ups, type-ahead. */
export interface Fuzz {
  /** Every broken promise. Throws what the program throws. */
  readonly run: (one: FuzzCase) => string[];
  /** Answers that were rendered so far. */
  readonly rendered: () => number;
}

/** Answers are remembered by what they answer: the same Query gives the same answer, which needs no second look. */
const MOST_REMEMBERED = 500_000;
const LONGEST_CHOICE = 100;
const MOST_CHOICES = 25;

/** @param timed - Runs a part of the way; the caller may take its time. */
export function createFuzz(planlotse: Planlotse, today: string, timed: Timed = (_, run) => run()): Fuzz {
  const { catalog } = planlotse;
  const suggestions = createSuggestions(catalog);
  const seen = new Set<string>();
  let rendered = 0;

  /** The faults of an answer that was not seen before, and where its reader stands. */
  const check = (answer: Answer): { readonly faults: string[]; readonly shown: Shown[] } => {
    const key = JSON.stringify([answer.kind, answer.query, answer.notices]);
    if (seen.has(key)) return { faults: [], shown: [] };
    if (seen.size < MOST_REMEMBERED) seen.add(key);
    rendered += 1;
    const shown: Shown[] = [];
    return { faults: answerFaults(answer, catalog, timed, (message) => shown.push(message)), shown };
  };

  /** Every control, clicked once; menus with one of their options. */
  const click = (answer: Answer, { lines }: Shown, pick: number): string[] => {
    const controls = controlsOf(answer, catalog, { share: 'channel' });
    return controls.flatMap((control) => {
      if (!('code' in control)) return [];
      const value = optionOf(control, pick);
      const reply = timed('click', () =>
        respondToClick(planlotse, { code: control.code, lines, today, ...(value === undefined ? {} : { value }) }),
      );
      return reply.kind === 'unknown' ? [`click on ${control.kind}: unknown`] : check(reply.answer).faults;
    });
  };

  const askOn = (previous: Query | undefined, followUps: readonly string[]): string[] => {
    let queries = previous === undefined ? [] : [previous];
    return followUps.flatMap((text) => {
      const answer = timed('follow-up', () => planlotse.answer({ text, previous: queries, today }));
      queries = [answer.query];
      return check(answer).faults;
    });
  };

  const typeAhead = (typed: string): string[] => {
    const found = timed('type-ahead', () => [
      suggestions.topics(typed, 'de'),
      suggestions.records(typed, 'en'),
      ...FORM_FACETS.map((facet) => suggestions.values(facet, typed, 'de')),
    ]);
    const [chosen] = found[0] ?? [];
    const opened = planlotse.answer(requestOf(planlotse, { text: chosen?.value ?? typed, today }));
    return [...found.flatMap(choiceFaults), ...check(opened).faults];
  };

  return {
    run: ({ text, language, clauses, followUps, pick }) => {
      const given = { ...(language === undefined ? {} : { language }), ...(clauses === undefined ? {} : { clauses }) };
      const answer = timed('answer', () => planlotse.answer({ text, today, ...given }));
      const { faults, shown } = check(answer);
      // Both platforms hand the same over, as answerFaults makes sure.
      const message = shown[pick % shown.length];
      return [
        ...faults,
        ...(message === undefined ? [] : click(answer, message, pick)),
        ...askOn(message === undefined ? answer.query : readQuery(message.codes, message.lines, catalog), followUps),
        ...typeAhead(text),
      ];
    },
    rendered: () => rendered,
  };
}

function optionOf(control: Control, pick: number): string | undefined {
  return control.kind === 'narrow' ? control.options[pick % control.options.length]?.value : undefined;
}

/** What Discord would refuse of choices, and Slack of options. */
function choiceFaults(choices: readonly Suggestion[]): string[] {
  const isWrong = ({ label, value }: Suggestion): boolean =>
    [label, value].some((one) => one.length < 1 || one.length > LONGEST_CHOICE) ||
    plainText(label, SLACK_LIMITS.optionText).text.length > SLACK_LIMITS.optionText;
  return [
    ...(choices.length > MOST_CHOICES ? [`type-ahead: ${choices.length} choices`] : []),
    ...choices.filter(isWrong).map((choice) => `type-ahead: ${JSON.stringify(choice)}`),
  ];
}
