import { createHmac } from 'node:crypto';
import { connect } from 'node:net';
import type { FeedView } from '@warta/contracts';
import type { RunningService } from '@warta/service';
import { ADMIN_KEY, Client, createTestTopics, startIngestor, until } from '../testing.ts';
import { freePort, isSubmitted, TestHub } from './testing.ts';
import type { Topic } from './testing.ts';

/**
 * The cases of websub.rocks, by its numbers: 14 for subscribers, and 7 for hubs, which here are what
 * such a hub does to us. W3C WebSub, https://www.w3.org/TR/websub/.
 */
let topics: Awaited<ReturnType<typeof createTestTopics>>;
let ingestor: RunningService;
/** Another replica behind the same public address. */
let second: RunningService;
let admin: Client;
let hub: TestHub;
/** Has a lease of some seconds from the start, which the other tests let pass. */
let leased: { feed: string; topic: string; first: FeedView['webSub'] };
const SHORT_LEASE_SECONDS = 7;

beforeAll(async () => {
  topics = await createTestTopics();
  hub = await TestHub.start();
  const port = await freePort();
  const settings = {
    WARTA_INGESTOR_URL: `http://127.0.0.1:${port}/`,
    WARTA_EGRESS_SCHEMES: 'https,http',
    WARTA_EGRESS_ALLOW: '127.0.0.1',
  };
  const { prefix } = topics;
  ingestor = await startIngestor({
    prefix,
    settings: { ...settings, WARTA_HTTP_PORT: String(port) },
  });
  second = await startIngestor({ prefix, settings });
  await until(() => ingestor.health.ready().ok && second.health.ready().ok);
  admin = new Client(ingestor.httpUrl, ADMIN_KEY);
  hub.rules.leaseSeconds = SHORT_LEASE_SECONDS;
  const topic = publishedAt('/leased', linked(hub.url('/leased')));
  const feed = await following(topic);
  leased = { feed, topic, first: await webSubOf(feed) };
  hub.rules.leaseSeconds = 3_600;
});
afterAll(async () => {
  await ingestor?.stop();
  await second?.stop();
  await hub?.stop();
  await topics?.drop();
});
afterEach(() => {
  for (const name of Object.keys(hub.rules)) delete hub.rules[name as keyof typeof hub.rules];
  hub.rules.leaseSeconds = 3_600;
});

let count = 0;
const nextFeed = async (): Promise<string> => {
  const feed = `followed-${(count += 1)}`;
  await admin.send('POST', '/v1/feeds', { feed });
  return feed;
};

/** Puts a page at the publisher and returns its address. */
const publishedAt = (path: string, topic: Topic): string => {
  hub.topics.set(path, topic);
  return hub.url(path);
};
const linked = (self: string, hubPath = '/hub'): Topic => ({
  headers: { link: [`<${self}>; rel="self"`, `<${hub.url(hubPath)}>; rel="hub"`] },
});

const webSubOf = async (feed: string) =>
  ((await admin.send('GET', `/v1/feeds/${feed}`)).json as unknown as FeedView).webSub;
const stateIn = (json: Record<string, unknown>) => (json as unknown as FeedView).webSub?.state;
const stateOf = async (feed: string) => (await webSubOf(feed))?.state;

/** Subscribes a new feed and waits until its hub has asked back. */
async function following(topic: string, more: object = {}): Promise<string> {
  const feed = await nextFeed();
  const answer = await admin.send('POST', `/v1/feeds/${feed}/websub`, { topic, ...more });
  expect([answer.status, answer.json['errors'] ?? '']).toEqual([202, '']);
  await until(async () => (await stateOf(feed)) === 'active');
  return feed;
}

const rss = (guid: string) =>
  `<rss version="2.0"><channel><title>x</title><item><guid isPermaLink="false">${guid}</guid>
   <title>Judul ${guid}</title><description>Teks ${guid}.</description></item></channel></rss>`;
const RSS = 'application/rss+xml';

const isStored = (feed: string, sourceId: string) => isSubmitted(topics.prefix, { feed, sourceId });

