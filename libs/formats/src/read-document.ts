import { binaryEvent, CLOUD_EVENTS, cloudEvents, contextOf, withEvent } from './cloud-events.ts';
import type { Format, ReadingContext } from './format.ts';
import { FormatReader, refuseMoreThan } from './format-reader.ts';
import type { ReadDocument, SentDocument } from './format-reader.ts';
import { fallbacks, formats } from './formats.ts';

const contentReader = new FormatReader({ envelopes: [], formats, fallbacks });
const envelopes = [cloudEvents(contentReader)];
const reader = new FormatReader({ envelopes, formats, fallbacks });

/** Every format, in order of recognition. */
export const allFormats: readonly Format[] = [...envelopes, ...formats, ...fallbacks];

/**
 * The articles of a document of any format, recognised by its media type, and by its content where
 * that says too little or plainly something else. Pure; time is linear in the length.
 * @throws UnknownFormatError when it is of no format that is taken.
 * @throws DocumentError when nothing of it can be read, or it has more than ITEMS_MAX items.
 */
export function readDocument(document: SentDocument, context: ReadingContext): ReadDocument {
  const read = readEnvelope(document, context);
  refuseMoreThan(read.items.length);
  return read;
}

function readEnvelope(document: SentDocument, context: ReadingContext): ReadDocument {
  const event = binaryEvent(document.contentType, context.headers);
  if (event === undefined) return reader.readBytes(document, context);
  const { items } = contentReader.readBytes(document, contextOf(event, context));
  return { format: CLOUD_EVENTS, items: withEvent(items, event) };
}
