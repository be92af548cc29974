import { AsyncLocalStorage } from 'node:async_hooks';
import { randomBytes } from 'node:crypto';

/** W3C Trace Context, level 1: who asked for the work that is being done. */
export interface TraceContext {
  /** 32 hex digits, the same in every service that has to do with one request. */
  readonly traceId: string;
  /** 16 hex digits, this service's part of it. */
  readonly spanId: string;
  /** Two hex digits; `01` = the caller records this trace. */
  readonly flags: string;
}

const storage = new AsyncLocalStorage<TraceContext>();
const traceparentPattern = /^([0-9a-f]{2})-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})(-.*)?$/;

/**
 * Continues the trace of a `traceparent` header, or starts one. A malformed header starts a new
 * trace, as the specification asks: it is never an error of the request.
 */
export function continueTrace(traceparent: string | undefined): TraceContext {
  const [, version, traceId = '', parentId = '', flags = '00', rest] =
    traceparentPattern.exec(traceparent ?? '') ?? [];
  const isValid =
    version !== undefined &&
    version !== 'ff' &&
    (version !== '00' || rest === undefined) &&
    !/^0+$/.test(traceId) &&
    !/^0+$/.test(parentId);
  const spanId = randomBytes(8).toString('hex');
  return isValid
    ? { traceId, spanId, flags }
    : { traceId: randomBytes(16).toString('hex'), spanId, flags: '00' };
}

/** Runs `work` in the trace: its log lines and outgoing records carry the ids. */
export function inTrace<Result>(trace: TraceContext, work: () => Result): Result {
  return storage.run(trace, work);
}

export function currentTrace(): TraceContext | undefined {
  return storage.getStore();
}

/** The header to send on with calls and records; undefined outside of any trace. */
export function currentTraceparent(): string | undefined {
  const trace = storage.getStore();
  return trace && `00-${trace.traceId}-${trace.spanId}-${trace.flags}`;
}
