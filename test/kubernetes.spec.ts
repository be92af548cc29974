import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import {
  documentsOf,
  type Manifest,
  podManifests,
  podOf,
  readKustomization,
  readManifests,
  readProject,
} from './manifests.ts';
import { projectRoot } from './workspace-copy.ts';
import { kubernetesValidate, kustomizeBuild } from './kubernetes-tools.ts';

const base = readManifests('k8s/base');
const pods = podManifests().map((manifest) => ({ name: manifest.metadata.name, manifest }));
const deployments = pods.filter(({ manifest }) => manifest.kind === 'Deployment');
const cronJobs = pods.filter(({ manifest }) => manifest.kind === 'CronJob');

/** Longest ordered stop of a service, seconds. */
const STOP_SECONDS_MAX = 20;

const ofKind = (kind: string) => base.filter((manifest) => manifest.kind === kind);

describe('every pod', () => {
  it.each(pods)('$name runs with the least rights', ({ manifest }) => {
    const pod = podOf(manifest);
    expect(pod.automountServiceAccountToken).toBe(false);
    expect(pod.enableServiceLinks).toBe(false);
    expect(pod.securityContext).toEqual({
      runAsNonRoot: true,
      runAsUser: 1000,
      runAsGroup: 1000,
      seccompProfile: { type: 'RuntimeDefault' },
    });
    expect(pod.containers[0].securityContext).toEqual({
      allowPrivilegeEscalation: false,
      readOnlyRootFilesystem: true,
      capabilities: { drop: ['ALL'] },
    });
    const accounts = ofKind('ServiceAccount').map(({ metadata }) => metadata.name);
    expect(accounts).toContain(pod.serviceAccountName);
  });

  it.each(pods)('$name takes secrets from files that its volumes hold', ({ manifest }) => {
    const pod = podOf(manifest);
    const [container] = pod.containers;
    const secrets = (pod.volumes ?? []).map((volume) => volume.secret?.secretName);
    const documented = readProject('docs/deploy.md');
    for (const secret of secrets) expect(documented).toContain(`\`${secret}\``);
    const files = (container.env ?? []).filter(({ name }) => name.endsWith('_FILE'));
    const mounts = (container as unknown as { volumeMounts?: { mountPath: string }[] })
      .volumeMounts;
    for (const { value } of files) {
      expect((mounts ?? []).some(({ mountPath }) => value.startsWith(`${mountPath}/`))).toBe(true);
    }
    const inline = (container.env ?? []).filter(({ name }) => /PASSWORD|_KEYS?$|SHA256/.test(name));
    expect(inline.every(({ name }) => name.endsWith('_FILE'))).toBe(true);
  });
});

describe('every service', () => {
  it.each(deployments)('$name is probed on its ops port', ({ manifest }) => {
    const [container] = podOf(manifest).containers;
    const env = Object.fromEntries((container.env ?? []).map((one) => [one.name, one.value]));
    expect(container.ports).toEqual([
      { name: 'http', containerPort: Number(env['WARTA_HTTP_PORT']) },
      { name: 'ops', containerPort: Number(env['WARTA_OPS_PORT']) },
    ]);
    expect(container.startupProbe?.httpGet).toEqual({ path: '/livez', port: 'ops' });
    expect(container.livenessProbe?.httpGet).toEqual({ path: '/livez', port: 'ops' });
    expect(container.readinessProbe?.httpGet).toEqual({ path: '/readyz', port: 'ops' });
  });

  it.each(deployments)('$name has time to stop in order', ({ manifest }) => {
    const pod = podOf(manifest);
    const sleepSeconds = pod.containers[0].lifecycle?.preStop.sleep.seconds ?? 0;
    expect(sleepSeconds).toBeGreaterThan(0);
    expect(pod.terminationGracePeriodSeconds).toBeGreaterThan(sleepSeconds + STOP_SECONDS_MAX);
  });

  it.each(deployments)('$name is spread, and drained one pod at a time', ({ name, manifest }) => {
    expect(podOf(manifest).topologySpreadConstraints).toHaveLength(2);
    const budget = ofKind('PodDisruptionBudget').find(({ metadata }) => metadata.name === name);
    expect(budget?.spec).toMatchObject({
      maxUnavailable: 1,
      selector: { matchLabels: { 'app.kubernetes.io/name': name } },
    });
  });

  it.each(['enricher', 'search'])('%s, in a consumer group, is replaced one for one', (name) => {
    const manifest = deployments.find((one) => one.name === name)?.manifest;
    expect(manifest?.spec['strategy']).toEqual({
      rollingUpdate: { maxSurge: 0, maxUnavailable: 1 },
    });
  });

  it('is reached through a Service whose ports exist', () => {
    for (const { metadata, spec } of ofKind('Service')) {
      const target = deployments.find(({ name }) => name === metadata.name)?.manifest;
      const ports = target ? podOf(target).containers[0].ports : [];
      const names = (spec['ports'] as { targetPort: string }[]).map((one) => one.targetPort);
      expect(ports?.map(({ name }) => name)).toEqual(expect.arrayContaining(names));
    }
  });
});

