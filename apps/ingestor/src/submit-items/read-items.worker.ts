import { readItems } from './read-items.ts';
import type { ReadItems, SubmittedDocument } from './read-items.ts';

/** Runs in a worker thread, which is ended when a document takes too long or too much memory. */
export function readItemsInWorker(document: SubmittedDocument): ReadItems {
  return readItems(document);
}
