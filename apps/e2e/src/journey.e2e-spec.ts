import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { PushAccepted, type PushArticle } from '@warta/contracts';
import { type Marking, markedIn, marksOf } from './marking.ts';
import { until } from './until.ts';
import { Warta } from './warta.ts';

/**
 * The way of one article, as a newcomer sees it: pushed, understood, found, pushed again, corrected
 * and withdrawn; and closed to a key that is not its feed's.
 */

const SEARCHABLE_WITHIN_MS = 20_000;
/** Promised for a takedown. */
const GONE_WITHIN_MS = 5_000;
/** Promised for a key. */
const REVOKED_WITHIN_MS = 5_000;

const root = new URL('../../../', import.meta.url);
const read = <T>(file: string) =>
  JSON.parse(readFileSync(fileURLToPath(new URL(file, root)), 'utf8')) as T;
const sampleOf = (name: string) => read<PushArticle>(`samples/${name}.json`);
const markingOf = (name: string) => read<Marking>(`libs/nlp/samples/${name}.expected.json`);

describe('the sample article', () => {
  const name = 'kim-putin-pesan';
  const sample = sampleOf(name);
  const marking = markingOf(name);
  let warta: Warta;
  let accepted: PushAccepted;

  beforeAll(async () => {
    warta = await Warta.open('journey');
  }, 120_000);

  afterAll(() => warta.close());

  const article = () => ({ ...sample, feed: warta.feed, version: 1 });
  const rowsOf = async (id: string) => {
    const rows = await warta.observer.postgres.articles(warta.feed);
    return rows.filter(({ articleId }) => articleId === id);
  };

  it('is accepted with an id and the address where it will be', async () => {
    const { status, headers, body } = await warta.push(article());
    expect(status).toBe(202);
    accepted = PushAccepted.parse(body);
    const receiptUrl = `${warta.environment.searchUrl}/v1/receipts/${accepted.receipt}`;
    expect(headers.get('location')).toBe(receiptUrl);
    const startedAtMs = performance.now();
    await until('the search to find it', SEARCHABLE_WITHIN_MS, async () => {
      return (await warta.search({ feed: warta.feed })).data.length === 1;
    });
    const tookMs = Math.round(performance.now() - startedAtMs);
    process.stderr.write(`  ${name}: searchable ${tookMs} ms after it was accepted\n`);
    const { status: found } = await warta.ask('GET', accepted.location, {});
    expect(found).toBe(200);
  }, 60_000);

  it('has the entities, quotes and dates that an editor marked in it', async () => {
    const shown = await warta.shown(accepted.id, SEARCHABLE_WITHIN_MS);
    expect(shown.language).toBe(marking.language);
    expect(marksOf(shown)).toEqual(markedIn(marking));
  }, 60_000);

  it('is found by its words, with the place that matched shown, and by its entities', async () => {
    const { data } = await warta.search({ feed: warta.feed, q: sample.title ?? '' });
    expect(data.map(({ id }) => id)).toEqual([accepted.id]);
    const { title = [], body = [] } = data[0]?.highlights ?? {};
    expect([...title, ...body].join()).toMatch(/<em>[^<]+<\/em>/);
    for (const { name: entity, aliases } of marking.entities) {
      for (const form of [entity, ...aliases]) {
        const answer = await warta.search({ feed: warta.feed, entity: form });
        expect([form, ...answer.data.map(({ id }) => id)]).toEqual([form, accepted.id]);
      }
    }
  }, 60_000);

  it('is the same article when it is pushed again, also fifty times at once', async () => {
    const before = await rowsOf(accepted.id);
    const again = await Promise.all(Array.from({ length: 50 }, () => warta.push(article())));
    for (const { status, body } of again) {
      expect(status).toBe(202);
      expect({ ...PushAccepted.parse(body), receipt: '' }).toEqual({ ...accepted, receipt: '' });
    }
    await warta.observer.settled(SEARCHABLE_WITHIN_MS);
    expect(await rowsOf(accepted.id)).toEqual(before);
    expect(before).toHaveLength(1);
    expect(before[0]).toMatchObject({ rev: 1, revisionCount: 1, status: 'live' });
  }, 60_000);

  it('shows its correction, and the old text no more', async () => {
    const corrected = { ...article(), version: 2, title: 'Ralat', body: 'Bandung diperbaiki.' };
    expect((await warta.push(corrected)).status).toBe(202);
    const shown = await warta.shown(accepted.id, SEARCHABLE_WITHIN_MS, ({ rev }) => rev > 1);
    expect(shown).toMatchObject({ rev: 2, revision: 2, title: 'Ralat', body: corrected.body });
    const { feed } = warta;
    await until('the search to find the new text', SEARCHABLE_WITHIN_MS, async () => {
      return (await warta.search({ feed, q: 'diperbaiki' })).data.length === 1;
    });
    expect((await warta.search({ feed, q: `"${sample.title}"` })).data).toEqual([]);
  }, 60_000);

  it('keeps its correction when the older version comes again', async () => {
    expect((await warta.push(article())).status).toBe(202);
    await warta.observer.settled(SEARCHABLE_WITHIN_MS);
    const shown = await warta.shown(accepted.id, SEARCHABLE_WITHIN_MS);
    expect(shown).toMatchObject({ rev: 2, title: 'Ralat' });
  }, 60_000);

  it('cannot be written or withdrawn by the key of another feed', async () => {
    const scopes = ['articles:write' as const];
    const stranger = await warta.createKey({ name: 'stranger', scopes, feeds: ['other-feed'] });
    expect((await warta.push(article(), stranger.key)).status).toBe(403);
    expect((await warta.takeDown(String(sample.id), stranger.key)).status).toBe(403);
    expect((await warta.push(article(), 'wk_nobody')).status).toBe(401);
    expect((await warta.read(accepted.id)).status).toBe(200);
  }, 60_000);

  it('is closed to a key everywhere within five seconds of its end', async () => {
    const scopes = ['articles:write' as const, 'search:read' as const];
    const guest = await warta.createKey({ name: 'guest', scopes, feeds: [warta.feed] });
    expect((await warta.read(accepted.id, guest.key)).status).toBe(200);
    await warta.revokeKey(guest.keyId);
    await until('the key to open nothing', REVOKED_WITHIN_MS, async () => {
      const answers = [await warta.read(accepted.id, guest.key), await warta.push({}, guest.key)];
      return answers.every(({ status }) => status === 401);
    });
  }, 60_000);

  it('is gone within five seconds when it is withdrawn', async () => {
    expect((await warta.takeDown(String(sample.id))).status).toBe(202);
    await until('the article to be gone', GONE_WITHIN_MS, async () => {
      const { status, body } = await warta.read(accepted.id);
      const { data } = await warta.search({ feed: warta.feed });
      return status === 410 && !JSON.stringify(body).includes('Bandung') && data.length === 0;
    });
  }, 60_000);

  it('stays gone when it is pushed again, in its old version and in a new one', async () => {
    for (const version of [1, 3]) {
      expect((await warta.push({ ...article(), version })).status).toBe(202);
    }
    await warta.observer.settled(SEARCHABLE_WITHIN_MS);
    expect((await warta.read(accepted.id)).status).toBe(410);
    expect((await warta.search({ feed: warta.feed })).data).toEqual([]);
    expect(await rowsOf(accepted.id)).toMatchObject([{ status: 'canceled', contentHash: null }]);
  }, 60_000);

  it('is back with the next push once an admin has restored it, and not before', async () => {
    expect((await warta.restore(String(sample.id))).status).toBe(202);
    await warta.observer.settled(SEARCHABLE_WITHIN_MS);
    expect((await warta.read(accepted.id)).status).toBe(410);
    expect((await warta.push(article())).status).toBe(202);
    const shown = await warta.shown(accepted.id, SEARCHABLE_WITHIN_MS);
    expect(shown).toMatchObject({ title: sample.title, revision: 1 });
  }, 60_000);

  it('has a twin in English that is understood as well', async () => {
    const english = sampleOf('en-harbour-bridge');
    const expected = markingOf('en-harbour-bridge');
    const { status, body } = await warta.push({ ...english, feed: warta.feed });
    expect(status).toBe(202);
    const shown = await warta.shown(PushAccepted.parse(body).id, SEARCHABLE_WITHIN_MS);
    expect(shown.language).toBe('en');
    expect(marksOf(shown)).toEqual(markedIn(expected));
  }, 60_000);
});
