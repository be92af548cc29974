import type { ArticleSubmittedV1 } from '@warta/contracts';
import type { ReceivedEvent, Rejected } from '@warta/messaging';
import type { AnnotationFailedError } from './annotator-pool.ts';
import type { KeptBack } from './article-standing.ts';

/** What a batch goes without, because some texts cannot be annotated. */
export class AnnotationFailures {
  readonly #batch: readonly ReceivedEvent<ArticleSubmittedV1>[];
  readonly #rejected = new Map<number, Rejected>();
  readonly #keptBack = new Map<string, Set<string>>();

  constructor(batch: readonly ReceivedEvent<ArticleSubmittedV1>[]) {
    this.#batch = batch;
  }

  /**
   * Rejects the events that pushed this content. One that was stored before and only becomes
   * current now is kept back as if its embargo went on, and those who asked for it are rejected,
   * so that a dead letter tells of it. A push of another content never is: it is stored.
   */
  add(id: string, contentHash: string, { message: detail }: AnnotationFailedError): void {
    const left = [...this.#batch.entries()].filter(
      ([index, { event }]) => event.articleId === id && !this.#rejected.has(index),
    );
    const pushes = left.filter(
      ([, { event }]) => event.kind === 'publish' && event.contentHash === contentHash,
    );
    if (pushes.length === 0) {
      this.#keptBack.set(id, new Set([...(this.#keptBack.get(id) ?? []), contentHash]));
    }
    const asked = left.filter(
      ([, { event }]) => event.kind === 'reconsider' && event.cause === 'embargo-due',
    );
    for (const [index] of pushes.length > 0 ? pushes : asked) {
      this.#rejected.set(index, { index, reason: 'annotation-failed', detail, stage: 'handle' });
    }
  }

  isRejected = (index: number): boolean => this.#rejected.has(index);

  /** Contents of this article that cannot be shown. */
  keptBack = (id: string): KeptBack | undefined => this.#keptBack.get(id);

  /** In the order of the batch. */
  get rejected(): Rejected[] {
    return [...this.#rejected.values()].sort((a, b) => a.index - b.index);
  }
}
