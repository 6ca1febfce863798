import type { Context, webApi } from '@slack/bolt';
import {
  type Answer,
  type AskRequest,
  type Catalog,
  createSuggestions,
  type LanguageTag,
  type Planlotse,
  type Suggestions,
} from '../../core/index.js';
import type { AdapterContext, AnsweredKind, Asker, Limit } from '../adapter.js';
import { inEveryLanguage } from '../in-every-language.js';
import { withReference } from '../reference.js';
import type { AnsweredMemory } from './answered-memory.js';
import type { Rendered } from './blocks.js';
import { type RenderOptions, renderAnswer } from './render-answer.js';
import { codeOf, explainError, isFinal, isUncertain } from './slack-errors.js';

/** Who the bot is in its workspace. */
export interface BotIdentity {
  readonly userId: string;
  readonly botId: string;
}

/** Where a question or click came from; stands in the log. */
export type Way = 'command' | 'mention' | 'message' | 'click' | 'shortcut' | 'form' | 'home' | 'options';

/** Something that came in, and how it is answered. */
export interface Task {
  readonly way: Way;
  readonly asker: Asker;
  /** Undefined where it brings no answer: a form, a page. */
  readonly work: () => Promise<Served | undefined>;
  /** Tells the asker that it failed. */
  readonly tell?: (text: string) => Promise<unknown>;
  /** Tells the asker alone that there were too many; by default as `tell` does, and only who was not just told. */
  readonly refuse?: (text: string, isNew: boolean) => Promise<unknown>;
}

/** An answer, and what was shown of it where that is not the answer itself. */
export interface Served {
  readonly answer: Answer;
  readonly extra?: AnsweredKind;
}

/** An answer with the data that it came from, whatever is reloaded meanwhile. */
export interface Reply {
  readonly answer: Answer;
  readonly catalog: Catalog;
  readonly render: (options?: Omit<RenderOptions, 'reportUrl'>) => Rendered;
}

/** What goes with the words of a question. */
export type AskMore = Pick<Extract<AskRequest, { readonly text: string }>, 'previous' | 'isTyped'>;

/** What all listeners share. */
export interface SlackBot {
  readonly context: AdapterContext;
  readonly identity: BotIdentity;
  readonly answered: AnsweredMemory;
  /** Answers a question in words; without any, what can be asked. With the data that the question began with, if any. */
  readonly ask: (text: string, more?: AskMore, current?: Planlotse) => Reply;
  readonly replyWith: (answer: Answer, catalog: Catalog) => Reply;
  readonly suggestions: () => Suggestions;
  /** Does the work of a listener, and logs it; one that fails is logged, and the asker told. */
  readonly serve: (task: Task) => Promise<void>;
  /** Logs what went wrong without ending what goes on; ends the adapter where it cannot go on. */
  readonly note: (error: unknown, message: string) => void;
  /** Resolves when nothing is being answered any more. */
  readonly idle: () => Promise<void>;
}

export type SlackClient = webApi.WebClient;

/** The language where nothing tells another: Slack does not say which one a reader uses. */
export const HOUSE_LANGUAGE: LanguageTag = 'de';
/** Record ids of one line of the log. */
const MOST_IDS = 10;

export function createSlackBot(context: AdapterContext, identity: BotIdentity, answered: AnsweredMemory): SlackBot {
  const { planlotse, log, today, reportUrl, observe, intake } = context;
  const prepared = new WeakMap<Planlotse, Suggestions>();
  const working = new Set<Promise<void>>();

  const replyWith: SlackBot['replyWith'] = (answer, catalog) => ({
    answer,
    catalog,
    render: (options) => renderAnswer(answer, catalog, { ...options, ...(reportUrl !== undefined && { reportUrl }) }),
  });

  const note: SlackBot['note'] = (error, message) => {
    const explained = explainError(error);
    log.error({ err: explained }, message);
    observe({ kind: 'failed', code: codeOf(explained) });
    if (isFinal(explained)) context.fail(explained);
  };

  const refuse = async (task: Task, { reason, seconds, isNew }: Limit): Promise<void> => {
    if (isNew) log.warn({ way: task.way, reason, seconds }, 'limited');
    const text = inEveryLanguage(planlotse(), (say) => say(`limit.${reason}`, { count: seconds }));
    if (task.refuse !== undefined) await task.refuse(text, isNew);
    else if (isNew) await task.tell?.(text);
  };

  const serve = async (task: Task, reference: string): Promise<void> => {
    const { way, asker, work, tell } = task;
    const began = performance.now();
    try {
      const served = await intake.question(asker, work, (limit) => refuse(task, limit));
      if (served === undefined) return;
      const { kind, ids, total } = served.answer;
      const ms = performance.now() - began;
      observe({ kind: 'answered', answer: served.extra ?? kind, ms });
      log.info({ way, kind, ids: ids.slice(0, MOST_IDS), total, ms: Math.round(ms) }, 'answered');
    } catch (error) {
      note(error, 'could not answer');
      // An apology beside the answer would only confuse.
      if (isUncertain(error)) return;
      const apology = inEveryLanguage(planlotse(), (say) => say('error.apology', { reference }));
      await tell?.(apology).catch((failed: unknown) => note(failed, 'could not apologise'));
    }
  };

  return {
    context,
    identity,
    answered,
    ask: (text, more = {}, { answer, catalog } = planlotse()) =>
      replyWith(answer(requestFor(text, more, today())), catalog),
    replyWith,
    suggestions: () => {
      const current = planlotse();
      const known = prepared.get(current) ?? createSuggestions(current.catalog);
      prepared.set(current, known);
      return known;
    },
    serve: async (task) => {
      const done = withReference((reference) => serve(task, reference));
      working.add(done);
      await done;
      working.delete(done);
    },
    note,
    idle: async () => {
      await Promise.all(working);
    },
  };
}

/** Without any words the question is what can be asked. */
function requestFor(text: string, more: AskMore, today: string): AskRequest {
  return text.trim() === ''
    ? { query: { action: 'help', language: HOUSE_LANGUAGE, text: '', clauses: [], page: 1 }, today }
    : { text, today, ...more };
}

/** Who a payload of Slack comes from. */
export function askerOf({ userId, teamId, enterpriseId }: Context): Asker {
  const server = teamId ?? enterpriseId;
  return { user: userId ?? '', ...(server !== undefined && { server }) };
}
