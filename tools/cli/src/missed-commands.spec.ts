import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { devSettings } from './dev-settings.ts';
import { discardPassedOver, listPassedOver, retryPassedOver } from './missed-commands.ts';
import { writeRunRecord } from './run-record.ts';

describe('the commands about articles that were passed over', () => {
  const stateDir = mkdtempSync(join(tmpdir(), 'warta-missed-'));
  const settings = devSettings({ WARTA_STATE_DIR: stateDir });
  const asked: { key: string | undefined; body: string }[] = [];
  const server = createServer((request, answer) => {
    void text(request).then((body) => {
      asked.push({ key: request.headers.authorization, body });
      answer.end(JSON.stringify({ data: [], total: 0, limit: 1, articles: 1 }));
    });
  });
  const names = ['WARTA_KEY', 'WARTA_SEARCH_URL', 'WARTA_INGESTOR_URL'];
  const before = names.map((name) => [name, process.env[name]] as const);

  beforeAll(async () => {
    for (const name of names) delete process.env[name];
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    writeFileSync(join(stateDir, 'demo-key'), 'of-the-demo\n');
    writeFileSync(join(stateDir, 'admin-key'), 'of-the-admin\n');
    const searchUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const facts = { ingestorUrl: 'http://127.0.0.1:9', searchUrl };
    writeRunRecord(stateDir, { ...facts, opsUrls: {}, kafkaBrokers: [], startedAt: '' });
  });
  beforeEach(() => asked.splice(0));
  afterAll(() => {
    server.close();
    rmSync(stateDir, { recursive: true });
    for (const [name, value] of before) if (value !== undefined) process.env[name] = value;
  });

  it('ask the Warta of this machine with the admin’s key, although the demo’s is there', async () => {
    await listPassedOver(settings, {});
    await retryPassedOver(settings, [], {});
    await discardPassedOver(settings, ['a'], {});
    expect(asked.map(({ key }) => key)).toEqual(Array(3).fill('Bearer of-the-admin'));
  });

  it('give up none that was not named, unless all are meant', async () => {
    await expect(discardPassedOver(settings, [], {})).rejects.toThrow('--all');
    await expect(discardPassedOver(settings, ['a'], { all: true })).rejects.toThrow('--all');
    expect(asked).toEqual([]);
    await discardPassedOver(settings, [], { all: true });
    await discardPassedOver(settings, ['a'], {});
    expect(asked.map(({ body }) => JSON.parse(body))).toEqual([
      { all: true },
      { articleIds: ['a'] },
    ]);
  });
});
