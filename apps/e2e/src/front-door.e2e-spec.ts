import { type ItemAnswer, ItemsAnswer, PushAccepted, ReceiptView } from '@warta/contracts';
import { LogEnd } from './log-end.ts';
import { SUBMITTED_TOPIC } from './observer.ts';
import type { ArticleRow } from './stores.ts';
import { until } from './until.ts';
import { Warta } from './warta.ts';

/**
 * What feeds really push, end to end: documents of other systems, batches, the same push many times
 * at once, an ingestor that dies in the middle of a batch, and an embargo that is kept.
 */

const SETTLED_WITHIN_MS = 120_000;
/** The scan for what is due comes every five seconds; then it goes the usual way. */
const RELEASED_WITHIN_MS = 60_000;
const SEARCHABLE_WITHIN_MS = 60_000;
const REQUEST_TIMEOUT_MS = 15_000;
const AT_ONCE = 50;
const BATCH = 1_000;
/** Each falls where it falls: mostly the first is within the milliseconds that storing takes. */
const KILLS_MAX = 8;
const HOUR_MS = 3_600_000;
const NDJSON = 'application/x-ndjson';

const linesOf = (articles: readonly object[]) =>
  articles.map((one) => JSON.stringify(one)).join('\n');

const rss = (link: string) => `<?xml version="1.0"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/">
  <channel>
    <title>Harian Contoh</title><link>https://example.org/</link>
    <item>
      <title>Jokowi bertemu Putin di Moskow</title><link>${link}</link>
      <guid isPermaLink="false">rss-1</guid>
      <pubDate>Mon, 12 Jun 2023 10:00:00 +0700</pubDate>
      <content:encoded><![CDATA[<p>Presiden Joko Widodo bertemu Presiden Rusia Vladimir Putin di Moskow.</p>]]></content:encoded>
    </item>
    <item><title>Tanpa alamat dan tanpa nomor</title></item>
  </channel>
</rss>`;

