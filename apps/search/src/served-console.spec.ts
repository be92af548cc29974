import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { HttpAdapterHost } from '@nestjs/core';
import {
  accessConfig,
  defineConfig,
  hashKey,
  httpConfig,
  opsConfig,
  readConfig,
  runService,
} from '@warta/service';
import type { RunningService } from '@warta/service';
import { pino } from 'pino';
import { consoleFolder, serveConsole } from './serve-console/serve-console.ts';

const schema = defineConfig({ ...httpConfig(0), ...opsConfig(0), ...accessConfig });
class ConsoleModule {}

function serving(folder: string): Promise<RunningService> {
  const config = readConfig(schema, {
    WARTA_HTTP_HOST: '127.0.0.1',
    WARTA_ADMIN_KEY_SHA256: hashKey('nobody-has-this-key'),
  });
  const register = () => ({
    module: ConsoleModule,
    providers: [
      {
        provide: serveConsole,
        inject: [HttpAdapterHost],
        useFactory: ({ httpAdapter }: HttpAdapterHost) =>
          serveConsole(httpAdapter.getInstance(), folder),
      },
    ],
  });
  const fatal = (reason: unknown) => {
    throw reason;
  };
  const logger = pino({ level: 'silent' });
  return runService(
    { name: 'search', config: schema, module: { register } },
    { config, logger, fatal },
  );
}

const asBrowser = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' };
const script = `export const words = '${'kata '.repeat(400)}';\n`;

describe('the console, served', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'warta-console-'));
  let service: RunningService;
  beforeAll(async () => {
    mkdirSync(path.join(folder, 'assets'));
    mkdirSync(path.join(folder, '.vite'));
    writeFileSync(path.join(folder, 'index.html'), '<!doctype html><title>Warta</title>');
    writeFileSync(path.join(folder, 'theme.js'), '// theme');
    writeFileSync(path.join(folder, '.vite', 'manifest.json'), '{}');
    writeFileSync(path.join(folder, 'assets', 'index-B1c2.js'), script);
    writeFileSync(path.join(folder, 'assets', 'index-B1c2.js.gz'), gzipSync(script));
    service = await serving(folder);
  });
  afterAll(async () => {
    await service.stop();
    rmSync(folder, { recursive: true });
  });

  const get = (at: string, headers: Record<string, string> = asBrowser, method = 'GET') =>
    fetch(`${service.httpUrl}${at}`, { headers, method });

  it.each(['/', '/articles/0190b0a4', '/searches?team=desk', '/nowhere'])(
    'is at %s for a browser, with a policy that knows only this host',
    async (at) => {
      const answer = await get(at);
      expect(answer.status).toBe(200);
      expect(await answer.text()).toContain('<title>Warta');
      expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
      expect(answer.headers.get('cache-control')).toBe('no-cache');
      const policy = answer.headers.get('content-security-policy');
      expect(policy).toContain("default-src 'self'");
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).not.toContain('unsafe');
      expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
      expect(answer.headers.get('referrer-policy')).toBe('no-referrer');
    },
  );

  it('has assets that are kept for good, and smaller for those who can unpack them', async () => {
    const answer = await get('/assets/index-B1c2.js', { 'accept-encoding': 'gzip' });
    expect(answer.headers.get('cache-control')).toContain('immutable');
    expect(answer.headers.get('content-encoding')).toBe('gzip');
    expect(answer.headers.get('content-type')).toMatch(/javascript/);
    expect(await answer.text()).toBe(script);
    const plain = await get('/assets/index-B1c2.js', { 'accept-encoding': 'identity' });
    expect(await plain.text()).toBe(script);
    expect((await get('/theme.js')).headers.get('cache-control')).toBe('no-cache');
  });

  it.each(['/v1/nothing', '/v1/nothing/at-all', '/assets/index-old.js', '/v1'])(
    'is not in the way of problems at %s',
    async (at) => {
      const answer = await get(at);
      expect(answer.status).toBe(404);
      expect(answer.headers.get('content-type')).toContain('application/problem+json');
    },
  );

  it('is for browsers: what asks for JSON, or sends something, gets a problem', async () => {
    expect((await get('/articles/7', { accept: 'application/json' })).status).toBe(404);
    expect((await get('/articles/7', asBrowser, 'POST')).status).toBe(404);
    expect((await get('/', asBrowser, 'POST')).status).toBe(405);
    expect((await get('/articles/7', asBrowser, 'HEAD')).status).toBe(200);
  });

  it('leaves the documents of the API where they are', async () => {
    expect((await get('/openapi.json')).headers.get('content-type')).toContain('application/json');
    expect(await (await get('/docs')).text()).toContain('swagger');
  });

  it.each(['/assets/../../package.json', '/assets/%2e%2e%2fpackage.json', '/.vite/manifest.json'])(
    'gives away no other file: %s',
    async (at) => {
      const answer = await get(at, { accept: '*/*' });
      expect(answer.status).toBe(404);
    },
  );
});

describe('a service without a built console', () => {
  it('runs, and says at / how to build it', async () => {
    const service = await serving(path.join(tmpdir(), 'warta-console-that-is-not-there'));
    try {
      const answer = await fetch(service.httpUrl, { headers: asBrowser });
      expect(answer.status).toBe(404);
      expect(await answer.json()).toMatchObject({
        detail: expect.stringContaining('npm run build'),
      });
      expect((await fetch(`${service.httpUrl}/openapi.json`)).status).toBe(200);
    } finally {
      await service.stop();
    }
  });

  it.each([
    ['/srv/apps/search/src/serve-console', '/srv/apps/console/dist'],
    ['/srv/apps/warta/apps/search/dist/src/serve-console', '/srv/apps/warta/apps/console/dist'],
  ])('looks from %s into %s', (from, expected) => {
    expect(consoleFolder(from)).toBe(expected);
  });
});
