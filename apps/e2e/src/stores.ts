import pg from 'pg';
import { TOKEN_PATTERN } from './article-generator.ts';

/** What Postgres, the system of record, says of an article. */
export interface ArticleRow {
  articleId: string;
  sourceId: string | null;
  status: string;
  rev: number;
  revisionCount: number;
  contentHash: string | null;
}

/** What the index says of an article. */
export interface ArticleDocument {
  articleId: string;
  status: string;
  /** Elasticsearch's own number, not the one inside the document. */
  version: number;
  rev: number;
  contentHash?: string;
  /** The whole document as JSON. */
  source: string;
}

/** The schema and the index of a Warta without prefixes, as the tests start it. */
const SCHEMA = 'news';
const INDEX = 'warta-articles-read';
const WRITE_INDEX = 'warta-articles-write';
const INDICES = 'warta-articles-v*';
const PAGE = 1_000;

/** Looks into the enricher's tables past the enricher. */
export class PostgresStore {
  readonly #url: string;

  constructor(url: string) {
    this.#url = url;
  }

  async articles(feed: string): Promise<ArticleRow[]> {
    const rows = await this.#query<Record<string, string | null>>(
      `select id, source_id, status, rev, revision_count, current_hash
       from ${SCHEMA}.article where feed = $1`,
      [feed],
    );
    return rows.map((row) => ({
      articleId: String(row['id']),
      sourceId: row['source_id'] ?? null,
      status: String(row['status']),
      rev: Number(row['rev']),
      revisionCount: Number(row['revision_count']),
      contentHash: row['current_hash'] ?? null,
    }));
  }

  /** Every token anywhere in any column of any table. */
  async tokens(): Promise<Set<string>> {
    const tables = await this.#query<{ name: string }>(
      `select table_name as name from information_schema.tables
       where table_schema = $1 and table_type = 'BASE TABLE'`,
      [SCHEMA],
    );
    const found = new Set<string>();
    for (const { name } of tables) {
      const matches = await this.#query<{ token: string }>(
        `select distinct (regexp_matches(t::text, $1, 'g'))[1] as token from ${SCHEMA}."${name}" t`,
        [`(${TOKEN_PATTERN.source})`],
      );
      for (const { token } of matches) found.add(token);
    }
    return found;
  }

  /** How often each entity type was found in a feed's articles: proof that annotation happened. */
  async mentionCount(feed: string): Promise<number> {
    const [row] = await this.#query<{ count: string }>(
      `select count(*) from ${SCHEMA}.mention m join ${SCHEMA}.article a on a.id = m.article_id
       where a.feed = $1`,
      [feed],
    );
    return Number(row?.count);
  }

  /** Next offset by partition, as the enricher recorded it. */
  async progress(topic: string): Promise<Map<number, number>> {
    const rows = await this.#query<{ partition: number; next: string }>(
      `select partition, next_offset as next from ${SCHEMA}.consumer_progress where topic = $1`,
      [topic],
    );
    return new Map(rows.map(({ partition, next }) => [partition, Number(next)]));
  }

  /** As if the enricher had never read anything. Stop it first. */
  async forgetProgress(topic: string): Promise<void> {
    await this.#query(`delete from ${SCHEMA}.consumer_progress where topic = $1`, [topic]);
  }

  /** A connection per question: it survives the server being killed in between. */
  async #query<Row extends object>(sql: string, values: unknown[]): Promise<Row[]> {
    const client = new pg.Client({ connectionString: this.#url, connectionTimeoutMillis: 5_000 });
    // Without a listener a connection that dies would end the test process.
    client.on('error', () => undefined);
    await client.connect();
    try {
      return (await client.query<Row>(sql, values)).rows;
    } finally {
      await client.end();
    }
  }
}

interface Hit {
  _id: string;
  _version: number;
  _source: { status: string; rev: number; contentHash?: string };
  sort: unknown[];
}

/** Looks into the index past the search service. */
export class ElasticsearchStore {
  readonly #url: string;

  constructor(url: string) {
    this.#url = url;
  }

  /** Every document of the feed, whatever its status, after a refresh. */
  async articles(feed: string): Promise<ArticleDocument[]> {
    await this.#ask('POST', `/${INDEX}/_refresh`);
    const documents: ArticleDocument[] = [];
    let after: unknown[] | undefined;
    for (;;) {
      const body = {
        size: PAGE,
        version: true,
        query: { term: { feed } },
        sort: [{ articleId: 'asc' }],
        ...(after && { search_after: after }),
      };
      const answer = await this.#ask('POST', `/${INDEX}/_search`, body);
      const { hits } = (answer as { hits: { hits: Hit[] } }).hits;
      documents.push(...hits.map(toDocument));
      after = hits.at(-1)?.sort;
      if (hits.length < PAGE || after === undefined) return documents;
    }
  }

  /** Next offset by partition, as search recorded it inside the index. */
  async progress(topic: string): Promise<Map<number, number>> {
    const body = { size: PAGE, query: { term: { status: 'progress' } } };
    await this.#ask('POST', `/${WRITE_INDEX}/_refresh`);
    const answer = (await this.#ask('POST', `/${WRITE_INDEX}/_search`, body)) as {
      hits: { hits: { _source: { progress: ProgressSource } }[] };
    };
    const all = answer.hits.hits.map(({ _source }) => _source.progress);
    const ofTopic = all.filter((each) => each.topic === topic);
    return new Map(ofTopic.map(({ partition, nextOffset }) => [partition, Number(nextOffset)]));
  }

  /** As if search had never read anything. Stop it first. */
  async forgetProgress(): Promise<void> {
    await this.#ask('POST', `/${WRITE_INDEX}/_delete_by_query?refresh=true`, {
      query: { term: { status: 'progress' } },
    });
  }

  /** Names of the indices of articles, the oldest first. */
  async indices(): Promise<string[]> {
    const found = await this.#ask('GET', `/${INDICES}?filter_path=*.settings.index.uuid`);
    return Object.keys(found as object).sort();
  }

  async #ask(method: string, path: string, body?: unknown): Promise<unknown> {
    const response = await fetch(`${this.#url}${path}`, {
      method,
      headers: { 'content-type': 'application/json' },
      signal: AbortSignal.timeout(30_000),
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (!response.ok) throw new Error(`${method} ${path}: ${await response.text()}`);
    return response.json();
  }
}

interface ProgressSource {
  topic: string;
  partition: number;
  nextOffset: string;
}

function toDocument({ _id, _version, _source }: Hit): ArticleDocument {
  const { status, rev, contentHash } = _source;
  const source = JSON.stringify(_source);
  const document = { articleId: _id, status, version: _version, rev, source };
  return contentHash === undefined ? document : { ...document, contentHash };
}
