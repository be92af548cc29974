import {
  AlertPage,
  AlertThread,
  BackTest,
  PassedOverArticles,
  Problem,
  SavedSearch,
  SavedSearchList,
} from '@warta/contracts';
import type { SaveSearch, StreamedAlert } from '@warta/contracts';
import { encodeEvent } from '@warta/messaging';
import { hashKey } from '@warta/service';
import { createParser } from 'eventsource-parser';
import { ADMIN_KEY, admin, isReady, producer, SearchBed, until } from '../testing-service.ts';
import { canceled, entity, live } from '../testing.ts';

/** Joining two groups, and a refresh for each article. */
const TEST_MS = 120_000;

const DESK = 'wk_desk00001_secret';
const MARKETS = 'wk_markets01_secret';

const bed = new SearchBed();

beforeAll(async () => {
  await producer.start();
  await bed.createTopics();
  await bed.start();
  await giveKey(DESK, undefined);
  await giveKey(MARKETS, 'pasar');
  await until('ready', isReady(bed));
  await until('keys are known', async () => (await bed.get('/v1/searches', MARKETS)).ok);
}, TEST_MS);

afterAll(async () => {
  await bed.close();
  await producer.stop();
  await admin.stop();
}, TEST_MS);

async function giveKey(key: string, team: string | undefined, revokedAt?: string): Promise<void> {
  const record = {
    kind: 'key' as const,
    keyId: key.split('_')[1] ?? '',
    name: `Kunci ${team ?? 'meja'}`,
    sha256: hashKey(key),
    scopes: ['search:read' as const],
    feeds: [],
    createdAt: new Date().toISOString(),
    ...(team !== undefined && { team }),
    ...(revokedAt !== undefined && { revokedAt }),
  };
  await producer.publish([encodeEvent(bed.access, record, { source: 'search-test' })], TEST_MS);
}

