import type { RunningStack } from '@warta/stack';
import { TOKEN_PATTERN } from './article-generator.ts';
import type { E2eEnvironment } from './e2e-environment.ts';
import type { Evidence, PublishedState } from './invariants.ts';
import { KafkaLog, type PrintedRecord } from './kafka-log.ts';
import type { Attempt } from './push-client.ts';
import { ElasticsearchStore, PostgresStore } from './stores.ts';
import { until } from './until.ts';
import type { SubmittedPush } from './winning-push.ts';

export const SUBMITTED_TOPIC = 'warta.article.submitted.v1';
export const UPDATED_TOPIC = 'warta.article.updated.v1';

/** A dead letter as it lies in the topic. */
export interface PrintedDeadLetter {
  /** `<topic>/<partition>/<offset>` of the record that failed. */
  origin: string;
  reason: string;
  stage: string;
  attempts: number;
  key: string;
  value: string | undefined;
}

/** Sees all of Warta's stores from outside and puts together what each says. */
export class Observer {
  readonly log: KafkaLog;
  readonly postgres: PostgresStore;
  readonly elasticsearch: ElasticsearchStore;

  constructor(environment: E2eEnvironment, servers: RunningStack) {
    this.log = new KafkaLog(servers);
    this.postgres = new PostgresStore(environment.postgresUrl);
    this.elasticsearch = new ElasticsearchStore(environment.elasticsearchUrl);
  }

  /**
   * Waits until both consumers have recorded, in their own stores, that they are at the end of
   * what the log holds. Nothing may be pushed meanwhile; what the enricher itself submits, before
   * it records its progress, is waited for.
   */
  async settled(timeoutMs: number): Promise<void> {
    const startedAtMs = performance.now();
    const left = () => Math.max(1_000, timeoutMs - (performance.now() - startedAtMs));
    for (let submitted = await this.log.ends(SUBMITTED_TOPIC); ;) {
      await until('the enricher to be at the end of the log', left(), async () =>
        reached(submitted, await this.postgres.progress(SUBMITTED_TOPIC)),
      );
      const grown = await this.log.ends(SUBMITTED_TOPIC);
      if (reached(grown, submitted)) break;
      submitted = grown;
    }
    const updated = await this.log.ends(UPDATED_TOPIC);
    await until('search to be at the end of the log', left(), async () =>
      reached(updated, await this.elasticsearch.progress(UPDATED_TOPIC)),
    );
  }

  async evidence(feed: string, attempts: readonly Attempt[]): Promise<Evidence> {
    // One after the other: two Java programs at once would starve the pipeline of its two cores.
    const submitted = await this.submitted(feed);
    const updated = await this.updated(feed);
    const rows = await this.postgres.articles(feed);
    const documents = await this.elasticsearch.articles(feed);
    const tokensInPostgres = await this.postgres.tokens();
    return { attempts, submitted, updated, rows, documents, tokensInPostgres };
  }

  async submitted(feed: string): Promise<SubmittedPush[]> {
    const records = await this.log.read(SUBMITTED_TOPIC, (line) => line.includes(ofFeed(feed)));
    return records.map(toPush);
  }

  async updated(feed: string): Promise<PublishedState[]> {
    const records = await this.log.read(UPDATED_TOPIC, (line) => line.includes(ofFeed(feed)));
    return records.map(({ value = '' }) => {
      const { articleId, rev, status, contentHash } = JSON.parse(value) as PublishedState;
      const tokens = status === 'live' ? [] : (value.match(TOKEN_PATTERN) ?? []);
      return { articleId, rev, status, contentHash, tokens };
    });
  }

  /** Of the submitted topic, as often as they lie there. */
  async deadLetters(): Promise<PrintedDeadLetter[]> {
    const records = await this.log.read(`${SUBMITTED_TOPIC}.dlq`, () => true);
    return records.map(({ headers, key, value }) => {
      const fact = (name: string) => headers.get(`warta-dead-letter-${name}`) ?? '';
      return {
        origin: `${fact('topic')}/${fact('partition')}/${fact('offset')}`,
        reason: fact('reason'),
        stage: fact('stage'),
        attempts: Number(fact('attempts')),
        key,
        value,
      };
    });
  }
}

function ofFeed(feed: string): string {
  return `"feed":${JSON.stringify(feed)}`;
}

function reached(ends: Map<number, number>, progress: Map<number, number>): boolean {
  return [...ends].every(([partition, end]) => (progress.get(partition) ?? 0) >= end);
}

function toPush({ value = '', appendedAtMs, partition, offset }: PrintedRecord): SubmittedPush {
  const { kind, articleId, sourceId, version, updatedAt, embargoUntil, cause, contentHash } =
    JSON.parse(value) as SubmittedPush;
  const said = { version, updatedAt, embargoUntil, cause, contentHash };
  const tokens = [...new Set(value.match(TOKEN_PATTERN) ?? [])];
  const place = { appendedAtMs, partition, offset };
  return { kind, articleId, sourceId, ...said, tokens, ...place };
}
