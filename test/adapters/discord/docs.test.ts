import { existsSync, readFileSync } from 'node:fs';
import { PermissionFlagsBits } from 'discord.js';
import { describe, expect, it } from 'vitest';
import { FACET_OPTIONS, SUBCOMMANDS } from '../../../src/adapters/discord/commands.js';

const GUIDE = readFileSync(new URL('../../../docs/discord.md', import.meta.url), 'utf8');

describe('docs/discord.md', () => {
  it('invites with the permissions that it names, and no others', () => {
    const { ViewChannel, SendMessages, SendMessagesInThreads, ReadMessageHistory, AttachFiles } = PermissionFlagsBits;
    const least = ViewChannel | SendMessages | SendMessagesInThreads | ReadMessageHistory | AttachFiles;
    const invited = [...GUIDE.matchAll(/permissions=(\d+)/g)].map(([, bits]) => bits);
    expect(invited).toEqual([String(least), String(least)]);
    for (const name of [
      'View Channels',
      'Send Messages',
      'Send Messages in Threads',
      'Read Message History',
      'Attach Files',
    ]) {
      expect(GUIDE).toContain(name);
    }
  });

  it('names every subcommand and filter', () => {
    for (const name of Object.values(SUBCOMMANDS)) expect(GUIDE).toContain(`/plan ${name}`);
    for (const name of Object.values(FACET_OPTIONS)) expect(GUIDE).toContain(`\`${name}\``);
  });

  it('links only to files that exist', () => {
    const targets = [...GUIDE.matchAll(/\]\((?!https?:)([^)#]+)[^)]*\)/g)].map(([, target]) => target ?? '');
    expect(targets.length).toBeGreaterThan(3);
    const folder = new URL('../../../docs/', import.meta.url);
    expect(targets.filter((target) => !existsSync(new URL(target, folder)))).toEqual([]);
  });
});
