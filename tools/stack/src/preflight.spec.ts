import { mkdtempSync, rmSync, writeFileSync, chmodSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import {
  checkDiskSpace,
  checkPorts,
  diskFreeBytesMin,
  dockerAnswers,
  findOnPath,
  requireMaven,
} from './preflight.ts';
import { devStackOptions } from './stack-options.ts';
import { listen } from './testing.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'warta-preflight-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('checking the machine before anything is started', () => {
  it('names a taken port, the process that has it and the variable that moves it', async () => {
    const server = await listen();
    const { port } = server.address() as AddressInfo;
    const options = { ...devStackOptions({}), elasticsearchPort: port };
    const checked = checkPorts(options, ['elasticsearchPort']);
    await expect(checked).rejects.toMatchObject({
      code: 'port-in-use',
      message: expect.stringMatching(
        new RegExp(`Port ${port}, .*process ${process.pid}.*WARTA_ELASTICSEARCH_PORT`),
      ) as string,
    });
    await new Promise((resolve) => server.close(resolve));
    await expect(checkPorts(options, ['elasticsearchPort'])).resolves.toBeUndefined();
  });

  it('says where disk space is missing, and how much', async () => {
    const nowhere = path.join(folder, 'not', 'there', 'yet');
    const checked = checkDiskSpace(nowhere, 1e18);
    await expect(checked).rejects.toMatchObject({
      code: 'disk-space',
      message: expect.stringContaining(nowhere) as string,
    });
    expect(diskFreeBytesMin).toBe(4_000_000_000);
    await expect(checkDiskSpace(nowhere, 1)).resolves.toBeUndefined();
  });

  it('asks for Maven or Docker when neither is on PATH', () => {
    const environment = { PATH: folder };
    expect(dockerAnswers(environment)).toBe(false);
    expect(() => requireMaven(environment)).toThrow(
      expect.objectContaining({
        code: 'no-maven-or-docker',
        message: expect.stringMatching(/Install Maven .* or start a Docker engine/) as string,
      }),
    );
  });

  it('does not take a Docker client without an engine for Docker', () => {
    const docker = path.join(folder, 'docker');
    writeFileSync(docker, '#!/bin/sh\nexit 1\n');
    chmodSync(docker, 0o755);
    expect(findOnPath('docker', { PATH: folder })).toBe(docker);
    expect(dockerAnswers({ PATH: folder })).toBe(false);
  });
});
