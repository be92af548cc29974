import fc from 'fast-check';
import type { IncomingMessage } from 'node:http';
import { Readable } from 'node:stream';
import { BODY_BYTES_IN_FLIGHT_MAX, BodyReader, JSON_DEPTH_MAX, parseJson } from './json-body.ts';
import { ProblemError } from './problem-error.ts';

const bytes = (text: string) => Buffer.from(text, 'utf8');

function problemOf(work: () => unknown): ProblemError {
  try {
    work();
  } catch (error) {
    if (error instanceof ProblemError) return error;
    throw error;
  }
  throw new Error('nothing was refused');
}

const bodyOf = (chunks: Iterable<Buffer>, headers = {}) =>
  Object.assign(Readable.from(chunks), { headers }) as unknown as IncomingMessage;

describe('parsing a body', () => {
  it('reads whatever JSON holds', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 8 }), (value) => {
        fc.pre(!/"(__proto__|constructor|prototype)":/.test(JSON.stringify(value)));
        const text = JSON.stringify(value);
        expect(parseJson(bytes(text))).toEqual(JSON.parse(text));
      }),
    );
  });

  it.each(['__proto__', 'constructor', 'prototype', '\\u005f_proto__'])(
    'refuses the key %s by its place, and pollutes nothing',
    (key) => {
      const problem = problemOf(() => parseJson(bytes(`{"a/b":[{"${key}":{"polluted":true}}]}`)));
      expect(problem.status).toBe(400);
      expect(problem.errors?.[0]?.pointer).toMatch(
        /^\/a~1b\/0\/(__proto__|constructor|prototype)$/,
      );
      expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
    },
  );

  it('refuses a depth bomb quickly, and accepts the depth before it', () => {
    const nested = (depth: number) => bytes('['.repeat(depth) + ']'.repeat(depth));
    expect(problemOf(() => parseJson(nested(500_000))).status).toBe(400);
    expect(problemOf(() => parseJson(nested(JSON_DEPTH_MAX + 1))).status).toBe(400);
    expect(parseJson(nested(JSON_DEPTH_MAX))).toBeDefined();
  });

  it('says where JSON breaks, without control characters of the body', () => {
    const problem = problemOf(() => parseJson(bytes('{"a": \u001b[31m}')));
    expect(problem.message).toMatch(/not JSON/);
    expect(problem.message).not.toContain('\u001b');
  });

  it('refuses bytes that are not UTF-8', () => {
    expect(problemOf(() => parseJson(Uint8Array.of(0x22, 0xff, 0x22))).message).toMatch(/UTF-8/);
  });
});

describe('reading bodies', () => {
  it('refuses a body over the limit with 413, in one piece or many', async () => {
    const reader = new BodyReader(10);
    for (const chunks of [[bytes('x'.repeat(11))], Array.from({ length: 11 }, () => bytes('x'))]) {
      await expect(reader.read(bodyOf(chunks))).rejects.toMatchObject({ status: 413 });
    }
    expect(reader.bytesInFlight).toBe(0);
    expect((await reader.read(bodyOf([bytes('"12345678"')]))).value).toBe('12345678');
  });

  it('refuses with 503 what would exceed the memory for all bodies, until some is given back', async () => {
    const reader = new BodyReader(BODY_BYTES_IN_FLIGHT_MAX);
    const large = bytes(`"${'x'.repeat(BODY_BYTES_IN_FLIGHT_MAX - 10)}"`);
    const held = await reader.read(bodyOf([large]));
    const more = () => reader.read(bodyOf([bytes('"0123456789"')]));
    await expect(more()).rejects.toMatchObject({
      status: 503,
      headers: { 'retry-after': expect.stringMatching(/^\d+$/) },
    });
    held.release();
    held.release();
    expect(reader.bytesInFlight).toBe(0);
    await expect(more()).resolves.toBeDefined();
  });

  it('gives back the share of a body that does not arrive whole', async () => {
    const reader = new BodyReader(100);
    function* broken() {
      yield bytes('{"a":');
      throw new Error('aborted');
    }
    await expect(reader.read(bodyOf(broken()))).rejects.toMatchObject({ status: 400 });
    expect(reader.bytesInFlight).toBe(0);
  });
});
