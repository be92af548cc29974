import type { ItemAnswer } from '@warta/contracts';
import type { RunningService } from '@warta/service';
import { ADMIN_KEY, Client, createTestTopics, startIngestor, until } from '../testing.ts';

let topics: Awaited<ReturnType<typeof createTestTopics>>;
let ingestor: RunningService;
let admin: Client;

beforeAll(async () => {
  topics = await createTestTopics();
  ingestor = await startIngestor(topics);
  await until(() => ingestor.health.ready().ok);
  admin = new Client(ingestor.httpUrl, ADMIN_KEY);
});
afterAll(async () => {
  await ingestor?.stop();
  await topics?.drop();
});

let made = 0;
async function registered(more: Record<string, unknown> = {}): Promise<string> {
  const feed = `feed-${(made += 1)}`;
  const answer = await admin.send('POST', '/v1/feeds', { feed, ...more });
  expect([answer.status, answer.headers.get('location')]).toEqual([201, `/v1/feeds/${feed}`]);
  return feed;
}

describe('a feed', () => {
  it('is registered once, read back, listed, and changed field by field', async () => {
    const defaults = { language: 'id', timeZone: 'Asia/Jakarta', section: 'ekonomi', priority: 4 };
    const feed = await registered({ title: 'Contoh', defaults, junkLines: ['Baca juga:'] });
    const again = await admin.send('POST', '/v1/feeds', { feed });
    expect([again.status, again.json['detail']]).toEqual([409, expect.stringContaining('PATCH')]);
    const read = await admin.send('GET', `/v1/feeds/${feed}`);
    expect(read.json).toMatchObject({ feed, title: 'Contoh', state: 'active', defaults });
    const change = { title: null, articlesPerMinute: 60, defaults: { language: 'en' } };
    const changed = await admin.send('PATCH', `/v1/feeds/${feed}`, change);
    expect(changed.json).toMatchObject({
      defaults: { language: 'en' },
      articlesPerMinute: 60,
      junkLines: ['Baca juga:'],
      changedBy: 'first-admin',
    });
    expect(changed.json).not.toHaveProperty('title');
    expect(changed.json['defaults']).toEqual({ language: 'en' });
    const { json } = await admin.send('GET', '/v1/feeds');
    expect(json['feeds']).toContainEqual(changed.json);
  });

  it.each([
    ['/feed', { feed: 'Not A Feed' }],
    ['/defaults/timeZone', { feed: 'x', defaults: { timeZone: 'Asia/Atlantis' } }],
    ['/defaults/timeZone', { feed: 'x', defaults: { timeZone: '+07:00' } }],
    ['/defaults/priority', { feed: 'x', defaults: { priority: 10 } }],
    ['/defaults/colour', { feed: 'x', defaults: { colour: 'red' } }],
    ['/junkLines/0', { feed: 'x', junkLines: ['x'] }],
    ['/articlesPerMinute', { feed: 'x', articlesPerMinute: 0 }],
    ['/secrets', { feed: 'x', secrets: [] }],
  ])('with a bad %s is refused by that name', async (pointer, body) => {
    const answer = await admin.send('POST', '/v1/feeds', body);
    expect([answer.status, answer.named]).toEqual([400, [pointer]]);
  });

  it('that is not registered cannot be read or changed, and is for admins alone', async () => {
    const ways: [string, string, unknown?][] = [
      ['GET', '/v1/feeds/nobody'],
      ['PATCH', '/v1/feeds/nobody', {}],
      ['POST', '/v1/feeds/nobody/pause'],
      ['POST', '/v1/feeds/nobody/secrets', {}],
      ['DELETE', '/v1/feeds/nobody/secrets/abcd'],
    ];
    const writer = await admin.makeKey({ scopes: ['articles:write'], feeds: ['nobody'] });
    for (const [method, path, body] of ways) {
      expect((await admin.send(method, path, body)).status).toBe(404);
      expect((await writer.client.send(method, path, body)).status).toBe(403);
    }
  });

  it('that is paused takes no push, says so, and takes them when resumed', async () => {
    const feed = await registered();
    const paused = await admin.send('POST', `/v1/feeds/${feed}/pause`);
    expect([paused.status, paused.json['state']]).toEqual([200, 'paused']);
    const refused = await admin.push({ feed, id: '1', body: 'Teks' });
    expect([refused.status, refused.json['detail']]).toEqual([
      409,
      expect.stringContaining('paused and nothing was taken'),
    ]);
    expect((await admin.items(feed, [{ id: '1', body: 'Teks' }])).status).toBe(409);
    await admin.send('POST', `/v1/feeds/${feed}/resume`);
    expect((await admin.push({ feed, id: '1', body: 'Teks' })).status).toBe(202);
  });

  it('that is paused still takes what is to vanish, alone or among what waits', async () => {
    const feed = await registered();
    await admin.send('POST', `/v1/feeds/${feed}/pause`);
    const takenDown = await admin.send('DELETE', `/v1/feeds/${feed}/articles?id=1`);
    expect(takenDown.status).toBe(202);
    for (const status of ['canceled', 'withheld']) {
      expect((await admin.push({ feed, id: '2', status })).status).toBe(202);
    }
    const mixed = await admin.items(feed, [
      { id: '3', body: 'Teks' },
      { id: '4', status: 'canceled' },
      { id: '5', body: 'Teks', status: 'withheld' },
      { id: '6' },
    ]);
    expect([mixed.status, mixed.json['counts']]).toEqual([
      202,
      expect.objectContaining({ accepted: 0, withdrawn: 2, refused: 2 }),
    ]);
    const [waiting, , , bad] = mixed.json['items'] as ItemAnswer[];
    expect(waiting?.errors?.[0]?.detail).toContain('the feed is paused');
    expect(bad?.errors?.[0]?.pointer).toBe('/3/body');
    // A wire says it in a document of its own.
    const nitf =
      '<nitf><head><docdata management-status="canceled"><doc-id id-string="7"/></docdata></head></nitf>';
    const killed = await admin.send('POST', `/v1/feeds/${feed}/items`, nitf, {
      'content-type': 'application/xml',
    });
    expect([killed.status, killed.json['counts']]).toMatchObject([202, { withdrawn: 1 }]);
  });
});

