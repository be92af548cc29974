import { hash } from 'node:crypto';
import { REVISIONS_KEPT_MAX } from '@warta/contracts';
import type { ArticleUpdatedV1, LiveArticle } from '@warta/contracts';

/** Short digests of what a state says, to tell later what changed without its text. */
export interface StateDigests {
  title: string;
  body: string;
  details: string;
  annotation: string;
}

/** A published state of an article, as its ledger remembers it. */
export interface LedgerEntry {
  rev: number;
  /** Since when it was the published state: UTC with milliseconds. */
  from: string;
  status: ArticleUpdatedV1['status'];
  /** Only of a state whose text is kept, like all that follows. */
  revision?: number;
  digests?: StateDigests;
  /** Of what it says, about: its document is longer, but not by much. Absent in older ledgers. */
  length?: number;
  duplicateOf?: string;
  correctedThrough?: number;
}

/**
 * Which states of an article are known. What it says depends on the states it was told of and not on
 * their order or how often they came.
 */
export interface RevisionLedger {
  /** Counts what it learnt: the version of everything that is written because of it. */
  version: number;
  /** In the order of `rev`. */
  entries: LedgerEntry[];
  /**
   * The highest rev without a text: the text of every state before it was withdrawn, and stays so
   * when a newer one is shown.
   */
  erasedThrough: number;
  /** States up to this rev have been forgotten, since there were too many. */
  forgottenThrough: number;
}

export const emptyLedger: RevisionLedger = {
  version: 0,
  entries: [],
  erasedThrough: 0,
  forgottenThrough: 0,
};

/** The ledger that also knows these states; the same one when it knew them all. Pure. */
export function learn(
  ledger: RevisionLedger,
  states: readonly LedgerEntry[],
  keptMax = REVISIONS_KEPT_MAX,
): RevisionLedger {
  const known = new Map(ledger.entries.map((entry) => [entry.rev, entry]));
  const isNews = ({ rev }: LedgerEntry) => rev > ledger.forgottenThrough && !known.has(rev);
  const news = states.filter(isNews);
  if (news.length === 0) return ledger;
  for (const entry of news) known.set(entry.rev, entry);
  const sorted = [...known.values()].sort((one, other) => one.rev - other.rev);
  const erasedThrough = sorted.reduce(
    (rev, entry) => (entry.status === 'live' ? rev : Math.max(rev, entry.rev)),
    ledger.erasedThrough,
  );
  const forgotten = sorted.slice(0, -keptMax);
  return {
    version: ledger.version + 1,
    entries: sorted
      .slice(-keptMax)
      .map((entry) => (entry.rev < erasedThrough ? withoutText(entry) : entry)),
    erasedThrough,
    forgottenThrough: forgotten.at(-1)?.rev ?? ledger.forgottenThrough,
  };
}

/**
 * Whether something may have happened before one of these revs that neither the ledger knows nor they
 * tell: also when there is no ledger yet. Pure.
 */
export function isAtGap(ledger: RevisionLedger | undefined, revs: readonly number[]): boolean {
  if (ledger === undefined) return true;
  const known = new Set([...ledger.entries.map(({ rev }) => rev), ...revs]);
  return revs.some((rev) => rev - 1 > ledger.forgottenThrough && !known.has(rev - 1));
}

/** A digest of a withdrawn text would still tell whether somebody has guessed it. */
function withoutText({ rev, from, status }: LedgerEntry): LedgerEntry {
  return { rev, from, status };
}

/** Whether the text of a state may be kept and shown. */
export function isReadable(ledger: RevisionLedger, { rev, status }: LedgerEntry): boolean {
  return status === 'live' && rev > ledger.erasedThrough;
}

/**
 * Until when each state was the published one, by rev: until the first moment of any later state, so
 * that the times of two states never overlap and leave no hole, whatever the clocks did.
 */
export function endsOf({ entries }: RevisionLedger): Map<number, string | undefined> {
  const ends = new Map<number, string | undefined>();
  let next: string | undefined;
  for (const { rev, from } of entries.toReversed()) {
    ends.set(rev, next);
    // As they are written, they sort like the instants they stand for.
    if (next === undefined || from < next) next = from;
  }
  return ends;
}

/** The state that was published at a moment; undefined before the first that is known. */
export function entryAt(ledger: RevisionLedger, at: string): LedgerEntry | undefined {
  return ledger.entries.findLast(({ from }) => from <= at);
}

/**
 * The revs whose documents have to be written once the ledger knows of these: they themselves, those
 * that end with one of them, and all that are withdrawn: perhaps by one that the ledger knew before
 * its documents were written.
 */
export function affectedRevs(ledger: RevisionLedger, learnt: ReadonlySet<number>): Set<number> {
  const affected = new Set(learnt);
  const own = ledger.entries.filter(({ rev }) => learnt.has(rev));
  const moments = new Set(own.map(({ from }) => from));
  const ends = endsOf(ledger);
  for (const { rev } of ledger.entries) {
    const end = ends.get(rev);
    if (rev < ledger.erasedThrough || (end !== undefined && moments.has(end))) affected.add(rev);
  }
  return affected;
}

/** Of four digits, so that instants sort as text. */
const YEAR_1_MS = Date.parse('0001-01-01T00:00:00Z');
const YEAR_10000_MS = Date.UTC(10_000, 0);

/**
 * Since when a state was the published one, as a ledger writes it.
 * @param told by the state; enrichers before did not: then the arrival of the push that made it,
 * which is not far.
 */
export function instantOf(told: string | undefined): string {
  const atMs = Date.parse(told ?? '');
  const isUsable = atMs >= YEAR_1_MS && atMs < YEAR_10000_MS;
  return new Date(isUsable ? atMs : 0).toISOString();
}

/** The state as a ledger remembers it. Pure. */
export function entryOf(state: ArticleUpdatedV1): LedgerEntry {
  const { rev, status } = state;
  const from = instantOf(state.changedAt ?? state.arrival.at);
  if (state.status !== 'live') return { rev, from, status };
  return {
    rev,
    from,
    status,
    revision: state.revision,
    ...saidBy(state),
    ...(state.duplicateOf && { duplicateOf: state.duplicateOf.articleId }),
    ...(state.correctedThrough !== undefined && { correctedThrough: state.correctedThrough }),
  };
}

function saidBy(state: LiveArticle): { digests: StateDigests; length: number } {
  const { title, body, byline, section, extras } = state.content;
  const { sourceId, url, publishedAt, updatedAt, version, annotation } = state;
  const details = [byline, section, extras, sourceId, url, publishedAt, updatedAt, version];
  const said = [title ?? null, body, details, annotation].map((part) => JSON.stringify(part));
  const [ofTitle = '', ofBody = '', ofDetails = '', ofAnnotation = ''] = said.map(digest);
  return {
    digests: { title: ofTitle, body: ofBody, details: ofDetails, annotation: ofAnnotation },
    length: said.reduce((sum, part) => sum + part.length, 0),
  };
}

/** Two states of one article are compared by it, so that even this is far more than enough. */
const DIGEST_LENGTH = 12;

function digest(text: string): string {
  return hash('sha256', text, 'base64url').slice(0, DIGEST_LENGTH);
}
