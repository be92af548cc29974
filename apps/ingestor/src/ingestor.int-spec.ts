import { ArticleSubmitted } from '@warta/contracts';
import type { ArticleSubmittedV1 } from '@warta/contracts';
import { decodeEvent, readLog, withPrefix } from '@warta/messaging';
import type { LogRecord } from '@warta/messaging';
import type { RunningService } from '@warta/service';
import { pino } from 'pino';
import { Registry } from 'prom-client';
import { articleIdentity } from './submissions/article-identity.ts';
import {
  ADMIN_KEY,
  Client,
  createTestTopics,
  SEARCH_URL,
  startIngestor,
  testBrokers,
  until,
} from './testing.ts';

let topics: Awaited<ReturnType<typeof createTestTopics>>;
let ingestor: RunningService;
let admin: Client;
/** Its key names exactly the feed `harian-contoh`. */
let feed: Client;

/** Promised are 5 s, which the test of the whole way holds; here all tests run at once. */
const REVOKED_ELSEWHERE_WITHIN_MS = 20_000;

beforeAll(async () => {
  topics = await createTestTopics();
  ingestor = await startIngestor(topics);
  await until(() => ingestor.health.ready().ok);
  admin = new Client(ingestor.httpUrl, ADMIN_KEY);
  feed = (await admin.makeKey({ scopes: ['articles:write'], feeds: ['harian-contoh'] })).client;
});
afterAll(async () => {
  await ingestor?.stop();
  await topics?.drop();
});

/** What is on the submitted topic now, of one article. */
async function stored(
  articleId: string,
): Promise<{ record: LogRecord; event: ArticleSubmittedV1 }[]> {
  const definition = withPrefix(ArticleSubmitted, topics.prefix);
  const found: { record: LogRecord; event: ArticleSubmittedV1 }[] = [];
  await readLog(
    { brokers: testBrokers().split(','), clientId: 'test-reader' },
    definition.topic,
    (record) => {
      const { event } = decodeEvent(definition, record);
      if (event.articleId === articleId) found.push({ record, event });
    },
    { logger: pino({ level: 'silent' }), metrics: new Registry() },
  );
  return found;
}

describe('a push', () => {
  const article = {
    id: 'harga-beras-1',
    url: 'https://example.org/ekonomi/harga-beras',
    title: 'Harga beras turun',
    bodyHtml: '<p>Harga beras <b>turun</b>.</p>',
    publishedAt: '2026-11-23T08:55:00+07:00',
    version: 1,
    extras: { desk: 'ekonomi', tags: ['beras'] },
  };

  it('that was answered with 202 is in Kafka, as it was sent, under its article’s key', async () => {
    const traceId = '4bf92f3577b34da6a3ce929d0e0e4736';
    const answer = await feed.push(article, { traceparent: `00-${traceId}-00f067aa0ba902b7-01` });
    const id = articleIdentity({ feed: 'harian-contoh', id: article.id });
    const { receipt, ...json } = answer.json;
    const location = `${SEARCH_URL}/v1/articles/${id}`;
    expect(json).toEqual({ id, feed: 'harian-contoh', status: 'accepted', location });
    const receiptUrl = `${SEARCH_URL}/v1/receipts/${String(receipt)}`;
    expect([answer.status, answer.headers.get('location')]).toEqual([202, receiptUrl]);
    const [found] = await stored(id);
    expect(found?.event).toMatchObject({
      kind: 'publish',
      sourceId: article.id,
      url: article.url,
      version: 1,
      publishedAt: article.publishedAt,
      content: { title: article.title, body: 'Harga beras turun.', extras: article.extras },
    });
    expect(found?.record.key?.toString()).toBe(id);
    expect(found?.record.headers['traceparent']?.toString()).toContain(traceId);
  });

  it('sent again gets the same answer but for the receipt', async () => {
    const [first, again] = [await feed.push(article), await feed.push(article)];
    expect({ ...again.json, receipt: '' }).toEqual({ ...first.json, receipt: '' });
    expect(again.json['receipt']).not.toBe(first.json['receipt']);
    const [one, two] = (await stored(first.json['id'] as string)).slice(-2);
    expect({ ...one?.event, receivedAt: '' }).toEqual({ ...two?.event, receivedAt: '' });
  });

  it('takes its feed from the key, and must name one when the key has several', async () => {
    const both = await admin.makeKey({ scopes: ['articles:write'], feeds: ['one', 'two'] });
    const unnamed = await both.client.push({ id: '1', body: 'Teks' });
    expect([unnamed.status, unnamed.named]).toEqual([400, ['/feed']]);
    const named = await both.client.push({ id: '1', body: 'Teks', feed: 'two' });
    expect([named.status, named.json['feed']]).toEqual([202, 'two']);
    expect((await admin.push({ id: '1', body: 'Teks' })).named).toEqual(['/feed']);
  });

  it('keeps every character that the stores can hold', async () => {
    const body = 'Émile “日本” 👩‍🚀 \u0001 \u2028 \uFFFD \t akhir';
    const answer = await feed.push({ id: 'letters', body });
    const [found] = await stored(answer.json['id'] as string);
    expect(found?.event).toMatchObject({ content: { body } });
  });

  it('of nearly 1 MiB is taken', async () => {
    const extra = 'x'.repeat(190_000);
    const answer = await feed.push({
      id: 'long',
      bodyHtml: `<p>${extra}</p><!--${'y'.repeat(800_000)}-->`,
    });
    expect(answer.status).toBe(202);
  });
});

