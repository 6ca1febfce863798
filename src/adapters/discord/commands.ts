import {
  type APIApplicationCommandBasicOption,
  type APIApplicationCommandSubcommandOption,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  Locale,
  type RESTPostAPIApplicationCommandsJSONBody,
} from 'discord.js';
import {
  BASE_LANGUAGE,
  type Catalog,
  createSay,
  cutText,
  FORM_FACETS,
  type FormFacet,
  type Say,
} from '../../core/index.js';
import { LIMITS } from './limits.js';

/**
 * Names of subcommands and options. German, and in every client the same: Discord does not find commands with
 * subcommands by their localised names.
 */
export const SUBCOMMANDS = {
  question: 'frage',
  list: 'liste',
  measure: 'massnahme',
  help: 'hilfe',
  privacy: 'datenschutz',
} as const;

export const OPTIONS = { text: 'text', topic: 'thema', name: 'name', public: 'oeffentlich' } as const;

export const FACET_OPTIONS: Readonly<Record<FormFacet, string>> = {
  field: 'handlungsfeld',
  group: 'zielgruppe',
  organisation: 'zustaendig',
  type: 'art',
  status: 'stand',
  region: 'ort',
  provenance: 'herkunft',
};

type Texts = (text: (say: Say) => string) => {
  readonly description: string;
  readonly description_localizations: Readonly<Partial<Record<Locale, string>>>;
};

/** The commands as Discord registers them, for servers and for users, described in German and English. */
export function createCommands(catalog: Catalog, command: string): RESTPostAPIApplicationCommandsJSONBody[] {
  const german = createSay(catalog, BASE_LANGUAGE);
  const english = createSay(catalog, 'en');
  const inBoth: Texts = (text) => {
    const translated = cutText(text(english), LIMITS.commandDescription);
    return {
      description: cutText(text(german), LIMITS.commandDescription),
      description_localizations: { [Locale.EnglishUS]: translated, [Locale.EnglishGB]: translated },
    };
  };
  const lookup = cutText(english('discord.lookup'), LIMITS.commandName);
  return [
    {
      type: ApplicationCommandType.ChatInput,
      name: command,
      ...inBoth((say) => say('discord.command')),
      ...WHERE,
      options: subcommands(inBoth),
    },
    {
      type: ApplicationCommandType.Message,
      name: cutText(german('discord.lookup'), LIMITS.commandName),
      name_localizations: { [Locale.EnglishUS]: lookup, [Locale.EnglishGB]: lookup },
      ...WHERE,
    },
  ];
}

/** Installable to a server and to a user; usable in servers, with the bot, and in other conversations. */
const WHERE = {
  integration_types: [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall],
  contexts: [InteractionContextType.Guild, InteractionContextType.BotDM, InteractionContextType.PrivateChannel],
};

function subcommands(texts: Texts): APIApplicationCommandSubcommandOption[] {
  const isPublic: APIApplicationCommandBasicOption = {
    type: ApplicationCommandOptionType.Boolean,
    name: OPTIONS.public,
    ...texts((say) => say('discord.option.public')),
  };
  const typed = (name: string, required: boolean, text: (say: Say) => string): APIApplicationCommandBasicOption => ({
    type: ApplicationCommandOptionType.String,
    name,
    ...texts(text),
    required,
    autocomplete: true,
  });
  const topic: APIApplicationCommandBasicOption = {
    type: ApplicationCommandOptionType.String,
    name: OPTIONS.topic,
    ...texts((say) => say('discord.option.topic')),
  };
  const filters = FORM_FACETS.map((facet) => typed(FACET_OPTIONS[facet], false, (say) => say(`facet.${facet}`)));
  const subcommand = (
    name: string,
    text: (say: Say) => string,
    options: APIApplicationCommandBasicOption[] = [],
  ): APIApplicationCommandSubcommandOption => ({
    type: ApplicationCommandOptionType.Subcommand,
    name,
    ...texts(text),
    options: [...options, isPublic],
  });
  return [
    subcommand(SUBCOMMANDS.question, (say) => say('discord.command.question'), [
      typed(OPTIONS.text, true, (say) => say('discord.option.text')),
    ]),
    subcommand(SUBCOMMANDS.list, (say) => say('discord.command.list'), [...filters, topic]),
    subcommand(SUBCOMMANDS.measure, (say) => say('discord.command.measure'), [
      typed(OPTIONS.name, true, (say) => say('discord.option.name')),
    ]),
    subcommand(SUBCOMMANDS.help, (say) => say('discord.command.help')),
    subcommand(SUBCOMMANDS.privacy, (say) => say('discord.command.privacy')),
  ];
}
