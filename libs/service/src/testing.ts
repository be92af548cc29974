import { Body, Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import { ApiResponse } from '@nestjs/swagger';
import { TransientError } from '@warta/messaging';
import { Writable } from 'node:stream';
import { z } from 'zod';
import { AccessBook, hashKey } from './access-book.ts';
import type { Caller } from './access-book.ts';
import { CurrentCaller, RequireAnyScope, RequireScope } from './access.ts';
import { accessConfig, defineConfig, httpConfig, opsConfig } from './config-fragments.ts';
import { readConfig } from './config.ts';
import { REQUEST_DEADLINE_MS } from './http-server.ts';
import { KeysAsPasswords } from './keys-as-passwords.ts';
import { createLogger } from './logger.ts';
import type { FastifyReply } from './fastify-types.ts';
import { runService } from './run-service.ts';
import type { RunningService } from './run-service.ts';
import type { ServiceModule, ServiceStart } from './service-start.ts';
import { streamAnswer } from './stream-answer.ts';

/** The smallest service that shows every promise of this library; it stands for ours in tests. */
export const probeConfig = defineConfig({
  ...httpConfig(0),
  ...opsConfig(0),
  ...accessConfig,
});
type ProbeConfig = z.output<typeof probeConfig>;

export const PROBE_ADMIN_KEY = 'a-first-admin-key-for-tests';

const Parcel = z
  .strictObject({
    name: z.string().min(1),
    weight: z.int().min(0),
    tags: z.array(z.strictObject({ 'a/b': z.string() })).optional(),
  })
  .meta({ id: 'Parcel' });

@Controller('v1/parcels')
class ParcelController {
  @Post()
  @RequireScope('admin')
  @ApiResponse({ status: 201, standardSchema: Parcel })
  create(@Body({ schema: Parcel }) parcel: z.output<typeof Parcel>, @CurrentCaller() by: Caller) {
    return { ...parcel, by: by.keyId };
  }

  @Get(':parcel')
  read(
    @Param('parcel', { schema: z.string().regex(/^\d+$/) }) parcel: string,
    @Query({ schema: z.strictObject({ size: z.coerce.number().int().default(3) }) })
    query: { size: number },
  ) {
    return { parcel, ...query };
  }

  @Get('seen/by-some')
  @RequireAnyScope('annotate', 'search:read')
  seen(@CurrentCaller() by: Caller) {
    return { by: by.keyId };
  }

  @Get('streamed/:how')
  async stream(@Param('how') how: string, @Res() reply: FastifyReply) {
    await streamAnswer(reply, { 'content-type': 'text/plain' }, pieces(how));
  }

  @Get('failing/:how')
  async fail(@Param('how') how: string) {
    if (how === 'until-told') {
      await new Promise<void>((resolve) => Object.assign(held, { hasCome: true, answer: resolve }));
      return { done: true };
    }
    if (how === 'transient') throw new TransientError('the broker is away');
    const delayMs = { 'very-slowly': REQUEST_DEADLINE_MS + 2_000 }[how];
    if (delayMs === undefined) throw new Error('a secret of ours');
    await new Promise((resolve) => setTimeout(resolve, delayMs));
    return { done: true };
  }
}

/** Of the request to `failing/until-told`: whether it is in hand, and what lets it be answered. */
export const held = { hasCome: false, answer: () => {} };

const PIECE = `${'a'.repeat(16 * 1024 - 1)}\n`;

/** What has become of the streams of `streamed/:how`. */
export const streamed = { pieces: 0, ended: 0 };

/** A thousand pieces at once; or few, one after the other, beyond the deadline of requests; or a failure. */
async function* pieces(how: string) {
  try {
    for (let piece = 0; piece < (how === 'slowly' ? 5 : 1_000); piece += 1) {
      if (how === 'slowly') {
        await new Promise((resolve) => setTimeout(resolve, REQUEST_DEADLINE_MS / 4));
      }
      if (how === 'failing' && piece === 3) throw new Error('the source failed');
      streamed.pieces += 1;
      yield PIECE;
    }
  } finally {
    streamed.ended += 1;
  }
}

export interface Probe {
  service: RunningService;
  start: ServiceStart<ProbeConfig>;
  book: AccessBook;
  logs: Record<string, unknown>[];
  fatal: (string | Error)[];
}

/** Runs the probe on free ports, with a book of keys that a test fills and declares complete. */
export async function runProbe(isBookComplete = true): Promise<Probe> {
  const logs: Record<string, unknown>[] = [];
  const destination = new Writable({
    write(line: Buffer, _encoding, done) {
      logs.push(JSON.parse(line.toString()) as Record<string, unknown>);
      done();
    },
  });
  const environment = {
    WARTA_HTTP_HOST: '127.0.0.1',
    WARTA_ADMIN_KEY_SHA256: hashKey(PROBE_ADMIN_KEY),
  };
  const config = readConfig(probeConfig, environment);
  const book = new AccessBook(config.WARTA_ADMIN_KEY_SHA256);
  if (isBookComplete) book.follow({ caughtUp: true, lastRefreshedAt: new Date() });
  const fatal: (string | Error)[] = [];
  let start: ServiceStart<ProbeConfig> | undefined;
  class ProbeModule {}
  const module: ServiceModule<ProbeConfig> = {
    register: (given) => {
      start = given;
      return {
        module: ProbeModule,
        controllers: [ParcelController],
        providers: [
          { provide: AccessBook, useValue: book },
          { provide: KeysAsPasswords, useValue: new KeysAsPasswords(() => true) },
        ],
      };
    },
  };
  const service = await runService(
    { name: 'probe', config: probeConfig, module },
    {
      config,
      logger: createLogger('probe', 'debug', destination),
      fatal: (reason) => fatal.push(reason),
    },
  );
  if (!start) throw new Error('the module was not registered');
  return { service, start, book, logs, fatal };
}
