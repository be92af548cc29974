import type {
  ArticleContent,
  ArticlePublish,
  ArticleSubmittedV1,
  ArticleTakedown,
} from '@warta/contracts';
import type { ReceivedEvent } from '@warta/messaging';
import type { Push, Takedown } from './article-order.ts';

/** What a batch says about one article. */
export interface Submission {
  readonly id: string;
  readonly feed: string;
  /** In the order of the batch, repetitions too: merging does not mind them. */
  readonly arrived: readonly (Push | Takedown)[];
  /** The contents pushed in this batch, by hash. */
  readonly contents: ReadonlyMap<string, ArticleContent>;
  /** Of the last event: what this article's next state is published for. */
  readonly traceparent?: string;
}

interface GrowingSubmission extends Submission {
  readonly arrived: (Push | Takedown)[];
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
    if (event.kind !== 'publish' && event.kind !== 'takedown') return;
    const { articleId: id, feed } = event;
    const known = byId.get(id);
    const submission: GrowingSubmission = known ?? { id, feed, arrived: [], contents: new Map() };
    submission.arrived.push(toArrived(event, arrival));
    if (event.kind === 'publish') submission.contents.set(event.contentHash, event.content);
    byId.set(id, traceparent === undefined ? submission : { ...submission, traceparent });
  });
  return [...byId.values()];
}

function toArrived(
  event: ArticlePublish | ArticleTakedown,
  { atMs, partition, offset }: ReceivedEvent<ArticleSubmittedV1>['arrival'],
): Push | Takedown {
  const common = {
    ...(event.sourceId === undefined ? {} : { sourceId: event.sourceId }),
    ...(event.url === undefined ? {} : { url: event.url }),
    submittedBy: event.submittedBy,
    arrival: { atMs, partition, offset },
  };
  if (event.kind === 'takedown') {
    const reason = event.reason === undefined ? {} : { reason: event.reason };
    return { kind: 'takedown', ...common, ...reason };
  }
  return {
    kind: 'push',
    contentHash: event.contentHash,
    ...(event.version === undefined ? {} : { version: event.version }),
    ...(event.updatedAt === undefined ? {} : { updatedAt: event.updatedAt }),
    ...(event.publishedAt === undefined ? {} : { publishedAt: event.publishedAt }),
    ...common,
  };
}
