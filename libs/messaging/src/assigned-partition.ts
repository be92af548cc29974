import type { Logger } from 'pino';
import { describeError } from './errors.ts';
import { positionIn } from './gap.ts';
import type { Position } from './gap.ts';
import type { PartitionBounds } from './kafka-admin-connection.ts';
import type { Fetched } from './kafka-group-session.ts';
import { PartitionCursor } from './partition-cursor.ts';
import type { Hold, PartitionWorker } from './partition-worker.ts';
import type { ProgressStore } from './progress.ts';
import type { LogRecord } from './records.ts';
import { retryDelayMs, sleep } from './retry-delays.ts';
import { traceFields } from './trace-fields.ts';

/** Between tries of a batch while a store is away. */
const OUTAGE = { firstMs: 200, maxMs: 5_000 };
/** What looks like a gap is looked at again, in case a broker is only just starting. */
const GAP_LOOKS = 3;
const GAP_LOOK_EVERY_MS = 1_000;
/** An outage shorter than this changes nothing about readiness. */
const OUTAGE_SHOWS_AFTER_MS = 3_000;
/** A batch without a sign of life for this long gets no more heartbeats: others shall take over. */
const SILENCE_MAX_MS = 60_000;

export interface Halt {
  readonly kind: 'gap' | 'storm';
  readonly reason: string;
}

/** Steers what the group membership fetches of this one partition. */
export interface FetchControl {
  seek(offset: bigint): void;
  pause(): void;
  resume(): void;
}

export interface PartitionParts {
  readonly topic: string;
  readonly partition: number;
  readonly worker: Pick<PartitionWorker<never>, 'work' | 'storm'>;
  readonly progress: ProgressStore;
  readonly bounds: () => Promise<PartitionBounds>;
  readonly cut: (records: readonly LogRecord[]) => readonly LogRecord[][];
  readonly heartbeatMs: number;
  readonly logger: Logger;
  readonly onProgress: () => void;
  readonly onWait: () => void;
}

/**
 * One partition while this process holds it: finds where to go on, works off what is fetched,
 * waits out outages (paused, so that the group and the other partitions go on), and halts where
 * only a person can decide.
 */
export class AssignedPartition {
  halt: Halt | undefined;
  lag = 0n;
  private readonly parts: PartitionParts;
  private readonly cursor = new PartitionCursor();
  private control: FetchControl | undefined;
  /** Aborted and replaced whenever work under way must not count any more. */
  private turn = new AbortController();
  private failures = 0;
  private problem: { since: number; what: string } | undefined;
  private busy = false;
  private signAt = performance.now();

  constructor(parts: PartitionParts) {
    this.parts = parts;
  }

  /** Ours (again), and paused. A storm halt stays; a gap is looked for anew. */
  assign(control: FetchControl): void {
    this.control = control;
    if (this.halt?.kind === 'gap') this.halt = undefined;
    void this.place();
  }

  revoke(): void {
    this.newTurn();
    this.control = undefined;
    this.cursor.lift();
    this.problem = undefined;
  }

  /** Why the partition makes no progress although it should. */
  get trouble(): string | undefined {
    if (this.halt !== undefined) return `halted: ${this.halt.reason}`;
    const { problem } = this;
    const shows = problem && performance.now() - problem.since > OUTAGE_SHOWS_AFTER_MS;
    return shows ? `waiting: ${problem.what}` : undefined;
  }

  /** How long the batch under way has shown no sign of life. */
  get silentMs(): number {
    return this.busy ? performance.now() - this.signAt : 0;
  }

  /** The first offset that is not done; undefined while that is being found out. */
  get next(): bigint | undefined {
    return this.cursor.next;
  }

  /**
   * Compares with what the log holds; an idle partition notices expiry and recreation only so.
   * @param nextBefore `next` as it was before the bounds were asked for.
   */
  compare(bounds: PartitionBounds, nextBefore: bigint | undefined): void {
    const { next } = this;
    if (next === undefined || nextBefore === undefined || this.busy) return;
    this.lag = bounds.end > next ? bounds.end - next : 0n;
    if (bounds.start > next || bounds.end < nextBefore) void this.place();
  }

  resumeAfterStorm(): boolean {
    if (this.halt?.kind !== 'storm' || this.control === undefined) return false;
    this.parts.worker.storm.excuse();
    this.halt = undefined;
    void this.place();
    return true;
  }

  /** Goes on at the log's start: nothing that is in it now is skipped. */
  async acceptGap(): Promise<boolean> {
    if (this.halt?.kind !== 'gap' || this.control === undefined) return false;
    const { topic, partition, progress, bounds } = this.parts;
    await progress.save(topic, partition, { nextOffset: (await bounds()).start }, true);
    this.halt = undefined;
    void this.place();
    return true;
  }