describe('a push that is refused', () => {
  it('for a missing or wrong key gets 401', async () => {
    const article = { id: '1', body: 'Teks' };
    const wrong = [undefined, 'wk_unknown_key', `${ADMIN_KEY}x`];
    for (const key of wrong) {
      const answer = await new Client(ingestor.httpUrl, key).push(article);
      expect([answer.status, answer.headers.get('www-authenticate')]).toEqual([
        401,
        expect.stringMatching(/^Bearer/),
      ]);
    }
  });

  it('for a key without the scope, or for another feed, gets 403', async () => {
    const reader = await admin.makeKey({ scopes: ['search:read'] });
    expect((await reader.client.push({ id: '1', body: 'Teks' })).status).toBe(403);
    expect((await feed.push({ id: '1', body: 'Teks', feed: 'lain' })).status).toBe(403);
    expect((await feed.send('DELETE', '/v1/feeds/lain/articles?id=1')).status).toBe(403);
    expect((await feed.send('GET', '/v1/keys')).status).toBe(403);
  });

  it('is told every bad field at once', async () => {
    const answer = await feed.push({
      feed: 'Not A Feed',
      url: 'ftp://example.org',
      title: '',
      bodyHtml: 7,
      version: 1.5,
      publishedAt: 'yesterday',
      language: 'bahasa Indonesia',
      extras: { note: 'half \ud800' },
      status: 'live',
    });
    expect(answer.status).toBe(400);
    expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/);
    expect(new Set(answer.named)).toEqual(
      new Set(
        [
          '/bodyHtml',
          '/extras',
          '/feed',
          '/language',
          '/publishedAt',
          '/status',
          '/title',
          '/url',
          '/version',
        ].concat(answer.named.includes('/body') ? ['/body'] : []),
      ),
    );
    expect((await feed.push({})).named).toEqual(['/body', '/id']);
  });

  it.each([
    ['NUL in the body', { id: '1', body: 'a\u0000b' }, '/body'],
    ['half a surrogate pair in the title', { id: '1', body: 'b', title: 'x\ud800' }, '/title'],
    ['half a surrogate pair in the id', { id: '\udfff', body: 'b' }, '/id'],
    ['NUL in the URL', { url: 'https://example.org/\u0000', body: 'b' }, '/url'],
    ['NUL in extras', { id: '1', body: 'b', extras: { a: ['\u0000'] } }, '/extras'],
    ['too long a text', { id: '1', body: 'x'.repeat(200_001) }, '/body'],
    ['a text too long in NFC', { id: '1', body: '\u0958'.repeat(150_000) }, '/body'],
    ['HTML too long in NFC', { id: '1', bodyHtml: '&#x958;'.repeat(140_000) }, '/bodyHtml'],
    ['marks without end', { id: '1', body: '\u0301\u0323'.repeat(100_000) }, '/body'],
    ['HTML of too many tags', { id: '1', bodyHtml: '<p>'.repeat(20_000) }, '/bodyHtml'],
    ['both bodies', { id: '1', body: 'b', bodyHtml: 'b' }, '/body'],
  ])('for %s is told the field', async (_name, article, pointer) => {
    const answer = await feed.push(article);
    expect([answer.status, answer.named]).toEqual([400, [pointer]]);
  });

  it.each([
    [400, 'broken JSON', '{"id":', {}],
    [400, 'a list', '[]', {}],
    [400, 'a prototype key', '{"id":"1","body":"b","extras":{"__proto__":{"x":1}}}', {}],
    [
      400,
      'a depth bomb',
      `{"id":"1","body":"b","extras":{"a":${'['.repeat(400_000)}${']'.repeat(400_000)}}}`,
      {},
    ],
    [413, 'over 1 MiB', JSON.stringify({ id: '1', body: 'x'.repeat(1024 * 1024) }), {}],
    [413, 'well over 1 MiB', 'x'.repeat(5 * 1024 * 1024), {}],
    [415, 'another media type', 'id=1', { 'content-type': 'application/x-www-form-urlencoded' }],
    [415, 'another charset', '{}', { 'content-type': 'application/json; charset=latin1' }],
    [415, 'a chain of encodings', '{}', { 'content-encoding': 'br, br' }],
  ])('gets %i for %s', async (status, _name, body, headers) => {
    const answer = await feed.push(body, headers as Record<string, string>);
    expect([answer.status, answer.json['status']]).toEqual([status, status]);
  });
});

