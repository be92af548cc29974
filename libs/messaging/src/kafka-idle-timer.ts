import { createRequire } from 'node:module';

interface RequestQueue {
  readonly pending: readonly unknown[];
  scheduleCheckPendingRequests(): void;
}

const require = createRequire(import.meta.url);
let stopped = false;

/**
 * kafkajs 2.2.4 re-arms a 1 ms timer for ever on every connection that has had one response
 * (tulios/kafkajs#1556): 3 % of a core each. With nothing pending there is nothing to check, so
 * the timer is not armed then; throttled and queued requests still get theirs.
 */
export function stopIdleTimer(): void {
  if (stopped) return;
  stopped = true;
  const { prototype } = require('kafkajs/src/network/requestQueue') as { prototype: RequestQueue };
  const original = prototype.scheduleCheckPendingRequests;
  prototype.scheduleCheckPendingRequests = function (this: RequestQueue): void {
    if (this.pending.length > 0) original.call(this);
  };
}
