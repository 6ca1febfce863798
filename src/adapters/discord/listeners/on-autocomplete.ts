import type { AutocompleteInteraction } from 'discord.js';
import { FORM_FACETS, type Suggestion } from '../../../core/index.js';
import type { Asker } from '../../adapter.js';
import { FACET_OPTIONS, OPTIONS } from '../commands.js';
import { type DiscordBot, type Done, languageOf, suggestionsOf } from '../discord-bot.js';
import { LIMITS } from '../limits.js';

/** Choices while someone types; none for whoever types too much. */
export async function onAutocomplete(
  interaction: AutocompleteInteraction,
  asker: Asker,
  bot: DiscordBot,
): Promise<Done> {
  const choices = (await bot.intake.typing(asker)) ? choicesFor(interaction, bot).slice(0, LIMITS.choices) : [];
  await interaction.respond(choices.map(({ label, value }) => ({ name: label, value })));
  return { kind: 'choices', ids: [] };
}

function choicesFor({ options, locale }: AutocompleteInteraction, bot: DiscordBot): Suggestion[] {
  const { name, value } = options.getFocused(true);
  const language = languageOf(locale);
  const suggestions = suggestionsOf(bot.planlotse().catalog);
  if (name === OPTIONS.text) return suggestions.topics(value, language);
  if (name === OPTIONS.name) return suggestions.records(value, language);
  const facet = FORM_FACETS.find((one) => FACET_OPTIONS[one] === name);
  return facet === undefined ? [] : suggestions.values(facet, value, language);
}
