import { createRequire } from 'node:module';
import { setTimeout as wait } from 'node:timers/promises';
import { jest } from '@jest/globals';
import { note, nothing, ProgressInMemory, TestBed, until } from './testing.ts';

const require = createRequire(import.meta.url);
const bed = new TestBed('idle-test');
jest.setTimeout(30_000);
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
      await producer.publish([note(event, 'n1')], 5_000);
      await until(() => progress.saved.size === 1, 'every connection was used');
      checks = 0;
      await wait(2_000);
      // A handful of fetches and heartbeats; unpatched, these are thousands.
      expect(checks).toBeLessThan(30);
    } finally {
      prototype.checkPendingRequests = original;
    }
  });
});
