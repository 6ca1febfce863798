import type { App } from '@slack/bolt';
import type { SlackBot } from '../slack-bot.js';
import { listenToActions } from './listen-to-actions.js';
import { listenToCommands } from './listen-to-commands.js';
import { listenToHome } from './listen-to-home.js';
import { listenToMentions } from './listen-to-mentions.js';
import { listenToMessages } from './listen-to-messages.js';
import { listenToOptions } from './listen-to-options.js';
import { listenToShortcuts } from './listen-to-shortcuts.js';
import { listenToViews } from './listen-to-views.js';

/** What listeners need of Bolt's app. */
export type Registry = Pick<App, 'action' | 'command' | 'event' | 'options' | 'shortcut' | 'view'>;

/** Everything that Slack can tell the bot. */
export function registerListeners(app: Registry, bot: SlackBot): void {
  listenToCommands(app, bot);
  listenToMentions(app, bot);
  listenToMessages(app, bot);
  listenToActions(app, bot);
  listenToOptions(app, bot);
  listenToShortcuts(app, bot);
  listenToViews(app, bot);
  listenToHome(app, bot);
}
