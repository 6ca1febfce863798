import type { StandIn } from './stand-in.js';
import type { Transport } from './transport.js';

/** A block as a test looks at it. */
export interface Shown {
  readonly type: string;
  readonly block_id?: string;
  readonly text?: { readonly text: string };
  readonly accessory?: ShownElement;
  readonly elements?: readonly ShownElement[];
  readonly element?: ShownElement;
}
export interface ShownElement {
  readonly type: string;
  readonly action_id?: string;
  readonly text?: string | { readonly text: string };
  readonly value?: string;
  readonly url?: string;
  readonly placeholder?: { readonly text: string };
  readonly options?: readonly { readonly text: { readonly text: string }; readonly value: string }[];
}

/** A message or view on a person's screen. */
export interface OnScreen {
  readonly blocks: readonly Shown[];
  readonly channel?: string;
  readonly ts?: string;
  readonly threadTs?: string;
  /** Only this person sees it; Slack does not hand its blocks over again. */
  readonly isEphemeral?: boolean;
  readonly view?: { readonly id: string; readonly type: 'modal' | 'home' };
}

/** Someone who writes and clicks; resolves when the app has acknowledged. */
export interface Person {
  readonly mention: (channel: string, text: string, threadTs?: string) => Promise<string>;
  readonly writeDirectly: (text: string, threadTs?: string) => Promise<string>;
  readonly command: (text: string, channel?: string) => Promise<void>;
  readonly click: (screen: OnScreen, label: string, option?: string) => Promise<void>;
  readonly lookUp: (text: string) => Promise<void>;
  readonly openForm: () => Promise<void>;
  readonly typeAhead: (
    view: OnScreen,
    actionId: string,
    typed: string,
  ) => Promise<readonly { readonly value: string; readonly text: { readonly text: string } }[]>;
  readonly submit: (view: OnScreen, values: Readonly<Record<string, object>>, responseUrl?: string) => Promise<unknown>;
  readonly openHome: (view?: object) => Promise<void>;
}

let events = 0;

/** Wraps an event as Slack does. */
export function eventOf(event: object): object {
  events += 1;
  return { type: 'event_callback', team_id: 'T1', api_app_id: 'A1', event_id: `Ev${events}`, event_time: 1, event };
}

