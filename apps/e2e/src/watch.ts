import type { ServerName } from '@warta/stack';
import { type E2eEnvironment, type ServiceName, serviceNames } from './e2e-environment.ts';
import type { Processes } from './processes.ts';

/** What one look at a service found. */
export interface Look {
  service: ServiceName;
  /** performance.now() of the question. */
  askedAtMs: number;
  /** The same of the answer. */
  atMs: number;
  /** Undefined when nothing answered in time, as on a machine that is busy. */
  ready: boolean | undefined;
  /** Undefined when nothing answered at all. */
  live: boolean | undefined;
  residentMiB: number | undefined;
}

/** Promised: readiness follows the truth so fast. */
export const TRUTH_WITHIN_MS = 10_000;
/** What a look itself may take beyond that. */
export const LOOK_MS = 1_000;

/** Services that cannot do their job without a server. */
export const dependants: Record<ServerName, readonly ServiceName[]> = {
  kafka: ['ingestor', 'enricher', 'search'],
  elasticsearch: ['search'],
  postgres: ['enricher'],
};

const EVERY_MS = 250;
/** A probe of Kubernetes is hardly more patient. */
const ANSWER_TIMEOUT_MS = 3_000;

/** Looks at readiness, liveness and memory of all services from time to time, while a test runs. */
export class Watch {
  readonly looks: Look[] = [];
  readonly #environment: E2eEnvironment;
  readonly #processes: Processes;
  #timer: NodeJS.Timeout | undefined;

  constructor(environment: E2eEnvironment, processes: Processes) {
    this.#environment = environment;
    this.#processes = processes;
  }

  start(): void {
    this.#timer = setInterval(() => {
      for (const service of serviceNames) void this.#look(service);
    }, EVERY_MS);
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  residentMaxMiB(service: ServiceName): number {
    const seen = this.looks.filter((look) => look.service === service);
    return Math.max(...seen.map(({ residentMiB }) => residentMiB ?? 0));
  }

  /** Looks at which a service answered that it is not alive. */
  get deadAnswers(): Look[] {
    return this.looks.filter(({ live }) => live === false);
  }

  async #look(service: ServiceName): Promise<void> {
    const askedAtMs = performance.now();
    const residentMiB = this.#processes.residentMiB(service);
    const url = this.#environment.opsUrls[service];
    const [ready, live] = await Promise.all([answer(`${url}/readyz`), answer(`${url}/livez`)]);
    const atMs = performance.now();
    this.looks.push({ service, askedAtMs, atMs, ready, live, residentMiB });
  }
}

/** True for 200, false for any other answer, undefined for none. */
export async function answer(url: string): Promise<boolean | undefined> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(ANSWER_TIMEOUT_MS) });
    await response.arrayBuffer();
    return response.status === 200;
  } catch {
    return undefined;
  }
}
