import { type Answer, type LanguageTag, type Planlotse, type Query, switchLanguage } from '../../core/index.js';
import { readChatInput } from './chat-input.js';
import { CHAT_WORDS } from './chat-words.js';
import { type Line, line } from './layout.js';
import { type Choice, renderAnswer } from './render-answer.js';

/** What the screen shows after a line was typed. */
export interface Turn {
  readonly lines: readonly Line[];
  readonly ends: boolean;
}

/** A conversation: remembers its questions, and what the numbers on the screen open. */
export interface ChatSession {
  readonly greeting: readonly Line[];
  readonly goodbye: () => readonly Line[];
  /** What has become of the data, in the language of the conversation. */
  readonly news: (news: DataNews) => readonly Line[];
  readonly reply: (input: string) => Turn;
}

/** What the person is told when the data behind the answers has changed. */
export type DataNews =
  | { readonly kind: 'loaded'; readonly version: string }
  | { readonly kind: 'refused'; readonly faults: number }
  | { readonly kind: 'unreadable' };

export interface ChatSessionOptions {
  /** Today as an ISO day, asked for at each question. */
  readonly today: () => string;
  /** Language of all questions and answers; found out for each question where it is not given. */
  readonly language?: LanguageTag;
  /** Whether reasons are shown from the start. */
  readonly explain: boolean;
  /** Where readers report a gap: a web page or a `mailto:` address. */
  readonly reportUrl?: string;
}

/** Earlier questions that are kept; a follow-up rests on the last of them. */
const MOST_PREVIOUS = 20;

const HELP = { action: 'help', text: '', clauses: [], page: 1 } as const;

/**
 * Starts a conversation. Nothing of it is kept anywhere but here.
 *
 * @param planlotse - Asked anew for every line; the conversation goes on where other data answers meanwhile.
 */
export function createChatSession(planlotse: () => Planlotse, options: ChatSessionOptions): ChatSession {
  let { language, explain } = options;
  const shown = options.reportUrl === undefined ? {} : { reportUrl: options.reportUrl };
  let previous: readonly Query[] = [];
  let last: Answer | undefined;
  // The list on the screen, and what was numbered on after it by a record that one of its numbers opened.
  let list: readonly Choice[] = [];
  let further: readonly Choice[] = [];
  let listQuery: Query | undefined;
  let isOpened = false;

  const words = () => CHAT_WORDS[language ?? last?.language ?? 'de'];
  const say = (...texts: readonly string[]): Turn => ({ lines: texts.map((text) => line(text)), ends: false });

  /** Puts an answer on the screen. A record that a number opened leaves the list open. */
  const show = (answer: Answer, byNumber = false): Turn => {
    isOpened = byNumber && answer.kind === 'record';
    const from = isOpened ? list.length : 0;
    const { lines, choices } = renderAnswer(answer, planlotse().catalog, { ...shown, reasons: explain, from });
    if (isOpened) {
      further = choices;
    } else if (choices.length > 0) {
      // An answer without numbers leaves those of the answer before on the screen.
      [list, further, listQuery] = [choices, [], answer.query];
    }
    return { lines, ends: false };
  };
  const remember = (answer: Answer): Answer => {
    last = answer;
    previous = [...previous, answer.query].slice(-MOST_PREVIOUS);
    return answer;
  };
  const ask = (text: string): Turn => {
    const today = options.today();
    return show(
      remember(planlotse().answer({ text, previous, today, ...(language === undefined ? {} : { language }) })),
    );
  };
  const click = (query: Query): Answer => planlotse().answer({ query, today: options.today() });
  const open = (number: number): Turn => {
    const choice = [...list, ...further][number - 1];
    const most = list.length + further.length;
    if (choice === undefined) return say(most === 0 ? words().noNumbers : words().noSuchNumber(most));
    if (choice.kind === 'question') return ask(choice.text);
    return show(remember(click(inLanguage(choice.query))), true);
  };
  const inLanguage = (query: Query): Query => (language === undefined ? query : switchLanguage(query, language));
  /** The last answer once more, after the language or the reasons have changed. */
  const again = (): readonly Line[] => {
    if (last === undefined) return [];
    previous = previous.slice(0, -1);
    return [line(''), ...show(remember(click(inLanguage(last.query))), isOpened).lines];
  };

  return {
    greeting: [line(CHAT_WORDS.de.greeting), line(''), line(CHAT_WORDS.en.greeting)],
    goodbye: () => [line(words().bye)],
    news: (news) => {
      switch (news.kind) {
        case 'loaded':
          return [line(words().newData(news.version), 'quiet')];
        case 'refused':
          return [line(words().brokenData(news.faults), 'quiet')];
        case 'unreadable':
          return [line(words().unreadableData, 'quiet')];
      }
    },
    reply: (text) => {
      const input = readChatInput(text);
      switch (input.kind) {
        case 'empty':
          return say();
        case 'question':
          return ask(input.text);
        case 'more':
          // The list that the record was opened from has the next page, not the record.
          if (isOpened && listQuery !== undefined) previous = [...previous, listQuery];
          return ask(input.text);
        case 'number':
          return open(input.number);
        case 'help': {
          const { lines } = show(click({ ...HELP, language: language ?? last?.language ?? 'de' }));
          const commands = words().help.map((entry) => line(entry, 'plain', 0, 2));
          return { lines: [...lines, line(''), ...commands], ends: false };
        }
        case 'explain': {
          explain = !explain;
          const said = line(explain ? words().explainOn : words().explainOff);
          return { lines: explain ? [said, ...again()] : [said], ends: false };
        }
        case 'language': {
          language = input.language;
          if (language === undefined) return say(words().languageAuto);
          return { lines: [line(words().language), ...again()], ends: false };
        }
        case 'new':
          previous = [];
          last = undefined;
          list = [];
          further = [];
          isOpened = false;
          return say(words().forgotten);
        case 'unknown':
          return say(words().unknown(input.command));
        case 'end':
          return { lines: [], ends: true };
      }
    },
  };
}
