import { Gauge } from 'prom-client';
import type { Registry } from 'prom-client';

/** What one part of the service says about itself, at once and without I/O. */
export interface CheckResult {
  ok: boolean;
  /** For people: what is missing. */
  reason?: string;
}

export interface HealthCheck {
  name: string;
  /** Can this process do its part of the job now? Truthful within 10 s of a change. */
  ready: () => CheckResult;
  /** Does its loop make progress? Never whether a server is reachable: a restart cures no outage. */
  alive?: () => CheckResult;
}

export interface HealthReport {
  ok: boolean;
  checks: (CheckResult & { name: string })[];
}

const STARTING: CheckResult = { ok: false, reason: 'still starting' };
const STOPPING: CheckResult = { ok: false, reason: 'shutting down' };

/**
 * Answers /readyz and /livez. That a liveness answer comes at all shows that the event loop turns;
 * the registered checks add what an answering process can still have wrong: a stuck consumer.
 */
export class Health {
  readonly #checks: HealthCheck[] = [];
  #phase: 'starting' | 'running' | 'stopping' = 'starting';

  constructor(metrics: Registry) {
    new Gauge({
      name: 'service_ready',
      help: '1 when every readiness check passes, as /readyz answers.',
      registers: [metrics],
      collect: this.#collectReady(),
    });
  }

  add(check: HealthCheck): void {
    this.#checks.push(check);
  }

  /** The service listens and its parts are being started. */
  started(): void {
    if (this.#phase === 'starting') this.#phase = 'running';
  }

  /** From now on not ready, so that no new work is sent here. */
  stopping(): void {
    this.#phase = 'stopping';
  }

  get isStopping(): boolean {
    return this.#phase === 'stopping';
  }

  ready(): HealthReport {
    const checks = this.#checks.map((check) => ({ name: check.name, ...guarded(check.ready) }));
    if (this.#phase === 'starting') checks.unshift({ name: 'service', ...STARTING });
    if (this.#phase === 'stopping') checks.unshift({ name: 'service', ...STOPPING });
    return { ok: checks.every((check) => check.ok), checks };
  }

  alive(): HealthReport {
    const checks = this.#checks.flatMap((check) =>
      check.alive ? [{ name: check.name, ...guarded(check.alive) }] : [],
    );
    return { ok: checks.every((check) => check.ok), checks };
  }

  #collectReady() {
    const isReady = () => this.ready().ok;
    return function collect(this: Gauge) {
      this.set(isReady() ? 1 : 0);
    };
  }
}

/** A check that throws has found something wrong. */
function guarded(check: () => CheckResult): CheckResult {
  try {
    return check();
  } catch (error) {
    return { ok: false, reason: `the check failed: ${(error as Error).message}` };
  }
}

/** `ok` or the list of what is not, for people; one check per line with `verbose`. */
export function printHealth(report: HealthReport, verbose: boolean): string {
  const shown = report.checks.filter((check) => verbose || !check.ok);
  const lines = shown.map(
    ({ name, ok, reason }) =>
      `[${ok ? '+' : '-'}] ${name}${reason === undefined ? '' : `: ${reason}`}`,
  );
  return [...lines, report.ok ? 'ok' : 'not ok'].join('\n') + '\n';
}
