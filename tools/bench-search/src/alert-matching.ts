import { ask } from './http-ask.ts';
import type { SavedQuery } from './saved-queries.ts';

/** A saved query and what the search service makes of it. */
export interface CompiledQuery extends SavedQuery {
  readonly clause: unknown;
  /** The groups of `needs` as the index has its words. */
  readonly stems: readonly (readonly string[])[];
}

/** One way to find which of the queries find any of the articles; gives back how many. */
export type Way = (queries: readonly CompiledQuery[], ids: readonly string[]) => Promise<number>;

const JSON_TYPE = 'application/json';
const LINES_TYPE = 'application/x-ndjson';

/** As many as the product asks for in one request. */
const PER_REQUEST = 250;

/** The fields of Indonesian articles, exact and stemmed: what an own matcher would look at. */
const FIELDS = ['title.id', 'title.id.exact', 'body.id', 'body.id.exact', 'names'];

/** Elasticsearch as matching asks it. */
export class AlertMatching {
  readonly #index: string;

  constructor(elasticsearchUrl: string, index: string) {
    this.#index = `${elasticsearchUrl}/${index}`;
  }

  /** The ids of the newest articles with the words that they show. */
  async articles(count: number): Promise<{ id: string; text: string; names: string[] }[]> {
    const answer = await this.#post<{
      hits: { hits: { _id: string; _source: { body?: { id?: string }; names?: string[] } }[] };
    }>('_search', {
      query: { bool: { filter: [{ term: { status: 'live' } }, { term: { language: 'id' } }] } },
      size: count,
      sort: [{ datedAt: 'desc' }],
      _source: ['body', 'names'],
    });
    return answer.hits.hits.map(({ _id: id, _source: { body, names = [] } }) => ({
      id,
      text: body?.id ?? '',
      names,
    }));
  }

  async stemsOf(words: readonly string[]): Promise<Map<string, string>> {
    const stems = new Map<string, string>();
    for (const word of new Set(words)) {
      const { tokens } = await this.#post<{ tokens: { token: string }[] }>('_analyze', {
        analyzer: 'indonesian_stems',
        text: word,
      });
      stems.set(word, tokens[0]?.token ?? word);
    }
    return stems;
  }

  readonly ways: Readonly<Record<string, Way>> = {
    'each by itself, whether it finds any': (queries, ids) => this.#bySearches(queries, ids),
    'all as filters of one request': (queries, ids) => this.#byFilters(queries, ids),
    'words of the articles first, then those': async (queries, ids) => {
      const words = await this.#wordsOf(ids);
      const possible = queries.filter(({ stems }) =>
        stems.every((group) => group.some((stem) => words.has(stem))),
      );
      return this.#bySearches(possible, ids);
    },
    'only getting the words': async (_queries, ids) => {
      await this.#wordsOf(ids);
      return 0;
    },
  };

  async #byFilters(queries: readonly CompiledQuery[], ids: readonly string[]): Promise<number> {
    let found = 0;
    for (let from = 0; from < queries.length; from += PER_REQUEST) {
      const some = queries.slice(from, from + PER_REQUEST);
      const filters = Object.fromEntries(some.map(({ clause }, at) => [`s${at}`, clause]));
      const { aggregations } = await this.#post<{
        aggregations: { found: { buckets: Record<string, { doc_count: number }> } };
      }>('_search', {
        query: { ids: { values: ids } },
        size: 0,
        track_total_hits: false,
        aggs: { found: { filters: { filters } } },
      });
      found += Object.values(aggregations.found.buckets).filter(({ doc_count: n }) => n > 0).length;
    }
    return found;
  }

  async #bySearches(queries: readonly CompiledQuery[], ids: readonly string[]): Promise<number> {
    let found = 0;
    for (let from = 0; from < queries.length; from += PER_REQUEST) {
      const lines = queries.slice(from, from + PER_REQUEST).flatMap(({ clause }) => [
        '{}',
        JSON.stringify({
          query: { bool: { filter: [{ ids: { values: ids } }, clause] } },
          size: 0,
          terminate_after: 1,
          track_total_hits: 1,
        }),
      ]);
      const { responses } = await this.#send<{
        responses: { hits: { total: { value: number } } }[];
      }>('_msearch', `${lines.join('\n')}\n`, LINES_TYPE);
      found += responses.filter(({ hits }) => hits.total.value > 0).length;
    }
    return found;
  }

  async #wordsOf(ids: readonly string[]): Promise<Set<string>> {
    const { docs } = await this.#post<{
      docs: { term_vectors?: Record<string, { terms: Record<string, unknown> }> }[];
    }>('_mtermvectors', {
      ids,
      parameters: { fields: FIELDS, offsets: false, field_statistics: false },
    });
    const fields = docs.flatMap(({ term_vectors: vectors = {} }) => Object.values(vectors));
    return new Set(fields.flatMap(({ terms }) => Object.keys(terms)));
  }

  #post<Answer>(path: string, body: unknown): Promise<Answer> {
    return this.#send(path, JSON.stringify(body), JSON_TYPE);
  }

  async #send<Answer>(path: string, body: string, type: string): Promise<Answer> {
    const headers = { 'content-type': type };
    const url = `${this.#index}/${path}`;
    const answer = await ask({ url, method: 'POST', headers, body: Buffer.from(body) });
    return JSON.parse(answer.toString()) as Answer;
  }
}
