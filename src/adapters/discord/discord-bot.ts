import type { Locale } from 'discord.js';
import {
  type Answer,
  BASE_LANGUAGE,
  type Catalog,
  createSuggestions,
  isLanguageTag,
  type LanguageTag,
  type Suggestions,
} from '../../core/index.js';
import type { AdapterContext, AnsweredKind } from '../adapter.js';

/** What every listener works with. */
export interface DiscordBot extends Omit<AdapterContext, 'signal'> {
  /** Servers where answers to commands are public unless the asker says otherwise. */
  readonly publicGuilds: ReadonlySet<string>;
}

/** What was done, for the log: never whose question it was, nor its words. */
export interface Done {
  readonly kind: AnsweredKind | 'choices';
  readonly ids: readonly string[];
}

/** Records that a line of the log names. */
const MOST_LOGGED = 5;

/** What was answered, for the log. */
export function done({ kind, ids }: Answer, extra?: AnsweredKind): Done {
  return { kind: extra ?? kind, ids: ids.slice(0, MOST_LOGGED) };
}

const suggestionsByCatalog = new WeakMap<Catalog, Suggestions>();

/** The choices of a catalogue, prepared once. */
export function suggestionsOf(catalog: Catalog): Suggestions {
  const known = suggestionsByCatalog.get(catalog) ?? createSuggestions(catalog);
  suggestionsByCatalog.set(catalog, known);
  return known;
}

/** The language that a reader has set in Discord, where the bot speaks it. */
export function languageOf(locale: Locale): LanguageTag {
  const [tag = ''] = locale.split('-');
  return isLanguageTag(tag) ? tag : BASE_LANGUAGE;
}
