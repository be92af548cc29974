import type { IncomingMessage } from 'node:http';
import { Readable } from 'node:stream';
import {
  BODY_BYTES_IN_FLIGHT_MAX,
  BodyReader,
  STRANGERS_BYTES_IN_FLIGHT_MAX,
} from './body-reader.ts';

const bytes = (text: string) => Buffer.from(text, 'utf8');

const bodyOf = (chunks: Iterable<Buffer>, headers = {}) =>
  Object.assign(Readable.from(chunks), { headers }) as unknown as IncomingMessage;

describe('reading bodies', () => {
  it('refuses a body over its limit with 413, in one piece or many', async () => {
    const reader = new BodyReader();
    for (const chunks of [[bytes('x'.repeat(11))], Array.from({ length: 11 }, () => bytes('x'))]) {
      await expect(reader.read(bodyOf(chunks), 10, 'known')).rejects.toMatchObject({ status: 413 });
    }
    expect(reader.bytesInFlight).toBe(0);
    expect(
      (await reader.read(bodyOf([bytes('12345'), bytes('67890')]), 10, 'known')).bytes,
    ).toEqual(bytes('1234567890'));
  });

  it('refuses with 503 what would exceed the memory for all bodies, until some is given back', async () => {
    const reader = new BodyReader();
    const large = bytes('x'.repeat(BODY_BYTES_IN_FLIGHT_MAX - 8));
    const held = await reader.read(bodyOf([large]), BODY_BYTES_IN_FLIGHT_MAX, 'known');
    const more = () => reader.read(bodyOf([bytes('0123456789')]), 100, 'known');
    await expect(more()).rejects.toMatchObject({
      status: 503,
      headers: { 'retry-after': expect.stringMatching(/^\d+$/) },
    });
    held.release();
    held.release();
    expect(reader.bytesInFlight).toBe(0);
    await expect(more()).resolves.toBeDefined();
  });

  it('keeps room for those it knows, whatever strangers send', async () => {
    const reader = new BodyReader();
    const large = bytes('x'.repeat(STRANGERS_BYTES_IN_FLIGHT_MAX));
    const held = await reader.read(bodyOf([large]), large.length, 'stranger');
    const more = (sender: 'known' | 'stranger') => reader.read(bodyOf([bytes('0')]), 100, sender);
    await expect(more('stranger')).rejects.toMatchObject({ status: 503 });
    const known = bytes('x'.repeat(BODY_BYTES_IN_FLIGHT_MAX));
    (await reader.read(bodyOf([known]), known.length, 'known')).release();
    held.release();
    await expect(more('stranger')).resolves.toBeDefined();
  });

  it('takes no more room for a body whose request was answered while it was under way', async () => {
    const reader = new BodyReader();
    const rest = Promise.withResolvers<void>();
    async function* slowly() {
      yield bytes('{"a":');
      await rest.promise;
      yield bytes('1}');
    }
    let giveBack = () => {};
    const body = Object.assign(slowly(), { headers: {} }) as unknown as IncomingMessage;
    const reading = reader.read(body, 100, 'known', (release) => (giveBack = release));
    await new Promise(setImmediate);
    expect(reader.bytesInFlight).toBe(5);
    giveBack();
    expect(reader.bytesInFlight).toBe(0);
    rest.resolve();
    await expect(reading).rejects.toMatchObject({ status: 503 });
    expect(reader.bytesInFlight).toBe(0);
  });

  it('gives back the share of a body that does not arrive whole', async () => {
    const reader = new BodyReader();
    function* broken() {
      yield bytes('{"a":');
      throw new Error('aborted');
    }
    await expect(reader.read(bodyOf(broken()), 100, 'known')).rejects.toMatchObject({
      status: 400,
    });
    expect(reader.bytesInFlight).toBe(0);
  });
});
