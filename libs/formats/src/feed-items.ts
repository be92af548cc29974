import { ITEMS_MAX } from '@warta/contracts';
import { noArticles } from './article-url.ts';
import { cutText } from './clean-text.ts';
import { TooManyItemsError } from './draft.ts';
import type { ArticleDraft, Item } from './draft.ts';
import { identityUrl } from './identity-url.ts';

/** An article as a feed says it, whether or not it can be taken. */
export interface FoundDraft {
  readonly pointer: string;
  readonly draft: ArticleDraft;
}

/**
 * The articles of a feed as items; refused are those that could never be found again, or that would
 * overwrite others of the feed: an article without an id is known by its link.
 * @param ownUrls where the feed and its page are.
 */
export function feedItems(
  found: readonly FoundDraft[],
  ownUrls: readonly (string | undefined)[],
): Item[] {
  const own = new Set(ownUrls.flatMap((url) => (url === undefined ? [] : [placeOf(url)])));
  const sharing = sharedLinks(found);
  return found.map((item) => {
    const { id, url } = item.draft;
    if (id !== undefined) return item;
    if (url === undefined) {
      return refused(item, 'has neither an id nor a link: without one it could never be corrected');
    }
    const other = sharing.get(identityUrl(url))?.find(({ pointer }) => pointer !== item.pointer);
    const what =
      noArticles(url) ??
      (own.has(placeOf(url)) ? 'that of the feed itself' : undefined) ??
      (other && `shared by ${other.pointer}`);
    return what === undefined ? item : refused(item, linked(url, what));
  });
}

/**
 * Links by which different articles would be known as one. NOTE: an article that the feed has twice,
 * word for word, overwrites nothing.
 */
function sharedLinks(found: readonly FoundDraft[]): ReadonlyMap<string, FoundDraft[]> {
  const byLink = Map.groupBy(
    found.filter(({ draft }) => draft.id === undefined && draft.url !== undefined),
    ({ draft }) => identityUrl(draft.url ?? ''),
  );
  const isShared = (items: readonly FoundDraft[]) =>
    items.length > 1 && new Set(items.map(({ draft }) => JSON.stringify(draft))).size > 1;
  return new Map([...byLink].filter(([, items]) => isShared(items)));
}

const linked = (url: string, what: string) =>
  `has no id, and its link ${cutText(url, 200)} is ${what}: ` +
  'it would overwrite other articles; give each an id or a link of its own';

function refused({ pointer, draft }: FoundDraft, why: string): Item {
  const title = draft.title === undefined ? '' : ` (“${cutText(draft.title, 80)}”)`;
  return { pointer, refusal: [{ pointer, detail: `the item${title} ${why}` }] };
}

/** The address without what sites write in several ways. */
const placeOf = (url: string) =>
  identityUrl(url)
    .replace(/^https?:\/\/(?:www\.)?/, '')
    .replace(/\/$/, '');

/** @throws TooManyItemsError before any of them is read, when there are too many for one document. */
export function refuseTooMany(items: readonly unknown[]) {
  if (items.length > ITEMS_MAX) {
    throw new TooManyItemsError(`It has more than ${ITEMS_MAX} items: send them in parts`);
  }
}
