import { z } from 'zod';
import { Instant, storableText } from './text.ts';

/**
 * A record that could never succeed, kept whole on `<topic>.dlq`: key and value bytes as they
 * came, the original headers, and these facts as headers `warta-dead-letter-<name>`. Its identity
 * is (topic, partition, offset) of the origin: the same record dead-lettered twice is one.
 */
export const DeadLetterFacts = z.object({
  topic: z.string(),
  partition: z.coerce.number().int().min(0),
  offset: z.string().regex(/^\d+$/),
  /** Append time of the origin; a re-driven record keeps it, so that it cannot outrank newer ones. */
  appendedAt: Instant,
  group: z.string().describe('The consumer group that gave up.'),
  stage: z.enum(['decode', 'handle', 'index']).describe('Where it failed.'),
  reason: z
    .string()
    .regex(/^[a-z0-9-]{1,64}$/)
    .describe('A stable code, for counting.'),
  detail: storableText(2_000).describe('For people.'),
  attempts: z.coerce.number().int().min(1),
  failedAt: Instant,
});
export type DeadLetterFacts = z.infer<typeof DeadLetterFacts>;
