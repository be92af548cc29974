import { once } from 'node:events';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exitCodes } from './cli-error.ts';
import { BusyError, NobodyThereError, ServiceError } from './service-error.ts';
import { TryAgain } from './try-again.ts';
import { WartaClient } from './warta-client.ts';

const SECRET = `whsec_${Buffer.alloc(32, 'a secret').toString('base64')}`;
const taken = { feed: 'f', format: 'rss', counts: {}, items: [] };
const outcomes = ['accepted', 'corrected', 'unchanged', 'withdrawn', 'refused'];
const ok = { ...taken, counts: Object.fromEntries(outcomes.map((outcome) => [outcome, 0])) };
const document = { bytes: Buffer.from('{}'), id: 'one-push' };

describe('a push that is tried again', () => {
  let server: Server;
  let url: string;
  let headers: NodeJS.Dict<string | string[]>[] = [];
  /** One for each request; what it leaves open is answered with 200. */
  let answers: ((response: ServerResponse) => void)[] = [];
  const client = (key?: string, isEnough = false) =>
    new WartaClient({ ingestorUrl: url, searchUrl: url }, key, { secret: SECRET, isEnough });
  const says = (status: number, more: Record<string, string> = {}, body = '') => {
    return (response: ServerResponse) => response.writeHead(status, more).end(body);
  };
  const push = (triesMax = 3, of = client('key')) =>
    new TryAgain({ triesMax, waitFirstMs: 1, waitMaxMs: 1 }).send(() =>
      of.pushItems('f', document),
    );

  beforeAll(async () => {
    server = createServer((request, response) => {
      headers.push(request.headers);
      request.resume().once('end', () => {
        answers.shift()?.(response);
        if (!response.writableEnded) response.end(JSON.stringify(ok));
      });
    });
    await once(server.listen(0, '127.0.0.1'), 'listening');
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  beforeEach(() => {
    headers = [];
    answers = [];
  });
  afterAll(() => {
    server.close();
    server.closeAllConnections();
  });

  it('is the same push each time, signed anew, also while its first try is under way', async () => {
    answers = [
      says(503, { 'retry-after': '1' }),
      (response) => response.socket?.destroy(),
      says(409, { 'retry-after': '1' }),
    ];
    await push(4);
    expect(headers).toHaveLength(4);
    const ids = headers.map((one) => `${one['idempotency-key']} ${one['webhook-id']}`);
    expect(new Set(ids)).toEqual(new Set(['"one-push" one-push']));
    expect(headers.every((one) => `${one['webhook-signature']}`.startsWith('v1,'))).toBe(true);
  });

  it('is told as busy at the end, with what the service last said', async () => {
    answers = [says(429), says(503)];
    const failure = await push(2).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(BusyError);
    expect(failure).toMatchObject({ exitCode: exitCodes.timeout, message: /503/ });
  });

  it('is not tried again where nobody is, or where it was refused', async () => {
    const gone = createServer().listen(0, '127.0.0.1');
    await once(gone, 'listening');
    const nowhere = `http://127.0.0.1:${(gone.address() as AddressInfo).port}`;
    gone.close();
    await once(gone, 'close');
    const tries: string[] = [];
    // Port 9 is one that fetch never connects to.
    for (const address of [nowhere, 'http://127.0.0.1:9']) {
      const nobody = new WartaClient({ ingestorUrl: address, searchUrl: address }, 'key');
      const send = () => nobody.pushItems('f', document);
      const sent = new TryAgain().send(send, (said) => tries.push(said));
      await expect(sent).rejects.toBeInstanceOf(NobodyThereError);
    }
    expect(tries).toEqual([]);
    for (const status of [413, 409, 401]) {
      answers = [says(status, {}, '<html>a page of a proxy</html>')];
      const failure = await push().catch((error: unknown) => error);
      expect(failure).toBeInstanceOf(ServiceError);
      expect(failure).toMatchObject({ status, message: expect.not.stringContaining('<') });
    }
    expect(headers).toHaveLength(3);
  });

  it('asks for what was missing: the secret of the feed, or a key', async () => {
    answers = [says(401, { 'www-authenticate': 'Signature realm="warta"' }), says(401)];
    await expect(push()).rejects.toThrow('WARTA_FEED_SECRET');
    await expect(push()).rejects.toThrow('WARTA_KEY');
  });

  it('goes without a key that is not the feed’s when the signature is enough', async () => {
    await push(1, client('key', true));
    await push(1, client('key', false));
    expect(headers.map(({ authorization }) => authorization)).toEqual([undefined, 'Bearer key']);
  });
});
