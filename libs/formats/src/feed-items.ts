import type { ArticleDraft, Item } from './draft.ts';

/** The draft as an item, or why its article could never be found again. */
export function itemOf({ pointer, draft }: { pointer: string; draft: ArticleDraft }): Item {
  if (draft.id !== undefined || draft.url !== undefined) return { pointer, draft };
  const title = draft.title === undefined ? '' : ` (“${draft.title.slice(0, 80)}”)`;
  const detail = `the item${title} has neither an id nor a link: without one it could never be corrected`;
  return { pointer, refusal: [{ pointer, detail }] };
}
