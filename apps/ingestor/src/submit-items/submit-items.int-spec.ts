import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { ArticleSubmitted, ITEMS_MAX, RECEIPT_TOKEN } from '@warta/contracts';
import type { ItemAnswer } from '@warta/contracts';
import { allFormats } from '@warta/formats';
import { decodeEvent, readLog, withPrefix } from '@warta/messaging';
import type { LogRecord } from '@warta/messaging';
import { SignedTokens } from '@warta/service';
import type { RunningService } from '@warta/service';
import { pino } from 'pino';
import { Registry } from 'prom-client';
import { articleIdentity } from '../submissions/article-identity.ts';
import type { Submitted } from '../submissions/submissions.ts';
import {
  ADMIN_KEY,
  Client,
  createTestTopics,
  RECEIPT_KEY,
  SEARCH_URL,
  startIngestor,
  testBrokers,
  until,
} from '../testing.ts';

const receipts = new SignedTokens(RECEIPT_TOKEN, [RECEIPT_KEY]);
const FEED = 'harian-contoh';
const SAMPLES = join(import.meta.dirname, '../../../../libs/formats/samples');

let topics: Awaited<ReturnType<typeof createTestTopics>>;
let ingestor: RunningService;
let admin: Client;
let feed: Client;

beforeAll(async () => {
  topics = await createTestTopics();
  ingestor = await startIngestor({
    ...topics,
    settings: { WARTA_FEED_ARTICLES_PER_MINUTE: '20000' },
  });
  await until(() => ingestor.health.ready().ok);
  admin = new Client(ingestor.httpUrl, ADMIN_KEY);
  const feeds = [FEED, 'lambat', 'wire'];
  feed = (await admin.makeKey({ scopes: ['articles:write'], feeds })).client;
});
afterAll(async () => {
  await ingestor?.stop();
  await topics?.drop();
});

interface Stored {
  readonly record: LogRecord;
  readonly event: Submitted;
}

/** All that is on the submitted topic now, by place. */
async function storedByPlace(): Promise<Map<string, Stored>> {
  const definition = withPrefix(ArticleSubmitted, topics.prefix);
  const found = new Map<string, Stored>();
  await readLog(
    { brokers: testBrokers().split(','), clientId: 'test-reader' },
    definition.topic,
    (record) => {
      const event = decodeEvent(definition, record).event as Submitted;
      found.set(`${record.partition}/${record.offset}`, { record, event });
    },
    { logger: pino({ level: 'silent' }), metrics: new Registry() },
  );
  return found;
}

const ofReceipt = (stored: Map<string, Stored>, receipt: string | undefined) => {
  const said = receipts.verify(receipt ?? '');
  return { said, found: stored.get(`${said?.partition}/${said?.offset}`) };
};

const itemsOf = ({ json }: { json: Record<string, unknown> }) => json['items'] as ItemAnswer[];
const outcomesOf = (answer: { json: Record<string, unknown> }) =>
  itemsOf(answer).map(({ outcome }) => outcome);
const ndjson = { 'content-type': 'application/x-ndjson' };
const idOf = (id: string) => articleIdentity({ feed: FEED, id });

