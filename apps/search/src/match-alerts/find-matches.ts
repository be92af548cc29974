import type { AnalyzedLanguage } from '../article-index/article-document.ts';
import type { ActiveSearch } from './active-searches.store.postgres.ts';
import type { LiveState } from './batch-states.ts';
import type { ReadySearch } from './compiled-searches.ts';
import { MatchRound } from './match-round.ts';
import type { RoundParts } from './match-round.ts';
import type { Match } from './thread-events.ts';

/** A request with more is no faster, and one bad search in it makes more be tried again. */
const FOUND_PER_REQUEST = 250;
const DETAILS_PER_REQUEST = 50;

/**
 * Matches that are held and written at once. Each carries whole sentences and all entities of an
 * article, and a hundred searches for a frequent word make fifty thousand in one round.
 */
export const MATCHES_AT_ONCE = 100;

/** Searches that failed are tried one by one, and hold up the others for no longer than this. */
const FAILING_TRIED_MS = 10_000;

/** What became of searches that had failed before. */
export interface Tried {
  /** They could be tried. */
  readonly mended: readonly string[];
  /** There was no time left for them, at least not for all articles. */
  readonly untried: readonly string[];
}

export interface MatchSteps extends Omit<RoundParts, 'language'> {
  /** What was found, some at a time; of one search and language in the order of the news. */
  readonly tell: (matches: readonly Match[]) => Promise<void>;
}

/**
 * Which searches find which of the articles, and why. Each is asked whether it finds any of just these
 * articles; only those that do are asked again, for the reasons. Measured against the alternatives:
 * docs/alerts.md. A search that is refused fails alone; one that is too slow is found by halving.
 * @throws TransientError when Elasticsearch cannot answer; what was told by then may be told again.
 */
export async function findMatches(
  steps: MatchSteps,
  searches: readonly ReadySearch[],
  articles: readonly LiveState[],
): Promise<Tried> {
  const mended = new Set<string>();
  const untried = new Set<string>();
  const failing = inAnyOrder(searches.filter(({ isFailing }) => isFailing));
  const sound = searches.filter(({ isFailing }) => !isFailing);
  const inOrder = [...articles].sort((a, b) => a.newsAtMs - b.newsAtMs);
  const failingUntil = performance.now() + FAILING_TRIED_MS;
  for (const [language, group] of Map.groupBy(inOrder, ({ analysis }) => analysis)) {
    const round = new MatchRound({ ...steps, language }, group);
    for (const some of chunksOf(sound.filter(possibleIn(group)), FOUND_PER_REQUEST)) {
      await tellFound(steps, language, group, await round.find(some));
    }
    for (const one of failing.filter(possibleIn(group))) {
      if (performance.now() > failingUntil) {
        untried.add(one.id);
        continue;
      }
      await tellFound(steps, language, group, await round.find([one]));
      if (!steps.failed.has(one.id)) mended.add(one.id);
    }
  }
  return {
    mended: [...mended].filter((id) => !steps.failed.has(id)),
    untried: [...untried].filter((id) => !steps.failed.has(id)),
  };
}

/** Asks for the reasons of no more matches than may be held, and passes them on before the next. */
async function tellFound(
  steps: MatchSteps,
  language: AnalyzedLanguage,
  articles: readonly LiveState[],
  found: readonly ReadySearch[],
): Promise<void> {
  const roundOf = (some: readonly LiveState[]) => new MatchRound({ ...steps, language }, some);
  const isFew = found.length * articles.length <= MATCHES_AT_ONCE;
  const counted = isFew
    ? found.map((search) => [search, articles.length] as const)
    : await roundOf(articles).count(found);
  for (const { searches, isMany } of packsOf(counted)) {
    for (const some of isMany ? chunksOf(articles, MATCHES_AT_ONCE) : [articles]) {
      await steps.tell(await roundOf(some).explain(searches));
    }
  }
}

interface Pack {
  readonly searches: readonly ReadySearch[];
  /** It finds too many articles to ask for all of them at once. */
  readonly isMany: boolean;
}

/** Puts together what may be asked for at once. Pure. */
export function packsOf(counted: readonly (readonly [ReadySearch, number])[]): Pack[] {
  const packs: Pack[] = [];
  let searches: ReadySearch[] = [];
  let matches = 0;
  for (const [search, found] of counted) {
    if (found > MATCHES_AT_ONCE) {
      packs.push({ searches: [search], isMany: true });
      continue;
    }
    if (searches.length === DETAILS_PER_REQUEST || matches + found > MATCHES_AT_ONCE) {
      packs.push({ searches, isMany: false });
      searches = [];
      matches = 0;
    }
    searches.push(search);
    matches += found;
  }
  if (searches.length > 0) packs.push({ searches, isMany: false });
  return packs;
}

function possibleIn(articles: readonly LiveState[]): (search: ReadySearch) => boolean {
  return (search) => articles.some((article) => isPossible(search, article));
}

/** The cheap look before: an article is new enough, of a search's feeds and of its languages. */
export function isPossible(
  { matchesFromMs, filters: { feed, lang } }: ActiveSearch,
  article: LiveState,
): boolean {
  return (
    article.newsAtMs > matchesFromMs &&
    (feed === undefined || feed.includes(article.feed)) &&
    (lang === undefined || lang.includes(article.language))
  );
}

/** So that each has its turn when there is time for a few. */
function inAnyOrder<T>(all: readonly T[]): T[] {
  return all
    .map((one) => [Math.random(), one] as const)
    .sort(([a], [b]) => a - b)
    .map(([, one]) => one);
}

function chunksOf<T>(all: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, at) =>
    all.slice(at * size, (at + 1) * size),
  );
}
