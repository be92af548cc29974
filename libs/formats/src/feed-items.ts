import { ITEMS_MAX } from '@warta/contracts';
import { cutText } from './clean-text.ts';
import { TooManyItemsError } from './draft.ts';
import type { ArticleDraft, Item } from './draft.ts';

/** The draft as an item, or why its article could never be found again. */
export function itemOf({ pointer, draft }: { pointer: string; draft: ArticleDraft }): Item {
  if (draft.id !== undefined || draft.url !== undefined) return { pointer, draft };
  const title = draft.title === undefined ? '' : ` (“${cutText(draft.title, 80)}”)`;
  const detail = `the item${title} has neither an id nor a link: without one it could never be corrected`;
  return { pointer, refusal: [{ pointer, detail }] };
}

/** @throws TooManyItemsError before any of them is read, when there are too many for one document. */
export function refuseTooMany(items: readonly unknown[]) {
  if (items.length > ITEMS_MAX) {
    throw new TooManyItemsError(`It has more than ${ITEMS_MAX} items: send them in parts`);
  }
}