describe('a batch', () => {
  it('is answered item by item, in order, and one bad item costs no other', async () => {
    const lines = [
      '{"id":"b1","title":"Satu","body":"Teks satu."}',
      '{"id":"b2","title":"","body":7}',
      'this is no JSON',
      '{"title":"tanpa id","body":"Teks."}',
      '{"id":"b5","url":"https://example.org/b5","bodyHtml":"<p>Teks <b>lima</b>.</p>"}',
      '{"id":"b6","body":"x","feed":"wire"}',
    ];
    const answer = await feed.items(FEED, lines.join('\n'), ndjson);
    expect(answer.status).toBe(202);
    expect(answer.json['counts']).toEqual({
      accepted: 2,
      unchanged: 0,
      corrected: 0,
      withdrawn: 0,
      refused: 4,
    });
    const items = itemsOf(answer);
    expect(items.map(({ sourceId, id }) => [sourceId, id])).toEqual([
      ['b1', idOf('b1')],
      ['b2', undefined],
      [undefined, undefined],
      [undefined, undefined],
      ['b5', idOf('b5')],
      ['b6', undefined],
    ]);
    const named = items.map(({ errors }) => errors?.map(({ pointer }) => pointer).sort());
    expect(named[1]).toEqual([`${items[1]?.pointer}/body`, `${items[1]?.pointer}/title`]);
    expect(named[2]).toHaveLength(1);
    expect(named[3]).toEqual([`${items[3]?.pointer}/id`]);
    expect(named[5]).toEqual([`${items[5]?.pointer}/feed`]);

    const stored = await storedByPlace();
    const [first, fifth] = [items[0], items[4]].map((item) => ofReceipt(stored, item?.receipt));
    expect(first?.found?.event).toMatchObject({
      kind: 'publish',
      articleId: idOf('b1'),
      content: { title: 'Satu', body: 'Teks satu.' },
    });
    expect(fifth?.found?.event).toMatchObject({ content: { body: 'Teks lima.' } });
    expect(first?.said).toMatchObject({ feed: FEED, kind: 'publish', articleId: idOf('b1') });
    expect(items[0]?.location).toBe(`${SEARCH_URL}/v1/articles/${idOf('b1')}`);
  });

  it('says what is unchanged, corrected and withdrawn, and writes it all the same', async () => {
    const first = { id: 'c1', version: 1, body: 'Lama.' };
    const push = async (...articles: unknown[]) => feed.items(FEED, articles);
    expect(outcomesOf(await push(first, { id: 'c2', body: 'Lain.' }))).toEqual([
      'accepted',
      'accepted',
    ]);
    const answer = await push(
      first,
      { ...first, version: 2, body: 'Baru.' },
      first,
      { id: 'c2', body: 'Lain sekali.' },
      { id: 'c2', status: 'canceled' },
      { id: 'c1', status: 'withheld', version: 3 },
      { id: 'c2', body: 'Lagi.', embargoUntil: '2030-01-01T00:00:00Z' },
    );
    expect(outcomesOf(answer)).toEqual([
      'unchanged',
      'corrected',
      'unchanged',
      'corrected',
      'withdrawn',
      'withdrawn',
      'accepted',
    ]);
    const stored = await storedByPlace();
    const events = itemsOf(answer).map(({ receipt }) => ofReceipt(stored, receipt).found?.event);
    expect(events.map((event) => event?.kind)).toEqual([
      'publish',
      'publish',
      'publish',
      'publish',
      'takedown',
      'withhold',
      'publish',
    ]);
    expect(events[5]).toMatchObject({ version: 3, sourceId: 'c1' });
    expect(events[6]).toMatchObject({ embargoUntil: '2030-01-01T00:00:00Z' });
  });

  it('is taken in every format, sent as docs/formats.md shows', async () => {
    const files = readdirSync(SAMPLES);
    for (const { name, mediaTypes } of allFormats) {
      const file = files.find((one) => one.replace(/\.\w+$/, '') === name) ?? name;
      const type = mediaTypes[0] ?? 'application/json';
      const answer = await feed.items(FEED, readFileSync(join(SAMPLES, file), 'utf8'), {
        'content-type': type,
      });
      expect([name, answer.status, answer.json['format']]).toEqual([name, 202, name]);
      expect(answer.json['counts']).toMatchObject({ refused: 0 });
    }
  });

  it('is refused as a whole only when nothing of it can be taken', async () => {
    const refused = await feed.items(FEED, [{ id: '1' }, { body: 'x' }]);
    expect([refused.status, refused.named]).toEqual([422, ['/0/body', '/1/id']]);
    expect((await feed.items(FEED, '{"id":')).status).toBe(422);
    expect((await feed.items(FEED, '')).status).toBe(422);
    const form = { 'content-type': 'application/x-www-form-urlencoded' };
    expect((await feed.items(FEED, 'id=1', form)).status).toBe(415);
    expect((await feed.items('lain', [{ id: '1', body: 'x' }])).status).toBe(403);
    const many = Array.from({ length: ITEMS_MAX + 1 }, (_, n) => ({ id: `${n}`, body: 'x' }));
    expect((await feed.items(FEED, many)).status).toBe(413);
    expect((await feed.items(FEED, ' '.repeat(5 * 1024 * 1024))).status).toBe(413);
  });

  it('of a thousand articles and of a megabyte compressed is all in Kafka when it is answered', async () => {
    const body = 'Harga beras turun di pasar induk. '.repeat(40);
    const articles = Array.from({ length: ITEMS_MAX }, (_, n) => ({ id: `many-${n}`, body }));
    const bytes = gzipSync(JSON.stringify(articles));
    const answer = await feed.items(FEED, new Uint8Array(bytes), {
      'content-type': 'application/json',
      'content-encoding': 'gzip',
    });
    expect([answer.status, answer.json['counts']]).toMatchObject([202, { accepted: ITEMS_MAX }]);
    const stored = await storedByPlace();
    for (const { receipt, id } of itemsOf(answer)) {
      expect(ofReceipt(stored, receipt).found?.event.articleId).toBe(id);
    }
  });

  it('pushed fifty times at once is one article each, and the same event each time', async () => {
    const articles = [
      { id: 'once-1', title: 'Satu', body: 'Teks.', version: 4 },
      { id: 'once-2', title: 'Dua', body: 'Teks lain.' },
    ];
    const answers = await Promise.all(Array.from({ length: 50 }, () => feed.items(FEED, articles)));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([202]));
    const ids = new Set(answers.flatMap((answer) => itemsOf(answer).map(({ id }) => id)));
    expect(ids).toEqual(new Set([idOf('once-1'), idOf('once-2')]));
    const outcomes = answers.flatMap(outcomesOf);
    expect(outcomes.filter((outcome) => outcome === 'accepted')).toHaveLength(2);
    expect(outcomes.filter((outcome) => outcome === 'unchanged')).toHaveLength(98);
    const stored = [...(await storedByPlace()).values()].filter(({ event }) =>
      ids.has(event.articleId),
    );
    expect(stored).toHaveLength(100);
    const events = stored.map(({ event, record }) =>
      JSON.stringify([record.key?.toString(), { ...event, receivedAt: '' }]),
    );
    expect(new Set(events).size).toBe(2);
  });
});