/** The hub delivers, and the feed has it. */
async function expectDelivery(feed: string, topic: string): Promise<void> {
  const guid = `${feed}-delivered`;
  expect(await hub.publish(topic, rss(guid), RSS)).toEqual([202]);
  expect(await isStored(feed, guid)).toBe(true);
}

describe('discovery', () => {
  it('100: takes hub and self from HTTP headers', async () => {
    const topic = publishedAt('/100', linked(hub.url('/100')));
    await expectDelivery(await following(topic), topic);
  });

  it.each([
    [101, 'HTML tags', 'text/html', '<html><head>%s</head><body>x</body></html>', 'link'],
    [
      102,
      'an Atom feed',
      'text/xml',
      '<feed xmlns="http://www.w3.org/2005/Atom">%s</feed>',
      'link',
    ],
    [
      103,
      'an RSS feed',
      'text/xml',
      '<rss xmlns:atom="http://www.w3.org/2005/Atom"><channel>%s</channel></rss>',
      'atom:link',
    ],
  ])('%i: takes them from %s', async (number, _where, contentType, document, element) => {
    const topic = hub.url(`/${number}`);
    const links = `<${element} rel="hub" href="${hub.url('/hub')}"/><${element} rel="self" href="${topic}"/>`;
    publishedAt(`/${number}`, {
      headers: { 'content-type': contentType },
      body: document.replace('%s', links),
    });
    expect(await webSubOf(await following(topic))).toMatchObject({ hub: hub.url('/hub'), topic });
  });

  it('104: believes HTTP headers before the document', async () => {
    const topic = publishedAt('/104', {
      ...linked(hub.url('/104')),
      body: `<feed><link rel="hub" href="${hub.url('/wrong')}"/><link rel="self" href="x"/></feed>`,
    });
    expect(await webSubOf(await following(topic))).toMatchObject({ hub: hub.url('/hub'), topic });
    expect(hub.requests.map(({ path }) => path)).not.toContain('/wrong');
  });
});

describe('subscribing', () => {
  it('200: subscribes to the rel=self that the topic names', async () => {
    const self = hub.url('/200?self=other');
    const feed = await following(publishedAt('/200', linked(self)));
    expect(await webSubOf(feed)).toMatchObject({ topic: self });
    await expectDelivery(feed, self);
  });

  it.each([
    [201, 302],
    [202, 301],
  ])('%i: follows a topic that answers %i', async (number, status) => {
    const to = publishedAt(
      `/${number}?redirect=complete`,
      linked(hub.url(`/${number}?redirect=complete`)),
    );
    const feed = await following(publishedAt(`/${number}`, { redirect: { status, to } }));
    expect(await webSubOf(feed)).toMatchObject({ topic: to });
  });

  it.each([
    [203, 307],
    [204, 308],
  ])('%i: asks again where a hub that answers %i says', async (number, status) => {
    const topic = publishedAt(`/${number}`, linked(hub.url(`/${number}`), `/moved-${status}`));
    await expectDelivery(await following(topic), topic);
  });

  it('205: rejects a verification of another topic', async () => {
    const topic = publishedAt('/205', linked(hub.url('/205')));
    hub.rules.verifiedTopic = hub.url('/205?other');
    const feed = await nextFeed();
    const before = hub.verifications.length;
    await admin.send('POST', `/v1/feeds/${feed}/websub`, { topic });
    await until(() => hub.verifications.length > before);
    expect(hub.verifications.at(-1)?.status).toBe(404);
    expect(await stateOf(feed)).toBe('pending');
  });

  it('to a topic or hub behind us, or without a hub, is refused with the reason', async () => {
    const feed = await nextFeed();
    const refused = async (wanted: object) => {
      const answer = await admin.send('POST', `/v1/feeds/${feed}/websub`, wanted);
      expect(answer.status).toBe(422);
      return answer.text;
    };
    const metadata = 'http://169.254.169.254/latest/meta-data/';
    expect(await refused({ topic: metadata })).toContain('not public');
    expect(await refused({ topic: 'https://news.example/', hub: metadata })).toContain(
      'not public',
    );
    expect(await refused({ topic: publishedAt('/none', {}) })).toContain('names no hub');
    expect(await refused({ topic: hub.url('/missing') })).toContain('answers 404');
    const nowhere = publishedAt(
      '/nowhere',
      linked('urn:uuid:0190b0a4-5c1e-5a3f-8f52-7b8f4dd7a001'),
    );
    expect(await refused({ topic: nowhere })).toContain('no http or https address');
    hub.rules.refusal = { status: 403, text: 'Not\r\nhere' };
    const topic = publishedAt('/refused', linked(hub.url('/refused')));
    expect(await refused({ topic })).toContain('it answers 403 Not here');
    expect(await webSubOf(feed)).toMatchObject({ state: 'denied', topic });
  });

  it('that the hub denies says why', async () => {
    hub.rules.denial = `not for you ${'📰'.repeat(400)}`;
    const feed = await nextFeed();
    const topic = publishedAt('/denied', linked(hub.url('/denied')));
    await admin.send('POST', `/v1/feeds/${feed}/websub`, { topic });
    await until(async () => (await stateOf(feed)) === 'denied');
    expect(await webSubOf(feed)).toMatchObject({
      reason: expect.stringMatching(/^not for you/),
    });
  });

  it('works with a hub that asks back before it answers', async () => {
    hub.rules.isSynchronous = true;
    const feed = await nextFeed();
    const topic = publishedAt('/sync', linked(hub.url('/sync')));
    const answer = await admin.send('POST', `/v1/feeds/${feed}/websub`, { topic });
    expect(answer.json['webSub']).toMatchObject({ state: 'active' });
  });
});

