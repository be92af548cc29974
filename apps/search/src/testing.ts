import { randomUUID } from 'node:crypto';
import { createServer, request as httpRequest } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Client } from '@elastic/elasticsearch';
import { Annotation, ArticleContent, ArticleUpdatedV1 } from '@warta/contracts';
import type { LiveArticle } from '@warta/contracts';
import type { BatchSignal, ReceivedEvent } from '@warta/messaging';
import { Registry } from 'prom-client';
import { ArticleIndex, ensureIndex } from './article-index/article-index.ts';
import { articleMapping } from './article-index/article-mapping.ts';
import { IndexArticles } from './index-articles/index-articles.ts';
import { indexingMetrics } from './index-articles/indexing-metrics.ts';
import type { IndexingMetrics } from './index-articles/indexing-metrics.ts';
import { VisibleArticles } from './index-articles/visible-articles.ts';
import { RevisionsIndex } from './revisions-index/revisions-index.ts';

/** Of the running stack; `npm test` sets it. */
export function elasticsearchUrl(): string {
  const url = process.env['WARTA_TEST_ELASTICSEARCH_URL'];
  if (url === undefined) {
    throw new Error('set WARTA_TEST_ELASTICSEARCH_URL to a running Elasticsearch, or use npm test');
  }
  return url;
}

/** A prefix no other test has. */
export const ownPrefix = () => `t-${randomUUID().slice(0, 13)}-`;

/** An index of a test's own: created by the code under test, deleted by `dropIndex`. */
export async function newIndex(): Promise<ArticleIndex> {
  const index = new ArticleIndex(new Client({ node: elasticsearchUrl() }), ownPrefix());
  await ensureIndex(index);
  return index;
}

/** The mapping as a version without these fields would have it. */
export function mappingWithout(...fields: readonly (keyof typeof articleMapping.properties)[]) {
  const properties = Object.entries(articleMapping.properties).filter(
    ([name]) => !(fields as readonly string[]).includes(name),
  );
  return { dynamic: 'strict' as const, properties: Object.fromEntries(properties) };
}

export async function dropIndex(index: ArticleIndex): Promise<void> {
  const { client, names } = index;
  for (const { first } of [names, new RevisionsIndex(index).names]) {
    await client.indices.delete({ index: first }, { ignore: [404] });
  }
  await client.close();
}

type LiveParts = Partial<Omit<LiveArticle, 'status' | 'content' | 'annotation'>> & {
  title?: string;
  body?: string;
  language?: string;
  content?: Partial<LiveArticle['content']>;
  entities?: Annotation['entities'];
  quotes?: Annotation['quotes'];
};

let offset = 0;
const arrivalNow = () => ({
  at: new Date().toISOString(),
  partition: 0,
  offset: String((offset += 1)),
});

/** A valid live state; a test names only what it is about. */
export function live(parts: LiveParts = {}): LiveArticle {
  const {
    title,
    body = 'Isi berita.',
    language = 'id',
    content,
    entities,
    quotes,
    ...state
  } = parts;
  return {
    status: 'live',
    articleId: randomUUID(),
    feed: 'harian-contoh',
    rev: 1,
    revision: 1,
    arrival: arrivalNow(),
    flags: [],
    contentHash: '0'.repeat(64),
    content: ArticleContent.parse({ title, body, ...content }),
    annotation: Annotation.parse({
      extractor: 'test',
      version: '1',
      language,
      entities: entities ?? [],
      quotes: quotes ?? [],
      dates: [],
      flags: [],
    }),
    ...state,
  };
}

export function canceled(articleId: string, rev: number): ArticleUpdatedV1 {
  const takenDownAt = new Date().toISOString();
  return {
    status: 'canceled',
    articleId,
    feed: 'harian-contoh',
    rev,
    arrival: arrivalNow(),
    takenDownAt,
  };
}

/** A state without text that puts what was there before out of sight. */
export function hidden(
  articleId: string,
  rev: number,
  state: { status: 'held'; embargoUntil: string } | { status: 'withheld'; withheldAt: string },
): ArticleUpdatedV1 {
  return { articleId, feed: 'harian-contoh', rev, arrival: arrivalNow(), ...state };
}

/** An entity as an extractor would find it: mentioned once, under each of the printed forms. */
export function entity(
  name: string,
  printed: string[] = [name],
  more: Partial<Annotation['entities'][number]> = {},
): Annotation['entities'][number] {
  return {
    id: randomUUID(),
    type: 'LOCATION',
    name,
    aliases: printed,
    salience: 'main',
    mentions: printed.map((form, at) => ({ field: 'body', start: at, end: at + form.length })),
    ...more,
  };
}

/** Events as the consumer hands them over. */
export function received(...events: ArticleUpdatedV1[]): ReceivedEvent<ArticleUpdatedV1>[] {
  return events.map((event, at) => ({
    event,
    key: event.articleId,
    topic: 'warta.article.updated.v1',
    partition: 0,
    offset: BigInt(at),
    appendedAtMs: Date.now(),
    arrival: { atMs: Date.now(), partition: 0, offset: String(at) },
    attempts: 1,
  }));
}

export const signal: BatchSignal = {
  partition: 0,
  aborted: () => false,
  heartbeat: async () => {},
};

export interface Indexing {
  readonly indexArticles: IndexArticles;
  readonly visible: VisibleArticles;
  readonly metrics: IndexingMetrics;
}

export function indexing(index: ArticleIndex, now?: () => number): Indexing {
  const metrics = indexingMetrics(new Registry());
  const visible = new VisibleArticles(index, metrics);
  return {
    indexArticles: new IndexArticles(index, { visible, metrics, ...(now && { now }) }),
    visible,
    metrics,
  };
}

/** Indexes states one batch after the other and makes them visible. */
export async function indexStates(index: ArticleIndex, ...states: ArticleUpdatedV1[]) {
  const { indexArticles, visible } = indexing(index);
  const outcome = await indexArticles.handle(received(...states), signal);
  visible.stop();
  await index.client.indices.refresh({ index: index.names.write });
  return outcome;
}

/** Elasticsearch as seen through a proxy with a limit on bodies, as ingresses have, with whims, or cut off. */
export async function startProxy({
  bodyBytesMax = Infinity,
  refusesBody = (_body: string): boolean => false,
} = {}) {
  const state = { isAway: false, /** What came while it was away. */ refused: '' };
  const target = new URL(elasticsearchUrl());
  const server: Server = createServer((incoming, outgoing) => {
    const chunks: Buffer[] = [];
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
    incoming.on('end', () => {
      const body = Buffer.concat(chunks);
      if (state.isAway) {
        state.refused += body.toString();
        return incoming.socket.destroy();
      }
      if (body.length > bodyBytesMax) {
        return outgoing.writeHead(413, { 'content-type': 'text/html' }).end('<h1>413</h1>');
      }
      if (refusesBody(body.toString())) {
        const error = { type: 'unheard_of_exception', reason: 'new in version 17' };
        outgoing.writeHead(400, { 'content-type': 'application/json' });
        return outgoing.end(JSON.stringify({ error, status: 400 }));
      }
      const { method, url: path, headers } = incoming;
      const onward = httpRequest(new URL(path ?? '/', target), { method, headers }, (answer) => {
        outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(outgoing);
      });
      onward.on('error', () => outgoing.destroy());
      return onward.end(body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const stop = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return Object.assign(state, { url, stop });
}
