import { partitionOf, TransientError, within } from '@warta/messaging';
import type { PartitionBounds } from '@warta/messaging';

/** Longer, and a poller would be told of the past; shorter, and pollers would wear out the broker. */
const FRESH_MS = 1_000;

/** Healthy it takes milliseconds. What comes after it still ends before the caller's deadline. */
const ANSWER_WITHIN_MS = 3_000;

/** Whoever asks the broker and the index. */
export interface OffsetSources {
  submittedBounds(): Promise<PartitionBounds[]>;
  /** What the enricher has committed, by partition. */
  enriched(): Promise<ReadonlyMap<number, bigint>>;
  updatedBounds(): Promise<PartitionBounds[]>;
  /** How far the index is, by partition. */
  indexed(): Promise<ReadonlyMap<number, bigint>>;
}

/**
 * How far both steps had come at one time. Asked in the order that records go, the enricher first:
 * when it is past a submission, what it published for that lies before the end that was asked after,
 * and when the index is at that end, it has that, too.
 */
export class PipelineOffsets {
  readonly #submitted: readonly PartitionBounds[];
  readonly #enriched: ReadonlyMap<number, bigint>;
  readonly #updated: readonly PartitionBounds[];
  readonly #indexed: ReadonlyMap<number, bigint>;

  private constructor(found: {
    submitted: readonly PartitionBounds[];
    enriched: ReadonlyMap<number, bigint>;
    updated: readonly PartitionBounds[];
    indexed: ReadonlyMap<number, bigint>;
  }) {
    this.#submitted = found.submitted;
    this.#enriched = found.enriched;
    this.#updated = found.updated;
    this.#indexed = found.indexed;
  }

  /** One question after another. @throws what the sources throw. */
  static async read(sources: OffsetSources): Promise<PipelineOffsets> {
    const submitted = await sources.submittedBounds();
    const enriched = await sources.enriched();
    const updated = await sources.updatedBounds();
    const indexed = await sources.indexed();
    return new PipelineOffsets({ submitted, enriched, updated, indexed });
  }

  /** The next submission of a partition that the enricher has to work off. */
  nextToEnrich(partition: number): bigint {
    return this.#enriched.get(partition) ?? bounds(this.#submitted, partition).start;
  }

  /** Submissions of a partition that the enricher has yet to work off. */
  waitingForEnricher(partition: number): bigint {
    return atLeast0(bounds(this.#submitted, partition).end - this.nextToEnrich(partition));
  }

  /** States in an article's partition that the index has yet to take in. */
  waitingForIndex(articleId: string): bigint {
    const partition = partitionOf(articleId, this.#updated.length);
    const { start, end } = bounds(this.#updated, partition);
    return atLeast0(end - (this.#indexed.get(partition) ?? start));
  }
}

/** Offsets for all who ask within a second, from one set of questions at a time. */
export class RecentOffsets {
  readonly #sources: OffsetSources;
  #running: Promise<PipelineOffsets> | undefined;
  #recent: { readonly asOfMs: number; readonly offsets: PipelineOffsets } | undefined;

  constructor(sources: OffsetSources) {
    this.#sources = sources;
  }

  /** @throws TransientError while the broker or the index does not answer in time. */
  async read(): Promise<PipelineOffsets> {
    if (this.#recent !== undefined && performance.now() - this.#recent.asOfMs < FRESH_MS) {
      return this.#recent.offsets;
    }
    this.#running ??= this.#ask().finally(() => (this.#running = undefined));
    try {
      return await within(ANSWER_WITHIN_MS, this.#running, 'asking how far articles are');
    } catch (error) {
      throw new TransientError('asking how far articles are', { cause: error });
    }
  }

  async #ask(): Promise<PipelineOffsets> {
    const asOfMs = performance.now();
    const offsets = await PipelineOffsets.read(this.#sources);
    this.#recent = { asOfMs, offsets };
    return offsets;
  }
}

const NOWHERE = { start: 0n, end: 0n };

function bounds(
  all: readonly PartitionBounds[],
  partition: number,
): Pick<PartitionBounds, 'start' | 'end'> {
  return all.find((one) => one.partition === partition) ?? NOWHERE;
}

const atLeast0 = (count: bigint) => (count > 0n ? count : 0n);