describe('deliveries', () => {
  let feed: string;
  let topic: string;
  beforeAll(async () => {
    topic = publishedAt('/300', linked(hub.url('/300')));
    feed = await following(topic);
  });

  it.each(['sha256', 'sha384', 'sha512'])(
    '300: signed with %s get 2xx and are stored',
    async (by) => {
      const content = rss(`300-${by}`);
      const statuses = await hub.publish(topic, content, RSS, (secret) => {
        return `${by}=${createHmac(by, secret).update(content).digest('hex')}`;
      });
      expect([statuses, await isStored(feed, `300-${by}`)]).toEqual([[202], true]);
    },
  );

  it.each([
    ['301: with a wrong signature', () => `sha256=${'0'.repeat(64)}`],
    [
      '301: signed with SHA-1',
      (secret: string) => `sha1=${createHmac('sha1', secret).update(rss('ignored')).digest('hex')}`,
    ],
    ['302: with no signature', () => ''],
  ])('%s are ignored, with the same answer', async (_what, signatureOf) => {
    expect(await hub.publish(topic, rss('ignored'), RSS, signatureOf)).toEqual([202]);
    expect(await isStored(feed, 'ignored')).toBe(false);
  });

  it('of a paused feed get 503, since hubs repeat no 4xx, and are taken once it is resumed', async () => {
    await admin.send('POST', `/v1/feeds/${feed}/pause`);
    expect(await hub.publish(topic, rss('paused'), RSS)).toEqual([503]);
    const killed = `<feed xmlns="http://www.w3.org/2005/Atom" xmlns:at="http://purl.org/atompub/tombstones/1.0">
      <at:deleted-entry ref="killed" when="2026-11-23T02:00:00Z"/>
      <entry><id>beside</id><title>Judul</title><content>Teks.</content></entry></feed>`;
    expect(await hub.publish(topic, killed, 'application/atom+xml')).toEqual([503]);
    expect([await isStored(feed, 'killed'), await isStored(feed, 'beside')]).toEqual([true, false]);
    await admin.send('POST', `/v1/feeds/${feed}/resume`);
    expect(await isStored(feed, 'paused')).toBe(false);
    expect(await hub.publish(topic, rss('paused'), RSS)).toEqual([202]);
  });

  it('at an address that is none get 410, and questions there 404, registered feed or not', async () => {
    const query = `?hub.mode=subscribe&hub.topic=${encodeURIComponent(topic)}&hub.challenge=c`;
    const statuses = [feed, 'nobody'].flatMap((name) => {
      const url = `${ingestor.httpUrl}/v1/websub/${name}/${'x'.repeat(32)}`;
      const headers = { 'content-type': RSS };
      return [fetch(url, { method: 'POST', headers, body: rss('x') }), fetch(`${url}${query}`)];
    });
    expect((await Promise.all(statuses)).map(({ status }) => status)).toEqual([410, 404, 410, 404]);
  });

  it('at an address that is none are refused unread: they hold up no others', async () => {
    const { port } = new URL(ingestor.httpUrl);
    const path = `/v1/websub/${feed}/${'x'.repeat(32)}`;
    const answer = new Promise<string>((resolve, reject) => {
      const socket = connect(Number(port), '127.0.0.1').on('error', reject);
      socket.write(
        `POST ${path} HTTP/1.1\r\nhost: x\r\ncontent-type: ${RSS}\r\ncontent-length: 4000000\r\n\r\n`,
      );
      socket.once('data', (bytes) => {
        socket.destroy();
        resolve(bytes.toString().slice(0, 12));
      });
    });
    expect(await answer).toBe('HTTP/1.1 410');
  });

  it('whose secret this process cannot open get 503, not a 202 that loses them', async () => {
    const log: string[] = [];
    const locked = await startIngestor({
      prefix: topics.prefix,
      log: { write: (line) => void log.push(line) },
      settings: { WARTA_SEALING_KEYS: Buffer.alloc(32, 'another').toString('base64') },
    });
    await until(() => locked.health.ready().ok);
    const moved = [...hub.subscriptions].filter(([, one]) => one.topic === topic);
    for (const [name, one] of moved) {
      const callback = one.callback.replace(ingestor.httpUrl, locked.httpUrl);
      hub.subscriptions.set(name, { ...one, callback });
    }
    expect(await hub.publish(topic, rss('locked'), RSS)).toEqual([503]);
    await until(() => log.some((line) => /"feeds":\[.*secrets of these feeds/.test(line)));
    for (const [name, one] of moved) hub.subscriptions.set(name, one);
    await locked.stop();
    expect(await hub.publish(topic, rss('locked'), RSS)).toEqual([202]);
    expect(await isStored(feed, 'locked')).toBe(true);
  });
});

describe('a hub', () => {
  it('100 and 101: gets what it needs and a secret, and echoes of its challenge alone', async () => {
    const topic = publishedAt('/h100', linked(hub.url('/h100')));
    const feed = await following(topic);
    const { path: _path, ...request } = hub.requests.at(-1) ?? {};
    expect(request).toEqual({
      'hub.mode': 'subscribe',
      'hub.topic': topic,
      'hub.callback': expect.stringMatching(new RegExp(`^${ingestor.httpUrl}/v1/websub/${feed}/`)),
      'hub.secret': expect.stringMatching(/^whsec_.{20,190}$/),
      'hub.lease_seconds': '864000',
    });
    const { status, body, challenge } = hub.verifications.at(-1) ?? {};
    expect([status, body]).toEqual([200, challenge]);
    const view = (await admin.send('GET', `/v1/feeds/${feed}`)).text;
    expect(view).not.toContain(request['hub.secret']?.slice(6));
    expect(view).not.toContain(request['hub.callback']?.split('/').at(-1));
  });

  it('may ask and deliver at a replica that others have subscribed by', async () => {
    const topic = publishedAt('/second', linked(hub.url('/second')));
    const feed = await following(topic);
    const [name, subscription] =
      [...hub.subscriptions].find(([, one]) => one.topic === topic) ?? [];
    const callback = subscription?.callback.replace(ingestor.httpUrl, second.httpUrl) ?? '';
    const query = `?hub.mode=subscribe&hub.topic=${encodeURIComponent(topic)}&hub.challenge=c-1`;
    expect(await (await fetch(`${callback}${query}`)).text()).toBe('c-1');
    if (name && subscription) hub.subscriptions.set(name, { ...subscription, callback });
    await expectDelivery(feed, topic);
  });

  it('102: may add parameters of its own when it asks back', async () => {
    const topic = publishedAt('/h102', linked(hub.url('/h102')));
    await following(topic);
    expect(hub.verifications.at(-1)?.status).toBe(200);
  });

  it('103: is asked again before the lease ends, for the same subscription', async () => {
    const { feed, topic, first } = leased;
    const leaseOf = async () => (await webSubOf(feed))?.leaseUntil;
    await until(async () => (await leaseOf()) !== first?.leaseUntil);
    const own = [...hub.subscriptions.values()].filter((one) => one.topic === topic);
    expect(own).toHaveLength(1);
    const requests = hub.requests.filter((request) => request['hub.topic'] === topic);
    // Two replicas look after it, and a slow machine may ask more than once: it does no harm.
    expect(requests.length).toBeGreaterThanOrEqual(2);
    expect(new Set(requests.map((request) => request['hub.secret'])).size).toBe(1);
    await expectDelivery(feed, topic);
  });

  it('104: is told when it ends, and gets 410 if it delivers all the same', async () => {
    const topic = publishedAt('/h104', linked(hub.url('/h104')));
    const feed = await following(topic);
    const [name, subscription] =
      [...hub.subscriptions].find(([, one]) => one.topic === topic) ?? [];
    const ended = await admin.send('DELETE', `/v1/feeds/${feed}/websub`);
    expect(ended.json['webSub']).toMatchObject({ state: 'ended' });
    await until(() => !hub.subscriptions.has(name ?? ''));
    expect(hub.verifications.at(-1)?.status).toBe(200);
    if (name && subscription) hub.subscriptions.set(name, subscription);
    expect(await hub.publish(topic, rss('late'), RSS)).toEqual([410]);
    expect(await isStored(feed, 'late')).toBe(false);
  });

  it('is told when another topic takes the place of its own', async () => {
    const first = publishedAt('/left', linked(hub.url('/left')));
    const feed = await following(first);
    const next = publishedAt('/next', linked(hub.url('/next')));
    await admin.send('POST', `/v1/feeds/${feed}/websub`, { topic: next });
    const topicsOfHub = () => [...hub.subscriptions.values()].map(({ topic }) => topic);
    await until(() => topicsOfHub().includes(next) && !topicsOfHub().includes(first));
    await expectDelivery(feed, next);
  });

  it('that asks back or renews is not who changed the feed last, nor in the way of an If-Match', async () => {
    const feed = await nextFeed();
    const before = (await admin.send('GET', `/v1/feeds/${feed}`)).headers.get('etag');
    const topic = publishedAt('/stamp', linked(hub.url('/stamp')));
    hub.rules.isSynchronous = true;
    const { json } = await admin.send('POST', `/v1/feeds/${feed}/websub`, { topic });
    expect([json['changedBy'], stateIn(json)]).toEqual(['first-admin', 'active']);
    const read = await admin.send('GET', `/v1/feeds/${feed}`);
    expect(read.json['changedAt']).toBe(json['changedAt']);
    const etag = read.headers.get('etag') ?? '';
    expect(etag).not.toBe(before);
    const [, asked] = [...hub.subscriptions].find(([, one]) => one.topic === topic) ?? [];
    const query = new URLSearchParams({ 'hub.mode': 'subscribe', 'hub.topic': topic });
    query.set('hub.challenge', 'c');
    query.set('hub.lease_seconds', '9000');
    expect((await fetch(`${asked?.callback}?${query}`)).status).toBe(200);
    const change = { title: 'Judul' };
    const changed = await admin.send('PATCH', `/v1/feeds/${feed}`, change, { 'if-match': etag });
    expect(changed.status).toBe(200);
  });

  it('105: that delivers plain text is told that no format fits', async () => {
    const topic = publishedAt('/h105', linked(hub.url('/h105')));
    await following(topic);
    expect(await hub.publish(topic, 'Only words.', 'text/plain')).toEqual([415]);
  });

  it('106: may deliver JSON', async () => {
    const topic = publishedAt('/h106', linked(hub.url('/h106')));
    const feed = await following(topic);
    const items = [{ id: 'json-1', content_text: 'Teks.', title: 'Judul' }];
    const content = JSON.stringify({
      version: 'https://jsonfeed.org/version/1.1',
      title: 'x',
      items,
    });
    expect(await hub.publish(topic, content, 'application/json')).toEqual([202]);
    expect(await isStored(feed, 'json-1')).toBe(true);
  });
});
