import type { DynamicModule } from '@nestjs/common';
import type { Logger } from 'pino';
import type { Registry } from 'prom-client';
import type { z } from 'zod';
import type { Consumers } from './consumers.ts';
import type { Health } from './health.ts';
import type { Lifecycle } from './lifecycle.ts';

/** What a service's module gets to build itself from. */
export interface ServiceStart<Config> {
  readonly name: string;
  readonly config: Config;
  readonly logger: Logger;
  readonly metrics: Registry;
  readonly health: Health;
  readonly lifecycle: Lifecycle;
  readonly consumers: Consumers;
  /** For what no retry can cure: logs the reason and ends the process with 70, to be restarted. */
  readonly fatal: (reason: string | Error) => void;
}

/** A service: its name, its settings, and the Nest module that is all of it. */
export interface ServiceDefinition<Schema extends z.ZodObject> {
  name: string;
  config: Schema;
  module: ServiceModule<z.output<Schema>>;
}

export interface ServiceModule<Config> {
  /**
   * Describes the providers. Makes nothing itself, everything in `useFactory`: the module is also
   * registered only to be documented.
   */
  register(start: ServiceStart<Config>): DynamicModule;
}
