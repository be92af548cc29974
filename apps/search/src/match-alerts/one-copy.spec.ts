import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { Client } from '@elastic/elasticsearch';
import { TransientError } from '@warta/messaging';
import { ArticleIndex } from '../article-index/article-index.ts';
import { signal } from '../testing.ts';
import { articlePassedOver, articlesOfSpan } from './late-articles.ts';
import { MatchRound } from './match-round.ts';
import { ShownProgress } from './shown-progress.ts';

describe('what is told of articles that a copy of the index shows', () => {
  const copies: (string | null | undefined)[] = [];
  const progress = { topic: 't', partition: 0, nextOffset: '1' };
  let node = 'n1';
  const hitsNow = () => {
    return { total: { value: 1 }, hits: [{ _node: node, _source: { progress, rev: 9 } }] };
  };
  const server = createServer((request, answer) => {
    void text(request).then((body) => {
      const { pathname, searchParams } = new URL(request.url ?? '', 'http://localhost');
      answer.setHeader('x-elastic-product', 'Elasticsearch');
      answer.setHeader('content-type', 'application/json');
      if (pathname.endsWith('/_search')) {
        copies.push(searchParams.get('preference'));
        answer.end(JSON.stringify({ hits: hitsNow() }));
        return;
      }
      const heads = body.split('\n').filter((line, at) => at % 2 === 0 && line !== '');
      for (const head of heads) copies.push(JSON.parse(head).preference);
      answer.end(JSON.stringify({ responses: heads.map(() => ({ hits: hitsNow() })) }));
    });
  });
  let client: Client;

  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    client = new Client({ node: `http://127.0.0.1:${(server.address() as AddressInfo).port}` });
  });
  beforeEach(() => copies.splice(0));
  afterAll(async () => {
    await client.close();
    server.close();
  });

  it('is asked of that copy, at once and in the catch-up', async () => {
    const index = new ArticleIndex(client, '');
    const article = { articleId: 'a', rev: 1, newsAtMs: 0, arrivedAtMs: 0, missedBy: [] };
    const state = { ...article, group: 'a', feed: 'f', language: 'id', analysis: 'id' as const };
    const clause = () => ({ match_all: {} });
    const compiled = { clause, clauseText: () => undefined, entityIds: new Set<string>() };
    const search = { id: 's', asked: '', filters: {}, matchesFromMs: 0, isFailing: false };
    const all = [{ ...search, compiled: { ...compiled, names: [], hasText: false } }] as never;
    const round = new MatchRound(
      { index, language: 'id', failed: new Map(), beat: async () => {} },
      [state],
    );
    await new ShownProgress(index, 't', 1).waitFor(1n, signal);
    await round.find(all);
    await round.count(all);
    await round.explain(all);
    await articlesOfSpan(index, { fromMs: 0, toMs: 1, cursor: undefined } as never, 10);
    await articlePassedOver(index, article);
    expect(copies).toEqual(Array(6).fill('alerts'));
  });

  it('is done again when another copy answers by the end of it', async () => {
    const shown = new ShownProgress(new ArticleIndex(client, ''), 't', 1);
    const before = await shown.waitFor(1n, signal);
    await shown.checkSame([before]);
    node = 'n2';
    await expect(shown.checkSame([before])).rejects.toThrow(TransientError);
    await shown.checkSame([await shown.waitFor(1n, signal)]);
    await expect(shown.checkSame([before, 'n2'])).rejects.toThrow(TransientError);
  });
});
