import type { FieldProblem, Item } from './draft.ts';
import type { ParsedDocument, RefusedElements } from './format.ts';

const none: RefusedElements = new Map();

/** Of an array of JSON; of other documents none. */
export function refusedElements(document: ParsedDocument): RefusedElements {
  return (document.kind === 'json' && document.refused) || none;
}

/** Whether nothing of an array can be read. */
export function isAllRefused(document: ParsedDocument): boolean {
  const { size } = refusedElements(document);
  return size > 0 && document.kind === 'json' && (document.value as unknown[]).length === size;
}

/** The items of an array that was read as one document, with its refused elements at their places. */
export function withRefused(items: Item[], refused: RefusedElements): Item[] {
  if (refused.size === 0) return items;
  const read = items.map((item) => ({ place: placeOf(item), item }));
  const others = read.filter(({ place }) => !refused.has(place));
  const refusals = [...refused].map(([place, problem]) => ({
    place,
    item: refusalOf(place, problem),
  }));
  return [...others, ...refusals].sort((a, b) => a.place - b.place).map(({ item }) => item);
}

export function refusalOf(place: number, { pointer, detail }: FieldProblem): Item {
  return { pointer: `/${place}`, refusal: [{ pointer, detail }] };
}

/** In the array; what is said of the whole document comes first. */
function placeOf({ pointer }: Item): number {
  const [, place = '-1'] = /^\/(\d{1,9})(?:\/|$)/.exec(pointer) ?? [];
  return Number(place);
}
