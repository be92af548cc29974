import type { LoggerService } from '@nestjs/common';
import { pino } from 'pino';
import type { DestinationStream, Logger } from 'pino';
import { loggedError } from './logged-error.ts';
import { currentTrace } from './trace-context.ts';

/** Wherever a header of a request or a key could slip into a line. */
const redactedPaths = [
  'authorization',
  '*.authorization',
  '*.headers.authorization',
  'key',
  'password',
];

/**
 * One JSON line per event on standard output: time, level, msg, service, and the ids of the trace
 * it belongs to. Never bodies, nor what an error carries along of them. Written synchronously, so that the last line before an exit is there.
 */
export function createLogger(
  service: string,
  level: string,
  destination: DestinationStream = pino.destination({ fd: 1, sync: true }),
): Logger {
  return pino(
    {
      level,
      base: { service },
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      redact: { paths: redactedPaths, censor: '(redacted)' },
      serializers: { err: loggedError },
      mixin: () => {
        const trace = currentTrace();
        return trace ? { trace_id: trace.traceId, span_id: trace.spanId } : {};
      },
    },
    destination,
  );
}

/** Lets Nest write into our log; what Nest calls a log line is detail to us. */
export function nestLogger(logger: Logger): LoggerService {
  const contextOf = (more: unknown[]) => {
    const context = more.at(-1);
    return typeof context === 'string' ? { context } : {};
  };
  return {
    log: (message: unknown, ...more: unknown[]) => logger.debug(contextOf(more), String(message)),
    debug: (message: unknown, ...more: unknown[]) => logger.trace(contextOf(more), String(message)),
    verbose: (message: unknown, ...more: unknown[]) =>
      logger.trace(contextOf(more), String(message)),
    warn: (message: unknown, ...more: unknown[]) => logger.warn(contextOf(more), String(message)),
    error: (message: unknown, ...more: unknown[]) => logger.error(contextOf(more), String(message)),
    fatal: (message: unknown, ...more: unknown[]) => logger.fatal(contextOf(more), String(message)),
  };
}
