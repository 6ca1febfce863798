import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { type DiscordServer, IDS, startDiscordServer, TOKEN } from './discord-server.js';
import { createUser, textOf } from './discord-user.js';

const PROGRAM = new URL('../../../dist/main.js', import.meta.url).pathname;

let server: DiscordServer;
let env: Readonly<Record<string, string>>;

beforeAll(async () => {
  server = await startDiscordServer();
  env = { PATH: process.env.PATH ?? '', DISCORD_TOKEN: TOKEN, DISCORD_API_URL: server.apiUrl };
});

afterAll(() => server.stop());

function start(argv: readonly string[], more: Readonly<Record<string, string>> = {}): ChildProcessWithoutNullStreams {
  const program = spawn(process.execPath, [PROGRAM, ...argv], { env: { ...env, ...more } });
  onTestFinished(() => void program.kill('SIGKILL'));
  return program;
}

async function run(argv: readonly string[], more: Readonly<Record<string, string>> = {}) {
  const program = start(argv, more);
  const closed = once(program, 'close');
  const [stdout, stderr] = await Promise.all([text(program.stdout), text(program.stderr)]);
  const [code]: unknown[] = await closed;
  return { code, stdout, stderr };
}

describe('planlotse serve', () => {
  it('answers in Discord until SIGTERM, finishes what is in flight, and ends with 0', async () => {
    const program = start(['serve', '--today', '2026-01-15'], { DISCORD_PUBLIC_GUILDS: IDS.publicGuild });
    const closed = once(program, 'close');
    const lines = createInterface(program.stdout);
    const log: string[] = [];
    for await (const line of lines) {
      log.push(line);
      if (JSON.parse(line).msg === 'ready') break;
    }
    const asker = createUser(server);
    const { message, data } = await asker.command('frage', { text: 'Maßnahmen gegen Diskriminierung' });
    expect(textOf(message)).toContain('Maßnahmen zu „Diskriminierung“');
    expect((data.flags ?? 0) & 64).toBe(64);
    expect(textOf((await asker.click(message, 'Weitere')).message)).toContain('Seite 2');
    expect(textOf(await asker.say(`<@${IDS.bot}> Was ist InteA?`))).toContain('InteA');
    const open = { guild: IDS.publicGuild, channel: IDS.publicChannel };
    expect(((await asker.command('frage', { text: 'InteA' }, open)).data.flags ?? 0) & 64).toBe(0);
    program.kill('SIGTERM');
    expect(await closed).toEqual([0, null]);
    expect(server.gateway.connected()).toBe(0);
    expect(server.faults).toEqual([]);
  });

  it('ends with 69 and the mend where the token is refused', async () => {
    const { code, stdout } = await run(['serve'], { DISCORD_TOKEN: `${TOKEN}x` });
    expect(code).toBe(69);
    expect(stdout).toContain('DISCORD_TOKEN_REFUSED');
    expect(stdout).not.toContain(TOKEN);
  });
});

describe('planlotse discord deploy', () => {
  it('shows what is new, registers it, and the second time has nothing to do', async () => {
    const dry = await run(['discord', 'deploy', '--dry-run']);
    expect(dry).toEqual({
      code: 0,
      stdout: '+ /plan\n+ Im Plan nachschlagen\nCommands for all servers and users: 2 difference(s), nothing sent\n',
      stderr: '',
    });
    expect(server.seen.filter(({ method }) => method === 'PUT')).toEqual([]);
    expect((await run(['discord', 'deploy'])).stdout).toContain('2 difference(s), registered');
    const again = await run(['discord', 'deploy']);
    expect(again.stdout).toBe('Commands for all servers and users: up to date, nothing to do\n');
    expect(server.seen.filter(({ method }) => method === 'PUT')).toHaveLength(1);
    const renamed = await run(['discord', 'deploy'], { PLANLOTSE_COMMAND: 'lotse' });
    expect(renamed.stdout).toContain('- /plan\n');
    expect(renamed.stdout).toContain('+ /lotse\n');
    expect(server.faults).toEqual([]);
  });

  it('registers for one server', async () => {
    const { stdout } = await run(['discord', 'deploy', '--guild', IDS.guild]);
    expect(stdout).toContain(`Commands for server ${IDS.guild}: 2 difference(s), registered`);
    expect((await run(['discord', 'deploy', '--guild', IDS.guild])).stdout).toContain('nothing to do');
    expect(server.faults).toEqual([]);
  });

  it('says what is wrong: token, network, server, variables, options', async () => {
    const cases = [
      [[], { DISCORD_TOKEN: `${TOKEN}x` }, 69, 'DISCORD_TOKEN_REFUSED'],
      [[], { DISCORD_API_URL: 'http://127.0.0.1:1/api' }, 69, 'DISCORD_UNREACHABLE'],
      [[], { DISCORD_TOKEN: '', SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1' }, 2, 'DISCORD_TOKEN is missing'],
      [['--guild', 'x'], {}, 2, '17 to 20 digits'],
    ] as const;
    for (const [argv, variables, expected, message] of cases) {
      const { code, stderr } = await run(['discord', 'deploy', ...argv], variables);
      expect(stderr).toContain(message);
      expect(code).toBe(expected);
    }
    server.fail(/^GET .*\/guilds\/\d+\/commands$/, { status: 403, body: { code: 50_001, message: 'Missing Access' } });
    const { code, stderr } = await run(['discord', 'deploy', '--guild', IDS.strangeGuild]);
    expect({ code, stderr }).toEqual({ code: 69, stderr: expect.stringMatching(/^DISCORD_REFUSED: .*50001/) });
  });
});
