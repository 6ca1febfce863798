import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const README = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
const run = promisify(execFile);

describe('README', () => {
  const commands = commandsMarked('sh run');

  it('has commands to try', () => {
    expect(commands.filter((command) => command.includes('planlotse ask')).length).toBeGreaterThanOrEqual(5);
  });

  it.each(commands)('runs: %s', { timeout: 30_000 }, async (command) => {
    const { stdout, stderr } = await shell(command);
    expect(stderr).toBe('');
    if (!command.includes('--json')) {
      expect(stdout.trim()).not.toBe('');
      return;
    }
    const answer = JSON.parse(stdout) as { kind: string; total: number; text: string };
    expect(answer.kind).not.toBe('error');
    expect(answer.total).toBeGreaterThan(0);
    expect(answer.text).toContain('Automatische Auskunft');
  });

  it('shows an answer in the form that the program gives', { timeout: 30_000 }, async () => {
    const [command = '', ...shown] = (/```\n\$ (.+?)```/s.exec(README)?.[1] ?? '').trim().split('\n');
    const { stdout } = await shell(command);
    const [first = ''] = stdout.split('\n');
    expect(shape(first)).toBe(shape(shown[0] ?? ''));
    for (const label of ['Nach Stand:', 'Herkunft:', 'Quelle:', 'Datenstand']) {
      expect(shown.join('\n')).toContain(label);
      expect(stdout).toContain(label);
    }
  });

  it('links only to files that exist', () => {
    const targets = [...README.matchAll(/\]\((?!https?:)([^)#]+)[^)]*\)/g)].map((match) => match[1] ?? '');
    expect(targets.length).toBeGreaterThan(5);
    expect(targets.filter((target) => !existsSync(new URL(`../${target}`, import.meta.url)))).toEqual([]);
  });
});

/** The lines of code blocks whose info string is the given one. */
function commandsMarked(info: string): string[] {
  const blocks = [...README.matchAll(/^```(.*)\n([\s\S]*?)^```$/gm)].filter((match) => match[1] === info);
  return blocks.flatMap((match) => (match[2] ?? '').trim().split('\n'));
}

/** Runs a command as a reader would, but with the built program in place of `npx` and npm's own output. */
async function shell(command: string): Promise<{ stdout: string; stderr: string }> {
  const program = `"${process.execPath}" dist/main.js`;
  const direct = command.replaceAll('npx planlotse', program).replace('npm run check', `${program} check`);
  return run('sh', ['-c', direct], { cwd: ROOT, env: { PATH: process.env.PATH ?? '' } });
}

/** Numbers change with the data. */
function shape(line: string): string {
  return line.replace(/\d+/g, '#');
}