describe('a takedown', () => {
  it('names the article as it was pushed, by id or URL, and gets the same answer again', async () => {
    for (const [query, name] of [
      ['id=satu%2F1&reason=keliru', { id: 'satu/1' }],
      ['url=https%3A%2F%2Fexample.org%2Fa%3Futm_source%3Dx', { url: 'https://example.org/a' }],
    ] as const) {
      const path = `/v1/feeds/harian-contoh/articles?${query}`;
      const [first, again] = [await feed.send('DELETE', path), await feed.send('DELETE', path)];
      const id = articleIdentity({ feed: 'harian-contoh', ...name });
      expect([first.status, first.json['id'], again.json['id']]).toEqual([202, id, id]);
      expect((await stored(id)).map(({ event }) => event.kind)).toEqual(['takedown', 'takedown']);
    }
  });

  it('without, with both, or with unknown parameters is told which', async () => {
    const named = async (path: string) => {
      const answer = await feed.send('DELETE', `/v1/feeds/${path}`);
      return [answer.status, ...answer.named];
    };
    expect(await named('harian-contoh/articles')).toEqual([400, '?id']);
    expect(await named('harian-contoh/articles?id=1&url=https://a.example/')).toEqual([400, '?id']);
    expect(await named('harian-contoh/articles?id=1&all=true')).toEqual([400, '?all']);
    expect(await named('harian-contoh/articles?id=1&id=2')).toEqual([400, '?id']);
    expect(await named('Not%20A%20Feed/articles?id=1')).toEqual([400, '{feed}']);
  });
});

describe('keys', () => {
  it('open doors as soon as they are answered, and are listed without what opens', async () => {
    const { keyId, client } = await admin.makeKey({ scopes: ['articles:write'], feeds: ['lain'] });
    expect((await client.push({ id: '1', body: 'Teks' })).status).toBe(202);
    const { text, json } = await admin.send('GET', '/v1/keys');
    expect(json['keys']).toContainEqual({
      keyId,
      name: 'test',
      scopes: ['articles:write'],
      feeds: ['lain'],
      createdAt: expect.any(String),
    });
    expect(text).not.toMatch(/sha256|wk_/);
  });

  it('that are revoked open nothing, here at once and soon in every other process', async () => {
    const other = await startIngestor(topics);
    try {
      await until(() => other.health.ready().ok);
      const { keyId, client } = await admin.makeKey({
        scopes: ['articles:write'],
        feeds: ['lain'],
      });
      const elsewhere = client.at(other.httpUrl);
      await until(async () => (await elsewhere.push({ id: '1', body: 'T' })).status === 202);
      const revoked = await admin.send('DELETE', `/v1/keys/${keyId}`);
      expect([revoked.status, revoked.json['revokedAt']]).toEqual([200, expect.any(String)]);
      expect((await client.push({ id: '1', body: 'T' })).status).toBe(401);
      await until(
        async () => (await elsewhere.push({ id: '1', body: 'T' })).status === 401,
        REVOKED_ELSEWHERE_WITHIN_MS,
      );
      expect((await admin.send('DELETE', `/v1/keys/${keyId}`)).text).toBe(revoked.text);
    } finally {
      await other.stop();
    }
  });

  it('are known to a process that starts later', async () => {
    const { client } = await admin.makeKey({ scopes: ['articles:write'], feeds: ['lain'] });
    const later = await startIngestor(topics);
    try {
      const statuses: number[] = [];
      await until(async () => {
        statuses.push((await client.at(later.httpUrl).push({ id: '1', body: 'T' })).status);
        return statuses.at(-1) === 202;
      }, 20_000);
      expect(statuses.filter((status) => status !== 202 && status !== 503)).toEqual([]);
    } finally {
      await later.stop();
    }
  });

  it('end when they expire, and cannot be made expired', async () => {
    const past = { name: 'x', scopes: ['search:read'], expiresAt: '2020-01-01T00:00:00Z' };
    expect((await admin.send('POST', '/v1/keys', past)).named).toEqual(['/expiresAt']);
    // Late enough to be made before it.
    const expiresAt = new Date(Date.now() + 3_000).toISOString();
    const { client } = await admin.makeKey({
      scopes: ['articles:write'],
      feeds: ['lain'],
      expiresAt,
    });
    await until(async () => (await client.push({ id: '1', body: 'T' })).status === 401);
  });

  it('of writers need a feed, and unknown ones cannot be revoked', async () => {
    const feedless = { name: 'x', scopes: ['articles:write'] };
    expect((await admin.send('POST', '/v1/keys', feedless)).named).toEqual(['/feeds']);
    expect((await admin.send('DELETE', '/v1/keys/nosuchkey1')).status).toBe(404);
  });
});
