import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect } from './connection.ts';
import { devSettings } from './dev-settings.ts';
import { writeRunRecord } from './run-record.ts';

const nothing = { data: [], total: { value: 0, relation: 'eq' }, partial: false };

describe('which Warta a command talks to', () => {
  const stateDir = mkdtempSync(join(tmpdir(), 'warta-connection-'));
  const settings = devSettings({ WARTA_STATE_DIR: stateDir });
  const authorizations: (string | undefined)[] = [];
  const server = createServer((request, answer) => {
    authorizations.push(request.headers.authorization);
    answer.end(JSON.stringify(nothing));
  });
  const names = ['WARTA_KEY', 'WARTA_SEARCH_URL', 'WARTA_INGESTOR_URL'];
  const before = names.map((name) => [name, process.env[name]] as const);
  let url = '';
  let here = '';

  beforeAll(async () => {
    for (const name of names) delete process.env[name];
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    url = `http://localhost:${(server.address() as AddressInfo).port}`;
    here = url.replace('localhost', '127.0.0.1');
    writeFileSync(join(stateDir, 'demo-key'), 'local-key\n');
    const facts = { ingestorUrl: 'http://127.0.0.1:9', searchUrl: here };
    writeRunRecord(stateDir, { ...facts, opsUrls: {}, kafkaBrokers: [], startedAt: '' });
  });
  beforeEach(() => authorizations.splice(0));
  afterAll(() => {
    server.close();
    rmSync(stateDir, { recursive: true });
    for (const [name, value] of before) if (value !== undefined) process.env[name] = value;
  });

  it('is given the key of this machine only when it is the one of this machine', async () => {
    await connect(settings, {}).search({});
    await connect(settings, { searchUrl: `${here}/` }).search({});
    await connect(settings, { searchUrl: url }).search({});
    await connect(settings, { ingestorUrl: url, searchUrl: here }).search({});
    await connect(settings, { searchUrl: url, key: 'given' }).search({});
    expect(authorizations).toEqual([
      ...['Bearer local-key', 'Bearer local-key'],
      ...[undefined, undefined, 'Bearer given'],
    ]);
  });

  it('needs the address of the service that is asked, and of no other', async () => {
    const elsewhere = connect(settings, { searchUrl: url, key: 'given' });
    await expect(elsewhere.listKeys()).rejects.toThrow('--ingestor-url');
    await expect(connect(settings, { ingestorUrl: url, key: 'given' }).search({})).rejects.toThrow(
      '--search-url',
    );
  });
});
