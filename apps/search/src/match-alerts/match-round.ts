import { errors } from '@elastic/elasticsearch';
import type { estypes } from '@elastic/elasticsearch';
import { TransientError } from '@warta/messaging';
import type { AnalyzedLanguage, LiveDocument } from '../article-index/article-document.ts';
import type { ArticleIndex } from '../article-index/article-index.ts';
import { faultOfSearch } from '../article-index/index-fault.ts';
import type { FaultTexts } from '../query-language/query-faults.ts';
import { searchTroubles } from '../saved-searches/search-troubles.ts';
import type { LiveState } from './batch-states.ts';
import type { ReadySearch } from './compiled-searches.ts';
import { lateMatchFields, matchFields, matchOf } from './match-details.ts';
import { sentenceHighlight } from './match-sentences.ts';
import { OF_ONE_COPY } from './shown-progress.ts';
import type { Match } from './thread-events.ts';

/** For what takes a tenth of a second with a thousand searches. */
const REQUEST_TIMEOUT_MS = 5_000;

export interface RoundParts {
  readonly index: ArticleIndex;
  readonly language: AnalyzedLanguage;
  /** Why searches could not be tried, by their ids; added to. */
  readonly failed: Map<string, FaultTexts>;
  /** Called before each request: a round may take long. */
  readonly beat: () => Promise<void>;
}

/** The articles of one analysis: their texts are in the fields of that language alone. */
export class MatchRound {
  readonly #parts: RoundParts;
  readonly #articles: ReadonlyMap<string, LiveState>;

  constructor(parts: RoundParts, articles: readonly LiveState[]) {
    this.#parts = parts;
    this.#articles = new Map(articles.map((article) => [article.articleId, article]));
  }

  /** Those of the searches that find any of the articles. */
  async find(searches: readonly ReadySearch[]): Promise<ReadySearch[]> {
    return this.#halving(searches, async (some) => {
      const answers = await this.#ask(some, ({ compiled }) => ({
        // Nothing scores: that alone would be half of the work.
        query: { bool: { filter: [this.#ids(), compiled.clause([this.#parts.language])] } },
        size: 0,
        terminate_after: 1,
        track_total_hits: 1,
      }));
      return answers.flatMap(([search, { total }]) => (countOf(total) > 0 ? [search] : []));
    });
  }

  /** How many of the articles each of the searches finds. */
  async count(
    searches: readonly ReadySearch[],
  ): Promise<(readonly [search: ReadySearch, found: number])[]> {
    return this.#halving(searches, async (some) => {
      const answers = await this.#ask(some, ({ compiled }) => ({
        query: { bool: { filter: [this.#ids(), compiled.clause([this.#parts.language])] } },
        size: 0,
        track_total_hits: true,
      }));
      return answers.map(([search, { total }]) => [search, countOf(total)] as const);
    });
  }

  /** The articles that each of the searches finds, and why; whoever asks bounds how many. */
  async explain(searches: readonly ReadySearch[]): Promise<Match[]> {
    const isLate = [...this.#articles.values()].some(({ state }) => state === undefined);
    return this.#halving(searches, async (some) => {
      const answers = await this.#ask(some, ({ compiled }) => ({
        query: {
          bool: { filter: [this.#ids()], must: [compiled.clause([this.#parts.language], true)] },
        },
        size: this.#articles.size,
        _source: [...(isLate ? lateMatchFields : matchFields)],
        track_total_hits: false,
        highlight: sentenceHighlight(this.#parts.language),
      }));
      return answers.flatMap(([search, { hits }]) =>
        hits.flatMap((hit) => {
          const state = this.#articles.get(hit._id ?? '');
          return state ? (matchOf(search, state, hit) ?? []) : [];
        }),
      );
    });
  }

  /** Each search by itself in one request; what one of them cannot is no matter of the others. */
  async #ask(
    searches: readonly ReadySearch[],
    bodyOf: (search: ReadySearch) => estypes.SearchSearchRequestBody,
  ): Promise<(readonly [ReadySearch, estypes.SearchHitsMetadata<LiveDocument>])[]> {
    await this.#parts.beat();
    const { responses } = await this.#parts.index.client.msearch<LiveDocument>(
      {
        index: this.#parts.index.names.read,
        searches: searches.flatMap((search) => [
          { ...OF_ONE_COPY, allow_partial_search_results: false },
          bodyOf(search),
        ]),
      },
      { requestTimeout: REQUEST_TIMEOUT_MS },
    );
    return responses.flatMap((response, at) => {
      const search = searches[at];
      if (search === undefined) return [];
      if (!('error' in response)) return [[search, response.hits] as const];
      const { reason } = response.error;
      if (response.status >= 500 || response.status === 429) {
        const why = faultOfSearch(response.status, response.error);
        throw new TransientError(`matching alerts: ${why}`);
      }
      this.#parts.failed.set(search.id, reasonOf(reason));
      return [];
    });
  }

  #ids(): estypes.QueryDslQueryContainer {
    return { ids: { values: [...this.#articles.keys()] } };
  }

  /** Asks for all at once; where that fails for one of them, for fewer and fewer until it is known. */
  async #halving<T>(
    searches: readonly ReadySearch[],
    ask: (some: readonly ReadySearch[]) => Promise<T[]>,
  ): Promise<T[]> {
    if (searches.length === 0) return [];
    try {
      return await ask(searches);
    } catch (error) {
      if (!(await this.#isOfSearches(error))) throw error;
      const [only] = searches;
      if (searches.length === 1 && only) {
        this.#parts.failed.set(only.id, reasonOf((error as Error).message));
        return [];
      }
      const half = Math.ceil(searches.length / 2);
      return [
        ...(await this.#halving(searches.slice(0, half), ask)),
        ...(await this.#halving(searches.slice(half), ask)),
      ];
    }
  }

  /** @throws TransientError when Elasticsearch cannot answer whatever it is asked. */
  async #isOfSearches(error: unknown): Promise<boolean> {
    if (error instanceof errors.ResponseError && error.statusCode === 400) return true;
    const isSlow = error instanceof errors.TimeoutError;
    if (isSlow && (await this.#answersQuickly())) return true;
    if (!(error instanceof errors.ElasticsearchClientError)) return false;
    throw new TransientError(`matching alerts: ${error.message}`, { cause: error });
  }

  async #answersQuickly(): Promise<boolean> {
    const { client, names } = this.#parts.index;
    const values = [...this.#articles.keys()];
    return client
      .search(
        { ...OF_ONE_COPY, index: names.read, query: { ids: { values } }, size: 0 },
        { requestTimeout: REQUEST_TIMEOUT_MS / 2 },
      )
      .then(
        () => true,
        () => false,
      );
  }
}

const countOf = (total: estypes.SearchTotalHits | number | undefined): number =>
  typeof total === 'object' ? total.value : (total ?? 0);

/** Names of indices and the like are nothing to people who search. */
function reasonOf(message: string | null | undefined): FaultTexts {
  if (/maxClauseCount|too_many|too many/i.test(message ?? '')) return searchTroubles.tooManyParts();
  return /time/i.test(message ?? '') ? searchTroubles.tooSlow() : searchTroubles.refused();
}
