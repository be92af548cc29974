import type { Attempt } from './push-client.ts';
import type { ArticleDocument, ArticleRow } from './stores.ts';
import { expectedOf, type SubmittedPush } from './winning-push.ts';

/** One record of the updated topic. */
export interface PublishedState {
  articleId: string;
  rev: number;
  status: string;
  contentHash?: string | undefined;
  /** Of a state that has no text to show: there must be none. */
  tokens?: readonly string[];
}

/** Everything that is known about one feed after its load, from the client and from each store. */
export interface Evidence {
  attempts: readonly Attempt[];
  submitted: readonly SubmittedPush[];
  updated: readonly PublishedState[];
  rows: readonly ArticleRow[];
  documents: readonly ArticleDocument[];
  /** Every token found anywhere in Postgres. */
  tokensInPostgres: ReadonlySet<string>;
}

/** A broken promise about one article. Numbers as in the list of guarantees: I1, I2, ... */
export interface Violation {
  invariant: 'I1' | 'I2' | 'I3' | 'I4' | 'I5' | 'I10';
  /** Where it was first seen: of something lost, the first store that does not have it. */
  stage: 'Kafka' | 'Postgres' | 'Elasticsearch';
  articleId: string;
  says: string;
}

/** Pure: the same evidence gives the same verdict. Empty means that every promise was kept. */
export function checkInvariants(evidence: Evidence): Violation[] {
  return [
    ...lostBeforeKafka(evidence),
    ...refusedButStored(evidence),
    ...[...groupBy(evidence.submitted, ({ articleId }) => articleId)].flatMap(([id, pushes]) =>
      checkArticle(id, pushes, evidenceOf(id, evidence)),
    ),
    ...fromNowhere(evidence),
  ];
}

/** I1, first stage: what was acknowledged is in the log. */
function lostBeforeKafka({ attempts, submitted }: Evidence): Violation[] {
  const stored = new Set(submitted.flatMap((push) => keysInLog(push)));
  const acknowledged = attempts.filter(({ outcome }) => outcome === 'ok');
  return acknowledged
    .filter(({ articleId, kind, token }) => !stored.has(`${articleId} ${token ?? kind}`))
    .map(({ articleId = '', kind, token, sourceId }) => ({
      invariant: 'I1',
      stage: 'Kafka',
      articleId,
      says: `${kind} ${token ?? ''} of ${sourceId} was acknowledged and is not in Kafka`,
    }));
}

function keysInLog({ articleId, kind, tokens }: SubmittedPush): string[] {
  return kind === 'publish' ? tokens.map((t) => `${articleId} ${t}`) : [`${articleId} ${kind}`];
}

/** I5: what was definitely refused never appears. */
function refusedButStored({ attempts, submitted, tokensInPostgres }: Evidence): Violation[] {
  const seen = new Set([...submitted.flatMap(({ tokens }) => tokens), ...tokensInPostgres]);
  return attempts
    .filter(({ outcome, token }) => outcome === 'fail' && token && seen.has(token))
    .map(({ sourceId, token, status }) => ({
      invariant: 'I5',
      stage: 'Kafka',
      articleId: sourceId,
      says: `${token} was refused with ${status} and is stored`,
    }));
}

/** What each store has of one article. */
interface ArticleEvidence {
  rows: readonly ArticleRow[];
  documents: readonly ArticleDocument[];
  states: readonly PublishedState[];
  tokensInPostgres: ReadonlySet<string>;
}

const indexes = new WeakMap<Evidence, ReturnType<typeof indexOf>>();

function indexOf({ rows, documents, updated }: Evidence) {
  return {
    rows: groupBy(rows, ({ articleId }) => articleId),
    documents: groupBy(documents, ({ articleId }) => articleId),
    states: groupBy(updated, ({ articleId }) => articleId),
  };
}

function evidenceOf(articleId: string, evidence: Evidence): ArticleEvidence {
  const index = indexes.get(evidence) ?? indexOf(evidence);
  indexes.set(evidence, index);
  return {
    rows: index.rows.get(articleId) ?? [],
    documents: index.documents.get(articleId) ?? [],
    states: index.states.get(articleId) ?? [],
    tokensInPostgres: evidence.tokensInPostgres,
  };
}

