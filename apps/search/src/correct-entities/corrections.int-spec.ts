import { randomUUID } from 'node:crypto';
import { CorrectionList, CorrectionView, EntityList, EntityView } from '@warta/contracts';
import type { CorrectEntity, LiveArticle, Scope } from '@warta/contracts';
import { encodeEvent } from '@warta/messaging';
import { hashKey } from '@warta/service';
import { entity, live } from '../testing.ts';
import { ADMIN_KEY, admin, isReady, producer, SearchBed, until } from '../testing-service.ts';

const bed = new SearchBed();
const [EDITOR, READER] = ['the-key-of-an-editor', 'the-key-of-a-reader'];

const korut = entity('Korut', ['Korut']);
const koreaUtara = entity('Korea Utara', ['Korea Utara', 'Korea'], { wikidata: 'Q423' });
const seoul = entity('Seoul', ['Seoul']);
const junk = entity('Baca Juga', ['Baca Juga'], { type: 'ORGANIZATION' });

const articles = [
  live({ body: 'Korut menguji rudal.', entities: [korut, junk] }),
  live({
    body: 'Korea Utara membantah.',
    entities: [{ ...koreaUtara, aliases: ['Korea Utara'] }, seoul],
  }),
  live({ body: 'Korea diam.', entities: [{ ...koreaUtara, aliases: ['Korea'] }] }),
];
const [ofKorut, , ofKorea] = articles as [LiveArticle, LiveArticle, LiveArticle];

beforeAll(async () => {
  await bed.createTopics();
  await producer.start();
  await Promise.all([
    allow(EDITOR, 'Meja', 'entities:correct'),
    allow(READER, 'Baca', 'search:read'),
  ]);
  await bed.publish(...articles);
  await bed.start();
  await until('the service is ready', isReady(bed));
  await until('they are found', async () => (await bed.ids('lang=id')).length === 3);
});
afterAll(async () => {
  await bed.close();
  await producer.stop();
  await admin.stop();
});

async function allow(key: string, name: string, scope: Scope): Promise<void> {
  const event = {
    kind: 'key' as const,
    keyId: hashKey(key).slice(0, 10),
    name,
    sha256: hashKey(key),
    scopes: [scope],
    feeds: [],
    createdAt: new Date().toISOString(),
  };
  await producer.publish([encodeEvent(bed.access, event, { source: 'search-test' })], 60_000);
}