  /** Works off fetched records in order. Does not throw. */
  async take(fetched: Fetched): Promise<void> {
    const { signal } = this.turn;
    if (this.cursor.next === undefined || this.halt !== undefined) return;
    // Left over from a membership that ended while its handler did not return.
    if (this.busy)
      return this.wait(new Error('the batch before is still being worked on'), fetched.records[0]);
    const accepted = this.cursor.accept(fetched.records);
    if (accepted.kind === 'unexpected') return void this.place();
    if (accepted.kind === 'other-log') return this.stop({ kind: 'gap', reason: accepted.reason });
    fetched.continueAt(this.cursor.next);
    const hold: Hold = {
      lost: () => fetched.lost() || signal.aborted,
      heartbeat: async () => {
        this.signAt = performance.now();
        await fetched.heartbeat();
      },
    };
    this.busy = true;
    this.signAt = performance.now();
    const pump = setInterval(() => {
      if (this.silentMs < SILENCE_MAX_MS) void fetched.heartbeat();
    }, this.parts.heartbeatMs);
    try {
      await this.workOff(accepted.records, fetched, hold);
    } finally {
      clearInterval(pump);
      this.busy = false;
    }
  }

  private async workOff(
    records: readonly LogRecord[],
    fetched: Fetched,
    hold: Hold,
  ): Promise<void> {
    let done = false;
    for (const chunk of this.parts.cut(records)) {
      await hold.heartbeat();
      if (hold.lost()) break;
      const result = await this.parts.worker.work(chunk, hold);
      if (result.kind === 'wait' && !hold.lost()) this.wait(result.problem, chunk[0]);
      if (result.kind === 'storm') this.stop({ kind: 'storm', reason: result.reason }, chunk[0]);
      if (result.kind !== 'done' || hold.lost()) break;
      done = true;
      this.failures = 0;
      this.problem = undefined;
      this.cursor.advance(chunk.at(-1) as LogRecord);
      fetched.continueAt(this.cursor.next as bigint);
      this.lag = fetched.end - (this.cursor.next as bigint);
      this.parts.onProgress();
    }
    if (done && !hold.lost()) await fetched.commit(this.cursor.next as bigint);
  }

  /** Pauses for a while; the same records are fetched again afterwards. */
  private wait(problem: unknown, first: LogRecord | undefined): void {
    const { control } = this;
    const { signal } = this.turn;
    this.failures += 1;
    this.parts.onWait();
    const delayMs = retryDelayMs(OUTAGE, this.failures);
    this.note(problem, delayMs, first);
    control?.pause();
    void sleep(delayMs, signal).then(() => {
      if (!signal.aborted && this.halt === undefined) control?.resume();
    });
  }

  private stop(halt: Halt, first?: LogRecord): void {
    this.halt = halt;
    this.control?.pause();
    const { topic, partition, logger } = this.parts;
    const line = { topic, partition, reason: halt.reason, ...traceFields(first) };
    logger.error(line, `partition halted: ${halt.kind}`);
  }

  /** Finds where to go on and goes on there, or halts. A newer call replaces an older one. */
  private async place(): Promise<void> {
    const signal = this.newTurn();
    this.cursor.lift();
    this.control?.pause();
    for (let failures = 1; this.control !== undefined && !this.halt; failures += 1) {
      try {
        const position = await this.findPosition(signal);
        if (signal.aborted) return;
        if (position.kind === 'gap') return this.stop(position);
        this.problem = undefined;
        this.cursor.place(position);
        this.control?.seek(position.readFrom);
        this.control?.resume();
        return;
      } catch (error) {
        if (signal.aborted) return;
        const delayMs = retryDelayMs(OUTAGE, failures);
        this.note(error, delayMs);
        await sleep(delayMs, signal);
        if (signal.aborted) return;
      }
    }
  }

  private async findPosition(signal: AbortSignal): Promise<Position> {
    const { topic, partition, progress, bounds } = this.parts;
    for (let looks = 1; ; looks += 1) {
      const recorded = await progress.load(topic, partition);
      // Asked for after the progress, so that the end cannot be older than it.
      const position = positionIn(recorded, await bounds());
      if (position.kind === 'at' || looks === GAP_LOOKS) return position;
      await sleep(GAP_LOOK_EVERY_MS, signal);
    }
  }

  private newTurn(): AbortSignal {
    this.turn.abort();
    this.turn = new AbortController();
    return this.turn.signal;
  }

  /** @param first of the batch that waits: its trace is one that somebody can follow. */
  private note(problem: unknown, delayMs: number, first?: LogRecord): void {
    const { topic, partition, logger } = this.parts;
    const what = describeError(problem);
    this.problem = { since: this.problem?.since ?? performance.now(), what };
    const line = { topic, partition, delayMs, problem: what, ...traceFields(first) };
    logger.warn(line, 'waiting until it works again');
  }
}
