import type { EntityParts } from '../entity-book/find-entities.ts';
import type { ActiveSearch } from './active-searches.store.postgres.ts';
import type { AlertMetrics } from './alert-metrics.ts';
import type { AlertStore } from './alert.store.postgres.ts';
import { arrivalSpans } from './arrival-spans.ts';
import type { LiveState } from './batch-states.ts';
import { CompiledSearches } from './compiled-searches.ts';
import { findMatches, isPossible } from './find-matches.ts';
import type { Tried } from './find-matches.ts';
import type { MissedBy, MissedSpans } from './missed-spans.store.postgres.ts';
import type { Match } from './thread-events.ts';

export interface MatchArticlesParts {
  readonly entities: EntityParts;
  readonly alerts: AlertStore;
  readonly missed: MissedSpans;
  readonly metrics: AlertMetrics;
}

const NONE_TRIED: Tried = { mended: [], untried: [] };

/** Tries saved searches on articles that the index shows, tells what they find, and notes what they miss. */
export class MatchArticles {
  readonly #parts: MatchArticlesParts;
  readonly #compiled: CompiledSearches;

  constructor(parts: MatchArticlesParts) {
    this.#parts = parts;
    this.#compiled = new CompiledSearches(parts.entities);
  }

  /**
   * What was written when it fails is not told again by the next try.
   * @param beat called before each request; what it throws ends the matching.
   * @param isNoted whether what was missed is noted already: then failures are not counted either.
   * @returns ids of the searches that could not be tried; what they missed is noted.
   * @throws TransientError while Postgres or Elasticsearch is away.
   */
  async match(
    searches: readonly ActiveSearch[],
    articles: readonly LiveState[],
    beat: () => Promise<void>,
    { isNoted = false } = {},
  ): Promise<ReadonlySet<string>> {
    const { entities, alerts, metrics } = this.#parts;
    const open = searches.filter(({ isFull }) => !isFull);
    const { ready, failed } = await this.#compiled.ready(open, articles);
    const tell = (matches: readonly Match[]) => this.#record(matches);
    let tried = NONE_TRIED;
    try {
      tried = await findMatches({ index: entities.index, failed, beat, tell }, ready, articles);
    } finally {
      // Also of a round that fails: the next one then tries these apart.
      const failures = open.flatMap(({ id, asked }) => {
        const reason = failed.get(id);
        return reason === undefined ? [] : [{ id, asked, reason }];
      });
      await alerts.noteFailures(isNoted ? [] : failures, tried.mended);
      metrics.failures.inc(failed.size);
    }
    const untried = new Set([...failed.keys(), ...tried.untried]);
    if (!isNoted) await this.#noteMissed(searches, articles, untried);
    return untried;
  }

  /** Before progress is recorded: what is not noted then comes again. */
  async #noteMissed(
    searches: readonly ActiveSearch[],
    articles: readonly LiveState[],
    untried: ReadonlySet<string>,
  ): Promise<void> {
    const { missed, metrics } = this.#parts;
    const failing = missedBy(
      searches.filter(({ id, isFull }) => !isFull && untried.has(id)),
      articles,
    );
    const full = missedBy(
      searches.filter(({ isFull }) => isFull),
      articles,
    );
    await missed.note(failing, 'failing');
    await missed.note(full, 'full');
    metrics.missed.inc({ reason: 'failing' }, pushesOf(failing));
    metrics.missed.inc({ reason: 'full' }, pushesOf(full));
  }

  async #record(matches: readonly Match[]): Promise<void> {
    const { alerts, metrics } = this.#parts;
    const events = await alerts.record(matches);
    for (const { kind, match } of events) {
      metrics.events.inc({ kind });
      if (match.isLate) metrics.late.inc();
      // The broker's clock may be ahead of ours.
      else metrics.alertSeconds.observe(Math.max(0, Date.now() - match.newsAtMs) / 1_000);
    }
  }
}

function missedBy(searches: readonly ActiveSearch[], articles: readonly LiveState[]): MissedBy[] {
  return searches.flatMap((search) => {
    const spans = arrivalSpans(articles.filter((article) => isPossible(search, article)));
    return spans.length === 0 ? [] : [{ searchId: search.id, asked: search.asked, spans }];
  });
}

function pushesOf(missed: readonly MissedBy[]): number {
  return missed.reduce(
    (sum, { spans }) => sum + spans.reduce((all, one) => all + one.pushes, 0),
    0,
  );
}
