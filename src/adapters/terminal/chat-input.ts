import { isLanguageTag, type LanguageTag } from '../../core/index.js';

/** What a line that was typed into the chat means. */
export type ChatInput =
  | { readonly kind: 'empty' | 'help' | 'explain' | 'new' | 'end' }
  | { readonly kind: 'question'; readonly text: string }
  /** Asks for the next page, in the words of the core. */
  | { readonly kind: 'more'; readonly text: string }
  /** The number of something shown, from 1. */
  | { readonly kind: 'number'; readonly number: number }
  /** A language, or none to have it found out for each question again. */
  | { readonly kind: 'language'; readonly language?: LanguageTag }
  | { readonly kind: 'unknown'; readonly command: string };

type Plain = 'help' | 'explain' | 'new' | 'end';

/** The commands by name; both languages work at any time. */
const COMMANDS: Readonly<Record<string, Plain | 'language'>> = {
  hilfe: 'help',
  help: 'help',
  sprache: 'language',
  language: 'language',
  erklären: 'explain',
  erklaeren: 'explain',
  explain: 'explain',
  neu: 'new',
  new: 'new',
  ende: 'end',
  quit: 'end',
  exit: 'end',
};

const MORE: readonly string[] = ['mehr', 'more'];

/** Names that Tab completes. */
export const COMMAND_NAMES: readonly string[] = Object.keys(COMMANDS).map((name) => `/${name}`);

/** Reads a line of the chat. Up to three digits are a choice; more are a question, such as a year. */
export function readChatInput(line: string): ChatInput {
  const text = line.normalize('NFC').trim();
  if (text === '') return { kind: 'empty' };
  const choice = /^(\d{1,3})\.?$/.exec(text);
  if (choice !== null) return { kind: 'number', number: Number(choice[1]) };
  if (MORE.includes(text.toLowerCase())) return { kind: 'more', text };
  if (!text.startsWith('/')) return { kind: 'question', text };
  const [name = '', argument = ''] = text.slice(1).toLowerCase().split(/\s+/);
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (command === undefined) return { kind: 'unknown', command: text };
  if (command !== 'language') return { kind: command };
  if (argument === 'auto') return { kind: 'language' };
  return isLanguageTag(argument) ? { kind: 'language', language: argument } : { kind: 'unknown', command: text };
}
