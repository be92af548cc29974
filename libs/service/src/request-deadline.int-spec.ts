import { jest } from '@jest/globals';
import { REQUEST_DEADLINE_MS } from './http-server.ts';
import { runProbe } from './testing.ts';

jest.setTimeout(REQUEST_DEADLINE_MS + 10_000);

describe('a request whose handler never comes back', () => {
  it('is answered with 503 at the deadline, and the late answer harms nobody', async () => {
    const { service, fatal } = await runProbe();
    try {
      const started = performance.now();
      const response = await fetch(`${service.httpUrl}/v1/parcels/failing/very-slowly`);
      expect(response.status).toBe(503);
      expect(response.headers.get('retry-after')).toMatch(/^\d+$/);
      expect(response.headers.get('content-type')).toMatch(/^application\/problem\+json/);
      await response.text();
      expect(performance.now() - started).toBeLessThan(REQUEST_DEADLINE_MS + 2_000);
      await new Promise((resolve) => setTimeout(resolve, 2_500));
      expect((await fetch(`${service.httpUrl}/v1/parcels/1`)).status).toBe(200);
      expect(fatal).toEqual([]);
    } finally {
      await service.stop();
    }
  });
});
