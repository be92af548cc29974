import type { ArticlePublish, ArticleSubmittedV1, ItemOutcome } from '@warta/contracts';
import { LRUCache } from 'lru-cache';

/** About 300 bytes each; a day of a large house's feeds. */
const REMEMBERED_MAX = 20_000;

/** The hash is of the embargo too. */
type Remembered = Pick<ArticlePublish, 'contentHash' | 'version' | 'updatedAt' | 'url'>;

/**
 * The last push of each article that this process has stored lately, to tell a feed what became of
 * its next one. Only for people: what is believed downstream never depends on it.
 */
export class RememberedPushes {
  readonly #pushes = new LRUCache<string, Remembered>({ max: REMEMBERED_MAX });

  /** What a push that is stored now came to, which is remembered from then on. */
  outcomeOf(event: ArticleSubmittedV1): ItemOutcome {
    if (event.kind !== 'publish') {
      this.#pushes.delete(event.articleId);
      return event.kind === 'takedown' || event.kind === 'withhold' ? 'withdrawn' : 'accepted';
    }
    const { contentHash, version, updatedAt, url } = event;
    const push = { contentHash, version, updatedAt, url };
    const before = this.#pushes.get(event.articleId);
    // An older version changes nothing, and must not be what the next one is compared with.
    if (before && isOlder(push, before)) return 'unchanged';
    this.#pushes.set(event.articleId, push);
    if (before === undefined) return 'accepted';
    return isSame(push, before) ? 'unchanged' : 'corrected';
  }
}

/** By the publisher's stamps, as far as both pushes have them. */
function isOlder(push: Remembered, before: Remembered): boolean {
  const versions = (push.version ?? 0) - (before.version ?? 0);
  if (versions !== 0) return versions < 0;
  if (push.updatedAt === undefined || before.updatedAt === undefined) return false;
  return Date.parse(push.updatedAt) < Date.parse(before.updatedAt);
}

function isSame(push: Remembered, before: Remembered): boolean {
  return push.contentHash === before.contentHash && push.url === before.url;
}
