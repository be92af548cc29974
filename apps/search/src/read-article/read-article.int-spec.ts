import { readFileSync } from 'node:fs';
import { ArticleUpdatedV1, ArticleView } from '@warta/contracts';
import type { ArticleIndex } from '../article-index/article-index.ts';
import {
  canceled,
  dropIndex,
  entity,
  hidden,
  indexing,
  live,
  newIndex,
  received,
  signal,
} from '../testing.ts';
import { readArticle } from './read-article.ts';

let index: ArticleIndex;
beforeAll(async () => {
  index = await newIndex();
  await index.client.indices.putSettings({
    index: index.names.first,
    settings: { refresh_interval: '-1' },
  });
});
afterAll(() => dropIndex(index));

describe('reading one article', () => {
  it('gives back everything that was published about it, as it was', async () => {
    const { indexArticles } = indexing(index);
    const speaker = entity('Sri Mulyani', ['Sri Mulyani', 'Menkeu'], { type: 'PERSON' });
    const state = live({
      sourceId: 'n-1',
      url: 'https://example.org/n-1',
      title: 'Judul <b>',
      body: 'Isi & "kutipan".',
      publishedAt: '2026-05-01T07:00:00+07:00',
      updatedAt: '2026-05-01T08:00:00.123456+07:00',
      revision: 4,
      flags: ['updated-at-in-future'],
      entities: [speaker],
      quotes: [
        {
          text: 'kutipan',
          field: 'body',
          start: 7,
          end: 14,
          cue: 'kata',
          direct: true,
          speakerEntityId: speaker.id,
          speaker: 'Sri Mulyani',
          confidence: 0.9,
        },
      ],
      content: { byline: 'Redaksi', section: 'Ekonomi', extras: { 'a.b': [1, { c: null }] } },
    });
    await indexArticles.handle(received(state), signal);
    const found = await readArticle(index, state.articleId.toUpperCase());
    if (found.status !== 'live') throw new Error(found.status);
    expect(ArticleView.parse(JSON.parse(JSON.stringify(found.article)))).toEqual({
      id: state.articleId,
      feed: 'harian-contoh',
      sourceId: 'n-1',
      url: 'https://example.org/n-1',
      title: 'Judul <b>',
      body: 'Isi & "kutipan".',
      byline: 'Redaksi',
      section: 'Ekonomi',
      language: 'id',
      publishedAt: '2026-05-01T07:00:00+07:00',
      updatedAt: '2026-05-01T08:00:00.123456+07:00',
      rev: 1,
      revision: 4,
      extras: { 'a.b': [1, { c: null }] },
      flags: ['updated-at-in-future'],
      extractor: 'test 1',
      entities: [speaker],
      quotes: state.annotation.quotes,
      dates: [],
      amounts: [],
      furniture: [],
      attribution: [],
      models: [],
      submittedAt: state.arrival.at,
    });
  });

  it('shows all that an annotation may carry: places, amounts, indirect speech, proof', async () => {
    const file = '../../../../libs/contracts/samples/warta.article.updated.v1/live-proven.json';
    const state = ArticleUpdatedV1.parse(
      JSON.parse(readFileSync(new URL(file, import.meta.url), 'utf8')),
    );
    if (state.status !== 'live') throw new Error(state.status);
    const { indexArticles } = indexing(index);
    const outcome = await indexArticles.handle(received(state), signal);
    expect(outcome.rejected).toEqual([]);
    const found = await readArticle(index, state.articleId);
    if (found.status !== 'live') throw new Error(found.status);
    const { extractor, version, flags, ...shown } = state.annotation;
    const view = ArticleView.parse(JSON.parse(JSON.stringify(found.article)));
    expect(view).toMatchObject({ ...shown, flags, extractor: `${extractor} ${version}` });
    expect(view.entities.some(({ place }) => place !== undefined)).toBe(true);
    expect(view.quotes.map(({ indirect }) => indirect)).toEqual([true, undefined]);
  });

  it('is in real time: a correction and a takedown show before any refresh', async () => {
    const { indexArticles } = indexing(index);
    const state = live({ title: 'satu' });
    const id = state.articleId;
    expect(await readArticle(index, id)).toEqual({ status: 'unknown' });
    await indexArticles.handle(received(state), signal);
    expect(await readArticle(index, id)).toMatchObject({ article: { title: 'satu', rev: 1 } });
    await indexArticles.handle(received({ ...state, rev: 2 }), signal);
    expect(await readArticle(index, id)).toMatchObject({ article: { rev: 2 } });
    await indexArticles.handle(received(state), signal);
    expect(await readArticle(index, id)).toMatchObject({ article: { rev: 2 } });
    const taken = canceled(id, 3);
    await indexArticles.handle(received(taken), signal);
    expect(await readArticle(index, id)).toMatchObject({ status: 'canceled' });
  });

  it('says of a hidden article when and no word of it, and of a copy which one leads', async () => {
    const { indexArticles } = indexing(index);
    const lead = live({ title: 'satu' });
    const duplicateOf = { articleId: lead.articleId, similarity: 0.93, kind: 'near' as const };
    const copy = live({ title: 'satu juga', duplicateOf });
    const id = copy.articleId;
    await indexArticles.handle(received(lead, copy), signal);
    expect(await readArticle(index, id)).toMatchObject({ article: { duplicateOf } });
    const at = '2026-12-24T00:00:00Z';
    const held = hidden(id, 2, { status: 'held', embargoUntil: at });
    const withheld = hidden(id, 3, { status: 'withheld', withheldAt: at });
    await indexArticles.handle(received(held), signal);
    expect(await readArticle(index, id)).toEqual({ status: 'held', heldUntil: at });
    await indexArticles.handle(received(withheld), signal);
    expect(await readArticle(index, id)).toEqual({ status: 'withheld', withheldAt: at });
  });
});
