import type { ArticleContent, ArticleSubmittedV1 } from '@warta/contracts';
import type { ReceivedEvent } from '@warta/messaging';
import type { Said } from './article-order.ts';

/** What a batch says about one article. */
export interface Submission {
  readonly id: string;
  readonly feed: string;
  /**
   * In the order of the batch, repetitions too: merging does not mind them. Empty when the article
   * is only to be looked at again.
   */
  readonly arrived: readonly Said[];
  /** The contents pushed in this batch, by hash. */
  readonly contents: ReadonlyMap<string, ArticleContent>;
  /** False when it is only here because an entity was corrected: whom it repeats is the same. */
  readonly isToRelate: boolean;
  /** Of the last event: what this article's next state is published for. */
  readonly traceparent?: string;
}

interface GrowingSubmission extends Submission {
  readonly arrived: Said[];
  readonly contents: Map<string, ArticleContent>;
}

/** Groups a batch by article, without the events that were rejected before. */
export function submissionsOf(
  batch: readonly ReceivedEvent<ArticleSubmittedV1>[],
  isRejected: (index: number) => boolean = () => false,
): Submission[] {
  const byId = new Map<string, GrowingSubmission>();
  batch.forEach(({ event, arrival, traceparent }, index) => {
    if (isRejected(index)) return;
    const { articleId: id, feed } = event;
    const known = byId.get(id);
    const isToRelate =
      known?.isToRelate === true ||
      event.kind !== 'reconsider' ||
      event.cause !== 'entity-corrected';
    const submission: GrowingSubmission = {
      id,
      feed,
      arrived: [],
      contents: new Map(),
      ...known,
      isToRelate,
    };
    submission.arrived.push(...toSaid(event, arrival));
    if (event.kind === 'publish') submission.contents.set(event.contentHash, event.content);
    byId.set(id, traceparent === undefined ? submission : { ...submission, traceparent });
  });
  return [...byId.values()];
}

function toSaid(
  event: ArticleSubmittedV1,
  { atMs, partition, offset }: ReceivedEvent<ArticleSubmittedV1>['arrival'],
): Said[] {
  const arrival = { atMs, partition, offset };
  if (event.kind === 'reconsider') {
    // That another article changed, or an entity was corrected, tells nothing about this one's own history.
    return event.cause === 'embargo-due' ? [{ kind: 'reconsider', arrival }] : [];
  }
  const { submittedBy } = event;
  const from = { ...given(event, ['sourceId', 'url']), submittedBy, arrival };
  switch (event.kind) {
    case 'takedown':
    case 'restore':
      return [{ kind: event.kind, ...from, ...given(event, ['reason']) }];
    case 'withhold': {
      const stamps = given(event, ['version', 'updatedAt', 'reason']);
      return [{ kind: 'withhold', ...stamps, ...from }];
    }
    case 'publish': {
      const { contentHash } = event;
      const stamps = given(event, ['version', 'updatedAt', 'publishedAt', 'embargoUntil']);
      return [{ kind: 'push', contentHash, ...stamps, ...from }];
    }
  }
}

/** The named fields that are there. */
function given<T, Name extends keyof T>(
  event: T,
  names: readonly Name[],
): { [Key in Name]?: Exclude<T[Key], undefined> } {
  const there = names.filter((name) => event[name] !== undefined);
  return Object.fromEntries(there.map((name) => [name, event[name]])) as {
    [Key in Name]?: Exclude<T[Key], undefined>;
  };
}
