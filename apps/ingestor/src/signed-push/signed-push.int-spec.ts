import { createHmac } from 'node:crypto';
import { connect } from 'node:net';
import { gzipSync } from 'node:zlib';
import { ArticleSubmitted } from '@warta/contracts';
import type { ArticleSubmittedV1 } from '@warta/contracts';
import { decodeEvent, readLog, withPrefix } from '@warta/messaging';
import type { RunningService } from '@warta/service';
import { pino } from 'pino';
import { Registry } from 'prom-client';
import {
  ADMIN_KEY,
  Client,
  createTestTopics,
  startIngestor,
  testBrokers,
  until,
} from '../testing.ts';

const FEED = 'harian-contoh';
const ITEMS = `/v1/feeds/${FEED}/items`;

let topics: Awaited<ReturnType<typeof createTestTopics>>;
let ingestor: RunningService;
let admin: Client;
let secret: string;
let otherSecret: string;
const log: string[] = [];

beforeAll(async () => {
  topics = await createTestTopics();
  ingestor = await startIngestor({ ...topics, log: { write: (line) => void log.push(line) } });
  await until(() => ingestor.health.ready().ok);
  admin = new Client(ingestor.httpUrl, ADMIN_KEY);
  const secretOf = async (feed: string) => {
    await admin.send('POST', '/v1/feeds', { feed });
    const { json } = await admin.send('POST', `/v1/feeds/${feed}/secrets`, {});
    return json['secret'] as string;
  };
  [secret, otherSecret] = [await secretOf(FEED), await secretOf('harian-lain')];
});
afterAll(async () => {
  await ingestor?.stop();
  await topics?.drop();
});

async function submittedOf(sourceId: string): Promise<ArticleSubmittedV1[]> {
  const definition = withPrefix(ArticleSubmitted, topics.prefix);
  const found: ArticleSubmittedV1[] = [];
  await readLog(
    { brokers: testBrokers().split(','), clientId: 'test-reader' },
    definition.topic,
    (record) => {
      const { event } = decodeEvent(definition, record);
      if ('sourceId' in event && event.sourceId === sourceId) found.push(event);
    },
    { logger: pino({ level: 'silent' }), metrics: new Registry() },
  );
  return found;
}

let messages = 0;

/** Standard Webhooks headers over what is signed. */
function signature(
  content: string | Buffer,
  { by = secret, id = `msg_${(messages += 1)}`, offSeconds = 0 } = {},
): Record<string, string> {
  const timestamp = String(Math.floor(Date.now() / 1_000) + offSeconds);
  const key = Buffer.from(by.slice('whsec_'.length), 'base64');
  const mac = createHmac('sha256', key).update(`${id}.${timestamp}.`).update(content);
  return {
    'webhook-id': id,
    'webhook-timestamp': timestamp,
    'webhook-signature': `v1,${mac.digest('base64')}`,
  };
}

const json = { 'content-type': 'application/json' };

async function push(body: string | Buffer, headers: Record<string, string>, path = ITEMS) {
  const response = await fetch(`${ingestor.httpUrl}${path}`, {
    method: 'POST',
    headers: { ...json, ...headers },
    body,
  });
  return { status: response.status, headers: response.headers, text: await response.text() };
}

