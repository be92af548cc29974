import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse, parseAllDocuments } from 'yaml';
import { projectRoot } from './workspace-copy.ts';

/** A process as compose or Kubernetes starts it. */
export interface Workload {
  name: string;
  /** Path of the compiled entry within the project. */
  entry: string;
  /** Settings by name, as given: `NAME` or `NAME_FILE`. */
  environment: Record<string, string>;
  memoryMib: number | undefined;
}

export const readProject = (file: string) => readFileSync(path.join(projectRoot, file), 'utf8');

interface ComposeService {
  image: string;
  command?: string[];
  environment?: Record<string, string>;
  healthcheck?: { test?: string[]; disable?: boolean };
  ports?: string[];
  mem_limit?: string;
  profiles?: string[];
  restart?: string;
  depends_on?: Record<string, { condition: string }>;
}

export interface Compose {
  services: Record<string, ComposeService>;
  volumes: Record<string, unknown>;
}

/** docker-compose.yml with `${NAME:-default}` resolved from the variables given. */
export function readCompose(variables: Record<string, string> = {}): Compose {
  const text = readProject('docker-compose.yml').replace(
    /(?<!\$)\$\{(\w+)(?::-([^}]*))?\}/g,
    (_whole, name: string, standard = '') => variables[name] ?? standard,
  );
  return parse(text, { merge: true }) as Compose;
}

export function composeWorkloads(compose: Compose): Workload[] {
  return Object.entries(compose.services)
    .filter(([, service]) => service.image.startsWith('warta:'))
    .map(([name, service]) => ({
      name,
      entry: service.command?.[0] ?? '',
      environment: service.environment ?? {},
      memoryMib: service.mem_limit === undefined ? undefined : Number.parseInt(service.mem_limit),
    }));
}

export interface Manifest {
  apiVersion: string;
  kind: string;
  metadata: { name: string; labels?: Record<string, string> };
  spec: Record<string, unknown>;
}

export interface Probe {
  httpGet: { path: string; port: string };
}

export interface Container {
  name: string;
  image: string;
  args: string[];
  ports?: { name: string; containerPort: number }[];
  env?: { name: string; value: string }[];
  envFrom?: { configMapRef: { name: string } }[];
  startupProbe?: Probe;
  livenessProbe?: Probe;
  readinessProbe?: Probe;
  lifecycle?: { preStop: { sleep: { seconds: number } } };
  resources: { limits: { memory: string }; requests: { memory: string; cpu: string } };
  securityContext: Record<string, unknown>;
}

export interface PodSpec {
  serviceAccountName: string;
  automountServiceAccountToken: boolean;
  enableServiceLinks: boolean;
  securityContext: Record<string, unknown>;
  terminationGracePeriodSeconds?: number;
  topologySpreadConstraints?: unknown[];
  containers: [Container];
  volumes?: { name: string; secret?: { secretName: string; optional?: boolean } }[];
}

interface Generator {
  name: string;
  literals?: string[];
}

export interface Kustomization {
  resources: string[];
  labels?: { pairs: Record<string, string> }[];
  images: { name: string; newTag: string }[];
  configMapGenerator: Generator[];
  secretGenerator?: Generator[];
}

export function readKustomization(folder: string): Kustomization {
  return parse(readProject(`${folder}/kustomization.yaml`)) as Kustomization;
}

/** Every document of the manifests in a folder, as written: before Kustomize works on them. */
export function readManifests(folder: string): Manifest[] {
  return readdirSync(path.join(projectRoot, folder))
    .filter((file) => file.endsWith('.yaml') && file !== 'kustomization.yaml')
    .flatMap((file) => documentsOf(readProject(`${folder}/${file}`)));
}

/** @throws when any document is not well-formed YAML. */
export function documentsOf(text: string): Manifest[] {
  return [...parseAllDocuments(text)].map((document) => {
    if (document.errors[0]) throw document.errors[0];
    return document.toJS() as Manifest;
  });
}

interface Templated {
  template: { spec: PodSpec };
}

/** Of a CronJob: the pod of the Jobs that are made from it. */
export function podOf({ kind, spec }: Manifest): PodSpec {
  const from = kind === 'CronJob' ? (spec['jobTemplate'] as { spec: unknown }).spec : spec;
  return (from as Templated).template.spec;
}

/** Deployments, Jobs and CronJobs of the base, with the settings of the ConfigMaps they take. */
export function kubernetesWorkloads(): Workload[] {
  const settings = new Map(
    readKustomization('k8s/base').configMapGenerator.map(({ name, literals = [] }) => [
      name,
      Object.fromEntries(literals.map((literal) => literal.split(/=(.*)/s).slice(0, 2))) as Record<
        string,
        string
      >,
    ]),
  );
  return podManifests().map((manifest) => {
    const [container] = podOf(manifest).containers;
    const from = (container.envFrom ?? []).map(({ configMapRef: { name } }) => {
      const values = settings.get(name);
      if (values === undefined) throw new Error(`${container.name}: no ConfigMap ${name}`);
      return values;
    });
    const own = Object.fromEntries((container.env ?? []).map((one) => [one.name, one.value]));
    return {
      name: container.name,
      entry: container.args[0] ?? '',
      environment: Object.assign({}, ...from, own) as Record<string, string>,
      memoryMib: Number.parseInt(container.resources.limits.memory),
    };
  });
}

export function podManifests(): Manifest[] {
  const kinds = ['Deployment', 'Job', 'CronJob'];
  return readManifests('k8s/base').filter(({ kind }) => kinds.includes(kind));
}
