import { TransientError } from './errors.ts';

/** A connection is not replaced more often than this, however much fails on it. */
const RENEW_EVERY_MS = 1_000;

interface Opened<T> {
  readonly value: T;
  readonly openedAt: number;
}

/**
 * A connection that is opened when first needed and replaced after a failure, with all its
 * sockets and whatever it remembered wrongly. Work still running on the old one gets to finish,
 * within the limit that `retire` has.
 */
export class Renewable<T> {
  private closed = false;
  private current: Promise<Opened<T>> | undefined;
  private readonly open: () => Promise<T>;
  private readonly retire: (value: T) => Promise<void>;

  constructor(open: () => Promise<T>, retire: (value: T) => Promise<void>) {
    this.open = open;
    this.retire = retire;
  }

  async use<R>(work: (value: T) => Promise<R>): Promise<R> {
    if (this.closed) throw new TransientError('This connection was closed');
    this.current ??= this.open().then((value) => ({ value, openedAt: Date.now() }));
    const mine = this.current;
    try {
      return await work((await mine).value);
    } catch (error) {
      await this.discard(mine);
      throw error;
    }
  }

  /** For good. */
  async close(): Promise<void> {
    this.closed = true;
    const opened = await this.current?.catch(() => undefined);
    this.current = undefined;
    if (opened !== undefined) await this.retire(opened.value);
  }

  private async discard(failed: Promise<Opened<T>>): Promise<void> {
    const opened = await failed.catch(() => undefined);
    if (this.current !== failed) return;
    if (opened !== undefined && Date.now() - opened.openedAt < RENEW_EVERY_MS) return;
    this.current = undefined;
    if (opened !== undefined) void this.retire(opened.value);
  }
}
