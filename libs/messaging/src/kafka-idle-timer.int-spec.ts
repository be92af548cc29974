import { createRequire } from 'node:module';
import { setTimeout as wait } from 'node:timers/promises';
import { note, nothing, ProgressInMemory, TestBed, until, WAITED_MS } from './testing.ts';

const require = createRequire(import.meta.url);
const bed = new TestBed('idle-test');
afterEach(() => bed.closeTest());
afterAll(() => bed.close());

interface RequestQueue {
  checkPendingRequests(): void;
}

describe('idle connections', () => {
  it('do not wake the process every millisecond (K17)', async () => {
    const { prototype } = require('kafkajs/src/network/requestQueue') as {
      prototype: RequestQueue;
    };
    const original = prototype.checkPendingRequests;
    let checks = 0;
    prototype.checkPendingRequests = function (this: RequestQueue): void {
      checks += 1;
      original.call(this);
    };
    try {
      const event = await bed.event(1);
      const producer = await bed.producer();
      const progress = new ProgressInMemory();
      await bed.consumer(event, producer, { progress, handle: async () => nothing });
      await producer.publish([note(event, 'n1')], WAITED_MS);
      await until(() => progress.saved.size === 1, 'every connection was used');
      checks = 0;
      const sinceMs = performance.now();
      await wait(2_000);
      // A handful of fetches and heartbeats; unpatched, these are hundreds in a second.
      expect((1_000 * checks) / (performance.now() - sinceMs)).toBeLessThan(15);
    } finally {
      prototype.checkPendingRequests = original;
    }
  });
});
