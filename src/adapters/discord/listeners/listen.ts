import { type Client, Events, type Interaction, type Message, type RepliableInteraction } from 'discord.js';
import type { Asker } from '../../adapter.js';
import { withReference } from '../../reference.js';
import type { DiscordBot, Done } from '../discord-bot.js';
import { codeOf, isForbidden, isTooLate, refusalOf } from '../discord-error.js';
import { onAutocomplete } from './on-autocomplete.js';
import { onCommand } from './on-command.js';
import { onComponent } from './on-component.js';
import { onLookup } from './on-lookup.js';
import { isForBot, onMessage } from './on-message.js';
import { apologise, apologiseBelow, refuse, refuseInPrivate } from './tell-asker.js';

/** What runs, so that stopping can wait for it. */
export interface Listening {
  /** Takes nothing more; resolves when what is in flight is done. */
  readonly stop: () => Promise<void>;
}

/** Something that came in, and how it is answered. */
interface Task {
  readonly via: 'command' | 'click' | 'lookup' | 'message' | 'type-ahead';
  readonly work: () => Promise<Done | undefined>;
  /** Tells the asker that it failed. */
  readonly excuse?: (error: unknown, reference: string) => Promise<unknown>;
}

/** Answers everything that comes in, and is the one place that catches what fails. */
export function listen(client: Client, bot: DiscordBot): Listening {
  const inFlight = new Set<Promise<void>>();
  const run = (task: Task): void => {
    const running = withReference((reference) => guarded(task, reference, bot)).finally(() => inFlight.delete(running));
    inFlight.add(running);
  };
  const onInteraction = (interaction: Interaction): void => {
    if (interaction.isAutocomplete()) {
      run({ via: 'type-ahead', work: () => onAutocomplete(interaction, askerOf(interaction), bot) });
    } else if (interaction.isRepliable()) {
      run({
        via: viaOf(interaction),
        work: () =>
          bot.intake.question(
            askerOf(interaction),
            () => dispatch(interaction, bot),
            (limit) => refuse(interaction, limit, bot),
          ),
        excuse: (error, reference) => apologise(interaction, error, reference, bot),
      });
    }
  };
  const onCreate = (message: Message): void => {
    if (!isForBot(message)) return;
    run({
      via: 'message',
      work: () =>
        bot.intake.question(
          askerOf({ user: message.author, guildId: message.guildId }),
          () => onMessage(message, bot),
          (limit) => refuseInPrivate(message, limit, bot),
        ),
      excuse: (error, reference) => apologiseBelow(message, error, reference, bot),
    });
  };
  client.on(Events.InteractionCreate, onInteraction);
  client.on(Events.MessageCreate, onCreate);
  return {
    stop: async () => {
      client.off(Events.InteractionCreate, onInteraction);
      client.off(Events.MessageCreate, onCreate);
      await Promise.all(inFlight);
    },
  };
}

async function dispatch(interaction: RepliableInteraction, bot: DiscordBot): Promise<Done | undefined> {
  if (interaction.isChatInputCommand()) return onCommand(interaction, bot);
  if (interaction.isMessageContextMenuCommand()) return onLookup(interaction, bot);
  if (interaction.isButton() || interaction.isStringSelectMenu()) return onComponent(interaction, bot);
  return undefined;
}

function viaOf(interaction: RepliableInteraction): Task['via'] {
  if (interaction.isMessageComponent()) return 'click';
  return interaction.isContextMenuCommand() ? 'lookup' : 'command';
}

function askerOf({
  user,
  guildId,
}: {
  readonly user: { readonly id: string };
  readonly guildId: string | null;
}): Asker {
  return { user: user.id, ...(guildId === null ? {} : { server: guildId }) };
}

/** Runs a task and logs how it went; never rejects. */
async function guarded({ via, work, excuse }: Task, reference: string, bot: DiscordBot): Promise<void> {
  const { log, fail, observe } = bot;
  const began = performance.now();
  try {
    const what = await work();
    if (what === undefined) return;
    const { kind } = what;
    const ms = performance.now() - began;
    const fields = { via, ...what, ms: Math.round(ms) };
    if (kind === 'choices') {
      log.debug(fields, 'suggested');
      return;
    }
    observe({ kind: 'answered', answer: kind, ms });
    log.info(fields, 'answered');
  } catch (error) {
    observe({ kind: 'failed', code: codeOf(error) });
    const refusal = refusalOf(error);
    if (refusal !== undefined) {
      fail(refusal);
    } else if (isTooLate(error)) {
      log.warn({ via, err: error }, 'too late, or answered already');
    } else {
      if (isForbidden(error)) log.warn({ via, err: error }, 'may not answer there');
      else log.error({ via, err: error }, 'could not answer');
      await excuse?.(error, reference).catch((cause: unknown) => log.warn({ via, err: cause }, 'could not apologise'));
    }
  }
}
