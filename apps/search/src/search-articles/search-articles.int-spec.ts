import { SearchAnswer, SearchArticles } from '@warta/contracts';
import type { ArticleIndex } from '../article-index/article-index.ts';
import { IndexProgress } from '../article-index/index-progress.ts';
import { canceled, dropIndex, entity, hidden, indexStates, live, newIndex } from '../testing.ts';
import { InvalidCursorError } from './cursor.ts';
import { searchArticles } from './search-articles.ts';
import type { SearchParts } from './search-parts.ts';
import { searchParts } from './testing-parts.ts';

let index: ArticleIndex;
let parts: SearchParts;
beforeAll(async () => {
  index = await newIndex();
  parts = searchParts(index);
});
afterAll(() => dropIndex(index));

const search = async (request: object) =>
  SearchAnswer.parse(await searchArticles(parts, SearchArticles.parse(request)));
const titles = async (request: object) => (await search(request)).data.map(({ title }) => title);

/** Each test searches in a feed of its own. */
let feeds = 0;
const newFeed = () => `feed-${(feeds += 1)}`;

describe('words', () => {
  it('finds an inflected Indonesian word by another form, and ranks the very form first', async () => {
    const feed = newFeed();
    await indexStates(
      index,
      live({ feed, title: 'Satu', body: 'Pemerintah meresmikan bangunan baru di kota itu.' }),
      live({ feed, title: 'Dua', body: 'Pemerintah membangun jembatan baru di kota itu.' }),
      live({ feed, title: 'Tiga', body: 'Harga beras naik lagi pekan ini di pasar kota.' }),
    );
    expect(await titles({ feed, q: 'membangun' })).toEqual(['Dua', 'Satu']);
    expect(await titles({ feed, q: 'bangunan' })).toEqual(['Satu', 'Dua']);
    expect(await titles({ feed, q: '"membangun"' })).toEqual(['Dua']);
  });

  it('finds an inflected English word by another form', async () => {
    const feed = newFeed();
    const language = 'en';
    await indexStates(
      index,
      live({ feed, language, title: 'One', body: 'Ministers were visiting the flooded villages.' }),
      live({ feed, language, title: 'Two', body: 'The minister will visit a village.' }),
    );
    expect((await titles({ feed, q: 'villages visited' })).sort()).toEqual(['One', 'Two']);
    expect(await titles({ feed, q: 'village', sort: 'relevance' })).toEqual(['Two', 'One']);
  });

  it('does not take names for inflected words: Maluku is not malu, Kediri not diri', async () => {
    const feed = newFeed();
    await indexStates(
      index,
      live({ feed, title: 'Pulau', body: 'Gempa mengguncang Maluku dan Kediri.' }),
      live({ feed, title: 'Orang', body: 'Ia malu pada diri sendiri.' }),
    );
    expect(await titles({ feed, q: 'maluku' })).toEqual(['Pulau']);
    expect(await titles({ feed, q: 'malu' })).toEqual(['Orang']);
    expect(await titles({ feed, q: 'kediri' })).toEqual(['Pulau']);
    expect(await titles({ feed, q: 'diri' })).toEqual(['Orang']);
  });

  it('ranks the article about Bali before those with words that look like it', async () => {
    const feed = newFeed();
    const balik = 'Arus balik. Mereka balik lagi, dibalik dan membalik. '.repeat(5);
    await indexStates(
      index,
      live({ feed, title: 'Arus balik', body: `${balik} Tol Bali.` }),
      live({ feed, title: 'Wisata', body: 'Turis ke Bali.', entities: [entity('Bali')] }),
    );
    expect(await titles({ feed, q: 'Bali' })).toEqual(['Wisata', 'Arus balik']);
  });

  it('needs every word, wherever each is, and keeps excluded words and phrases out', async () => {
    const feed = newFeed();
    await indexStates(
      index,
      live({ feed, title: 'Harga beras', body: 'Naik di Jakarta menurut Bulog.' }),
      live({ feed, title: 'Harga cabai', body: 'Naik di Jakarta, harga beras turun.' }),
      live({ feed, title: 'Beras impor', body: 'Tiba di Surabaya.' }),
    );
    expect((await titles({ feed, q: 'beras jakarta' })).sort()).toEqual([
      'Harga beras',
      'Harga cabai',
    ]);
    expect(await titles({ feed, q: 'beras -jakarta' })).toEqual(['Beras impor']);
    expect(await titles({ feed, q: '"harga beras" bulog' })).toEqual(['Harga beras']);
    expect(await titles({ feed, q: 'beras -"harga beras"' })).toEqual(['Beras impor']);
    expect(await titles({ feed, q: 'beras tidakada' })).toEqual([]);
  });

  it('finds words in other languages as they stand, accents and case aside', async () => {
    const feed = newFeed();
    await indexStates(index, live({ feed, language: 'fr', title: 'Élection', body: 'À Paris.' }));
    expect(await titles({ feed, q: 'election paris' })).toEqual(['Élection']);
  });
});