async function send(
  method: string,
  path: string,
  {
    body,
    key = DESK,
    ifMatch,
    language = 'en',
  }: { body?: unknown; key?: string; ifMatch?: string; language?: string } = {},
): Promise<Response> {
  return fetch(`${bed.service?.httpUrl}${path}`, {
    method,
    headers: {
      authorization: `Bearer ${key}`,
      'accept-language': language,
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...(ifMatch !== undefined && { 'if-match': ifMatch }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
}

async function save(
  wanted: Partial<SaveSearch> & { name: string },
  key = DESK,
): Promise<SavedSearch> {
  const answer = await send('POST', '/v1/searches', { body: wanted, key });
  expect(answer.status).toBe(201);
  return SavedSearch.parse(await answer.json());
}

async function alertsOf(search: SavedSearch, key = DESK) {
  const answer = await bed.get(`/v1/alerts?search=${search.id}`, key);
  return AlertPage.parse(await answer.json()).data;
}

async function threadOf(search: SavedSearch): Promise<AlertThread> {
  const [alert] = await alertsOf(search);
  return AlertThread.parse(await (await bed.get(`/v1/alerts/${alert?.id}`, DESK)).json());
}

const kindsOf = async (search: SavedSearch) =>
  (await alertsOf(search)).length === 0
    ? []
    : (await threadOf(search)).data.map(({ kind }) => kind);

/** All that was published has been worked off by every group that keeps its progress in Postgres. */
async function isWorkedOff(): Promise<boolean> {
  const { topic } = bed.updated;
  const { observer, settings } = bed.schema ?? {};
  const groups = await observer?.query<{ done: number }[]>(
    `select sum(next_offset)::integer as done from ${settings?.schema}.consumer_progress
     where topic = $1 group by consumer_group`,
    [topic],
  );
  const bounds = await admin.bounds(topic);
  const stored = bounds.reduce((sum, { end }) => sum + Number(end), 0);
  return groups !== undefined && groups.length > 0 && groups.every(({ done }) => done >= stored);
}

describe('saved searches', () => {
  it('are the team’s own: others neither see nor change them', async () => {
    const saved = await save({
      name: 'Beras',
      q: 'beras',
      notify: { webhooks: [], digest: 'daily' },
    });
    expect(saved).toMatchObject({ team: 'desk', version: 1, createdBy: { name: 'Kunci meja' } });
    for (const path of [`/v1/searches/${saved.id}`, `/v1/alerts/${saved.id}`]) {
      expect((await bed.get(path, MARKETS)).status).toBe(404);
    }
    const put = { body: { name: 'x', q: 'x' }, key: MARKETS };
    expect((await send('PUT', `/v1/searches/${saved.id}`, put)).status).toBe(404);
    expect((await send('DELETE', `/v1/searches/${saved.id}`, { key: MARKETS })).status).toBe(404);
    const all = SavedSearchList.parse(await (await bed.get('/v1/searches', ADMIN_KEY)).json());
    expect(all.data.map(({ id }) => id)).toContain(saved.id);
    const theirs = SavedSearchList.parse(await (await bed.get('/v1/searches', MARKETS)).json());
    expect(theirs.data).toEqual([]);
  });

  it('are changed only as they were read, and go with all their alerts', async () => {
    const saved = await save({ name: 'Lama', q: 'lama' });
    const path = `/v1/searches/${saved.id}`;
    const body = { name: 'Baru', q: 'baru' };
    const changed = await send('PUT', path, { body, ifMatch: '"1"' });
    expect(changed.headers.get('etag')).toBe('"2"');
    const now = SavedSearch.parse(await changed.json());
    expect(now.name).toBe('Baru');
    expect(now.matchesFrom > saved.matchesFrom).toBe(true);
    expect((await send('PUT', path, { body, ifMatch: '"1"' })).status).toBe(412);
    // As a proxy that compresses hands it on.
    const weak = await send('PUT', path, { body, ifMatch: 'W/"2"' });
    expect(weak.headers.get('etag')).toBe('"3"');
    expect((await send('DELETE', path, { ifMatch: '"1"' })).status).toBe(412);
    expect((await send('DELETE', path, { ifMatch: '"3"' })).status).toBe(204);
    expect((await bed.get(path, DESK)).status).toBe(404);
  });

  it('must be queries: 400 says where one is not', async () => {
    const answer = await send('POST', '/v1/searches', {
      body: { name: 'x', q: 'beras AND (naik' },
    });
    expect(answer.status).toBe(400);
    const { errors } = Problem.parse(await answer.json());
    expect(errors).toEqual([
      { pointer: '/q', detail: expect.stringMatching(/column 16/), column: 16, expected: [')'] },
    ]);
    for (const filters of [
      {},
      { timeZone: 'Asia/Jakarta' },
      { entity: '\u0000x' },
      { section: ['\ud800'] },
      { from: '2026-02-01', to: '2026-02-01' },
    ]) {
      const refused = await send('POST', '/v1/searches', { body: { name: 'x', filters } });
      expect([refused.status, filters]).toEqual([400, filters]);
    }
    const odd = encodeURIComponent('0078-06-25T13:21:02+18:26');
    expect((await bed.get(`/v1/alerts?since=${odd}`, DESK)).status).toBe(200);
    const since = await bed.get('/v1/alerts?since=0000-01-01T00:00:00Z', DESK);
    expect(since.status).toBe(400);
  });
});

describe('alerts', () => {
  it(
    'come once for a group of duplicates and say why; copies and edits follow in the thread',
    async () => {
      const before = live({ title: 'Subsidi pupuk', body: 'Subsidi pupuk lama.' });
      await bed.publish(before);
      await until('indexed', async () => (await bed.ids('q=pupuk')).length > 0);
      const search = await save({ name: 'Pupuk', q: 'pupuk (naik OR turun)' });
      const byEntity = await save({ name: 'Bulog', filters: { entity: 'Perum Bulog' } });
      // Nobody of that name is known yet, and that is remembered for a moment.
      const byNewName = await save({ name: 'Bulog baru', q: 'org:"Perum Bulog"' });

      const bulog = entity('Perum Bulog', ['Bulog'], {
        type: 'ORGANIZATION',
        mentions: [{ field: 'body', start: 0, end: 5 }],
      });
      const body = 'Bulog berbicara. Harga pupuk naik tajam di Jawa. Petani mengeluh.';
      const lead = live({ title: 'Pupuk', body, entities: [bulog] });
      await bed.publish(lead, { ...before, rev: 2 });
      await until('the first', async () => (await alertsOf(search)).length === 1);
      const [first] = (await threadOf(search)).data;
      expect(first).toMatchObject({
        kind: 'match',
        article: { id: lead.articleId, title: 'Pupuk' },
      });
      const html = first?.matched?.sentences.map((sentence) => sentence.html).join(' ') ?? '';
      expect(html).toContain('Harga <em>pupuk</em> <em>naik</em> tajam di Jawa.');
      expect(html).not.toContain('mengeluh');
      expect(first?.matched?.clauses.join(' ')).toContain('naik');
      expect(first?.matched?.clauses.join(' ')).not.toContain('turun');
      expect(await kindsOf(byNewName)).toEqual(['match']);
      const [named] = (await threadOf(byEntity)).data;
      expect(named?.matched).toEqual({
        clauses: ['entity: Perum Bulog'],
        sentences: [{ field: 'body', html: '<em>Bulog</em> berbicara.' }],
        entities: [{ id: bulog.id, type: 'ORGANIZATION', name: 'Perum Bulog' }],
      });

      const duplicateOf = { articleId: lead.articleId, similarity: 1, kind: 'exact' as const };
      const copy = live({ title: 'Pupuk', body, duplicateOf });
      await bed.publish(copy);
      await until('the copy', async () => (await kindsOf(search)).length === 2);
      const edited = {
        ...lead,
        rev: 2,
        revision: 2,
        content: { ...lead.content, body: `${body} Lagi.` },
      };
      await bed.publish(edited, { ...edited, rev: 3, flags: ['related-again'] });
      await until('the edit', async () => (await kindsOf(search)).length === 3);
      // The lead changes; the thread goes on under the new one.
      const led = { articleId: copy.articleId, similarity: 1, kind: 'exact' as const };
      await bed.publish(
        { ...copy, rev: 2, duplicateOf: undefined },
        { ...edited, rev: 4, duplicateOf: led },
        live({ title: 'Pupuk', body, duplicateOf: led }),
      );
      await until('the second copy', async () => (await kindsOf(search)).length === 4);
      expect(await kindsOf(search)).toEqual(['match', 'copy', 'edit', 'copy']);
      // In whatever order the three came, there is one thread.
      const isLed = async () => (await alertsOf(search))[0]?.duplicateGroup === copy.articleId;
      await until('it goes by its new lead', isLed);
      const alerts = await alertsOf(search);
      expect(alerts).toMatchObject([{ articles: 3, events: 4 }]);

      await bed.publish(canceled(lead.articleId, 9));
      await until('withdrawn', async () => (await kindsOf(search)).at(-1) === 'withdrawn');
      const { data } = await threadOf(search);
      for (const event of data.filter(({ article }) => article.id === lead.articleId)) {
        expect(event.withdrawnAt).toBeDefined();
        expect(event.matched).toBeUndefined();
        expect(event.article.title).toBeUndefined();
      }
    },
    TEST_MS,
  );

  it(
    'are not made while a search is paused, nor by one that is broken; it harms no other',
    async () => {
      const paused = await save({ name: 'Jeda', q: 'gempa', paused: true });
      const catchUp = `/v1/searches/${paused.id}/catch-up`;
      expect((await send('POST', catchUp, { key: MARKETS })).status).toBe(404);
      const refused = await send('POST', catchUp, { language: 'id' });
      expect(refused.status).toBe(409);
      expect(await refused.text()).toContain('Pencarian ini dijeda');
      const broken = await save({ name: 'Rusak', q: 'gempa' });
      await bed.schema?.observer.query(
        `update ${bed.schema.settings.schema}.saved_search set q = '(' where id = $1`,
        [broken.id],
      );
      const sound = await save({ name: 'Baik', q: 'gempa' });
      await bed.publish(live({ title: 'Gempa', body: 'Gempa di Palu.' }));
      await until('the sound one', async () => (await alertsOf(sound)).length === 1);
      expect(await alertsOf(paused)).toEqual([]);
      const troubleOf = async ({ id }: SavedSearch) =>
        SavedSearch.parse(await (await bed.get(`/v1/searches/${id}`, DESK)).json()).trouble;
      await until('the failure', async () => ((await troubleOf(broken))?.failures ?? 0) > 0);
      expect((await troubleOf(broken))?.reason).toMatch(
        /^It can no longer be understood: at column /,
      );
      const indonesian = { 'accept-language': 'id' };
      for (const path of ['', `/${broken.id}`]) {
        const told = await bed.get(`/v1/searches${path}`, DESK, indonesian);
        expect(await told.text()).toMatch(/"reason":"Tidak dapat dipahami lagi: pada kolom /);
      }
    },
    TEST_MS,
  );

  it(
    'stream to who may see them, go on after the last id without loss, and end with the key',
    async () => {
      const search = await save({ name: 'Banjir', q: 'banjir' });
      await save({ name: 'Banjir pasar', q: 'banjir' }, MARKETS);
      const live1 = await listen(DESK, { search: search.id });
      const theirs = await listen(MARKETS);
      await bed.publish(live({ title: 'Banjir', body: 'Banjir di Demak.' }));
      await until('heard', async () => live1.heard.length === 1 && theirs.heard.length === 1);
      expect(live1.heard[0]?.data.alert.search.id).toBe(search.id);
      expect(theirs.heard[0]?.data.alert.search.name).toBe('Banjir pasar');
      const { id } = live1.heard[0] ?? {};
      await live1.close();
      for (const place of ['Semarang', 'Kudus']) {
        await bed.publish(live({ title: `Banjir ${place}`, body: `Banjir di ${place}.` }));
      }
      await until('three threads', async () => (await alertsOf(search)).length === 3);
      const again = await listen(DESK, { search: search.id, lastEventId: id });
      await until('caught up', async () => again.heard.length === 2);
      expect(again.heard.map(({ event }) => event)).toEqual(['match', 'match']);
      const numbers = again.heard.map((event) => Number(event.id));
      expect(numbers).toEqual([...numbers].sort((a, b) => a - b));
      await giveKey(MARKETS, 'pasar', new Date().toISOString());
      await until('the revoked key’s stream ends', async () => theirs.isEnded());
      expect(again.isEnded()).toBe(false);
      const stream = `${bed.service?.httpUrl}/v1/alerts/stream?search=${search.id}`;
      const headers = { authorization: `Bearer ${DESK}` };
      const head = await fetch(stream, { method: 'HEAD', headers });
      expect([head.status, await head.text()]).toEqual([200, '']);
      await send('DELETE', `/v1/searches/${search.id}`);
      await until('the stream of a deleted search ends', async () => again.isEnded());
      const why = { reason: 'search-deleted', search: search.id };
      expect(again.heard.at(-1)).toMatchObject({ event: 'ended', data: why });
      expect((await fetch(stream, { headers })).status).toBe(404);
    },
    TEST_MS,
  );

  it('that could not be made are seen, asked for again and given up by admins alone', async () => {
    const path = '/v1/alerts/passed-over';
    expect((await bed.get(path, DESK)).status).toBe(403);
    const listed = PassedOverArticles.parse(await (await bed.get(path)).json());
    expect(listed).toMatchObject({ data: [], total: 0 });
    const steps = [['retry', {}] as const, ['discard', { all: true }] as const];
    for (const [step, body] of steps) {
      const asked = await send('POST', `${path}/${step}`, { body, key: ADMIN_KEY });
      expect(await asked.json()).toEqual({ articles: 0 });
      expect((await send('POST', `${path}/${step}`, { body })).status).toBe(403);
    }
    const none = { body: {}, key: ADMIN_KEY };
    expect((await send('POST', `${path}/discard`, none)).status).toBe(400);
  });

  it('can be tried on the past before they are saved', async () => {
    const answer = await send('POST', '/v1/searches/back-test', { body: { q: 'banjir' } });
    const test = BackTest.parse(await answer.json());
    expect(test).toMatchObject({ articles: 3, stories: 3, storiesExact: true, partial: false });
    expect(test.busiestHour?.articles).toBeGreaterThan(0);
    const far = { q: 'banjir', days: 1, filters: { timeZone: 'Pacific/Kiritimati' } };
    const dayThere = () => new Date(Date.now() + 14 * 3_600_000).toISOString().slice(0, 10);
    const before = dayThere();
    const there = await send('POST', '/v1/searches/back-test', { body: far });
    const { days } = BackTest.parse(await there.json());
    expect(days).toHaveLength(2);
    // It may have become another one meanwhile.
    expect([before, dayThere()]).toContain(days.at(-1)?.day);
    expect(days.reduce((sum, { articles }) => sum + articles, 0)).toBe(3);
    expect(test.samples[0]?.highlights.title?.[0]).toContain('<em>Banjir</em>');
    expect(test.warnings.map(({ code }) => code)).toContain('short-history');
    const none = await send('POST', '/v1/searches/back-test', {
      body: { q: 'banjir', filters: { feed: 'feed-lain' } },
    });
    const empty = BackTest.parse(await none.json());
    expect(empty.warnings[0]?.code).toBe('filter-never-true');
  });

  it(
    'tell nothing twice when the log is read again from its start',
    async () => {
      const { observer, settings } = bed.schema ?? {};
      const told = () =>
        observer?.query(`select e.* from ${settings?.schema}.alert_event e order by e.id`);
      await until('all is told', isWorkedOff);
      const before: unknown = await told();
      await bed.service?.stop();
      await observer?.query(
        `update ${settings?.schema}.consumer_progress
         set next_offset = 0, last_offset = null, last_fingerprint = null`,
      );
      expect(await isWorkedOff()).toBe(false);
      await bed.start();
      await until('ready again', isReady(bed));
      await until('all is told again', isWorkedOff);
      expect(await told()).toEqual(before);
    },
    TEST_MS,
  );
});

interface Heard {
  id?: string | undefined;
  event?: string | undefined;
  data: StreamedAlert;
}

async function listen(
  key: string,
  query: { search?: string; lastEventId?: string | undefined } = {},
) {
  const { search, lastEventId } = query;
  const stopping = new AbortController();
  const answer = await fetch(
    `${bed.service?.httpUrl}/v1/alerts/stream${search === undefined ? '' : `?search=${search}`}`,
    {
      headers: {
        authorization: `Bearer ${key}`,
        ...(lastEventId !== undefined && { 'last-event-id': lastEventId }),
      },
      signal: stopping.signal,
    },
  );
  expect(answer.headers.get('content-type')).toMatch(/^text\/event-stream/);
  const heard: Heard[] = [];
  const parser = createParser({
    onEvent: ({ id, event, data }) =>
      heard.push({ id, event, data: JSON.parse(data) as StreamedAlert }),
  });
  let isEnded = false;
  const reading = (async () => {
    const decoder = new TextDecoder();
    for await (const chunk of answer.body ?? []) parser.feed(decoder.decode(chunk as Uint8Array));
  })()
    .catch(() => undefined)
    .finally(() => (isEnded = true));
  return {
    heard,
    isEnded: () => isEnded,
    close: async () => {
      stopping.abort();
      await reading;
    },
  };
}
