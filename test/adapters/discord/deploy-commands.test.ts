import type { RESTOptions, ResponseLike } from 'discord.js';
import { describe, expect, it } from 'vitest';
import { createCommands } from '../../../src/adapters/discord/commands.js';
import { prepareDeployment } from '../../../src/adapters/discord/deploy-commands.js';
import { diffCommands } from '../../../src/adapters/discord/diff-commands.js';
import { realPlanlotse } from '../../core/real-planlotse.js';
import { TOKEN } from './discord-server.js';
import { commandFaults } from './outgoing.js';

const { catalog } = realPlanlotse();
const commands = createCommands(catalog, 'plan');

/** Discord as `REST` sees it: answers each "METHOD path", and remembers what was asked. */
function fakeDiscord(answers: Readonly<Record<string, { readonly status?: number; readonly body: unknown }>>) {
  const asked: { readonly request: string; readonly body: unknown }[] = [];
  const makeRequest: RESTOptions['makeRequest'] = async (url, init) => {
    const request = `${init.method} ${new URL(url).pathname.replace('/api/v10', '')}`;
    asked.push({
      request,
      body: init.body === undefined || init.body === null ? undefined : JSON.parse(String(init.body)),
    });
    const { status = 200, body } = answers[request] ?? { status: 404, body: { code: 0, message: 'not there' } };
    return new Response(JSON.stringify(body), {
      status,
      headers: { 'content-type': 'application/json' },
    }) as unknown as ResponseLike;
  };
  return { asked, rest: { makeRequest } };
}

const options = { token: TOKEN, command: 'plan' };
const ROUTE = '/applications/1/commands';

describe('the commands', () => {
  it('are what Discord takes, in German with English beside', () => {
    expect(commandFaults(JSON.parse(JSON.stringify(commands)))).toEqual([]);
    const [plan, lookup] = commands;
    expect(plan).toMatchObject({ name: 'plan', integration_types: [0, 1], contexts: [0, 1, 2] });
    expect(JSON.stringify(plan)).not.toContain('name_localizations');
    expect(lookup).toMatchObject({
      name: 'Im Plan nachschlagen',
      name_localizations: { 'en-US': 'Look up in the plan' },
    });
    expect(plan).toMatchObject({
      options: ['frage', 'liste', 'massnahme', 'hilfe', 'datenschutz'].map((name) => ({ name, type: 1 })),
    });
  });
});

describe('deploying', () => {
  it('finds out the application, shows what is new, and sends it once it is told to', async () => {
    const { asked, rest } = fakeDiscord({
      'GET /applications/@me': { body: { id: '1' } },
      [`GET ${ROUTE}`]: { body: [] },
      [`PUT ${ROUTE}`]: { body: [] },
    });
    const { diff, deploy } = await prepareDeployment(catalog, options, rest);
    expect(diff).toEqual(['+ /plan', '+ Im Plan nachschlagen']);
    expect(asked.map(({ request }) => request)).toEqual(['GET /applications/@me', `GET ${ROUTE}`]);
    await deploy();
    expect(asked.at(-1)).toEqual({ request: `PUT ${ROUTE}`, body: JSON.parse(JSON.stringify(commands)) });
  });

  it('for one server leaves out what is for all only', async () => {
    const route = '/applications/1/guilds/2/commands';
    const { asked, rest } = fakeDiscord({ [`GET ${route}`]: { body: [] }, [`PUT ${route}`]: { body: [] } });
    const { deploy } = await prepareDeployment(catalog, { ...options, applicationId: '1', guildId: '2' }, rest);
    await deploy();
    expect(JSON.stringify(asked.at(-1)?.body)).not.toMatch(/contexts|integration_types/);
    expect(commandFaults(asked.at(-1)?.body)).toEqual([]);
  });

  it('refuses a wrong token with the mend, and passes on what else Discord says', async () => {
    const refused = fakeDiscord({ [`GET ${ROUTE}`]: { status: 401, body: { code: 0, message: '401: Unauthorized' } } });
    await expect(prepareDeployment(catalog, { ...options, applicationId: '1' }, refused.rest)).rejects.toMatchObject({
      code: 'DISCORD_TOKEN_REFUSED',
    });
    const missing = fakeDiscord({
      [`GET ${ROUTE}`]: { status: 403, body: { code: 50_001, message: 'Missing Access' } },
    });
    await expect(prepareDeployment(catalog, { ...options, applicationId: '1' }, missing.rest)).rejects.toMatchObject({
      status: 403,
      code: 50_001,
    });
  });
});

describe('the difference', () => {
  /** As Discord gives commands back, with all that it adds. */
  const found = (change: (text: string) => string = (text) => text): unknown[] =>
    JSON.parse(change(JSON.stringify(commands))).map((command: object) => ({
      id: '9',
      application_id: '1',
      version: '8',
      default_member_permissions: null,
      nsfw: false,
      dm_permission: true,
      name_localizations: null,
      ...command,
    }));

  it('is none where only Discord’s own fields and defaults differ', () => {
    expect(diffCommands(found(), commands, 'global')).toEqual([]);
    const noDefaults = (text: string): string => text.replaceAll(',"required":false', '');
    expect(diffCommands(found(noDefaults), commands, 'global')).toEqual([]);
    expect(
      diffCommands(
        found((text) => text.replace('[0,1,2]', '[2,0,1]')),
        commands,
        'global',
      ),
    ).toEqual([]);
  });

  it('names what changed, what is gone and what is new', () => {
    const diff = (change: (text: string) => string) => diffCommands(found(change), commands, 'global');
    expect(diff((text) => text.replace('"hilfe"', '"help"'))).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^~ \/plan: - options\.help\./),
        expect.stringMatching(/^~ \/plan: \+ options\.hilfe\./),
      ]),
    );
    expect(diff((text) => text.replace('Was mit Ihrer Frage geschieht', 'Alt'))).toEqual([
      '~ /plan: options.datenschutz.description: "Alt" → "Was mit Ihrer Frage geschieht"',
    ]);
    expect(diff((text) => text.replaceAll('Im Plan nachschlagen', 'Suchen'))).toEqual([
      '- Suchen',
      '+ Im Plan nachschlagen',
    ]);
  });
});
