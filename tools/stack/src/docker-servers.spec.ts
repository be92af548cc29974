import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DockerServers } from './docker-servers.ts';
import { devStackOptions } from './stack-options.ts';

/**
 * What is asked of the Docker client, where no engine is at hand: a program of that name on PATH
 * writes down how it was called.
 */
const folder = mkdtempSync(path.join(tmpdir(), 'warta-docker-'));
const calls = path.join(folder, 'calls');
const realPath = process.env['PATH'];

beforeAll(() => {
  const script = [
    '#!/bin/sh',
    `echo "$WARTA_KAFKA_PORT $*" >> ${calls}`,
    'case "$*" in *"up --detach"*) echo "no such image" >&2; exit 1;; *ps*) echo kafka;; esac',
  ];
  writeFileSync(path.join(folder, 'docker'), script.join('\n'));
  chmodSync(path.join(folder, 'docker'), 0o755);
  process.env['PATH'] = `${folder}:${realPath}`;
});
beforeEach(() => writeFileSync(calls, ''));
afterAll(() => {
  process.env['PATH'] = realPath;
  rmSync(folder, { recursive: true });
});

describe('the stack in Docker', () => {
  const options = { ...devStackOptions({}), kafkaPort: 12_345 };
  const servers = new DockerServers(options, () => undefined);
  const called = () => readFileSync(calls, 'utf8').trim().split('\n');

  it('has a compose project of its own, the ports in the environment, and waits for health', async () => {
    await expect(servers.start(['kafka'])).rejects.toMatchObject({
      code: 'server-failed',
      message: expect.stringContaining('no such image') as string,
    });
    const shape =
      /^12345 compose --project-name warta-dev-[0-9a-f]{8} --file \S+\/docker-compose\.yml /;
    expect(called()[0]).toMatch(shape);
    expect(called()[0]).toMatch(/ up --detach --wait --wait-timeout 180 kafka$/);
  });

  it('wakes a frozen server before it stops it, and leaves stopped ones alone', async () => {
    await servers.stop(['kafka', 'postgres']);
    const verbs = called().map((line) => line.split('docker-compose.yml ')[1]);
    expect(verbs.slice(1)).toEqual(['kill --signal SIGCONT kafka', 'stop kafka']);
  });

  it('deletes the data with the volumes', async () => {
    await servers.wipe();
    expect(called()[0]).toMatch(/ down --volumes --remove-orphans$/);
  });
});