export function createPerson(slack: StandIn, transport: Transport, { command = 'plan' } = {}): Person {
  const { people, channels } = slack;
  const user = { id: people.anna, name: 'anna', username: 'anna', team_id: 'T1' };
  const team = { id: 'T1', domain: 'example' };
  const shared = { user, team, token: 'x', api_app_id: 'A1' };
  const trigger = async (view?: string): Promise<string> => {
    const made = await slack.asBot('views.generateTriggerId', { user_id: people.anna, ...(view && { view_id: view }) });
    return String(made.trigger_id);
  };
  const write = async (channel: string, text: string, threadTs?: string): Promise<string> => {
    const posted = await slack.asAnna('chat.postMessage', { channel, text, ...(threadTs && { thread_ts: threadTs }) });
    return String(posted.ts);
  };

  return {
    mention: async (channel, words, threadTs) => {
      const text = `<@${people.bot}> ${words}`;
      const ts = channel === channels.archived ? '1700000000.000100' : await write(channel, text, threadTs);
      const event = { type: 'app_mention', user: people.anna, channel, text, ts, event_ts: ts };
      await transport.deliver('events_api', eventOf({ ...event, ...(threadTs && { thread_ts: threadTs }) }));
      return ts;
    },
    writeDirectly: async (text, threadTs) => {
      const channel = channels.direct;
      const ts = await write(channel, text, threadTs);
      const event = { type: 'message', channel_type: 'im', user: people.anna, channel, text, ts, event_ts: ts };
      await transport.deliver('events_api', eventOf({ ...event, ...(threadTs && { thread_ts: threadTs }) }));
      return ts;
    },
    command: async (text, channel = channels.team) => {
      await transport.deliver('slash_commands', {
        command: `/${command}`,
        text,
        user_id: people.anna,
        user_name: 'anna',
        channel_id: channel,
        channel_name: 'team',
        team_id: 'T1',
        team_domain: 'example',
        api_app_id: 'A1',
        token: 'x',
        trigger_id: 'x',
        response_url: slack.responseUrl(),
      });
    },
    click: async (screen, label, option) => {
      const { channel = channels.team, ts, threadTs, isEphemeral = false, view, blocks } = screen;
      const container = {
        type: view ? 'view' : 'message',
        channel_id: channel,
        message_ts: ts,
        is_ephemeral: isEphemeral,
      };
      const thread = threadTs === undefined ? {} : { thread_ts: threadTs };
      const message = { type: 'message', ts, blocks, ...thread };
      await transport.deliver('interactive', {
        ...shared,
        type: 'block_actions',
        trigger_id: await trigger(view?.id),
        container: { ...container, ...thread },
        actions: [actionOf(blocks, label, option)],
        ...(view
          ? { view: { ...view, blocks, private_metadata: '' } }
          : { channel: { id: channel, name: 'team' }, response_url: slack.responseUrl() }),
        ...(!view && !isEphemeral && { message }),
      });
    },
    lookUp: async (text) => {
      await transport.deliver('interactive', {
        ...shared,
        type: 'message_action',
        callback_id: 'look_up',
        trigger_id: 'x',
        message_ts: '1',
        action_ts: '2',
        channel: { id: channels.team, name: 'team' },
        message: { type: 'message', user: 'U9', ts: '1', text },
        response_url: slack.responseUrl(),
      });
    },
    openForm: async () => {
      await transport.deliver('interactive', {
        ...shared,
        type: 'shortcut',
        callback_id: 'search',
        action_ts: '1',
        trigger_id: await trigger(),
      });
    },
    typeAhead: async (screen, actionId, typed) => {
      const answer = await transport.deliver('interactive', {
        ...shared,
        type: 'block_suggestion',
        action_id: actionId,
        block_id: 'x',
        value: typed,
        container: { type: 'view' },
        view: { ...screen.view, private_metadata: 'de' },
      });
      return (answer as { options: [] }).options;
    },
    submit: (screen, values, responseUrl) =>
      transport.deliver('interactive', {
        ...shared,
        type: 'view_submission',
        trigger_id: 'x',
        view: { ...screen.view, callback_id: 'form', private_metadata: 'de', state: { values } },
        response_urls:
          responseUrl === undefined
            ? []
            : [{ block_id: 'channel', action_id: 'channel', channel_id: 'C', response_url: responseUrl }],
      }),
    openHome: async (view) => {
      const event = {
        type: 'app_home_opened',
        user: people.anna,
        channel: channels.direct,
        tab: 'home',
        event_ts: '1',
      };
      await transport.deliver('events_api', eventOf({ ...event, ...(view && { view }) }));
    },
  };
}

/** The payload of a click on what has a label, or a menu whose placeholder it is. */
function actionOf(blocks: readonly Shown[], label: string, option?: string): object {
  for (const [index, block] of blocks.entries()) {
    for (const element of [...(block.accessory ? [block.accessory] : []), ...(block.elements ?? [])]) {
      const name = typeof element.text === 'object' ? element.text.text : element.placeholder?.text;
      if (name !== label || element.action_id === undefined) continue;
      const { type, action_id, value } = element;
      const chosen = element.options?.find(({ text }) => option !== undefined && text.text.startsWith(option));
      return {
        type,
        action_id,
        block_id: block.block_id ?? `b${index}`,
        action_ts: '1',
        ...(value !== undefined && { value }),
        ...(chosen && { selected_option: chosen }),
      };
    }
  }
  throw new Error(`Nothing is called "${label}" in ${JSON.stringify(labelsOf(blocks))}`);
}

/** What can be clicked, by its label. */
export function labelsOf(blocks: readonly Shown[]): string[] {
  return blocks
    .flatMap((block) => [...(block.accessory ? [block.accessory] : []), ...(block.elements ?? [])])
    .flatMap((element) => (typeof element.text === 'object' ? element.text.text : (element.placeholder?.text ?? [])));
}

/** Everything that blocks say, as one text. */
export function textOf(blocks: readonly Shown[]): string {
  return blocks
    .flatMap((block) => [
      block.text?.text ?? '',
      ...(block.elements ?? []).flatMap((one) => (typeof one.text === 'string' ? one.text : [])),
    ])
    .join('\n');
}