describe('an article of another format', () => {
  const rss = (count: number) => {
    const items = Array.from(
      { length: count },
      (_, n) =>
        `<item><guid>rss-${n}</guid><title>Judul ${n}</title><description>Isi ${n}.</description></item>`,
    );
    return `<rss version="2.0"><channel><title>Contoh</title>${items.join('')}</channel></rss>`;
  };
  const xml = { 'content-type': 'application/rss+xml' };

  it('is taken alone at /v1/articles, and several are sent to the items', async () => {
    const only = (await admin.makeKey({ scopes: ['articles:write'], feeds: ['wire'] })).client;
    const one = await only.push(rss(1), xml);
    expect([one.status, one.json['feed']]).toEqual([202, 'wire']);
    const stored = await storedByPlace();
    const { found } = ofReceipt(stored, one.json['receipt'] as string);
    expect(found?.event).toMatchObject({ sourceId: 'rss-0', content: { title: 'Judul 0' } });
    const two = await only.push(rss(2), xml);
    expect([two.status, two.json['detail']]).toEqual([
      422,
      expect.stringContaining('/v1/feeds/wire/items'),
    ]);
    const list = await only.push([{ id: '1', body: 'x' }]);
    expect([list.status, list.json['detail']]).toEqual([400, expect.stringContaining('items')]);
  });

  it('is read with the defaults of its feed, and without the lines of the house', async () => {
    await admin.send('POST', '/v1/feeds', {
      feed: 'lambat',
      defaults: { language: 'id', section: 'Ekonomi', priority: 4 },
      junkLines: ['Baca juga:'],
    });
    const answer = await feed.items('lambat', [
      { id: '1', body: 'Satu.\n\nBaca juga: yang lain\n\nDua.', section: 'Olahraga' },
    ]);
    const stored = await storedByPlace();
    expect(ofReceipt(stored, itemsOf(answer)[0]?.receipt).found?.event).toMatchObject({
      content: {
        body: 'Satu.\n\nDua.',
        language: 'id',
        section: 'Olahraga',
        extras: { priority: 4 },
      },
    });
  });
});

describe('a restore', () => {
  it('is for admins, names the article as it was pushed, and has a receipt', async () => {
    const path = `/v1/feeds/${FEED}/articles/restore?id=c2&reason=keliru`;
    expect((await feed.send('POST', path)).status).toBe(403);
    const answer = await admin.send('POST', path);
    expect([answer.status, answer.json['id']]).toEqual([202, idOf('c2')]);
    const { said, found } = ofReceipt(await storedByPlace(), answer.json['receipt'] as string);
    expect(said).toMatchObject({ kind: 'restore', articleId: idOf('c2') });
    expect(found?.event).toMatchObject({ kind: 'restore', sourceId: 'c2', reason: 'keliru' });
    expect((await admin.send('POST', `/v1/feeds/${FEED}/articles/restore`)).named).toEqual(['?id']);
  });
});

