import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { requireFreePort, type RunningStack, startStack } from '@warta/stack';
import { type AdminKey, localAdminKey } from './admin-key.ts';
import { CliError, exitCodes } from './cli-error.ts';
import {
  type DevSettings,
  projectRoot,
  type ServiceName,
  serviceNames,
  servicePortVariables,
  urlOf,
} from './dev-settings.ts';
import { localSecrets } from './local-secrets.ts';
import type { Progress } from './progress.ts';
import { buildProject, runLogged } from './project-build.ts';
import { serviceEnvironment } from './service-environment.ts';
import { ServiceProcess, stopOrphan } from './service-process.ts';

/** Consumers join their groups and Elasticsearch warms up; slow machines need most of it. */
const READY_DEADLINE_MS = 120_000;

const SERVER_RESTART_DELAY_MIN_MS = 1_000;
const SERVER_RESTART_DELAY_MAX_MS = 30_000;

/** One-off programs that prepare the stores, as the Kubernetes jobs do. */
const jobs: { label: string; service: ServiceName; entry: string }[] = [
  { label: 'topics', service: 'ingestor', entry: 'apps/ingestor/dist/create-topics.js' },
  { label: 'schema', service: 'enricher', entry: 'apps/enricher/dist/src/migrate.js' },
  { label: 'search-schema', service: 'search', entry: 'apps/search/dist/src/migrate.js' },
  { label: 'index', service: 'search', entry: 'apps/search/dist/src/create-index.js' },
];

/** The whole of Warta on this machine: three servers, three services, their set-up. */
export class LocalWarta {
  readonly settings: DevSettings;
  readonly adminKey: AdminKey;
  readonly stack: RunningStack;
  readonly services: ReadonlyMap<ServiceName, ServiceProcess>;

  #stopping = false;

  private constructor(
    settings: DevSettings,
    adminKey: AdminKey,
    stack: RunningStack,
    services: ReadonlyMap<ServiceName, ServiceProcess>,
  ) {
    this.settings = settings;
    this.adminKey = adminKey;
    this.stack = stack;
    this.services = services;
  }

