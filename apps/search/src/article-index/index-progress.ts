import { errors } from '@elastic/elasticsearch';
import { TransientError } from '@warta/messaging';
import type { Progress, ProgressStore } from '@warta/messaging';
import type { ProgressDocument } from './article-document.ts';
import type { ArticleIndex } from './article-index.ts';
import { askIndex } from './ask-index.ts';

const CONFLICT = 409;

/** A progress document as it is stored, and the proof that nobody changed it since. */
interface Stored {
  readonly progress: ProgressDocument['progress'];
  readonly seqNo: number;
  readonly primaryTerm: number;
}

/** Two processes fight over a partition for the moment of a rebalance, not longer. */
const SAVE_TRIES_MAX = 5;

/**
 * How far each partition is indexed, as documents inside the index: an index that is restored or
 * replaced brings its own progress along. Their status keeps them out of every search.
 *
 * Monotone: a process that has lost the partition but not noticed cannot take progress back. Only
 * a person who accepts a gap, and so progress without a last record, may take it back.
 *
 * Progress that has gone back by itself means another index, emptied or restored while we ran:
 * going on would leave out what only the old one had. Reported once; only a restart reads anew.
 */
export class IndexProgress implements ProgressStore {
  readonly #index: ArticleIndex;
  readonly #onReplaced: (reason: Error) => void;
  readonly #isPrepared: () => boolean;
  /** By document id: what this process last read or saved. */
  readonly #known = new Map<string, bigint>();

  /**
   * @param isPrepared whether the index has this version's fields. Until then no progress is told,
   * so that nothing is sent that an index of an older version would refuse.
   */
  constructor(
    index: ArticleIndex,
    onReplaced: (reason: Error) => void,
    isPrepared: () => boolean = () => true,
  ) {
    this.#index = index;
    this.#onReplaced = onReplaced;
    this.#isPrepared = isPrepared;
  }

  async load(topic: string, partition: number): Promise<Progress | undefined> {
    const doing = `reading progress of ${topic}/${partition}`;
    if (!this.#isPrepared()) throw new TransientError(`${doing}: the index is being prepared`);
    const id = progressId(topic, partition);
    const stored = await transient(doing, () => this.#read(id));
    const progress = stored && fromDocument(stored.progress);
    if (progress) this.#known.set(id, progress.nextOffset);
    else this.#known.delete(id);
    return progress;
  }

  async save(
    topic: string,
    partition: number,
    progress: Progress,
    acceptGap = progress.last === undefined,
  ): Promise<void> {
    const document = toProgressDocument(topic, partition, progress);
    const id = progressId(topic, partition);
    await transient(`saving progress of ${topic}/${partition}`, async () => {
      for (let tries = 1; ; tries += 1) {
        const stored = await this.#read(id);
        const at = stored && BigInt(stored.progress.nextOffset);
        if (!acceptGap) {
          this.#assertSameIndex(id, at);
          if (at !== undefined && at > progress.nextOffset) return;
        }
        if (await this.#write(id, document, stored)) break;
        if (tries === SAVE_TRIES_MAX) throw new Error('others keep writing it');
      }
    });
    this.#known.set(id, progress.nextOffset);
  }

  #assertSameIndex(id: string, at: bigint | undefined): void {
    const known = this.#known.get(id);
    if (known === undefined || (at !== undefined && at >= known)) return;
    const reason = new Error(
      `${this.#index.names.write} is not the index it was: ${id} was at ${known}, now at ${at ?? 'nothing'}`,
    );
    this.#onReplaced(reason);
    throw reason;
  }

  /** @returns false when somebody else wrote it since it was read. */
  async #write(id: string, document: ProgressDocument, read?: Stored): Promise<boolean> {
    const { client, names } = this.#index;
    const unchanged =
      read === undefined
        ? { op_type: 'create' as const }
        : { if_seq_no: read.seqNo, if_primary_term: read.primaryTerm };
    try {
      await client.index({ index: names.write, id, require_alias: true, document, ...unchanged });
      return true;
    } catch (error) {
      if (error instanceof errors.ResponseError && error.statusCode === CONFLICT) return false;
      throw error;
    }
  }

  async #read(id: string): Promise<Stored | undefined> {
    const found = await this.#index.client.get<ProgressDocument>(
      { index: this.#index.names.write, id },
      { ignore: [404] },
    );
    // Without the index there is no telling what was done: wait for it, don't begin anew.
    if (found.found === undefined) throw new Error(`there is no ${this.#index.names.write}`);
    if (!found.found || found._source === undefined) return undefined;
    return {
      progress: found._source.progress,
      seqNo: found._seq_no ?? 0,
      primaryTerm: found._primary_term ?? 0,
    };
  }
}

/**
 * How far each partition of a topic is indexed, for somebody who only asks; absent where nothing is.
 * @throws TransientError when Elasticsearch cannot answer.
 */
export async function readIndexedOffsets(
  index: ArticleIndex,
  topic: string,
  partitions: number,
): Promise<Map<number, bigint>> {
  const ids = Array.from({ length: partitions }, (_, partition) => progressId(topic, partition));
  return askIndex(index, `reading progress of ${topic}`, async () => {
    const { docs } = await index.client.mget<ProgressDocument>({ index: index.names.write, ids });
    const found = docs.flatMap((doc) => ('_source' in doc && doc._source ? [doc._source] : []));
    return new Map(
      found.map(({ progress }) => [progress.partition, BigInt(progress.nextOffset)] as const),
    );
  });
}

export function progressId(topic: string, partition: number): string {
  return `progress:${topic}:${partition}`;
}

function toProgressDocument(
  topic: string,
  partition: number,
  { nextOffset, last }: Progress,
): ProgressDocument {
  return {
    status: 'progress',
    progress: {
      topic,
      partition,
      nextOffset: String(nextOffset),
      ...(last && { last: { offset: String(last.offset), fingerprint: last.fingerprint } }),
    },
  };
}

function fromDocument({ nextOffset, last }: ProgressDocument['progress']): Progress {
  return {
    nextOffset: BigInt(nextOffset),
    ...(last && { last: { offset: BigInt(last.offset), fingerprint: last.fingerprint } }),
  };
}

/** Whatever goes wrong with a progress document is an outage: nothing in it depends on an event. */
async function transient<T>(doing: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new TransientError(`${doing}: ${why}`, { cause: error });
  }
}