describe('what builds the index anew', () => {
  it('are both jobs, as docs/deploy.md starts them', () => {
    const names = cronJobs.map(({ name }) => name).sort();
    expect(names).toEqual(['publish-states', 'rebuild-index']);
    const documented = readProject('docs/deploy.md');
    for (const name of names) expect(documented).toContain(`--from=cronjob/${name}`);
  });

  it.each(cronJobs)('$name never starts by itself', ({ manifest }) => {
    expect(manifest.spec['suspend']).toBe(true);
    expect(manifest.spec['concurrencyPolicy']).toBe('Forbid');
  });

  it.each(cronJobs)('$name is neither deleted nor waited for by an upgrade', ({ manifest }) => {
    const { jobTemplate } = manifest.spec as {
      jobTemplate: { metadata: Manifest['metadata']; spec: { template: Manifest } };
    };
    const components = [manifest, jobTemplate, jobTemplate.spec.template].map(
      ({ metadata }) => metadata.labels?.['app.kubernetes.io/component'],
    );
    expect(components).toEqual(['rebuild', 'rebuild', 'rebuild']);
  });

  it('is brought up to date by an upgrade', () => {
    const [, components = ''] = /component in \((.+?)\)'/.exec(readProject('docs/deploy.md')) ?? [];
    expect(components.split(', ')).toContain('rebuild');
  });
});

describe('the network', () => {
  interface Policy {
    podSelector: {
      matchLabels?: Record<string, string>;
      matchExpressions?: { values: string[] }[];
    };
    policyTypes: string[];
    egress?: { ports: { port: number }[] }[];
  }
  const policies = ofKind('NetworkPolicy').map(({ metadata, spec }) => ({
    name: metadata.name,
    spec: spec as unknown as Policy,
  }));

  it('is closed in both directions unless opened', () => {
    const deny = policies.find(({ name }) => name === 'default-deny')?.spec;
    expect(deny).toEqual({ podSelector: {}, policyTypes: ['Ingress', 'Egress'] });
  });

  it.each([
    ['ingestor', [53, 80, 443, 9092, 9093]],
    ['enricher', [53, 5432, 9092, 9093]],
    ['search', [53, 80, 443, 5432, 9092, 9093, 9200]],
    ['topics', [53, 9092, 9093]],
    ['migrate', [53, 5432]],
    ['migrate-search', [53, 5432]],
    ['publish-states', [53, 5432, 9092, 9093]],
    ['rebuild-index', [53, 9092, 9093, 9200]],
  ])('is open for %s to names and to its own stores only: %j', (name, ports) => {
    const selects = ({ podSelector }: Policy) =>
      Object.keys(podSelector).length === 0 ||
      podSelector.matchLabels?.['app.kubernetes.io/name'] === name ||
      podSelector.matchExpressions?.some(({ values }) => values.includes(name));
    const open = policies
      .filter(({ spec }) => selects(spec))
      .flatMap(({ spec }) => spec.egress ?? [])
      .flatMap((rule) => rule.ports.map(({ port }) => port));
    expect([...new Set(open)].sort((one, other) => one - other)).toEqual(ports);
  });

  interface Callers {
    podSelector: { matchLabels: Record<string, string> };
    ingress: { from: { podSelector: { matchExpressions: { values: string[] }[] } }[] }[];
  }

  it.each([
    ['kafka', 'allow-kafka'],
    ['postgres', 'allow-postgres'],
    ['elasticsearch', 'allow-elasticsearch'],
  ])('lets into the %s of the dev overlay all whom the base lets out to it', (server, out) => {
    const callers = readManifests('k8s/overlays/dev')
      .filter(({ kind }) => kind === 'NetworkPolicy')
      .map(({ spec }) => spec as unknown as Callers)
      .filter(({ podSelector }) => podSelector.matchLabels['app.kubernetes.io/name'] === server)
      .flatMap(({ ingress }) => ingress.flatMap(({ from }) => from))
      .flatMap(({ podSelector }) => podSelector.matchExpressions.flatMap(({ values }) => values));
    const letOut = policies.find(({ name }) => name === out)?.spec.podSelector.matchExpressions;
    const expected = letOut?.flatMap(({ values }) => values) ?? [];
    expect(expected.length).toBeGreaterThan(0);
    expect(callers.filter((name) => name !== server).sort()).toEqual(expected.sort());
  });
});

