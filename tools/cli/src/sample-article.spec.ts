import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { runSample } from './sample-article.ts';
import { WartaClient } from './warta-client.ts';

const ID = '0190b0a4-5c1e-5a3f-8f52-7b8f4dd7a001';

describe('the sample article', () => {
  let server: Server;
  let url: string;

  beforeAll(async () => {
    // Takes every push, and never finds anything.
    server = createServer((request, response) => {
      const accepted = { id: ID, feed: 'contoh', status: 'accepted', location: `${url}/${ID}` };
      const found = { data: [], total: { value: 0, relation: 'eq' }, partial: false };
      request.resume();
      response.end(JSON.stringify(request.method === 'POST' ? accepted : found));
    });
    await once(server.listen(0, '127.0.0.1'), 'listening');
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });

  afterAll(() => {
    server.close();
    server.closeAllConnections();
  });

  it('is not waited for any longer once the person has pressed Ctrl-C', async () => {
    const client = new WartaClient({ ingestorUrl: url, searchUrl: url }, 'a-key');
    const signal = AbortSignal.timeout(300);
    const startedAtMs = performance.now();
    const run = runSample(client, 'a-sample', signal);
    await expect(run).rejects.toHaveProperty('name', 'TimeoutError');
    expect(performance.now() - startedAtMs).toBeLessThan(10_000);
  });
});
