import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { buildTree, readIgnore } from '../../deploy/image/build-tree.js';
import { execForm, readDockerfile } from '../../deploy/image/read-dockerfile.js';
import { temporaryFolder } from '../commands/run-program.js';

const ROOT = new URL('../../', import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, ROOT), 'utf8');
const manifest = JSON.parse(read('package.json')) as { version: string; description: string; license: string };
const stages = readDockerfile(read('Dockerfile'));
const last = stages.at(-1);
const textsOf = (keyword: string): string[] =>
  (last?.steps ?? []).flatMap((step) => (step.keyword === keyword ? [step.text] : []));

describe('the image', () => {
  it('is built in stages from one base with a tag, and the last one runs nothing while it is built', () => {
    expect(stages.map(({ name }) => name)).toEqual(['build', 'program', undefined]);
    const [base, ...others] = new Set(stages.map(({ image }) => image));
    expect(base).toMatch(/^node:24-\w+-slim(?:@sha256:[0-9a-f]{64})?$/);
    expect(others).toEqual([]);
    expect(textsOf('RUN')).toEqual([]);
    expect(textsOf('COPY').every((text) => text.startsWith('--from=program '))).toBe(true);
  });

  it('runs no install scripts, and holds no development dependencies', () => {
    const installs = stages.flatMap(({ steps }) => steps).filter(({ text }) => /\bnpm (?:ci|install|i)\b/.test(text));
    expect(installs.map(({ text }) => text)).toEqual(['npm ci --ignore-scripts', 'npm ci --omit=dev --ignore-scripts']);
  });

  it('serves as somebody without rights, as process 1, so that SIGTERM reaches it', () => {
    expect(textsOf('USER')).toEqual(['1000:1000']);
    expect(execForm(textsOf('ENTRYPOINT').join())).toEqual(['node', 'dist/main.js']);
    expect(execForm(textsOf('CMD').join())).toEqual(['serve']);
    expect(textsOf('STOPSIGNAL')).toEqual(['SIGTERM']);
  });

  it('checks its health with node, on the port that it switches on', () => {
    expect(execForm(textsOf('HEALTHCHECK').join())).toEqual(['node', 'health-check.js']);
    expect(textsOf('ENV')).toContain('PLANLOTSE_HEALTH_PORT=8080');
    expect(textsOf('EXPOSE')).toEqual(['8080']);
  });

  it('is labelled as package.json says', () => {
    const labels = new Map(
      textsOf('LABEL').map((text): [string, string] => {
        const [name = '', value = ''] = text.split(/=(.*)/s);
        return [name.replace('org.opencontainers.image.', ''), value];
      }),
    );
    expect([...labels.keys()].sort()).toEqual(['description', 'licenses', 'revision', 'source', 'title', 'version']);
    expect(labels.get('description')).toBe(`"${manifest.description}"`);
    expect(labels.get('licenses')).toBe(`"${manifest.license}"`);
    expect(textsOf('ARG')).toContain(`VERSION=${manifest.version}`);
  });
});

describe('what is sent to the build', () => {
  it('is what the Dockerfile copies, and exists', () => {
    const copied = stages.flatMap(({ steps }) =>
      steps.flatMap(({ keyword, text }) =>
        keyword === 'COPY' && !text.startsWith('--from=') ? text.split(' ').slice(0, -1) : [],
      ),
    );
    const sent = readIgnore(read('.dockerignore'));
    expect([...new Set(copied)].sort()).toEqual([...sent].sort());
    expect(sent.filter((path) => !existsSync(new URL(path, ROOT)))).toEqual([]);
  });

  it('leaves out all else', () => {
    expect(() => readIgnore('node_modules\n!src')).toThrow('the first line must be *');
  });
});

describe('the steps without an engine', () => {
  const build = async (dockerfile: string, ignore = '*\n!a.txt\n') => {
    const context = await temporaryFolder();
    const lines: string[] = [];
    for (const [name, text] of Object.entries({
      Dockerfile: dockerfile,
      '.dockerignore': ignore,
      'a.txt': 'a',
      'b.txt': 'b',
    })) {
      writeFileSync(join(context, name), text);
    }
    const image = buildTree({
      context,
      work: join(context, 'work'),
      args: { VERSION: '7' },
      log: (line) => lines.push(line),
    });
    return { image, lines };
  };

  it('do what the Dockerfile says, in stages', async () => {
    const { image, lines } = await build(`ARG BASE=some:1
FROM \${BASE} AS first
WORKDIR /app
COPY a.txt ./
ENV NAME=world
RUN printf "hello $NAME" > b.txt
FROM \${BASE}
WORKDIR /srv
COPY --from=first /app/b.txt ./c.txt
ARG VERSION=1
LABEL version="\${VERSION}"
USER 1:2
ENTRYPOINT ["node", "x.js"]
`);
    expect(readFileSync(join(image.root, 'srv/c.txt'), 'utf8')).toBe('hello world');
    expect(image).toMatchObject({
      labels: { version: '7' },
      user: '1:2',
      entrypoint: ['node', 'x.js'],
      workdir: '/srv',
    });
    expect(lines[0]).toBe('FROM some:1 AS first');
  });

  it.each([
    ['FROM a\nCOPY b.txt ./\n', 'COPY b.txt: .dockerignore leaves it out.'],
    ['FROM a\nCOPY --from=x a.txt ./\n', 'there is no such stage'],
    ['FROM a\nRUN exit 3\n', 'Command failed'],
    ['FROM a\nADD a.txt ./\n', 'Dockerfile:2: ADD is not known here'],
    ['FROM a\nCMD node x.js\n', 'is not in exec form'],
  ])('fail where those of an engine would: %j', async (dockerfile, message) => {
    await expect(build(dockerfile)).rejects.toThrow(message);
  });
});