describe('secrets', () => {
  it('are only referred to by the base, and made up by the dev overlay alone', () => {
    expect(ofKind('Secret')).toEqual([]);
    expect(readKustomization('k8s/base').secretGenerator).toBeUndefined();
    const needed = pods.flatMap(({ manifest }) =>
      (podOf(manifest).volumes ?? []).flatMap(({ secret }) =>
        secret === undefined || secret.optional ? [] : secret.secretName,
      ),
    );
    const made = readKustomization('k8s/overlays/dev').secretGenerator?.map(({ name }) => name);
    expect([...new Set(needed)].sort()).toEqual(made?.sort());
  });
});

const build = kustomizeBuild();
const validate = build ? kubernetesValidate() : undefined;

/** A Python program and a Go program start per check, on a machine that may be busy. */
const toolTimeoutMs = 60_000;
const leftOut = (what: string) => process.stderr.write(`\nleft out: ${what}\n`);

if (build === undefined) {
  leftOut('building k8s/base and k8s/overlays/dev (neither kubectl nor kustomize is installed)');
} else {
  describe('kustomize', () => {
    it.each(['k8s/base', 'k8s/overlays/dev'])(
      'builds %s',
      (folder) => {
        const { ok, output } = build(folder);
        expect({ ok, output: ok ? '' : output }).toEqual({ ok: true, output: '' });
        const built = documentsOf(output);
        expect(built.length).toBeGreaterThan(25);
        const unversioned = built.filter(({ kind }) =>
          ['Job', 'CronJob', 'Deployment'].includes(kind),
        );
        for (const manifest of unversioned) {
          expect(podOf(manifest).containers[0].image).toMatch(/^warta:.+/);
        }
      },
      toolTimeoutMs,
    );

    it(
      'makes the dev overlay refer only to Secrets and ConfigMaps that it contains',
      () => {
        const built = documentsOf(build('k8s/overlays/dev').output);
        const names = built.map(({ kind, metadata }) => `${kind}/${metadata.name}`);
        const references = built.flatMap((manifest: Manifest) => {
          const text = JSON.stringify(manifest);
          const secrets = [...text.matchAll(/"secret":\{"secretName":"([^"]+)"/g)].map(
            (one) => `Secret/${one[1]}`,
          );
          const maps = [...text.matchAll(/"configMap(?:Ref)?":\{"name":"([^"]+)"/g)];
          return [...secrets, ...maps.map((one) => `ConfigMap/${one[1]}`)];
        });
        expect(references.length).toBeGreaterThan(10);
        expect(references.filter((reference) => !names.includes(reference))).toEqual([]);
      },
      toolTimeoutMs,
    );
  });
}

if (build === undefined || validate === undefined) {
  leftOut('validating the manifests by the API schemas (kubernetes-validate cannot be had here)');
} else {
  describe('the API schemas of Kubernetes', () => {
    it(
      'accept the overlay that docs/deploy.md starts from',
      () => {
        const overlay = /```yaml\n(.+?)```/s.exec(readProject('docs/deploy.md'))?.[1] ?? '';
        const folder = mkdtempSync(path.join(tmpdir(), 'warta-overlay-'));
        try {
          cpSync(path.join(projectRoot, 'k8s/base'), path.join(folder, 'base'), {
            recursive: true,
          });
          const production = path.join(folder, 'overlays', 'production');
          mkdirSync(production, { recursive: true });
          writeFileSync(path.join(production, 'kustomization.yaml'), overlay);
          const built = build(production);
          expect(built).toMatchObject({ ok: true });
          expect(built.output).toContain('images.example.org/warta:');
          expect(validate(built.output)).toMatchObject({ ok: true });
        } finally {
          rmSync(folder, { recursive: true, force: true });
        }
      },
      toolTimeoutMs,
    );

    it.each(['k8s/base', 'k8s/overlays/dev'])(
      'accept %s',
      (folder) => {
        const { ok, output } = validate(build(folder).output);
        expect({ ok, output: ok ? '' : output }).toEqual({ ok: true, output: '' });
      },
      toolTimeoutMs,
    );

    it.each([
      ['a wrong type', 'replicas: 2', 'replicas: two'],
      ['a field that does not exist', 'maxSurge: 1', 'maxSurgeTypo: 1'],
      ['a missing field', '        maxSkew: 1\n', ''],
      ['a kind that does not exist', 'kind: Deployment', 'kind: Deploymint'],
    ])(
      'reject %s',
      (_what, good, bad) => {
        const manifests = build('k8s/base').output;
        expect(manifests).toContain(good);
        expect(validate(manifests.replace(good, bad)).ok).toBe(false);
      },
      toolTimeoutMs,
    );
  });
}
