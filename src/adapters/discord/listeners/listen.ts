import { type Client, Events, type Interaction, type Message, type RepliableInteraction } from 'discord.js';
import { createSay } from '../../../core/index.js';
import { asPrivate, sentenceMessage } from '../create-messages.js';
import { type DiscordBot, type Done, languageOf } from '../discord-bot.js';
import { isForbidden, isTooLate, refusalOf } from '../discord-error.js';
import { onAutocomplete } from './on-autocomplete.js';
import { onCommand } from './on-command.js';
import { onComponent } from './on-component.js';
import { onLookup } from './on-lookup.js';
import { onMessage } from './on-message.js';

/** What runs, so that stopping can wait for it. */
export interface Listening {
  /** Takes nothing more; resolves when what is in flight is done. */
  readonly stop: () => Promise<void>;
}

/** Answers everything that comes in, and is the one place that catches what fails. */
export function listen(client: Client, bot: DiscordBot): Listening {
  const inFlight = new Set<Promise<void>>();
  const run = (
    via: string,
    task: () => Promise<Done | undefined>,
    excuse?: (error: unknown) => Promise<void>,
  ): void => {
    const running = guarded(via, task, bot, excuse).finally(() => inFlight.delete(running));
    inFlight.add(running);
  };
  const onInteraction = (interaction: Interaction): void => {
    const excuse = interaction.isRepliable() ? (error: unknown) => apologise(interaction, error, bot) : undefined;
    run(viaOf(interaction), () => dispatch(interaction, bot), excuse);
  };
  const onCreate = (message: Message): void => run('message', () => onMessage(message, bot));
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

async function dispatch(interaction: Interaction, bot: DiscordBot): Promise<Done | undefined> {
  if (interaction.isChatInputCommand()) return onCommand(interaction, bot);
  if (interaction.isAutocomplete()) return onAutocomplete(interaction, bot);
  if (interaction.isMessageContextMenuCommand()) return onLookup(interaction, bot);
  if (interaction.isButton() || interaction.isStringSelectMenu()) return onComponent(interaction, bot);
  return undefined;
}

function viaOf(interaction: Interaction): string {
  if (interaction.isAutocomplete()) return 'type-ahead';
  if (interaction.isMessageComponent()) return 'click';
  return interaction.isContextMenuCommand() ? 'lookup' : 'command';
}

/** Runs a task and logs how it went; never rejects. */
async function guarded(
  via: string,
  task: () => Promise<Done | undefined>,
  { log, fail }: DiscordBot,
  excuse?: (error: unknown) => Promise<void>,
): Promise<void> {
  const began = performance.now();
  try {
    const what = await task();
    if (what === undefined) return;
    const fields = { via, ...what, ms: Math.round(performance.now() - began) };
    if (what.kind === 'choices') log.debug(fields, 'suggested');
    else log.info(fields, 'answered');
  } catch (error) {
    const refusal = refusalOf(error);
    if (refusal !== undefined) {
      fail(refusal);
    } else if (isTooLate(error)) {
      log.warn({ via, err: error }, 'too late, or answered already');
    } else {
      if (isForbidden(error)) log.warn({ via, err: error }, 'may not answer there');
      else log.error({ via, err: error }, 'could not answer');
      await excuse?.(error).catch((cause: unknown) => log.warn({ via, err: cause }, 'could not apologise'));
    }
  }
}

/** Tells the asker alone that it failed, and what to do where something is not allowed. */
async function apologise(interaction: RepliableInteraction, error: unknown, bot: DiscordBot): Promise<void> {
  if (interaction.replied || interaction.deferred) return;
  const say = createSay(bot.planlotse().catalog, languageOf(interaction.locale));
  const text = say(isForbidden(error) ? 'discord.noPublic' : 'error.apology');
  await interaction.reply(asPrivate(sentenceMessage(text)));
}