function checkArticle(
  articleId: string,
  pushes: readonly SubmittedPush[],
  { rows, documents, states, tokensInPostgres }: ArticleEvidence,
): Violation[] {
  const found: Violation[] = [];
  const broken = (
    invariant: Violation['invariant'],
    says: string,
    stage: Violation['stage'] = 'Postgres',
  ) => found.push({ invariant, stage, articleId, says });
  const expected = expectedOf(pushes);
  const [row] = rows;
  const [document] = documents;
  if (rows.length > 1) broken('I2', `${rows.length} rows`);
  if (documents.length > 1) broken('I2', `${documents.length} documents`, 'Elasticsearch');
  if (!row) {
    if (expected.status === 'nothing') return found;
    broken('I1', 'is in Kafka and not in Postgres');
    return found;
  }
  const winner = expected.status === 'live' ? expected.contentHash : null;
  if (row.status !== expected.status) {
    broken('I3', `is ${row.status} in Postgres, must be ${expected.status}`);
  }
  if (row.contentHash !== winner) {
    broken('I3', `Postgres has content ${row.contentHash}, ${winner} wins`);
  }
  if (expected.status === 'live' && row.revisionCount !== expected.revisionCount) {
    broken(
      'I2',
      `${row.revisionCount} revisions in Postgres of ${expected.revisionCount} contents`,
    );
  }
  for (const says of contradictionsOf(row, states)) broken('I10', says, 'Kafka');
  if (!document) {
    broken('I1', 'is in Postgres and not in Elasticsearch', 'Elasticsearch');
  } else {
    for (const says of differencesOf(row, document)) broken('I3', says, 'Elasticsearch');
  }
  const told = states.flatMap(({ tokens = [] }) => tokens);
  if (told.length > 0) broken('I4', `was published without a text and with ${told[0]}`, 'Kafka');
  const { erased } = expected;
  const left = erased.filter((t) => tokensInPostgres.has(t) || document?.source.includes(t));
  if (left.length > 0) broken('I4', `was taken down and ${left.join(', ')} is still stored`);
  if (document && expected.status === 'live') {
    const missing = expected.tokens.filter((token) => !document.source.includes(token));
    if (missing.length > 0) broken('I3', `lacks ${missing.join(', ')}`, 'Elasticsearch');
  } else if (document) {
    const shown = pushes.flatMap(({ tokens }) => tokens).filter((t) => document.source.includes(t));
    if (shown.length > 0) broken('I4', `is ${expected.status} and shows ${shown[0]}`);
  }
  return found;
}

/** I10: the highest state published is the row's, and one rev never names two states. */
function contradictionsOf(row: ArticleRow, states: readonly PublishedState[]): string[] {
  const says: string[] = [];
  const revMax = states.reduce((max, { rev }) => Math.max(max, rev), 0);
  if (revMax !== row.rev) says.push(`published up to rev ${revMax}, Postgres is at ${row.rev}`);
  for (const [rev, ofRev] of groupBy(states, (state) => state.rev)) {
    const contents = new Set(ofRev.map((state) => `${state.status} ${state.contentHash}`));
    if (contents.size > 1) says.push(`rev ${rev} names ${[...contents].join(' and ')}`);
    const isCurrent = rev === row.rev;
    if (isCurrent && !contents.has(`${row.status} ${row.contentHash ?? undefined}`)) {
      says.push(`rev ${rev} was published as ${[...contents].join()}, the row says otherwise`);
    }
  }
  return says;
}

function differencesOf(row: ArticleRow, document: ArticleDocument): string[] {
  const pairs: [string, unknown, unknown][] = [
    ['status', row.status, document.status],
    ['rev', row.rev, document.rev],
    ['rev as external version', row.rev, document.version],
    ['content', row.contentHash ?? undefined, document.contentHash],
  ];
  return pairs
    .filter(([, inPostgres, inElasticsearch]) => inPostgres !== inElasticsearch)
    .map(([what, inPostgres, inElasticsearch]) => {
      return `${what} is ${inPostgres} in Postgres, ${inElasticsearch} in Elasticsearch`;
    });
}

/** I5: nothing is in a store that never was in the log. */
function fromNowhere({ submitted, rows, documents }: Evidence): Violation[] {
  const known = new Set(submitted.map(({ articleId }) => articleId));
  const stores = [
    ['Postgres', rows],
    ['Elasticsearch', documents],
  ] as const;
  return stores.flatMap(([store, each]) =>
    each
      .filter(({ articleId }) => !known.has(articleId))
      .map(({ articleId }) => ({
        invariant: 'I5' as const,
        stage: store,
        articleId,
        says: `is in ${store} and not in Kafka`,
      })),
  );
}

/** For people: how many of which, and the first of each, twenty in all. Empty: there are none. */
export function reportOf(violations: readonly Violation[]): string {
  if (violations.length === 0) return '';
  const groups = groupBy(violations, ({ invariant, stage }) => `${invariant} at ${stage}`);
  const counts = [...groups].map(([group, { length }]) => `${group}: ${length}`);
  const ofEach = Math.ceil(EXAMPLES_MAX / groups.size);
  const examples = [...groups].flatMap(([group, all]) =>
    all.slice(0, ofEach).map(({ articleId, says }) => `${group}: ${articleId} ${says}`),
  );
  return [counts.join(', '), ...examples.slice(0, EXAMPLES_MAX)].join('\n');
}

const EXAMPLES_MAX = 20;

function groupBy<T, Key>(values: readonly T[], keyOf: (value: T) => Key): Map<Key, T[]> {
  return Map.groupBy(values, keyOf);
}
