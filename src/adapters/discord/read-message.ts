import {
  type APIComponentInContainer,
  type APIComponentInMessageActionRow,
  type APIMessageTopLevelComponent,
  type APISectionAccessoryComponent,
  ComponentType,
  type Message,
} from 'discord.js';
import { plainLine } from './escape.js';

/** What one of the bot's own messages says, as the core reads it back. */
export interface ReadMessage {
  /** Ids of buttons and menus. */
  readonly codes: readonly string[];
  /** Lines of its text, without markup. */
  readonly lines: readonly string[];
}

type AnyComponent =
  | APIMessageTopLevelComponent
  | APIComponentInContainer
  | APIComponentInMessageActionRow
  | APISectionAccessoryComponent;

/** Reads a message with components. */
export function readMessage({ components }: Pick<Message, 'components'>): ReadMessage {
  const codes: string[] = [];
  const lines: string[] = [];
  const visit = (component: AnyComponent): void => {
    if ('custom_id' in component) codes.push(component.custom_id);
    if ('components' in component) for (const inner of component.components) visit(inner);
    if ('accessory' in component) visit(component.accessory);
    if (component.type === ComponentType.TextDisplay) lines.push(...component.content.split('\n').map(plainLine));
  };
  for (const component of components) visit(component.toJSON());
  return { codes, lines };
}