it('WebSub without an address for hubs to call says which setting is missing', async () => {
  const feed = await registered();
  const wanted = { topic: 'https://news.example/feed' };
  const answer = await admin.send('POST', `/v1/feeds/${feed}/websub`, wanted);
  expect([answer.status, answer.json['detail']]).toEqual([
    409,
    expect.stringContaining('WARTA_INGESTOR_URL'),
  ]);
  expect((await admin.send('DELETE', `/v1/feeds/${feed}/websub`)).status).toBe(404);
});

describe('changes of one feed at once', () => {
  it('are all made, in one process', async () => {
    const feed = await registered();
    const changes = [{ title: 'Judul' }, { articlesPerMinute: 7 }, { junkLines: ['Simak:'] }];
    const sent = changes.map((change) => admin.send('PATCH', `/v1/feeds/${feed}`, change));
    expect((await Promise.all(sent)).map(({ status }) => status)).toEqual([200, 200, 200]);
    const { json } = await admin.send('GET', `/v1/feeds/${feed}`);
    expect(json).toMatchObject({ title: 'Judul', articlesPerMinute: 7, junkLines: ['Simak:'] });
  });

  it('are both made, in two processes that know nothing of each other', async () => {
    const second = await startIngestor(topics);
    try {
      await until(() => second.health.ready().ok);
      const elsewhere = admin.at(second.httpUrl);
      const feed = await registered();
      await until(async () => (await elsewhere.send('GET', `/v1/feeds/${feed}`)).status === 200);
      for (let round = 1; round <= 10; round += 1) {
        await Promise.all([
          admin.send('PATCH', `/v1/feeds/${feed}`, { title: `Judul ${round}` }),
          elsewhere.send('PATCH', `/v1/feeds/${feed}`, { articlesPerMinute: round }),
        ]);
        const wanted = { title: `Judul ${round}`, articlesPerMinute: round };
        for (const reader of [admin, elsewhere]) {
          await until(async () => {
            const { json } = await reader.send('GET', `/v1/feeds/${feed}`);
            return json['title'] === wanted.title && json['articlesPerMinute'] === round;
          });
        }
      }
      // Many at once, so that records of both processes are read in one batch.
      const names = Array.from({ length: 20 }, (_, n) => `twice-${n}`);
      await Promise.all(
        names.map(async (name) => {
          const both = await Promise.all([
            admin.send('POST', '/v1/feeds', { feed: name, title: 'Satu' }),
            elsewhere.send('POST', '/v1/feeds', { feed: name, title: 'Dua' }),
          ]);
          expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
          const won = both.find(({ status }) => status === 201)?.json['title'];
          const titleAt = async (reader: Client) =>
            (await reader.send('GET', `/v1/feeds/${name}`)).json['title'];
          for (const reader of [admin, elsewhere]) {
            await until(async () => (await titleAt(reader)) === won);
          }
        }),
      );
    } finally {
      await second.stop();
    }
  });

  it('can be made of the state that was read alone, with If-Match', async () => {
    const feed = await registered();
    const read = await admin.send('GET', `/v1/feeds/${feed}`);
    const ifMatch = { 'if-match': read.headers.get('etag') ?? '' };
    const first = await admin.send('PATCH', `/v1/feeds/${feed}`, { title: 'Satu' }, ifMatch);
    const late = await admin.send('PATCH', `/v1/feeds/${feed}`, { title: 'Dua' }, ifMatch);
    expect([first.status, late.status]).toEqual([200, 412]);
    expect(late.headers.get('etag')).toBe(first.headers.get('etag'));
    expect((await admin.send('GET', `/v1/feeds/${feed}`)).json['title']).toBe('Satu');
  });
});

