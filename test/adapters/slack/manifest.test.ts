import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { createAnsweredMemory } from '../../../src/adapters/slack/answered-memory.js';
import { registerListeners } from '../../../src/adapters/slack/listeners/register-listeners.js';
import { SCOPES } from '../../../src/adapters/slack/scopes.js';
import { createSlackBot } from '../../../src/adapters/slack/slack-bot.js';
import { fixturePlanlotse } from '../fixture-catalog.js';
import { createRecorder } from './stand-in/recorder.js';
import { contextOf } from './stand-in/running-bot.js';

const read = (path: string): string => readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8');
const manifest = parse(read('manifest.yaml'));
const guide = read('docs/slack.md');

/** What the listeners ask Bolt for. */
function registered(): Readonly<Record<string, unknown[]>> {
  const asked: Record<string, unknown[]> = { action: [], command: [], event: [], options: [], shortcut: [], view: [] };
  const app = new Proxy({}, { get: (_, kind: string) => (what: unknown) => asked[kind]?.push(what) });
  const context = contextOf(createRecorder(), createRecorder(), fixturePlanlotse, new AbortController().signal);
  // Only the six functions of Bolt's app that the listeners call are there.
  registerListeners(app as never, createSlackBot(context, { userId: 'U', botId: 'B' }, createAnsweredMemory()));
  return asked;
}

describe('manifest.yaml', () => {
  const { features, oauth_config: oauth, settings } = manifest;
  const asked = registered();

  it('asks for the scopes that the program needs, and the guide says why', () => {
    expect([...oauth.scopes.bot].sort()).toEqual(Object.keys(SCOPES).sort());
    expect(oauth.scopes).not.toHaveProperty('user');
    for (const scope of Object.keys(SCOPES)) expect(guide).toContain(`\`${scope}\``);
  });

  it('subscribes to the events that are listened to', () => {
    const events = settings.event_subscriptions.bot_events.map((name: string) =>
      name.replace(/^message\..*/, 'message'),
    );
    expect([...new Set(events)].sort()).toEqual([...(asked.event ?? [])].sort());
    expect(settings.event_subscriptions.bot_events).toContain('message.im');
  });

  it('has the command and the shortcuts that are answered', () => {
    expect(features.slash_commands.map(({ command }: { command: string }) => command)).toEqual(asked.command);
    const shortcuts = features.shortcuts.map(({ callback_id, type }: { callback_id: string; type: string }) => ({
      callback_id,
      type: type === 'message' ? 'message_action' : 'shortcut',
    }));
    expect(shortcuts).toEqual(expect.arrayContaining(asked.shortcut ?? []));
    expect(shortcuts).toHaveLength(asked.shortcut?.length ?? 0);
  });

  it('switches on what they need, and keeps to the lengths that Slack takes', () => {
    expect(settings).toMatchObject({ interactivity: { is_enabled: true }, socket_mode_enabled: true });
    expect(features.app_home).toMatchObject({
      home_tab_enabled: true,
      messages_tab_enabled: true,
      messages_tab_read_only_enabled: false,
    });
    const { name, description, long_description: long } = manifest.display_information;
    expect(name.length).toBeLessThanOrEqual(35);
    expect(description.length).toBeLessThanOrEqual(140);
    expect(long.length).toBeGreaterThanOrEqual(174);
    expect(long.length).toBeLessThanOrEqual(4000);
    for (const shortcut of features.shortcuts) {
      expect(shortcut.name.length).toBeLessThanOrEqual(24);
      expect(shortcut.description.length).toBeLessThanOrEqual(150);
    }
  });
});