function post(path: string, body: unknown, key = EDITOR): Promise<Response> {
  return fetch(`${bed.service?.httpUrl}${path}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
}

const correct = (change: CorrectEntity['change'], key = EDITOR) =>
  post('/v1/corrections', { change, reason: 'Salah sebut.' }, key);

async function made(change: CorrectEntity['change']): Promise<CorrectionView> {
  const answer = await correct(change);
  expect(answer.status).toBe(201);
  const view = CorrectionView.parse(await answer.json());
  expect(answer.headers.get('location')).toBe(`/v1/corrections/${view.id}`);
  return view;
}

async function undone({ id }: CorrectionView): Promise<CorrectionView> {
  const answer = await post(`/v1/corrections/${id}/undo`, { reason: 'Ternyata benar.' });
  expect(answer.status).toBe(200);
  return CorrectionView.parse(await answer.json());
}

const json = async (path: string) => (await bed.get(path)).json();
const suggested = async (q: string) => EntityList.parse(await json(`/v1/entities?q=${q}`)).data;
const one = async (id: string) => CorrectionView.parse(await json(`/v1/corrections/${id}`));
const merge = { kind: 'merge' as const, entityId: korut.id, intoId: koreaUtara.id };
const all = () => articles.map(({ articleId }) => articleId).sort();

describe('a merge', () => {
  it('counts at once for searches, suggestions and the entity itself, and is undone', async () => {
    expect(await bed.ids('entity=Korut')).toEqual([ofKorut.articleId]);
    const correction = await made(merge);
    expect(correction).toMatchObject({
      state: 'in-force',
      entityName: 'Korut',
      intoName: 'Korea Utara',
      made: { by: { keyId: hashKey(EDITOR).slice(0, 10), name: 'Meja' }, reason: 'Salah sebut.' },
      progress: { affected: 1, remaining: 1, isDone: false },
    });
    for (const asked of ['Korut', 'Korea Utara', 'Q423', korut.id, koreaUtara.id]) {
      expect((await bed.ids(`entity=${asked}`)).sort()).toEqual(all());
    }
    expect(await suggested('kor')).toMatchObject([{ id: koreaUtara.id, articles: 3 }]);
    const view = EntityView.parse(await json(`/v1/entities/${korut.id}`));
    expect(view).toMatchObject({ id: koreaUtara.id, mergedFrom: [korut.id], articles: 3 });

    const again = await correct(merge, ADMIN_KEY);
    expect([again.status, ((await again.json()) as CorrectionView).id]).toEqual([
      200,
      correction.id,
    ]);
    const back = await undone(correction);
    expect(back).toMatchObject({ state: 'undone', undone: { reason: 'Ternyata benar.' } });
    expect(await undone(correction)).toEqual(back);
    expect(await bed.ids('entity=Korut')).toEqual([ofKorut.articleId]);
    expect((await suggested('kor')).map(({ id }) => id)).toEqual([koreaUtara.id, korut.id]);
  });

  it('of one that was merged into before waits for the articles of both', async () => {
    const first = await made(merge);
    const second = await made({ kind: 'merge', entityId: koreaUtara.id, intoId: seoul.id });
    expect(first.progress).toMatchObject({ affected: 1, remaining: 1 });
    expect(second.progress).toMatchObject({ affected: 3, remaining: 3 });
    const again = await Promise.all([undone(second), undone(second)]);
    expect(new Set(again.map(({ state }) => state))).toEqual(new Set(['undone']));
    expect((await one(second.id)).progress).toMatchObject({ affected: 3, isDone: true });
    await undone(first);
    expect(await bed.ids('entity=Q423')).toHaveLength(2);
  });

  it('into itself or round in a circle is refused, and so is one of nobody', async () => {
    const self = await correct({ ...merge, intoId: korut.id });
    expect([self.status, await self.json()]).toMatchObject([
      400,
      { errors: [{ pointer: '/change/intoId' }] },
    ]);
    const correction = await made(merge);
    const circle = await correct({ kind: 'merge', entityId: koreaUtara.id, intoId: korut.id });
    expect(circle.status).toBe(409);
    expect(await circle.text()).toContain(`undo correction ${correction.id} first`);
    const nobody = await correct({ ...merge, intoId: randomUUID() });
    expect([nobody.status, await nobody.json()]).toMatchObject([
      400,
      { errors: [{ pointer: '/change/intoId' }] },
    ]);
    await undone(correction);
  });

  it('is done when its articles have been published again, and its undoing as well', async () => {
    const correction = await made(merge);
    const { articleId, annotation } = ofKorut;
    const entities = [{ ...koreaUtara, aliases: ['Korut', 'Negeri Pertapa'] }, junk];
    const corrected = live({ articleId, rev: 2, body: 'Korut menguji rudal.', entities });
    corrected.annotation.corrections = [correction.id];
    await bed.publish({ ...corrected, correctedThrough: 1_000 });
    await until('the merge is done', async () => (await one(correction.id)).progress.isDone);
    expect((await one(correction.id)).progress).toEqual({
      affected: 1,
      remaining: 0,
      isDone: true,
    });
    expect((await bed.ids('entity=Negeri Pertapa')).sort()).toEqual(all());
    expect((await undone(correction)).progress).toMatchObject({ remaining: 1, isDone: false });
    const before = live({ articleId, rev: 3, body: 'Korut menguji rudal.' });
    await bed.publish({ ...before, annotation, correctedThrough: 1_001 });
    await until('the undoing is done', async () => (await one(correction.id)).progress.isDone);
    // Nobody is called so any more, whatever the index still keeps of the document it was in.
    expect(await bed.ids('entity=Negeri Pertapa')).toEqual([]);
  });
});

describe('other corrections', () => {
  it('take what is no entity from suggestions and searches', async () => {
    const correction = await made({ kind: 'block', entityId: junk.id });
    expect(await suggested('baca')).toEqual([]);
    expect(await bed.ids('entity=Baca Juga')).toEqual([]);
    for (const by of ['organization', 'entity']) {
      expect(await bed.ids(`${by}=${junk.id}`)).toEqual([]);
    }
    expect((await bed.get(`/v1/entities/${junk.id}`)).status).toBe(404);
    await undone(correction);
    expect(await suggested('baca')).toHaveLength(1);

    const known = await made({ kind: 'block', entityId: koreaUtara.id });
    for (const by of ['entity=Q423', 'entity=q423', 'q=entity:Q423']) {
      expect(await bed.ids(by)).toEqual([]);
    }
    await undone(known);
    expect(await bed.ids('entity=Q423')).toHaveLength(2);
  });

  it('add names and take them away, and change types', async () => {
    const mark = await correct({ kind: 'alias-add', entityId: koreaUtara.id, alias: '…' });
    expect([mark.status, await mark.text()]).toEqual([400, expect.stringContaining('a letter')]);
    const added = await made({ kind: 'alias-add', entityId: koreaUtara.id, alias: 'Utara Sana' });
    expect(await suggested('utara s')).toMatchObject([
      { id: koreaUtara.id, matched: 'utara sana' },
    ]);
    expect(await bed.ids('entity=utara sana')).toHaveLength(2);
    const removed = await made({ kind: 'alias-remove', entityId: koreaUtara.id, alias: 'korea' });
    expect(await bed.ids('entity=Korea')).toEqual([]);
    expect(removed.progress).toMatchObject({ remaining: 1 });
    const retyped = await made({ kind: 'retype', entityId: seoul.id, type: 'ORGANIZATION' });
    expect(await suggested('seo')).toMatchObject([{ id: seoul.id, type: 'ORGANIZATION' }]);
    expect(
      (await correct({ kind: 'retype', entityId: seoul.id, type: 'ORGANIZATION' })).status,
    ).toBe(200);
    expect(
      (await correct({ kind: 'alias-remove', entityId: seoul.id, alias: 'Soul' })).status,
    ).toBe(400);
    for (const each of [added, removed, retyped]) await undone(each);
    expect(await bed.ids('entity=Korea')).toContain(ofKorea.articleId);
  });

  it('split a name off into an entity that is known before any article shows it', async () => {
    const names = ['Korea'];
    const change = { kind: 'split' as const, entityId: koreaUtara.id, names };
    expect((await correct(change)).status).toBe(400);
    const split = await made({ ...change, newName: 'Korea Selatan' });
    expect(split.change).toMatchObject({ newName: 'Korea Selatan', newType: 'LOCATION' });
    const newId = split.change.kind === 'split' ? split.change.newId : '';
    expect(EntityView.parse(await json(`/v1/entities/${newId}`))).toMatchObject({ articles: 0 });
    expect((await correct({ ...change, newName: 'korea  selatan' })).status).toBe(200);
    await undone(split);
  });

  it('are listed with author and reason, the latest first, page by page', async () => {
    const whole = CorrectionList.parse(await json('/v1/corrections?size=100'));
    expect(whole.total).toBe(whole.data.length);
    expect(whole.data.map(({ made: { at } }) => at)).toEqual(
      whole.data
        .map(({ made: { at } }) => at)
        .sort()
        .reverse(),
    );
    const first = CorrectionList.parse(await json('/v1/corrections?size=2'));
    const next = CorrectionList.parse(await json(`/v1/corrections?size=2&cursor=${first.next}`));
    expect([...first.data, ...next.data].map(({ id }) => id)).toEqual(
      whole.data.slice(0, 4).map(({ id }) => id),
    );
    const ofJunk = CorrectionList.parse(await json(`/v1/corrections?entity=${junk.id}`));
    expect(ofJunk.data.map(({ change }) => change.kind)).toEqual(['block']);
  });

  it('need the scope for them, a reason, and a correction that is there', async () => {
    for (const key of [READER, 'no-key']) {
      expect((await correct(merge, key)).status).toBe(key === READER ? 403 : 401);
    }
    for (const key of [READER, EDITOR]) {
      expect((await bed.get('/v1/corrections', key)).status).toBe(200);
    }
    expect((await bed.get('/v1/entities?q=kor', EDITOR)).status).toBe(403);
    const silent = await post('/v1/corrections', { change: merge, reason: '  ' });
    expect([silent.status, await silent.json()]).toMatchObject([
      400,
      { errors: [{ pointer: '/reason' }] },
    ]);
    const id = randomUUID();
    expect((await bed.get(`/v1/corrections/${id}`)).status).toBe(404);
    expect((await post(`/v1/corrections/${id}/undo`, { reason: 'x' })).status).toBe(404);
  });
});