describe('signing secrets', () => {
  it('are shown once, overlap for a day, and can be ended', async () => {
    const feed = await registered();
    const first = await admin.send('POST', `/v1/feeds/${feed}/secrets`, {});
    expect([first.status, first.json['secret']]).toEqual([
      201,
      expect.stringMatching(/^whsec_[A-Za-z0-9+/]{43}=$/),
    ]);
    const given = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
    const second = await admin.send('POST', `/v1/feeds/${feed}/secrets`, { secret: given });
    expect(second.json['secret']).toBe(given);
    const read = await admin.send('GET', `/v1/feeds/${feed}`);
    for (const secret of [first, second].map(({ json }) => json['secret'] as string)) {
      expect(read.text).not.toContain(secret.slice(6));
    }
    const [older, newer] = read.json['secrets'] as { secretId: string; expiresAt?: string }[];
    const hours = (Date.parse(older?.expiresAt ?? '') - Date.now()) / 3_600_000;
    expect(hours).toBeGreaterThan(23.9);
    expect(hours).toBeLessThanOrEqual(24);
    expect(newer).not.toHaveProperty('expiresAt');
    const path = `/v1/feeds/${feed}/secrets/${older?.secretId}`;
    const ended = await admin.send('DELETE', path);
    expect(ended.json['secrets']).toEqual([newer]);
    expect((await admin.send('DELETE', path)).status).toBe(404);
  });

  it('are at most four at once, and a bad one is not repeated in the answer', async () => {
    const feed = await registered();
    const path = `/v1/feeds/${feed}/secrets`;
    for (let n = 0; n < 4; n += 1) expect((await admin.send('POST', path, {})).status).toBe(201);
    expect((await admin.send('POST', path, {})).status).toBe(409);
    expect((await admin.send('POST', path, { overlapHours: 0 })).status).toBe(201);
    const short = await admin.send('POST', path, { secret: 'whsec_tooshort' });
    expect([short.status, short.named]).toEqual([400, ['/secret']]);
    expect(short.text).not.toContain('tooshort');
  });

  it('belong to one feed: what it signs could be sent as another one’s', async () => {
    const [feed, other] = [await registered(), await registered()];
    const secret = `whsec_${Buffer.alloc(32, feed).toString('base64')}`;
    const give = (to: string, given: string) =>
      admin.send('POST', `/v1/feeds/${to}/secrets`, { secret: given });
    expect((await give(feed, secret)).status).toBe(201);
    for (const same of [secret, secret.replace(/=+$/, '')]) {
      const refused = await give(other, same);
      expect([refused.status, refused.text]).not.toEqual([201, expect.anything()]);
      expect(refused.text).not.toContain(secret.slice(6, 40));
    }
    expect(await give(other, secret)).toMatchObject({
      status: 409,
      json: { detail: expect.stringContaining(`feed ${feed} `) },
    });
    expect((await give(feed, secret)).status).toBe(201);
  });
});