describe('a rightly signed push', () => {
  it('needs no key, and is the feed’s own', async () => {
    const body = JSON.stringify([{ id: 'signed-1', body: 'Teks satu.' }]);
    expect((await push(body, signature(body))).status).toBe(202);
    expect(await submittedOf('signed-1')).toMatchObject([
      { feed: FEED, submittedBy: `feed:${FEED}` },
    ]);
  });

  it('is signed over what was compressed, whatever the case of header names', async () => {
    const body = JSON.stringify([{ id: 'signed-2', body: 'Teks dua.' }]);
    const named = Object.fromEntries(
      Object.entries(signature(body)).map(([name, value]) => [name.toUpperCase(), value]),
    );
    const answer = await push(gzipSync(body), { ...named, 'content-encoding': 'gzip' });
    expect(answer.status).toBe(202);
  });

  it('may be signed by plain HMAC', async () => {
    const body = JSON.stringify([{ id: 'signed-3', body: 'Teks tiga.' }]);
    const hex = createHmac('sha512', secret).update(body).digest('hex');
    expect((await push(body, { 'x-hub-signature': `sha512=${hex}` })).status).toBe(202);
    const sha1 = createHmac('sha1', secret).update(body).digest('hex');
    expect((await push(body, { 'x-hub-signature': `sha1=${sha1}` })).status).toBe(401);
  });

  it('sent again is answered as before and not taken again, also without the first one’s key', async () => {
    const first = JSON.stringify([{ id: 'signed-4', body: 'Teks lama.' }]);
    const headers = signature(first);
    const withKey = { ...headers, authorization: `Bearer ${ADMIN_KEY}` };
    const answer = await push(first, withKey);
    const newer = JSON.stringify([{ id: 'signed-4', body: 'Teks baru.' }]);
    await push(newer, signature(newer));
    const replays = [
      await push(first, headers),
      await push(first, withKey),
      await push(first, { ...headers, 'idempotency-key': 'another' }),
    ];
    for (const replay of replays) {
      expect([replay.status, replay.text]).toEqual([answer.status, answer.text]);
      expect(replay.headers.get('idempotent-replayed')).toBe('true');
    }
    const contents = (await submittedOf('signed-4')).map(
      (event) => event.kind === 'publish' && event.content.body,
    );
    expect(contents).toEqual(['Teks lama.', 'Teks baru.']);
  });

  it('takes down the article it names, and no other', async () => {
    const target = `/v1/feeds/${FEED}/articles?id=signed-1`;
    const headers = signature(`DELETE ${target}`);
    const send = async (path: string) =>
      (await fetch(`${ingestor.httpUrl}${path}`, { method: 'DELETE', headers })).status;
    expect(await send(target.replace('signed-1', 'signed-2'))).toBe(401);
    expect(await send(target)).toBe(202);
  });

  it('takes an article down once: a copy of it does nothing after a restore', async () => {
    const target = `/v1/feeds/${FEED}/articles?id=taken-down-once`;
    const send = async (headers: Record<string, string>) => {
      const response = await fetch(`${ingestor.httpUrl}${target}`, { method: 'DELETE', headers });
      const mark = response.headers.get('idempotent-replayed');
      return [response.status, mark, ((await response.json()) as { receipt?: string }).receipt];
    };
    const headers = signature(`DELETE ${target}`);
    const [status, , receipt] = await send(headers);
    await admin.send('POST', target.replace('articles?', 'articles/restore?'));
    const copies = [await send(headers), await send({ ...headers, 'idempotency-key': 'x' })];
    expect([status, copies]).toEqual([202, Array(2).fill([202, 'true', receipt])]);
    const kinds = (await submittedOf('taken-down-once')).map(({ kind }) => kind);
    expect(kinds).toEqual(['takedown', 'restore']);
    // Nothing in plain HMAC says when it was made: such a copy would do for ever.
    const hex = createHmac('sha256', secret).update(`DELETE ${target}`).digest('hex');
    const plain = { 'x-hub-signature': `sha256=${hex}` };
    expect((await send(plain))[0]).toBe(401);
    expect((await send({ ...plain, authorization: `Bearer ${ADMIN_KEY}` }))[0]).toBe(401);
  });
});