describe('an Idempotency-Key', () => {
  const article = { id: 'idem-1', body: 'Teks.' };
  const key = (name: string) => ({ 'idempotency-key': name });

  it('gets the same request the same answer, byte for byte, and writes it once', async () => {
    for (const send of [
      (headers: Record<string, string>) => feed.items(FEED, [article], headers),
      (headers: Record<string, string>) => feed.push({ ...article, feed: FEED }, headers),
    ]) {
      const name = `"same-${String(send).length}"`;
      const [first, again] = [await send(key(name)), await send(key(name.slice(1, -1)))];
      expect([first.status, again.status, again.text]).toEqual([202, 202, first.text]);
      expect(again.headers.get('location')).toBe(first.headers.get('location'));
      expect(again.headers.get('idempotent-replayed')).toBe('true');
      expect(first.headers.get('idempotent-replayed')).toBeNull();
      expect((await send(key('another'))).text).not.toBe(first.text);
      await send(key('another'));
    }
  });

  it('that came with another request gets 422, and of another caller means nothing', async () => {
    await feed.items(FEED, [article], key('mine'));
    const other = await feed.items(FEED, [{ ...article, body: 'Lain.' }], key('mine'));
    expect(other.status).toBe(422);
    expect((await feed.items('wire', [article], key('mine'))).status).toBe(422);
    expect((await admin.items(FEED, [{ id: 'x', body: 'Lain.' }], key('mine'))).status).toBe(202);
  });

  it('whose first request is under way gets 409 with Retry-After', async () => {
    const many = Array.from({ length: 500 }, (_, n) => ({
      id: `slow-${n}`,
      body: 'x'.repeat(500),
    }));
    const send = () => feed.items(FEED, many, key('at-once'));
    const answers = await Promise.all(Array.from({ length: 12 }, send));
    // Whoever comes when it is done gets its answer.
    const taken = answers.filter(({ status }) => status === 202);
    expect(new Set(taken.map(({ text }) => text)).size).toBe(1);
    const first = taken.filter(({ headers }) => headers.get('idempotent-replayed') === null);
    expect(first).toHaveLength(1);
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([202, 409]));
    const refused = answers.find(({ status }) => status === 409);
    expect(refused?.headers.get('retry-after')).toMatch(/^\d+$/);
  });

  it('that is malformed gets 400', async () => {
    for (const name of ['', '""', '"half', 'a, b', 'x'.repeat(256), 'a b', '"a"b"']) {
      expect((await feed.items(FEED, [article], key(name))).status).toBe(400);
    }
  });
});

describe('rates', () => {
  it('are told with each answer, and once used up get 429 until the window ends', async () => {
    await admin.send('POST', '/v1/feeds', { feed: 'sedikit', articlesPerMinute: 3 });
    const { client } = await admin.makeKey({ scopes: ['articles:write'], feeds: ['sedikit'] });
    const two = [1, 2].map((n) => ({ id: `${n}`, body: 'x' }));
    const first = await client.items('sedikit', two);
    expect(first.headers.get('ratelimit-policy')).toContain('"feed";q=3;w=60');
    expect(first.headers.get('ratelimit')).toContain('"feed";r=1;');
    expect((await client.items('sedikit', two)).status).toBe(202);
    const refused = await client.push({ id: '3', body: 'x' });
    expect([refused.status, refused.headers.get('ratelimit')]).toEqual([
      429,
      expect.stringContaining('"feed";r=0;'),
    ]);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
  });

  it('count what is refused too: documents and bodies that are none', async () => {
    await admin.send('POST', '/v1/feeds', { feed: 'keliru', articlesPerMinute: 3 });
    const { client } = await admin.makeKey({ scopes: ['articles:write'], feeds: ['keliru'] });
    const broken = await client.items('keliru', [{ body: 'x' }]);
    expect([broken.status, broken.headers.get('ratelimit')]).toEqual([
      422,
      expect.stringContaining('"feed";r=2;'),
    ]);
    const badBody = await client.push({ id: '1' });
    expect([badBody.status, badBody.headers.get('ratelimit')]).toEqual([
      400,
      expect.stringMatching(/^"key";r=\d+;t=\d+$/),
    ]);
  });
});
