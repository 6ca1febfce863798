import { execFile } from 'node:child_process';
import { access, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, it, onTestFinished } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { COMMENT_MARK } from '../src/commands/render-diff-markdown.js';
import { folderOf } from './commands/run-program.js';
import { broken, fewFiles, PROBE_PATH } from './data-files.js';
import { createRepository } from './temporary-repository.js';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const run = promisify(execFile);

const step = z.looseObject({ uses: z.string().optional(), run: z.string().optional(), name: z.string().optional() });
const job = z.looseObject({
  'timeout-minutes': z.number(),
  permissions: z.record(z.string(), z.string()).optional(),
  steps: z.array(step),
});
const workflow = z.looseObject({
  on: z.record(z.string(), z.unknown()),
  permissions: z.record(z.string(), z.string()),
  concurrency: z.looseObject({ group: z.string() }),
  jobs: z.record(z.string(), job),
});

async function readWorkflow(name: string) {
  const text = await readFile(join(ROOT, '.github/workflows', name), 'utf8');
  return { text, ...workflow.parse(parse(text)) };
}

describe.each(['check.yml', 'data.yml'])('the workflow %s', (name) => {
  it('may no more than it needs, ends in time and runs known actions in a known version', async () => {
    const { text, on, permissions, jobs } = await readWorkflow(name);
    expect(on).not.toHaveProperty('pull_request_target');
    expect(permissions).toEqual({ contents: 'read' });
    for (const { permissions: own, steps } of Object.values(jobs)) {
      const writes = Object.values(own ?? {}).includes('write');
      const isForeign = steps.some(({ uses, run: command }) => command !== undefined || uses?.includes('checkout'));
      expect(writes && isForeign).toBe(false);
      for (const { uses } of steps) {
        if (uses !== undefined) {
          expect(uses).toMatch(
            /^actions\/(?:(?:checkout|setup-node|upload-artifact|download-artifact)@v4|github-script@v7)$/,
          );
        }
      }
    }
    // A title or branch of a pull request must not become part of a command.
    for (const { run: command } of Object.values(jobs).flatMap(({ steps }) => steps))
      expect(command ?? '').not.toContain('${{');
    expect(text.match(/checkout@v4/g)?.length).toBe(text.match(/persist-credentials: false/g)?.length);
  });
});

describe('what the workflows run', () => {
  it('is there', async () => {
    const { jobs } = await readWorkflow('check.yml');
    expect(jobs.tests?.steps.at(-1)?.run).toBe('.ci/run');
    await access(join(ROOT, '.ci/run'));
    const { scripts } = z
      .object({ scripts: z.record(z.string(), z.string()) })
      .parse(JSON.parse(await readFile(join(ROOT, 'package.json'), 'utf8')));
    expect(scripts).toHaveProperty('test');
  });

  it('checks the data and puts the figures of the golden questions into the summary', async () => {
    const golden = '- { question: "Probe", language: de, by: ministry, expect: { first: [probe] } }\n';
    const folder = dirname(await folderOf(new Map([...fewFiles, ['golden/names.yaml', golden]])));
    const { jobs } = await readWorkflow('check.yml');
    const [, , , check, measure] = jobs.data?.steps ?? [];
    const { stdout, summary } = await shell(`${check?.run}\n${measure?.run}`, folder);
    expect(stdout).toMatch(/^::warning file=data\//);
    expect(stdout).toMatch(/\nDie Daten sind in Ordnung\./);
    expect(summary).toMatch(/^### Goldene Fragen\n```\ncategory .*\n[\s\S]*\nall +1 +1 .*\n```\n$/);
  });

  it('compares a pull request with the state before, into the summary and the file for the comment', async () => {
    const { folder, git, commit } = await createRepository();
    const edited = broken(fewFiles, PROBE_PATH, ['status: running', 'status: completed']).files;
    await commit(fewFiles, 'data');
    await git('switch', '--quiet', '--create', 'change');
    await commit(edited, 'data');
    await git('switch', '--quiet', 'main');
    await commit(new Map([['README.md', 'x']]), 'docs');
    await git('merge', '--quiet', '--no-ff', '--no-edit', 'change');
    const { jobs } = await readWorkflow('data.yml');
    const compare = jobs.diff?.steps.find((entry) => entry.name === 'Compare')?.run ?? '';
    const { code, summary } = await shell(compare, folder);
    expect(code).toBe(0);
    expect(summary.startsWith(`${COMMENT_MARK}\n`)).toBe(true);
    expect(summary).toContain('Einträge: 1 geändert');
    expect(await readFile(join(folder, 'diff.md'), 'utf8')).toBe(summary);

    await commit(broken(edited, PROBE_PATH, ['lead: hmais', 'leed: hmais']).files, 'data');
    const faulty = await shell(compare, folder);
    expect(faulty.code).toBe(1);
    expect(faulty.summary).toContain('Meinten Sie „lead“?');
  });

  it('finds the comment again by the line that the program writes', async () => {
    const { text } = await readWorkflow('data.yml');
    expect(text).toContain(`const mark = '${COMMENT_MARK}';`);
  });
});

/** Runs commands as a runner does, with the built program in the place of the one in the folder. */
async function shell(commands: string, cwd: string) {
  const folder = await mkdtemp(join(tmpdir(), 'planlotse-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const file = join(folder, 'summary.md');
  const script = commands.replaceAll('node dist/main.js', `"${process.execPath}" "${join(ROOT, 'dist/main.js')}"`);
  const env = { PATH: process.env.PATH ?? '', GITHUB_STEP_SUMMARY: file, GITHUB_WORKSPACE: cwd };
  const done = await run('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', script], { cwd, env }).then(
    ({ stdout }) => ({ code: 0, stdout }),
    (error: { readonly code: number; readonly stdout: string }) => error,
  );
  return { code: done.code, stdout: done.stdout, summary: await readFile(file, 'utf8') };
}

describe('the form to report a gap', () => {
  const form = z.strictObject({
    name: z.string().min(1),
    description: z.string().min(1).max(200),
    title: z.string(),
    labels: z.array(z.string()),
    body: z.array(
      z.strictObject({
        type: z.enum(['markdown', 'input', 'textarea']),
        id: z
          .string()
          .regex(/^[\w-]+$/)
          .optional(),
        attributes: z.record(z.string(), z.string().min(1)),
        validations: z.strictObject({ required: z.boolean() }).optional(),
      }),
    ),
  });

  it('has the fields that GitHub knows, each with a label in both languages', async () => {
    const { body } = form.parse(parse(await readFile(join(ROOT, '.github/ISSUE_TEMPLATE/luecke.yml'), 'utf8')));
    const fields = body.filter(({ type }) => type !== 'markdown');
    expect(new Set(fields.map(({ id }) => id)).size).toBe(fields.length);
    for (const { attributes } of fields) expect(attributes.label).toMatch(/\? \/ .*\?$/);
  });
});
