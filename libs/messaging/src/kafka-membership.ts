import { describeError, TransientError } from './errors.ts';
import type { FetchControl } from './assigned-partition.ts';
import type { KafkaSettings } from './kafka-client.ts';
import { GroupSession } from './kafka-group-session.ts';
import type { Fetched } from './kafka-group-session.ts';
import { messagingMetrics } from './messaging-metrics.ts';
import { isOutage } from './outage.ts';
import type { Platform } from './platform.ts';
import { retryDelayMs, sleep } from './retry-delays.ts';

const REJOIN = { firstMs: 500, maxMs: 5_000 };
const WATCH_EVERY_MS = 5_000;
/** Longer than any of the client's own timeouts: it hangs, and is replaced. */
const SILENT_MAX_MS = 75_000;
/** Heartbeats come every 3 s; the truth about readiness is due within 10 s. */
const ANSWER_AGE_MAX_MS = 9_000;
/** A batch under way is waited for, bounded: the process has 20 s in all to end. */
const STOP_WITHIN_MS = 10_000;

export interface MembershipOptions {
  readonly groupId: string;
  readonly topic: string;
  readonly partitionsAtOnce: number;
  /** At each join: these and no others are ours, all paused. */
  readonly onAssigned: (partitions: readonly number[], of: (p: number) => FetchControl) => void;
  /** Nothing is ours any more, for now. */
  readonly onLeft: () => void;
  /** Must not throw. */
  readonly onFetched: (batch: Fetched) => Promise<void>;
  readonly onFatal: (reason: Error) => void;
}

/**
 * Stays a member of a group: after every crash that an outage explains it joins again, on a fresh
 * client, for as long as it takes. Other crashes are fatal.
 */
export class Membership {
  private readonly settings: KafkaSettings;
  private readonly options: MembershipOptions;
  private readonly platform: Platform;
  private readonly stopping = new AbortController();
  private session: GroupSession | undefined;
  private running: Promise<unknown> = Promise.resolve();
  private joined = false;
  private problem = 'starting';
  private signAt = performance.now();
  private answeredAt = -Infinity;

  constructor(settings: KafkaSettings, options: MembershipOptions, platform: Platform) {
    this.settings = settings;
    this.options = options;
    this.platform = platform;
  }

  start(): void {
    this.running = Promise.all([this.stay(), this.watch()]);
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    await this.session?.close(STOP_WITHIN_MS);
    await this.running;
  }

  /** Why nothing is being fetched, if so. */
  get trouble(): string | undefined {
    if (!this.joined) return `not in the group: ${this.problem}`;
    const silentMs = performance.now() - this.answeredAt;
    return silentMs > ANSWER_AGE_MAX_MS ? 'the broker does not answer' : undefined;
  }

  /** How long the loop has done nothing at all. */
  get silentMs(): number {
    return performance.now() - this.signAt;
  }

  private async stay(): Promise<void> {
    const { topic, onLeft, onFatal, partitionsAtOnce } = this.options;
    for (let failures = 1; !this.stopping.signal.aborted; failures += 1) {
      this.session = this.newSession(() => (failures = 0));
      const reason = await this.session.run(partitionsAtOnce);
      this.problem = describeError(reason);
      this.joined = false;
      this.signAt = performance.now();
      onLeft();
      await this.session.close();
      if (this.stopping.signal.aborted) return;
      if (!isOutage(reason)) {
        this.platform.logger.fatal({ err: reason, topic }, 'reading this topic cannot go on');
        onFatal(reason);
        return;
      }
      messagingMetrics(this.platform.metrics).restarts.inc({ topic });
      const delayMs = retryDelayMs(REJOIN, Math.max(1, failures));
      this.platform.logger.warn({ topic, problem: this.problem, delayMs }, 'joining again');
      await sleep(delayMs, this.stopping.signal);
    }
  }

  private newSession(onJoined: () => void): GroupSession {
    const { groupId, topic, onAssigned, onFetched } = this.options;
    const session: GroupSession = new GroupSession(
      this.settings,
      { groupId, topic },
      {
        assigned: (partitions) => {
          // A join that was under way may still succeed after the end.
          if (session !== this.session || session.over) return;
          onJoined();
          messagingMetrics(this.platform.metrics).joins.inc({ topic });
          this.joined = true;
          onAssigned(partitions, (partition) => ({
            seek: (offset) => session.seek(partition, offset),
            pause: () => session.pause(partition),
            resume: () => session.resume(partition),
          }));
        },
        fetched: onFetched,
        sign: (answered) => {
          this.signAt = performance.now();
          if (answered) this.answeredAt = this.signAt;
        },
      },
      this.platform.logger,
    );
    return session;
  }

  private async watch(): Promise<void> {
    while (!this.stopping.signal.aborted) {
      await sleep(WATCH_EVERY_MS, this.stopping.signal);
      if (this.silentMs < SILENT_MAX_MS) continue;
      this.session?.giveUp(new TransientError('nothing was heard of the membership'));
    }
  }
}