  /**
   * Starts everything and waits until it can do its job. When a step fails or the signal aborts,
   * what was started is stopped again before the error is thrown.
   */
  static async start(
    settings: DevSettings,
    progress: Progress,
    signal: AbortSignal,
  ): Promise<LocalWarta> {
    mkdirSync(join(settings.stateDir, 'logs'), { recursive: true });
    await stopOrphans(settings, progress);
    await checkServicePorts(settings);
    const adminKey = localAdminKey(settings.stateDir);
    const secrets = localSecrets(settings.stateDir);
    const needless = new AbortController();
    const building = buildProject(settings.stateDir, AbortSignal.any([signal, needless.signal]));
    // Awaited below; until then a failure must not count as unhandled.
    building.catch(() => undefined);
    const stack = await progress
      .step('Kafka, Elasticsearch, Postgres', (say) =>
        startStack(settings.stack, (event) => say(event.message), signal),
      )
      .catch((error: unknown) => {
        needless.abort();
        throw error;
      });
    const services = new Map(
      serviceNames.map((name) => {
        const environment = serviceEnvironment(name, settings, stack, secrets);
        const report = (line: string) => progress.note(`  ! ${line}`);
        return [name, new ServiceProcess(name, settings.stateDir, environment, report)];
      }),
    );
    const warta = new LocalWarta(settings, adminKey, stack, services);
    void warta.#keepServersUp(progress);
    try {
      signal.throwIfAborted();
      await progress.step('building libraries and services', () => building);
      signal.throwIfAborted();
      await progress.step('topics, schema, index', () => warta.#runJobs());
      for (const service of services.values()) service.start();
      await progress.step('services become ready', (say) => warta.#untilReady(say, signal));
    } catch (error) {
      await warta.stop();
      throw error;
    }
    return warta;
  }

  /** Brings servers that die back, with the same data, until `stop`. */
  async #keepServersUp(progress: Progress): Promise<void> {
    let delayMs = SERVER_RESTART_DELAY_MIN_MS;
    while (!this.#stopping) {
      const { server, log } = await this.stack.exited;
      if (this.#stopping) return;
      progress.note(`  ! ${server} ended; starting it again in ${delayMs / 1000} s. Log: ${log}`);
      await sleep(delayMs);
      if (this.#stopping) return;
      try {
        await this.stack.restartServer(server, { onlyIfDown: true });
        delayMs = SERVER_RESTART_DELAY_MIN_MS;
      } catch (error) {
        delayMs = Math.min(SERVER_RESTART_DELAY_MAX_MS, delayMs * 2);
        progress.note(`  ! ${server} did not start: ${(error as Error).message}`);
      }
    }
  }

  url(service: ServiceName, port: 'http' | 'ops' = 'http'): string {
    return urlOf(this.settings, service, port);
  }

  /** Services first, while their servers still answer; then the servers. Data stays. */
  async stop(): Promise<void> {
    this.#stopping = true;
    await Promise.all([...this.services.values()].map((service) => service.stop()));
    await this.stack.stop();
  }

  async #runJobs(): Promise<void> {
    const { settings, stack } = this;
    const secrets = localSecrets(settings.stateDir);
    await Promise.all(
      jobs.map(({ label, service, entry }) =>
        runLogged(
          label,
          process.execPath,
          [join(projectRoot, entry)],
          join(settings.stateDir, 'logs', `${label}.log`),
          { environment: serviceEnvironment(service, settings, stack, secrets) },
        ),
      ),
    );
  }

  async #untilReady(say: (detail: string) => void, signal: AbortSignal): Promise<void> {
    const deadlineMs = Date.now() + READY_DEADLINE_MS;
    for (;;) {
      signal.throwIfAborted();
      const states = await Promise.all(
        serviceNames.map(async (name) => ({ name, ...(await readiness(this.url(name, 'ops'))) })),
      );
      const waiting = states.filter((state) => !state.ready);
      if (waiting.length === 0) return;
      say(waiting.map((state) => `${state.name}: ${state.reason}`).join('; '));
      if (Date.now() > deadlineMs) {
        const logs = waiting.map((state) => this.services.get(state.name)?.logFile).join(', ');
        throw new CliError(
          `Not ready after ${READY_DEADLINE_MS / 1000} s: ` +
            `${waiting.map((state) => `${state.name} (${state.reason})`).join('; ')}. Logs: ${logs}`,
          exitCodes.timeout,
        );
      }
      await sleep(200);
    }
  }
}

/** What a service's own /readyz says; never throws. */
export async function readiness(opsUrl: string): Promise<{ ready: boolean; reason: string }> {
  try {
    const response = await fetch(`${opsUrl}/readyz?verbose`, {
      signal: AbortSignal.timeout(3_000),
    });
    const reason = failedChecks(await response.text()).slice(0, 300);
    return { ready: response.ok, reason };
  } catch {
    return { ready: false, reason: 'no answer yet' };
  }
}

/** Of the checks that /readyz?verbose lists, those that fail, without their marks. */
function failedChecks(listed: string): string {
  const lines = listed.split('\n').filter((line) => line.startsWith('[-]'));
  const shown = lines.map((line) => line.replace('[-] ', '').replace(/ not ok$/, ''));
  return (shown.length > 0 ? shown.join(', ') : listed.trim()).replaceAll(/\s+/g, ' ');
}

/** Services that a killed start left behind, found by their pid files. */
export async function stopOrphans(settings: DevSettings, progress: Progress): Promise<void> {
  for (const name of serviceNames) {
    const pid = await stopOrphan(settings.stateDir, name);
    if (pid !== undefined) {
      progress.note(`  stopped ${name} (process ${pid}), left behind by a killed start`);
    }
  }
}

async function checkServicePorts(settings: DevSettings): Promise<void> {
  for (const service of serviceNames) {
    for (const kind of ['http', 'ops'] as const) {
      const variable = servicePortVariables[service][kind];
      await requireFreePort(settings.ports[service][kind], variable, service);
    }
  }
}
