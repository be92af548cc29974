import type { ReadItems, SubmittedDocument } from './read-items.ts';

/** Stands in for reading in the tests of the reader: does what the document says. */
export async function readItemsInWorker(document: SubmittedDocument): Promise<ReadItems> {
  switch (Buffer.from(document.bytes).toString()) {
    case 'never ends':
      for (;;);
    case 'takes all memory': {
      const held: number[][] = [];
      for (;;) held.push(Array.from({ length: 100_000 }, Math.random));
    }
    case 'dies':
      process.exit(7);
      break;
    case 'throws':
      throw new Error('a bug');
    case 'waits':
      await new Promise((resolve) => setTimeout(resolve, 50));
      break;
    default:
  }
  return { format: 'test', items: [] };
}
