import type { ChatInputCommandInteraction } from 'discord.js';
import {
  type AskRequest,
  clausesFromFilters,
  FORM_FACETS,
  type FormFacet,
  type Planlotse,
  queryFromFilters,
  requestOf,
} from '../../../core/index.js';
import { FACET_OPTIONS, OPTIONS, SUBCOMMANDS } from '../commands.js';
import { type DiscordBot, type Done, done, languageOf, suggestionsOf } from '../discord-bot.js';
import { replyWithAnswer } from '../reply-with-answer.js';

/** `/plan frage`, `liste`, `massnahme`, `hilfe`, `datenschutz`. */
export async function onCommand(interaction: ChatInputCommandInteraction, bot: DiscordBot): Promise<Done> {
  const planlotse = bot.planlotse();
  const answer = planlotse.answer(requestFor(interaction, planlotse, bot.today()));
  await replyWithAnswer(interaction, answer, planlotse.catalog, bot);
  return done(answer);
}

function requestFor(interaction: ChatInputCommandInteraction, planlotse: Planlotse, today: string): AskRequest {
  const language = languageOf(interaction.locale);
  const text = (name: string): string => interaction.options.getString(name) ?? '';
  switch (interaction.options.getSubcommand(false)) {
    case SUBCOMMANDS.question:
      return requestOf(planlotse, { text: text(OPTIONS.text), today });
    case SUBCOMMANDS.measure:
      return requestOf(planlotse, { text: text(OPTIONS.name), today });
    case SUBCOMMANDS.list:
      return listRequest(interaction, planlotse, today);
    case SUBCOMMANDS.privacy:
      return { query: { action: 'privacy', language, text: '', clauses: [], page: 1 }, today };
    default:
      return { query: { action: 'help', language, text: '', clauses: [], page: 1 }, today };
  }
}

/** Filters as they were chosen; what was typed and is no value of a filter becomes part of the topic. */
function listRequest(interaction: ChatInputCommandInteraction, planlotse: Planlotse, today: string): AskRequest {
  const { resolve } = suggestionsOf(planlotse.catalog);
  const filters: Partial<Record<FormFacet, string>> = {};
  const words = [interaction.options.getString(OPTIONS.topic) ?? ''];
  for (const facet of FORM_FACETS) {
    const typed = interaction.options.getString(FACET_OPTIONS[facet]) ?? '';
    const value = resolve(facet, typed);
    if (value === undefined) words.push(typed);
    else filters[facet] = value;
  }
  const text = words.filter((word) => word.trim() !== '').join(' ');
  return text === ''
    ? { query: queryFromFilters(filters, languageOf(interaction.locale)), today }
    : { text, clauses: clausesFromFilters(filters), today };
}
