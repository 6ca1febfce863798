import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { serveEnvironment } from '../../src/commands/environment.js';
import { readServeSettings, readWatchSettings, SettingsError } from '../../src/commands/serve-settings.js';

const SLACK = { SLACK_BOT_TOKEN: 'xoxb-1-a', SLACK_APP_TOKEN: 'xapp-1-b' };
const SECRET = '0123456789abcdef0123456789abcdef';
const DISCORD = 'MTIzNDU2Nzg5MDEyMzQ1Njc4.Secret.abcdefghijklmnopqrstuvwxyz0';

function faults(env: Readonly<Record<string, string>>): readonly string[] {
  try {
    readServeSettings(env);
  } catch (error) {
    if (error instanceof SettingsError) return error.faults;
    throw error;
  }
  return [];
}

describe('the environment of serve', () => {
  it('gives each platform with a token its settings', () => {
    expect(readServeSettings(SLACK)).toEqual({
      logLevel: 'info',
      command: 'plan',
      watch: { mode: 'events', interval: 1000 },
      limits: { perUser: 20, perServer: 120 },
      grace: 10_000,
      secrets: ['xoxb-1-a', 'xapp-1-b'],
      slack: { botToken: 'xoxb-1-a', mode: 'socket', appToken: 'xapp-1-b' },
    });
    expect(
      readServeSettings({
        SLACK_BOT_TOKEN: ' xoxb-1-a ',
        SLACK_SIGNING_SECRET: SECRET,
        SLACK_MODE: 'http',
        SLACK_PORT: '8080',
        SLACK_API_URL: 'http://127.0.0.1:1/api/',
        DISCORD_TOKEN: DISCORD,
        DISCORD_APPLICATION_ID: '',
        DISCORD_PUBLIC_GUILDS: '12345678901234567, 12345678901234568',
        PLANLOTSE_REPORT_URL: 'mailto:info@example.org',
        PLANLOTSE_WATCH: 'poll',
        PLANLOTSE_WATCH_INTERVAL: '5000',
        LOG_LEVEL: 'debug',
        PLANLOTSE_HEALTH_PORT: '9090',
        PLANLOTSE_HEALTH_HOST: '0.0.0.0',
        PLANLOTSE_LIMIT_USER: '0',
        PLANLOTSE_LIMIT_SERVER: '500',
        PLANLOTSE_GRACE: '25',
      }),
    ).toEqual({
      logLevel: 'debug',
      command: 'plan',
      reportUrl: 'mailto:info@example.org',
      watch: { mode: 'poll', interval: 5000 },
      health: { host: '0.0.0.0', port: 9090 },
      limits: { perUser: 0, perServer: 500 },
      grace: 25_000,
      secrets: ['xoxb-1-a', SECRET, DISCORD],
      slack: {
        botToken: 'xoxb-1-a',
        mode: 'http',
        signingSecret: SECRET,
        port: 8080,
        apiUrl: 'http://127.0.0.1:1/api/',
      },
      discord: { token: DISCORD, publicGuilds: ['12345678901234567', '12345678901234568'] },
    });
  });

  it('counts unknown words only where a folder is given, for 90 days from five questions on', () => {
    expect(readServeSettings({ ...SLACK, PLANLOTSE_MISSES_DAYS: '30' }).misses).toBeUndefined();
    expect(readServeSettings({ ...SLACK, PLANLOTSE_MISSES: './counts' }).misses).toEqual({
      folder: './counts',
      days: 90,
      threshold: 5,
    });
    const own = { PLANLOTSE_MISSES: '/var/lib/x', PLANLOTSE_MISSES_DAYS: '1', PLANLOTSE_MISSES_THRESHOLD: '3' };
    expect(readServeSettings({ ...SLACK, ...own }).misses).toEqual({ folder: '/var/lib/x', days: 1, threshold: 3 });
  });

  it('takes an address for reports as a browser would write it', () => {
    const read = (address: string) => readServeSettings({ ...SLACK, PLANLOTSE_REPORT_URL: address }).reportUrl;
    expect(read('https://example.org/Lücke melden')).toBe('https://example.org/L%C3%BCcke%20melden');
    expect(read('mailto:info@example.org?subject=Lücke')).toBe('mailto:info@example.org?subject=L%C3%BCcke');
  });

  it('lists all faults at once, and never a value', () => {
    const found = faults({
      SLACK_BOT_TOKEN: 'xapp-hidden',
      SLACK_APP_TOKEN: 'xoxb-hidden',
      SLACK_PORT: '99999',
      DISCORD_TOKEN: '123456789012345678',
      LOG_LEVEL: 'hidden',
      PLANLOTSE_COMMAND: '/plan',
    });
    expect(found).toHaveLength(6);
    expect(found.join()).not.toContain('hidden');
    expect(found.find((line) => line.startsWith('SLACK_BOT_TOKEN '))).toContain('belongs into SLACK_APP_TOKEN');
    expect(found.find((line) => line.startsWith('SLACK_APP_TOKEN '))).toContain('belongs into SLACK_BOT_TOKEN');
    expect(found.find((line) => line.startsWith('DISCORD_TOKEN '))).toContain('only digits');
  });

  it.each([
    [{ SLACK_BOT_TOKEN: 'xoxb-1' }, 'SLACK_APP_TOKEN is missing'],
    [{ SLACK_BOT_TOKEN: 'xoxb-1', SLACK_MODE: 'http' }, 'SLACK_SIGNING_SECRET is missing'],
    [{ SLACK_APP_TOKEN: 'xapp-1' }, 'SLACK_BOT_TOKEN is missing'],
    [{ ...SLACK, SLACK_MODE: 'tcp' }, 'must be socket or http'],
    [{ ...SLACK, SLACK_API_URL: 'slack.com' }, 'https://'],
    [{ ...SLACK, DISCORD_TOKEN: 'xoxb-1' }, 'token of Slack'],
    [{ DISCORD_TOKEN: `Bot ${DISCORD}` }, 'without "Bot"'],
    [{ DISCORD_TOKEN: DISCORD, DISCORD_PUBLIC_GUILDS: 'mine' }, 'ids of servers'],
    [{ DISCORD_TOKEN: DISCORD, PLANLOTSE_REPORT_URL: 'javascript:x' }, 'mailto:'],
    [{ ...SLACK, PLANLOTSE_WATCH: 'inotify' }, 'PLANLOTSE_WATCH must be events, poll or off'],
    [{ ...SLACK, PLANLOTSE_WATCH_INTERVAL: '5s' }, 'PLANLOTSE_WATCH_INTERVAL must be a whole number of milliseconds'],
    [{ DISCORD_TOKEN: DISCORD, PLANLOTSE_REPORT_URL: 'example.org/report' }, 'begins with https://'],
    [{ DISCORD_TOKEN: DISCORD, PLANLOTSE_REPORT_URL: 'https://' }, 'begins with https://'],
    [{ DISCORD_TOKEN: DISCORD, PLANLOTSE_REPORT_URL: 'https://me:hidden@example.org' }, 'user name or a password'],
    [{ DISCORD_TOKEN: DISCORD, PLANLOTSE_REPORT_URL: 'mailto:?subject=x' }, 'must name one mailbox'],
    [{ DISCORD_TOKEN: DISCORD, PLANLOTSE_REPORT_URL: 'mailto:a@b.org,c@d.org' }, 'must name one mailbox'],
    [{ DISCORD_TOKEN: DISCORD, PLANLOTSE_REPORT_URL: `https://example.org/${'ü'.repeat(100)}` }, '512 characters'],
    [{ DISCORD_TOKEN: DISCORD, PLANLOTSE_MISSES: 'true' }, 'PLANLOTSE_MISSES must be a folder'],
    [{ DISCORD_TOKEN: DISCORD, PLANLOTSE_MISSES_DAYS: '366' }, 'from 1 to 365'],
    [{ DISCORD_TOKEN: DISCORD, PLANLOTSE_MISSES_THRESHOLD: '2.5' }, 'from 3 to 1000'],
    [{ ...SLACK, PLANLOTSE_HEALTH_PORT: 'none' }, 'PLANLOTSE_HEALTH_PORT must be a port'],
    [{ ...SLACK, PLANLOTSE_HEALTH_HOST: 'http://x' }, 'such as 127.0.0.1'],
    [{ ...SLACK, PLANLOTSE_LIMIT_USER: '-1' }, 'from 0 to 100000'],
    [{ ...SLACK, PLANLOTSE_LIMIT_SERVER: 'many' }, 'whole number'],
    [{ ...SLACK, PLANLOTSE_GRACE: '0' }, 'from 1 to 600'],
    [{}, 'No platform is configured'],
  ])('says what to do about %o', (env, part) => {
    expect(faults(env).join('\n')).toContain(part);
  });
});

it('chat reads how the data is watched without any platform, and says what is wrong with it', () => {
  expect(readWatchSettings({ PLANLOTSE_WATCH: ' off ' })).toEqual({ mode: 'off', interval: 1000 });
  expect(() => readWatchSettings({ PLANLOTSE_WATCH: 'no', PLANLOTSE_WATCH_INTERVAL: '1' })).toThrow(
    expect.objectContaining({
      faults: [
        'PLANLOTSE_WATCH must be events, poll or off',
        'PLANLOTSE_WATCH_INTERVAL must be a whole number of milliseconds from 100 to 3600000',
      ],
    }),
  );
});

it('.env.example lists every variable, each with a comment', async () => {
  const text = await readFile(new URL('../../.env.example', import.meta.url), 'utf8');
  const listed = [...text.matchAll(/^(#.*)\n#?([A-Z][A-Z_]+)=/gm)].map((match) => match[2]);
  const known = ['PLANLOTSE_DATA', 'NO_COLOR', ...Object.keys(serveEnvironment.shape)];
  expect([...listed].sort()).toEqual([...known].sort());
});
