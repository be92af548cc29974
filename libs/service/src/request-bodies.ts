import type { IncomingMessage } from 'node:http';
import { applyDecorators, createParamDecorator } from '@nestjs/common';
import type { ExecutionContext } from '@nestjs/common';
import { ApiBody } from '@nestjs/swagger';
import type { z } from 'zod';
import { routeSettings } from './body-doors.ts';
import type { BodyDoors, Sender } from './body-doors.ts';
import { BodyReader, passOver } from './body-reader.ts';
import type { ReceivedBody } from './body-reader.ts';
import type { FastifyInstance, FastifyRequest } from './fastify-types.ts';
import { parseJson } from './json-body.ts';
import { ProblemError } from './problem-error.ts';

/** The largest body that an address accepts unless it says otherwise; one larger gets 413. */
export const BODY_BYTES_MAX = 1024 * 1024;

interface BodyRule {
  readonly bytesMax: number;
  readonly as: 'json' | 'document';
}

const jsonRule: BodyRule = { bytesMax: BODY_BYTES_MAX, as: 'json' };
const RULE = 'wartaBody';

/** What an address takes that takes documents. */
export interface TakenDocuments {
  readonly bytesMax: number;
  /** For the description of the API: every media type, and the schema where there is a named one. */
  readonly mediaTypes: Readonly<Record<string, z.ZodType | undefined>>;
}

/** Named schemas that only descriptions of documents refer to. */
export const documentSchemas = new Map<string, z.ZodType>();

/** The address takes documents of any media type, as bytes: see `ReceivedDocument`. */
export function TakesDocuments({ bytesMax, mediaTypes }: TakenDocuments): MethodDecorator {
  const content = Object.entries(mediaTypes).map(([mediaType, schema]) => {
    const name = schema?.meta()?.id;
    if (schema === undefined || name === undefined) {
      return [mediaType, { schema: { type: 'string' } }];
    }
    documentSchemas.set(name, schema);
    return [mediaType, { schema: { $ref: `#/components/schemas/${name}` } }];
  });
  const described = { required: true, content: Object.fromEntries(content) as object };
  return applyDecorators(
    routeSettings({ [RULE]: { bytesMax, as: 'document' } satisfies BodyRule }),
    ApiBody(described as unknown as Parameters<typeof ApiBody>[0]),
  );
}

/** A body as it was sent, without its content coding, and what it is said to be. */
export interface SentDocument {
  readonly bytes: Buffer;
  /** The header with its parameters; undefined when there is none. */
  readonly contentType: string | undefined;
  /** All headers, names in small letters, several of one name joined by commas. */
  readonly headers: Readonly<Record<string, string>>;
}

/** The document of a request, as a parameter of a handler with `TakesDocuments`. */
export const ReceivedDocument = createParamDecorator(
  (_data: unknown, context: ExecutionContext): SentDocument => {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const headers = Object.entries(request.headers).map(([name, value = '']) => [
      name,
      Array.isArray(value) ? value.join(', ') : value,
    ]);
    return {
      bytes: bodyBytesOf(request),
      contentType: request.headers['content-type'],
      headers: Object.fromEntries(headers) as Record<string, string>,
    };
  },
);

/** Of one request: its body once it is read, and whether anybody still waits for the answer. */
interface Receiving {
  body?: ReceivedBody;
  isOver: boolean;
  /** Gives back the room that its body takes, whole or not. */
  release?: () => void;
}

const receiving = new WeakMap<FastifyRequest, Receiving>();

/**
 * The bytes of a request's body without its content coding, before any parsing: what a signature is
 * checked against. Empty when there was none.
 */
export function bodyBytesOf(request: FastifyRequest): Buffer {
  return receiving.get(request)?.body?.bytes ?? Buffer.alloc(0);
}

/**
 * Bodies of JSON in UTF-8, or of anything where the address takes documents; within their limits,
 * one by one and together, and only once the address's door has let the headers pass.
 */
export function readBodies(server: FastifyInstance, doors: BodyDoors): void {
  const bodies = new BodyReader();
  server.removeAllContentTypeParsers();
  server.addHook('onRequest', (request, reply, done) => {
    const state: Receiving = { isOver: false };
    receiving.set(request, state);
    // Answered or hung up: it comes exactly once in either case.
    reply.raw.once('close', () => {
      state.isOver = true;
      state.release?.();
    });
    done();
  });
  server.addContentTypeParser('*', async (request: FastifyRequest, payload: IncomingMessage) => {
    const state = receiving.get(request);
    if (request.is404 || state === undefined) return undefined;
    const sender = await admitted(request, payload, doors);
    const rule = ruleOf(request);
    if (rule.as === 'json') requireJson(request.headers['content-type']);
    if (state.isOver) throw new ProblemError(400, 'The body did not arrive whole.');
    state.body = await bodies.read(payload, rule.bytesMax, sender, (release) => {
      state.release = release;
    });
    return rule.as === 'json' ? parseJson(state.body.bytes) : undefined;
  });
}

async function admitted(
  request: FastifyRequest,
  payload: IncomingMessage,
  doors: BodyDoors,
): Promise<Sender> {
  try {
    return await doors.senderOf(request);
  } catch (error) {
    passOver(payload);
    throw error;
  }
}

function ruleOf(request: FastifyRequest): BodyRule {
  const config = request.routeOptions.config as { [RULE]?: BodyRule } | undefined;
  return config?.[RULE] ?? jsonRule;
}

/** @throws ProblemError 415 unless it is JSON, and in no charset but UTF-8. */
function requireJson(contentType: string | undefined): void {
  const [mediaType = '', ...parameters] = (contentType ?? '').toLowerCase().split(';');
  const charset = parameters
    .map((one) => /^\s*charset\s*=\s*"?([^\s"]*)"?\s*$/.exec(one)?.[1])
    .find((one) => one !== undefined);
  if (mediaType.trim() === 'application/json' && (charset ?? 'utf-8') === 'utf-8') return;
  throw new ProblemError(415, 'Send the body as application/json in UTF-8.');
}