describe('a push of a feed that signs', () => {
  const body = JSON.stringify([{ id: 'refused-1', body: 'Teks.' }]);
  const refusals: [string, () => Record<string, string>][] = [
    ['no signature but an admin’s key', () => ({ authorization: `Bearer ${ADMIN_KEY}` })],
    ['neither signature nor key', () => ({})],
    ['the secret of another feed', () => signature(body, { by: otherSecret })],
    ['a signature of over 300 s ago', () => signature(body, { offSeconds: -302 })],
    ['a signature of over 300 s from now', () => signature(body, { offSeconds: 360 })],
    [
      'a signature of re-serialised JSON',
      () => signature(JSON.stringify(JSON.parse(body), null, 1)),
    ],
    ['an empty signature', () => ({ ...signature(body), 'webhook-signature': '' })],
    [
      'a key and a wrong signature',
      () => ({
        ...signature(`${body} `),
        authorization: `Bearer ${ADMIN_KEY}`,
      }),
    ],
    [
      'a right signature and a wrong key',
      () => ({ ...signature(body), authorization: 'Bearer x' }),
    ],
  ];

  it.each(refusals)('with %s gets 401', async (_what, headersOf) => {
    const answer = await push(body, headersOf());
    expect([answer.status, answer.text]).toEqual([401, expect.not.stringContaining(secret)]);
    expect(await submittedOf('refused-1')).toEqual([]);
  });

  it('as one article needs its signature beside the key, and is told what to send', async () => {
    const article = JSON.stringify({ id: 'alone-1', body: 'Teks.', feed: FEED });
    const key = { authorization: `Bearer ${ADMIN_KEY}` };
    const unsigned = await push(article, key, '/v1/articles');
    expect([unsigned.status, unsigned.text]).toEqual([
      401,
      expect.stringContaining('Standard Webhooks 1.0'),
    ]);
    const both = { ...signature(article), ...key };
    expect((await push(article, both, '/v1/articles')).status).toBe(202);
    expect((await push(article, signature(article), '/v1/articles')).status).toBe(401);
  });

  it('opens no other feed', async () => {
    const path = '/v1/feeds/harian-lain/items';
    expect((await push(body, signature(body), path)).status).toBe(401);
    expect((await push(body, signature(body), '/v1/feeds/nobody/items')).status).toBe(401);
  });

  it('takes the secret before the last for as long as it overlaps', async () => {
    const { json } = await admin.send('POST', `/v1/feeds/${FEED}/secrets`, {});
    const newer = json['secret'] as string;
    expect((await push(body, signature(body))).status).toBe(202);
    expect((await push(body, signature(body, { by: newer }))).status).toBe(202);
    await admin.send('POST', `/v1/feeds/${FEED}/secrets`, { secret: newer, overlapHours: 0 });
    expect((await push(body, signature(body))).status).toBe(401);
    expect((await push(body, signature(body, { by: newer }))).status).toBe(202);
  });
});

it('strangers who hold bodies back keep no push of a known key out', async () => {
  const { port } = new URL(ingestor.httpUrl);
  const strangers = ['nobody', FEED, FEED].map((feed) => {
    const socket = connect(Number(port), '127.0.0.1').on('error', () => undefined);
    const headers = { ...signature('x'), ...json, 'content-length': '4000000', host: 'x' };
    const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
    socket.write(`POST /v1/feeds/${feed}/items HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n`);
    socket.write(Buffer.alloc(3_900_000, ' '));
    return socket;
  });
  try {
    // Strangers have no room left for another one's.
    const theirs = JSON.stringify([{ id: 'held-up', body: 'a '.repeat(200_000) }]);
    await until(async () => (await push(theirs, signature(theirs))).status === 503);
    const items = Array.from({ length: 12 }, (_, n) => ({
      id: `k-${n}`,
      body: 'a '.repeat(99_000),
    }));
    const known = { authorization: `Bearer ${ADMIN_KEY}` };
    const answer = await push(JSON.stringify(items), known, '/v1/feeds/keyed/items');
    expect(answer.status).toBe(202);
  } finally {
    for (const socket of strangers) socket.destroy();
  }
});

it('neither secrets, keys nor signatures are in the log, down to its last detail', () => {
  const text = log.join('');
  expect(text).toContain('"msg":"request"');
  const hidden = [secret, otherSecret].map((one) => one.slice('whsec_'.length));
  for (const word of [...hidden, 'whsec_', 'v1,', ADMIN_KEY]) expect(text).not.toContain(word);
});
