import type { Logger } from 'pino';
import type { Registry } from 'prom-client';

/** What every part needs from the process it runs in. */
export interface Platform {
  readonly logger: Logger;
  /** Parts of one process share it; each metric is registered once. */
  readonly metrics: Registry;
}
