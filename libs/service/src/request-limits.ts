import type { FastifyInstance } from './fastify-types.ts';
import { unavailable } from './problem-error.ts';

export interface RequestLimits {
  readonly connectionsMax: number;
  readonly requestsInFlightMax: number;
}

export const REQUEST_LIMITS: RequestLimits = {
  /**
   * Connections of which most are idle: a proxy's pool, or clients that keep theirs. Each costs a
   * descriptor (often 4,096 for a process) and some 20 KiB; what comes above is closed at once.
   */
  connectionsMax: 2_000,
  /**
   * Many times what one process can work on at a time. More would only wait, each with its memory,
   * until its deadline; told at once, a caller can try again or ask another replica.
   */
  requestsInFlightMax: 1_000,
};

/** Refuses what is too much, with 503 and Retry-After, rather than growing until memory ends. */
export function limitRequests(server: FastifyInstance, limits: RequestLimits): void {
  server.server.maxConnections = limits.connectionsMax;
  let inFlight = 0;
  server.addHook('onRequest', (_request, reply, done) => {
    if (inFlight >= limits.requestsInFlightMax) {
      done(unavailable('Too many requests at once; send the same request again.'));
      return;
    }
    inFlight += 1;
    // Answered or hung up: it comes exactly once in either case.
    reply.raw.once('close', () => (inFlight -= 1));
    done();
  });
}
