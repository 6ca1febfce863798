import { type Answer, answerToJson, type Planlotse, type Query, renderText } from '../core/index.js';
import type { InputLine } from './read-lines.js';
import { MAX_LINE_LENGTH, type RequestError, readRequest, requestError, type StreamRequest } from './read-request.js';
import type { Settings } from './settings.js';

export interface AnswerOptions {
  readonly json?: boolean | undefined;
  /** Reasons under each record of a plain answer; JSON always has them. */
  readonly explain?: boolean | undefined;
}

/** What came of one question: what to print, if anything, and whether it was an error. */
export interface Reply {
  readonly text: string | undefined;
  readonly isError: boolean;
}

/** Answers questions as text or JSON. */
export interface Answerer {
  /** A line of the stream: a plain question or a JSON object. */
  readonly line: (line: InputLine) => Reply;
  /** A question as it stands. */
  readonly question: (question: string) => Reply;
}

/** Prepares the answers for a catalogue and the options of one call. */
export function createAnswerer(planlotse: Planlotse, settings: Settings, options: AnswerOptions): Answerer {
  const { catalog } = planlotse;
  const print = (answer: Answer): string =>
    options.json === true
      ? JSON.stringify(answerToJson(answer, catalog))
      : renderText(answer, catalog, { whole: true, reasons: options.explain === true });
  const fail = (error: RequestError): Reply => ({
    text: options.json === true ? JSON.stringify(error) : `${error.code}: ${error.message}`,
    isError: true,
  });
  const reply = (request: StreamRequest): Reply => ({ text: print(ask(planlotse, settings, request)), isError: false });

  return {
    question: (question) =>
      question.trim() === ''
        ? fail(requestError('EMPTY_QUESTION', 'The question is empty.'))
        : reply({ question, previous: [] }),
    line: ({ text, tooLong }) => {
      if (tooLong) {
        return fail(requestError('LINE_TOO_LONG', `The line has more than ${MAX_LINE_LENGTH} characters.`));
      }
      if (options.json !== true && text.trim() === '') return { text: undefined, isError: false };
      const request = readRequest(text);
      return 'kind' in request ? fail(request) : reply(request);
    },
  };
}

function ask(planlotse: Planlotse, settings: Settings, request: StreamRequest): Answer {
  const today = request.today ?? settings.today();
  const language = request.language ?? settings.language;
  const previous: Query[] = [];
  for (const text of request.previous) previous.push(planlotse.answer({ text, previous, today }).query);
  return planlotse.answer({
    text: request.question,
    previous,
    today,
    ...(language === undefined ? {} : { language }),
  });
}