describe('the front door', () => {
  let warta: Warta;

  beforeAll(async () => {
    warta = await Warta.open('front-door');
  }, 120_000);

  afterAll(async () => {
    await warta.allReady();
    warta.close();
  }, 90_000);

  /** @throws when there is no answer. */
  async function pushItems(body: string, contentType: string): Promise<Response> {
    return fetch(`${warta.environment.ingestorUrl}/v1/feeds/${warta.feed}/items`, {
      method: 'POST',
      headers: { authorization: `Bearer ${warta.key}`, 'content-type': contentType },
      body,
      signal: AbortSignal.timeout(REQUEST_TIMEOUT_MS),
    });
  }

  async function accepted(body: string, contentType: string): Promise<ItemAnswer[]> {
    const answer = await pushItems(body, contentType);
    const text = await answer.text();
    if (answer.status !== 202) throw new Error(`${answer.status}: ${text}`);
    return ItemsAnswer.parse(JSON.parse(text)).items;
  }

  const rowsOf = async (sourceIds: ReadonlySet<string>): Promise<ArticleRow[]> => {
    const rows = await warta.observer.postgres.articles(warta.feed);
    return rows.filter(({ sourceId }) => sourceIds.has(sourceId ?? ''));
  };

  it('takes the RSS of a newsroom, item by item, and it can be read as any article', async () => {
    const [item, refused] = await accepted(
      rss('https://example.org/politik/jokowi-putin?utm_source=rss'),
      'application/rss+xml',
    );
    expect(refused).toMatchObject({ outcome: 'refused' });
    expect(item).toMatchObject({ outcome: 'accepted', sourceId: 'rss-1' });
    const article = await warta.shown(item?.id ?? '', SEARCHABLE_WITHIN_MS);
    expect(article.title).toBe('Jokowi bertemu Putin di Moskow');
    expect(article.body).toContain('Presiden Rusia Vladimir Putin');
    expect(Date.parse(article.publishedAt ?? '')).toBe(Date.parse('2023-06-12T10:00:00+07:00'));
    expect(article.entities.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['Joko Widodo', 'Vladimir Putin']),
    );
  }, 180_000);

  it(`has one effect when the same push comes ${AT_ONCE} times at once`, async () => {
    const article = {
      id: 'at-once',
      title: 'Harga beras turun',
      body: 'Jakarta - Harga beras turun, kata Badan Pangan Nasional.',
      version: 1,
    };
    const answers = await Promise.all(
      Array.from({ length: AT_ONCE }, () => warta.push({ ...article, feed: warta.feed })),
    );
    const ids = answers.map(({ status, body }) => `${status} ${PushAccepted.parse(body).id}`);
    expect(new Set(ids).size).toBe(1);
    await warta.observer.settled(SETTLED_WITHIN_MS);
    const rows = await rowsOf(new Set(['at-once']));
    expect(rows).toMatchObject([{ rev: 1, revisionCount: 1, status: 'live' }]);
    const documents = await warta.observer.elasticsearch.articles(warta.feed);
    expect(documents.filter(({ articleId }) => articleId === rows[0]?.articleId)).toMatchObject([
      { rev: 1, version: 1 },
    ]);
  }, 180_000);

  const batchOf = (name: string) =>
    Array.from({ length: BATCH }, (_, index) => ({
      id: `${name}-${index}`,
      title: `Berita nomor ${index}`,
      body: `Jakarta - Menteri Pertanian meninjau pasar nomor ${index}.`,
      version: 1,
      // Weight that costs nobody any reading: storing the batch takes its time.
      extras: { note: `${index} `.repeat(600) },
    }));
  const storedOf = async (articles: readonly { id: string }[]) => {
    const ids = new Set(articles.map(({ id }) => id));
    const pushes = await warta.observer.submitted(warta.feed);
    return pushes.filter(({ sourceId }) => ids.has(sourceId ?? '')).length;
  };

  /** Kills the ingestor with a part of a batch stored, as often as it takes, and returns that batch. */
  async function batchKilledInTheMiddle(): Promise<ReturnType<typeof batchOf>> {
    const logEnd = new LogEnd(warta.servers.kafkaBrokers, SUBMITTED_TOPIC);
    try {
      for (let tries = 1; tries <= KILLS_MAX; tries += 1) {
        const articles = batchOf(`batch-${tries}`);
        const before = await logEnd.records();
        const answer = accepted(linesOf(articles), NDJSON).catch(() => undefined);
        await Promise.race([logEnd.grownBeyond(before), answer]);
        await warta.processes.end('ingestor', 'SIGKILL');
        const isAnswered = (await answer) !== undefined;
        await warta.allReady();
        const stored = await storedOf(articles);
        process.stderr.write(`  kill ${tries}: ${stored} of ${BATCH} were stored\n`);
        // An answer is a promise, whenever the kill came.
        if (isAnswered) expect(stored).toBe(BATCH);
        else if (stored > 0 && stored < BATCH) return articles;
      }
    } finally {
      await logEnd.stop();
    }
    throw new Error(`none of ${KILLS_MAX} kills came when a part was stored`);
  }

  it(`loses and doubles nothing of a batch of ${BATCH} when it is killed in the middle`, async () => {
    const articles = await batchKilledInTheMiddle();
    const tryOnce = () => accepted(linesOf(articles), NDJSON).catch(() => undefined);
    const items = await until('the batch to be taken', SETTLED_WITHIN_MS, tryOnce);
    expect(items).toHaveLength(BATCH);
    expect(items.every(({ outcome }) => outcome !== 'refused')).toBe(true);
    expect(items.map(({ sourceId }) => sourceId)).toEqual(articles.map(({ id }) => id));

    await warta.observer.settled(SETTLED_WITHIN_MS);
    const rows = await rowsOf(new Set(articles.map(({ id }) => id)));
    expect(rows).toHaveLength(BATCH);
    expect(rows.filter(({ rev, revisionCount }) => rev !== 1 || revisionCount !== 1)).toEqual([]);
    const ids = new Set(items.map(({ id }) => id));
    const documents = await warta.observer.elasticsearch.articles(warta.feed);
    expect(documents.filter(({ articleId }) => ids.has(articleId))).toHaveLength(BATCH);
  }, 400_000);

  const embargoed = (uri: string, headline: string, dueAtMs: number) => ({
    uri,
    type: 'text',
    version: '1',
    headline,
    body_text: 'Jakarta - Presiden Joko Widodo menyampaikan pidato kenegaraan.',
    embargoed: new Date(dueAtMs).toISOString(),
  });

  it('holds an article under embargo, and shows nothing of its text before it is due', async () => {
    const ninjs = embargoed('urn:contoh:held', 'Pidato tahun depan', Date.now() + HOUR_MS);
    const [item] = await accepted(JSON.stringify(ninjs), 'application/json');
    await warta.observer.settled(SETTLED_WITHIN_MS);
    const [row] = await rowsOf(new Set(['urn:contoh:held']));
    expect(row).toMatchObject({ status: 'held' });
    const { status, body } = await warta.read(item?.id ?? '');
    expect(status).toBe(404);
    expect(JSON.stringify(body)).not.toContain('Pidato');
    const documents = await warta.observer.elasticsearch.articles(warta.feed);
    const held = documents.find(({ articleId }) => articleId === item?.id);
    expect(held).toMatchObject({ status: 'held' });
    expect(held?.source).not.toContain('idato');
  }, 200_000);

  it('shows an article under embargo once it is due, without being asked', async () => {
    const dueAtMs = Date.now() + 6_000;
    const ninjs = embargoed('urn:contoh:embargo', 'Pidato kenegaraan tahun ini', dueAtMs);
    const [item] = await accepted(JSON.stringify(ninjs), 'application/json');
    const shown = await warta.shown(item?.id ?? '', 6_000 + RELEASED_WITHIN_MS);
    expect(Date.now()).toBeGreaterThanOrEqual(dueAtMs);
    expect(shown.title).toBe('Pidato kenegaraan tahun ini');
  }, 200_000);

  it('tells by its receipt how far a push has come, with the time of each stage', async () => {
    const { body } = await warta.push({
      feed: warta.feed,
      id: 'with-receipt',
      body: 'Jakarta - Presiden Joko Widodo tiba di Jakarta.',
    });
    const { receipt } = PushAccepted.parse(body);
    const url = `${warta.environment.searchUrl}/v1/receipts/${receipt}`;
    const told = await until('the receipt to say indexed', SEARCHABLE_WITHIN_MS, async () => {
      const answer = await warta.ask('GET', url, {});
      const view = ReceiptView.parse(answer.body);
      return view.state === 'indexed' && view;
    });
    const stages = told.stages.map(({ stage }) => stage);
    expect(stages).toEqual(['accepted', 'in-kafka', 'enriched', 'indexed']);
    expect(told.stages.reduce((sum, { ms }) => sum + ms, 0)).toBe(told.totalMs);
    process.stderr.write(
      `  one push: ${told.stages.map(({ stage, ms }) => `${stage} +${ms} ms`).join(', ')}\n`,
    );
    const { status } = await warta.ask('GET', `${url.slice(0, -3)}abc`, {});
    expect(status).toBe(404);
  }, 180_000);
});