describe('highlights', () => {
  it('are encoded: markup of an article never comes through, only our <em>', async () => {
    const feed = newFeed();
    const canary = '<script>alert("x")</script><img src=x onerror=alert(1)>&amp;</em>';
    await indexStates(
      index,
      live({ feed, title: `${canary} kanari`, body: `${canary} kanari ${canary}` }),
      live({ feed, language: 'en', title: `${canary} kanari`, body: `a kanari ${canary}` }),
      live({ feed, language: 'und', title: `${canary} kanari`, body: `a kanari ${canary}` }),
    );
    const { data } = await search({ feed, q: 'kanari script alert' });
    expect(data).toHaveLength(3);
    for (const { highlights } of data) {
      const fragments = [...(highlights.title ?? []), ...(highlights.body ?? [])];
      expect(fragments.length).toBeGreaterThanOrEqual(2);
      for (const fragment of fragments) {
        expect(fragment).toContain('<em>kanari');
        expect(fragment.replace(/<\/?em>/g, '')).not.toMatch(/[<>"]/);
      }
    }
  });

  it('mark inflected words and phrases', async () => {
    const feed = newFeed();
    await indexStates(
      index,
      live({ feed, title: 'Harga bangunan', body: 'Membangun rumah itu mahal, kata harga pasar.' }),
    );
    const [hit] = (await search({ feed, q: 'pembangunan "harga pasar"' })).data;
    expect(hit?.highlights.title).toEqual(['Harga <em>bangunan</em>']);
    const body = hit?.highlights.body?.join(' ') ?? '';
    expect(body).toContain('<em>Membangun</em> rumah');
    expect(body).toMatch(/<em>harga<\/em> <em>pasar<\/em>|<em>harga pasar<\/em>/);
    const [again] = (await search({ feed, q: '-(-pembangunan)' })).data;
    expect(again?.highlights.title).toEqual(['Harga <em>bangunan</em>']);
  });
});

describe('entities', () => {
  it('are found by any name that any article gives them, by id and by Wikidata id', async () => {
    const feed = newFeed();
    const id = '0190b0a4-5c1e-5a3f-8f52-7b8f4dd7a423';
    const korea = (printed: string[]) => entity('Korea Utara', printed, { id, wikidata: 'Q423' });
    await indexStates(
      index,
      live({ feed, title: 'Pendek', body: 'Korut.', entities: [korea(['Korut'])] }),
      live({
        feed,
        title: 'Panjang',
        body: 'Korea Utara.',
        entities: [korea(['Korea Utara', 'Pyongyang'])],
      }),
      live({
        feed,
        title: 'Lain',
        body: 'Korut dan lain.',
        entities: [entity('Korea Selatan', ['Korsel'])],
      }),
    );
    for (const called of [
      'Korut',
      'korea  utara',
      'KOREA UTARA',
      'Q423',
      'q423',
      id,
      id.toUpperCase(),
    ]) {
      expect((await titles({ feed, entity: called })).sort()).toEqual(['Panjang', 'Pendek']);
    }
    expect(await titles({ feed, entity: 'Korsel' })).toEqual(['Lain']);
    for (const called of ['Kor', '.*', 'Korea', '*']) {
      expect(await titles({ feed, entity: called })).toEqual([]);
    }
  });

  it('come with each hit, with how often they are mentioned', async () => {
    const feed = newFeed();
    const found = entity('Bank Indonesia', ['Bank Indonesia', 'BI'], { type: 'ORGANIZATION' });
    await indexStates(index, live({ feed, entities: [found] }));
    const [hit] = (await search({ feed })).data;
    expect(hit?.entities).toEqual([
      { id: found.id, type: 'ORGANIZATION', name: 'Bank Indonesia', salience: 'main', mentions: 2 },
    ]);
  });
});

describe('filters', () => {
  it('narrow by language, feed and time; a day begins at midnight UTC, the end is exclusive', async () => {
    const feed = newFeed();
    const at = (publishedAt: string, title: string) => live({ feed, title, publishedAt });
    await indexStates(
      index,
      at('2026-05-01T06:59:59+07:00', 'april'),
      at('2026-05-01T07:00:00+07:00', 'mei'),
      at('2026-05-02T00:00:00.123456789012+23:59', 'mei siang'),
      at('2026-05-02T00:00:00Z', 'esok'),
      live({ feed: `${feed}-b`, title: 'lain', publishedAt: '2026-05-01T12:00:00Z' }),
      live({ feed, title: 'may', language: 'en', publishedAt: '2026-05-01T23:00:00Z' }),
    );
    const day = { feed, from: '2026-05-01', to: '2026-05-02' };
    expect(await titles({ ...day, sort: 'oldest' })).toEqual(
      ['mei siang', 'mei', 'may'].sort(
        (a, b) => ['mei', 'mei siang', 'may'].indexOf(a) - ['mei', 'mei siang', 'may'].indexOf(b),
      ),
    );
    expect(await titles({ ...day, lang: 'en' })).toEqual(['may']);
    expect(await titles({ feed, from: '2026-05-01T23:30:00Z' })).toEqual(['esok']);
  });

  it('go by the time of submission where a feed gives no date', async () => {
    const feed = newFeed();
    await indexStates(index, live({ feed, title: 'tanpa tanggal' }));
    expect(await titles({ feed, from: new Date(Date.now() - 60_000).toISOString() })).toHaveLength(
      1,
    );
    expect(await titles({ feed, from: '9999-12-31T23:59:59Z' })).toEqual([]);
    expect(await titles({ feed, from: '0000-01-01T00:00:00+23:59' })).toHaveLength(1);
  });
});

describe('what is not an article', () => {
  it('never shows: neither hidden articles nor the progress kept in the index', async () => {
    const feed = 'harian-contoh';
    const secret = { feed, title: 'rahasiadagang', body: 'rahasiadagang' };
    const states = [live(secret), live(secret), live({ ...secret, entities: [entity('Rahasia')] })];
    await indexStates(index, ...states);
    const [taken, held, withheld] = states.map(({ articleId }) => articleId) as [
      string,
      ...string[],
    ];
    const at = '2026-12-24T00:00:00Z';
    await indexStates(
      index,
      canceled(taken, 2),
      hidden(held ?? '', 2, { status: 'held', embargoUntil: at }),
      hidden(withheld ?? '', 2, { status: 'withheld', withheldAt: at }),
    );
    await new IndexProgress(index, () => {}).save('progress rahasiadagang', 3, {
      nextOffset: 7n,
    });
    await index.client.indices.refresh({ index: index.names.write });
    expect(await titles({ q: 'rahasiadagang' })).toEqual([]);
    expect(await titles({ entity: 'Rahasia' })).toEqual([]);
    const everything = (await search({ size: 100 })).data.map(({ id }) => id);
    for (const { articleId: id } of states) {
      expect(everything).not.toContain(id);
      const kept = await index.client.get<object>({ index: index.names.read, id });
      expect(JSON.stringify(kept._source)).not.toMatch(/rahasia/i);
    }
  });
});

describe('pages', () => {
  it('cover every article exactly once, in every order, whatever the page size', async () => {
    const feed = newFeed();
    // Many with the same instant and the same score: only the id tells them apart.
    const days = ['2026-05-01T00:00:00Z', '2026-05-02T00:00:00Z', undefined];
    const states = Array.from({ length: 45 }, (_, at) =>
      live({ feed, title: `sama ${at % 5}`, publishedAt: days[at % 3] }),
    );
    await indexStates(index, ...states);
    const expected = states.map(({ articleId }) => articleId).sort();
    const orders = [
      { q: 'sama' },
      { sort: 'newest' },
      { sort: 'oldest' },
      { q: '"sama 3"' },
    ] as const;
    for (const order of orders) {
      for (const size of [7, 15, 45, 100]) {
        const ids: string[] = [];
        let pages = 0;
        for (let cursor: string | undefined; ;) {
          const answer = await search({ feed, ...order, size, ...(cursor && { cursor }) });
          ids.push(...answer.data.map(({ id }) => id));
          pages += 1;
          cursor = answer.next;
          if (cursor === undefined) break;
        }
        const all = 'q' in order && order.q === '"sama 3"' ? 9 : 45;
        expect(new Set(ids).size).toBe(ids.length);
        expect(ids).toHaveLength(all);
        if (all === 45) expect(ids.sort()).toEqual(expected);
        expect(pages).toBe(Math.ceil(all / size));
      }
    }
  });

  it('refuse the cursor of another search', async () => {
    const feed = newFeed();
    await indexStates(index, live({ feed }), live({ feed }));
    const { next } = await search({ feed, size: 1 });
    await expect(search({ feed, size: 1, sort: 'oldest', cursor: next })).rejects.toThrow(
      InvalidCursorError,
    );
    await expect(search({ size: 1, cursor: next })).rejects.toThrow(InvalidCursorError);
    expect((await search({ feed, size: 2, cursor: next })).data).toHaveLength(1);
  });

  it('count up to ten thousand exactly', async () => {
    const feed = newFeed();
    await indexStates(index, live({ feed }), live({ feed }));
    expect((await search({ feed, size: 1 })).total).toEqual({ value: 2, relation: 'eq' });
  });
});

it('says so when a part of the index did not answer', async () => {
  const feed = newFeed();
  await indexStates(index, live({ feed, title: 'sebagian' }));
  expect(await search({ feed, q: 'sebagian' })).toMatchObject({ partial: false });
  const lost = `${index.names.first}-lost`;
  await index.client.indices.create({
    index: lost,
    wait_for_active_shards: 0,
    settings: { 'routing.allocation.require._name': 'no-such-node' },
    aliases: { [index.names.read]: {} },
  });
  const answer = await search({ feed, q: 'sebagian' });
  expect(answer.partial).toBe(true);
  expect(answer.data).toHaveLength(1);
  await index.client.indices.delete({ index: lost });
});
