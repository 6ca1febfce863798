import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { z } from 'zod';
import { execForm, readDockerfile } from '../../deploy/image/read-dockerfile.js';

const DEPLOY = new URL('../../deploy/', import.meta.url);
const read = (name: string): string => readFileSync(new URL(name, DEPLOY), 'utf8');
const image = readDockerfile(read('../Dockerfile')).at(-1)?.steps ?? [];
const textsOf = (keyword: string): string[] => image.flatMap((step) => (step.keyword === keyword ? [step.text] : []));
const { version } = z.object({ version: z.string() }).parse(JSON.parse(read('../package.json')));

/** The documents of a file, its optional parts (marked `#+ `) switched on or left out. */
function documents(name: string, optional: 'on' | 'off'): unknown[] {
  const text = optional === 'on' ? read(name).replace(/^(\s*)#\+ /gm, '$1') : read(name);
  return parseAllDocuments(text, { uniqueKeys: true }).map((document) => {
    expect([...document.errors, ...document.warnings]).toEqual([]);
    return document.toJS() as unknown;
  });
}

const deployment = z.object({
  kind: z.literal('Deployment'),
  spec: z.object({
    replicas: z.literal(1),
    selector: z.object({ matchLabels: z.record(z.string(), z.string()) }),
    template: z.object({
      metadata: z.object({ labels: z.record(z.string(), z.string()) }),
      spec: z.object({
        terminationGracePeriodSeconds: z.number().min(15),
        securityContext: z.object({ runAsNonRoot: z.literal(true), runAsUser: z.number(), runAsGroup: z.number() }),
        containers: z.tuple([
          z.object({
            image: z.string(),
            envFrom: z.tuple([
              z.object({ configMapRef: z.object({ name: z.string() }) }),
              z.object({ secretRef: z.object({ name: z.string() }) }),
            ]),
            ports: z.array(z.object({ name: z.string(), containerPort: z.number() })),
            startupProbe: z.object({ httpGet: z.object({ path: z.literal('/healthz'), port: z.string() }) }),
            livenessProbe: z.object({ httpGet: z.object({ path: z.literal('/healthz'), port: z.string() }) }),
            readinessProbe: z.object({ httpGet: z.object({ path: z.literal('/readyz'), port: z.string() }) }),
            resources: z.object({
              requests: z.object({ memory: z.string() }),
              limits: z.object({ memory: z.string() }),
            }),
            securityContext: z.object({
              allowPrivilegeEscalation: z.literal(false),
              readOnlyRootFilesystem: z.literal(true),
              capabilities: z.object({ drop: z.tuple([z.literal('ALL')]) }),
            }),
            volumeMounts: z.array(z.object({ name: z.string(), mountPath: z.string() })).optional(),
          }),
        ]),
        volumes: z.array(z.object({ name: z.string() })).optional(),
      }),
    }),
  }),
});

describe('deploy/kubernetes.yaml', () => {
  it.each(['on', 'off'] as const)('is one whole with its optional parts %s', (optional) => {
    const [settings, made, policy, ...others] = documents('kubernetes.yaml', optional);
    expect(others).toEqual([]);
    const { spec } = deployment.parse(made);
    const pod = spec.template.spec;
    const [container] = pod.containers;
    const config = z
      .object({
        kind: z.literal('ConfigMap'),
        metadata: z.object({ name: z.string() }),
        data: z.record(z.string(), z.string()),
      })
      .parse(settings);
    expect(spec.template.metadata.labels).toMatchObject(spec.selector.matchLabels);
    expect(container.envFrom[0].configMapRef.name).toBe(config.metadata.name);
    expect(container.image).toBe(`planlotse:${version}`);
    expect(`${pod.securityContext.runAsUser}:${pod.securityContext.runAsGroup}`).toBe(textsOf('USER').join());
    expect(container.ports).toContainEqual({ name: 'health', containerPort: Number(textsOf('EXPOSE').join()) });
    for (const probe of [container.startupProbe, container.livenessProbe, container.readinessProbe]) {
      expect(probe.httpGet.port).toBe('health');
    }
    expect(container.volumeMounts?.map(({ name }) => name)).toEqual(pod.volumes?.map(({ name }) => name));
    expect(container.volumeMounts?.[0]?.mountPath).toBe(config.data.PLANLOTSE_DATA);
    expect(policy).toMatchObject({ kind: 'NetworkPolicy', spec: { podSelector: spec.selector } });
    expect(Object.keys(config.data).filter((name) => !read('../.env.example').includes(`${name}=`))).toEqual([]);
  });
});

describe('deploy/compose.yaml', () => {
  it.each(['on', 'off'] as const)('runs the image without rights, with its optional parts %s', (optional) => {
    const [made] = documents('compose.yaml', optional);
    const { services } = z
      .object({
        services: z.object({
          planlotse: z.object({
            build: z.object({ context: z.string() }),
            volumes: z.array(z.string()),
            read_only: z.literal(true),
            cap_drop: z.tuple([z.literal('ALL')]),
            security_opt: z.tuple([z.literal('no-new-privileges:true')]),
          }),
        }),
      })
      .parse(made);
    expect(existsSync(new URL(`${services.planlotse.build.context}/Dockerfile`, DEPLOY))).toBe(true);
    expect(services.planlotse.volumes).toEqual(['../data:/app/data:ro']);
  });
});

describe('deploy/planlotse.service', () => {
  const lines = read('planlotse.service')
    .split('\n')
    .filter((line) => !line.startsWith('#') && line !== '');
  const valuesOf = (key: string): string[] =>
    lines.flatMap((line) => (line.startsWith(`${key}=`) ? [line.slice(key.length + 1)] : []));

  it('starts what the image starts, and stops it as the image does', () => {
    const [node = '', ...words] = [...execForm(textsOf('ENTRYPOINT').join()), ...execForm(textsOf('CMD').join())];
    expect(valuesOf('ExecStart')).toEqual([`/usr/bin/${node} ${words.join(' ')}`]);
    expect(valuesOf('KillSignal')).toEqual(textsOf('STOPSIGNAL'));
    expect(valuesOf('RestartPreventExitStatus')).toEqual(['2 78']);
  });

  it('has nothing but sections and settings', () => {
    expect(lines.filter((line) => !/^(?:\[(?:Unit|Service|Install)\]|[A-Z]\w+=.*)$/.test(line))).toEqual([]);
  });
});

describe('the guides', () => {
  it.each(['deploy/README.md', 'docs/dependencies.md', 'SECURITY.md'])('%s links only to files that exist', (guide) => {
    const place = new URL(`../../${guide}`, import.meta.url);
    const targets = [...readFileSync(place, 'utf8').matchAll(/\]\((?!https?:)([^)#]+)[^)]*\)/g)].map(
      ([, to]) => to ?? '',
    );
    expect(targets.length).toBeGreaterThan(2);
    expect(targets.filter((target) => !existsSync(new URL(target, place)))).toEqual([]);
  });
});
