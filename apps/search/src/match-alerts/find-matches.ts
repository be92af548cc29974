import { errors } from '@elastic/elasticsearch';
import type { estypes } from '@elastic/elasticsearch';
import { TransientError } from '@warta/messaging';
import type { AnalyzedLanguage, LiveDocument } from '../article-index/article-document.ts';
import type { ArticleIndex } from '../article-index/article-index.ts';
import type { LiveState } from './batch-states.ts';
import type { ReadySearch } from './compiled-searches.ts';
import { matchOf, matchFields } from './match-details.ts';
import { sentenceHighlight } from './match-sentences.ts';
import type { Match } from './thread-events.ts';

/** A request with more is no faster, and one bad search in it makes more be tried again. */
const FOUND_PER_REQUEST = 250;
const DETAILS_PER_REQUEST = 50;

/** Searches that failed are tried one by one; more at a time would hold up the others. */
const FAILING_TRIED_MAX = 20;

/** For what takes a tenth of a second with a thousand searches. */
const REQUEST_TIMEOUT_MS = 5_000;

/** What a round of matching found out. */
export interface Matches {
  readonly matches: readonly Match[];
  /** Searches that could not be tried, and why. */
  readonly failed: ReadonlyMap<string, string>;
  /** Searches that had failed and could be tried. */
  readonly mended: readonly string[];
}

/**
 * Which searches find which of the articles, and why. Each is asked whether it finds any of just these
 * articles; only those that do are asked again, for the reasons. Measured against the alternatives:
 * docs/alerts.md. A search that is refused fails alone; one that is too slow is found by halving.
 * @throws TransientError when Elasticsearch cannot answer.
 */
export async function findMatches(
  index: ArticleIndex,
  searches: readonly ReadySearch[],
  articles: readonly LiveState[],
): Promise<Matches> {
  const matches: Match[] = [];
  const failed = new Map<string, string>();
  const mended = new Set<string>();
  for (const [language, group] of Map.groupBy(articles, ({ analysis }) => analysis)) {
    const round = new Round(index, language, group, failed);
    const possible = searches.filter((search) => round.isPossible(search));
    const sound = possible.filter(({ isFailing }) => !isFailing);
    const failing = possible.filter(({ isFailing }) => isFailing).slice(0, FAILING_TRIED_MAX);
    const found: ReadySearch[] = [];
    for (const some of chunksOf(sound, FOUND_PER_REQUEST)) found.push(...(await round.find(some)));
    for (const one of failing) {
      found.push(...(await round.find([one])));
      if (!failed.has(one.id)) mended.add(one.id);
    }
    for (const some of chunksOf(found, DETAILS_PER_REQUEST)) {
      matches.push(...(await round.explain(some)));
    }
  }
  return { matches, failed, mended: [...mended].filter((id) => !failed.has(id)) };
}

/** The articles of one analysis: their texts are in the fields of that language alone. */
class Round {
  readonly #index: ArticleIndex;
  readonly #language: AnalyzedLanguage;
  readonly #articles: ReadonlyMap<string, LiveState>;
  readonly #failed: Map<string, string>;

  constructor(
    index: ArticleIndex,
    language: AnalyzedLanguage,
    articles: readonly LiveState[],
    failed: Map<string, string>,
  ) {
    this.#index = index;
    this.#language = language;
    this.#articles = new Map(articles.map((article) => [article.articleId, article]));
    this.#failed = failed;
  }

  /** The cheap look before: some article is new enough, of its feeds and of its languages. */
  isPossible({ matchesFromMs, filters: { feed, lang } }: ReadySearch): boolean {
    return [...this.#articles.values()].some(
      (article) =>
        article.newsAtMs > matchesFromMs &&
        (feed === undefined || feed.includes(article.feed)) &&
        (lang === undefined || lang.includes(article.language)),
    );
  }

  /** Those of the searches that find any of the articles. */
  async find(searches: readonly ReadySearch[]): Promise<ReadySearch[]> {
    return this.#halving(searches, async (some) => {
      const answers = await this.#ask(some, ({ compiled }) => ({
        // Nothing scores: that alone would be half of the work.
        query: { bool: { filter: [this.#ids(), compiled.clause([this.#language])] } },
        size: 0,
        terminate_after: 1,
        track_total_hits: 1,
      }));
      return answers.flatMap(([search, { total }]) => {
        const count = typeof total === 'object' ? total.value : (total ?? 0);
        return count > 0 ? [search] : [];
      });
    });
  }

  async explain(searches: readonly ReadySearch[]): Promise<Match[]> {
    return this.#halving(searches, async (some) => {
      const answers = await this.#ask(some, ({ compiled }) => ({
        query: {
          bool: { filter: [this.#ids()], must: [compiled.clause([this.#language], true)] },
        },
        size: this.#articles.size,
        _source: [...matchFields],
        track_total_hits: false,
        highlight: sentenceHighlight(this.#language),
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
    const { responses } = await this.#index.client.msearch<LiveDocument>(
      {
        index: this.#index.names.read,
        searches: searches.flatMap((search) => [
          { allow_partial_search_results: false },
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
        throw new TransientError(`matching alerts: ${reason ?? 'no answer'}`);
      }
      this.#failed.set(search.id, reasonOf(reason));
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
        this.#failed.set(only.id, reasonOf((error as Error).message));
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
    const { client, names } = this.#index;
    const values = [...this.#articles.keys()];
    return client
      .search(
        { index: names.read, query: { ids: { values } }, size: 0 },
        { requestTimeout: REQUEST_TIMEOUT_MS / 2 },
      )
      .then(
        () => true,
        () => false,
      );
  }
}

/** Names of indices and the like are nothing to people who search. */
function reasonOf(message: string | null | undefined): string {
  const about = /maxClauseCount|too_many|too many/i.test(message ?? '')
    ? 'it has too many words, names or beginnings of words'
    : /time/i.test(message ?? '')
      ? 'it took too long'
      : 'the index refused it';
  return `It could not be searched for: ${about}. Make it simpler and save it again.`;
}

function chunksOf<T>(all: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, at) =>
    all.slice(at * size, (at + 1) * size),
  );
}
