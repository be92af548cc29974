import type { OpenAPIObject } from '@nestjs/swagger';
import { Registry } from 'prom-client';
import { pino } from 'pino';
import type { z } from 'zod';
import { Consumers } from './consumers.ts';
import { Health } from './health.ts';
import { Lifecycle } from './lifecycle.ts';
import { describeModule } from './openapi.ts';
import type { ServiceDefinition } from './service-start.ts';

/** The API of a service without starting it: nothing is connected, nothing listens. */
export async function openApiOf<Schema extends z.ZodObject>(
  { name, module }: ServiceDefinition<Schema>,
  config: z.output<Schema>,
): Promise<OpenAPIObject> {
  const logger = pino({ level: 'silent' });
  const metrics = new Registry();
  const start = {
    name,
    config,
    logger,
    metrics,
    health: new Health(metrics),
    lifecycle: new Lifecycle(logger),
    consumers: new Consumers(),
    fatal: () => {},
  };
  return describeModule(module.register(start), name);
}
